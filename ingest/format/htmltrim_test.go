package format

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestTrimBody: boxes, headings of furniture with their links, captions and links behind
// the end leave the body; what the article says stays.
func TestTrimBody(t *testing.T) {
	const (
		first = "A port operator agreed on Friday to pay workers, according to court papers."
		last  = "A judge has to approve the agreement, and a hearing is set for April in the city, which has waited for it since the strike of the spring before."
		more  = "Both sides had argued for two years about who must pay for the missed breaks of the crane crews."
	)
	p := func(s string) string { return "<p>" + s + "</p>" }
	tests := []struct {
		name, in string
		want     []string
	}{
		{"a heading and its links", p(first) + p(last) + "<h3>Related Articles</h3><ul><li><a href=/a>Crane falls over</a></li><li><a href=/b>Harbour fees rise</a></li></ul>", []string{first, last}},
		{"lists of a blog without links", p(first) + p(last) + "<h3>Recent Posts</h3><ul><li>Crane falls over</li></ul><h3>Archives</h3><ul><li>April 2025</li></ul>", []string{first, last}},
		{"a list of the article", p(first) + "<h3>Company</h3><ul><li>Two hundred cranes</li></ul>" + p(last), []string{first, "Two hundred cranes", last}},
		{"in another language", p(first) + p(last) + "<h3>Das könnte Sie auch interessieren</h3><p><a href=/a>Kran gestürzt</a></p>", []string{first, last}},
		{"a line that names itself", p(first) + `<p>Lea también: <a href=/a>Cae una grúa en el puerto de la ciudad</a></p>` + p(last), []string{first, last}},
		{"a heading of the article", p(first) + "<h3>Related</h3>" + p(last), []string{first, "Related", last}},
		{"a box about the author", p(first) + p(last) + `<div class="author-bio">` + p("Ann Lee writes about harbours.") + "</div>", []string{first, last}},
		{"a caption", p(first) + "<figure><figcaption>Cranes at night</figcaption></figure>" + p(last), []string{first, last}},
		{"the article in a box with a bad name", `<div class="newsletter">` + p(first) + p(last) + "</div>", []string{first, last}},
		{"links within a sentence", p(first) + `<p><a href=/x>Both sides</a> had argued for two years about who must pay for the missed breaks of the crane crews.</p>` + p(last), []string{first, more, last}},
		{"links and headings behind the end", p(first) + p(last) + "<h4>In short</h4><p><a href=/x>The settlement (PDF)</a></p>", []string{first, last}},
		{"mostly links", p("Short.") + `<p><a href=/x>` + more + `</a></p><p><a href=/y>` + first + `</a></p>`, []string{"Short.", more, first}},
	}
	for _, tt := range tests {
		root, err := html.Parse(strings.NewReader("<body>" + tt.in + "</body>"))
		if err != nil {
			t.Fatal(err)
		}
		view := visibleText(root)
		if got := trimBody(view.texts(), view, pageHints{}); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}
