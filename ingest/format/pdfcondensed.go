package format

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// The bounds on how many pages of a transcript are printed on one sheet.
const (
	fewestCells = 2
	mostCells   = 9
	mostOnSheet = 5000 // words
)

// cell is a page of a transcript that is printed on a sheet beside others: its numbered
// lines, and the lines above and below them.
type cell struct {
	run   []marginNumber
	box   rect // what of the sheet is its own
	lines []textLine
	label string
}

// markCondensed finds the pages of a transcript that are printed several to a sheet, and
// puts the lines of each after each other: readers give the rows of the sheet, across its
// pages. It says whether there are such pages.
func markCondensed(s *sheet) bool {
	if s.words() > mostOnSheet {
		return false
	}
	cells := cellsOf(s)
	if len(cells) < fewestCells || len(cells) > mostCells {
		return false
	}
	taken := 0
	for _, l := range s.lines {
		for _, w := range l.words {
			if takeWord(cells, w) {
				taken++
			}
		}
	}
	if taken < s.words()*9/10 {
		return false // a sheet with more on it than testimony
	}
	s.lines = linesOfCells(s.lines, cells)
	return true
}

func (s *sheet) words() (n int) {
	for _, l := range s.lines {
		n += len(l.words)
	}
	return n
}

// cellsOf finds the series of line numbers that begin at one, and shares the sheet among
// them.
func cellsOf(s *sheet) []cell {
	var cells []cell
	left := numberWords(s)
	for len(cells) <= mostCells {
		run := countedRun(left)
		if len(run) < fewestNumbered {
			break
		}
		cells = append(cells, cell{run: run})
		left = slices.DeleteFunc(left, func(m marginNumber) bool { return slices.Contains(run, m) })
	}
	for i := range cells {
		cells[i].box = areaOf(cells, i, s.width, s.height)
	}
	return cells
}

// numberWords gives all words that could number a line, down the sheet.
func numberWords(s *sheet) []marginNumber {
	var out []marginNumber
	for i, l := range s.lines {
		for _, w := range l.words {
			if n, err := strconv.Atoi(w.text); err == nil && n >= 1 && n <= mostNumbered && len(w.text) <= 2 {
				out = append(out, marginNumber{i, n, w.box})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b marginNumber) int { return cmp.Compare(a.box.y0, b.box.y0) })
	return out
}

// countedRun is the longest series of numbers under each other that counts from one.
func countedRun(all []marginNumber) []marginNumber {
	var best []marginNumber
	for i, first := range all {
		if first.value != 1 {
			continue
		}
		run := []marginNumber{first}
		for _, m := range all[i+1:] {
			last := run[len(run)-1]
			if m.value == last.value+1 && sameColumn(m.box, first.box) && m.box.y0 > last.box.y0+1 {
				run = append(run, m)
			}
		}
		if len(run) > len(best) {
			best = run
		}
	}
	return best
}

// areaOf is the part of the sheet that belongs to a cell: to the numbers of the next
// column, and from the last line of the cell above to its own last line.
func areaOf(cells []cell, i int, width, height float64) rect {
	run := cells[i].run
	pitch := (run[len(run)-1].box.y1 - run[0].box.y1) / float64(len(run)-1)
	out := rect{run[0].box.x0 - pitch, 0, width, height}
	for _, m := range run {
		out.x0 = min(out.x0, m.box.x0-1)
	}
	for j, o := range cells {
		first, last := o.run[0].box, o.run[len(o.run)-1].box
		switch {
		case j == i:
		case first.x0 > run[0].box.x1+5*pitch:
			out.x1 = min(out.x1, first.x0-1)
		case sameColumn(first, run[0].box) && last.y1 < run[0].box.y0:
			out.y0 = max(out.y0, last.y1+pitch/2)
		case sameColumn(first, run[0].box) && first.y0 > run[len(run)-1].box.y1:
			out.y1 = min(out.y1, run[len(run)-1].box.y1+pitch/2)
		}
	}
	return out
}

// takeWord gives a word to the line of the cell it stands on. Words beside no numbered
// line are the heads and feet of cells.
func takeWord(cells []cell, w textWord) bool {
	x, y := w.box.middle()
	i := slices.IndexFunc(cells, func(c cell) bool { return c.box.holds(x, y) })
	if i < 0 {
		return false
	}
	c := &cells[i]
	pitch := (c.run[len(c.run)-1].box.y1 - c.run[0].box.y1) / float64(len(c.run)-1)
	number, off := 0, math.Inf(1)
	for _, m := range c.run {
		if m.box == w.box {
			return true // the number itself
		}
		_, middle := m.box.middle()
		if d := math.Abs(middle - y); d < off {
			number, off = m.value, d
		}
	}
	if off > pitch*0.6 {
		number = 0
	}
	c.put(number, w)
	return true
}

// put adds a word to the line of a number, or to a line without one.
func (c *cell) put(number int, w textWord) {
	for i := range c.lines {
		l := &c.lines[i]
		if l.number == number && (number > 0 || math.Abs(l.box.y1-w.box.y1) < 3) {
			l.words, l.box = append(l.words, w), l.box.join(w.box)
			return
		}
	}
	c.lines = append(c.lines, textLine{words: []textWord{w}, box: w.box, number: number})
}

// linesOfCells writes the cells in the order of their pages: what stands above and below
// the numbered lines is furniture, and so are the numbers, as one line.
func linesOfCells(before []textLine, cells []cell) []textLine {
	for i := range cells {
		cells[i].finish()
	}
	slices.SortStableFunc(cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(atoi(a.label), atoi(b.label)), cmp.Compare(a.box.y0, b.box.y0), cmp.Compare(a.box.x0, b.box.x0))
	})
	var out []textLine
	for _, l := range before {
		if l.role != roleBody {
			out = append(out, l)
		}
	}
	numbers := textLine{role: roleMargin}
	for i, c := range cells {
		for _, l := range c.lines {
			l.printed = cmp.Or(c.label, "sheet "+strconv.Itoa(i+1))
			out = append(out, l)
		}
		for _, m := range c.run {
			numbers.words, numbers.box = append(numbers.words, textWord{text: strconv.Itoa(m.value), box: m.box}), numbers.box.join(m.box)
		}
	}
	return append(out, numbers)
}

// finish sorts the lines of a cell and reads the number of its page.
func (c *cell) finish() {
	slices.SortStableFunc(c.lines, func(a, b textLine) int { return cmp.Compare(a.box.y0, b.box.y0) })
	for i := range c.lines {
		l := &c.lines[i]
		slices.SortStableFunc(l.words, func(a, b textWord) int { return cmp.Compare(a.box.x0, b.box.x0) })
		if l.number > 0 {
			continue
		}
		l.role = roleHead
		if m := transcriptPage.FindStringSubmatch(strings.TrimSpace(l.text())); m != nil && c.label == "" {
			c.label = m[1]
		}
	}
}

// speech is a line of testimony that begins what a person says.
func (l textLine) speech() bool { return turnOfSpeech.MatchString(l.text() + " ") }

// spoken says whether the numbered lines of a page are testimony, which pleading paper
// is not: questions and answers.
func (s *sheet) spoken() bool {
	if len(s.margin) == 0 {
		return false
	}
	n := 0
	for _, l := range s.lines {
		if l.role == roleBody && question.MatchString(l.text()) {
			n++
		}
	}
	return n >= fewestTurns
}

// fewestTurns is from how many questions and answers a page is testimony.
const fewestTurns = 3

var question = regexp.MustCompile(`^[QA][.:]?\s`)

// numberedStart is where a numbered line of a printed page begins in the text.
type numberedStart struct {
	printed       string
	number, start int
}

// condensedLines makes the numbered lines of the pages on one sheet, nil for none.
func condensedLines(starts []numberedStart) *evidence.Lines {
	var all []evidence.Lines
	for _, n := range starts {
		if len(all) == 0 || all[len(all)-1].Page != n.printed {
			all = append(all, evidence.Lines{Page: n.printed, First: n.number})
		}
		l := &all[len(all)-1]
		for l.First+len(l.Starts) <= n.number { // lines without text share the start of the next
			l.Starts = append(l.Starts, n.start)
		}
	}
	if len(all) == 0 {
		return nil
	}
	out := all[0]
	out.More = all[1:]
	return &out
}
