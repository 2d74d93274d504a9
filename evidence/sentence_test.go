package evidence

import (
	"slices"
	"testing"
)

// TestSentences walks sentences that run over one page break and over two, and leaves out
// what lies outside its page.
func TestSentences(t *testing.T) {
	pages := []Page{
		{Number: 1, Text: "One. The gates", Sentences: []Range{{0, 4}, {5, 14}}, Carries: 2},
		{Number: 2, Text: "of the old", Sentences: []Range{{0, 10}}, Carries: 1},
		{Number: 3, Text: "mill shut. The con-", Sentences: []Range{{0, 10}, {11, 18}}, Carries: 2},
		{Number: 4, Text: "tract ended. A three-", Sentences: []Range{{0, 12}, {13, 21}}, Carries: 2},
		{Number: 5, Text: "part tale.", Sentences: []Range{{0, 10}, {11, 99}}, Carries: 3},
		{Number: 6, Text: "End.", Sentences: []Range{{0, 4}}},
	}
	var got []string
	for s := range Sentences(pages) {
		got = append(got, s.Text(pages))
	}
	if want := []string{"One.", "The gates of the old mill shut.", "The contract ended.", "A three-part tale.", "End."}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSpanOverPages(t *testing.T) {
	s := Span{Page: 1, Start: 5, End: 14, Continues: &Span{Page: 2, Start: 0, End: 10}}
	if !s.On(1) || !s.On(2) || s.On(3) {
		t.Error("the pages of a span that crosses a break")
	}
	if !s.Touches(Span{Page: 2, Start: 9, End: 12}) || s.Touches(Span{Page: 2, Start: 10, End: 12}) || s.Touches(Span{Page: 1, Start: 0, End: 5}) {
		t.Error("what a span touches behind the break")
	}
}
