package format

import (
	"fmt"
	"strconv"
	"strings"

	"averment/evidence"
)

// The confidence, in per cent, below which a page is flagged, and a word is taken for
// dirt on the paper when it has no letter or digit.
const (
	lowConfidence  = 70
	noiseConfident = 40
)

// tsvWord is a row of tesseract's TSV output for one word.
type tsvWord struct {
	line       [4]int // page, block, paragraph, line
	box        rect   // pixels
	confidence float64
	text       string
}

// parseTSV reads the word rows: level, page, block, paragraph, line, word, left, top,
// width, height, confidence, text.
func parseTSV(tsv []byte) []tsvWord {
	var out []tsvWord
	for row := range strings.SplitSeq(string(tsv), "\n") {
		f := strings.SplitN(strings.TrimSuffix(row, "\r"), "\t", 12)
		if len(f) < 12 || f[0] != "5" || strings.TrimSpace(f[11]) == "" {
			continue
		}
		var n [10]int
		for i := range n {
			n[i] = atoi(f[i])
		}
		confidence, err := strconv.ParseFloat(f[10], 64)
		if err != nil {
			continue
		}
		out = append(out, tsvWord{line: [4]int{n[1], n[2], n[3], n[4]}, confidence: confidence, text: clean(strings.TrimSpace(f[11])),
			box: rect{float64(n[6]), float64(n[7]), float64(n[6] + n[8]), float64(n[7] + n[9])}})
	}
	return out
}

// pageOfTSV makes a page of recognised words.
func pageOfTSV(tsv []byte, p Picture) evidence.Page {
	scale := 72 / float64(max(1, p.DPI))
	s := sheet{number: 1, width: float64(p.Width) * scale, height: float64(p.Height) * scale, reader: ocrReader}
	sum, n := 0.0, 0
	var at [4]int
	for _, w := range parseTSV(tsv) {
		if w.confidence < noiseConfident && !strings.ContainsFunc(w.text, isWordRune) {
			continue
		}
		sum, n = sum+w.confidence, n+1
		box := rect{w.box.x0 * scale, w.box.y0 * scale, w.box.x1 * scale, w.box.y1 * scale}
		if w.line != at || len(s.lines) == 0 {
			s.lines = append(s.lines, textLine{})
			at = w.line
		}
		l := &s.lines[len(s.lines)-1]
		l.words = append(l.words, textWord{text: w.text, box: box})
		l.box = l.box.join(box)
	}
	one := []sheet{s}
	markFurniture(one)
	mendHyphens(one)
	page := one[0].page(false)
	page.State = evidence.PageOCR
	if n > 0 && sum/float64(n) < lowConfidence {
		page.Flags = append(page.Flags, fmt.Sprintf("low OCR confidence (%.0f%%)", sum/float64(n)))
	}
	return page
}

func isWordRune(r rune) bool {
	return r >= '0' && r <= '9' || isLetter(r)
}
