package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a token of the query language is.
type tokenKind int

const (
	tokEnd tokenKind = iota
	tokOpen
	tokClose
	tokAnd
	tokOr
	tokNot
	tokMinus // a hyphen that stands before its operand
	tokNear  // any proximity operator
	tokChunk // a run of characters without a space
	tokQuote // the inside of quotation marks
	tokLiteral
	tokField // name of a field; its value follows at once
	tokCall  // name of a function; its arguments are in args
	tokEdge
)

type token struct {
	kind     tokenKind
	text     string
	at, end  int
	near     Near   // tokNear: distance, unit, order
	args     string // tokCall
	argsAt   int    // where args, or the inside of a quotation, begin
	doubtful bool   // tokChunk: a word and a colon that is no field
}

// lexer cuts a query into tokens. The parser asks for one at a time, since what may
// follow a field depends on the field.
type lexer struct {
	src     string
	pos     int
	dialect Dialect
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.pos:])
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\u200b' && r != '\ufeff' {
			return
		}
		l.pos += n
	}
}

// next gives the next token.
func (l *lexer) next() (token, *Error) {
	l.skipIdle()
	at := l.pos
	if at == len(l.src) {
		return token{kind: tokEnd, at: at, end: at}, nil
	}
	r, n := utf8.DecodeRuneInString(l.src[at:])
	switch {
	case r == '(':
		return l.take(tokOpen, n), nil
	case r == ')':
		return l.take(tokClose, n), nil
	case r == '|':
		return l.take(tokOr, len(l.src[at:])-len(strings.TrimLeft(l.src[at:], "|"))), nil
	case isQuote(r):
		return l.quoted()
	}
	if end := citationEnd(l.src, at); end > at && l.dialect == Averment {
		return l.take(tokLiteral, end-at), nil
	}
	if isMinus(r) && l.minusHere(n) {
		return l.take(tokMinus, n), nil
	}
	return l.word()
}

// skipIdle passes over spaces and over punctuation that stands alone and means nothing.
func (l *lexer) skipIdle() {
	for l.skipSpace(); l.pos < len(l.src); l.skipSpace() {
		n := l.idle()
		if n == 0 {
			return
		}
		l.pos += n
	}
}

// idle is the length of meaningless punctuation at the position, 0 for none.
func (l *lexer) idle() int {
	chunk := l.chunk()
	if l.dialect == DTSearch && chunk == "" && l.src[l.pos] == '|' {
		return 1
	}
	if hasWord(chunk) || strings.ContainsAny(chunk, "*?~=") {
		return 0
	}
	if l.dialect == DTSearch {
		return len(chunk)
	}
	_, operator := wordOperators[chunk]
	if operator || citationEnd(l.src, l.pos) > l.pos {
		return 0
	}
	if last, _ := utf8.DecodeLastRuneInString(chunk); isMinus(last) && opens(l.src[l.pos+len(chunk):]) {
		return 0
	}
	return len(chunk)
}

// isMinus holds for the hyphen and for what word processors make of one: a minus sign or
// an en dash.
func isMinus(r rune) bool { return r == '-' || r == '−' || r == '–' }

// opens says whether s begins with a parenthesis or quotation mark.
func opens(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '(' || isQuote(r)
}

func (l *lexer) take(kind tokenKind, n int) token {
	t := token{kind: kind, at: l.pos, end: l.pos + n, text: l.src[l.pos : l.pos+n]}
	l.pos += n
	return t
}

// quoted reads from one quotation mark to the next.
func (l *lexer) quoted() (token, *Error) {
	at := l.pos
	_, n := utf8.DecodeRuneInString(l.src[at:])
	size := strings.IndexFunc(l.src[at+n:], isQuote)
	if size < 0 {
		return token{}, &Error{Code: CodeInvalid, At: at, Message: "this quotation mark is never closed", Hint: "Close the phrase with a quotation mark.", Suggestion: l.src + `"`}
	}
	t := token{kind: tokQuote, at: at, argsAt: at + n, text: l.src[at+n : at+n+size]}
	_, m := utf8.DecodeRuneInString(l.src[at+n+size:])
	l.pos = at + n + size + m
	t.end = l.pos
	return t, nil
}

// minusHere says whether the hyphen at the position excludes what follows it.
func (l *lexer) minusHere(size int) bool {
	r, _ := utf8.DecodeRuneInString(l.src[l.pos+size:])
	if size > 1 && unicode.IsDigit(r) {
		return false // a dash before a figure is that of a range
	}
	return l.dialect == Averment && (isWordRune(r) || isQuote(r) || r == '(' || r == '*' || r == '=')
}

// word reads a chunk and says what it is.
func (l *lexer) word() (token, *Error) {
	at := l.pos
	chunk := l.chunk()
	lower := strings.ToLower(chunk)
	if kind, ok := wordOperators[lower]; ok {
		return l.take(kind, len(chunk)), nil
	}
	if n := l.butNot(lower); n > 0 {
		return l.take(tokNot, n), nil
	}
	if near, ok := proximity(lower); ok && (l.dialect == Averment || lower[0] == 'w' || lower[0] == 'p') {
		t := l.take(tokNear, len(chunk))
		t.near = near
		return t, nil
	}
	if err := l.halfProximity(lower); err != nil {
		return token{}, err
	}
	if t, ok, err := l.call(lower); ok || err != nil {
		return t, err
	}
	if l.dialect == DTSearch {
		return l.dtWord(chunk)
	}
	if name, _, ok := strings.Cut(lower, ":"); ok && isName(name) {
		if kindOfField(name) != noField {
			t := token{kind: tokField, text: name, at: at, end: at + len(name) + 1}
			l.pos = t.end
			return t, nil
		}
		t := l.take(tokChunk, len(chunk))
		t.doubtful = !strings.HasPrefix(lower[len(name):], "://") && len(chunk) > len(name)+1
		return t, nil
	}
	return l.take(tokChunk, len(chunk)), nil
}

// butNot is the length of BUT NOT at the position, 0 for none.
func (l *lexer) butNot(lower string) int {
	if lower != "but" || l.dialect != Averment {
		return 0
	}
	ahead := lexer{src: l.src, pos: l.pos + len(lower)}
	ahead.skipSpace()
	if next := ahead.chunk(); strings.EqualFold(next, "not") {
		return ahead.pos + len(next) - l.pos
	}
	return 0
}

// chunk is the run of characters up to a space, a quotation mark, a bar or a
// parenthesis; a short parenthesis after a number, as in 12(b)(6), belongs to it.
func (l *lexer) chunk() string {
	rest := l.src[l.pos:]
	i := 0
	for i < len(rest) {
		r, n := utf8.DecodeRuneInString(rest[i:])
		if r == '(' && i > 0 {
			if m := subsection(rest, i); m > 0 {
				i += m
				continue
			}
		}
		if unicode.IsSpace(r) || r == '(' || r == ')' || r == '|' || isQuote(r) {
			break
		}
		i += n
	}
	return rest[:i]
}

// subsection is the length of a short parenthesis in s at i that follows a digit or
// another such parenthesis of a chunk that begins with a digit, 0 for none.
func subsection(s string, i int) int {
	if c := s[i-1]; (c < '0' || c > '9') && c != ')' {
		return 0
	}
	if s[0] < '0' || s[0] > '9' {
		return 0
	}
	end := strings.IndexByte(s[i:min(len(s), i+7)], ')')
	if end < 2 || strings.IndexFunc(s[i+1:i+end], func(r rune) bool { return !isWordRune(r) }) >= 0 {
		return 0
	}
	return end + 1
}

// call reads a function with its arguments, when the chunk is the name of one and a
// parenthesis follows at once.
func (l *lexer) call(lower string) (token, bool, *Error) {
	open := l.pos + len(lower)
	if !l.isFunction(lower) || open >= len(l.src) || l.src[open] != '(' {
		return token{}, false, nil
	}
	t := token{kind: tokCall, text: lower, at: l.pos, argsAt: open + 1}
	if n, ok := countOf(lower); ok {
		t.text = "atleast" + n
		l.pos, t.end = open, open
		return t, true, nil
	}
	size := argsEnd(l.src[open+1:])
	if size < 0 {
		return t, false, &Error{Code: CodeInvalid, At: open, Message: "the parenthesis of " + lower + "( is never closed", Hint: "Close it with a parenthesis.", Suggestion: l.src + ")"}
	}
	t.args = l.src[open+1 : open+1+size]
	t.end = open + size + 2
	l.pos = t.end
	return t, true, nil
}

// argsEnd finds the closing parenthesis outside quotation marks, -1 for none.
func argsEnd(s string) int {
	inside := false
	for i, r := range s {
		switch {
		case isQuote(r):
			inside = !inside
		case r == ')' && !inside:
			return i
		}
	}
	return -1
}
