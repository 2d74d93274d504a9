package extract

import (
	"strings"

	"averment/evidence"
)

// maxRun is the most pages that one sentence may run over.
const maxRun = 8

// joinPages hands the end of a sentence that a page break cuts to the page on which the
// sentence begins. That page then reads as if the sentence had been printed on it, and the
// furniture in between is not seen; the next page begins behind the sentence.
func (v *view) joinPages() {
	if !flows(v.doc) {
		return
	}
	for i := range v.pages {
		p := &v.pages[i]
		for next := i + 1; next < len(v.pages) && next-i < maxRun; next++ {
			if !v.takeOver(p, &v.pages[next]) {
				break
			}
		}
	}
}

// flows says whether the pages of a document are one running text, which sheets, slides
// and the parts of a mail are not.
func flows(doc *evidence.Document) bool {
	if doc.Mail != nil || len(doc.Pages) < 2 {
		return false
	}
	for _, apart := range []string{"spreadsheet", "presentation", "csv", "json"} {
		if strings.Contains(doc.Source.MediaType, apart) {
			return false
		}
	}
	return true
}

// takeOver moves what ends the last sentence of p from the head of q to p, and says whether
// that is all of q, so that the sentence may go on in the page behind it.
func (v *view) takeOver(p, q *pageView) (all bool) {
	if len(p.tokens) == 0 || len(q.tokens) == 0 || !readable(v.doc, p.number) || !readable(v.doc, q.number) {
		return false
	}
	b, ok := v.findBreak(p, q)
	if !ok {
		return false
	}
	n := b.reach()
	all = n == len(q.tokens)
	p.splice(b.at, q, n, v.hyphenAt(b))
	return all
}

func readable(doc *evidence.Document, number int) bool {
	s := doc.Pages[number-1].State
	return s == evidence.PageText || s == evidence.PageOCR || s == ""
}

// pageBreak is a page break inside a paragraph: the tokens of the paragraph before it and
// behind it.
type pageBreak struct {
	p, q          *pageView
	at            int // position in the tokens of p at which the rest belongs
	before, after []token
	// flowing says that the reader of the file saw no paragraph begin behind the break.
	flowing bool
	noted   bool // footnotes stand between
}

// findBreak finds the paragraph of p that goes on in q. It is the last, unless page numbers
// or footnotes stand under it that nobody marked.
func (v *view) findBreak(p, q *pageView) (pageBreak, bool) {
	b := pageBreak{p: p, q: q, after: q.tokens[:paragraphEnd(q.tokens, 0)]}
	starts := v.doc.Pages[q.number-1].Paragraphs
	b.flowing = len(starts) > 0 && starts[0] > q.tokens[0].start
	end := len(p.tokens)
	if p.open > 0 {
		end = p.open
	}
	mark := ""
	for tries := 0; tries < 10 && end > 0; tries++ {
		first := paragraphStart(p.tokens, end)
		b.at, b.before = end, p.tokens[first:end]
		note := noteLine(b.before) && b.before[0].low != mark // the same number again is the raised one in the text
		under := !note && !numberLine(b.before) && p.hasNote(first, mark)
		switch {
		case note:
			mark, b.noted = b.before[0].low, true
		case numberLine(b.before):
		case (!under || tries == 0) && b.goesOn():
			return b, true
		case !under:
			return b, false
		}
		end = first
	}
	return b, false
}

// hasNote says whether one of the last paragraphs before token i begins as a footnote with
// another mark does, so that those behind it may belong to it.
func (p *pageView) hasNote(i int, mark string) bool {
	for n := 0; n < 8 && i > 0; n++ {
		first := paragraphStart(p.tokens, i)
		if noteLine(p.tokens[first:i]) && p.tokens[first].low != mark {
			return true
		}
		i = first
	}
	return false
}

func paragraphStart(tokens []token, end int) int {
	i := end - 1
	for i > 0 && !tokens[i].para {
		i--
	}
	return i
}

func paragraphEnd(tokens []token, from int) int {
	i := from + 1
	for i < len(tokens) && !tokens[i].para {
		i++
	}
	return i
}

// numberLine says whether a paragraph is a page number: "12", "- 12 -", "Page 3 of 9", "iv".
func numberLine(tokens []token) bool {
	if len(tokens) > 5 {
		return false
	}
	digits := false
	for _, t := range tokens {
		switch {
		case t.digits(4) || t.kind == word && smallRoman(t.low):
			digits = true
		case t.is("page", "of", "-", "–", "|", "/"):
		default:
			return false
		}
	}
	return digits
}

// smallRoman says whether a word is one of the small roman numerals that number front matter.
func smallRoman(low string) bool { return low != "" && strings.Trim(low, "ivx") == "" }

// noteLine says whether a paragraph begins as a footnote does: "12 See id.", "* Appearing
// by leave of court".
func noteLine(tokens []token) bool {
	if len(tokens) < 3 {
		return false
	}
	mark, text := tokens[0], tokens[1]
	return (mark.digits(3) || mark.is("*", "†", "‡")) && (text.kind == word && text.capital || text.is("“", "\"", "§"))
}

// reach is the number of tokens behind the break that belong to the sentence which the
// break cuts, with the sentences of a quotation that it opened.
func (b *pageBreak) reach() int {
	whole := append(append(make([]token, 0, len(b.before)+len(b.after)), b.before...), b.after...)
	whole[len(b.before)].para = false
	need := len(b.before) + max(1, b.quoteEnd())
	shift := 1 + b.before[len(b.before)-1].end - b.after[0].start
	for i := len(b.before); i < len(whole); i++ {
		whole[i].start, whole[i].end = whole[i].start+shift, whole[i].end+shift
	}
	text := b.p.text[:b.before[len(b.before)-1].end] + " " + b.q.text[b.after[0].start:]
	for _, s := range splitParagraph(nil, text, whole, 0, len(whole)) {
		if s.end >= need {
			return s.end - len(b.before)
		}
	}
	return len(b.after)
}

// quoteEnd is the position behind the mark that closes a quotation which is open at the
// break, 0 when none is open or none closes it in its paragraph.
func (b *pageBreak) quoteEnd() int {
	open := ""
	for _, t := range b.before {
		switch {
		case t.low == "“" || t.low == "\"" && open == "":
			open = t.low
		case t.is("”", "\""):
			open = ""
		}
	}
	if open == "" {
		return 0
	}
	for i, t := range b.after {
		switch {
		case t.low == "“" || open == "\"" && t.low == "\"" && t.space:
			return 0
		case t.is("”", "\""):
			return i + 1
		}
	}
	return 0
}
