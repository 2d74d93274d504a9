package format

import (
	"strings"
	"testing"

	"averment/evidence"
)

// TestBesideTheArticle: what readers wrote, cards of other articles, lists of links of the
// site and notes about the author leave the body; lists, links to other sites and what the
// author says of others stay.
func TestBesideTheArticle(t *testing.T) {
	const text = "The clerk of the county hopes that a message the night before spares people a wasted morning."
	card := "<div class=card><h3><a href=/j>Jury duty by phone</a></h3><p>" + text + "</p></div>"
	tests := []struct {
		name, in string
		want     bool // text stays in the body
	}{
		{"comments", "<div class=talk><h3>2 responses to “Port suit”</h3><div><p>" + text + "</p></div><div><p>I have worked these docks for thirty years.</p></div></div>", false},
		{"a heading of the article", "<h3>What readers say</h3><p>" + text + "</p>", true},
		{"cards", "<section>" + strings.Repeat(card, 3) + "</section>", false},
		{"one card", card, true},
		{"links of the site", "<ul><li><b>Law:</b> <a href=/l>" + strings.TrimSuffix(text, ".") + "</a></li><li><a href=/b>Ferry fares to rise</a></li></ul><p>A hearing is set for April in the city of the harbour.</p>", false},
		{"a list", "<ul><li>" + text + "</li><li>The company must train its managers.</li></ul>", true},
		{"the author", "<p>Ann Lee covers courts. " + text + "</p>", false},
		{"another", "<p>Ann Leeward covers her costs. " + text + "</p>", true},
	}
	for _, tt := range tests {
		in := `<html><head><meta name="author" content="Ann Lee"></head><body><main><h1>Port operator settles suit</h1>` + paragraphs + strings.ReplaceAll(paragraphs, "port", "harbour") + tt.in + "</main></body></html>"
		if got := strings.Contains(strings.Join(bodyOf(t, in), " "), "wasted morning"); got != tt.want {
			t.Errorf("%s: in the body is %v", tt.name, got)
		}
	}
}

// TestTakenTwice: a text that an extractor takes twice stands in the body as often as the
// page shows it.
func TestTakenTwice(t *testing.T) {
	view := &htmlView{blocks: []htmlBlock{{text: "The port operator agreed to pay."}, {text: "Both sides agreed on this."}, {text: "Both sides agreed on this."}}}
	in := []string{"The port operatoragreed to pay.", "Both sides agreed on this.", "The port operator agreed to pay.", "Both sides agreed on this."}
	if got := strings.Join(view.asShown(in), "|"); got != "The port operator agreed to pay.|Both sides agreed on this.|Both sides agreed on this." {
		t.Errorf("%q", got)
	}
}

// TestHeadingOnLines: title, byline and date on lines of one block leave it, the text stays.
func TestHeadingOnLines(t *testing.T) {
	in := "<html><head><title>Port operator settles its suit</title></head><body><td><font><b>Port operator settles its suit</b></font><br><font>By ANN LEE<br>Staff writer<br>Tuesday, August 14, 2001</font>" + paragraphs + "</td></body></html>"
	d := read(t, "x.html", in, Options{}).Document
	if body := pageBody(d.Pages[0]); strings.Contains(body, "Staff writer") || strings.Contains(body, "2001") || !strings.Contains(body, "train its managers") {
		t.Errorf("body %q", body)
	}
	if d.Author != "Ann Lee" || d.Published == nil || d.Published.Value != "2001-08-14" {
		t.Errorf("author %q, published %v", d.Author, d.Published)
	}
}

// pageBody gives a page without its furniture.
func pageBody(p evidence.Page) string {
	var out strings.Builder
	at := 0
	for _, f := range p.Furniture {
		out.WriteString(p.Text[at:f.Start])
		at = f.End
	}
	return out.String() + p.Text[at:]
}

// TestNamesAcrossScripts: a publisher that one script names and an earlier one refers to.
func TestNamesAcrossScripts(t *testing.T) {
	in := `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Port operator settles suit","publisher":{"@id":"#p"}}</script><script type="application/ld+json">{"@type":"Organization","@id":"#p","name":"The Harbour Record"}</script></head><body><h1>Port operator settles suit</h1>` + paragraphs + "</body></html>"
	if got := read(t, "x.html", in, Options{}).Document.Publisher; got != "The Harbour Record" {
		t.Errorf("%q", got)
	}
}

// TestUpdateAboveThePublication: of two dated lines the one of the publication counts.
func TestUpdateAboveThePublication(t *testing.T) {
	in := "<html lang=en-US><body><h1>Port operator settles suit</h1><div>Updated: 03/06/2025 / 09:14 AM PST</div><div>Posted: 03/04/2025 / 10:31 PM PST</div>" + paragraphs + "</body></html>"
	if p := read(t, "x.html", in, Options{}).Document.Published; p == nil || p.Value != "2025-03-04" {
		t.Errorf("%v", p)
	}
}
