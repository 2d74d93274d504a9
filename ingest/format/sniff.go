package format

import (
	"bytes"
	"context"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// The media types that have a reader.
const (
	MediaText  = "text/plain"
	MediaHTML  = "text/html"
	MediaLines = "application/x-ndjson" // JSON lines, one document each
	MediaLine  = "application/json"     // one line of them, a document by itself
	MediaPDF   = "application/pdf"
)

type reader func(ctx context.Context, name string, data []byte, o Options) (*Result, error)

func known(media string) bool { return readerFor(media) != nil }

// readerFor gives the reader of a media type, nil when there is none.
func readerFor(media string) reader {
	switch media {
	case MediaText:
		return readText
	case MediaHTML:
		return readHTML
	case MediaLines:
		return readLines
	case MediaLine:
		return readLine
	case MediaPDF:
		return readPDF
	}
	if strings.HasPrefix(media, "image/") && media != "image/svg+xml" {
		return readImage
	}
	return nil
}

// Sniff tells the media type from the content. The name decides only between types
// whose content looks the same.
func Sniff(name string, data []byte) string {
	found := mimetype.Detect(data)
	switch {
	case looksLikeLines(data):
		return MediaLines
	case found.Is("application/pdf"), bytes.Contains(head(data, 1024), []byte("%PDF-")):
		return MediaPDF
	case found.Is("text/html"), looksLikeHTML(data):
		return MediaHTML
	}
	media, _, _ := strings.Cut(found.String(), ";")
	if isText(found) || utf16Text(data) {
		return MediaText
	}
	return media
}

// isText says whether the type is text of any sort: source code, subtitles and the like
// are read as plain text.
func isText(m *mimetype.MIME) bool {
	for ; m != nil; m = m.Parent() {
		if m.Is("text/plain") {
			return true
		}
	}
	return false
}

func head(data []byte, n int) []byte { return data[:min(n, len(data))] }
