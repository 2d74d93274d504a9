package format

import (
	"fmt"
	"testing"

	"averment/evidence"

	"github.com/go-pdf/fpdf"
)

// TestPDFTranscript cites the pages of a transcript by what is printed on them: page and
// line, also where a line is empty and across a page.
func TestPDFTranscript(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		for i, page := range testimony {
			f.AddPage()
			writeLines(f, 500, 40, fmt.Sprint(45+i))
			for j, l := range page {
				y := 90 + 24*float64(j)
				writeLines(f, 60, y, fmt.Sprint(j+1))
				if l != "" {
					writeLines(f, 110, y, l)
				}
			}
		}
	})
	res := readTest(t, data, Options{})
	pages := res.Document.Pages
	for _, c := range []struct{ from, to, want string }{
		{"Ines Varga", "Ines Varga", "45:2"},
		{"harbour office", "berth section", "45:4–5"},
		{"I was told", "surveyor did", "46:4"},
		{"$4,000", "$4,000", "46:8"},
	} {
		if got := evidence.Locator(pages, passageOf(t, pages, c.from, c.to)); got != c.want {
			t.Errorf("%q to %q stands at %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
