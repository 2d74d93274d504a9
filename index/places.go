package index

import (
	"sort"
	"strings"

	"averment/evidence"
)

// titleGap lies between the last word of the body and a title that the body does not
// print, so that no distance reaches across.
const titleGap = 1 << 20

// furnitureGap lies between two pieces of furniture.
const furnitureGap = 1 << 10

// wordBytes is how many bytes of text a word takes, roughly, with what parts it from the
// next.
const wordBytes = 6

// Map leads from token positions to pages and bytes, and back. It is made from the text
// by the same scanner that feeds the index, so that the two agree.
type Map struct {
	pages []pageMap
	last  int // last position of the body
}

// pageMap holds the bytes of the tokens of a page; the first has the position first.
type pageMap struct {
	number       int
	first        int
	starts, ends []uint32
}

// NewMap scans the body of a document.
func NewMap(doc *evidence.Document) *Map {
	m := &Map{}
	walkBody(doc, func(page *evidence.Page, s *scanner, _ []byte, start, end int, alt bool) {
		if !alt {
			m.add(page, s.pos, start, end)
		}
	})
	return m
}

func (m *Map) add(page *evidence.Page, pos, start, end int) {
	if n := len(m.pages); n == 0 || m.pages[n-1].number != page.Number {
		words := len(page.Text)/wordBytes + 8
		m.pages = append(m.pages, pageMap{number: page.Number, first: pos, starts: make([]uint32, 0, words), ends: make([]uint32, 0, words)})
	}
	p := &m.pages[len(m.pages)-1]
	p.starts = append(p.starts, uint32(start))
	p.ends = append(p.ends, uint32(end))
	m.last = pos
}

// Words is the number of words in the body.
func (m *Map) Words() int { return m.last }

// at gives the page that holds a position, nil for a position outside the body.
func (m *Map) at(pos int) *pageMap {
	i := sort.Search(len(m.pages), func(i int) bool { return m.pages[i].first > pos }) - 1
	if i < 0 || pos > m.last {
		return nil
	}
	return &m.pages[i]
}

// Locate fills in the page and the bytes of spots. A spot that crosses a page break is
// cut in two. Spots in a title outside the body keep Page 0.
func (m *Map) Locate(spots []Spot) []Spot {
	out := make([]Spot, 0, len(spots))
	for _, s := range spots {
		for {
			p := m.at(s.Start)
			if p == nil {
				out = append(out, s)
				break
			}
			end := min(s.End, p.first+len(p.starts), m.last+1)
			part := Spot{Start: s.Start, End: end, Page: p.number}
			part.ByteStart = int(p.starts[s.Start-p.first])
			part.ByteEnd = int(p.ends[end-1-p.first])
			out = append(out, part)
			if end >= s.End || end > m.last {
				break
			}
			s.Start = end
		}
	}
	return out
}

// Position gives the positions of the words that a span touches, ok false when it
// touches none, as in furniture.
func (m *Map) Position(span evidence.Span) (start, end int, ok bool) {
	for s := &span; s != nil; s = s.Continues {
		i := sort.Search(len(m.pages), func(i int) bool { return m.pages[i].number >= s.Page })
		if i == len(m.pages) || m.pages[i].number != s.Page {
			continue
		}
		p := m.pages[i]
		from := sort.Search(len(p.ends), func(i int) bool { return int(p.ends[i]) > s.Start })
		to := sort.Search(len(p.starts), func(i int) bool { return int(p.starts[i]) >= s.End })
		if from >= to {
			continue
		}
		if !ok {
			start, ok = p.first+from, true
		}
		end = p.first + to
	}
	return start, end, ok
}

type bodyVisitor func(page *evidence.Page, s *scanner, form []byte, start, end int, alt bool)

// walkBody scans the body of all pages that have text, furniture left out, positions
// running through.
func walkBody(doc *evidence.Document, visit bodyVisitor) {
	var page *evidence.Page
	s := &scanner{emit: func(s *scanner, form []byte, start, end int, alt bool) {
		visit(page, s, form, start, end, alt)
	}}
	for i := range doc.Pages {
		page = &doc.Pages[i]
		if !readable(page) {
			continue
		}
		s.text = page.Text
		for _, r := range bodyRanges(page) {
			s.run(r.Start, r.End)
		}
	}
}

func readable(p *evidence.Page) bool {
	return p.State == evidence.PageText || p.State == evidence.PageOCR
}

// bodyRanges is the text of a page without its furniture.
func bodyRanges(p *evidence.Page) []evidence.Range {
	var out []evidence.Range
	at := 0
	for _, f := range p.Furniture {
		start, end := min(max(f.Start, at), len(p.Text)), min(max(f.End, at), len(p.Text))
		if start > at {
			out = append(out, evidence.Range{Start: at, End: start})
		}
		at = max(at, end)
	}
	if at < len(p.Text) {
		out = append(out, evidence.Range{Start: at, End: len(p.Text)})
	}
	return out
}

// bounder notes where sentences, paragraphs and pages begin, as positions.
type bounder struct {
	page                        *evidence.Page
	sentence, paragraph         int // next to come, index into the page's lists
	lastEnd                     int
	sentences, paragraphs, tops []int
}

// token is told of every token that is not an Alt, in order.
func (b *bounder) token(page *evidence.Page, pos, start, end int) {
	top := page != b.page
	ended, carried := true, false
	if top {
		carried = b.page != nil && b.page.Carries > 0 && page.Number == b.page.Number+1
		ended = !carried && (b.page == nil || strings.ContainsAny(b.page.Text[b.lastEnd:], ".?!"))
		b.page, b.sentence, b.paragraph = page, 0, 0
		b.tops = append(b.tops, pos)
	}
	para := b.passParagraph(start) && !carried || pos == 1
	if para {
		b.paragraphs = append(b.paragraphs, pos)
	}
	if sent := b.passSentence(start); para || sent && (!top || ended) {
		b.sentences = append(b.sentences, pos)
	}
	b.lastEnd = end
}

func (b *bounder) passParagraph(start int) bool {
	from := b.paragraph
	for b.paragraph < len(b.page.Paragraphs) && b.page.Paragraphs[b.paragraph] <= start {
		b.paragraph++
	}
	return b.paragraph > from
}

func (b *bounder) passSentence(start int) bool {
	from := b.sentence
	for b.sentence < len(b.page.Sentences) && b.page.Sentences[b.sentence].Start <= start {
		b.sentence++
	}
	return b.sentence > from
}
