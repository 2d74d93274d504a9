package format

import (
	"strings"

	"averment/evidence"
)

// page turns a sheet into a page: furniture of the top, the body with its paragraphs,
// margin numbers, furniture of the bottom. goesOn says that the body begins in the
// middle of a paragraph of the page before: its first line is no paragraph's start.
func (s *sheet) page(goesOn bool) evidence.Page {
	p := evidence.Page{Number: s.number, State: evidence.PageText, Reader: s.reader, Label: s.label, Flags: s.flags,
		Layout: &evidence.Layout{Width: float32(s.width), Height: float32(s.height)}}
	w := pageWriter{page: &p, shape: shapeOf(s.lines), goesOn: goesOn, spoken: s.spoken()}
	for _, role := range []lineRole{roleHead, roleBody, roleMargin, roleFoot} {
		w.role(s.lines, role)
	}
	p.Text = w.text.String()
	if p.Lines = condensedLines(w.starts); p.Lines == nil {
		p.Lines = s.numberedLines(p)
	}
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
	page   *evidence.Page
	text   strings.Builder
	shape  shape
	glue   bool // the last word goes on
	goesOn bool // so does the paragraph of the page before
	starts []numberedStart
	spoken bool // the page is testimony: a paragraph is what one person says
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
		begins := last == nil && !(role == roleBody && w.goesOn) ||
			last != nil && role == roleBody && w.parts(last, l, following(lines, i))
		w.gap(last == nil, last != nil && begins)
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

// parts says whether a paragraph ends between two lines of the body.
func (w *pageWriter) parts(last, next, after *textLine) bool {
	if next.number > 0 || w.spoken {
		return next.speech() || last.printed != next.printed && sentenceEnds(*last)
	}
	return w.shape.parts(*last, *next, after)
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
	if l.number > 0 {
		w.starts = append(w.starts, numberedStart{l.printed, l.number, w.text.Len()})
	}
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
