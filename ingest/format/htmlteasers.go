package format

import (
	"strings"

	"golang.org/x/net/html"

	"averment/evidence"
)

// mostTeased is the number of words that a teaser of another article has at most.
const mostTeased = 80

// trimTeasers drops the teasers of other articles: an article element with few words and
// a linked heading, beside the article element that holds most of the body.
func trimTeasers(blocks []bodyBlock) {
	held, all := wordsHeld(blocks), 0
	for _, b := range blocks {
		all += b.words
	}
	own := func(n *html.Node) bool { return held[n]*2 > all }
	found := false
	for n := range held {
		found = found || n.Data == "article" && own(n)
	}
	for i := range blocks {
		if n := articleOf(blocks[i].node); found && n != nil && !own(n) && held[n] <= mostTeased && linkedHeading(n) {
			blocks[i].drop = true
		}
	}
}

// articleOf gives the nearest article element around a node, nil when there is none.
func articleOf(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && n.Data == "article" {
			return n
		}
	}
	return nil
}

// linkedHeading says whether the first heading under a node is a link.
func linkedHeading(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && len(c.Data) == 2 && c.Data[0] == 'h' && c.Data[1] >= '1' && c.Data[1] <= '6' {
			return inside(c, "a") || linkShare(c) > 0.9
		}
	}
	return false
}

const (
	mostLead     = 150 // words of the text above a gallery, at most
	leastGallery = 3   // captions that make a gallery
)

// gallery gives the captions of a page that is made of pictures: a short text, and two
// thirds as much or more in sentences under the pictures.
func (v *htmlView) gallery(body []string) []string {
	words := countWords(body)
	if words == 0 || words > mostLead || len(v.blocks) > manyBlocks {
		return nil
	}
	all, captions, n := squeeze(strings.Join(body, " ")), []string(nil), 0
	for _, b := range v.blocks {
		u := makeUnit(b.text, evidence.Range{End: len(b.text)})
		if b.node == nil || b.tag == "hidden" || !u.prose || !caption(b.node) || inside(b.node, "aside") || inside(b.node, "a") || halfKnown(all, squeeze(b.text)) {
			continue
		}
		captions, n = append(captions, b.text), n+u.words
	}
	if len(captions) < leastGallery || n*3 < words*2 {
		return nil
	}
	return captions
}
