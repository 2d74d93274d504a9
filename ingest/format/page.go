package format

import (
	"strings"
	"unicode/utf8"

	"averment/evidence"
)

// pageBuilder joins blocks of text to the text of one page and keeps count of where
// paragraphs start and which bytes are furniture.
type pageBuilder struct {
	text       strings.Builder
	paragraphs []int
	furniture  []evidence.Range
}

// block appends one paragraph, parted from the last by an empty line.
func (b *pageBuilder) block(s string, furniture bool) { b.add(s, "\n\n", furniture) }

// line appends one line of the paragraph before.
func (b *pageBuilder) line(s string, furniture bool) { b.add(s, "\n", furniture) }

func (b *pageBuilder) add(s, gap string, furniture bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteString(gap)
	}
	start := b.text.Len()
	b.text.WriteString(s)
	if gap == "\n\n" || start == 0 {
		b.paragraphs = append(b.paragraphs, start)
	}
	if furniture {
		b.furniture = appendRange(b.furniture, evidence.Range{Start: start, End: b.text.Len()}, b.text.String())
	}
}

// page gives the finished page.
func (b *pageBuilder) page(number int, reader string) evidence.Page {
	return evidence.Page{Number: number, Text: b.text.String(), State: evidence.PageText,
		Furniture: b.furniture, Paragraphs: b.paragraphs, Reader: reader}
}

// appendRange adds r, joined to the last range when only white space lies between.
func appendRange(list []evidence.Range, r evidence.Range, text string) []evidence.Range {
	if n := len(list); n > 0 && strings.TrimSpace(text[list[n-1].End:r.Start]) == "" {
		list[n-1].End = r.End
		return list
	}
	return append(list, r)
}

// plainPage makes a page of text that stands as it is: paragraphs at empty lines.
func plainPage(number int, text, reader string) evidence.Page {
	text = strings.Trim(clean(text), "\n")
	return evidence.Page{Number: number, Text: text, State: evidence.PageText,
		Paragraphs: paragraphStarts(text), Reader: reader}
}

// paragraphStarts finds the byte offset of each paragraph: the first line, and each line
// after an empty one.
func paragraphStarts(text string) []int {
	var starts []int
	empty := true
	for at := 0; at < len(text); {
		end := at + strings.IndexByte(text[at:], '\n') + 1
		if end == at {
			end = len(text)
		}
		blank := strings.TrimSpace(text[at:end]) == ""
		if !blank && empty {
			starts = append(starts, at)
		}
		empty = blank
		at = end
	}
	return starts
}

// capPages enforces the caps on pages and text and says so where they cut.
func capPages(d *evidence.Document, l Limits) {
	if len(d.Pages) > l.Pages {
		d.Pages = d.Pages[:l.Pages]
		d.Warnings = append(d.Warnings, "partial: more pages than the cap, the rest was not read")
	}
	left := l.Text
	for i := range d.Pages {
		if len(d.Pages[i].Text) <= left {
			left -= len(d.Pages[i].Text)
			continue
		}
		d.Pages[i] = cutPage(d.Pages[i], left)
		d.Pages = d.Pages[:i+1]
		d.Warnings = append(d.Warnings, "partial: more text than the cap, the rest was not read")
		return
	}
}

// cutPage keeps the first n bytes of a page, at a rune's edge.
func cutPage(p evidence.Page, n int) evidence.Page {
	for n > 0 && !utf8.RuneStart(p.Text[n]) {
		n--
	}
	p.Text = p.Text[:n]
	for len(p.Paragraphs) > 0 && p.Paragraphs[len(p.Paragraphs)-1] >= n {
		p.Paragraphs = p.Paragraphs[:len(p.Paragraphs)-1]
	}
	for len(p.Furniture) > 0 && p.Furniture[len(p.Furniture)-1].End > n {
		p.Furniture = p.Furniture[:len(p.Furniture)-1]
	}
	p.Layout = nil
	return p
}
