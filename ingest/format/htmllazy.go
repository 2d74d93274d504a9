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
	shown := newShownText(visibleText(root).texts())
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

// mostSought is how often the text of a page is searched for a sentence that is no block of it.
const mostSought = 500

// shownText is what a page shows, squeezed.
type shownText struct {
	all    string
	blocks map[string]bool
	left   int // searches
}

func newShownText(blocks []string) *shownText {
	s := &shownText{all: squeeze(strings.Join(blocks, " ")), blocks: map[string]bool{}, left: mostSought}
	for _, b := range blocks {
		s.blocks[squeeze(b)] = true
	}
	return s
}

// has says whether a text is shown; past the searches all others count as shown.
func (s *shownText) has(text string) bool {
	if s.blocks[text] || s.left <= 0 {
		return true
	}
	s.left--
	return strings.Contains(s.all, text)
}

// lazyText says whether a fragment holds sentences of an article that are not shown.
func lazyText(root *html.Node, shown *shownText) bool {
	for _, s := range blocksOfNode(root) {
		u := makeUnit(s, evidence.Range{End: len(s)})
		if label := classify(&u); label == promoLabel || label == bannerLabel || label == chromeLabel || strings.Contains(strings.ToLower(u.text), "javascript") {
			return false
		}
		if u.prose && u.words >= leastGap && !shown.has(squeeze(s)) {
			return true
		}
	}
	return false
}
