package format

import (
	"regexp"
	"slices"
	"strings"

	"averment/evidence"
)

// lineRole says what a line of a page is.
type lineRole uint8

const (
	roleBody   lineRole = iota
	roleHead            // stamp or running head at the top
	roleMargin          // numbers of pleading paper
	roleFoot            // page number, running foot or stamp at the bottom
)

// The zones of a page where stamps and running heads stand, as parts of its height.
const (
	topZone    = 0.14
	bottomZone = 0.86
)

var (
	pageNumber = regexp.MustCompile(`(?i)^[\W_]*(?:page\s*)?(?:[ivxl]{1,7}|[a-z]?-?\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[\W_]*$`)
	// printedNumber is the number itself in such a line.
	printedNumber = regexp.MustCompile(`(?i)\b(?:[ivxl]{1,7}|[a-z]?-?\d{1,4})\b`)
	digits        = regexp.MustCompile(`\d+`)
)

// markFurniture gives every line of the sheets its role.
func markFurniture(sheets []sheet) {
	for i := range sheets {
		markStamp(&sheets[i])
		if !markCondensed(&sheets[i]) {
			markMargin(&sheets[i])
		}
	}
	repeated := repeatedLines(sheets)
	for i := range sheets {
		markEdges(&sheets[i], repeated, enoughPages(len(sheets)))
	}
}

// markStamp finds the court's stamp at the top or the bottom of the page. A stamp can
// take up to three lines.
func markStamp(s *sheet) {
	for i := range s.lines {
		for n := 1; n <= 3 && i+n <= len(s.lines); n++ {
			part := s.lines[i : i+n]
			if !s.sameEdge(part) {
				break
			}
			stamp, ok := parseStamp(linesText(part))
			if !ok {
				continue
			}
			n = s.longerStamp(i, n, &stamp)
			if s.stamp == nil {
				s.stamp = &stamp
			}
			s.setRole(i, n)
			break
		}
	}
}

// longerStamp goes on over following lines while they add to the stamp.
func (s *sheet) longerStamp(i, n int, stamp *evidence.Stamp) int {
	for more := n + 1; more <= 3 && i+more <= len(s.lines) && s.sameEdge(s.lines[i:i+more]); more++ {
		next, ok := parseStamp(linesText(s.lines[i : i+more]))
		if !ok || stampParts(next) <= stampParts(*stamp) {
			break
		}
		*stamp, n = next, more
	}
	return n
}

// stampParts counts what a stamp tells.
func stampParts(s evidence.Stamp) int {
	n := 0
	for _, told := range []bool{s.Entry != "", s.Filed != nil, s.Page > 0, s.Of > 0, s.PageID != ""} {
		if told {
			n++
		}
	}
	return n
}

func (s *sheet) sameEdge(part []textLine) bool {
	for _, l := range part {
		if !s.atTop(l) && !s.atBottom(l) || s.atTop(l) != s.atTop(part[0]) {
			return false
		}
	}
	return true
}

func (s *sheet) atTop(l textLine) bool {
	return !l.box.empty() && l.box.y1 < s.height*topZone
}

func (s *sheet) atBottom(l textLine) bool {
	return !l.box.empty() && l.box.y0 > s.height*bottomZone
}

func (s *sheet) setRole(i, n int) {
	for j := i; j < i+n; j++ {
		s.lines[j].role = roleHead
		if s.atBottom(s.lines[j]) {
			s.lines[j].role = roleFoot
		}
	}
}

func linesText(lines []textLine) string {
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.text())
	}
	return strings.Join(parts, " ")
}

// edgeLines is how many lines from the top and the bottom can be running heads.
const edgeLines = 4

// repeatedLines counts, over the pages, the lines near the edges that are the same but
// for their numbers.
func repeatedLines(sheets []sheet) map[string]int {
	count := map[string]int{}
	for i := range sheets {
		s := &sheets[i]
		seen := map[string]bool{}
		for _, j := range s.edges() {
			if key := s.edgeKey(s.lines[j]); !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
	}
	return count
}

// edges gives the lines in the top and bottom zones, outermost first, a few of each.
func (s *sheet) edges() []int {
	var top, bottom []int
	for j, l := range s.lines {
		switch {
		case l.role != roleBody:
		case s.atTop(l):
			top = append(top, j)
		case s.atBottom(l):
			bottom = append(bottom, j)
		}
	}
	slices.SortStableFunc(top, func(a, b int) int { return int(s.lines[a].box.y0 - s.lines[b].box.y0) })
	slices.SortStableFunc(bottom, func(a, b int) int { return int(s.lines[b].box.y1 - s.lines[a].box.y1) })
	return append(top[:min(len(top), edgeLines)], bottom[:min(len(bottom), edgeLines)]...)
}

// edgeKey is the text of a line without its numbers, with the side it stands on.
func (s *sheet) edgeKey(l textLine) string {
	side := "t:"
	if s.atBottom(l) {
		side = "b:"
	}
	return side + digits.ReplaceAllString(strings.ToLower(l.text()), "#")
}

// enoughPages is on how many of n pages a line must stand to be a running head: a third,
// three at least, or two where there are but two or three pages.
func enoughPages(n int) int {
	if n <= 3 {
		return 2
	}
	return max(3, n/3)
}

// markEdges marks page numbers and running heads.
func markEdges(s *sheet, repeated map[string]int, enough int) {
	for _, j := range s.edges() {
		l := s.lines[j]
		running := repeated[s.edgeKey(l)] >= enough && strings.IndexFunc(l.text(), isLetter) >= 0
		number := s.looksLikePageNumber(l)
		if running || number {
			s.setRole(j, 1)
		}
		if number && s.label == "" {
			s.label = printedNumber.FindString(l.text())
		}
	}
}

func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 0x7F }

// looksLikePageNumber says whether the line is a number alone, and no line of the body
// stands further out.
func (s *sheet) looksLikePageNumber(l textLine) bool {
	if !pageNumber.MatchString(l.text()) || len(l.words) > 5 {
		return false
	}
	for _, o := range s.lines {
		if o.role != roleBody || o.box == l.box {
			continue
		}
		if s.atTop(l) && o.box.y1 < l.box.y0 || s.atBottom(l) && o.box.y0 > l.box.y1 {
			return false
		}
	}
	return true
}
