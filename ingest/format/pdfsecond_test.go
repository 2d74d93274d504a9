package format

import (
	"errors"
	"math"
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
	s := sheet{lines: plainLines("the quick brown fox jumps over the lazy dog")}
	s.weigh("the quick brown fox jumps over a lazy dog", true)
	if len(s.flags) != 0 {
		t.Errorf("flags %q for nearly the same text", s.flags)
	}
	s.weigh("something else is printed here altogether", true)
	if len(s.flags) != 1 || !strings.HasPrefix(s.flags[0], "check by eye") {
		t.Errorf("flags %q", s.flags)
	}
	empty := sheet{}
	empty.weigh("words", false)
	if len(empty.lines) != 1 || empty.reader != secondReader {
		t.Errorf("the second text was not taken: %+v", empty)
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
