package format

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"averment/evidence"
)

// htmlFacts is what the head of a page and its linked data state.
type htmlFacts struct {
	meta      map[string][]string // by lower-case name, property or itemprop
	canonical string
	title     string // of the title element
	masthead  string // name that the page links to the front page of its site
	lang      string
	ld        linkedArticle
}

// describe fills title, author, publisher, date, URL and language as the page states
// them: linked data first, then meta elements, then the page itself.
func (f *htmlFacts) describe(root *html.Node, view *htmlView, text string, d *evidence.Document) {
	d.URL = f.url()
	d.Publisher = f.publisher()
	d.Title = f.bestTitle(view, d.Publisher)
	d.Author = f.author(view, d.Title, d.Publisher)
	d.Published = f.published(root, view, d.Title)
	d.Language = f.language(text)
}

// heading gives what the page states above its article.
func (f *htmlFacts) heading(view *htmlView) heading {
	publisher := f.publisher()
	title := f.bestTitle(view, publisher)
	return heading{title: title, author: f.author(view, title, publisher), order: orderOf(f.lang)}
}

func gatherFacts(root *html.Node) *htmlFacts {
	f := &htmlFacts{meta: map[string][]string{}}
	var scripts []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			f.lang = attr(n, "lang")
		case "meta":
			f.addMeta(n)
		case "title":
			if f.title == "" && n.FirstChild != nil && !inside(n, "svg") {
				f.title = oneLine(n.FirstChild.Data)
			}
		case "a":
			if f.masthead == "" && mastheadLink(n) {
				f.masthead = shortText(n, 60)
			}
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") && f.canonical == "" {
				f.canonical = strings.TrimSpace(attr(n, "href"))
			}
		case "script":
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
				scripts = append(scripts, n.FirstChild.Data)
			}
		}
	}
	f.ld.addAll(scripts)
	return f
}

func inside(n *html.Node, tag string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == tag {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (f *htmlFacts) addMeta(n *html.Node) {
	value := oneLine(html.UnescapeString(attr(n, "content")))
	if value == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" {
			f.meta[k] = append(f.meta[k], value)
		}
	}
}

// first gives the first value of the first of the names that the page states.
func (f *htmlFacts) first(names ...string) string {
	for _, name := range names {
		if v := f.meta[name]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// url gives the canonical URL, absolute and on the web only.
func (f *htmlFacts) url() string {
	for _, raw := range []string{f.canonical, f.first("og:url"), f.ld.url, f.first("twitter:url", "parsely-link", "dc.identifier")} {
		u, err := url.Parse(strings.TrimSpace(raw))
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}

func (f *htmlFacts) publisher() string {
	for _, name := range []string{f.first("og:site_name"), f.ld.publisher, f.first("publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "article:publisher", "application-name", "apple-mobile-web-app-title")} {
		if name = oneLine(html.UnescapeString(name)); name != "" && len(name) < 80 && !strings.Contains(name, "://") && !strings.HasPrefix(name, "@") {
			return name
		}
	}
	if site := f.titleSite(); site != "" {
		return site
	}
	return f.mastheadSite()
}

var titleBar = regexp.MustCompile(`\s+[|–—·•»:-]\s+|\s+[|»]\s*|\s*[|]\s+`)

// titleSite takes the last part of "Headline | Site" as the publisher when the page's own
// address says the same.
func (f *htmlFacts) titleSite() string {
	parts := titleBar.Split(f.title, -1)
	u, err := url.Parse(f.url())
	if len(parts) < 2 || err != nil || u.Host == "" {
		return ""
	}
	for _, part := range []string{parts[len(parts)-1], parts[0]} {
		name := squeeze(part)
		if len(name) > 2 && strings.Contains(squeeze(u.Host), strings.TrimPrefix(name, "the")) {
			return strings.TrimSpace(part)
		}
	}
	return ""
}

// bestTitle prefers what is written for readers of the article over the tab's title.
func (f *htmlFacts) bestTitle(view *htmlView, publisher string) string {
	heading := mainHeading(view, f.title+" "+f.first("og:title")+" "+f.ld.headline)
	for _, t := range []string{heading, f.ld.headline, f.headingInTitle(view, publisher), f.first("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "headline", "title"), f.title} {
		if t = withoutSite(oneLine(html.UnescapeString(t)), publisher); t != "" && !strings.EqualFold(t, publisher) {
			return t
		}
	}
	return ""
}

// mainHeading gives the h1 that the page's other titles agree with, or its only one.
func mainHeading(view *htmlView, others string) string {
	var found []string
	others = squeeze(others)
	for _, b := range view.blocks {
		if b.tag != "h1" || b.text == "" || linksHome(b.node) {
			continue
		}
		t := oneLine(b.text)
		if strings.Contains(others, squeeze(t)) && len(strings.Fields(t)) > 1 {
			return t
		}
		found = append(found, t)
	}
	if len(found) == 1 && len(strings.Fields(found[0])) >= 4 && others == "" {
		return found[0]
	}
	return ""
}

// headingInTitle gives the heading that is one part of the tab's title, when no main heading
// is the title.
func (f *htmlFacts) headingInTitle(view *htmlView, publisher string) string {
	parts := map[string]bool{}
	bits := titleBar.Split(f.title, 8)
	for _, part := range bits {
		if key := squeeze(part); len(key) > 8 && key != squeeze(publisher) {
			parts[key] = true
		}
	}
	if len(bits) < 2 || len(parts) == 0 {
		return ""
	}
	for _, b := range view.blocks {
		if b.tag == "h1" || b.tag == "h2" {
			if t := oneLine(b.text); parts[squeeze(t)] && len(strings.Fields(t)) > 2 {
				return t
			}
		}
	}
	return ""
}

// withoutSite takes " | Site" off either end of a title.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	cuts := titleBar.FindAllStringIndex(title, -1)
	if rest, found := strings.CutPrefix(title, site+":"); found && strings.TrimSpace(rest) != "" {
		return strings.TrimSpace(rest)
	}
	if len(cuts) == 0 {
		return title
	}
	last, first := cuts[len(cuts)-1], cuts[0]
	key := squeeze(site)
	if end := squeeze(title[last[1]:]); end == key || strings.HasPrefix(key, end) && len(end) > 3 || strings.HasPrefix(end, key) && len(end) < len(key)+12 {
		return strings.TrimSpace(title[:last[0]])
	}
	if squeeze(title[:first[0]]) == key {
		return strings.TrimSpace(title[first[1]:])
	}
	return title
}

// author gives the names of those who wrote the page.
func (f *htmlFacts) author(view *htmlView, title, publisher string) string {
	names := personal(usableNames(f.ld.authors), publisher)
	if len(names) == 0 {
		for _, key := range []string{"author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "citation_author", "sailthru.author", "byl", "article:author_name", "twitter:data1"} {
			if key == "twitter:data1" && !strings.EqualFold(f.first("twitter:label1"), "written by") {
				continue
			}
			if names = personal(usableNames(f.meta[key]), publisher); len(names) > 0 {
				break
			}
		}
	}
	if len(names) == 0 {
		return bylineOf(view, title)
	}
	return strings.Join(names, ", ")
}

// usableNames drops addresses and doubles, and takes "By" off.
func usableNames(list []string) []string {
	var out []string
	for _, s := range list {
		s = properName(html.UnescapeString(s))
		if s == "" || len(s) > 200 || strings.Contains(s, "://") || strings.HasPrefix(s, "@") || strings.HasPrefix(s, "www.") {
			continue
		}
		double := false
		for _, have := range out {
			double = double || strings.EqualFold(have, s)
		}
		if !double {
			out = append(out, capsName(s))
		}
	}
	return out
}

var siteLike = regexp.MustCompile(`(?i)^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|co|uk|cl|news|info|tv|eu|at|ch|fr)$`)

// personal drops names that are the publisher's or a site's, and takes ", PUBLISHER" off.
func personal(names []string, publisher string) []string {
	var out []string
	for _, n := range names {
		if head, tail, found := strings.Cut(n, ", "); found && squeeze(tail) != "" && strings.HasPrefix(squeeze(publisher), squeeze(tail)) {
			n = head
		}
		if squeeze(n) != squeeze(publisher) && !siteLike.MatchString(n) {
			out = append(out, n)
		}
	}
	return out
}

// bylineOf finds a byline in the blocks near the title.
func bylineOf(view *htmlView, title string) string {
	for _, b := range nearTitle(view, title) {
		for _, line := range append(strings.Split(b.text, "\n"), b.text) {
			if name := htmlByline(oneLine(line)); name != "" {
				return name
			}
		}
	}
	return ""
}

// nearTitle gives the blocks under the heading of the title.
func nearTitle(view *htmlView, title string) []htmlBlock {
	if i := titleBlock(view, title); i >= 0 {
		return view.blocks[i:min(len(view.blocks), i+12)]
	}
	return nil
}

// titleBlock finds the heading that is the title, or a good part of it, or the only main
// heading, or else a line that is the title; -1 when there is none.
func titleBlock(view *htmlView, title string) int {
	key := squeeze(title)
	part, main, mains, line := -1, -1, 0, -1
	for i, b := range view.blocks {
		own := squeeze(b.text)
		if len(b.tag) != 2 || b.tag[0] != 'h' {
			if first, _, more := strings.Cut(b.text, "\n"); more && len(own) > len(key) {
				own = squeeze(first)
			}
			if line < 0 && len(key) > 15 && own == key && b.node != nil && linkShare(b.node) < 0.5 {
				line = i
			}
			continue
		}
		switch {
		case key != "" && own == key:
			return i
		case part < 0 && len(own) > 15 && len(key) > 15 && (strings.Contains(own, key) || strings.Contains(key, own)):
			part = i
		}
		if b.tag == "h1" {
			main, mains = i, mains+1
		}
	}
	switch {
	case part >= 0:
		return part
	case mains == 1 && line < 0:
		return main
	}
	return line
}

func (f *htmlFacts) language(text string) string {
	if found := language(text); found != "" {
		return found
	}
	for _, l := range []string{f.lang, f.ld.language, f.first("og:locale", "content-language", "dc.language")} {
		if len(l) >= 2 {
			return strings.ToLower(l[:2])
		}
	}
	return ""
}
