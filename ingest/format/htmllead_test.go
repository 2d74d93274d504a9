package format

import (
	"slices"
	"strings"
	"testing"
)

// TestLead: a first paragraph that is set apart from the article comes back into it.
func TestLead(t *testing.T) {
	const lead = "Crane crews get a year of wages back"
	tests := []struct {
		name, head, in string
		want           bool
	}{
		{"named a teaser", "", `<div class="teaser-text"><p>` + lead + `, a court said.</p></div>`, true},
		{"a subheading named so", "", `<h2 class="article-subheadline">` + lead + `, after two years of talks with the port</h2>`, true},
		{"as the page describes itself", `<meta property="og:description" content="` + lead + `, and more">`, `<div class="x"><div>` + lead + `, and more</div></div>`, true},
		{"a link to another page", "", `<div class="teaser-text"><a href="/x">` + lead + `, a court said.</a></div>`, false},
		{"a caption", "", `<figure class="teaser"><figcaption>` + lead + `, a court said.</figcaption></figure>`, false},
	}
	for _, tt := range tests {
		page := "<html><head><title>Port operator settles suit</title>" + tt.head + "</head><body><article><header><h1>Port operator settles suit</h1>" + tt.in + "</header><div class=text>" + paragraphs + "</div></article></body></html>"
		got := slices.ContainsFunc(bodyOf(t, page), func(s string) bool { return strings.HasPrefix(s, lead) })
		if got != tt.want {
			t.Errorf("%s: in the body %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestStatedArticle: linked data that hold the article decide what stands behind its end,
// and give the text where the page shows a part of it only.
func TestStatedArticle(t *testing.T) {
	sentences := htmlBlocks(paragraphs)
	long := strings.Join(sentences, " ") + strings.Repeat(" The crews had asked for it since the spring, and the court heard them in June.", 6)
	script := func(text string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Port operator settles suit","articleBody":"` + text + `"}</script>`
	}
	rest := "<p>The crews had asked for it since the spring, and the court heard them in June.</p>"
	page := func(head, body string) string {
		return "<html><head>" + head + "</head><body><article><h1>Port operator settles suit</h1>" + body + "</article></body></html>"
	}
	got := strings.Join(bodyOf(t, page(script(long), paragraphs+rest+"<p>Our shop has a cup with a crane on it, for all who love the harbour.</p>")), " ")
	if !strings.Contains(got, "heard them in June") || strings.Contains(got, "Our shop") {
		t.Errorf("behind the stated end: %q", got)
	}
	d := read(t, "x.html", page(script(long), "<p>"+sentences[0]+"</p><p>Log in to read on.</p>"), Options{}).Document
	if text := d.Pages[0].Text; !strings.Contains(text, "heard them in June") || len(d.Warnings) != 1 {
		t.Errorf("cut by the page: %q, warnings %q", text, d.Warnings)
	}
	d = read(t, "x.html", page(script("Port operator pays."), paragraphs), Options{}).Document
	if text := d.Pages[0].Text; !strings.Contains(text, "hearing is set") || len(d.Warnings) != 0 {
		t.Errorf("a teaser is stated: %q, warnings %q", text, d.Warnings)
	}
}
