package hostile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
)

func pdfs() []File {
	text := "BT /F1 12 Tf 72 700 Td (plain words on a page) Tj ET"
	return []File{
		{"huge-size.pdf", pdf("", "/Size 2147483647", page(text)...)},
		{"huge-count.pdf", pdf("", "", catalog, "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", leaf, content(text), font)},
		{"negative-count.pdf", pdf("", "", catalog, "<< /Type /Pages /Kids [3 0 R] /Count -5 >>", leaf, content(text), font)},
		{"kids-loop.pdf", pdf("", "", catalog, "<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 3 >>", leaf, content(text), font)},
		{"parent-loop.pdf", pdf("", "", catalog, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>", leaf, content(text), font)},
		{"hundred-thousand.pdf", pdf("", "", catalog, manyKids(100_000), leaf, content(text), font)},
		{"open-hex.pdf", pdf("", "", page("BT /F1 12 Tf 72 700 Td <48656C6C6F")...)},
		{"open-string.pdf", []byte("%PDF-1.4\n1 0 obj\n<< /Title (" + strings.Repeat("(", 50_000))},
		{"deep-arrays.pdf", pdf("", "", page(strings.Repeat("[", 200_000))...)},
		{"deep-object.pdf", pdf("", "", append(page(text), strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000))...)},
		{"deep-dictionary.pdf", pdf("", "", append(page(text), strings.Repeat("<</A ", 50_000)+strings.Repeat(">>", 50_000))...)},
		{"deep-saves.pdf", pdf("", "", page(strings.Repeat("q ", 500_000)+text)...)},
		{"content-bomb.pdf", pdf("", "", catalog, pages, leaf, packed(io.LimitReader(repeat(text+"\n"), 64<<20)), font)},
		{"spaces-bomb.pdf", pdf("", "", catalog, pages, leaf, packed(zeros(256<<20)), font)},
		{"form-loop.pdf", pdf("", "", catalog, pages,
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
			content("/X Do /X Do"), form("/X Do /X Do"))},
		{"xref-loop.pdf", pdf("", "/Prev 9", page(text)...)},
		{"outline-loop.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>", pages, leaf, content(text), font,
			"<< /First 7 0 R /Last 7 0 R /Count 99 >>", "<< /Title (a) /Parent 6 0 R /Next 7 0 R /First 6 0 R >>")},
		{"names-loop.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>", pages, leaf, content(text), font,
			"<< /Kids [6 0 R 6 0 R] >>")},
		{"huge-box.pdf", pdf("", "", catalog, pages, strings.Replace(leaf, "612 792", "1e9 1e9", 1), content(text), font)},
		{"empty-box.pdf", pdf("", "", catalog, pages, strings.Replace(leaf, "612 792", "0 0", 1), content(text), font)},
		{"wrong-length.pdf", pdf("", "", catalog, pages, leaf, "<< /Length 99999999 >>\nstream\n"+text+"\nendstream", font)},
		{"script.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(true){}) >> >>", pages, leaf, content(text), font)},
		{"launch.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>", pages, leaf, content(text), font)},
		{"calls-home.pdf", pdf("", "", "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (http://127.0.0.1:9/pixel) >> >>", pages, leaf, content(text), font)},
		{"locked.pdf", pdf("", "/Encrypt 6 0 R /ID [<00><00>]", append(page(text),
			"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O <"+strings.Repeat("41", 32)+"> /U <"+strings.Repeat("42", 32)+"> >>")...)},
		{"header-only.pdf", []byte("%PDF-1.7\n")},
		{"no-pages.pdf", pdf("", "", catalog, "<< /Type /Pages /Kids [] /Count 0 >>")},
		{"cut.pdf", pdf("", "", page(text)...)[:200]},
	}
}

const (
	catalog = "<< /Type /Catalog /Pages 2 0 R >>"
	pages   = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
	leaf    = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
	font    = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
)

// page is the objects of a document of one page.
func page(text string) []string { return []string{catalog, pages, leaf, content(text), font} }

func content(text string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(text), text)
}

func form(text string) string {
	return fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 5 0 R >> >> /Length %d >>\nstream\n%s\nendstream", len(text), text)
}

// packed is a compressed content stream.
func packed(r io.Reader) string {
	var out bytes.Buffer
	w, err := zlib.NewWriterLevel(&out, zlib.BestSpeed)
	must(err)
	_, err = io.Copy(w, r)
	must(err)
	must(w.Close())
	return fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", out.Len(), out.String())
}

// repeat reads as text over and over.
func repeat(text string) io.Reader { return &repeater{text: text} }

type repeater struct {
	text string
	at   int
}

func (r *repeater) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.text[r.at]
		r.at = (r.at + 1) % len(r.text)
	}
	return len(p), nil
}

func manyKids(n int) string {
	return fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", n, strings.Repeat("3 0 R ", n))
}

// pdf writes the objects, numbered from 1, with a cross-reference table. extra goes into
// the trailer.
func pdf(comment, extra string, objects ...string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n" + comment)
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	size := fmt.Sprintf("/Size %d", len(objects)+1)
	if strings.HasPrefix(extra, "/Size") {
		size, extra = extra, ""
	}
	fmt.Fprintf(&out, "trailer\n<< %s /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", size, extra, start)
	return out.Bytes()
}
