package format

import (
	"bytes"
	"context"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"averment/evidence"
)

const htmlReader = "html/1"

// looksLikeHTML sees pages that begin with a comment, white space or a stray tag, which
// plain signatures miss.
func looksLikeHTML(data []byte) bool {
	h := bytes.ToLower(head(data, 4096))
	return bytes.Contains(h, []byte("<html")) || bytes.Contains(h, []byte("<!doctype html")) ||
		bytes.Contains(h, []byte("<body")) && bytes.Contains(h, []byte("<"))
}

// readHTML reads a web page.
func readHTML(_ context.Context, _ string, data []byte, _ Options) (*Result, error) {
	got, err := trafilatura.Extract(strings.NewReader(decodeText(data, "")), trafilatura.Options{EnableFallback: true})
	if err != nil {
		return nil, fail(evidence.Empty, "no text in the page: %v", err)
	}
	b := &pageBuilder{}
	for n := range got.ContentNode.Descendants() {
		if n.Type == html.ElementNode && (n.Data == "p" || n.Data == "li" || strings.HasPrefix(n.Data, "h")) {
			var text strings.Builder
			for t := range n.Descendants() {
				if t.Type == html.TextNode {
					text.WriteString(t.Data)
				}
			}
			b.block(strings.Join(strings.Fields(text.String()), " "), false)
		}
	}
	m := got.Metadata
	d := &evidence.Document{Reader: htmlReader, Title: m.Title, Publisher: m.Sitename, Author: m.Author, URL: m.URL}
	if !m.Date.IsZero() {
		day := evidence.DayOf(m.Date, "")
		d.Published = &day
	}
	d.Pages = []evidence.Page{b.page(1, htmlReader)}
	return &Result{Document: d}, nil
}
