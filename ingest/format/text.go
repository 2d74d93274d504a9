package format

import (
	"context"
	"strings"

	"averment/evidence"
)

const textReader = "text/1"

// savedPageSize is the size over which a text is no saved web page, but a book or a log.
const savedPageSize = 1 << 20

// readText reads plain text and the text of saved web pages. Form feeds part pages.
// Furniture and header lines are looked for where there is one page, as web pages have.
func readText(_ context.Context, _ string, data []byte, _ Options) (*Result, error) {
	text := decodeText(data, "")
	if strings.TrimSpace(text) == "" {
		return nil, fail(evidence.Empty, "no text in the file")
	}
	d := &evidence.Document{Reader: textReader}
	if pages := readTranscript(clean(text)); pages != nil {
		d.Pages, d.Language = pages, language(text)
		return &Result{Document: d}, nil
	}
	parts := strings.Split(strings.Trim(text, "\f\n"), "\f")
	if len(parts) == 1 && len(text) <= savedPageSize {
		d.Pages = []evidence.Page{savedText(parts[0], d)}
		return &Result{Document: d}, nil
	}
	for i, part := range parts {
		d.Pages = append(d.Pages, plainPage(i+1, part, textReader))
	}
	d.Language = language(text)
	return &Result{Document: d}, nil
}

// savedText makes the page of a saved web page and fills what it states about itself.
func savedText(text string, d *evidence.Document) evidence.Page {
	page := plainPage(1, text, textReader)
	p := newSavedPage(page.Text)
	p.describe(d)
	page.Furniture, page.Paragraphs = p.ranges(), p.starts()
	d.Language = language(page.Text)
	return page
}
