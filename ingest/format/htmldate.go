package format

import (
	"regexp"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"averment/evidence"
)

// publishedNames are the meta elements that state a publication date, best first.
var publishedNames = []string{"article:published_time", "article:published", "og:article:published_time", "datepublished", "published_time", "parsely-pub-date",
	"pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "citation_publication_date",
	"citation_date", "citation_online_date", "date.published", "article.published", "originalpublicationdate", "og:published_time", "rnews:datepublished", "cxenseparse:recs:publishtime", "article_date_original", "ptime", "date", "dc.date", "dcterms.date", "og:regdate", "datecreated", "release_date"}

// dateFinder looks for the day on which a page was published.
type dateFinder struct {
	facts *htmlFacts
	root  *html.Node
	view  *htmlView
	title string
	order dayOrder
}

// published gives the publication date with how it was found. Linked data and meta
// elements are high unless the address contradicts; a time element, the text by the title,
// an element named after its date and the address are medium; what only a search through
// the markup finds is doubtful.
func (f *htmlFacts) published(root *html.Node, view *htmlView, title string) *evidence.Date {
	find := &dateFinder{f, root, view, title, orderOf(f.lang)}
	if d := find.structured(); d != nil {
		return find.localDay(d)
	}
	for _, look := range []func() *evidence.Date{find.timeElement, find.headerText, find.address, find.datedElement, find.besideTitle, find.searched} {
		if d := look(); d != nil {
			return d
		}
	}
	return nil
}

// structured takes the date of linked data or of a meta element.
func (f *dateFinder) structured() *evidence.Date {
	meta := f.metaDay()
	d, ok := stampDay(f.facts.ld.published)
	switch {
	case !ok:
		return meta
	case meta != nil && daysApart(*meta, d) > 1:
		return stated(d, "json-ld", "medium") // the page contradicts itself
	}
	return stated(d, "json-ld", "high")
}

// metaDay takes the date of the best meta element that states one.
func (f *dateFinder) metaDay() *evidence.Date {
	for _, name := range publishedNames {
		for _, v := range f.facts.meta[name] {
			if d, ok := stampDay(v); ok {
				return stated(d, "meta", "high")
			}
		}
	}
	return nil
}

// headerText reads the lines by the title that hold a date and little else; the day of an
// update only where no other stands there.
func (f *dateFinder) headerText() *evidence.Date {
	var changed *evidence.Date
	for _, b := range nearTitle(f.view, f.title) {
		for _, line := range append(strings.Split(b.text, "\n"), b.text) {
			line = oneLine(line)
			d, ok := headerDateIn(line, f.order)
			switch {
			case !ok:
			case updateFirst(strings.ToLower(line)) && !publishedWords.MatchString(line):
				changed = stated(d, "text", "medium")
			default:
				return stated(d, "text", "medium")
			}
		}
	}
	return changed
}

func (f *dateFinder) address() *evidence.Date {
	if d, ok := urlDay(f.facts.url()); ok {
		return stated(d, "url", "medium")
	}
	return nil
}

// stampDay reads the day of a time stamp, in the zone that the stamp names.
func stampDay(s string) (evidence.Date, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return evidence.Date{}, false
	}
	d, _, ok := findDay(s)
	if ok {
		d.Surface = s
		return d, true
	}
	if len(s) == 8 {
		if t, err := time.Parse("20060102", s); err == nil && t.Year() > 1990 && t.Year() < 2100 {
			return evidence.DayOf(t, s), true
		}
	}
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, time.RFC850, time.ANSIC, time.UnixDate, "Mon Jan _2 15:04:05 MST 2006", "Mon Jan 02 2006 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return evidence.DayOf(t, s), true
		}
	}
	return evidence.Date{}, false
}

var updateWords = regexp.MustCompile(`(?i)updat|modif|edit`)

// timeElement gives the date of a time element of the article: one that says it is the
// publication, or the first outside lists of other articles.
func (f *dateFinder) timeElement() *evidence.Date {
	var firstFound *evidence.Date
	for n := range f.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data != "time" && !dateProp(n) {
			continue
		}
		stamp := attr(n, "datetime")
		if stamp == "" {
			stamp = attr(n, "content")
		}
		if stamp == "" {
			stamp = strings.Join(blocksOfNode(n), " ")
		}
		d, ok := stampDay(stamp)
		if !ok {
			d, _, ok = findDayIn(stamp, f.order)
		}
		if !ok || asideNode(n) {
			continue
		}
		if dateProp(n) || hasAttr(n, "pubdate") || strings.Contains(attr(n, "class"), "publish") {
			return stated(d, "time", "high")
		}
		if firstFound == nil && !updateWords.MatchString(attr(n, "class")+attr(n.Parent, "class")) {
			firstFound = stated(d, "time", "medium")
		}
	}
	return firstFound
}

func dateProp(n *html.Node) bool {
	p := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "property"))
	return strings.Contains(p, "datepublished") || strings.Contains(p, "datecreated")
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

var asideClass = regexp.MustCompile(`(?i)related|sidebar|recent|popular|trending|comment|widget|recommend|footer|teaser|most-read|latest|promo|menu|nav\b|ticker|masthead|current-?date`)

// asideNode says whether the element stands among links to other pages, comments or in the
// masthead.
func asideNode(n *html.Node) bool {
	for p, depth := n, 0; p != nil && depth < 8; p, depth = p.Parent, depth+1 {
		if p.Data == "aside" || p.Data == "footer" || p.Data == "nav" || p.Data == "a" {
			return true
		}
		if p.Data != "body" && p.Data != "html" && asideClass.MatchString(attr(p, "class")+" "+attr(p, "id")) {
			return true
		}
	}
	return false
}

var urlDates = []struct {
	re      *regexp.Regexp
	y, m, d int
}{
	{regexp.MustCompile(`/((?:19|20)\d\d)[/_-]?(\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?:[/_.-]|$)`), 1, 2, 3},
	{regexp.MustCompile(`[/_.-]((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?:[/_.?-]|$)`), 1, 2, 3},
	{regexp.MustCompile(`[/_-]([0-3]?\d)-([01]?\d)-((?:19|20)\d\d)(?:[/_.?-]|$)`), 3, 2, 1},
}

// urlDay reads the day in the path of an address.
func urlDay(address string) (evidence.Date, bool) {
	for _, form := range urlDates {
		if m := form.re.FindStringSubmatch(address); m != nil {
			if d, ok := makeDay(m[form.y], m[form.m], m[form.d], strings.Trim(m[0], "/-_.?")); ok {
				return d, true
			}
		}
	}
	return evidence.Date{}, false
}

// searched asks htmldate, which searches class names, then the whole source for patterns;
// what it finds is doubtful. A year alone, as of a copyright line, is no day.
func (f *dateFinder) searched() *evidence.Date {
	for _, quick := range []bool{true, false} {
		found, err := htmldate.FromDocument(f.root, htmldate.Options{UseOriginalDate: true, URL: f.facts.url(), SkipExtensiveSearch: quick})
		if err != nil || found.IsZero() {
			continue
		}
		d := evidence.DayOf(found.DateTime, oneLine(found.SrcString[:min(len(found.SrcString), 200)]))
		if named, _, ok := findDayIn(d.Surface, f.order); found.DateTime.YearDay() == 1 && (!ok || named.Value != d.Value) {
			continue
		}
		return stated(d, "search", "doubtful")
	}
	return nil
}
