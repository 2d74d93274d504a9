package index

import (
	"context"
	"errors"
	"fmt"

	"averment/evidence"

	"github.com/RoaringBitmap/roaring/v2"
)

// Limits on what a query may be.
const (
	maxDepth = 100
	maxNodes = 20000
)

var errTooDeep = fmt.Errorf("%w: the query is nested too deeply or too long", evidence.ErrInvalid)

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", evidence.ErrInvalid, fmt.Sprintf(format, args...))
}

// vocabulary answers for words and facts; segments do, and single values of a field.
type vocabulary interface {
	// word gives the node of an expression of word level.
	word(field string, e Expr, id int) (node, error)
	// special gives the node of facts and fields.
	special(c *compiler, e Expr) (node, error)
	// bounds gives the starts of units in the body; nil is one single unit.
	bounds(u Unit) (*leaf, error)
	all() *roaring.Bitmap
}

// compiler binds an Expr to a vocabulary.
type compiler struct {
	ctx   context.Context
	from  vocabulary
	field string
	depth int
	nodes int
	next  int // id of the next word that counts for the score
}

func (c *compiler) compile(e Expr) (node, error) {
	c.depth++
	c.nodes++
	defer func() { c.depth-- }()
	if c.depth > maxDepth || c.nodes > maxNodes {
		return nil, errTooDeep
	}
	switch e := e.(type) {
	case nil, All:
		return bitNode{c.from.all()}, nil
	case None:
		return bitNode{roaring.New()}, nil
	case Term, Exact, Pattern, Forms, Fuzzy:
		return c.word(e)
	case Phrase:
		return c.phrase(e)
	case Near:
		return c.near(e)
	case NotNear:
		return c.notNear(e)
	case And, Or, Not, AtLeast:
		return c.set(e)
	}
	return c.from.special(c, e)
}

func (c *compiler) word(e Expr) (node, error) {
	id := -1
	if c.field == "body" {
		id = c.next
		c.next++
	}
	return c.from.word(c.field, e, id)
}

// operand compiles what must have spans.
func (c *compiler) operand(e Expr, where string) (node, error) {
	if !Positional(e) {
		return nil, invalid("%T has no place in the text and cannot stand in %s", e, where)
	}
	return c.compile(e)
}

func (c *compiler) operands(list []Expr, where string) ([]node, *roaring.Bitmap, error) {
	var out []node
	bits := c.from.all()
	for _, e := range list {
		n, err := c.operand(e, where)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, n)
		bits = roaring.And(bits, n.docs())
	}
	return out, bits, nil
}

func (c *compiler) phrase(e Phrase) (node, error) {
	parts, bits, err := c.operands(e.Parts, "a phrase")
	switch {
	case err != nil:
		return nil, err
	case len(parts) == 0:
		return bitNode{roaring.New()}, nil
	case len(parts) == 1:
		return parts[0], nil
	}
	if !allWords(parts) {
		return c.adjoin(parts)
	}
	return &phraseNode{parts: parts, bits: bits}, nil
}

// allWords says whether each part takes up the words that it matches and no others, so
// that a phrase of them can be marked as a whole.
func allWords(parts []node) bool {
	for _, p := range parts {
		switch p.(type) {
		case *leaf, *factNode, *minusNode, *firstNode, *smallNode:
		default:
			return false
		}
	}
	return true
}

// adjoin makes a phrase of wider parts: each is directly before the next, at distance 1.
func (c *compiler) adjoin(parts []node) (node, error) {
	left := parts[0]
	for _, right := range parts[1:] {
		var err error
		if left, err = c.pair(left, right, 1, true, Words, false); err != nil {
			return nil, err
		}
	}
	return left, nil
}

func (c *compiler) near(e Near) (node, error) {
	parts, _, err := c.operands(e.Operands, "a distance")
	switch {
	case err != nil:
		return nil, err
	case len(parts) == 0:
		return bitNode{roaring.New()}, nil
	}
	left := parts[0]
	for _, right := range parts[1:] {
		if left, err = c.pair(left, right, e.N, e.Ordered, e.Unit, false); err != nil {
			return nil, err
		}
	}
	return left, nil
}

func (c *compiler) notNear(e NotNear) (node, error) {
	parts, _, err := c.operands([]Expr{e.A, e.B}, "a distance")
	if err != nil {
		return nil, err
	}
	return c.pair(parts[0], parts[1], e.N, e.Ordered, e.Unit, true)
}

func (c *compiler) pair(a, b node, n int, ordered bool, unit Unit, not bool) (node, error) {
	if unit == Words && n < 0 || n > titleGap/2 {
		return nil, invalid("a distance of %d words", n)
	}
	out := &nearNode{a: a, b: b, not: not, how: distance{uint32(max(n, 0)), ordered, unit == Words}}
	out.bits = a.docs()
	if !not {
		out.bits = roaring.And(a.docs(), b.docs())
	}
	if unit == Words || c.field != "body" {
		return out, nil
	}
	var err error
	out.units, err = c.from.bounds(unit)
	return out, err
}

func (c *compiler) set(e Expr) (node, error) {
	switch e := e.(type) {
	case And:
		of, err := c.list(e.Of)
		if err != nil {
			return nil, err
		}
		return newAnd(of, c.from.all()), nil
	case Or:
		of, err := c.list(e.Of)
		if err != nil {
			return nil, err
		}
		return newOr(of), nil
	case Not:
		x, err := c.compile(e.X)
		if err != nil {
			return nil, err
		}
		return newNot(x, c.from.all()), nil
	case AtLeast:
		x, err := c.operand(e.X, "a number of occurrences")
		if err != nil {
			return nil, err
		}
		return atLeastNode{x, e.N}, nil
	}
	return nil, errors.New("unreachable kind of set")
}

func (c *compiler) list(list []Expr) ([]node, error) {
	var out []node
	for _, e := range list {
		n, err := c.compile(e)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// inField compiles e over another field.
func (c *compiler) inField(field string, e Expr) (node, error) {
	outer := c.field
	c.field = field
	n, err := c.compile(e)
	c.field = outer
	return n, err
}
