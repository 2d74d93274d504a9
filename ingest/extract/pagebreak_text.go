package extract

import (
	"slices"

	"averment/evidence"
)

// segment leads from a stretch of a view's text to the page that prints it.
type segment struct {
	at    int // offset in the text of the view
	page  int // from 1
	start int // offset in the text of that page
	size  int
}

// hyphen says what becomes of a hyphen at the end of a page.
type hyphen uint8

const (
	noHyphen   hyphen = iota
	cutHyphen         // it cut a word: "con-" "tract"
	ownsHyphen        // it belongs to the word: "three-" "part"
)

// hyphenAt decides about a hyphen before the break by how the document spells the word
// elsewhere; two words that both stand alone make a compound.
func (v *view) hyphenAt(b pageBreak) hyphen {
	n := len(b.before)
	if n < 2 || b.before[n-1].low != "-" || b.before[n-1].space || b.before[n-2].kind != word {
		return noHyphen
	}
	next := b.after[0]
	if next.kind != word || next.capital {
		return ownsHyphen
	}
	head, tail, spelt := b.before[n-2].low, next.low, v.spellings()
	if spelt[head+tail] == 0 && spelt[head] > 1 && spelt[tail] > 1 {
		return ownsHyphen
	}
	return cutHyphen
}

// spellings counts the words of the document by how they are spelt, as they stood before
// any page took over from the next: a long text has a hyphen at the end of many pages.
func (v *view) spellings() map[string]int {
	if v.spelt != nil {
		return v.spelt
	}
	v.spelt = map[string]int{}
	for i := range v.pages {
		for _, t := range v.pages[i].tokens {
			if t.kind == word {
				v.spelt[t.low]++
			}
		}
	}
	return v.spelt
}

// splice puts the first n tokens of q, with their text, into p at token at, behind a space
// or behind a hyphen. What stands behind them on p, such as footnotes, stays behind them.
func (p *pageView) splice(at int, q *pageView, n int, h hyphen) {
	if p.parts == nil {
		p.parts = []segment{{0, p.number, 0, len(p.text)}}
	}
	end, gap := p.tokens[at-1].end, " "
	if h != noHyphen {
		gap = ""
	}
	if h == cutHyphen {
		end = p.tokens[at-1].start
	}
	rest := len(p.text)
	if at < len(p.tokens) {
		rest = p.tokens[at].start
	}
	from, to := q.tokens[0].start, q.tokens[n-1].end
	head := p.text[:end] + gap
	tail := ""
	if rest < len(p.text) {
		tail = "\n\n" + p.text[rest:]
	}
	borrowed := moved(q.tokens[:n], len(head)-from)
	borrowed[0].para, borrowed[0].line, borrowed[0].space = false, false, gap != ""
	shift := len(head) + to - from + 2 - rest
	p.parts = splitParts(p.parts, end, segment{len(head), q.number, from, to - from}, rest, shift)
	p.text = head + q.text[from:to] + tail
	p.setTokens(at, borrowed, shift, h)
	q.tokens, q.carried = q.tokens[n:], n < len(q.tokens) && !q.tokens[n].para
}

// setTokens puts the borrowed tokens in; a word that a hyphen cut becomes one token.
func (p *pageView) setTokens(at int, borrowed []token, shift int, h hyphen) {
	out := make([]token, 0, len(p.tokens)+len(borrowed))
	out = append(out, p.tokens[:at]...)
	if h == cutHyphen {
		out = out[:at-1]
		w := &out[at-2]
		w.end, w.low = borrowed[0].end, w.low+borrowed[0].low
		w.upper = w.upper && borrowed[0].upper
		w.lex = nil
		borrowed = borrowed[1:]
	}
	out = append(out, borrowed...)
	p.open = len(out)
	p.tokens = append(out, moved(p.tokens[at:], shift)...)
}

func moved(tokens []token, by int) []token {
	out := make([]token, len(tokens))
	for i, t := range tokens {
		t.start, t.end = t.start+by, t.end+by
		out[i] = t
	}
	return out
}

// splitParts puts a segment between the parts before end and those from rest on, which
// move by shift.
func splitParts(parts []segment, end int, put segment, rest, shift int) []segment {
	var before, behind []segment
	for _, s := range parts {
		if s.at < end {
			cut := s
			cut.size = min(s.size, end-s.at)
			before = append(before, cut)
		}
		if over := s.at + s.size - rest; over > 0 {
			skip := max(0, rest-s.at)
			behind = append(behind, segment{s.at + skip + shift, s.page, s.start + skip, s.size - skip})
		}
	}
	return append(append(before, put), behind...)
}

// place leads a span of the view to where it is printed. A span over a page break goes on
// in Continues.
func (p *pageView) place(s evidence.Span) evidence.Span {
	if p.parts == nil {
		return s
	}
	var out *evidence.Span
	next := &out
	for _, part := range p.parts {
		start, end := max(s.Start, part.at), min(s.End, part.at+part.size)
		if start > end || start == end && s.Start != s.End {
			continue
		}
		*next = &evidence.Span{Page: part.page, Start: part.start + start - part.at, End: part.start + end - part.at}
		next = &(*next).Continues
		if s.Start == s.End {
			break
		}
	}
	if out == nil {
		return s
	}
	return *out
}

// storeSentences fills in Page.Sentences and Page.Carries.
func (v *view) storeSentences() {
	for i := range v.doc.Pages {
		v.doc.Pages[i].Sentences, v.doc.Pages[i].Carries = []evidence.Range{}, 0
	}
	for i := range v.pages {
		p := &v.pages[i]
		own := &v.doc.Pages[i]
		own.Sentences = slices.Grow(own.Sentences, len(p.sentences))
		for _, s := range p.sentences {
			at := p.place(evidence.Span{Page: p.number, Start: s.Start, End: s.End})
			for part := &at; part != nil; part = part.Continues {
				page := &v.doc.Pages[part.Page-1]
				page.Sentences = append(page.Sentences, part.Range())
				if part.Continues != nil {
					page.Carries = len(page.Sentences)
				}
			}
		}
	}
}

// placeFacts leads the spans of all facts from the view to the pages, where they differ. Spans
// may be shared, so that each list is made anew.
func (v *view) placeFacts() {
	if !slices.ContainsFunc(v.pages, func(p pageView) bool { return p.parts != nil }) {
		return
	}
	d := v.doc
	for i := range d.Parties {
		d.Parties[i].Spans = v.placed(d.Parties[i].Spans)
	}
	for i := range d.Dates {
		d.Dates[i].Spans = v.placed(d.Dates[i].Spans)
	}
	for i := range d.Causes {
		d.Causes[i].Spans = v.placed(d.Causes[i].Spans)
	}
	for i := range d.Citations {
		d.Citations[i].Spans = v.placed(d.Citations[i].Spans)
	}
	for i := range d.Amounts {
		v.placeAmount(&d.Amounts[i])
	}
	for i := range d.Quotations {
		q := &d.Quotations[i]
		q.Spans, q.SpeakerSpan = v.placed(q.Spans), v.placedOne(q.SpeakerSpan)
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		s.CueSpan, s.SpeakerSpan = v.placedOne(s.CueSpan), v.placedOne(s.SpeakerSpan)
	}
	for i := range d.Statements { // last, since a cue may be another statement's span
		d.Statements[i].Spans = v.placed(d.Statements[i].Spans)
	}
}

func (v *view) placeAmount(a *evidence.Amount) {
	a.Spans = v.placed(a.Spans)
	for i := range a.Also {
		v.placeAmount(&a.Also[i])
	}
}

func (v *view) placed(spans []evidence.Span) []evidence.Span {
	out := make([]evidence.Span, len(spans))
	for i, s := range spans {
		out[i] = v.pages[s.Page-1].place(s)
	}
	return out
}

func (v *view) placedOne(s *evidence.Span) *evidence.Span {
	if s == nil {
		return nil
	}
	out := v.pages[s.Page-1].place(*s)
	return &out
}
