package format

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphNumber begins a numbered paragraph or a list item: "27.", "(a)", "IV.", "¶ 3".
var paragraphNumber = regexp.MustCompile(`^(?:\d{1,3}[.)]|\((?:\d{1,3}|[a-z]{1,4}|[A-Z])\)|[IVX]{1,5}\.|[A-Z][.)]|¶+\s?\d*|•|·|▪|●|§)$`)

// shape is what is usual on a page: the distance of lines and the edge of the text.
type shape struct {
	pitch float64 // from the bottom of one line to the bottom of the next
	left  float64 // where most lines begin
	right float64 // where the longest lines end
}

func shapeOf(lines []textLine) shape {
	var pitches, lefts []float64
	right := 0.0
	var last *textLine
	for i := range lines {
		l := &lines[i]
		if l.role != roleBody {
			continue
		}
		lefts = append(lefts, l.box.x0)
		right = max(right, l.box.x1)
		if last != nil {
			if d := l.box.y1 - last.box.y1; d > 4 && d < 80 {
				pitches = append(pitches, d)
			}
		}
		last = l
	}
	return shape{median(pitches), usual(lefts), right}
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/2]
}

// usual is the value that most others are near to.
func usual(v []float64) float64 {
	slices.Sort(v)
	best, count := 0.0, 0
	for i, a := range v {
		n := 0
		for _, b := range v[i:] {
			if b-a > 4 {
				break
			}
			n++
		}
		if n > count {
			best, count = a, n
		}
	}
	return best
}

// parts says whether a paragraph ends between two lines: a wide gap, the number of a
// paragraph, an indent, or room left at the end of the line. after is the line after
// next, nil for none.
func (s shape) parts(prev, next textLine, after *textLine) bool {
	if prev.words[len(prev.words)-1].joined {
		return false
	}
	gap := next.box.y1 - prev.box.y1
	row := max(prev.box.height(), next.box.height())
	switch {
	case gap < -row: // the top of the next column
		return sentenceEnds(prev)
	case s.pitch > 0 && gap > 1.4*s.pitch && gap > row*1.2:
		return true
	case gap < row*0.4: // the same row
		return next.box.x0-prev.box.x1 > 24 || next.box.x1 < prev.box.x0
	case paragraphNumber.MatchString(next.words[0].text) && next.box.x0 >= s.left-2:
		return true
	}
	return s.indented(prev, next, after) || s.roomLeft(prev, next)
}

// indented says whether next begins further right than prev and than most lines, as the
// first line of a paragraph does. A block of lines at one depth is a quotation or hangs
// from its first line: it stays together unless a sentence ended before it.
func (s shape) indented(prev, next textLine, after *textLine) bool {
	if next.box.x0 <= s.left+9 || next.box.x0 <= prev.box.x0+9 {
		return false
	}
	return sentenceEnds(prev) || after == nil || after.box.x0 < next.box.x0-5
}

// roomLeft says whether prev ends early, though the first word of next would have fitted
// in, and next is a full line of the body or begins a new sentence.
func (s shape) roomLeft(prev, next textLine) bool {
	width := s.right - s.left
	first := next.words[0].box
	room := s.right - prev.box.x1
	if width < 72 || room < width/4 || room < first.x1-first.x0+12 {
		return false
	}
	return next.box.x1 > s.right-width/6 || sentenceEnds(prev) && !startsLower(next)
}

// following is the next line of the body after line i, nil for none.
func following(lines []textLine, i int) *textLine {
	for j := i + 1; j < len(lines); j++ {
		if lines[j].role == roleBody {
			return &lines[j]
		}
	}
	return nil
}

func startsLower(l textLine) bool {
	r, _ := utf8.DecodeRuneInString(l.words[0].text)
	return unicode.IsLower(r)
}

// abbreviated ends a word that needs a stop though no sentence ends.
var abbreviated = regexp.MustCompile(`(?i)(?:^|\W)(?:[a-z]|v|vs|no|nos|mr|mrs|ms|dr|inc|corp|co|ltd|cir|ct|sec|art|fed|supp|rev|stat|id|cf|e\.g|i\.e|u\.s|dkt|st|jr|sr|hon)\.$`)

// sentenceEnds says whether the last word of a line ends a sentence.
func sentenceEnds(l textLine) bool {
	t := strings.TrimRight(l.words[len(l.words)-1].text, `"'”’)]`)
	if strings.HasSuffix(t, ".") {
		return !abbreviated.MatchString(t)
	}
	return strings.HasSuffix(t, "?") || strings.HasSuffix(t, "!") || strings.HasSuffix(t, ":")
}

// goesOn says whether the body of the next page is in the middle of a paragraph: the
// page break came before its sentence ended.
func goesOn(prev, next *sheet) bool {
	last, first := lastBody(prev.lines), following(next.lines, -1)
	if last == nil || first == nil || sentenceEnds(*last) {
		return false
	}
	s := shapeOf(prev.lines)
	full := last.box.x1 > s.right-(s.right-s.left)/4
	return full && !paragraphNumber.MatchString(first.words[0].text)
}

func lastBody(lines []textLine) *textLine {
	for j := len(lines) - 1; j >= 0; j-- {
		if lines[j].role == roleBody {
			return &lines[j]
		}
	}
	return nil
}
