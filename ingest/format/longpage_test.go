package format

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"averment/evidence"
)

// TestLongTextInParts reads texts that have no pages of their own: every word is there
// once, in order, and no part is long.
func TestLongTextInParts(t *testing.T) {
	var words, lines strings.Builder
	for i := range 200_000 {
		fmt.Fprintf(&words, "word%d ", i)
		fmt.Fprintf(&lines, "Line %d says naïve things.\n", i)
		if i%7 == 0 {
			lines.WriteByte('\n')
		}
	}
	for name, text := range map[string]string{"one line": words.String(), "lines": lines.String(), "no space": strings.Repeat("é", 1<<20)} {
		res, err := Read(context.Background(), "long.txt", []byte(text), Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		var all strings.Builder
		for i, p := range res.Document.Pages {
			if len(p.Text) > partSize || p.Number != i+1 {
				t.Errorf("%s: page %d of %d bytes in place %d", name, p.Number, len(p.Text), i)
			}
			for _, at := range p.Paragraphs {
				if at > 0 && p.Text[at-1] != '\n' || p.Text[at] == '\n' {
					t.Errorf("%s: page %d: a paragraph starts at %d", name, p.Number, at)
				}
			}
			all.WriteString(p.Text)
			if name != "no space" {
				all.WriteByte(' ')
			}
		}
		if got, want := strings.Fields(all.String()), strings.Fields(text); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: the text is not whole: %d words of %d", name, len(got), len(want))
		}
		if len(res.Document.Pages) < 10 || len(res.Document.Warnings) != 1 {
			t.Errorf("%s: %d pages, warnings %q", name, len(res.Document.Pages), res.Document.Warnings)
		}
	}
}

// TestFurnitureInParts cuts a range of furniture in two where a page is cut.
func TestFurnitureInParts(t *testing.T) {
	text := strings.Repeat("x", partSize-10) + " " + strings.Repeat("y", longPage)
	p := evidence.Page{Number: 1, Text: text, Furniture: []evidence.Range{{Start: 5, End: 9}, {Start: partSize - 100, End: partSize + 100}}}
	parts := partsOf(p)
	first, second := parts[0], parts[1]
	if got := fmt.Sprint(first.Furniture); got != fmt.Sprintf("[{5 9} {%d %d}]", partSize-100, partSize-10) {
		t.Errorf("first part: %s", got)
	}
	if got := fmt.Sprint(second.Furniture); got != fmt.Sprintf("[{0 %d}]", 100+9) {
		t.Errorf("second part: %s", got)
	}
	if len(parts[2].Furniture) != 0 {
		t.Errorf("third part: %v", parts[2].Furniture)
	}
}
