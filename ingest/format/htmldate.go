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

// published gives the publication date with how it was found. Linked data and meta
// elements are high; a time element and the text by the title medium; what only a search
// through the markup or the address finds is doubtful.
func (f *htmlFacts) published(root *html.Node, view *htmlView, title string) *evidence.Date {
	if d, ok := stampDay(f.ld.published); ok {
		return stated(d, "json-ld", "high")
	}
	for _, name := range publishedNames {
		for _, v := range f.meta[name] {
			if d, ok := stampDay(v); ok {
				return stated(d, "meta", "high")
			}
		}
	}
	if d := timeElement(root); d != nil {
		return d
	}
	for _, b := range nearTitle(view, title) {
		if d, ok := headerDate(oneLine(b.text)); ok {
			return stated(d, "text", "medium")
		}
	}
	if d, ok := urlDay(f.url()); ok {
		return stated(d, "url", "medium")
	}
	return searchedDay(root, f.url())
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
func timeElement(root *html.Node) *evidence.Date {
	var firstFound *evidence.Date
	for n := range root.Descendants() {
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

var urlDate = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:/|-|$|\.)`)

// urlDay reads the day in the path of an address.
func urlDay(address string) (evidence.Date, bool) {
	m := urlDate.FindStringSubmatch(address)
	if m == nil {
		return evidence.Date{}, false
	}
	return makeDay(m[1], m[2], m[3], strings.Trim(m[0], "/"))
}

// searchedDay asks htmldate, which searches class names and text patterns; what it finds
// is doubtful.
func searchedDay(root *html.Node, address string) *evidence.Date {
	found, err := htmldate.FromDocument(root, htmldate.Options{UseOriginalDate: true, URL: address, SkipExtensiveSearch: true})
	if err != nil || found.IsZero() {
		return nil
	}
	return stated(evidence.DayOf(found.DateTime, found.SrcString), "search", "doubtful")
}
