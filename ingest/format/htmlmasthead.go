package format

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

var mastheadClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:site-?(?:title|name|logo)|blog-?title|logo|masthead|brand|navbar-brand)(?:$|[\s_-])`)

// mastheadLink says whether a link to the front page is the name of the site: in the main
// heading or in an element named for it.
func mastheadLink(n *html.Node) bool {
	if !rootAddress(attr(n, "href")) {
		return false
	}
	for p, depth := n, 0; p != nil && depth < 3; p, depth = p.Parent, depth+1 {
		if p.Data == "h1" || mastheadClass.MatchString(attr(p, "class")+" "+attr(p, "id")) {
			return true
		}
	}
	return false
}

// rootAddress says whether an address is that of a front page.
func rootAddress(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && href != "" && u.RawQuery == "" && u.Fragment == "" && (u.Path == "/" || u.Path == "" && u.Host != "")
}

// linksHome says whether an element is a link to the front page and nothing else.
func linksHome(n *html.Node) bool {
	if n == nil || linkShare(n) < 0.95 {
		return false
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "a" {
			return rootAddress(attr(c, "href"))
		}
	}
	return false
}

// mastheadSite gives the name in the masthead when the tab's title begins or ends with it.
func (f *htmlFacts) mastheadSite() string {
	name, title := squeeze(f.masthead), squeeze(f.title)
	if len(name) > 2 && len(title) > len(name) && (strings.HasPrefix(title, name) || strings.HasSuffix(title, name)) {
		return f.masthead
	}
	return ""
}
