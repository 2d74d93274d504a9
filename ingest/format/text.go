package format

import (
	"context"
	"strings"

	"averment/evidence"
)

const textReader = "text/1"

// readText reads plain text. Form feeds part pages.
func readText(_ context.Context, _ string, data []byte, _ Options) (*Result, error) {
	text := decodeText(data, "")
	if strings.TrimSpace(text) == "" {
		return nil, fail(evidence.Empty, "no text in the file")
	}
	d := &evidence.Document{Reader: textReader}
	for i, part := range strings.Split(strings.Trim(text, "\f\n"), "\f") {
		d.Pages = append(d.Pages, plainPage(i+1, part, textReader))
	}
	return &Result{Document: d}, nil
}
