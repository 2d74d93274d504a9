package index

import "encoding/binary"

// chunkSize is how many bytes of occurrences are kept in one piece. Pieces are never
// copied, so that a document of millions of words costs no more than it needs.
const chunkSize = 64 << 10

// occurrences is a list of terms at positions as variable-length numbers, about four
// bytes each: the term, the distance from the last position, the length.
type occurrences struct {
	chunks [][]byte
	n      int
	last   uint32
}

func (l *occurrences) add(term uint32, o occurrence) {
	const most = 3 * binary.MaxVarintLen32
	if n := len(l.chunks); n == 0 {
		l.chunks = append(l.chunks, nil)
	} else if len(l.chunks[n-1]) > chunkSize-most {
		l.chunks = append(l.chunks, make([]byte, 0, chunkSize))
	}
	b := &l.chunks[len(l.chunks)-1]
	*b = binary.AppendUvarint(*b, uint64(term))
	*b = binary.AppendVarint(*b, int64(o.pos)-int64(l.last))
	*b = binary.AppendUvarint(*b, uint64(o.length))
	l.last = o.pos
	l.n++
}

// each visits the occurrences in the order in which they were added, until visit says no.
func (l *occurrences) each(visit func(term uint32, o occurrence) bool) {
	last := int64(0)
	for _, b := range l.chunks {
		for len(b) > 0 {
			term, i := binary.Uvarint(b)
			distance, j := binary.Varint(b[i:])
			length, k := binary.Uvarint(b[i+j:])
			b = b[i+j+k:]
			last += distance
			if !visit(uint32(term), occurrence{uint32(last), uint32(length)}) {
				return
			}
		}
	}
}
