package search

import (
	"fmt"
	"strconv"
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
		p.warn(t.at, fmt.Sprintf("there is no field %q, so this is searched as a phrase; the fields are %s", name, strings.Join(FieldNames(), ", ")), "")
	}
	return n, p.advance()
}

// quote reads the inside of quotation marks.
func (p *parser) quote(t token) (Node, error) {
	end := t.end
	parts, err := p.phraseParts(t.text, t.argsAt)
	if err != nil {
		return nil, err
	}
	if len(parts) == 0 {
		return nil, p.fail(t.at, "there is no word in this phrase; expected at least one", "Leave the quotation marks out.", cut(p.src, t.at, end))
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind == tokChunk && p.tok.at == end && strings.HasPrefix(p.tok.text, "~") {
		n := strings.TrimPrefix(p.tok.text, "~")
		if d, err := strconv.Atoi(n); err == nil && d > 0 && len(parts) == 2 {
			return nil, p.fail(p.tok.at, "a phrase has no ~", "Use a proximity.", p.src[:t.at]+p.text(&Near{Left: parts[0], Right: parts[1], N: d + 1})+p.src[p.tok.end:])
		}
		return nil, p.fail(p.tok.at, "a phrase has no ~; it is for single words", "Use w/n between the words.", p.src[:p.tok.at]+p.src[p.tok.end:])
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return &Phrase{parts}, nil
}

// phraseParts reads the words of a phrase. Words may carry *, ?, ! and ~; a parenthesis
// with OR in capitals inside is a group of alternatives, any other is punctuation.
func (p *parser) phraseParts(text string, at int) ([]Node, error) {
	var parts []Node
	for rest := text; rest != ""; {
		rest = strings.TrimLeft(rest, " \t\r\n")
		offset := at + len(text) - len(rest)
		if group, size := groupIn(rest); size > 0 {
			n, err := p.phraseGroup(group, offset+1)
			if err != nil {
				return nil, err
			}
			parts, rest = append(parts, n), rest[size:]
			continue
		}
		end := strings.IndexAny(rest[min(1, len(rest)):], " \t\r\n(") + 1
		if end == 0 {
			end = len(rest)
		}
		n, err := p.wordOf(rest[:end], offset)
		if err != nil {
			return nil, err
		}
		if _, all := n.(*All); all {
			return nil, p.fail(offset, "* cannot stand for a word of a phrase", "Use w/n between the words around it.", "")
		}
		parts, rest = append(parts, partsOf(n)...), rest[end:]
		if p.nodes += 1; p.nodes > MaxNodes {
			return nil, &Error{Code: CodeTooLarge, At: offset, Message: fmt.Sprintf("the query has more than %d words and operators", MaxNodes), Hint: "Split it into several queries."}
		}
	}
	return parts, nil
}

// groupIn finds a parenthesis of alternatives at the start of s.
func groupIn(s string) (inside string, size int) {
	if !strings.HasPrefix(s, "(") {
		return "", 0
	}
	end := strings.IndexByte(s, ')')
	if end < 0 || !strings.Contains(s[:end], " OR ") || strings.IndexByte(s[1:end], '(') >= 0 {
		return "", 0
	}
	return s[1:end], end + 1
}

func (p *parser) phraseGroup(inside string, at int) (Node, error) {
	var of []Node
	for _, alternative := range strings.Split(inside, " OR ") {
		parts, err := p.phraseParts(alternative, at)
		if err != nil {
			return nil, err
		}
		switch len(parts) {
		case 0:
			return nil, p.fail(at, "an alternative in this phrase has no word; expected one on both sides of OR", "", "")
		case 1:
			of = append(of, parts[0])
		default:
			of = append(of, &Phrase{parts})
		}
		at += len(alternative) + len(" OR ")
	}
	return &Or{of}, nil
}

// partsOf gives what a chunk adds to a phrase. A hyphenated word stays whole, since it
// may be printed as one word; the words of any other literal stand as such.
func partsOf(n Node) []Node {
	switch n := n.(type) {
	case nil:
		return nil
	case *Phrase:
		return n.Parts
	case *Literal:
		if joined(n.Text) != "" {
			return []Node{&Literal{Text: n.Text, Words: n.Words}}
		}
		parts := make([]Node, len(n.Words))
		for i, w := range n.Words {
			parts[i] = &Word{w}
		}
		return parts
	}
	return []Node{n}
}
