package format

import (
	"bytes"
	"regexp"
)

// LooksLikePDF says whether the bytes are a PDF, which may have strange bytes before its
// header or no header at all.
func LooksLikePDF(data []byte) bool {
	if bytes.HasPrefix(data, []byte("PK")) {
		return false
	}
	return bytes.Contains(head(data, 1024), []byte("%PDF-")) || lateHeader(data) || noHeader(data)
}

var (
	pdfHeader      = regexp.MustCompile(`(?:^|[\r\n\x00-\x08])%PDF-\d\.\d\s(?s:.{0,200}?)\b\d+\s+\d+\s+obj\b`)
	pdfFirstObject = regexp.MustCompile(`^\s*(?:%[^\r\n]*\s+)*\d{1,7}\s+0\s+obj\b\s*(?:<<|\[|\d)`)
)

// lateHeader says whether a header with an object after it comes after the first bytes,
// where readers look for it, and the file ends as a PDF does. A text about the format
// hardly does both.
func lateHeader(data []byte) bool {
	return pdfEnds(data) && pdfHeader.Match(head(data, 64<<10))
}

// noHeader says whether the file begins with an object and goes on as a PDF does.
func noHeader(data []byte) bool {
	return pdfFirstObject.Match(head(data, 1024)) && bytes.Contains(data, []byte("endobj")) && bytes.Contains(data, []byte("/Page"))
}

// pdfEnds says whether the end of a PDF stands at the end.
func pdfEnds(data []byte) bool {
	return bytes.Contains(data[max(0, len(data)-8<<10):], []byte("%%EOF"))
}
