package extract

import "averment/evidence"

// view is a document as the extractors see it: tokens and sentences of the body of
// each page. Furniture has no tokens.
type view struct {
	doc   *evidence.Document
	pages []pageView
	// heading is what the first page says of the case, empty for other documents.
	heading heading
	cited   [][]bool // per page and token: part of a citation, its case name or its parenthesis
}

// pageView is one page. Token positions are indexes into tokens.
type pageView struct {
	number    int // from 1
	text      string
	tokens    []token
	sentences []sentence
}

// sentence is a sentence of a page: its bytes and its tokens, first to end.
type sentence struct {
	evidence.Range
	first, end int  // token positions, half open
	para       bool // first of its paragraph
	heading    bool // a line of its own, without a stop
	matter     matter
}

// newView tokenises the pages and splits them into sentences, which are also stored
// in Page.Sentences.
func newView(doc *evidence.Document) *view {
	v := &view{doc: doc, pages: make([]pageView, len(doc.Pages))}
	for i := range doc.Pages {
		v.pages[i] = viewPage(&doc.Pages[i], i+1)
	}
	return v
}

// viewPage takes a page apart and fills p.Sentences: the sentences of the body, furniture
// left out.
//
// A sentence ends at a stop, a question or exclamation mark, with the quotation marks
// and brackets that close behind it, unless the stop belongs to an abbreviation, an
// initial, a citation, a list number or an ellipsis. A paragraph's end always ends it,
// so that a heading without a stop is a sentence of its own.
func viewPage(p *evidence.Page, number int) pageView {
	pv := pageView{number: number, text: p.Text, tokens: pageTokens(p)}
	pv.sentences = splitTokens(p.Text, pv.tokens)
	p.Sentences = make([]evidence.Range, len(pv.sentences))
	for i, s := range pv.sentences {
		p.Sentences[i] = s.Range
	}
	return pv
}

// sentenceTokens are the tokens of sentence s.
func (p *pageView) sentenceTokens(s sentence) []token { return p.tokens[s.first:s.end] }

// sentenceAt is the position of the sentence that holds the byte offset, -1 for none.
func (p *pageView) sentenceAt(offset int) int {
	lo, hi := 0, len(p.sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.sentences[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.sentences) && p.sentences[lo].Start <= offset {
		return lo
	}
	return -1
}

// str is the text of the tokens first to end, as printed.
func (p *pageView) str(first, end int) string {
	if first >= end {
		return ""
	}
	return p.text[p.tokens[first].start:p.tokens[end-1].end]
}

// span is the passage of the tokens first to end.
func (p *pageView) span(first, end int) evidence.Span {
	return evidence.Span{Page: p.number, Start: p.tokens[first].start, End: p.tokens[end-1].end}
}

// at is the token at position i; an empty one outside the page.
func (p *pageView) at(i int) token {
	if i < 0 || i >= len(p.tokens) {
		return token{kind: punct}
	}
	return p.tokens[i]
}
