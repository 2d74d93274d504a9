package evidence

import "testing"

// TestLocator cites by page and line, over a page break too, and nothing where lines have
// no numbers.
func TestLocator(t *testing.T) {
	pages := []Page{{Number: 1, Lines: &Lines{Page: "45", First: 1, Starts: []int{0, 10, 10, 30}}},
		{Number: 2, Lines: &Lines{Page: "46", First: 3, Starts: []int{5, 9}}}, {Number: 3}}
	for _, c := range []struct {
		span Span
		want string
	}{
		{Span{Page: 1, Start: 2, End: 8}, "45:1"},
		{Span{Page: 1, Start: 2, End: 10}, "45:1"},
		{Span{Page: 1, Start: 2, End: 11}, "45:1–3"}, // line 2 is empty
		{Span{Page: 1, Start: 30, End: 90}, "45:4"},
		{Span{Page: 1, Start: 12, End: 50, Continues: &Span{Page: 2, Start: 5, End: 12}}, "45:3–46:4"},
		{Span{Page: 2, Start: 1, End: 3}, ""}, // above the first line
		{Span{Page: 3, Start: 1, End: 3}, ""},
		{Span{Page: 9, Start: 1, End: 3}, ""},
	} {
		if got := Locator(pages, c.span); got != c.want {
			t.Errorf("%+v: %q, want %q", c.span, got, c.want)
		}
	}
}
