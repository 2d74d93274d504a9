package worker

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"averment/evidence"
	"averment/ingest/format"
)

// damagedDocument is what no honest child would send.
func damagedDocument() *evidence.Document {
	span := func(page, start, end int) []evidence.Span {
		return []evidence.Span{{Page: page, Start: start, End: end}}
	}
	return &evidence.Document{
		Title: "a title\x00with\x1b[2Jescapes" + strings.Repeat("x", 10_000),
		Pages: []evidence.Page{
			{Number: 9, Text: "some\x00text é here", State: "lies",
				Furniture:  []evidence.Range{{Start: 3, End: 2}, {Start: -1, End: 4}, {Start: 0, End: 4}, {Start: 2, End: 6}, {Start: 5, End: 999}},
				Paragraphs: []int{0, 0, -4, 5, 3, 999, 11},
				Sentences:  []evidence.Range{{Start: 0, End: 11}}, Carries: 7,
				Stamp:  &evidence.Stamp{Range: evidence.Range{Start: 4, End: 4000}},
				Layout: &evidence.Layout{Boxes: []evidence.Box{{Start: 0, End: 4}, {Start: 5, End: 5000}, {Start: -5, End: 2}}}},
			{Text: "second"},
		},
		Parties:    []evidence.Party{{Name: "good", Spans: span(1, 0, 4)}, {Name: "bad", Spans: span(3, 0, 1)}},
		Statements: []evidence.Statement{{Text: "good", Spans: span(2, 0, 6)}, {Text: "bad cue", Spans: span(2, 0, 6), CueSpan: &evidence.Span{Page: 2, Start: 5, End: 2}}},
		Citations:  []evidence.Citation{{Text: "a", Spans: span(1, 0, 999), Target: 77}},
		Dates:      []evidence.DateFact{{Spans: []evidence.Span{{Page: 1, Start: 0, End: 2, Continues: &evidence.Span{Page: 7}}}}},
	}
}

func TestRepair(t *testing.T) {
	d := damagedDocument()
	repair(d, format.DefaultLimits())
	checkDocument(t, d)
	p := d.Pages[0]
	if p.Text != "some text é here" || p.Number != 1 || p.State != evidence.PageText {
		t.Errorf("page %+v", p)
	}
	if len(p.Furniture) != 1 || len(p.Paragraphs) != 2 || len(p.Layout.Boxes) != 1 || len(p.Sentences) != 0 || p.Carries != 0 {
		t.Errorf("furniture %v, paragraphs %v, boxes %v, sentences %v", p.Furniture, p.Paragraphs, p.Layout.Boxes, p.Sentences)
	}
	if len(d.Parties) != 1 || len(d.Statements) != 1 || len(d.Citations) != 1 || d.Citations[0].Target != 0 || len(d.Dates) != 0 {
		t.Errorf("facts %+v %+v %+v %+v", d.Parties, d.Statements, d.Citations, d.Dates)
	}
	if strings.ContainsAny(d.Title, "\x00\x1b") || len(d.Title) > maxName {
		t.Errorf("title %q", d.Title)
	}
}

func TestRepairCutsToTheCaps(t *testing.T) {
	d := &evidence.Document{Pages: []evidence.Page{{Text: "ééééé"}, {Text: "more"}, {Text: "third"}}}
	repair(d, format.Limits{Text: 5, Pages: 2})
	if len(d.Pages) != 2 || d.Pages[0].Text != "éé" || d.Pages[1].Text != "m" || len(d.Warnings) == 0 {
		t.Errorf("pages %+v, warnings %q", d.Pages, d.Warnings)
	}
}

// checkDocument fails when anything in d points outside its text.
func checkDocument(t *testing.T, d *evidence.Document) {
	t.Helper()
	guard := spanGuard(d.Pages)
	for i, p := range d.Pages {
		if p.Number != i+1 || !utf8.ValidString(p.Text) || strings.Contains(p.Text, "\x00") {
			t.Errorf("page %d: number %d, text %q", i+1, p.Number, p.Text)
		}
		for _, r := range append(append([]evidence.Range{}, p.Furniture...), p.Sentences...) {
			if r.Start < 0 || r.End > len(p.Text) || r.Start >= r.End {
				t.Errorf("page %d: range %v of %d bytes", i+1, r, len(p.Text))
			}
		}
	}
	for _, f := range d.Parties {
		for _, s := range f.Spans {
			if !guard.good(s) {
				t.Errorf("party %q: span %v", f.Name, s)
			}
		}
	}
}

// testExchange talks to a child that is a stream.
func testExchange(in io.Reader, out io.Writer) *exchange {
	x := &exchange{p: &process{in: newFrameWriter(out), out: newFrameReader(in)}, limits: format.Limits{Text: 1 << 16, Pages: 100, Depth: 8, Members: 3, Total: 1 << 20, Ratio: 200},
		take: func(format.Child, io.Reader) error { return nil },
		ocr:  func(format.Picture) (evidence.Page, error) { return evidence.Page{}, errors.New("no OCR") }}
	x.watch = watch(context.Background(), time.Minute, time.Minute, func() {})
	return x
}

func TestTooManyChildren(t *testing.T) {
	for _, tt := range []struct {
		name     string
		children int
		size     int
		want     evidence.Code
	}{
		{"within the caps", 3, 10, ""},
		{"too many", 4, 10, evidence.Bomb},
		{"too large", 1, 1<<20 + 1, evidence.Bomb},
		{"too large together", 3, 400 << 10, evidence.Bomb},
	} {
		r, w := io.Pipe()
		go func() {
			f := newFrameWriter(w)
			for range tt.children {
				_ = f.value(kindChild, childHeader{Name: "x"})
				_ = f.bytes(kindData, make([]byte, tt.size))
			}
			_ = f.value(kindDone, outcome{})
		}()
		_, err := testExchange(r, io.Discard).receive()
		r.Close()
		var refused *evidence.ReadError
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want != "" && (!errors.As(err, &refused) || refused.Code != tt.want):
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestLinesOfSeveralPages(t *testing.T) {
	text := strings.Repeat("a line\n", 4)
	good := evidence.Lines{Page: "1", First: 1, Starts: []int{0, 7}, More: []evidence.Lines{{Page: "2", First: 1, Starts: []int{14, 21}}}}
	if l := goodLines(good, text); l == nil || len(l.More) != 1 {
		t.Errorf("lines %+v", l)
	}
	for _, more := range [][]evidence.Lines{
		{{Page: "2", First: 1}},
		{{Page: "2", First: 1, Starts: []int{3}}},
		{{Page: "2", First: 1, Starts: []int{99}}},
	} {
		bad := good
		bad.More = more
		if l := goodLines(bad, text); l != nil {
			t.Errorf("lines %+v were kept", l)
		}
	}
}
