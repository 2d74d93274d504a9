package format

import (
	"strings"

	"golang.org/x/net/html"
)

// mostFrames caps how many frames of a page are opened.
const mostFrames = 50

// openFrames makes elements of the markup that HTML holds as text: what a page shows
// where there are no frames, and frames whose document stands in the page itself. The
// glosses that East Asian pages set above a word (ruby) go: within the line they would part
// the word that they explain.
func openFrames(root *html.Node) {
	var found, glosses []*html.Node
	for n := range root.Descendants() {
		if n.Data == "rt" || n.Data == "rp" {
			glosses = append(glosses, n)
		}
		if n.Type == html.ElementNode && (n.Data == "noframes" || n.Data == "iframe" && attr(n, "srcdoc") != "") {
			found = append(found, n)
		}
	}
	for _, n := range glosses {
		if n.Type == html.ElementNode && n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	openLazy(root)
	for _, n := range found[:min(len(found), mostFrames)] {
		source := attr(n, "srcdoc")
		if n.Data == "noframes" && n.FirstChild != nil {
			source = n.FirstChild.Data
		}
		inner, err := html.Parse(strings.NewReader(source))
		if err != nil {
			continue
		}
		for n.FirstChild != nil {
			n.RemoveChild(n.FirstChild)
		}
		n.Data, n.DataAtom, n.Attr = "div", 0, nil
		moveBody(inner, n)
	}
}

// moveBody moves what stands in the body of a document under another node.
func moveBody(root, to *html.Node) {
	for body := range root.Descendants() {
		if body.Type != html.ElementNode || body.Data != "body" {
			continue
		}
		for c := body.FirstChild; c != nil; c = body.FirstChild {
			body.RemoveChild(c)
			to.AppendChild(c)
		}
		return
	}
}
