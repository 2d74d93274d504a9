package search

import (
	"fmt"
	"strconv"
	"strings"
)

// The dialect of dtSearch, after its manual (Boolean Search Requests, Connectors, Field
// Searching). The manual leaves the order of connectors open and asks for parentheses,
// so the order is the one of this language and a mixed level is warned of. What the
// tree cannot hold exactly is an error: sounds (#), synonyms (&), regular expressions,
// AndAny and recognised mail addresses and card numbers.

// dtWord reads a chunk outside quotation marks: a field where "contains" follows or "::"
// stands inside, else a word.
func (l *lexer) dtWord(chunk string) (token, *Error) {
	at := l.pos
	lower := strings.ToLower(chunk)
	if lower == "andany" {
		return token{}, &Error{Code: CodeInvalid, At: at, Message: "AndAny cannot be said exactly: its words are optional and only count as hits", Hint: "Leave AndAny and what follows it out.", Suggestion: strings.TrimSpace(l.src[:at])}
	}
	end := at + len(chunk)
	if (lower == "mail" || lower == "creditcard") && strings.HasPrefix(l.src[end:], "(") {
		return token{}, &Error{Code: CodeInvalid, At: at, Message: lower + "( is not recognised here", Hint: "Search for the address or number as words."}
	}
	name, _, double := strings.Cut(chunk, "::")
	if double && name != "" {
		return l.dtField(at, name, at+len(name)+2)
	}
	ahead := lexer{src: l.src, pos: end, dialect: l.dialect}
	ahead.skipSpace()
	if next := ahead.chunk(); strings.EqualFold(next, "contains") {
		ahead.pos += len(next)
		ahead.skipSpace()
		return l.dtField(at, chunk, ahead.pos)
	}
	return l.take(tokChunk, len(chunk)), nil
}

func (l *lexer) dtField(at int, name string, end int) (token, *Error) {
	lower := strings.ToLower(strings.TrimLeft(name, "/"))
	if lower == "filename" {
		lower = "path"
	}
	if kindOfField(lower) == noField {
		return token{}, &Error{Code: CodeInvalid, At: at, Message: fmt.Sprintf("there is no field %q; the fields are %s", name, strings.Join(FieldNames(), ", ")), Hint: "Choose one of the fields.", Suggestion: l.src[:at] + "title" + l.src[at+len(name):]}
	}
	l.pos = end
	return token{kind: tokField, text: lower, at: at, end: end}, nil
}

// dtPhrase reads words and quotations side by side: without a connector they are a phrase.
func (p *parser) dtPhrase() (Node, error) {
	var parts []Node
	at := p.tok.at
	for p.tok.kind == tokChunk || p.tok.kind == tokQuote {
		var n Node
		var err error
		if p.tok.kind == tokQuote {
			n, err = p.quote(p.tok)
		} else if n, err = p.wordOf(p.tok.text, p.tok.at); err == nil {
			err = p.advance()
		}
		if err != nil {
			return nil, err
		}
		parts = append(parts, partsOf(n)...)
	}
	if len(parts) == 0 {
		return nil, nil
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	for _, part := range parts {
		switch part.(type) {
		case *All, *Numbers:
			return nil, p.fail(at, fmt.Sprintf("%s cannot stand in a phrase", quoted(p.text(part))), "Join it to the words around it by w/1.", "")
		}
	}
	return &Phrase{parts}, nil
}

// dtWord reads one word with the special characters of dtSearch.
func (p *parser) dtWord(chunk string, at int) (Node, error) {
	chunk = strings.TrimRight(chunk, ",;:.!")
	switch {
	case chunk == "*":
		return &All{}, nil
	case strings.HasPrefix(chunk, "##"):
		return nil, p.dtFail(at, chunk, "regular expressions cannot be searched")
	case strings.HasPrefix(chunk, "#"):
		return nil, p.dtFail(at, chunk, "sounds (#) cannot be searched")
	case len(chunk) > 1 && strings.HasSuffix(chunk, "&"):
		return nil, p.dtFail(at, chunk, "synonyms (&) cannot be searched")
	case strings.Contains(chunk, "~~"):
		return p.dtNumbers(chunk, at)
	case !hasWord(chunk) && strings.Trim(chunk, "=") != "" || chunk == "":
		if strings.ContainsAny(chunk, "*?~=%") {
			return nil, p.fail(at, "a special character needs at least one letter or digit beside it", "", "")
		}
		return nil, nil
	case strings.Contains(chunk, "~"):
		return p.dtForms(chunk, at)
	case strings.Contains(chunk, "%"):
		return p.dtFuzzy(chunk, at)
	}
	return p.dtPlain(chunk, at)
}

func (p *parser) dtFail(at int, chunk, message string) error {
	return p.fail(at, message, "Search for the word itself, with * or with %.", p.swap(at, chunk, strings.Trim(chunk, "#&")))
}

// dtPlain reads words with *, ? and = (one digit); word:5 sets a weight, which orders
// hits and finds nothing else.
func (p *parser) dtPlain(chunk string, at int) (Node, error) {
	if word, weight, ok := strings.Cut(chunk, ":"); ok && word != "" {
		if _, err := strconv.Atoi(weight); err == nil && strings.IndexFunc(word, func(r rune) bool { return !isWordRune(r) }) < 0 {
			p.warn(at+len(word), "the weight is left out; it would only change the order of the hits", "")
			chunk = word
		}
	}
	var parts []Node
	for _, piece := range splitMarked(chunk, "*?=") {
		switch {
		case !strings.ContainsAny(piece, "*?="):
			parts = append(parts, &Word{piece})
		case !hasWord(piece) && !strings.Contains(piece, "="):
			return nil, p.fail(at, "a wildcard needs at least one letter or digit beside it", "", "")
		default:
			parts = append(parts, &Wildcard{strings.ReplaceAll(piece, "=", "#")})
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return &Phrase{parts}, nil
}

func (p *parser) dtForms(chunk string, at int) (Node, error) {
	stem := strings.TrimSuffix(chunk, "~")
	words := split(stem)
	if len(words) != 1 || strings.ContainsAny(stem, "~*?=%") {
		return nil, p.fail(at+strings.IndexByte(chunk, '~'), "~ goes at the end of a single word without other special characters", "", p.swap(at, chunk, strings.ReplaceAll(stem, "~", "")))
	}
	return &Forms{words[0]}, nil
}

// dtFuzzy reads ba%nana: as many differences as there are %, none before the first.
func (p *parser) dtFuzzy(chunk string, at int) (Node, error) {
	edits := strings.Count(chunk, "%")
	first := strings.IndexByte(chunk, '%')
	plain := strings.ReplaceAll(chunk, "%", "")
	words := split(plain)
	if edits > 2 {
		return nil, p.fail(at, "at most two % in a word can be searched", "", p.swap(at, chunk, plain[:min(first, len(plain))]+"%%"+plain[min(first, len(plain)):]))
	}
	if len(words) != 1 || words[0] != plain || strings.ContainsAny(plain, "*?=") {
		return nil, p.fail(at+first, "% goes inside a single word without other special characters", "", p.swap(at, chunk, plain))
	}
	return &Fuzzy{Text: plain, Edits: edits, Prefix: len([]rune(chunk[:first]))}, nil
}

// maxNumbers is the widest range of whole numbers.
const maxNumbers = 10000

// dtNumbers reads 12~~24.
func (p *parser) dtNumbers(chunk string, at int) (Node, error) {
	low, high, _ := strings.Cut(chunk, "~~")
	a, err1 := strconv.Atoi(low)
	b, err2 := strconv.Atoi(high)
	if err1 != nil || err2 != nil || a < 0 || b < a {
		return nil, p.fail(at, fmt.Sprintf("%q is no range of whole numbers; expected the lower, ~~ and the higher", chunk), "", p.swap(at, chunk, "1~~10"))
	}
	if b-a >= maxNumbers {
		return nil, p.fail(at, fmt.Sprintf("a range may hold at most %d numbers", maxNumbers), "For money use amount contains (>1000).", p.swap(at, chunk, fmt.Sprintf("%d~~%d", a, a+maxNumbers-1)))
	}
	p.warn(at, "whole numbers are found as words; in 12.5 the words are 12 and 5", "")
	return &Numbers{a, b}, nil
}
