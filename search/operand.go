package search

import (
	"fmt"
	"strings"
	"unicode"
)

// operand reads one operand: a word, phrase, field, function or parenthesis, with any
// NOT before it. It is nil when the chunk has no letter or digit.
func (p *parser) operand(depth int) (Node, error) {
	t := p.tok
	switch t.kind {
	case tokOpen:
		return p.group(depth)
	case tokChunk, tokQuote:
		if p.dialect == DTSearch {
			return p.dtPhrase()
		}
	}
	switch t.kind {
	case tokNot, tokMinus:
		return p.negated(depth)
	case tokQuote:
		return p.quote(t)
	case tokField:
		return p.field(t, depth)
	case tokCall:
		return p.call(t, depth)
	case tokEdge:
		return &Edge{Last: strings.EqualFold(t.text, "xlastword")}, p.advance()
	case tokNear, tokAnd, tokOr:
		return nil, p.misplaced(t)
	case tokLiteral:
		return p.literal(t)
	case tokChunk:
		return p.chunkOperand(t)
	}
	return nil, p.fail(t.at, "expected a word, a phrase or a parenthesis here", "", "")
}

func (p *parser) group(depth int) (Node, error) {
	at := p.tok.at
	if err := p.advance(); err != nil {
		return nil, err
	}
	n, err := p.level(depth + 1)
	if err != nil {
		return nil, err
	}
	if p.tok.kind != tokClose {
		return nil, p.fail(at, "this parenthesis is never closed", "Close it with a parenthesis.", strings.TrimSpace(p.src)+")")
	}
	end := p.tok.end
	if n == nil {
		return nil, p.fail(at, "there is nothing in these parentheses; expected a word", "Leave them out.", cut(p.src, at, end))
	}
	return n, p.advance()
}

// negated reads NOT or a hyphen with what it excludes.
func (p *parser) negated(depth int) (Node, error) {
	op := p.tok
	if depth > MaxDepth {
		return nil, &Error{Code: CodeTooLarge, At: op.at, Message: fmt.Sprintf("more than %d NOT follow each other", MaxDepth), Hint: "Leave out pairs of them."}
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	switch p.tok.kind {
	case tokEnd, tokClose, tokAnd, tokOr, tokNear:
		return nil, p.dangling(op)
	}
	if op.kind == tokNot && !p.excludesChain() {
		n, err := p.negatedOperand(op, depth)
		return n, err
	}
	n, err := p.operand(depth + 1)
	if err != nil {
		return nil, err
	}
	if n == nil {
		return nil, p.dangling(op)
	}
	return &Not{n}, nil
}

// excludesChain is true when the operand after NOT is itself a NOT.
func (p *parser) excludesChain() bool { return p.tok.kind == tokNot || p.tok.kind == tokMinus }

// negatedOperand lets NOT a w/5 b exclude the whole proximity, which binds tighter.
func (p *parser) negatedOperand(op token, depth int) (Node, error) {
	n, err := p.chain(depth + 1)
	if err != nil {
		return nil, err
	}
	if n == nil {
		return nil, p.dangling(op)
	}
	return &Not{n}, nil
}

// literal reads a citation that ran over spaces.
func (p *parser) literal(t token) (Node, error) {
	n := p.plain(t.text, t.at)
	return n, p.advance()
}

// maxWarnings keeps the warnings of a long query in bounds.
const maxWarnings = 12

// warn adds a warning; other is the query in the other reading, "" for none.
func (p *parser) warn(at int, message, other string) {
	if len(p.warnings) >= maxWarnings {
		return
	}
	w := Warning{Message: message, At: at, Alternatives: []Alternative{}}
	if other != "" {
		w.Alternatives = append(w.Alternatives, Alternative{Query: p.src}, Alternative{Query: other})
	}
	p.warnings = append(p.warnings, w)
}

// warnName asks whether Butler & Jones was meant as a name.
func (p *parser) warnName(op token) {
	before, after := strings.TrimRight(p.src[:op.at], " "), strings.TrimLeft(p.src[op.end:], " ")
	start := strings.LastIndexAny(before, " (|") + 1
	size := strings.IndexAny(after+" ", " )|")
	left, right := before[start:], after[:size]
	if !isProper(left) || !isProper(right) {
		return
	}
	other := fmt.Sprintf(`%s"%s & %s"%s`, before[:start], left, right, after[size:])
	p.warn(op.at, fmt.Sprintf(`& means AND; for the name write "%s & %s"`, left, right), other)
}

// isProper holds for a word of letters written with a capital and small letters.
func isProper(s string) bool {
	return s != "" && unicode.IsUpper([]rune(s)[0]) && strings.ToUpper(s) != s && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// chunkOperand reads a bare chunk: a word with or without marks, or a literal.
func (p *parser) chunkOperand(t token) (Node, error) {
	n, err := p.wordOf(t.text, t.at)
	if err != nil {
		return nil, err
	}
	if t.doubtful {
		name, _, _ := strings.Cut(t.text, ":")
		other := ""
		if f := closestField(strings.ToLower(name)); f != "" {
			other = p.src[:t.at] + f + p.src[t.at+len(name):]
		}
		if !readable(other) {
			other = ""
		}
		p.warn(t.at, fmt.Sprintf("there is no field %q, so this is searched as a phrase; the fields are %s", name, strings.Join(FieldNames(), ", ")), other)
	}
	return n, p.advance()
}
