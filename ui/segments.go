package ui

import (
	"cmp"
	"slices"
	"strings"

	"averment/evidence"
)

// markSpan is something to mark in the text of one page.
type markSpan struct {
	evidence.Range
	Class string // hit, p, d, a, q, s or at
	Sign  sign   // of a statement
	Title string // what is said about it
	ID    string // anchor at its start
	Now   bool   // the hit that is walked to
}

// segment is a piece of text under the same marks.
type segment struct {
	Text      string
	Open      []string // classes around it, outermost first
	Statement string   // class of the statement around it, "" for none
	Letter    string   // stance letter, at the first segment of a statement only
	Word      string
	Hit, Now  bool
	IDs       []string
	Furniture bool
}

// paragraph is a row of the page: what the margin says, and the text.
type paragraph struct {
	ID       string
	Cite     string
	Place    string // page and line, where lines are numbered
	Segments []segment
	Quiet    bool // furniture
}

// classOrder puts statements outside of quotations outside of the small facts.
var classOrder = map[string]int{"q": 1, "p": 2, "d": 3, "a": 4}

// paragraphs cuts a page into rows with their marks. Spans out of bounds are left out.
func paragraphs(p evidence.Page, marks []markSpan) []paragraph {
	marks = slices.DeleteFunc(slices.Clone(marks), func(m markSpan) bool {
		return m.Start < 0 || m.End > len(p.Text) || m.Start >= m.End
	})
	slices.SortStableFunc(marks, func(a, b markSpan) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	var out []paragraph
	for _, r := range rows(p) {
		text := p.Text[r.Start:r.End]
		if strings.TrimSpace(text) == "" {
			continue
		}
		out = append(out, paragraph{Segments: segments(p, r, marks), Quiet: inside(p.Furniture, trimmed(p.Text, r)),
			Place: evidence.Locator([]evidence.Page{p}, evidence.Span{Page: p.Number, Start: trimmed(p.Text, r).Start, End: trimmed(p.Text, r).End})})
	}
	return out
}

// rows are the paragraphs of a page; without any it is cut at empty lines. Furniture
// stands in rows of its own.
func rows(p evidence.Page) []evidence.Range {
	cuts := map[int]bool{0: true, len(p.Text): true}
	for _, at := range p.Paragraphs {
		if at > 0 && at < len(p.Text) {
			cuts[at] = true
		}
	}
	if len(p.Paragraphs) == 0 {
		for at := 0; ; {
			i := strings.Index(p.Text[at:], "\n\n")
			if i < 0 {
				break
			}
			at += i + 2
			cuts[at] = true
		}
	}
	for _, f := range p.Furniture {
		if f.Start >= 0 && f.End <= len(p.Text) && strings.Contains(p.Text[f.Start:f.End], "\n") {
			cuts[f.Start], cuts[f.End] = true, true
		}
	}
	at := make([]int, 0, len(cuts))
	for c := range cuts {
		at = append(at, c)
	}
	slices.Sort(at)
	var out []evidence.Range
	for i := 1; i < len(at); i++ {
		out = append(out, evidence.Range{Start: at[i-1], End: at[i]})
	}
	return out
}

// trimmed leaves the white space at both ends out.
func trimmed(text string, r evidence.Range) evidence.Range {
	piece := text[r.Start:r.End]
	r.Start += len(piece) - len(strings.TrimLeft(piece, " \t\r\n\f"))
	r.End -= len(piece) - len(strings.TrimRight(piece, " \t\r\n\f"))
	return r
}

func inside(list []evidence.Range, r evidence.Range) bool {
	for _, f := range list {
		if f.Contains(r) {
			return true
		}
	}
	return false
}

// segments cuts one row at every edge of a mark.
func segments(p evidence.Page, r evidence.Range, marks []markSpan) []segment {
	edges := []int{r.Start, r.End}
	var here []markSpan
	for _, m := range marks {
		if !m.Overlaps(r) {
			continue
		}
		here = append(here, m)
		edges = append(edges, max(m.Start, r.Start), min(m.End, r.End))
	}
	for _, f := range p.Furniture {
		if f.Overlaps(r) {
			edges = append(edges, max(f.Start, r.Start), min(f.End, r.End))
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	out := make([]segment, 0, len(edges))
	for i := 1; i < len(edges); i++ {
		piece := evidence.Range{Start: edges[i-1], End: edges[i]}
		s := segment{Text: p.Text[piece.Start:piece.End], Furniture: inside(p.Furniture, piece)}
		for _, m := range here {
			if m.Contains(piece) {
				s.add(m, piece)
			}
		}
		slices.SortStableFunc(s.Open, func(a, b string) int { return classOrder[a] - classOrder[b] })
		out = append(out, s)
	}
	return out
}

func (s *segment) add(m markSpan, piece evidence.Range) {
	first := m.Start == piece.Start
	if first && m.ID != "" {
		s.IDs = append(s.IDs, m.ID)
	}
	switch m.Class {
	case "s":
		s.Statement = m.Sign.Class
		if first {
			s.Letter, s.Word = m.Sign.Letter, m.Sign.Word
		}
	case "hit":
		s.Hit, s.Now = true, s.Now || m.Now
	case "at":
	default:
		if !slices.Contains(s.Open, m.Class) {
			s.Open = append(s.Open, m.Class)
		}
	}
}
