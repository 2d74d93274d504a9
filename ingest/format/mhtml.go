package format

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"regexp"
	"strings"

	"averment/evidence"
)

// MediaMHTML is a web page that a browser saved with its parts in one file (RFC 2557).
const MediaMHTML = "multipart/related"

var savedByBrowser = regexp.MustCompile(`(?im)^(?:Snapshot-Content-Location:|From:\s*"?<?Saved by )`)

// looksLikeMHTML tells a saved page from a message: both begin with header fields, but the
// page says which browser saved it, or from where.
func looksLikeMHTML(data []byte) bool {
	block, _, _ := bytes.Cut(bytes.ReplaceAll(head(data, 8<<10), []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	return savedByBrowser.Match(block) && bytes.Contains(bytes.ToLower(block), []byte("multipart/"))
}

// readMHTML reads the page: of its parts the HTML one with the most words, since frames
// and advertisements are parts of their own. Its Date is that of saving and dates nothing.
func readMHTML(_ context.Context, _ string, data []byte, _ Options) (*Result, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, fail(evidence.Damaged, "read the saved page: %v", err)
	}
	pages, err := htmlParts(m)
	if len(pages) == 0 {
		return nil, fail(evidence.Damaged, "no web page among the saved parts: %v", err)
	}
	best, most := pages[0], -1
	for _, p := range pages {
		if n := countWords(htmlBlocks(p.source)); n > most {
			best, most = p, n
		}
	}
	res, err := htmlDocument(best.source)
	if err != nil {
		return nil, err
	}
	if res.Document.URL == "" {
		if res.Document.URL = webAddress(m.Header.Get("Snapshot-Content-Location")); res.Document.URL == "" {
			res.Document.URL = webAddress(best.location)
		}
	}
	return res, nil
}

// htmlPart is one part of a saved page that is HTML.
type htmlPart struct{ source, location string }

// mostParts caps how many parts of a saved page are looked at.
const mostParts = 2000

// htmlParts gives the HTML parts up to the first damaged one.
func htmlParts(m *mail.Message) ([]htmlPart, error) {
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return nil, err
	}
	r := multipart.NewReader(m.Body, params["boundary"])
	var out []htmlPart
	for range mostParts {
		part, err := r.NextPart()
		if err != nil {
			return out, err
		}
		media, params, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if err != nil || media != MediaHTML && media != "application/xhtml+xml" {
			continue
		}
		var in io.Reader = part // quoted-printable is undone already
		if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
			in = base64.NewDecoder(base64.StdEncoding, part)
		}
		body, err := io.ReadAll(in)
		if len(bytes.TrimSpace(body)) > 0 {
			out = append(out, htmlPart{decodeHTML(body, params["charset"]), part.Header.Get("Content-Location")})
		}
		if err != nil {
			return out, err
		}
	}
	return out, nil
}
