package format

import (
	"regexp"

	"golang.org/x/net/html"

	"averment/evidence"
)

var leadClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:lead|lede|lead-?(?:text|in)|teaser-?text|article-?(?:teaser|lead|intro|summary|subheadline|description)|teaser|intro|introduction|intro-?text|excerpt|summary|standfirst|description|documentdescription|dek|deck|sub-?(?:title|head|heading|headline)|bajada|volanta|entradilla|copete|vorspann|abstract|chapeau|sapo|ingress|preamble|zajawka|art-?lead\w*)(?:$|[\s_-])`)

// leastLead is the number of words that a paragraph between heading and body needs to be
// the article's first.
const leastLead = 6

// leadText says whether a block between the heading and the body is the first paragraph of
// the article, set apart from the rest as pages do: it is named so, or the page describes
// itself with it.
func leadText(b htmlBlock, descriptions []string) bool {
	if b.node == nil || b.tag == "hidden" || inList(b.node) || linkShare(b.node) >= 0.5 {
		return false
	}
	u := makeUnit(b.text, evidence.Range{End: len(b.text)})
	line := oneLine(b.text)
	if _, dated := headerDate(line); dated || u.words < leastLead || isByline(line) || classify(&u) != plainLabel || bodyFurniture(b.text) {
		return false
	}
	return describes(descriptions, squeeze(b.text)) || (u.prose || u.words >= 10) && namedLead(b.node) && !captionNode(b.node)
}

// inList says whether the element stands among links to other pages or in a caption.
func inList(n *html.Node) bool {
	for p, depth := n, 0; p != nil && depth < 8; p, depth = p.Parent, depth+1 {
		switch p.Data {
		case "aside", "footer", "nav", "a", "figcaption", "figure", "form", "button":
			return true
		}
	}
	return false
}

func namedLead(n *html.Node) bool {
	for p, depth := n, 0; p != nil && depth < 3; p, depth = p.Parent, depth+1 {
		if !wholePages[p.Data] && leadClass.MatchString(attr(p, "class")+" "+attr(p, "id")) {
			return true
		}
	}
	return false
}

// describes says whether a description of the page begins as the paragraph does.
func describes(descriptions []string, key string) bool {
	for _, d := range descriptions {
		n := min(len(d), len(key), 80)
		if n >= 30 && d[:n] == key[:n] {
			return true
		}
	}
	return false
}
