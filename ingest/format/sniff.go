package format

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// Media types that have a reader and are named nowhere else.
const (
	MediaText  = "text/plain"
	MediaHTML  = "text/html"
	MediaLines = "application/x-ndjson" // JSON lines, one document each
	MediaLine  = "application/json"     // one line of them, a document by itself
	MediaPDF   = "application/pdf"
)

type reader func(ctx context.Context, name string, data []byte, o Options) (*Result, error)

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
	case MediaCSV:
		return readCSV
	case MediaPDF:
		return readPDF
	case MediaMail:
		return readMail
	case MediaMHTML:
		return readMHTML
	case MediaMbox:
		return readMbox
	case MediaMSG:
		return readMSG
	case MediaRTF:
		return readRTF
	case MediaTNEF:
		return readTNEF
	case MediaPGP:
		return readPGP
	case MediaSigned, MediaSignature:
		return readCMS
	case MediaCalendar, MediaCard:
		return readCard
	}
	if strings.HasPrefix(media, "image/") && media != "image/svg+xml" {
		return readImage
	}
	return packedReader(media)
}

// packedReader gives the readers of zipped formats and of archives.
func packedReader(media string) reader {
	switch media {
	case MediaDOCX:
		return readDOCX
	case MediaXLSX:
		return readXLSX
	case MediaPPTX:
		return readPPTX
	case MediaODT:
		return readODT
	case mediaLocked:
		return readLocked
	case MediaZip:
		return readZip
	case MediaTar:
		return readTar
	case MediaGzip:
		return readGzip
	case MediaBzip:
		return readBzip
	case MediaWARC:
		return readWARC
	}
	return nil
}

// chooseMedia lets a stated type overrule the content only where content cannot tell: JSON
// lines whose first line is bad, one line by itself, and a message with few headers.
func chooseMedia(stated, sniffed string) string {
	plain := sniffed == MediaText || sniffed == MediaLines || sniffed == MediaLine || sniffed == MediaCSV
	switch stated {
	case MediaLines, MediaLine, MediaCSV, MediaMail:
		if plain {
			return stated
		}
	}
	return sniffed
}

// Sniff tells the media type from the content. The name decides only between types
// whose content looks the same: a table and plain text.
func Sniff(name string, data []byte) string {
	if media := sniffOwn(data); media != "" {
		return media
	}
	found := mimetype.Detect(data)
	media, _, _ := strings.Cut(found.String(), ";")
	switch {
	case found.Is(MediaZip) || descends(found, MediaZip):
		return zipKind(data)
	case descends(found, MediaOLE):
		return compoundKind(data)
	case media == MediaCSV, media == "text/tab-separated-values":
		return csvOrText(name, data)
	case media == MediaPDF, media == MediaHTML, media == MediaRTF, media == MediaTar, media == MediaGzip:
		return media
	case media == "application/x-bzip2":
		return MediaBzip
	case media == MediaCalendar, media == MediaCard:
		return media
	case (media == "application/octet-stream" || descends(found, MediaText)) && LooksLikePDF(data):
		return MediaPDF
	case descends(found, MediaText) || utf16Text(data):
		return csvOrText(name, data)
	}
	return media
}

// sniffOwn sees the types that general signatures miss or confuse.
func sniffOwn(data []byte) string {
	switch {
	case looksLikeLines(data):
		return MediaLines
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return MediaRTF
	case bytes.HasPrefix(data, tnefMark):
		return MediaTNEF
	case looksLikeCMS(data):
		return MediaSigned
	case looksLikePGP(data):
		return MediaPGP
	case looksLikeWARC(data), bytes.HasPrefix(data, []byte{0x1f, 0x8b}) && gzippedWARC(data):
		return MediaWARC
	case looksLikeMbox(data):
		return MediaMbox
	case looksLikeMHTML(data):
		return MediaMHTML
	case looksLikeMail(emlx(data)):
		return MediaMail
	case looksLikeHTML(data):
		return MediaHTML
	case bytes.Contains(head(data, 1024), []byte("%PDF-")) && LooksLikePDF(data):
		return MediaPDF
	}
	return ""
}

// descends says whether the type is, or is a sort of, the other: source code and subtitles
// are plain text.
func descends(m *mimetype.MIME, media string) bool {
	for ; m != nil; m = m.Parent() {
		if m.Is(media) {
			return true
		}
	}
	return false
}

// csvOrText takes a table for one by its name or by its header of document columns.
func csvOrText(name string, data []byte) string {
	switch lower := strings.ToLower(name); {
	case strings.HasSuffix(lower, ".csv"), strings.HasSuffix(lower, ".tsv"):
		return MediaCSV
	case strings.HasSuffix(lower, ".jsonl"), strings.HasSuffix(lower, ".ndjson"): // its first line may be a bad one
		return MediaLines
	}
	line, _, more := strings.Cut(decodeText(head(data, 4096), ""), "\n")
	columns := 0
	for _, h := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",;\t|", r) }) {
		if recordColumns[strings.ToLower(strings.Trim(strings.TrimSpace(h), `"`))] {
			columns++
		}
	}
	if more && columns >= 2 && len(line) < 200 {
		return MediaCSV
	}
	return MediaText
}

// zipKind looks into the directory of a ZIP file for the parts that office formats have.
func zipKind(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return MediaZip
	}
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return MediaDOCX
		case "xl/workbook.xml", "xl/workbook.bin":
			return MediaXLSX
		case "ppt/presentation.xml":
			return MediaPPTX
		case "content.xml":
			return MediaODT
		}
	}
	return MediaZip
}

// readLocked opens an encrypted office document and reads what is inside.
func readLocked(ctx context.Context, name string, data []byte, o Options) (*Result, error) {
	plain, err := unlock(data, o)
	if err != nil {
		return nil, err
	}
	read := packedReader(zipKind(plain))
	return read(ctx, name, plain, o)
}

func head(data []byte, n int) []byte { return data[:min(n, len(data))] }
