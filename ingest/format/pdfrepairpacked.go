package format

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
)

// maxRepairHeads is how many bytes the numbers at the head of an object stream may take.
const maxRepairHeads = 16 << 20

var (
	pdfFirst  = regexp.MustCompile(`/First\s+(\d{1,9})`)
	pdfFlate  = regexp.MustCompile(`/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b`)
	pdfFilter = regexp.MustCompile(`/Filter\b`)
	pdfPredic = regexp.MustCompile(`/Predictor\s+(?:[2-9]|1\d)`)
)

// unpack notes the objects inside an object stream. A stream that is cut off gives those
// before the cut.
func (t *pdfTable) unpack(o pdfObject) {
	dict := t.dict(o)
	first := pdfFirst.FindSubmatch(dict)
	if first == nil || pdfPredic.Match(dict) {
		return
	}
	data := t.streamOf(o, dict)
	n := atoi(string(first[1]))
	if n <= 0 || n > min(len(data), maxRepairHeads) {
		return
	}
	heads, body := bytes.Fields(data[:n]), data[n:]
	for i := 0; i+1 < len(heads) && len(t.objects) < maxRepairObjects; i += 2 {
		number, start := digitsOf(heads[i]), digitsOf(heads[i+1])
		end := len(body)
		if i+3 < len(heads) {
			end = digitsOf(heads[i+3])
		}
		if number <= 0 || number >= 10_000_000 || start < 0 || start >= end || end > len(body) {
			continue
		}
		part := bytes.TrimSpace(body[start:end])
		t.put(number, pdfObject{start: o.start, packed: part, kind: kindOf(part)})
	}
}

// digitsOf is the number, -1 for none.
func digitsOf(b []byte) int {
	n, err := strconv.Atoi(string(b))
	if err != nil {
		return -1
	}
	return n
}

// streamOf is the unpacked stream of an object, as far as it can be unpacked.
func (t *pdfTable) streamOf(o pdfObject, dict []byte) []byte {
	raw, ok := bytes.CutPrefix(t.data[o.body+len(dict):o.end], []byte("stream"))
	if !ok {
		return nil
	}
	raw = bytes.TrimPrefix(bytes.TrimPrefix(raw, []byte("\r")), []byte("\n"))
	switch {
	case !pdfFilter.Match(dict):
		return raw
	case !pdfFlate.Match(dict):
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(z, int64(t.left))) // what came before an error is kept
	t.left -= len(out)
	return out
}
