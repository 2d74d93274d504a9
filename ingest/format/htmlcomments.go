package format

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"averment/evidence"
)

// trimComments drops what readers wrote: all that stands under a heading such as "8
// responses to …", in the element that holds the heading, unless the article begins there.
func trimComments(blocks []bodyBlock, view *htmlView) {
	for _, v := range view.blocks {
		u := makeUnit(v.text, evidence.Range{End: len(v.text)})
		if v.node == nil || len(v.tag) != 2 || v.tag[0] != 'h' || u.prose || classify(&u) != commentLabel {
			continue
		}
		if box := commentBox(v.node, blocks); box != nil {
			for i := range blocks {
				blocks[i].drop = blocks[i].drop || under(blocks[i].node, box)
			}
		}
	}
}

// trimHeadedLists drops the lists that a heading such as "Recent Posts" or "Archives" opens
// behind the text, up to the next heading.
func trimHeadedLists(blocks []bodyBlock, view *htmlView) {
	last := len(blocks) - 1 // of the text
	for last >= 0 && (!blocks[last].prose || blocks[last].drop) {
		last--
	}
	for _, v := range view.blocks {
		u := makeUnit(v.text, evidence.Range{End: len(v.text)})
		if v.node == nil || len(v.tag) != 2 || v.tag[0] != 'h' || v.tag == "h1" || u.prose {
			continue
		}
		if label := classify(&u); label != openerLabel && label != commentLabel && !archiveHeads[strings.ToLower(strings.TrimSpace(v.text))] {
			continue
		}
		for n := v.node.NextSibling; n != nil && !heads(n); n = n.NextSibling {
			if n.Type != html.ElementNode || n.Data != "ul" && n.Data != "ol" {
				continue
			}
			for i := last + 1; i < len(blocks); i++ {
				blocks[i].drop = blocks[i].drop || under(blocks[i].node, n)
			}
		}
	}
}

// archiveHeads are headings of lists of months and sections, as blogs have them.
var archiveHeads = map[string]bool{"archives": true, "archive": true, "blogroll": true, "blog archive": true}

// heads says whether a node is a heading.
func heads(n *html.Node) bool {
	return n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// commentBox gives the element around a heading of comments in which the first sentence of
// the body does not stand; nil when there is none.
func commentBox(heading *html.Node, blocks []bodyBlock) *html.Node {
	box := heading.Parent
	if box == nil || wholePages[box.Data] {
		return nil
	}
	for _, b := range blocks {
		if b.prose && !b.drop {
			if under(b.node, box) {
				return nil
			}
			return box
		}
	}
	return nil
}

func under(n, box *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == box {
			return true
		}
	}
	return false
}

const (
	leastCards  = 3  // cards that make a list of them
	cardReach   = 5  // elements between a text and its card, at most
	mostInCards = 80 // words of a card, at most
)

// trimCards drops lists of cards that offer other articles: neighbouring elements of one
// sort, each with few words and a heading that is a link.
// A page without a main heading, or of nothing but cards, as a front page is, keeps them.
func trimCards(blocks []bodyBlock, view *htmlView) {
	if !slices.ContainsFunc(view.blocks, func(b htmlBlock) bool { return b.tag == "h1" }) {
		return
	}
	held, cards := wordsHeld(blocks), map[*html.Node]bool{}
	in := make([]bool, len(blocks))
	for i := range blocks {
		n := blocks[i].node
		for depth := 0; n != nil && depth < cardReach; n, depth = n.Parent, depth+1 {
			if _, known := cards[n]; known || wholePages[n.Data] && n.Data != "article" {
				break
			}
			if held[n] <= mostInCards && linkedHeading(n) {
				cards[n] = cardsBeside(n) >= leastCards
			}
		}
		for n, depth := blocks[i].node, 0; n != nil && depth < cardReach; n, depth = n.Parent, depth+1 {
			in[i] = in[i] || cards[n]
		}
	}
	for i, b := range blocks {
		if b.prose && !b.drop && in[i] {
			return // the first sentence stands in a card
		}
		if b.prose && !b.drop {
			break
		}
	}
	for i := range blocks {
		blocks[i].drop = blocks[i].drop || in[i]
	}
}

// cardsBeside counts the elements under the same parent that have the same tag and class and
// a linked heading.
func cardsBeside(n *html.Node) int {
	count := 0
	if n.Parent == nil {
		return 0
	}
	for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == n.Data && attr(c, "class") == attr(n, "class") && linkedHeading(c) {
			count++
		}
	}
	return count
}

// trimLinkLists drops lists within the article of which all entries are links to other pages
// of the site.
func trimLinkLists(blocks []bodyBlock, host string) {
	all, links := map[*html.Node]int{}, map[*html.Node]int{}
	list := func(b bodyBlock) *html.Node {
		if b.tag == "li" && b.node != nil {
			return b.node.Parent
		}
		return nil
	}
	for _, b := range blocks {
		if n := list(b); n != nil {
			all[n]++
			if b.linked >= 0.6 && b.words <= 25 && !endsSentence(b.text) && linksWithin(b.node, host) {
				links[n]++
			}
		}
	}
	for i := range blocks {
		if n := list(blocks[i]); n != nil && links[n] >= 2 && links[n] == all[n] {
			blocks[i].drop = true
		}
	}
}

// linksWithin says whether all links under a node go to pages of the site itself.
func linksWithin(n *html.Node, host string) bool {
	for c := range n.Descendants() {
		if c.Type != html.ElementNode || c.Data != "a" {
			continue
		}
		u, err := url.Parse(attr(c, "href"))
		if err != nil || u.Host != "" && u.Host != host {
			return false
		}
	}
	return true
}
