package index

import (
	"context"
	"math"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// bound is a segment as the vocabulary of a query.
type bound struct {
	ctx      context.Context
	seg      *segment
	expanded *expansions
}

func (b *bound) all() *roaring.Bitmap { return b.seg.live }

func (b *bound) bounds(u Unit) (*leaf, error) {
	term := map[Unit]string{Sentence: "s", Paragraph: "p", PageUnit: "g"}[u]
	if term == "" {
		return nil, invalid("unit %d", u)
	}
	return newLeaf(b.seg, "bounds", []string{term}, false, -1)
}

func (b *bound) word(field string, e Expr, id int) (node, error) {
	if x, ok := e.(Exact); ok {
		return b.exact(field, x, id)
	}
	terms, err := b.expanded.of(field, e)
	if err != nil {
		return nil, err
	}
	return newLeaf(b.seg, field, terms, false, id)
}

// exact finds a printed form. A form that is its own folded form is printed wherever
// the folded word stands and no other printed form does.
func (b *bound) exact(field string, e Exact, id int) (node, error) {
	if field != "body" {
		return nil, invalid("exact case and accents (=%s) can be asked of the text only", e.Text)
	}
	printed, folded := Surface(e.Text), foldToken(e.Text)
	if printed != folded {
		return newLeaf(b.seg, "exact", []string{folded + "\x00" + printed}, false, id)
	}
	plain, err := newLeaf(b.seg, "body", []string{folded}, false, id)
	if err != nil {
		return nil, err
	}
	var others []string
	prefix := []byte(folded + "\x00")
	err = b.seg.terms(b.ctx, "exact", prefix, after(prefix), func(t string) bool {
		others = append(others, t)
		return true
	})
	if err != nil {
		return nil, err
	}
	rest, err := newLeaf(b.seg, "exact", others, false, -1)
	if err != nil {
		return nil, err
	}
	return &minusNode{plain, rest}, nil
}

func (b *bound) special(c *compiler, e Expr) (node, error) {
	switch e := e.(type) {
	case In:
		return b.in(c, e)
	case Value:
		return b.value(e)
	case DocDate:
		return b.docDate(e)
	case IDPrefix:
		return b.id(e)
	case Edge, DateIn, AmountIn, PartyIs, Says:
		if c.field != "body" {
			return nil, invalid("%T cannot be asked of the field %s", e, c.field)
		}
		return b.fact(c, e)
	}
	return nil, invalid("unknown node %T", e)
}

func (b *bound) fact(c *compiler, e Expr) (node, error) {
	switch e := e.(type) {
	case Edge:
		return b.edge(e)
	case DateIn:
		want := between(e.From, e.To)
		return b.facts(dateFact, func(term string) (bool, error) {
			r, ok := daysFrom([]byte(term[1:]))
			return ok && want.holds(r), nil
		})
	case AmountIn:
		return b.facts(amountFact, func(term string) (bool, error) { return e.holds(term), nil })
	case PartyIs:
		return b.party(e)
	case Says:
		return b.says(c, e)
	}
	return nil, invalid("unknown fact %T", e)
}

func (b *bound) edge(e Edge) (node, error) {
	last, err := newLeaf(b.seg, "bounds", []string{"z"}, false, -1)
	if err != nil || e.Last {
		return last, err
	}
	return &firstNode{last}, nil
}

// facts gathers the facts of a kind that pass a test. Dates and amounts are so many
// different ones that they always come from a table.
func (b *bound) facts(kind byte, test func(term string) (bool, error)) (node, error) {
	if kind == dateFact || kind == amountFact {
		return b.tableFacts(kind, test)
	}
	var found []string
	var failed error
	err := b.seg.terms(b.ctx, "fact", []byte{kind}, []byte{kind + 1}, func(term string) bool {
		ok, err := test(term)
		if ok {
			found = append(found, term)
		}
		failed = err
		return err == nil
	})
	if err == nil {
		err = failed
	}
	if err != nil {
		return nil, err
	}
	if len(found) > manyFacts {
		return b.tableFacts(kind, test)
	}
	return newLeaf(b.seg, "fact", found, true, -1)
}

func (b *bound) tableFacts(kind byte, test func(term string) (bool, error)) (node, error) {
	t, err := b.expanded.columns.raw(b.seg).factTable(kind)
	if err != nil {
		return nil, err
	}
	chosen := make([]bool, len(t.terms))
	for i, term := range t.terms {
		if chosen[i], err = test(term); err != nil {
			return nil, err
		}
	}
	return newFactNode(b.seg, t, chosen), nil
}

func (a AmountIn) holds(term string) bool {
	if len(term) < 17 {
		return false
	}
	low, high, currency := numberFrom([]byte(term[1:9])), numberFrom([]byte(term[9:17])), term[17:]
	switch {
	case a.Currency == "" && len(currency) != 3, a.Currency != "" && !strings.EqualFold(a.Currency, currency):
		return false
	case math.IsNaN(low) || math.IsNaN(high):
		return false
	case a.Above && high <= a.Min, a.Below && low >= a.Max:
		return false
	}
	return high >= a.Min && low <= a.Max
}

func (b *bound) party(e PartyIs) (node, error) {
	test, err := newTextTest(b.ctx, e.Name)
	if err != nil {
		return nil, err
	}
	return b.facts(partyFact, func(term string) (bool, error) {
		name, role := splitFact(term)
		if e.Role != "" && e.Role != role {
			return false, nil
		}
		return test.matches(name)
	})
}

func (b *bound) says(c *compiler, e Says) (node, error) {
	test, err := newTextTest(b.ctx, e.Speaker)
	if err != nil {
		return nil, err
	}
	said, err := b.facts(statementFact, func(term string) (bool, error) {
		stance, speaker := splitFact(term)
		if e.Stance != "" && e.Stance != stance {
			return false, nil
		}
		return test.matches(speaker)
	})
	if err != nil || e.Text == nil {
		return said, err
	}
	inner, err := c.operand(e.Text, "a statement")
	if err != nil {
		return nil, err
	}
	return &insideNode{outer: said, inner: inner, bits: roaring.And(said.docs(), inner.docs())}, nil
}
