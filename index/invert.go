package index

import (
	"slices"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Options of the two kinds of field: with packed positions, and only which documents.
const (
	positioned = bleveindex.IndexField | bleveindex.IncludeTermVectors
	counted    = bleveindex.IndexField
	keyword    = bleveindex.IndexField | bleveindex.SkipFreqNorm
)

// field is an analysed field as Bleve takes it. All positions of a term in a document
// are packed into one location (see pack), which makes the index a third smaller and
// reading a good deal faster than a location for each occurrence.
type field struct {
	name    string
	options bleveindex.FieldIndexingOptions
	length  int
	freqs   bleveindex.TokenFrequencies
	bytes   int
}

func (f *field) Name() string                                          { return f.name }
func (f *field) Value() []byte                                         { return nil }
func (f *field) ArrayPositions() []uint64                              { return nil }
func (f *field) EncodedFieldType() byte                                { return 't' }
func (f *field) Analyze()                                              {}
func (f *field) Options() bleveindex.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                                   { return f.length }
func (f *field) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.freqs }
func (f *field) NumPlainTextBytes() uint64                             { return uint64(f.bytes) }
func (f *field) Size() int                                             { return f.bytes }

// occurrence is a term at a position; length is that of a fact in words.
type occurrence struct{ term, pos, length uint32 }

// inverter gathers the terms of one field of one document.
type inverter struct {
	ids   map[string]uint32
	terms []string
	count []uint32
	occ   []occurrence
	bytes int
}

func newInverter(size int) *inverter {
	return &inverter{ids: make(map[string]uint32, size)}
}

func (v *inverter) id(form []byte) uint32 {
	id, ok := v.ids[string(form)]
	if !ok {
		id = uint32(len(v.terms))
		term := string(form)
		v.ids[term] = id
		v.terms = append(v.terms, term)
		v.count = append(v.count, 0)
		v.bytes += len(term) + 64
	}
	return id
}

// add notes a term at a position, or without one when pos is 0.
func (v *inverter) add(form []byte, pos int) { v.addFact(form, pos, 0) }

func (v *inverter) addFact(form []byte, pos, length int) {
	id := v.id(form)
	if pos > 0 {
		v.count[id]++
		v.occ = append(v.occ, occurrence{id, uint32(pos), uint32(length)})
	}
}

// spread groups the occurrences by term, ascending by position.
func (v *inverter) spread() [][]occurrence {
	backing := make([]occurrence, len(v.occ))
	lists := make([][]occurrence, len(v.terms))
	at := 0
	for i, n := range v.count {
		lists[i] = backing[at : at : at+int(n)]
		at += int(n)
	}
	for _, o := range v.occ {
		lists[o.term] = append(lists[o.term], o)
	}
	for i, list := range lists {
		if !slices.IsSortedFunc(list, byPlace) {
			slices.SortFunc(list, byPlace)
		}
		lists[i] = slices.Compact(list)
	}
	return lists
}

func byPlace(a, b occurrence) int {
	if a.pos != b.pos {
		return int(a.pos) - int(b.pos)
	}
	return int(a.length) - int(b.length)
}

// field makes the field. length is what BM25 divides by.
func (v *inverter) field(name string, options bleveindex.FieldIndexingOptions, length int, facts bool) *field {
	f := &field{name: name, options: options, length: length, bytes: v.bytes + 8*len(v.occ)}
	f.freqs = make(bleveindex.TokenFrequencies, len(v.terms))
	freqs := make([]bleveindex.TokenFreq, len(v.terms))
	places := make([]bleveindex.TokenLocation, len(v.terms))
	pointers := make([]*bleveindex.TokenLocation, len(v.terms))
	deltas := make([]uint64, 0, 2*len(v.occ))
	lists := v.spread()
	for i, term := range v.terms {
		tf := &freqs[i]
		tf.Term = []byte(term)
		if options&bleveindex.SkipFreqNorm == 0 {
			tf.SetFrequency(max(1, len(lists[i])))
		}
		if options&bleveindex.IncludeTermVectors != 0 && len(lists[i]) > 0 {
			if facts {
				tf.SetFrequency(1)
				deltas = packFacts(&places[i], lists[i], deltas)
			} else {
				deltas = pack(&places[i], lists[i], deltas)
			}
			pointers[i] = &places[i]
			tf.Locations = pointers[i : i+1 : i+1]
		}
		f.freqs[term] = tf
	}
	return f
}

// pack writes ascending positions into one location: the first as its position, the
// distances to the second and third as start and end, the other distances as array
// positions. A distance is never 0, so 0 says that there is no more.
func pack(to *bleveindex.TokenLocation, list []occurrence, deltas []uint64) []uint64 {
	to.Position = int(list[0].pos)
	from := len(deltas)
	for i := 1; i < len(list); i++ {
		delta := list[i].pos - list[i-1].pos
		switch i {
		case 1:
			to.Start = int(delta)
		case 2:
			to.End = int(delta)
		default:
			deltas = append(deltas, uint64(delta))
		}
	}
	to.ArrayPositions = deltas[from:len(deltas):len(deltas)]
	return deltas
}

// packFacts writes ascending spans into one location: first position and length as
// position and start, the others as pairs of distance and length.
func packFacts(to *bleveindex.TokenLocation, list []occurrence, deltas []uint64) []uint64 {
	to.Position, to.Start = int(list[0].pos), int(list[0].length)
	from := len(deltas)
	for i := 1; i < len(list); i++ {
		deltas = append(deltas, uint64(list[i].pos-list[i-1].pos), uint64(list[i].length))
	}
	to.ArrayPositions = deltas[from:len(deltas):len(deltas)]
	return deltas
}
