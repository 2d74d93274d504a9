package index

import (
	"context"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// one is the only document of a small text, read only.
var one = roaring.BitmapOf(0)

// small is the vocabulary of one short text, such as the name of a party. All of it is
// document 0.
type small struct {
	tokens []Token
	text   string
}

func (s small) all() *roaring.Bitmap       { return one }
func (s small) bounds(Unit) (*leaf, error) { return nil, nil }
func (s small) special(_ *compiler, e Expr) (node, error) {
	if e, ok := e.(Edge); ok {
		return s.edge(e), nil
	}
	return nil, invalid("%T cannot be asked of a single value", e)
}

func (s small) edge(e Edge) node {
	n := &smallNode{bits: one}
	if len(s.tokens) == 0 {
		n.bits = roaring.New()
		return n
	}
	pos := uint32(1)
	if e.Last {
		for _, t := range s.tokens {
			pos = max(pos, uint32(t.Pos))
		}
	}
	n.list = []span{{pos, pos + 1}}
	return n
}

func (s small) word(_ string, e Expr, _ int) (node, error) {
	w, ok := wordOf(e)
	if !ok {
		return nil, invalid("%T is no word", e)
	}
	n := &smallNode{bits: one}
	for _, t := range s.tokens {
		if w.match(t.Text, s.text[t.Start:t.End]) {
			n.list = append(n.list, span{uint32(t.Pos), uint32(t.Pos) + 1})
		}
	}
	if len(n.list) == 0 {
		n.bits = roaring.New()
	}
	n.list = tidy(n.list)
	return n, nil
}

// smallNode holds its spans.
type smallNode struct {
	bits *roaring.Bitmap
	list []span
}

func (n *smallNode) docs() *roaring.Bitmap  { return n.bits }
func (n *smallNode) exact() bool            { return true }
func (n *smallNode) leaves(func(*leaf))     {}
func (n *smallNode) open(*run) cursor       { return n }
func (n *smallNode) matches(uint32) bool    { return len(n.list) > 0 }
func (n *smallNode) spans(uint32) []span    { return n.list }
func (n *smallNode) occurrences(uint32) int { return apart(n.list) }
func (n *smallNode) mark(_ uint32, keep []bool, out *[]span) {
	for i, s := range n.list {
		if keep == nil || keep[i] {
			*out = append(*out, s)
		}
	}
}

// textTest decides on short texts for one Expr.
type textTest struct {
	ctx     context.Context
	expr    Expr
	literal string // folded texts that match contain it
}

func newTextTest(ctx context.Context, e Expr) (*textTest, error) {
	t := &textTest{ctx: ctx, expr: e, literal: required(e)}
	_, err := t.matches("a") // finds what is not allowed
	return t, err
}

func (t *textTest) matches(text string) (bool, error) {
	if t.expr == nil {
		return true, nil
	}
	if t.literal != "" && !strings.Contains(Fold(text), t.literal) {
		return false, nil
	}
	c := &compiler{ctx: t.ctx, from: small{Tokens(text), text}, field: "value"}
	n, err := c.compile(t.expr)
	if err != nil {
		return false, err
	}
	r := &run{ctx: t.ctx}
	found, err := narrow(r, n, one)
	return err == nil && !found.IsEmpty(), err
}

// required is a string that every text matching e contains once folded, "" for none. A
// word with a hyphen in it may be found in its joined form, which the text does not
// contain, so only parts of a phrase and single plain words count.
func required(e Expr) string {
	switch e := e.(type) {
	case Phrase:
		best := ""
		for _, p := range e.Parts {
			if s := required(p); len(s) > len(best) {
				best = s
			}
		}
		return best
	case Term:
		if isASCII(e.Text) && len(e.Text) > 0 {
			return e.Text[:1+(len(e.Text)-1)/4]
		}
	}
	return ""
}
