package extract

import (
	"slices"
	"strings"
	"sync"

	"averment/evidence"
)

// view is a document as the extractors see it: tokens and sentences of the body of
// each page. Furniture has no tokens.
type view struct {
	doc   *evidence.Document
	pages []pageView
	// heading is what the first page says of the case, empty for other documents.
	heading heading
	cited   [][]bool // per page and token: part of a citation, its case name or its parenthesis
	// mail are the parts of a mail, by who wrote them; nil for other documents.
	mail []mailPart
	// spelt counts the words by how they are spelt, nil where no break asked for it.
	spelt map[string]int
	// buffer holds the tokens of the pages of a short document, nil for others.
	buffer *[]token
}

// tokenBuffers hand the tokens of one document, which are most of what reading it allocates, on
// to the next.
var tokenBuffers = sync.Pool{New: func() any { return new([]token) }}

// longestBuffer is the most tokens that are kept for the next document.
const longestBuffer = 1 << 13

// release gives the tokens back. Nothing of the view may be used behind it.
func (v *view) release() {
	if v.buffer != nil {
		clear(*v.buffer) // the text of the document
		tokenBuffers.Put(v.buffer)
	}
}

// pageView is one page. Token positions are indexes into tokens.
type pageView struct {
	number    int    // from 1
	text      string // with what was taken over from the next page
	tokens    []token
	sentences []sentence
	// parts leads to where text is printed, nil where all of it is on this page.
	parts   []segment
	open    int    // tokens before and in what was taken over, 0 without it
	letters uint32 // letters of lists that begin paragraphs of the document, a bit for each
	carried bool   // the page begins inside a paragraph of the page before
	before  int    // sentences of the pages before
}

// sentence is a sentence of a page: its bytes and its tokens, first to end.
type sentence struct {
	evidence.Range
	first, end int  // token positions, half open
	para       bool // first of its paragraph
	heading    bool // a line of its own, without a stop
	matter     matter
}

// newView tokenises the pages, joins what page breaks cut and splits the text into
// sentences, which are also stored in Page.Sentences.
func newView(doc *evidence.Document) *view {
	v := &view{doc: doc, pages: make([]pageView, len(doc.Pages))}
	for i := range doc.Pages {
		p := doc.Pages[i]
		if doc.Kind == evidence.Mail || doc.Mail != nil {
			p.Text = unquotedMail(p.Text)
		}
		v.pages[i] = pageView{number: i + 1, text: p.Text, tokens: pageTokens(v.tokensFor(&p), &p)}
	}
	if v.buffer != nil {
		*v.buffer = v.pages[0].tokens
	}
	v.joinPages()
	v.markLetters()
	for i := range v.pages {
		p := &v.pages[i]
		p.sentences = splitTokens(p.text, p.tokens)
		if i > 0 {
			p.before = v.pages[i-1].before + len(v.pages[i-1].sentences)
		}
		if p.carried && len(p.sentences) > 0 {
			p.sentences[0].para = false
		}
	}
	v.storeSentences()
	return v
}

// tokensFor is where the tokens of a page go: the buffer for a document of a single page.
func (v *view) tokensFor(p *evidence.Page) []token {
	most := strings.Count(p.Text, " ")*4/3 + 16
	if len(v.pages) > 1 || most > longestBuffer {
		return make([]token, 0, most)
	}
	v.buffer = tokenBuffers.Get().(*[]token)
	return slices.Grow((*v.buffer)[:0], most)
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

// tokenCount is the number of tokens of all pages.
func (v *view) tokenCount() int {
	n := 0
	for i := range v.pages {
		n += len(v.pages[i].tokens)
	}
	return n
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

// at is the token at position i; an empty one outside the page. Nobody writes to it.
func (p *pageView) at(i int) *token {
	if uint(i) >= uint(len(p.tokens)) {
		return &noToken
	}
	return &p.tokens[i]
}

// noToken is the token where none stands.
var noToken = token{kind: punct, lex: &unlisted}
