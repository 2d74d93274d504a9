package search

import (
	"fmt"
	"strings"
)

// field reads what follows the name of a field.
func (p *parser) field(t token, depth int) (Node, error) {
	if p.lex.pos >= len(p.src) || strings.ContainsAny(p.src[p.lex.pos:p.lex.pos+1], " \t\r\n)|") {
		return nil, p.noValue(t)
	}
	switch kindOfField(t.text) {
	case dateField, moneyField, enumField, idField, likeField:
		return p.typed(t)
	}
	lexed, err := p.valueToken()
	if err != nil {
		return nil, err
	}
	p.tok = lexed
	n, perr := p.fieldOperand(t, depth)
	if perr != nil {
		return nil, perr
	}
	if bad := notInField(n); bad != nil {
		suggestion := ""
		if _, exact := bad.(*Exact); exact {
			suggestion = p.swap(t.at, "=", "")
		}
		return nil, p.fail(t.at, fmt.Sprintf("%s cannot stand inside the field %s", quoted(p.text(bad)), t.text), "Put it beside the field.", suggestion)
	}
	return &Field{t.text, n}, nil
}

func (p *parser) noValue(t token) error {
	rest := strings.TrimLeft(p.src[t.end:], " \t\r\n")
	suggestion := p.src[:t.end] + exampleValue(t.text) + p.src[t.end:]
	if rest != "" && !strings.ContainsAny(rest[:1], ")|") {
		suggestion = p.src[:t.end] + rest
	}
	return p.fail(t.end, fmt.Sprintf("the field %s has no value; expected one right after the colon", t.text), "Write it without a space, such as "+example(t.text)+".", suggestion)
}

// valueToken reads the value as a chunk, quotation or parenthesis, never as an operator.
func (p *parser) valueToken() (token, error) {
	at := p.lex.pos
	t, err := p.lex.next()
	if err != nil {
		return t, err
	}
	switch t.kind {
	case tokOpen, tokQuote:
		return t, nil
	}
	p.lex.pos = at
	return p.lex.take(tokChunk, len(p.lex.chunk())), nil
}

func (p *parser) fieldOperand(t token, depth int) (Node, error) {
	v := p.tok
	var n Node
	var err error
	switch {
	case v.kind == tokOpen:
		n, err = p.group(depth + 1)
	case p.dialect == DTSearch:
		n, err = p.dtPhrase()
	case v.kind == tokQuote:
		n, err = p.quote(v)
	default:
		if n, err = p.wordOf(v.text, v.at); err == nil {
			err = p.advance()
		}
	}
	if err != nil {
		return nil, err
	}
	if n == nil {
		return nil, p.fail(v.at, fmt.Sprintf("the value of %s has no letter or digit", t.text), "Write one, such as "+example(t.text)+".", "")
	}
	return plainValue(n), nil
}

// plainValue turns literals into the phrases of their words: a field holds no other
// facts. Operators are changed in place, since warnings of the parser point at them.
func plainValue(n Node) Node {
	switch n := n.(type) {
	case *Literal:
		return phraseOf(n.Words)
	case *And:
		plainAll(n.Of)
	case *Or:
		plainAll(n.Of)
	case *Not:
		n.Of = plainValue(n.Of)
	case *Near:
		n.Left, n.Right = plainValue(n.Left), plainValue(n.Right)
	}
	return n
}

func plainAll(of []Node) {
	for i, n := range of {
		of[i] = plainValue(n)
	}
}

// notInField finds a node that has no meaning inside a field.
func notInField(n Node) Node {
	switch n.(type) {
	case *Field, *Dates, *Money, *PartyIs, *Says, *Edge, *AtLeast, *Exact, *Like:
		return n
	}
	for _, c := range children(n) {
		if bad := notInField(c); bad != nil {
			return bad
		}
	}
	return nil
}
