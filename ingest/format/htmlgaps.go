package format

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"averment/evidence"
)

// leastGap is the number of words that a paragraph needs to be put back into the body.
const leastGap = 8

// maxLeads is how many paragraphs may stand between heading and body in other elements
// than those of the body.
const maxLeads = 3

// fillGaps puts back what the extractor dropped from within the article: sentences that
// stand between the heading and the last block of the body, outside asides, captions and
// lists of links.
func fillGaps(body []string, view *htmlView, title string) []string {
	if len(body) == 0 || len(view.blocks) > manyBlocks {
		return body
	}
	place := placesOf(body)
	from, to := bodyRange(view, place, titleBlock(view, title))
	all := squeeze(strings.Join(body, " "))
	homes := parentsOf(view, place)
	var out []string
	next, leads := 0, 0
	for i := from; i < to; i++ {
		b := view.blocks[i]
		key := squeeze(b.text)
		if at, ok := place[key]; ok {
			if at >= next {
				out = append(out, body[next:at+1]...)
				next = at + 1
			}
			continue
		}
		if !gapText(b) || halfKnown(all, key) {
			continue
		}
		if next == 0 && leads < maxLeads {
			leads++
		} else if !homes[b.node.Parent] {
			continue
		}
		out = append(out, b.text)
	}
	return append(out, body[next:]...)
}

// halfKnown says whether the first or the last half of a paragraph is in the body already.
func halfKnown(all, key string) bool {
	middle := len(key) / 2
	for middle > 0 && !utf8.RuneStart(key[middle]) {
		middle--
	}
	return strings.Contains(all, key[:middle]) || strings.Contains(all, key[middle:])
}

// parentsOf gives the elements that hold paragraphs of the body.
func parentsOf(view *htmlView, place map[string]int) map[*html.Node]bool {
	homes := map[*html.Node]bool{}
	for _, b := range view.blocks {
		if _, ok := place[squeeze(b.text)]; ok && b.node != nil && b.node.Parent != nil {
			homes[b.node.Parent] = true
		}
	}
	return homes
}

// placesOf maps the blocks of the body, and the lines in them, to their numbers.
func placesOf(body []string) map[string]int {
	place := map[string]int{}
	for i, s := range body {
		for _, line := range append(strings.Split(s, "\n"), s) {
			if key := squeeze(line); len(key) > 20 {
				if _, have := place[key]; !have {
					place[key] = i
				}
			}
		}
	}
	return place
}

// bodyRange gives the blocks of the view from the heading, or the first of the body, to the
// last of the body.
func bodyRange(view *htmlView, place map[string]int, heading int) (from, to int) {
	first, last := -1, -1
	for i, b := range view.blocks {
		if _, ok := place[squeeze(b.text)]; ok {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if heading >= 0 && heading < first && first-heading <= 25 {
		first = heading + 1
	}
	return max(first, 0), last + 1
}

var captionClass = regexp.MustCompile(`(?i)caption|credit|copyright|byline|author-?(?:bio|box|info)|share|social|newsletter|subscri|signup|cookie|consent|advert|\bads?\b|promo|gallery|tags?\b|breadcrumb|paywall|disclaimer|toolbar`)

// gapText says whether a block that the extractor dropped reads as part of an article.
func gapText(b htmlBlock) bool {
	switch b.tag {
	case "p", "div", "li", "blockquote", "h2", "h3", "dd", "pre", "section", "article":
	default:
		return false
	}
	u := makeUnit(b.text, evidence.Range{End: len(b.text)})
	if _, dated := headerDate(oneLine(b.text)); dated || isByline(oneLine(b.text)) {
		return false
	}
	if !u.prose || u.words < leastGap || b.node == nil || asideNode(b.node) || captionNode(b.node) || bodyFurniture(b.text) {
		return false
	}
	return linkShare(b.node) < 0.5
}

func captionNode(n *html.Node) bool {
	for p, depth := n, 0; p != nil && depth < 5; p, depth = p.Parent, depth+1 {
		if p.Data == "figure" || p.Data == "form" || p.Data == "button" {
			return true
		}
		if p.Data != "body" && p.Data != "html" && captionClass.MatchString(attr(p, "class")+" "+attr(p, "id")) {
			return true
		}
	}
	return false
}

// linkShare is the part of the text under a node that stands in links.
func linkShare(n *html.Node) float64 {
	all, linked := 0, 0
	for c := range n.Descendants() {
		if c.Type != html.TextNode {
			continue
		}
		size := len(strings.TrimSpace(c.Data))
		all += size
		if inside(c, "a") {
			linked += size
		}
	}
	return float64(linked) / float64(max(all, 1))
}
