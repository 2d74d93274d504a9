package format

import (
	"fmt"
	"strings"
	"testing"
)

func dateOf(t *testing.T, in string) string {
	t.Helper()
	if p := read(t, "x.html", in, Options{}).Document.Published; p != nil {
		return fmt.Sprintf("%s %s %s", p.Value, p.Method, p.Confidence)
	}
	return ""
}

// TestDatesOfPagesInOtherForms covers what pages do that state no date in their head.
func TestDatesOfPagesInOtherForms(t *testing.T) {
	page := func(lang, body string) string {
		return `<html lang="` + lang + `"><body><h1>Port operator settles suit</h1>` + body + paragraphs + "</body></html>"
	}
	tests := []struct{ name, in, want string }{
		{"German month", page("de", `<span>4. März 2024</span>`), "2024-03-04 text medium"},
		{"dots put the day first", page("", `<p>03.04.2024</p>`), "2024-04-03 text medium"},
		{"British order", page("en-GB", `<p>03/04/2024</p>`), "2024-04-03 text medium"},
		{"American order", page("en-US", `<p>03/04/2024</p>`), "2024-03-04 text medium"},
		{"order unknown", page("en", `<p>03/04/2024</p>`), "2024-04-03 search doubtful"},
		{"section beside the day", page("fr", `<p>Économie – 2 février 2024 – 3 commentaires</p>`), "2024-02-02 text medium"},
		{"an element named after its date", page("es", strings.Repeat("<p>Primero</p>", 14)+`<div class="entry-date">12 de mayo de 2023</div>`), "2023-05-12 markup medium"},
		{"an update is passed over", page("de", strings.Repeat("<p>Erstens</p>", 14)+`<div class="post-date">Aktualisiert: 1.2.2024</div><div class="post-date">Veröffentlicht: 1.1.2024</div>`), "2024-01-01 markup medium"},
		{"a copyright year is no day", page("en", strings.Repeat("<p>First</p>", 14)+`<footer>© 2019 The Harbour Post</footer>`), ""},
		{"Japanese", page("ja", `<p>2024年3月5日</p>`), "2024-03-05 text medium"},
	}
	for _, tt := range tests {
		if got := dateOf(t, tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestLocalDay: a stamp in universal time is set to the day that readers saw.
func TestLocalDay(t *testing.T) {
	page := func(stamp, address, line string) string {
		return `<html lang="en-US"><head><link rel="canonical" href="https://example.org` + address + `"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"` + stamp + `"}</script></head><body><h1>Port operator settles suit</h1>` + line + paragraphs + "</body></html>"
	}
	tests := []struct{ name, in, want string }{
		{"the address is a day before", page("2024-03-02T02:30:00Z", "/2024/03/01/port", ""), "2024-03-01 json-ld high"},
		{"the line by the title is", page("2024-03-02T02:30:00+00:00", "/port", "<p>March 1, 2024</p>"), "2024-03-01 json-ld high"},
		{"a stamp with a zone stands", page("2024-03-02T02:30:00+01:00", "/2024/03/01/port", ""), "2024-03-02 json-ld high"},
		{"a contradiction is not high", page("2024-03-20T02:30:00Z", "/2024/03/01/port", ""), "2024-03-20 json-ld medium"},
	}
	for _, tt := range tests {
		if got := dateOf(t, tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestURLDay(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://example.org/2024/03/05/port", "2024-03-05"},
		{"https://example.org/2024/mar/05/port", "2024-03-05"},
		{"https://example.org/news/port-20240305", "2024-03-05"},
		{"https://example.org/20240305/port", "2024-03-05"},
		{"https://example.org/news/05-03-2024", "2024-03-05"},
		{"https://example.org/id/20249905", ""},
		{"https://example.org/story-120240305777", ""},
	}
	for _, tt := range tests {
		got := ""
		if d, ok := urlDay(tt.in); ok {
			got = d.Value
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestBrokenLinkedData(t *testing.T) {
	in := `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Port \"operator\" settles","datePublished":"2024-03-02","description":"a "bare" quote"}</script></head><body>` + paragraphs + "</body></html>"
	d := read(t, "x.html", in, Options{}).Document
	if d.Published == nil || d.Published.Value != "2024-03-02" || d.Title != `Port "operator" settles` {
		t.Errorf("published %v, title %q", d.Published, d.Title)
	}
}
