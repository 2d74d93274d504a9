package store

import (
	"reflect"
	"testing"

	"averment/evidence"
)

func TestUnitsRoundTrip(t *testing.T) {
	tests := [][]evidence.Page{
		{},
		{{}},
		{{Paragraphs: []int{0, 10, 300}, Sentences: []evidence.Range{{Start: 0, End: 9}, {Start: 11, End: 40}}}, {}, {Sentences: []evidence.Range{{Start: 5, End: 70000}}}},
	}
	for _, want := range tests {
		got := make([]evidence.Page, len(want))
		if err := decodeUnits(encodeUnits(want), got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v became %+v, %v", want, got, err)
		}
	}
}

func TestBoxesKeepATwentiethOfAPoint(t *testing.T) {
	want := &evidence.Layout{Width: 612, Height: 792.5, Boxes: []evidence.Box{
		{Start: 0, End: 4, X0: 72.05, Y0: 700, X1: 90.95, Y1: 712}, {Start: 5, End: 9, X0: 12, Y0: 30.25, X1: 20, Y1: 40}}}
	got, err := decodeBoxes(encodeBoxes(want))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v became %+v, %v", want, got, err)
	}
}

// FuzzBlocks reads blocks that nobody wrote: they give an error or something, and end.
func FuzzBlocks(f *testing.F) {
	f.Add(encodeUnits([]evidence.Page{{Paragraphs: []int{0, 7}}}))
	f.Add(encodeBoxes(&evidence.Layout{Boxes: []evidence.Box{{Start: 1, End: 2}}}))
	f.Add(value{[]byte("text"), []byte("u"), []byte("{}")}.encode())
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, b []byte) {
		decodeUnits(b, make([]evidence.Page, 3))
		if l, err := decodeBoxes(b); err == nil && len(l.Boxes) > len(b) {
			t.Errorf("%d boxes out of %d bytes", len(l.Boxes), len(b))
		}
		if v, err := decodeValue(b); err == nil && len(v.text)+len(v.units)+len(v.json) > len(b) {
			t.Errorf("more than was there")
		}
		decodeEvent(0, b)
		readEntry(b)
		parseMeta(b)
	})
}
