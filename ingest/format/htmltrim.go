package format

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"averment/evidence"
)

// bodyBlock is a block that the extractor took for body, with where it stands in the page.
type bodyBlock struct {
	text   string
	node   *html.Node // nil when the page has no block of this text
	tag    string
	linked float64 // part of the text that stands in links, 0 to 1
	heads  bool    // the page shows links right under it
	words  int
	label  label
	prose  bool
	drop   bool
}

// mostTrimmed is the part of a body, in hundredths of its words, over which trimming is
// taken to have misjudged the page: nothing is then trimmed but single lines.
const mostTrimmed = 35

// trimBody drops what extractors leave in a body: boxes named for what they are (author,
// newsletter, related), headings of furniture with the links under them, captions, and
// links behind the last sentence. What is dropped stays on the page as furniture.
func trimBody(body []string, view *htmlView, hints pageHints) []string {
	if len(view.blocks) > manyBlocks || len(body) == 0 {
		return body
	}
	blocks := placeBlocks(body, view)
	trimLines(blocks)
	trimStated(blocks, hints.stated)
	trimHidden(blocks)
	trimComments(blocks, view)
	trimCards(blocks, view)
	trimHeadedLists(blocks, view)
	sure := dropped(blocks)
	trimBoxes(blocks)
	trimTeasers(blocks)
	trimLinkLists(blocks, hints.host)
	trimSections(blocks)
	trimTail(blocks)
	if tooMuch(blocks) {
		for i := range blocks {
			blocks[i].drop = sure[i]
		}
	}
	var out []string
	for _, b := range blocks {
		if !b.drop {
			out = append(out, b.text)
		}
	}
	if len(out) == 0 {
		return body
	}
	return out
}

// trimHidden drops what the page hides, unless that is most of the article, as where a
// script fades it in.
func trimHidden(blocks []bodyBlock) {
	hidden, all := 0, 0
	for _, b := range blocks {
		all += b.words
		if unshown(b) {
			hidden += b.words
		}
	}
	for i := range blocks {
		if hidden*100 <= all*mostTrimmed && unshown(blocks[i]) {
			blocks[i].drop = true
		}
	}
}

var transparent = regexp.MustCompile(`(?i)opacity\s*:\s*0`)

// unshown says whether a block is hidden for good. What is transparent only is mostly
// waiting for a script that fades it in.
func unshown(b bodyBlock) bool {
	return b.tag == "hidden" && b.node != nil && !transparent.MatchString(attr(b.node, "style"))
}

func dropped(blocks []bodyBlock) []bool {
	out := make([]bool, len(blocks))
	for i, b := range blocks {
		out[i] = b.drop
	}
	return out
}

func tooMuch(blocks []bodyBlock) bool {
	dropped, all := 0, 0
	for _, b := range blocks {
		all += b.words
		if b.drop {
			dropped += b.words
		}
	}
	return dropped*100 > all*mostTrimmed
}

// placeBlocks finds the element of each block of the body, in the order of the page.
func placeBlocks(body []string, view *htmlView) []bodyBlock {
	at := map[string][]int{}
	for i, v := range view.blocks {
		key := squeeze(v.text)
		at[key] = append(at[key], i)
	}
	out := make([]bodyBlock, len(body))
	next := 0
	for i, s := range body {
		u := makeUnit(s, evidence.Range{End: len(s)})
		out[i] = bodyBlock{text: s, words: u.words, label: classify(&u), prose: u.prose}
		places := at[squeeze(s)]
		if len(places) == 0 {
			continue
		}
		place := places[0]
		for _, p := range places {
			if p >= next {
				place = p
				break
			}
		}
		next = place + 1
		v := view.blocks[place]
		if out[i].node, out[i].tag = v.node, v.tag; v.node != nil {
			out[i].linked = linkShare(v.node)
		}
		out[i].heads = view.linkAt(place + 1)
	}
	return out
}

// linkAt says whether block number i is one link.
func (v *htmlView) linkAt(i int) bool {
	return i < len(v.blocks) && v.blocks[i].node != nil && linkShare(v.blocks[i].node) >= 0.9
}

// trimLines drops single lines that name themselves: "Read also: …", "Leave a comment".
func trimLines(blocks []bodyBlock) {
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.linked > 0.95 && b.words >= 4 && b.text == strings.ToUpper(b.text) && b.text != strings.ToLower(b.text):
			b.drop = true // one link in capitals, as some sites offer other articles
		case b.label == commentLabel && !b.prose, b.label == openerLabel && !b.prose && !opensText(blocks, i):
			b.drop = true
		case foreignOpener.MatchString(b.text) && b.words <= 12 && (b.linked < 0.1 || b.linked > 0.9) && !opensText(blocks, i):
			b.drop = true
		case (relatedLine.MatchString(b.text) || foreignRelated.MatchString(b.text)) && b.linked >= 0.4 && b.words <= 40:
			b.drop = true
		case foreignPromo.MatchString(b.text) && b.words <= 60:
			b.drop = true
		}
	}
}

// opensText says whether a sentence of the article stands under the heading at i.
func opensText(blocks []bodyBlock, i int) bool {
	return !blocks[i].heads && i+1 < len(blocks) && blocks[i+1].prose && blocks[i+1].linked < 0.5 && blocks[i+1].words >= 12
}

// trimSections drops the links under a heading of furniture that was dropped.
func trimSections(blocks []bodyBlock) {
	in := false
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.drop && (b.label == openerLabel || foreignOpener.MatchString(b.text)):
			in = true
		case in && b.linked >= 0.6:
			b.drop = true
		case in && !b.drop:
			in = false
		}
	}
}

var (
	boxClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|more-?(?:stories|articles|news|on)|newsletter|subscri(?:be|ption)|sign-?up|saboxplugin|author-?(?:box|bio|info|card|description|block)|about-?author|bio|biography|comments?|commentlist|disqus|respond|cookie|consent|disclosure|disclaimer|breadcrumbs?|audio-?player|push-?layer|promo|advert(?:isement)?|adslot|ad-?(?:box|container|slot)|affiliate|toc|ez-toc|outbrain|taboola|sidebar|kommentare?|siguenos|right-?bx\w*|link-?box\w*|teaser-?(?:list|box)|contact-?box|trending|most-?(?:read|popular|viewed|shared)|popular-?(?:posts|stories|articles|news)|latest-?(?:news|posts|stories|articles|headlines)|paywall|regwall|donations?|cta|call-?to-?action|upsell)(?:$|[\s_-])|saboxplugin|BorlabsCookie|rightBx`)
	// thinBox names elements that hold links and buttons, and now and then an article's own text.
	thinBox    = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:read-?(?:more|also|next)|social|share|sharing|sharedaddy|addtoany|tags?|tag-?(?:list|links|cloud)|rating|ratings|widget)(?:$|[\s_-])`)
	captioned  = regexp.MustCompile(`(?i)caption|image-?(?:description|annotation|credit|text|title)|photo-?(?:credit|description)|img-?(?:desc|text)|bildunterschrift|legende`)
	wholePages = map[string]bool{"body": true, "html": true, "main": true, "article": true}
)

// mostBoxed is the part of the body, in hundredths, that a box in it may hold; an element
// that holds more is the article's own, whatever its name.
const mostBoxed = 20

// trimBoxes drops the blocks in small elements whose class says that they are no article.
func trimBoxes(blocks []bodyBlock) {
	held, all := wordsHeld(blocks), 0
	for _, b := range blocks {
		all += b.words
	}
	for i := range blocks {
		b := &blocks[i]
		if b.drop || b.node == nil || b.tag == "hidden" {
			continue
		}
		long := b.prose && b.words >= 20 && b.linked < 0.3
		b.drop = inBox(b.node, held, all, !long) || caption(b.node) && len(blocks) > 1
	}
}

// wordsHeld counts for each element the words of the body in it.
func wordsHeld(blocks []bodyBlock) map[*html.Node]int {
	held := map[*html.Node]int{}
	for _, b := range blocks {
		for p := b.node; p != nil; p = p.Parent {
			held[p] += b.words
		}
	}
	return held
}

// inBox says whether the element stands in a small box that is named for furniture; thin
// boxes count for short texts only.
func inBox(n *html.Node, held map[*html.Node]int, all int, thin bool) bool {
	for p := n; p != nil && held[p]*100 <= all*mostBoxed; p = p.Parent {
		if wholePages[p.Data] {
			return false
		}
		names := attr(p, "class") + " " + attr(p, "id")
		if p.Data == "aside" || p.Data == "footer" || p.Data == "nav" || boxClass.MatchString(names) || thin && thinBox.MatchString(names) {
			return true
		}
	}
	return false
}

func caption(n *html.Node) bool {
	for p, depth := n, 0; p != nil && depth < 3; p, depth = p.Parent, depth+1 {
		if p.Data == "figcaption" || captioned.MatchString(attr(p, "class")) {
			return true
		}
	}
	return false
}

// trimTail drops links and headings that stand behind the last sentence.
func trimTail(blocks []bodyBlock) {
	for i := len(blocks) - 1; i > 0; i-- {
		b := &blocks[i]
		heading := len(b.tag) == 2 && b.tag[0] == 'h' && !b.prose
		if !b.drop && !heading && !(b.linked >= 0.8 && b.words <= 30) {
			return
		}
		b.drop = true
	}
}
