package format

import (
	"bytes"
	"regexp"
)

// deepestParts is how deep parts of a message may lie within each other. Mail programs
// make five or six levels; the parser takes time for every level above a byte.
const deepestParts = 20

var (
	multipartField = regexp.MustCompile(`(?i)^content-type:[ \t]*multipart/`)
	boundaryOf     = regexp.MustCompile(`(?i)boundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))`)
)

// flattenParts makes plain text of parts that lie too deep: their content stays, with the
// marks between its parts. It says whether there were any.
func flattenParts(data []byte) ([]byte, bool) {
	var out bytes.Buffer
	var open [][]byte // marks that part the multiparts around a line
	copied := 0
	for at := 0; at < len(data); {
		end := lineEnd(data, at)
		line := data[at:end]
		switch {
		case bytes.HasPrefix(line, []byte("--")):
			open = closeParts(open, bytes.TrimSpace(line))
		case multipartField.Match(line):
			for end < len(data) && (data[end] == ' ' || data[end] == '\t') { // folded
				end = lineEnd(data, end)
			}
			if m := boundaryOf.FindSubmatch(data[at:end]); m != nil && len(open) < deepestParts {
				open = append(open, append([]byte("--"), append(m[1], m[2]...)...))
			} else if len(open) >= deepestParts {
				out.Write(data[copied:at])
				out.WriteString("Content-Type: text/plain\r\n")
				copied = end
			}
		}
		at = end
	}
	if copied == 0 {
		return data, false
	}
	out.Write(data[copied:])
	return out.Bytes(), true
}

// closeParts takes off the multipart that a line ends, with those within it.
func closeParts(open [][]byte, line []byte) [][]byte {
	for i := len(open) - 1; i >= 0; i-- {
		if rest, ok := bytes.CutPrefix(line, open[i]); ok && string(rest) == "--" {
			return open[:i]
		}
	}
	return open
}

func lineEnd(data []byte, at int) int {
	if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(data)
}
