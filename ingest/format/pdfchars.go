package format

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/responses"
)

// rect is a rectangle in points from the top left corner of the page.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) empty() bool     { return r.x1 <= r.x0 && r.y1 <= r.y0 }
func (r rect) height() float64 { return r.y1 - r.y0 }
func (r rect) area() float64   { return max(0, r.x1-r.x0) * max(0, r.y1-r.y0) }
func (r rect) middle() (x, y float64) {
	return (r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2
}

// holds says whether the point lies in r.
func (r rect) holds(x, y float64) bool { return x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1 }

// join is the smallest rectangle around both; an empty one counts for nothing.
func (r rect) join(o rect) rect {
	switch {
	case r.empty():
		return o
	case o.empty():
		return r
	}
	return rect{min(r.x0, o.x0), min(r.y0, o.y0), max(r.x1, o.x1), max(r.y1, o.y1)}
}

// clip is the part of r inside o.
func (r rect) clip(o rect) rect {
	return rect{max(r.x0, o.x0), max(r.y0, o.y0), min(r.x1, o.x1), min(r.y1, o.y1)}
}

// textWord is a run of characters without white space.
type textWord struct {
	text string
	box  rect
	// joined is set on the part before a hyphen at a line's end: the word goes on in the
	// first word of the next line. Whether the hyphen stays is for mendHyphens to say.
	joined bool
}

// textLine is a line of words in reading order, as the reader gave it.
type textLine struct {
	words []textWord
	box   rect
	role  lineRole
	// number and printed are the line's number and its page's, where several pages of a
	// transcript are printed on one sheet.
	number  int
	printed string
}

func (l textLine) text() string {
	var b strings.Builder
	for i, w := range l.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// lineBuilder turns a stream of characters into lines.
type lineBuilder struct {
	lines []textLine
	words []textWord
	word  strings.Builder
	box   rect
	last  rune // of the word, and its box
	where rect
}

func (b *lineBuilder) endWord(joined bool) {
	if b.word.Len() == 0 {
		return
	}
	b.words = append(b.words, textWord{b.word.String(), b.box, joined})
	b.word.Reset()
	b.box = rect{}
}

func (b *lineBuilder) endLine() {
	b.endWord(false)
	if len(b.words) == 0 {
		return
	}
	l := textLine{words: b.words}
	for _, w := range l.words {
		l.box = l.box.join(w.box)
	}
	b.lines = append(b.lines, l)
	b.words = nil
}

func (b *lineBuilder) add(r rune, box rect) {
	if b.word.Len() > 0 && noteMark(b.last, r, b.where, box) {
		b.endWord(false)
	}
	b.last, b.where = r, box
	if s, ok := ligatures[r]; ok {
		b.word.WriteString(s)
	} else {
		b.word.WriteRune(r)
	}
	b.box = b.box.join(box)
}

// noteMark says whether one of two neighbours is the raised number of a footnote, which
// is no part of the word it touches.
func noteMark(last, next rune, a, b rect) bool {
	switch {
	case isDigit(last) && !isDigit(next) && !unicode.IsPunct(next):
		return b.y1-a.y1 > a.height()/2
	case isDigit(next) && !isDigit(last):
		return a.y1-b.y1 > b.height()/2
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// ligatures are the letters that fonts draw as one.
var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

// linesOf makes lines from PDFium's characters. PDFium writes generated spaces and
// line ends into the stream, and U+0002 for a hyphen at a line's end.
func linesOf(chars []*responses.GetPageTextStructuredChar, place func(responses.CharPosition) rect) []textLine {
	var b lineBuilder
	all := runesOf(chars)
	for i, c := range all {
		r := c.r
		if lig, ok := ligatureAt(all, i); ok {
			r = lig
		}
		switch {
		case r == '\n' || r == '\r':
			b.endLine()
		case r == '\u0002':
			b.endWord(true)
			b.endLine()
		case unicode.IsSpace(r) || r == '\u200B':
			b.endWord(false)
		case r < ' ' || r >= 0xFFFE && r <= 0xFFFF || r == '\uFEFF':
		default:
			b.add(r, place(c.pos))
		}
	}
	b.endLine()
	return b.lines
}
