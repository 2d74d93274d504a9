package hostile

import (
	"fmt"
	"io"
	"strings"
)

// loops are PDF files whose objects lead back to themselves, or that ask for more than any
// page needs.
func loops() []File {
	text := "BT /F1 12 Tf 72 700 Td (plain words on a page) Tj ET"
	with := func(more ...string) []byte { return pdf("", "", append(page(text), more...)...) }
	return []File{
		{"object-stream-self.pdf", pdf("", "", catalog, pages, leaf, content(text), font,
			stream("/Type /ObjStm /N 2 /First 8 /Extends 6 0 R", "6 0 4 2 1 2"))},
		{"length-self.pdf", pdf("", "", catalog, pages, leaf, "<< /Length 4 0 R >>\nstream\n"+text+"\nendstream", font)},
		{"reference-ring.pdf", pdf("", "", "<< /Type /Catalog /Pages 6 0 R >>", pages, leaf, content(text), font, "7 0 R", "6 0 R")},
		{"xref-stream-self.pdf", []byte("%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 2147483647 /W [1 8 8] /Index [0 2147483647] /Prev 9 /Root 1 0 R /Length 0 >>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n")},
		{"filters.pdf", pdf("", "", catalog, pages, leaf, stream("/Filter ["+strings.Repeat("/ASCIIHexDecode ", 2000)+"]", "41"), font)},
		{"huge-image.pdf", pdf("", "", catalog, pages, drawing, content("/X Do"),
			stream("/Type /XObject /Subtype /Image /Width 200000 /Height 200000 /ColorSpace /DeviceGray /BitsPerComponent 8", "x"))},
		{"image-bomb.pdf", pdf("", "", catalog, pages, drawing, content("/X Do"),
			strings.Replace(packed(zeros(400<<20)), "<<", "<< /Type /XObject /Subtype /Image /Width 20000 /Height 20000 /ColorSpace /DeviceGray /BitsPerComponent 8", 1))},
		{"glyph-self.pdf", pdf("", "", catalog, pages, leaf, content(text),
			"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 0 /LastChar 255 /Widths [1] /Encoding << /Differences [112 /p] >> /CharProcs << /p 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>",
			content("1 0 d0 BT /F1 1 Tf (p) Tj ET"))},
		{"wide-map.pdf", pdf("", "", catalog, pages, leaf, content("BT /F1 12 Tf 72 700 Td <0001> Tj ET"),
			"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [7 0 R] >>",
			content("begincmap 100 beginbfrange "+strings.Repeat("<00000000> <ffffffff> <0041>\n", 5000)+" endbfrange endcmap"),
			"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (a) /Ordering (b) /Supplement 0 >> >>")},
		{"form-bomb.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R /Fields [7 0 R] >> >>", pages, leaf, content(text), font,
			packed(io.LimitReader(repeat("<a>"), 100<<20)), "<< /T (a) /FT /Tx /Kids [7 0 R] /Parent 7 0 R >>")},
		{"annotations.pdf", with(strings.Replace(leaf, "/Type /Page ", "/Type /Page /Annots ["+strings.Repeat("6 0 R ", 50_000)+"] ", 1), "<< /Type /Annot /Subtype /Popup /Parent 6 0 R /Popup 6 0 R /Rect [0 0 1 1] >>")},
		{"scripts.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 6 0 R /DP 6 0 R >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >> >>", pages,
			strings.Replace(leaf, "/Type /Page ", "/Type /Page /AA << /O 6 0 R >> ", 1), content(text), font,
			"<< /S /JavaScript /JS (for(;;){app.launchURL('http://127.0.0.1:9/')}) /Next 6 0 R >>")},
		{"self-attached.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(../../a.pdf) 6 0 R] >> >> /Collection << >> >>", pages, leaf, content(text), font,
			"<< /Type /Filespec /F (../../a.pdf) /UF (../../a.pdf) /EF << /F 6 0 R /UF 7 0 R >> >>", packed(io.LimitReader(repeat("%PDF-1.4 "), 8<<20)))},
		{"labels.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r /St 2147483647 >>] /Kids [6 0 R] >> >>", pages, leaf, content(text), font, "<< /Kids [6 0 R] >>")},
		{"many-names.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /Dests << "+names(100_000)+" >> >>", pages, leaf, content(text), font)},
	}
}

// drawing is a page that draws the picture in object 5.
const drawing = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"

func stream(dictionary, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dictionary, len(data), data)
}

func names(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "/N%d [3 0 R /Fit] ", i)
	}
	return b.String()
}
