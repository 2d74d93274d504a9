package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"averment/evidence"
	"averment/index"
)

// The size of excerpts in bytes: spots further apart than excerptSpan do not share one,
// and excerptRoom is added around them, up to the bounds of a sentence where near.
const (
	excerptSpan = 220
	excerptRoom = 110
	maxSpots    = 4000 // of a document that are looked at for its best passages
)

// passage is a candidate for an excerpt: the spots from first until before end, all on
// one page.
type passage struct {
	first, end int
	score      int
}

// cutExcerpts cuts the best passages of a document, best first, from its located spots.
// A document without spots in its body shows how it begins, with nothing marked.
func cutExcerpts(doc *evidence.Document, spots []index.Spot, limit int) []Excerpt {
	inBody := bodySpots(doc, spots)
	if len(inBody) == 0 {
		return opening(doc)
	}
	var out []Excerpt
	for _, p := range best(inBody, passages(doc, inBody), limit) {
		x := cutExcerpt(page(doc, inBody[p.first].Page), p, inBody)
		x.Place = evidence.Locator(doc.Pages, evidence.Span{Page: x.Page, Start: inBody[p.first].ByteStart, End: inBody[p.end-1].ByteEnd})
		out = append(out, x)
	}
	return out
}

// bodySpots are the located spots that stand on a page.
func bodySpots(doc *evidence.Document, spots []index.Spot) []index.Spot {
	var out []index.Spot
	for _, s := range spots {
		if page(doc, s.Page) != nil {
			out = append(out, s)
		}
	}
	return out
}

// titleGap is how far behind the body the index puts the words of a title that the body
// does not print.
const titleGap = 1 << 20

// titleMarks gives the bytes of the spots that stand in the title behind a body of so
// many words.
func titleMarks(title string, spots []index.Spot, words int) [][2]int {
	marks := [][2]int{}
	for _, s := range spots {
		if s.Page != 0 {
			continue
		}
		for _, t := range index.Tokens(title) {
			if pos := words + titleGap + t.Pos; !t.Alt && pos >= s.Start && pos < s.End {
				marks = appendMark(marks, [2]int{t.Start, t.End})
			}
		}
	}
	return marks
}

func page(doc *evidence.Document, number int) *evidence.Page {
	if number >= 1 && number <= len(doc.Pages) && doc.Pages[number-1].Number == number {
		return &doc.Pages[number-1]
	}
	for i := range doc.Pages {
		if doc.Pages[i].Number == number {
			return &doc.Pages[i]
		}
	}
	return nil
}

// passages gives for each spot the passage that begins with it. A passage with more
// different words scores more, then one with more words.
func passages(doc *evidence.Document, spots []index.Spot) []passage {
	out := make([]passage, len(spots))
	words := wordNumbers(doc, spots)
	counts := make([]int, len(spots))
	different, end := 0, 0
	for i := range spots {
		for end < len(spots) && spots[end].Page == spots[i].Page && (end == i || spots[end].ByteEnd-spots[i].ByteStart <= excerptSpan) {
			if counts[words[end]]++; counts[words[end]] == 1 {
				different++
			}
			end++
		}
		out[i] = passage{i, end, 8*different + min(end-i, 7)}
		if counts[words[i]]--; counts[words[i]] == 0 {
			different--
		}
	}
	return out
}

// wordNumbers gives spots of the same folded text the same number.
func wordNumbers(doc *evidence.Document, spots []index.Spot) []int {
	out := make([]int, len(spots))
	known := map[string]int{}
	for i, s := range spots {
		word := index.Fold(page(doc, s.Page).Text[s.ByteStart:s.ByteEnd])
		if _, ok := known[word]; !ok {
			known[word] = len(known)
		}
		out[i] = known[word]
	}
	return out
}

// best chooses passages that do not overlap, the highest score first, then the first.
func best(spots []index.Spot, all []passage, limit int) []passage {
	var out []passage
	for len(out) < limit {
		top := -1
		for i, p := range all {
			if (top < 0 || p.score > all[top].score) && !slices.ContainsFunc(out, func(o passage) bool { return overlap(spots, o, p) }) {
				top = i
			}
		}
		if top < 0 {
			break
		}
		out = append(out, all[top])
	}
	return out
}

// overlap holds for passages whose excerpts would show the same text.
func overlap(spots []index.Spot, a, b passage) bool {
	first, last := spots[a.first], spots[a.end-1]
	from, to := spots[b.first], spots[b.end-1]
	return first.Page == from.Page && first.ByteStart < to.ByteEnd+2*excerptRoom && from.ByteStart < last.ByteEnd+2*excerptRoom
}

// cutExcerpt cuts the text around a passage and marks every spot that is in it.
func cutExcerpt(p *evidence.Page, at passage, spots []index.Spot) Excerpt {
	start, end := widen(p, spots[at.first].ByteStart, spots[at.end-1].ByteEnd)
	x := Excerpt{Page: p.Number, Start: start, End: end, Text: p.Text[start:end], Marks: [][2]int{}}
	for _, s := range spots {
		if s.Page == p.Number && s.ByteStart >= start && s.ByteEnd <= end {
			x.Marks = appendMark(x.Marks, [2]int{s.ByteStart - start, s.ByteEnd - start})
		}
	}
	return x
}

// appendMark adds a mark; one that overlaps the mark before is joined with it.
func appendMark(marks [][2]int, m [2]int) [][2]int {
	if n := len(marks); n > 0 && m[0] < marks[n-1][1] {
		marks[n-1][1] = max(marks[n-1][1], m[1])
		return marks
	}
	return append(marks, m)
}

// widen adds room on both sides: to the bounds of the sentence where they are near,
// else to a space, and never into furniture.
func widen(p *evidence.Page, start, end int) (int, int) {
	low, high := max(0, start-excerptRoom), min(len(p.Text), end+excerptRoom)
	for _, f := range p.Furniture {
		if f.End <= start {
			low = max(low, f.End)
		}
		if f.Start >= end {
			high = min(high, f.Start)
		}
	}
	from, to := wordStart(p.Text, low, start), wordEnd(p.Text, end, high)
	for _, s := range p.Sentences {
		if s.Start >= from && s.Start <= start {
			from = s.Start
			break
		}
	}
	for i := len(p.Sentences) - 1; i >= 0; i-- {
		if s := p.Sentences[i]; s.End >= end && s.End <= to {
			to = s.End
			break
		}
	}
	return from, to
}

// wordStart is the first start of a word from low on, at most start.
func wordStart(text string, low, start int) int {
	at := low
	if low > 0 && text[low-1] != ' ' && text[low-1] != '\n' {
		if i := strings.IndexAny(text[low:start], " \n"); i >= 0 {
			at = low + i + 1
		} else {
			at = start
		}
	}
	for at < start && (text[at] == ' ' || text[at] == '\n' || !utf8.RuneStart(text[at])) {
		at++
	}
	return at
}

// wordEnd is the last end of a word up to high, at least end.
func wordEnd(text string, end, high int) int {
	at := high
	if high < len(text) && text[high] != ' ' && text[high] != '\n' {
		if i := strings.LastIndexAny(text[end:high], " \n"); i >= 0 {
			at = end + i
		} else {
			at = end
		}
	}
	for at > end && (text[at-1] == ' ' || text[at-1] == '\n') {
		at--
	}
	return at
}

// opening is the beginning of the body, without marks.
func opening(doc *evidence.Document) []Excerpt {
	for i := range doc.Pages {
		p := &doc.Pages[i]
		start := bodyStart(p)
		if start >= len(p.Text) || p.State != evidence.PageText && p.State != evidence.PageOCR {
			continue
		}
		_, end := widen(p, start, min(len(p.Text), start+1))
		if end = sentenceEnd(p, start, end); end > start {
			return []Excerpt{{Page: p.Number, Start: start, End: end, Text: p.Text[start:end], Marks: [][2]int{}}}
		}
	}
	return []Excerpt{}
}

// bodyStart is the first byte of the page that is neither furniture nor space.
func bodyStart(p *evidence.Page) int {
	at := 0
	for {
		for at < len(p.Text) && strings.IndexByte(" \t\r\n", p.Text[at]) >= 0 {
			at++
		}
		i := slices.IndexFunc(p.Furniture, func(f evidence.Range) bool { return f.Start <= at && at < f.End })
		if i < 0 {
			return at
		}
		at = min(p.Furniture[i].End, len(p.Text))
	}
}

// sentenceEnd is the end of the sentence that begins the body, when it is not long.
func sentenceEnd(p *evidence.Page, start, end int) int {
	for _, s := range p.Sentences {
		if s.Start <= start && s.End > start && s.End-start <= 2*excerptSpan {
			return max(s.End, end)
		}
	}
	return end
}
