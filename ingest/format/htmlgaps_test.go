package format

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"averment/evidence"
)

// TestFillGaps: sentences dropped from within the article come back in their place, other
// text does not.
func TestFillGaps(t *testing.T) {
	const (
		lead   = "The operator of the harbour will pay its workers for a year of missed breaks."
		first  = "A port operator agreed on Friday to pay workers, according to court papers."
		middle = "Both sides had argued for two years about who must pay for the missed breaks."
		last   = "A judge has to approve the agreement, and a hearing is set for April in the city."
	)
	p := func(s string) string { return "<p>" + s + "</p>" }
	tests := []struct {
		name, in string
		want     []string
	}{
		{"between paragraphs", "<h1>Port suit ends</h1>" + p(first) + p(middle) + p(last), []string{first, middle, last}},
		{"under the heading", "<h1>Port suit ends</h1><div><p>" + lead + "</p></div><div>" + p(first) + p(last) + "</div>", []string{lead, first, last}},
		{"a list of links", "<h1>Port suit ends</h1>" + p(first) + `<p><a href="/x">` + middle + "</a></p>" + p(last), []string{first, last}},
		{"an aside", "<h1>Port suit ends</h1>" + p(first) + `<aside>` + p(middle) + "</aside>" + p(last), []string{first, last}},
		{"a caption", "<h1>Port suit ends</h1>" + p(first) + `<figure><p>` + middle + "</p></figure>" + p(last), []string{first, last}},
		{"behind the end", "<h1>Port suit ends</h1>" + p(first) + p(last) + p(middle), []string{first, last}},
		{"a byline", "<h1>Port suit ends</h1><p>By Ann Lee</p>" + p(first) + p(last), []string{first, last}},
	}
	for _, tt := range tests {
		root, err := html.Parse(strings.NewReader("<body>" + tt.in + "</body>"))
		if err != nil {
			t.Fatal(err)
		}
		got := fillGaps([]string{first, last}, visibleText(root), pageHints{title: "Port suit ends"})
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// TestGapsStayLossless: whatever is body or not, all text is on the page once.
func TestGapsStayLossless(t *testing.T) {
	in := "<html><body><h1>Port operator settles suit</h1>" + paragraphs + "<aside><p>Other news of the harbour stands here for all to read.</p></aside></body></html>"
	p := read(t, "x.html", in, Options{}).Document.Pages[0]
	at := strings.Index(p.Text, "Other news")
	if at < 0 || !p.InFurniture(evidence.Range{Start: at, End: at + 10}) || strings.Count(p.Text, "train its managers") != 1 {
		t.Errorf("text %q, furniture %v", p.Text, p.Furniture)
	}
}

func TestHTMLByline(t *testing.T) {
	tests := []struct{ in, want string }{
		{"By Ann Lee", "Ann Lee"},
		{"Von Anna Lehmann", "Anna Lehmann"},
		{"Par Anne Le Goff, le 3 mai", "Anne Le Goff"},
		{"Por María del Mar Ruiz | 3 de mayo", "María del Mar Ruiz"},
		{"Von der Küste bis zu den Alpen regnet es.", ""},
		{"Follow", ""},
		{"by Milo Grant September 21, 2023", "Milo Grant"},
		{"By Ann May", "Ann May"},
		{"Submitted by Paula Dietz on Mon, 05/22/2023 - 22:41", "Paula Dietz"},
	}
	for _, tt := range tests {
		if got := htmlByline(tt.in); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestProperName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"By Ann Lee", "Ann Lee"}, {"ANN LEE am", "ANN LEE"}, {"Beitrag von Ann Lee", "Ann Lee"},
		{"Datum", ""}, {"Follow", ""}, {"Byron Parker", "Byron Parker"}, {"Username", ""}, {"Last Updated January", ""},
		{"Ann Lee ann@port.example", "Ann Lee"}, {"Ann Lee SHARE TWEET", "Ann Lee"}, {"Ann Lee March 11, 2015", "Ann Lee"}, {"April Oakes", "April Oakes"}, {"{{author}}", ""},
	}
	for _, tt := range tests {
		if got := properName(tt.in); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestHeadingThatIsPartOfTheTabTitle(t *testing.T) {
	in := "<html><head><meta property=\"og:site_name\" content=\"Harbour Magazine\"><title>Harbour Magazine | Port operator settles suit. Read it now! | Law</title></head><body><h1>Harbour Magazine</h1><h2>Port operator settles suit. Read it now!</h2>" + paragraphs + "</body></html>"
	if got := read(t, "x.html", in, Options{}).Document.Title; got != "Port operator settles suit. Read it now!" {
		t.Errorf("%q", got)
	}
}
