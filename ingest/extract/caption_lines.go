package extract

import (
	"strings"

	"averment/evidence"
)

// headOf are the lines of the first two pages, at most 90, without furniture: as printed, without
// the white space around them, and parted into the names of a caption on the left and the column
// beside them on the right, which holds the number and the title of the paper. Blank lines are
// kept as "".
type headOf struct {
	whole, left, right []string
}

func headLines(doc *evidence.Document) headOf {
	var raw []string
	for i := range doc.Pages[:min(len(doc.Pages), 2)] {
		raw = append(raw, bodyLines(&doc.Pages[i])...)
	}
	raw = spacedLabels(raw[:min(len(raw), 90)])
	h := headOf{whole: trimmed(raw)}
	h.left, h.right = columns(raw)
	return h
}

// trimmed are the lines without the white space around them.
func trimmed(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimSpace(l)
	}
	return out
}

// bodyLines are the lines of a page without furniture, blank ones included; white space at their
// beginning is kept, since it tells columns.
func bodyLines(p *evidence.Page) []string {
	var out []string
	offset := 0
	for line := range strings.SplitAfterSeq(p.Text, "\n") {
		r := evidence.Range{Start: offset, End: offset + len(line)}
		offset += len(line)
		line = strings.TrimRight(line, " \t\r\n\f")
		if strings.TrimSpace(line) == "" || !p.InFurniture(r) {
			out = append(out, strings.ReplaceAll(line, "\t", "        "))
		}
	}
	return out
}

// captionPage are the lines of the page on which a clerk encloses the caption, within the
// first few; nil without one.
func captionPage(doc *evidence.Document) []string {
	for i := 1; i < min(len(doc.Pages), 6); i++ {
		lines := bodyLines(&doc.Pages[i])
		for _, l := range lines[:min(len(lines), 6)] {
			if mostlyUpper(l) && strings.Contains(l, "CAPTION") {
				left, _ := columns(lines[:min(len(lines), 60)])
				return left
			}
		}
	}
	return nil
}

// runningFeet are the lines of furniture of the first pages: what "ANSWER TO COMPLAINT - 2" at
// the foot of a page says of the paper.
func runningFeet(doc *evidence.Document) []string {
	var out []string
	for i := 0; i < len(doc.Pages) && i < 3; i++ {
		p := &doc.Pages[i]
		for _, f := range p.Furniture {
			if f.Start >= 0 && f.Start < f.End && f.End <= len(p.Text) && f.Start > len(p.Text)/2 {
				out = append(out, strings.TrimSpace(p.Text[f.Start:f.End]))
			}
		}
	}
	return out
}

// mostlyUpper says whether nearly all letters of the line are capitals.
func mostlyUpper(l string) bool {
	upper, small := 0, 0
	for i := 0; i < len(l); i++ {
		if c := l[i]; c >= 'a' && c <= 'z' {
			if small++; small*10 > len(l) {
				return false // whatever follows
			}
		} else if c >= 'A' && c <= 'Z' {
			upper++
		}
	}
	return upper+small >= 4 && upper*10 >= (upper+small)*9
}
