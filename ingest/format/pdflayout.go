package format

import (
	"regexp"
	"slices"
	"strings"

	"averment/evidence"
)

// paragraphNumber begins a numbered paragraph or a list item: "27.", "(a)", "IV.", "¶ 3".
var paragraphNumber = regexp.MustCompile(`^(?:\d{1,3}[.)]|\((?:\d{1,3}|[a-z]{1,4}|[A-Z])\)|[IVX]{1,5}\.|[A-Z][.)]|¶+\s?\d*|•|·|▪|●|§)$`)

// page turns a sheet into a page: furniture of the top, the body with its paragraphs,
// margin numbers, furniture of the bottom.
func (s *sheet) page() evidence.Page {
	p := evidence.Page{Number: s.number, State: evidence.PageText, Reader: s.reader, Flags: s.flags,
		Layout: &evidence.Layout{Width: float32(s.width), Height: float32(s.height)}}
	w := pageWriter{page: &p, shape: shapeOf(s.lines)}
	for _, role := range []lineRole{roleHead, roleBody, roleMargin, roleFoot} {
		w.role(s.lines, role)
	}
	p.Text = w.text.String()
	if s.stamp != nil {
		stamp := *s.stamp
		stamp.Range = stampRange(p)
		p.Stamp = &stamp
	}
	s.judge(&p)
	return p
}

// stampRange is the first piece of furniture that holds the stamp's line.
func stampRange(p evidence.Page) evidence.Range {
	for _, f := range p.Furniture {
		if _, ok := parseStamp(p.Text[f.Start:f.End]); ok {
			return f
		}
	}
	if len(p.Furniture) > 0 {
		return p.Furniture[0]
	}
	return evidence.Range{}
}

// pageWriter writes the lines of a page and notes where they land.
type pageWriter struct {
	page  *evidence.Page
	text  strings.Builder
	shape shape
	glue  bool // the last word goes on
}

// role writes the lines of one role.
func (w *pageWriter) role(lines []textLine, role lineRole) {
	var last *textLine
	start := -1
	for i := range lines {
		l := &lines[i]
		if l.role != role {
			continue
		}
		w.glue = w.glue && last != nil
		begins := last == nil || role == roleBody && w.shape.parts(*last, *l)
		w.gap(last == nil, begins)
		if begins && role == roleBody {
			w.page.Paragraphs = append(w.page.Paragraphs, w.text.Len())
		}
		if start < 0 {
			start = w.text.Len()
		}
		w.line(l)
		if role != roleBody && role != roleMargin {
			w.furniture(start)
			start = -1
		}
		last = l
	}
	if role == roleMargin && start >= 0 {
		w.furniture(start)
	}
}

func (w *pageWriter) furniture(start int) {
	w.page.Furniture = append(w.page.Furniture, evidence.Range{Start: start, End: w.text.Len()})
}

func (w *pageWriter) gap(first, paragraph bool) {
	switch {
	case w.text.Len() == 0 || w.glue && !paragraph:
	case first || paragraph:
		w.text.WriteString("\n\n")
	default:
		w.text.WriteByte('\n')
	}
	w.glue = false
}

func (w *pageWriter) line(l *textLine) {
	for i, word := range l.words {
		if i > 0 {
			w.text.WriteByte(' ')
		}
		start := w.text.Len()
		w.text.WriteString(strings.ToValidUTF8(word.text, "\uFFFD"))
		b := word.box
		w.page.Layout.Boxes = append(w.page.Layout.Boxes, evidence.Box{Start: start, End: w.text.Len(),
			X0: float32(b.x0), Y0: float32(b.y0), X1: float32(b.x1), Y1: float32(b.y1)})
		w.glue = word.joined
	}
}

// shape is what is usual on a page: the distance of lines and the edge of the text.
type shape struct {
	pitch float64 // from the bottom of one line to the bottom of the next
	left  float64 // where most lines begin
}

func shapeOf(lines []textLine) shape {
	var pitches, lefts []float64
	var last *textLine
	for i := range lines {
		l := &lines[i]
		if l.role != roleBody {
			continue
		}
		lefts = append(lefts, l.box.x0)
		if last != nil {
			if d := l.box.y1 - last.box.y1; d > 4 && d < 80 {
				pitches = append(pitches, d)
			}
		}
		last = l
	}
	return shape{median(pitches), usual(lefts)}
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

// parts says whether a paragraph ends between two lines: a wide gap, a jump back up the
// page, an indent, or the number of a paragraph.
func (s shape) parts(prev, next textLine) bool {
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
	return s.indented(prev, next)
}

// indented says whether next begins further right than prev and than most lines, as the
// first line of a paragraph does; a block of lines at one depth is a quotation, whose
// lines stay together.
func (s shape) indented(prev, next textLine) bool {
	return next.box.x0 > s.left+9 && next.box.x0 > prev.box.x0+9
}

func sentenceEnds(l textLine) bool {
	t := strings.TrimRight(l.words[len(l.words)-1].text, `"'”’)]`)
	return strings.HasSuffix(t, ".") || strings.HasSuffix(t, "?") || strings.HasSuffix(t, "!") || strings.HasSuffix(t, ":")
}
