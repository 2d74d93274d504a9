package worker

import (
	"encoding/binary"
	"math"

	"averment/evidence"
)

// packBoxes writes the boxes of a page in a tenth of what JSON takes: the distance of
// each start from the last end and the length as variable-length numbers, then the four
// edges in points as 32-bit floats, little endian.
func packBoxes(boxes []evidence.Box) []byte {
	out := make([]byte, 0, 18*len(boxes))
	last := 0
	for _, b := range boxes {
		out = binary.AppendVarint(out, int64(b.Start-last))
		out = binary.AppendUvarint(out, uint64(max(0, b.End-b.Start)))
		for _, edge := range [4]float32{b.X0, b.Y0, b.X1, b.Y1} {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(edge))
		}
		last = b.End
	}
	return out
}

// unpackBoxes reads what packBoxes writes, up to the first box that makes no sense.
func unpackBoxes(in []byte) []evidence.Box {
	const edges = 16
	out := make([]evidence.Box, 0, len(in)/(edges+2))
	last := 0
	for len(in) > 0 {
		gap, n := binary.Varint(in)
		if n <= 0 {
			break
		}
		length, m := binary.Uvarint(in[n:])
		if m <= 0 || len(in) < n+m+edges || length > math.MaxInt32 || gap > math.MaxInt32 || gap < math.MinInt32 {
			break
		}
		var e [4]float32
		for i := range e {
			e[i] = finite(math.Float32frombits(binary.LittleEndian.Uint32(in[n+m+4*i:])))
		}
		start := last + int(gap)
		last = start + int(length)
		out = append(out, evidence.Box{Start: start, End: last, X0: e[0], Y0: e[1], X1: e[2], Y1: e[3]})
		in = in[n+m+edges:]
	}
	return out
}

// finite gives 0 for what no JSON can hold.
func finite(f float32) float32 {
	if math.IsNaN(float64(f)) || math.IsInf(float64(f), 0) {
		return 0
	}
	return f
}
