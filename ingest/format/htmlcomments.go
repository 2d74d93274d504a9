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
	first := firstSentence(blocks)
	if first == nil {
		return
	}
	boxes := map[*html.Node]bool{}
	for _, v := range view.blocks {
		u := makeUnit(v.text, evidence.Range{End: len(v.text)})
		if v.node == nil || len(v.tag) != 2 || v.tag[0] != 'h' || u.prose || classify(&u) != commentLabel {
			continue
		}
		if box := v.node.Parent; box != nil && !wholePages[box.Data] && !under(first.node, map[*html.Node]bool{box: true}) {
			boxes[box] = true
		}
	}
	dropUnder(blocks, boxes)
}

// dropUnder drops the blocks that stand in one of the boxes.
func dropUnder(blocks []bodyBlock, boxes map[*html.Node]bool) {
	if len(boxes) == 0 {
		return
	}
	for i := range blocks {
		blocks[i].drop = blocks[i].drop || under(blocks[i].node, boxes)
	}
}

// firstSentence is the first block of sentences that is kept, nil for none.
func firstSentence(blocks []bodyBlock) *bodyBlock {
	for i := range blocks {
		if blocks[i].prose && !blocks[i].drop {
			return &blocks[i]
		}
	}
	return nil
}

// trimHeadedLists drops the lists that a heading such as "Recent Posts" or "Archives" opens
// behind the text, up to the next heading.
func trimHeadedLists(blocks []bodyBlock, view *htmlView) {
	last := len(blocks) - 1 // of the text
	for last >= 0 && (!blocks[last].prose || blocks[last].drop) {
		last--
	}
	lists := map[*html.Node]bool{}
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
			lists[n] = true
		}
	}
	dropUnder(blocks[last+1:], lists)
}

// archiveHeads are headings of lists of months and sections, as blogs have them.
var archiveHeads = map[string]bool{"archives": true, "archive": true, "blogroll": true, "blog archive": true}

// heads says whether a node is a heading.
func heads(n *html.Node) bool {
	return n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// under says whether a node stands in one of the boxes.
func under(n *html.Node, boxes map[*html.Node]bool) bool {
	for ; n != nil; n = n.Parent {
		if boxes[n] {
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
	held, cards, rows := wordsHeld(blocks), map[*html.Node]bool{}, cardRows{}
	in := make([]bool, len(blocks))
	for i := range blocks {
		n := blocks[i].node
		for depth := 0; n != nil && depth < cardReach; n, depth = n.Parent, depth+1 {
			if _, known := cards[n]; known || wholePages[n.Data] && n.Data != "article" {
				break
			}
			if held[n] <= mostInCards && linkedHeading(n) {
				cards[n] = rows.beside(n) >= leastCards
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

// cardSort is what the cards of a list have in common.
type cardSort struct{ tag, class string }

func sortOf(n *html.Node) cardSort { return cardSort{n.Data, attr(n, "class")} }

// cardRows counts, once for each parent, its elements with a linked heading by their sort.
type cardRows map[*html.Node]map[cardSort]int

// beside counts the elements of the sort of n under its parent, n among them.
func (r cardRows) beside(n *html.Node) int {
	if n.Parent == nil {
		return 0
	}
	row, known := r[n.Parent]
	if !known {
		row = map[cardSort]int{}
		for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && linkedHeading(c) {
				row[sortOf(c)]++
			}
		}
		r[n.Parent] = row
	}
	return row[sortOf(n)]
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
