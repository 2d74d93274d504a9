package format

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"sync"
	"testing"

	"github.com/go-pdf/fpdf"

	"averment/evidence"
)

// sharedPDF compiles PDFium once for all tests; the compiled code is the user's.
var sharedPDF = sync.OnceValues(func() (*PDF, error) {
	dir, err := DefaultCacheDir()
	if err != nil {
		return nil, err
	}
	return NewPDF(dir)
})

func testPDF(t testing.TB) *PDF {
	t.Helper()
	p, err := sharedPDF()
	if err != nil {
		t.Fatal(err)
	}
	p.NoSecond, p.Compare = false, false
	return p
}

// drawPDF makes a PDF of letter size in points.
func drawPDF(t testing.TB, on func(f *fpdf.Fpdf)) []byte {
	t.Helper()
	f := fpdf.New("P", "pt", "Letter", "")
	f.SetAutoPageBreak(false, 0)
	f.SetFont("Times", "", 12)
	on(f)
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// writeLines writes lines below each other from y on, 24 points apart.
func writeLines(f *fpdf.Fpdf, x, y float64, lines ...string) {
	for i, l := range lines {
		f.Text(x, y+24*float64(i), l)
	}
}

func readTest(t testing.TB, data []byte, o Options) *Result {
	t.Helper()
	o.PDF = testPDF(t)
	res, err := readPDF(context.Background(), "x.pdf", data, o)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// paragraphsOf cuts a page at its paragraphs, furniture left out.
func paragraphsOf(p evidence.Page) []string {
	end := len(p.Text)
	for _, f := range p.Furniture {
		if len(p.Paragraphs) > 0 && f.Start > p.Paragraphs[0] {
			end = min(end, f.Start)
		}
	}
	var out []string
	for i, at := range p.Paragraphs {
		to := end
		if i+1 < len(p.Paragraphs) {
			to = p.Paragraphs[i+1]
		}
		out = append(out, strings.TrimSpace(p.Text[at:to]))
	}
	return out
}

func furnitureOf(p evidence.Page) []string {
	var out []string
	for _, f := range p.Furniture {
		out = append(out, p.Text[f.Start:f.End])
	}
	return out
}

func TestWordBoxes(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		writeLines(f, 72, 300, "alpha beta", "gamma")
	})
	p := readTest(t, data, Options{}).Document.Pages[0]
	if p.Text != "alpha beta\ngamma" || p.Reader != pdfReader || p.State != evidence.PageText {
		t.Fatalf("page %+v", p)
	}
	if len(p.Layout.Boxes) != 3 || p.Layout.Width != 612 || p.Layout.Height != 792 {
		t.Fatalf("layout %+v", p.Layout)
	}
	b := p.Layout.Boxes[0]
	if p.Text[b.Start:b.End] != "alpha" || b.X0 < 70 || b.X0 > 75 || b.Y1 < 298 || b.Y1 > 306 || b.Y0 > b.Y1 {
		t.Errorf("box of alpha: %+v", b)
	}
	if g := p.Layout.Boxes[2]; g.Y0 <= b.Y1 {
		t.Errorf("gamma is not below alpha: %+v", g)
	}
}

func TestParagraphs(t *testing.T) {
	long := func(s string) string { return s + strings.Repeat(" words", 12) }
	tests := []struct {
		name string
		draw func(f *fpdf.Fpdf)
		want int
	}{
		{"even lines are one", func(f *fpdf.Fpdf) { writeLines(f, 72, 200, long("One"), long("two"), long("three")) }, 1},
		{"a wide gap", func(f *fpdf.Fpdf) {
			writeLines(f, 72, 200, long("One"), long("two"), long("three"))
			writeLines(f, 72, 200+3*24+20, long("Four"), long("five"))
		}, 2},
		{"an indent", func(f *fpdf.Fpdf) {
			writeLines(f, 72, 200, long("One"), long("two."))
			writeLines(f, 108, 248, "Three"+strings.Repeat(" words", 10))
			writeLines(f, 72, 272, long("four"), long("five"))
		}, 2},
		{"numbers", func(f *fpdf.Fpdf) {
			writeLines(f, 72, 200, long("1. One"), long("two"), long("2. Three"), long("(a) Four"))
		}, 3},
		{"a short last line", func(f *fpdf.Fpdf) {
			writeLines(f, 72, 200, long("One"), "ends here.", long("Two"), long("more"))
		}, 2},
	}
	for _, tt := range tests {
		data := drawPDF(t, func(f *fpdf.Fpdf) { f.AddPage(); tt.draw(f) })
		if got := paragraphsOf(readTest(t, data, Options{}).Document.Pages[0]); len(got) != tt.want {
			t.Errorf("%s: %d paragraphs, want %d: %q", tt.name, len(got), tt.want, got)
		}
	}
}

func TestPageBreakIsNoParagraphBreak(t *testing.T) {
	full := strings.Repeat("words ", 14)
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		writeLines(f, 72, 300, "A sentence begins "+full, full)
		f.AddPage()
		writeLines(f, 72, 300, "and ends here "+full, "on the second page.")
		f.AddPage()
		writeLines(f, 72, 300, "Another begins "+full)
	})
	pages := readTest(t, data, Options{}).Document.Pages
	if n := len(pages[1].Paragraphs); n != 0 {
		t.Errorf("page 2 begins %d paragraphs: %q", n, paragraphsOf(pages[1]))
	}
	if n := len(pages[2].Paragraphs); n != 1 {
		t.Errorf("page 3 begins %d paragraphs", n)
	}
}

func TestHyphens(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		writeLines(f, 72, 200, "They broke the con-", "tract under the three-", "part test, a three-part rule, in 30-", "day terms of the contract.")
	})
	text := readTest(t, data, Options{}).Document.Pages[0].Text
	for _, want := range []string{"the contract under", "the three-part test", "in 30-day terms"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
}

func TestPleadingPaper(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		for i := range 28 {
			f.Text(50, 90+24*float64(i), strings.TrimSpace(string(rune('0'+(i+1)/10%10))+string(rune('0'+(i+1)%10))))
			f.Text(80, 90+24*float64(i), "line of the pleading that has the number 12 in it")
		}
	})
	p := readTest(t, data, Options{}).Document.Pages[0]
	got := furnitureOf(p)
	if len(got) != 1 || len(strings.Fields(got[0])) != 28 {
		t.Fatalf("furniture %q", got)
	}
	if body := paragraphsOf(p); strings.Count(strings.Join(body, " "), "number 12 in") != 28 {
		t.Errorf("the body lost words: %q", body)
	}
}

func TestRunningHeadsAndStamp(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		for i := range 5 {
			f.AddPage()
			n := string(rune('1' + i))
			f.Text(120, 20, "Case 2:21-cv-00999-AB Document 7 Filed 02/03/21 Page "+n+" of 5 Page ID #:4"+n)
			f.Text(220, 60, "MOTION TO DISMISS")
			writeLines(f, 72, 300, "Body of page "+n+" with words that differ from others, 4"+n, "and more words follow here")
			f.Text(300, 770, "- "+n+" -")
		}
	})
	d := readTest(t, data, Options{}).Document
	for i, p := range d.Pages {
		if got := furnitureOf(p); len(got) != 3 {
			t.Errorf("page %d: furniture %q", i+1, got)
		}
		if p.Label != string(rune('1'+i)) {
			t.Errorf("page %d: label %q", i+1, p.Label)
		}
		if p.Stamp == nil || p.Stamp.Page != i+1 || p.Stamp.Of != 5 {
			t.Fatalf("page %d: stamp %+v", i+1, p.Stamp)
		}
		if s := p.Text[p.Stamp.Range.Start:p.Stamp.Range.End]; !strings.HasPrefix(s, "Case 2:21") {
			t.Errorf("page %d: the stamp's range is %q", i+1, s)
		}
	}
	if d.Docket == nil || d.Docket.Number != "2:21-cv-00999" || d.Docket.Core != "2100999" || d.Docket.Court != "cacd" || d.Docket.Entry != "7" {
		t.Errorf("docket %+v", d.Docket)
	}
}

func TestStampOnTwoLines(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		f.Text(60, 20, "Case 2:21-cv-00999-AB Document 7")
		f.Text(60, 34, "Filed 02/03/21 Page 1 of 5")
		writeLines(f, 72, 300, "Body.")
	})
	s := readTest(t, data, Options{}).Document.Pages[0].Stamp
	if s == nil || s.Entry != "7" || s.Filed == nil || s.Page != 1 {
		t.Errorf("stamp %+v", s)
	}
}

func TestBoxesOverText(t *testing.T) {
	box := func(f *fpdf.Fpdf) { f.SetFillColor(0, 0, 0); f.Rect(70, 290, 200, 14, "F") }
	words := func(f *fpdf.Fpdf) { f.Text(72, 300, "secret name of somebody") }
	tests := []struct {
		name string
		draw func(f *fpdf.Fpdf)
		want bool
	}{
		{"a box over text", func(f *fpdf.Fpdf) { words(f); box(f) }, true},
		{"text over a box", func(f *fpdf.Fpdf) { box(f); f.SetTextColor(255, 255, 255); words(f) }, false},
		{"a light box", func(f *fpdf.Fpdf) { words(f); f.SetFillColor(255, 255, 0); f.Rect(70, 290, 200, 14, "F") }, false},
		{"a box elsewhere", func(f *fpdf.Fpdf) { words(f); f.SetFillColor(0, 0, 0); f.Rect(70, 400, 200, 14, "F") }, false},
	}
	for _, tt := range tests {
		p := readTest(t, drawPDF(t, func(f *fpdf.Fpdf) { f.AddPage(); tt.draw(f) }), Options{}).Document.Pages[0]
		if got := strings.Contains(strings.Join(p.Flags, " "), "drawn box"); got != tt.want {
			t.Errorf("%s: flags %q", tt.name, p.Flags)
		}
		if !strings.Contains(p.Text, "secret") {
			t.Errorf("%s: the text is gone", tt.name)
		}
	}
}

func scanPage(t testing.TB, f *fpdf.Fpdf) {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 60, 80))
	img.SetGray(3, 3, color.Gray{Y: 200})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	f.AddPage()
	f.RegisterImageOptionsReader("scan", fpdf.ImageOptions{ImageType: "PNG"}, &b)
	f.ImageOptions("scan", 10, 40, 590, 740, false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}

func TestScans(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		scanPage(t, f)
		f.Text(60, 20, "Case 2:21-cv-00999-AB Document 7 Filed 02/03/21 Page 1 of 2")
		scanPage(t, f)
		writeLines(f, 72, 200, strings.Repeat("many words ", 8), strings.Repeat("many words ", 8))
	})
	d := readTest(t, data, Options{}).Document
	if d.Pages[0].State != evidence.PageImageOnly || d.Pages[0].Stamp == nil {
		t.Errorf("page 1: %s, stamp %v", d.Pages[0].State, d.Pages[0].Stamp)
	}
	if d.Pages[1].State != evidence.PageText {
		t.Errorf("page 2, a picture with text: %s", d.Pages[1].State)
	}
	if len(d.Warnings) != 1 || d.Warnings[0] != "page 1: image only, not searchable" {
		t.Errorf("warnings %q", d.Warnings)
	}
}

func TestPasswords(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.SetProtection(fpdf.CnProtectPrint, "open sesame", "owner")
		f.AddPage()
		writeLines(f, 72, 300, "locked words")
	})
	for _, passwords := range [][]string{nil, {"wrong"}} {
		_, err := readPDF(context.Background(), "x.pdf", data, Options{PDF: testPDF(t), Password: passwords})
		var refused *evidence.ReadError
		if !errors.As(err, &refused) || refused.Code != evidence.Encrypted || !refused.Retryable {
			t.Errorf("with %q: %v", passwords, err)
		}
	}
	res := readTest(t, data, Options{Password: []string{"wrong", "open sesame"}})
	if res.Document.Pages[0].Text != "locked words" {
		t.Errorf("text %q", res.Document.Pages[0].Text)
	}
}

func TestBookmarksAndInformation(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.SetTitle("Order on the Motion to Dismiss", true)
		f.SetAuthor("Ada Lovelace", true)
		f.AddPage()
		f.Bookmark("Background", 0, -1)
		writeLines(f, 72, 300, "one")
		f.AddPage()
		f.Bookmark("Parties", 1, -1)
		writeLines(f, 72, 300, "two")
	})
	d := readTest(t, data, Options{}).Document
	if d.Title != "Order on the Motion to Dismiss" || d.Author != "Ada Lovelace" {
		t.Errorf("title %q, author %q", d.Title, d.Author)
	}
	want := []evidence.Mark{{Title: "Background", Page: 1, Level: 0}, {Title: "Parties", Page: 2, Level: 1}}
	if len(d.Bookmarks) != 2 || d.Bookmarks[0] != want[0] || d.Bookmarks[1] != want[1] {
		t.Errorf("bookmarks %+v", d.Bookmarks)
	}
}

func TestEmbeddedFiles(t *testing.T) {
	data := objects("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 4 0 R (b) 6 0 R] >> >> >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
		"<< /Type /Filespec /F (exhibit.txt) /UF (exhibit.txt) /EF << /F 5 0 R /UF 5 0 R >> >>",
		"<< /Type /EmbeddedFile /Length 12 >>\nstream\nexhibit text\nendstream",
		"<< /Type /Filespec /F (lost.txt) >>")
	data = repairPDF(data, false) // with a table of objects, as a sound file has
	res := readTest(t, data, Options{})
	if len(res.Children) != 1 || res.Children[0].Name != "exhibit.txt" || string(res.Children[0].Data) != "exhibit text" {
		t.Errorf("children %+v", res.Children)
	}
	if w := res.Document.Warnings; len(w) != 1 || !strings.Contains(w[0], "lost.txt") {
		t.Errorf("warnings %q", w)
	}
}

// objects makes a PDF of objects numbered from 1; the reader finds them without a table.
func objects(list ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range list {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\n%%%%EOF\n", len(list)+1)
	return []byte(b.String())
}

func TestFormValuesAreRead(t *testing.T) {
	data := objects("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /DR << /Font << /Helv 6 0 R >> >> >> >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Annots [4 0 R] >>",
		"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Grace Hopper) /F 4 /Rect [72 600 300 620] /DA (/Helv 12 Tf 0 g) /AP << /N 5 0 R >> >>",
		"<< /Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 6 0 R >> >> /Length 49 >>\nstream\nBT /Helv 12 Tf 2 5 Td (Grace Hopper) Tj ET       \nendstream",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	if text := readTest(t, data, Options{}).Document.Pages[0].Text; text != "Grace Hopper" {
		t.Errorf("text %q", text)
	}
}

// TestFormValuesWithoutDrawing reads values that only a viewer draws; a button's state and
// a hidden field are none.
func TestFormValuesWithoutDrawing(t *testing.T) {
	field := func(rest string) string {
		return "<< /Type /Annot /Subtype /Widget /Rect [72 600 300 620] " + rest + " >>"
	}
	data := objects("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 5 0 R 6 0 R] /NeedAppearances true >> >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Annots [4 0 R 5 0 R 6 0 R 7 0 R] >>",
		field("/FT /Tx /T (name) /V (Grace Hopper) /F 4"), field("/FT /Btn /T (yes) /V /Off /F 4"), field("/FT /Tx /T (secret) /V (hidden words) /F 2"),
		"<< /Type /Annot /Subtype /FreeText /Contents (See the annex) /F 4 /Rect [72 300 300 320] >>")
	p := readTest(t, data, Options{}).Document.Pages[0]
	if p.Text != "Grace Hopper\nSee the annex" {
		t.Errorf("text %q", p.Text)
	}
	if b := p.Layout.Boxes; len(b) != 5 || b[0].X0 != 72 || b[0].Y0 != 172 {
		t.Errorf("boxes %+v", b)
	}
}

func TestTurnedPage(t *testing.T) {
	data := objects("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /Rotate 90 /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
		"<< /Length 48 >>\nstream\nBT /F 12 Tf 0 1 -1 0 100 50 Tm (sideways) Tj ET  \nendstream",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	l := readTest(t, data, Options{}).Document.Pages[0].Layout
	if l.Width != 792 || l.Height != 612 || len(l.Boxes) != 1 {
		t.Fatalf("layout %+v", l)
	}
	if b := l.Boxes[0]; b.X0 < 48 || b.X0 > 53 || b.Y1 < 98 || b.Y1 > 104 || b.X1-b.X0 < 4*(b.Y1-b.Y0)/2 {
		t.Errorf("box %+v", b)
	}
}

func TestSaneTitle(t *testing.T) {
	for in, want := range map[string]string{
		"Order on the Motion": "Order on the Motion", "Microsoft Word - x.docx": "", "final_v3.pdf": "", "Untitled document": "",
		"untitled": "", "scan0001": "", "a\x00\x01 b c": "", "䵩捲漠潳 潦": "", "  Spaces   in  it ": "Spaces in it", "": "",
	} {
		if got := saneTitle(in); got != want {
			t.Errorf("saneTitle(%q) = %q, want %q", in, got, want)
		}
	}
}
