package format

import (
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// TestHeadingAboveBody: the title and the lines under it stand at the top of the page, in
// the order of the page, and are no part of the body.
func TestHeadingAboveBody(t *testing.T) {
	line := "<div class=by>By Ann Lee</div><div>March 4, 2024</div>"
	tests := []struct{ name, in string }{
		{"within the article", "<nav><a>Home</a></nav><article><h1>Port operator settles suit</h1>" + line + paragraphs + "</article>"},
		{"outside the article", "<nav><a>Home</a></nav><header><h1>Port operator settles suit</h1>" + line + "</header><article>" + paragraphs + "</article>"},
		{"no heading element", "<nav><a>Home</a></nav><div><b>Port operator settles suit</b></div>" + line + "<div>" + paragraphs + "</div>"},
	}
	for _, tt := range tests {
		d := read(t, "x.html", "<html><head><title>Port operator settles suit</title></head><body>"+tt.in+"</body></html>", Options{}).Document
		p := d.Pages[0]
		if !strings.HasPrefix(p.Text, "Port operator settles suit\n\nBy Ann Lee\n\nMarch 4, 2024\n\nA port operator agreed") {
			t.Errorf("%s: text begins %.90q", tt.name, p.Text)
		}
		if at := strings.Index(p.Text, "A port operator"); at < 0 || !p.InFurniture(evidence.Range{Start: 0, End: at - 2}) || p.InFurniture(evidence.Range{Start: at, End: at + 20}) {
			t.Errorf("%s: furniture %v of %q", tt.name, p.Furniture, p.Text)
		}
		if d.Author != "Ann Lee" || d.Published == nil || d.Published.Value != "2024-03-04" {
			t.Errorf("%s: author %q, published %v", tt.name, d.Author, d.Published)
		}
	}
}

func TestLinesAboveTheArticle(t *testing.T) {
	h := heading{title: "Port operator settles suit", author: "Ann Lee", order: dayFirst}
	tests := []struct {
		in   string
		want bool
	}{
		{"By Ann Lee", true}, {"Ann Lee", true}, {"Ann Lee Sep 20, 2023 5 min", true}, {"Publié le 03/02/2025 à 22h14, mis à jour le 04/02/2025", true},
		{"4 min read", true}, {"Updated 9:02 PM EDT", true},
		{"HARBOUR CITY, March 4, 2024 — A port operator agreed to pay its workers.", false},
		{"Operator to train managers", false}, {"Ann Lee told the court that she had worked for eleven years.", false},
	}
	for _, tt := range tests {
		u := makeUnit(tt.in, evidence.Range{End: len(tt.in)})
		if got := h.above(&u); got != tt.want {
			t.Errorf("%q: %v", tt.in, got)
		}
	}
}

// TestWordsSetApart: words of neighbouring elements that only a style parts stay apart;
// pieces of one word stay together.
func TestWordsSetApart(t *testing.T) {
	tests := []struct{ in, want string }{
		{"<div><span>Ann Lee</span><span>Sep 20, 2023</span><span>5 min</span></div>", "Ann Lee Sep 20, 2023 5 min"},
		{"<p><span>H</span><span>arbour</span> city</p>", "Harbour city"},
		{"<p>the <b>Port</b>Authority and <span>i</span>Phone</p>", "the PortAuthority and iPhone"},
	}
	for _, tt := range tests {
		if got := htmlBlocks(tt.in); !slices.Equal(got, []string{tt.want}) {
			t.Errorf("%s: %q", tt.in, got)
		}
	}
}

func TestLazyParagraphs(t *testing.T) {
	lazy := "<p>The union said on Saturday that it would put the agreement to its members within a week.</p>"
	tests := []struct {
		name, in string
		want     bool
	}{
		{"lazy", "<noscript>" + lazy + "</noscript>", true},
		{"a notice", "<noscript><p>Please enable JavaScript to read this page, or use another browser that can run it.</p>" + lazy + "</noscript>", false},
		{"a picture", "<noscript><p><img src=x></p></noscript>", false},
	}
	for _, tt := range tests {
		got := strings.Contains(strings.Join(bodyOf(t, "<html><body><article><h1>Port operator settles suit</h1>"+paragraphs+tt.in+"</article></body></html>"), " "), "The union said")
		if got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestTeasersBesideTheArticle(t *testing.T) {
	teaser := func(h, p string) string {
		return "<article><h3>" + h + "</h3><p>" + p + "</p></article>"
	}
	text := "The clerk of the county hopes that a message the night before spares people a wasted morning."
	in := "<html><body><main><article><h1>Port operator settles suit</h1>" + paragraphs + "</article>" + teaser("<a href=/j>Jury duty by phone</a>", text) + "</main></body></html>"
	if got := strings.Join(bodyOf(t, in), " "); strings.Contains(got, "clerk") || !strings.Contains(got, "train its managers") {
		t.Errorf("body %q", got)
	}
	live := "<html><body><main><h1>Port suit: live</h1>" + teaser("Hearing opens", text) + teaser("Judge asks about pay", strings.ReplaceAll(text, "clerk", "judge")) + "</main></body></html>"
	if got := strings.Join(bodyOf(t, live), " "); !strings.Contains(got, "clerk") || !strings.Contains(got, "judge") {
		t.Errorf("entries of a live page: %q", got)
	}
}

func TestGallery(t *testing.T) {
	figure := func(s string) string { return "<figure><img src=x><figcaption>" + s + "</figcaption></figure>" }
	pictures := figure("A crane of the north terminal stands still at dawn on the first day of the strike.") +
		figure("Workers warm their hands at a barrel by the gate of the yard.") + figure("The judge arrives on foot with her own umbrella and no driver.")
	lead := "<p>Our photographer spent a day in the harbour with those who sued their employer over their pay and their breaks.</p>"
	if got := strings.Join(bodyOf(t, "<html><body><article><h1>A day at the port</h1>"+lead+pictures+"</article></body></html>"), " "); !strings.Contains(got, "own umbrella") {
		t.Errorf("captions of a gallery: %q", got)
	}
	if got := strings.Join(bodyOf(t, "<html><body><article><h1>Port suit</h1>"+paragraphs+strings.Repeat(lead, 2)+figure("The judge arrives on foot with her own umbrella and no driver.")+"</article></body></html>"), " "); strings.Contains(got, "own umbrella") {
		t.Errorf("the caption of an article: %q", got)
	}
}

// TestMasthead: a heading that links to the front page is the site and no title; it is the
// publisher where the tab's title names it too.
func TestMasthead(t *testing.T) {
	page := func(tab string) string {
		return "<html><head><title>" + tab + "</title></head><body><h1><a href='/'>Lanternfield Notes</a></h1><h3>Old theatre finds new life</h3>" + paragraphs + "</body></html>"
	}
	tests := []struct{ tab, title, publisher string }{
		{"Lanternfield Notes: Old theatre finds new life", "Old theatre finds new life", "Lanternfield Notes"},
		{"Old theatre finds new life - Lanternfield Notes", "Old theatre finds new life", "Lanternfield Notes"},
		{"Old theatre finds new life", "Old theatre finds new life", ""},
	}
	for _, tt := range tests {
		if d := read(t, "x.html", page(tt.tab), Options{}).Document; d.Title != tt.title || d.Publisher != tt.publisher {
			t.Errorf("%s: title %q, publisher %q", tt.tab, d.Title, d.Publisher)
		}
	}
}
