package format

import (
	"fmt"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"

	"averment/evidence"
)

// condensedSheet prints four pages of 25 numbered lines on one sheet, row by row across it,
// as the worst programs do.
func condensedSheet(t testing.TB) []byte {
	at := [][2]float64{{40, 60}, {320, 60}, {40, 420}, {320, 420}}
	return drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		f.SetFont("Courier", "", 7)
		for i, xy := range at {
			f.Text(xy[0]+120, xy[1]-16, fmt.Sprint(37+i))
		}
		for k := 1; k <= 25; k++ {
			for i, xy := range at {
				y := xy[1] + 12*float64(k-1)
				f.Text(xy[0]+8, y, fmt.Sprint(k))
				f.Text(xy[0]+40, y, testimonyLine(37+i, k))
			}
		}
	})
}

func testimonyLine(page, line int) string {
	switch line % 3 {
	case 1:
		return fmt.Sprintf("Q. What happened at place p%dl%d", page, line)
	case 2:
		return fmt.Sprintf("A. The gate p%dl%d was shut and", page, line)
	}
	return fmt.Sprintf("nobody p%dl%d opened it.", page, line)
}

func TestFourPagesOnOneSheet(t *testing.T) {
	pages := readTest(t, condensedSheet(t), Options{}).Document.Pages
	p := pages[0]
	if len(p.Paragraphs) != 4*(9+8) {
		t.Errorf("%d paragraphs, want one for each question and answer", len(p.Paragraphs))
	}
	if i, j := strings.Index(p.Text, "p37l25"), strings.Index(p.Text, "p38l1\n"); i < 0 || i > j {
		t.Errorf("the pages are mixed: %q", p.Text[:200])
	}
	for page := 37; page <= 40; page++ {
		for _, line := range []int{1, 2, 14, 25} {
			word := fmt.Sprintf("p%dl%d", page, line)
			at := strings.Index(p.Text, word)
			if at < 0 {
				t.Fatalf("%s is lost", word)
			}
			want := fmt.Sprintf("%d:%d", page, line)
			if got := evidence.Locator(pages, evidence.Span{Page: 1, Start: at, End: at + len(word)}); got != want {
				t.Errorf("%s is cited %q, want %q", word, got, want)
			}
		}
	}
	from, to := strings.Index(p.Text, "p38l25"), strings.Index(p.Text, "p39l2")
	if got := evidence.Locator(pages, evidence.Span{Page: 1, Start: from, End: to + 5}); got != "38:25–39:2" {
		t.Errorf("a passage over two printed pages is cited %q", got)
	}
	if w := furnitureOf(p); !strings.Contains(strings.Join(w, "|"), "37") {
		t.Errorf("furniture %q: the numbers of pages stay findable", w)
	}
}

// TestTestimonyOnOnePage checks that a paragraph of a transcript is what a person says, and
// that two columns of numbers in a table are no transcript.
func TestTestimonyOnOnePage(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		for k := 1; k <= 25; k++ {
			f.Text(80, 60+24*float64(k), fmt.Sprintf("%2d", k))
			f.Text(130, 60+24*float64(k), testimonyLine(5, k))
		}
	})
	p := readTest(t, data, Options{}).Document.Pages[0]
	if len(p.Paragraphs) != 17 || p.Lines == nil || len(p.Lines.Starts) != 25 || len(p.Lines.More) > 0 {
		t.Errorf("%d paragraphs, lines %+v", len(p.Paragraphs), p.Lines)
	}
	table := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		for k := 1; k <= 30; k++ {
			f.Text(80, 60+20*float64(k), fmt.Sprint(k))
			f.Text(300, 60+20*float64(k), fmt.Sprint(k*7%31))
			f.Text(400, 60+20*float64(k), "barrels delivered")
		}
	})
	if p := readTest(t, table, Options{}).Document.Pages[0]; p.Lines != nil && len(p.Lines.More) > 0 {
		t.Errorf("a table is read as testimony: %+v", p.Lines)
	}
}
