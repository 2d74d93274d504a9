package index

import (
	"encoding/hex"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// in compiles a search in a field.
func (b *bound) in(c *compiler, e In) (node, error) {
	kind, known := kindOf(e.Field)
	switch {
	case !known:
		return nil, invalid("unknown field %s", e.Field)
	case e.Field == "party":
		return b.party(PartyIs{Name: e.X})
	case kind == TextField:
		n, err := c.inField(e.Field, e.X)
		if err != nil {
			return nil, err
		}
		return quietNode{n}, nil
	case kind == DateField:
		return nil, invalid("the field %s holds dates", e.Field)
	}
	return b.valuesOf(e)
}

func (b *bound) valuesOf(e In) (node, error) {
	test, err := newTextTest(b.ctx, e.X)
	if err != nil {
		return nil, err
	}
	var found []string
	var failed error
	err = b.seg.terms(b.ctx, e.Field, nil, nil, func(value string) bool {
		ok, err := test.matches(value)
		if ok {
			found = append(found, value)
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
	l, err := newLeaf(b.seg, e.Field, found, false, -1)
	if err != nil {
		return nil, err
	}
	return bitNode{l.bits}, nil
}

func (b *bound) value(e Value) (node, error) {
	if !slices.Contains(valueFields, e.Field) {
		return nil, invalid("the field %s has no values", e.Field)
	}
	l, err := newLeaf(b.seg, e.Field, []string{e.Text}, false, -1)
	if err != nil {
		return nil, err
	}
	return bitNode{l.bits}, nil
}

func (b *bound) docDate(e DocDate) (node, error) {
	letter, ok := dateLetters[e.Field]
	if !ok {
		return nil, invalid("unknown date field %s", e.Field)
	}
	bits, err := b.dated(letter, between(e.From, e.To))
	return bitNode{bits}, err
}

// dated gives the documents with a date of a kind that lies in the range.
func (b *bound) dated(letter byte, want days) (*roaring.Bitmap, error) {
	var found []string
	start := append([]byte{letter}, days{want.from, noDay}.bytes()...)
	err := b.seg.terms(b.ctx, "docdate", start, after([]byte{letter}), func(term string) bool {
		r, ok := daysFrom([]byte(term[1:]))
		if ok && want.holds(r) {
			found = append(found, term)
		}
		return r.from < want.to
	})
	if err != nil {
		return nil, err
	}
	l, err := newLeaf(b.seg, "docdate", found, false, -1)
	if err != nil {
		return nil, err
	}
	return l.bits, nil
}

// id finds documents by the first digits of their hash.
func (b *bound) id(e IDPrefix) (node, error) {
	want := strings.ToLower(e.Hex)
	if _, err := hex.DecodeString(want + want); err != nil || want == "" || len(want) > 64 {
		return nil, invalid("%q is no document id; ids are hexadecimal", e.Hex)
	}
	cols, err := b.expanded.columns.of(b.seg)
	if err != nil {
		return nil, err
	}
	out := roaring.New()
	for _, doc := range cols.withPrefix(want) {
		out.Add(doc)
	}
	out.And(b.seg.live)
	return bitNode{out}, nil
}
