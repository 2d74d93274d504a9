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

// quotesOn finds the quotations of a page: curly, straight, low and angled, double and
// single, and the “ and ” of the wires. A mark inside another pair is part of that
// quotation. A quotation that a paragraph's end leaves open goes on where the next
// paragraph opens with another mark.
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
	dead := map[rune]bool{} // kinds of which no closing mark is left in the paragraph
	for i := first; i < end; i++ {
		kind, n := openMark(p, i)
		if kind == 0 || dead[kind] && kind != '\'' {
			continue
		}
		q := quote{first: i, open: n, single: kind == '\'' || kind == '‚'}
		stop, m := closeMark(p, i+n, end, kind)
		switch {
		case stop >= 0:
			q.end, q.close = stop+m, m
		case kind == '“' || kind == '`' || reopens(p, i, first, end):
			q.end, q.continues = end, true
		case kind == '"' && speechOpens(p, i, first):
			q.end = end // whose closing mark was forgotten
		default:
			dead[kind] = true
			continue
		}
		if q.end-q.close > q.first+q.open {
			out = append(out, q)
		}
		i = q.end - 1
	}
	return out
}

// reopens says whether the paragraph behind the one that ends at token end begins with the
// mark at i, which no mark closes: speech of several paragraphs opens each and closes the
// last.
func reopens(p *pageView, i, first, end int) bool {
	if p.at(end).low != p.tokens[i].low {
		return false
	}
	return i == first || p.tokens[i].space && p.at(i-1).is(",", ":", ".", "?", "!")
}

// speechOpens says whether the mark at i stands where speech begins, behind a colon or behind a
// comma that follows a word of saying: `Hall said, "We won.` without a closing mark.
func speechOpens(p *pageView, i, first int) bool {
	t, before := p.at(i), p.at(i-1)
	if i <= first+1 || !t.space || p.at(i+1).space || !p.at(i+1).capital {
		return false
	}
	return before.low == ":" || before.low == "," && p.at(i-2).in(inCues)
}

// openMark tells the kind of quotation that token i opens, 0 for none, and how many
// tokens its mark has.
func openMark(p *pageView, i int) (kind rune, n int) {
	t, next := p.at(i), p.at(i+1)
	switch t.low {
	case "“":
		return '“', 1
	case "„":
		return '„', 1
	case "«", "»":
		if !next.space && t.space || t.low == "«" {
			return []rune(t.low)[0], 1
		}
	case "\"":
		return '"', 1
	case "`":
		if next.low == "`" && !next.space {
			return '`', 2
		}
		return '\'', 1
	case "‘":
		return '\'', 1
	case "‚":
		return '‚', 1
	case "'":
		return straightMark(p, i)
	}
	return 0, 0
}

// straightMark is openMark for an apostrophe: one or two of them before a word.
func straightMark(p *pageView, i int) (kind rune, n int) {
	t, next := p.at(i), p.at(i+1)
	if t.kind != punct || !t.space && !p.at(i-1).is("(", "[", "–") {
		return 0, 0
	}
	if next.low == "'" && next.kind == punct && !next.space && !p.at(i+2).space {
		return '`', 2
	}
	if !next.space && (next.kind != punct || next.is("\"", "“", "[", "$", "£", "€")) {
		return '\'', 1
	}
	return 0, 0
}

// closers are the marks that end a quotation of a kind.
var closers = map[rune][]string{'“': {"”", "»", "\""}, '„': {"“", "”", "\""}, '«': {"»"}, '»': {"«"}, '"': {"\"", "”"}, '‚': {"‘", "’"}}

// longestSingle is the most tokens that single marks hold; an apostrophe that looks like
// an opening mark would run on to the next one.
const longestSingle = 300

// closeMark finds the mark that ends a quotation of the kind, -1 for none.
func closeMark(p *pageView, i, end int, kind rune) (at, n int) {
	if kind == '\'' {
		return closeSingle(p, i, end)
	}
	for k := i; k < end; k++ {
		t := &p.tokens[k]
		if kind != '`' {
			if t.is(closers[kind]...) {
				return k, 1
			}
			continue
		}
		if t.low == "'" && p.at(k+1).low == "'" && !p.at(k+1).space {
			return k, 2
		}
		if t.low == "\"" {
			return k, 1
		}
	}
	return -1, 0
}

// closeSingle is closeMark for single marks, which may hold double ones.
func closeSingle(p *pageView, i, end int) (at, n int) {
	for k := i; k < end && k-i < longestSingle; k++ {
		if closesSingle(p, k) {
			return k, 1
		}
		if t := &p.tokens[k]; t.is("“", "\"") {
			inner, _ := closeMark(p, k+1, min(end, k+longestSingle), []rune(t.low)[0])
			if inner < 0 {
				return -1, 0
			}
			k = inner
		}
	}
	return -1, 0
}
