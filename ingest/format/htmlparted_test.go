package format

import (
	"slices"
	"testing"
)

// TestShortArticle: the paragraphs of an article of a few sentences stay apart, also
// where nothing stands between their tags, and what is not part of it stays out.
func TestShortArticle(t *testing.T) {
	want := []string{
		"Harbour firm fined",
		"Millbrook Freight was fined $2 million by the port board on Tuesday, the board said in a statement to reporters.",
		"The firm denied the findings and said it would appeal the decision in the coming weeks.",
	}
	article := "<article><h1>" + want[0] + "</h1><p>" + want[1] + "</p><p>" + want[2] + "</p></article>"
	tests := []struct{ name, in string }{
		{"on one line", article},
		{"on a line each", "<article>\n<h1>" + want[0] + "</h1>\n<p>" + want[1] + "</p>\n<p>" + want[2] + "</p>\n</article>"},
		{"below a menu with its first word", "<nav><a href=/h>Harbour</a></nav>" + article},
	}
	for _, tt := range tests {
		got := bodyOf(t, "<html><head><title>Harbour firm fined</title></head><body>"+tt.in+"</body></html>")
		if !slices.Equal(got, want[1:]) { // the title is no part of the body
			t.Errorf("%s: %q, want %q", tt.name, got, want[1:])
		}
	}
}
