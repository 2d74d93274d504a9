package format

import (
	"cmp"
	"slices"
	"strconv"
)

// marginRun is how many numbers must follow each other down the margin. Pleading paper
// has 25 to 32 lines a page, transcripts 25.
const marginRun = 8

// marginNumber is a candidate: the first word of a line.
type marginNumber struct {
	line, value int
	box         rect
}

// markMargin finds the line numbers of pleading paper and transcripts: integers under
// each other at the left edge, counting up by one. They leave their lines, so that the
// text beside them stays whole.
func markMargin(s *sheet) {
	run := longestRun(marginNumbers(s))
	if len(run) < marginRun || !s.leftOfBody(run) {
		return
	}
	var numbers textLine
	taken := map[int]bool{}
	for _, m := range run {
		l := &s.lines[m.line]
		numbers.words = append(numbers.words, l.words[0])
		numbers.box = numbers.box.join(m.box)
		taken[m.line] = true
	}
	var kept []textLine
	for i, l := range s.lines {
		if taken[i] {
			l = l.without(0)
		}
		if len(l.words) > 0 {
			kept = append(kept, l)
		}
	}
	s.margin = run
	numbers.role = roleMargin
	s.lines = append(kept, numbers)
}

// without is the line less its word i.
func (l textLine) without(i int) textLine {
	out := textLine{role: l.role}
	for j, w := range l.words {
		if j != i {
			out.words = append(out.words, w)
			out.box = out.box.join(w.box)
		}
	}
	return out
}

func marginNumbers(s *sheet) []marginNumber {
	var out []marginNumber
	for i, l := range s.lines {
		if l.role != roleBody {
			continue
		}
		w := l.words[0]
		n, err := strconv.Atoi(w.text)
		if err == nil && n >= 1 && n <= 60 && len(w.text) <= 2 && w.box.x1 < s.width*0.3 {
			out = append(out, marginNumber{i, n, w.box})
		}
	}
	slices.SortStableFunc(out, func(a, b marginNumber) int { return cmp.Compare(a.box.y0, b.box.y0) })
	return out
}

// longestRun is the longest series down the page that counts up by one within one
// column, right-aligned or left-aligned. A number may be missing from it.
func longestRun(all []marginNumber) []marginNumber {
	var best []marginNumber
	for i := range all {
		run := []marginNumber{all[i]}
		for _, m := range all[i+1:] {
			last := run[len(run)-1]
			step := m.value - last.value
			if step >= 1 && step <= 2 && sameColumn(m.box, all[i].box) && m.box.y0 > last.box.y0+1 {
				run = append(run, m)
			}
		}
		if len(run) > len(best) {
			best = run
		}
	}
	return best
}

func sameColumn(a, b rect) bool {
	near := func(x, y float64) bool { return x-y < 4 && y-x < 4 }
	return near(a.x1, b.x1) || near(a.x0, b.x0)
}

// leftOfBody says whether nearly all other words stand to the right of the numbers.
func (s *sheet) leftOfBody(run []marginNumber) bool {
	edge := 0.0
	for _, m := range run {
		edge = max(edge, m.box.x1)
	}
	left, all := 0, 0
	for _, l := range s.lines {
		for _, w := range l.words {
			all++
			if w.box.x0 < edge {
				left++
			}
		}
	}
	return all > 0 && left-len(run) <= all/20
}
