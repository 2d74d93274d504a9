package worker

import (
	"math"
	"slices"
	"testing"

	"averment/evidence"
)

func TestBoxesRoundTrip(t *testing.T) {
	want := []evidence.Box{{Start: 0, End: 4, X0: 72, Y0: 10.5, X1: 90.25, Y1: 22}, {Start: 5, End: 5}, {Start: 2, End: 900, X0: -1}}
	if got := unpackBoxes(packBoxes(want)); !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
	packed := packBoxes(want)
	if got := unpackBoxes(packed[:len(packed)-1]); len(got) != 2 {
		t.Errorf("cut off: %+v", got)
	}
	odd := packBoxes([]evidence.Box{{X0: float32(math.NaN()), Y0: float32(math.Inf(1))}})
	if got := unpackBoxes(odd); got[0].X0 != 0 || got[0].Y0 != 0 {
		t.Errorf("got %+v", got)
	}
}

func FuzzUnpackBoxes(f *testing.F) {
	f.Add(packBoxes([]evidence.Box{{Start: 1, End: 2}}))
	f.Fuzz(func(t *testing.T, in []byte) {
		if got := unpackBoxes(in); len(got)*18 > len(in) {
			t.Errorf("%d boxes out of %d bytes", len(got), len(in))
		}
	})
}
