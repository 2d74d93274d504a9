package format

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"averment/evidence"
)

const (
	longPage = 1 << 20  // bytes of text from which a page is shown in parts
	partSize = 64 << 10 // bytes of a part, at most
)

// splitLong cuts pages of more text than anybody reads at once into parts: a log, a book
// without page breaks, a table of a hundred thousand rows. The parts hold all of the text
// but white space between them. Pages that have a layout are left whole, since it is drawn.
func splitLong(d *evidence.Document) {
	out := make([]evidence.Page, 0, len(d.Pages))
	for _, p := range d.Pages {
		if len(p.Text) < longPage || p.Layout != nil {
			out = append(out, p)
			continue
		}
		parts := partsOf(p)
		d.Warnings = append(d.Warnings, fmt.Sprintf("page %d is long: its text is given in %d parts, pages %d to %d, that the original does not have",
			p.Number, len(parts), len(out)+1, len(out)+len(parts)))
		out = append(out, parts...)
	}
	for i := range out {
		out[i].Number = i + 1
	}
	d.Pages = out
}

// partsOf cuts one page. Ranges that cross a cut are cut too.
func partsOf(p evidence.Page) []evidence.Page {
	var out []evidence.Page
	furniture, paragraphs := p.Furniture, p.Paragraphs
	for at := 0; at < len(p.Text); {
		end := at + cutAt(p.Text[at:], partSize)
		part := p
		part.Text, part.Furniture, part.Paragraphs = strings.TrimRight(p.Text[at:end], " \n"), nil, nil
		part.Furniture, furniture = rangesIn(furniture, at, end, len(part.Text))
		for len(paragraphs) > 0 && paragraphs[0] < end {
			if start := max(0, paragraphs[0]-at); start < len(part.Text) {
				part.Paragraphs = append(part.Paragraphs, start)
			}
			paragraphs = paragraphs[1:]
		}
		if part.Text != "" {
			out = append(out, part)
		}
		at = end
	}
	return out
}

// rangesIn gives the ranges between at and end, as offsets from at below size, and those
// that go on behind end.
func rangesIn(list []evidence.Range, at, end, size int) (in, rest []evidence.Range) {
	for len(list) > 0 && list[0].Start < end {
		r := evidence.Range{Start: max(0, list[0].Start-at), End: min(list[0].End-at, size)}
		if r.Start < r.End {
			in = append(in, r)
		}
		if list[0].End > end {
			break
		}
		list = list[1:]
	}
	return in, list
}

// cutAt finds where to cut a text that is longer than size: behind an empty line, a line,
// a word, or a character, whichever comes first in this order in the last quarter.
func cutAt(text string, size int) int {
	if len(text) <= size {
		return len(text)
	}
	from := size - size/4
	for _, gap := range []string{"\n\n", "\n", " "} {
		if i := strings.LastIndex(text[from:size], gap); i >= 0 {
			return from + i + len(gap)
		}
	}
	for size > 1 && !utf8.RuneStart(text[size]) {
		size--
	}
	return size
}
