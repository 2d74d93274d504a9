package extract

// quote is a passage in quotation marks: its tokens, marks included.
type quote struct {
	first, end int
	open       int // tokens of the opening mark
	close      int // tokens of the closing mark, 0 where a paragraph ended it
	continues  bool
	single     bool
}

// inner is the token range inside the marks.
func (q quote) inner() (first, end int) { return q.first + q.open, q.end - q.close }

// quotesOn finds the quotations of a page: curly and straight, double and single, and
// the “ ” of the wires. A mark inside another pair is part of that quotation. A
// curly quotation that a paragraph's end leaves open goes on where the next paragraph
// opens with another mark.
func quotesOn(p *pageView) []quote {
	var out []quote
	for _, s := range paragraphsOf(p) {
		out = quotesIn(p, out, s.first, s.end)
	}
	return out
}

// tokenRun is a run of tokens, such as a paragraph.
type tokenRun struct{ first, end int }

func paragraphsOf(p *pageView) []tokenRun {
	var out []tokenRun
	for _, s := range p.sentences {
		if s.para || len(out) == 0 {
			out = append(out, tokenRun{s.first, s.end})
			continue
		}
		out[len(out)-1].end = s.end
	}
	return out
}

func quotesIn(p *pageView, out []quote, first, end int) []quote {
	for i := first; i < end; i++ {
		kind, n := openMark(p, i)
		if kind == 0 {
			continue
		}
		q := quote{first: i, open: n, single: kind == '\''}
		stop, m := closeMark(p, i+n, end, kind)
		switch {
		case stop >= 0:
			q.end, q.close = stop+m, m
		case kind == '“' || kind == '`':
			q.end, q.continues = end, true
		default:
			continue
		}
		if q.end-q.close > q.first+q.open {
			out = append(out, q)
		}
		i = q.end - 1
	}
	return out
}

// openMark tells the kind of quotation that token i opens, 0 for none, and how many
// tokens its mark has.
func openMark(p *pageView, i int) (kind rune, n int) {
	t := p.at(i)
	switch t.low {
	case "“", "„":
		return '“', 1
	case "\"":
		return '"', 1
	case "`":
		if p.at(i+1).low == "`" && !p.at(i+1).space {
			return '`', 2
		}
		return '\'', 1
	case "‘":
		return '\'', 1
	case "'":
		next := p.at(i + 1)
		if t.kind == punct && (t.space || p.at(i-1).is("(", "[", "–")) && !next.space && next.kind != punct {
			return '\'', 1
		}
	}
	return 0, 0
}

// closeMark finds the mark that ends a quotation of the kind, -1 for none.
func closeMark(p *pageView, i, end int, kind rune) (at, n int) {
	for k := i; k < end; k++ {
		t := &p.tokens[k]
		switch kind {
		case '“':
			if t.low == "”" || t.low == "»" || t.low == "\"" {
				return k, 1
			}
		case '"':
			if t.low == "\"" || t.low == "”" {
				return k, 1
			}
		case '`':
			if t.low == "'" && p.at(k+1).low == "'" && !p.at(k+1).space {
				return k, 2
			}
			if t.low == "\"" {
				return k, 1
			}
		case '\'':
			if closesSingle(p, k) {
				return k, 1
			}
			if t.low == "“" || t.low == "\"" || k-i > 120 {
				return -1, 0
			}
		}
	}
	return -1, 0
}

// closesSingle says whether an apostrophe closes a quotation rather than marking a
// possessive: something other than a letter follows it, and no noun of a plural owner.
func closesSingle(p *pageView, k int) bool {
	t := p.at(k)
	if t.low != "'" && t.low != "’" || t.space {
		return false
	}
	next := p.at(k + 1)
	if !next.space && next.kind != punct && next.start == t.end {
		return false
	}
	if t.kind != clitic || next.kind == punct || k+1 >= len(p.tokens) {
		return true
	}
	// "… questions' section": a plural owner inside the quotation would need another
	// mark behind it to close.
	for n := k + 1; n < k+40 && n < len(p.tokens) && !p.tokens[n].para; n++ {
		if x := p.at(n); x.low == "'" && !x.space && x.kind == clitic || x.low == "’" && !x.space {
			return false
		}
		if p.at(n).low == "‘" || p.at(n).is(".") {
			return true
		}
	}
	return true
}
