package extract

import (
	"testing"
	"unicode/utf8"

	"averment/evidence"
)

// FuzzReaders holds every fact to its span: it lies in the page, on rune boundaries.
func FuzzReaders(f *testing.F) {
	for _, seed := range []string{
		"“We won,” said Ada Pell on 3 March 2024. It cost $1,000 (£812) per user.",
		"It seeks ``damages'' of 10-1/2 pct, a month later, according to X's 'suit",
		"1. Denied. 2. Admitted in part; no comment, as the BBC reported.",
		"From to and that who, \"\" '' ‘’ – said said said told of accused of",
		"Q3 FY24 3Q24 1986/87 12/13/14 2024-02-30 week of March 31 a year ago",
	} {
		f.Add(seed+" $0(", uint8(0))
		f.Add(seed, uint8(3))
	}
	forms := []string{"", "complaint", "answer", "opinion", "policy"}
	f.Fuzz(func(t *testing.T, text string, form uint8) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		doc := articleOf(text)
		switch name := forms[int(form)%len(forms)]; name {
		case "":
		case "policy":
			doc.Kind = evidence.Policy
		default:
			doc.Kind, doc.Filing = evidence.Filing, &evidence.Caption{Type: name}
		}
		published := evidence.Date{Value: "2024-02-29", Precision: evidence.Day, Resolved: true}
		doc.Published = &published
		v := newView(doc)
		for _, d := range readDates(v, nil) {
			holds(t, text, d.Spans[0], d.Surface)
			if _, _, ok := d.Bounds(); d.Resolved && !ok {
				t.Errorf("%q has the value %q", d.Surface, d.Value)
			}
		}
		for _, a := range readAmounts(v, nil, nil) {
			holds(t, text, a.Spans[0], a.Surface)
		}
		quotations, statements := readSpeech(v)
		for _, q := range quotations {
			holds(t, text, q.Spans[0], q.Text)
		}
		for _, s := range statements {
			holds(t, text, s.Spans[0], s.Text)
		}
		readOrigin(v)
	})
}

func holds(t *testing.T, text string, s evidence.Span, want string) {
	t.Helper()
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		t.Fatalf("span %d to %d of %d bytes", s.Start, s.End, len(text))
	}
	if got := text[s.Start:s.End]; got != want {
		t.Errorf("span holds %q, fact says %q", got, want)
	}
}
