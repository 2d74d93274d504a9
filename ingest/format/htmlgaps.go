package format

import (
	"net/url"
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

// pageHints is what the head of a page says of its article.
type pageHints struct {
	title        string
	descriptions []string // squeezed
	stated       string   // the article itself, squeezed; "" where the page does not state it
	host         string   // of the page's address; "" where it states none
}

// states says whether a block is a part of the article as linked data state it.
func (h pageHints) states(key string) bool {
	return len(h.stated) >= 400 && len(key) > 60 && strings.Contains(h.stated, key)
}

// hints gathers what the head says; the text of linked data may hold markup.
func (f *htmlFacts) hints(view *htmlView) pageHints {
	h := pageHints{title: f.bestTitle(view, f.publisher()), stated: squeeze(strings.Join(f.ld.paragraphs(), " "))}
	if u, err := url.Parse(f.url()); err == nil {
		h.host = u.Host
	}
	for _, name := range []string{"og:description", "description", "twitter:description", "dc.description"} {
		if s := squeeze(strings.TrimSuffix(f.first(name), "…")); s != "" {
			h.descriptions = append(h.descriptions, s)
		}
	}
	return h
}

// fillGaps puts back what the extractor dropped from within the article: sentences that
// stand between the heading and the last block of the body, outside asides, captions and
// lists of links.
func fillGaps(body []string, view *htmlView, hints pageHints) []string {
	if len(body) == 0 || len(view.blocks) > manyBlocks {
		return body
	}
	place := placesOf(body)
	from, to := bodyRange(view, place, titleBlock(view, hints.title))
	all := squeeze(strings.Join(body, " "))
	homes := parentsOf(view, place)
	var out []string
	next, leads, begun := 0, 0, false
	for i := from; i < to; i++ {
		b := view.blocks[i]
		key := squeeze(b.text)
		if at, ok := place[key]; ok {
			if at >= next {
				out = append(out, body[next:at+1]...)
				next = at + 1
				begun = begun || b.tag != "h1" && b.tag != "h2"
			}
			continue
		}
		if halfKnown(all, key) {
			continue
		}
		lead := !begun && leads < maxLeads
		switch {
		case hints.states(key):
		case lead && (gapText(b) || leadText(b, hints.descriptions)):
			leads++
		case !lead && atHome(b, homes) && (gapText(b) || begun && gapLine(b)):
		case begun && b.tag != "li" && gapLine(b) && view.heads(i, place):
		default:
			continue
		}
		out = append(out, b.text)
	}
	return append(out, body[next:]...)
}

// heads says whether a paragraph of the body stands right under block number i.
func (v *htmlView) heads(i int, place map[string]int) bool {
	if i+1 >= len(v.blocks) {
		return false
	}
	u := makeUnit(v.blocks[i+1].text, evidence.Range{End: len(v.blocks[i+1].text)})
	_, ok := place[squeeze(v.blocks[i+1].text)]
	return ok && u.prose
}

// atHome says whether a block stands beside paragraphs of the body, itself or its list.
func atHome(b htmlBlock, homes map[*html.Node]bool) bool {
	p := b.node.Parent
	return homes[p] || p != nil && (b.tag == "li" || p.Data == "blockquote") && homes[p.Parent]
}

// halfKnown says whether the first or the last half of a paragraph is in the body already;
// of a line, the whole.
func halfKnown(all, key string) bool {
	middle := len(key) / 2
	if middle < 30 {
		return strings.Contains(all, key)
	}
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

// gapLine says whether a block that the extractor dropped reads as a subhead or an entry of
// a list within the article.
func gapLine(b htmlBlock) bool {
	switch b.tag {
	case "h2", "h3", "h4", "h5", "li":
	default:
		return false
	}
	u := makeUnit(b.text, evidence.Range{End: len(b.text)})
	line := oneLine(b.text)
	if b.node == nil || u.words > 40 || classify(&u) != plainLabel || foreignOpener.MatchString(line) || dateOnly(line) || isByline(line) {
		return false
	}
	return !asideNode(b.node) && !captionNode(b.node) && linkShare(b.node) < 0.5
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
