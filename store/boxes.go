package store

import (
	"encoding/binary"
	"fmt"
	"math"

	"averment/evidence"
)

// boxUnit is the precision of kept coordinates: a twentieth of a point, 18 µm on paper.
const boxUnit = 20

func steps(v float32) int64 { return int64(math.Round(float64(v) * boxUnit)) }

func points(n int) float32 { return float32(n) / boxUnit }

// encodeBoxes writes the boxes of a page as varints: the size of the page, the number
// of boxes and, for each, distances from the box before.
func encodeBoxes(l *evidence.Layout) []byte {
	b := binary.AppendVarint(nil, steps(l.Width))
	b = binary.AppendVarint(b, steps(l.Height))
	b = binary.AppendUvarint(b, uint64(len(l.Boxes)))
	var end, x, y int64
	for _, box := range l.Boxes {
		x0, y0, x1, y1 := steps(box.X0), steps(box.Y0), steps(box.X1), steps(box.Y1)
		for _, v := range [...]int64{int64(box.Start) - end, int64(box.End - box.Start), x0 - x, y0 - y, x1 - x0, y1 - y0} {
			b = binary.AppendVarint(b, v)
		}
		end, x, y = int64(box.End), x1, y0
	}
	return b
}

func decodeBoxes(b []byte) (*evidence.Layout, error) {
	v := &varints{b: b}
	l := &evidence.Layout{Width: points(v.next()), Height: points(v.next())}
	l.Boxes = make([]evidence.Box, v.count())
	end, x, y := 0, 0, 0
	for i := range l.Boxes {
		start := end + v.next()
		end = start + v.next()
		x0, y0 := x+v.next(), y+v.next()
		x1, y1 := x0+v.next(), y0+v.next()
		l.Boxes[i] = evidence.Box{Start: start, End: end, X0: points(x0), Y0: points(y0), X1: points(x1), Y1: points(y1)}
		x, y = x1, y0
	}
	if v.bad {
		return nil, fmt.Errorf("%w: the boxes of a page are not whole", ErrDamaged)
	}
	return l, nil
}
