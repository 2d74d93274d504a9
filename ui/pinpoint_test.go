package ui

import (
	"strings"
	"testing"

	"averment/evidence"
	"averment/search"
)

func TestPinpoint(t *testing.T) {
	text := "Q. Who signed?\nA. The tenant did.\nQ. When?"
	lined := evidence.Page{Number: 3, Text: text, Paragraphs: []int{0, 15, 34}, Lines: &evidence.Lines{Page: "45", First: 11, Starts: []int{0, 15, 34}}}
	pleading := evidence.Page{Number: 3, Text: text}
	stamped := evidence.Page{Number: 3, Text: text, Stamp: &evidence.Stamp{Page: 2}}
	numbered := []evidence.Statement{{Paragraph: 27, Spans: []evidence.Span{{Page: 3, Start: 0, End: len(text)}}}}
	hit := search.Place{Number: 1, Span: evidence.Span{Page: 3, Start: 18, End: 28}, Place: "45:12"}
	tests := []struct {
		name       string
		page       evidence.Page
		statements []evidence.Statement
		places     []search.Place
		want       string
	}{
		{"a page", pleading, nil, nil, "at 3"},
		{"a page with the court's number", stamped, nil, nil, "at 2"},
		{"a page of a transcript", lined, nil, nil, "at 45"},
		{"a hit in a transcript", lined, nil, []search.Place{hit}, "at 45:12"},
		{"a hit in a numbered paragraph", pleading, numbered, []search.Place{{Number: 1, Span: hit.Span}}, "¶ 27"},
	}
	for _, tt := range tests {
		v := documentPage{Doc: &evidence.Document{ID: strings.Repeat("a", 64), PageCount: 9, Statements: tt.statements}, Page: tt.page, HitNow: len(tt.places)}
		marks := factMarks(v.Doc, 3)
		for _, p := range tt.places {
			marks = append(marks, markSpan{Range: p.Span.Range(), Class: "hit", ID: "h1", Now: true})
		}
		v.Rows = paragraphs(v.Page, marks)
		v.number(3)
		if got := v.pinpoint(tt.places); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if got := citations(v.Doc, "Deposition", tt.want)[0].Text; !strings.HasSuffix(got, ", "+tt.want+".") {
			t.Errorf("%s: citation %q", tt.name, got)
		}
	}
}
