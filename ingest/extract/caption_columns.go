package extract

import (
	"slices"
	"strings"
)

// columns parts the column that ")" , "]", "|" or "§", or nothing but space, sets off from the
// names of a caption.
func columns(raw []string) (left, right []string) {
	lines := trimmed(raw)
	if mark := columnMark(lines); mark != "" {
		return markedColumns(lines, mark)
	}
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "   ") }) {
		return lines, nil // no gap between columns
	}
	if at := gutter(raw); at > 0 {
		return spacedColumns(raw, at)
	}
	return looseColumns(lines)
}

// columnMark is the mark that at least four lines have between two columns, "" for none. One with
// wide gaps around it counts twice.
func columnMark(lines []string) string {
	for _, mark := range []string{")", "]", "|", "§", ":"} {
		n := 0
		for _, l := range lines {
			switch {
			case !strings.Contains(l, mark):
			case strings.Contains(l, "  "+mark+"  "):
				n += 2
			case l == mark, strings.HasSuffix(l, " "+mark), strings.Contains(l, " "+mark+" "):
				n++
			}
		}
		if n >= 4 {
			return mark
		}
	}
	return ""
}

func markedColumns(lines []string, mark string) (left, right []string) {
	for i, l := range lines {
		before, after, ok := strings.Cut(" "+l+" ", " "+mark+" ")
		if !ok {
			continue
		}
		lines[i] = strings.TrimSpace(before)
		if after = strings.TrimSpace(strings.TrimLeft(after, mark+" ")); after != "" {
			right = append(right, after)
		}
		if strings.Contains(after, "No.") && lines[i] == "" {
			lines[i] = after
		}
	}
	return lines, right
}

// looseColumns takes from single lines what stands behind a wide gap beside the names.
func looseColumns(lines []string) (left, right []string) {
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		before, after, _ := cutGap(l, 3)
		switch {
		case after == "":
			out = append(out, l)
		case roleAtMargin(after):
			out = append(out, before, strings.Trim(after, " .…"))
		case besideCaption(after) && !partsSides(l), partsSides(before) && mostlyUpper(after):
			out, right = append(out, before), append(right, after)
		default:
			out = append(out, l)
		}
	}
	return out, right
}

// roleAtMargin says whether what stands behind a gap is nothing but the role of the names before
// it, "... Petitioners", as Indian and Australian courts print it.
func roleAtMargin(after string) bool {
	return len(after) < longestSide && pureRole(strings.Trim(after, " .…"))
}

// cutGap cuts a line at its first gap of at least n spaces behind text; column is that of after.
func cutGap(l string, n int) (before, after string, column int) {
	indent := len(l) - len(strings.TrimLeft(l, " "))
	i := strings.Index(l[indent:], strings.Repeat(" ", n))
	if i < 0 {
		return strings.TrimSpace(l), "", 0
	}
	rest := l[indent+i:]
	after = strings.TrimLeft(rest, " ")
	return strings.TrimSpace(l[:indent+i]), after, len([]rune(l)) - len([]rune(after))
}

// The gap between two columns, and how far from the left margin the second begins.
const (
	columnGap  = 3
	leastColum = 18
)

// gutter is the column at which the right part of a caption begins, where at least two lines of
// names have something behind a gap that begins there, and part of it is a number of a case, a
// judge or the title of a paper; 0 for none.
func gutter(raw []string) int {
	count, tells := map[int]int{}, map[int]bool{}
	for _, l := range raw[:captionEnd(raw)] {
		before, after, at := cutGap(l, columnGap)
		if after == "" || at < leastColum || roleAtMargin(after) || strings.Contains(after, "   ") || before == "" || strings.HasSuffix(before, ":") {
			continue
		}
		count[at]++
		tells[at] = tells[at] || besideCaption(after) || mostlyUpper(after) && headingWord(after) != ""
	}
	best, most := 0, 1
	for at, n := range count {
		if n += count[at+1]; (tells[at] || tells[at+1]) && (n > most || n == most && at < best) {
			best, most = at, n
		}
	}
	return best
}

// captionEnd is the number of lines before the first that is running text.
func captionEnd(raw []string) int {
	if at := slices.IndexFunc(raw, func(l string) bool {
		l = strings.TrimSpace(l)
		return numbered(l) && !nameLine(l) || len(strings.Fields(l)) > 10 && !nameLine(l)
	}); at >= 0 {
		return at
	}
	return len(raw)
}

// spacedColumns cuts the lines at the gutter. What stands alone on the right belongs to that
// column too while it lies within it; the role of a party never does.
func spacedColumns(raw []string, at int) (left, right []string) {
	end := captionEnd(raw)
	first, last := gutterLines(raw[:end], at)
	for i, l := range raw {
		before, after, column := cutGap(l, columnGap)
		indent := len(l) - len(strings.TrimLeft(l, " "))
		bare := strings.TrimSpace(l)
		switch {
		case i < first || i > last:
			left = append(left, bare)
		case after != "" && column >= at-1 && roleAtMargin(after):
			left = append(left, before, strings.Trim(after, " .…"))
		case after != "" && column >= at-1 && !strings.HasSuffix(before, ":"):
			left, right = append(left, before), append(right, after)
		case indent >= at-1 && bare != "" && !roleLine(bare) && !partsSides(bare):
			left, right = append(left, ""), append(right, bare)
		default:
			left = append(left, bare)
		}
	}
	return left, right
}

// gutterLines are the first and the last line of the column that begins at the gutter, with what
// goes on under it.
func gutterLines(raw []string, at int) (first, last int) {
	first = len(raw)
	for i, l := range raw {
		if _, after, column := cutGap(l, columnGap); after != "" && (column == at || column == at+1) {
			first, last = min(first, i), i
		}
	}
	for last+1 < len(raw) && raw[last+1] != "" && len(raw[last+1])-len(strings.TrimLeft(raw[last+1], " ")) >= at-1 {
		last++
	}
	return first, last
}
