package format

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"averment/evidence"
)

// numberedLines tells where in the text of a page each line of its margin begins, nil
// where the lines have no numbers or stand in another order than their numbers.
func (s *sheet) numberedLines(p evidence.Page) *evidence.Lines {
	if len(s.margin) == 0 {
		return nil
	}
	first := s.margin[0].value
	starts := make([]int, s.margin[len(s.margin)-1].value-first+1)
	for i := range starts {
		starts[i] = -1
	}
	for _, b := range p.Layout.Boxes {
		if p.InFurniture(evidence.Range{Start: b.Start, End: b.End}) {
			continue
		}
		n := s.marginBeside(b)
		if n < 0 {
			continue
		}
		if at := &starts[n-first]; *at < 0 || b.Start < *at {
			*at = b.Start
		}
	}
	if !fillStarts(starts, len(p.Text)) {
		return nil
	}
	return &evidence.Lines{Page: cmp.Or(numeric(s.label), strconv.Itoa(s.number)), First: first, Starts: starts}
}

// marginBeside is the number of the line that a box stands on, -1 for none.
func (s *sheet) marginBeside(b evidence.Box) int {
	best, least := -1, math.Inf(1)
	middle := float64(b.Y0+b.Y1) / 2
	for _, m := range s.margin {
		if off := math.Abs((m.box.y0+m.box.y1)/2 - middle); off < least {
			best, least = m.value, off
		}
	}
	if spacing := (s.margin[len(s.margin)-1].box.y0 - s.margin[0].box.y0) / float64(len(s.margin)-1); least > spacing {
		return -1
	}
	return best
}

// fillStarts gives a line without text the start of the next. It fails where the starts
// descend: then the text is not in the order of the lines.
func fillStarts(starts []int, size int) bool {
	next := size
	for i := len(starts) - 1; i >= 0; i-- {
		if starts[i] < 0 {
			starts[i] = next
		}
		next = starts[i]
	}
	return slices.IsSorted(starts)
}

// numeric is the label of a page that is a number, "" for another.
func numeric(label string) string {
	if _, err := strconv.Atoi(label); err != nil {
		return ""
	}
	return label
}
