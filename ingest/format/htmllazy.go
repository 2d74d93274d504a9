package format

import (
	"strings"

	"golang.org/x/net/html"

	"averment/evidence"
)

// mostLazy caps how many noscript elements of a page are opened.
const mostLazy = 200

// openLazy makes elements of the paragraphs that a page hands to browsers without scripts
// only: a script puts them in while the reader scrolls. Notices to turn scripts on stay
// closed, and so does what the page shows anyway.
func openLazy(root *html.Node) {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "noscript" && n.FirstChild != nil && !inside(n, "head") && strings.Contains(n.FirstChild.Data, "<p") {
			found = append(found, n)
		}
	}
	if len(found) == 0 {
		return
	}
	shown := squeeze(strings.Join(visibleText(root).texts(), " "))
	for _, n := range found[:min(len(found), mostLazy)] {
		inner, err := html.Parse(strings.NewReader(n.FirstChild.Data))
		if err != nil || !lazyText(inner, shown) {
			continue
		}
		n.RemoveChild(n.FirstChild)
		n.Data, n.DataAtom, n.Attr = "div", 0, nil
		moveBody(inner, n)
	}
}

// lazyText says whether a fragment holds sentences of an article that are not shown.
func lazyText(root *html.Node, shown string) bool {
	for _, s := range blocksOfNode(root) {
		u := makeUnit(s, evidence.Range{End: len(s)})
		if label := classify(&u); label == promoLabel || label == bannerLabel || label == chromeLabel || strings.Contains(strings.ToLower(u.text), "javascript") {
			return false
		}
		if u.prose && u.words >= leastGap && !strings.Contains(shown, squeeze(s)) {
			return true
		}
	}
	return false
}
