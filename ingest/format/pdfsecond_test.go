package format

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"

	"averment/evidence"
)

func TestSecondReaderWhereTheFirstFails(t *testing.T) {
	data := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		f.Text(72, 300, "words of the second reader")
	})
	o := Options{PDF: testPDF(t)}
	cause := fail(evidence.Damaged, "no PDF that can be opened")
	res, err := readSecond(data, o, cause)
	if err != nil {
		t.Fatal(err)
	}
	if p := res.Document.Pages[0]; !strings.Contains(p.Text, "second reader") || p.Reader != secondReader {
		t.Errorf("page %+v", p)
	}
	if len(res.Document.Warnings) == 0 {
		t.Error("no warning")
	}
	if _, err := readSecond([]byte("%PDF-1.4 nothing"), o, cause); !errors.Is(err, cause) {
		t.Errorf("error %v, want the first reader's", err)
	}
	o.PDF.NoSecond = true
	if _, err := readSecond(data, o, cause); !errors.Is(err, cause) {
		t.Error("the second reader ran though it must not")
	}
}

func TestReadersDisagree(t *testing.T) {
	page := strings.Repeat("The quick brown fox jumps over the lazy dog while seven judges watch. ", 4)
	tests := []struct {
		name, second string
		want         bool
	}{
		{"nearly the same", strings.Replace(page, "lazy", "sleepy", 1), false},
		{"words run together", strings.ReplaceAll(page, " ", ""), false},
		{"a part left out", page[:150], false},
		{"garbled", strings.Repeat("bcdf ghjk lmnp ", 20), false},
		{"a few other words", "page 4 of 9", false},
		{"another text", strings.Repeat("Nothing of this appears anywhere in what was printed here. ", 4), true},
	}
	for _, tt := range tests {
		s := sheet{lines: plainLines(page)}
		s.weigh(tt.second)
		if got := len(s.flags) > 0 && strings.HasPrefix(s.flags[0], "check by eye"); got != tt.want {
			t.Errorf("%s: flags %q", tt.name, s.flags)
		}
	}
	if hebrew := "העד הצהיר כי המכתב נשלח במרץ"; disagree(strings.Repeat(hebrew, 9), strings.Repeat("ץרמב חלשנ", 30)) {
		t.Error("two orders of the same writing count as a difference")
	}
	empty := sheet{}
	empty.weigh("words")
	if len(empty.lines) != 1 || empty.reader != secondReader {
		t.Errorf("the second text was not taken: %+v", empty)
	}
}

// misread is a page whose font names other letters than it shows, which only one of the
// readers believes.
func misread() []byte {
	codes := strings.Builder{}
	for c := 'a'; c <= 'z'; c++ {
		fmt.Fprintf(&codes, "<%02X> <%04X>\n", c, 'a'+(c-'a'+3)%26)
	}
	cmap := "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 26 beginbfchar\n" + codes.String() + "endbfchar endcmap end"
	content := "BT /F 12 Tf 20 TL 72 700 Td "
	for range 6 {
		content += "(the engineer of the harbour said that the wall had been repaired in March) Tj T* "
	}
	stream := func(s string) string { return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s) }
	list := objects("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
		stream(content+"ET"), stream(cmap))
	return repairPDF(list, false) // with a table of objects, which the second reader needs
}

// TestSampleIsReadTwice checks that a page which the readers see differently is flagged
// without being asked for, and that a plain one is not.
func TestSampleIsReadTwice(t *testing.T) {
	d := readTest(t, misread(), Options{}).Document
	if w := strings.Join(d.Warnings, "\n"); !strings.Contains(w, "page 1: check by eye") {
		t.Errorf("warnings %q; text %.60q", w, d.Pages[0].Text)
	}
	if d := readTest(t, twoPages(t), Options{}).Document; len(d.Warnings) > 0 {
		t.Errorf("warnings %q", d.Warnings)
	}
}

// TestEmptyPageOfADamagedFile checks that a page with nothing on it is flagged where the
// second reader cannot open the file, and not in a sound one.
func TestEmptyPageOfADamagedFile(t *testing.T) {
	sound := drawPDF(t, func(f *fpdf.Fpdf) {
		f.AddPage()
		f.Text(72, 300, "the first page")
		f.AddPage()
	})
	if d := readTest(t, sound, Options{}).Document; len(d.Warnings) > 0 {
		t.Errorf("warnings %q", d.Warnings)
	}
	damaged := regexp.MustCompile(`startxref\n\d+`).ReplaceAll(sound, []byte("startxref\n7"))
	if d := readTest(t, damaged, Options{}).Document; len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "page 2: check by eye") {
		t.Errorf("warnings %q", d.Warnings)
	}
}

func TestSampledPages(t *testing.T) {
	sheets := make([]sheet, 400)
	for i := range sheets {
		sheets[i] = sheet{number: i + 1, lines: plainLines("words of a page")}
	}
	sheets[0].lines = nil
	got := pagesToAsk([]byte("some file"), sheets, false)
	if len(got) < 400/sampleStep || len(got) > 400/sampleStep+2 || got[0] > 2 {
		t.Errorf("pages %v", got)
	}
	sheets[7].lost = true
	if got := pagesToAsk([]byte("some file"), sheets, false); len(got) > 0 {
		t.Errorf("pages %v of a damaged file", got)
	}
}

func TestWordF1(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"one two", "Two, one!", 1},
		{"", "", 1},
		{"one", "", 0},
		{"one two", "one three", 0.5},
		{"a a a", "a", 0.5},
	}
	for _, tt := range tests {
		if got := wordF1(tt.a, tt.b); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("wordF1(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestGarbled(t *testing.T) {
	tests := []struct {
		text string
		want bool
	}{
		{strings.Repeat("Plain words of a page. ", 5), false},
		{strings.Repeat("\uE001\uE002\uE003 ", 30), true},
		{strings.Repeat("\uFFFD\uFFFDabc ", 30), true},
		{strings.Repeat("bcdf ghjk lmnp ", 10), true},
		{strings.Repeat("1,234 $5,678 ", 20), false},
		{strings.Repeat("судебное решение ", 10), false},
		{"", false},
	}
	for _, tt := range tests {
		if got := garbled(tt.text); got != tt.want {
			t.Errorf("garbled(%.20q) = %v", tt.text, got)
		}
	}
}
