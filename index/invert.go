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

// field is an analysed field as Bleve takes it. In positioned fields the positions of a
// term in a document are packed (see pack), which needs a third of the room of a location
// for each occurrence and is read faster. Bleve's own queries cannot read such fields.
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

// occurrence is a position of a term; length is that of a fact in words.
type occurrence struct{ pos, length uint32 }

// inverter gathers the terms of one field of one document.
type inverter struct {
	ids   map[string]uint32
	terms []string
	count []uint32
	occ   occurrences
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
		v.occ.add(id, occurrence{uint32(pos), uint32(length)})
	}
}

// spread groups the occurrences by term, ascending by position, and forgets them.
func (v *inverter) spread() [][]occurrence {
	backing := make([]occurrence, v.occ.n)
	lists := make([][]occurrence, len(v.terms))
	at := 0
	for i, n := range v.count {
		lists[i] = backing[at : at : at+int(n)]
		at += int(n)
	}
	v.occ.each(func(term uint32, o occurrence) bool {
		lists[term] = append(lists[term], o)
		return true
	})
	v.occ = occurrences{}
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
	f := &field{name: name, options: options, length: length, bytes: v.bytes + 8*v.occ.n}
	f.freqs = make(bleveindex.TokenFrequencies, len(v.terms))
	freqs := make([]bleveindex.TokenFreq, len(v.terms))
	lists := v.spread()
	several, distances := 0, 0
	for _, list := range lists {
		if len(list) > 1 || facts {
			several++
			distances += distancesOf(len(list), facts)
		}
	}
	deltas := make([]uint64, 0, distances)
	places := make([]bleveindex.TokenLocation, several+1)
	pointers := make([]*bleveindex.TokenLocation, several+1)
	next := 0
	for i, term := range v.terms {
		tf := &freqs[i]
		if options&bleveindex.SkipFreqNorm == 0 {
			tf.SetFrequency(max(1, len(lists[i])))
		}
		if options&bleveindex.IncludeTermVectors != 0 {
			var located bool
			if facts {
				deltas, located = packFacts(tf, &places[next], lists[i], deltas)
			} else {
				deltas, located = pack(tf, &places[next], lists[i], deltas)
			}
			if located {
				pointers[next] = &places[next]
				tf.Locations = pointers[next : next+1 : next+1]
				next++
			}
		}
		f.freqs[term] = tf
	}
	return f
}

// distancesOf is how many numbers the packed form of n occurrences has at most.
func distancesOf(n int, facts bool) int {
	if facts {
		return 2 * max(0, n-1)
	}
	return max(0, n-3)
}

// maxCount is the highest number of occurrences that a packed frequency tells; BM25 does
// not tell more of them apart.
const maxCount = 255

// pack writes the ascending positions of a term. A single one goes into the frequency,
// twice the position plus one, and there is no location. Several make the frequency four
// times their number, plus two where the first is in the lead, and go into one location:
// the first as its position, the distances to the second and third as start and end, the
// others as array positions. A distance is never 0, so 0 says that there is no more.
func pack(tf *bleveindex.TokenFreq, to *bleveindex.TokenLocation, list []occurrence, deltas []uint64) ([]uint64, bool) {
	if len(list) == 1 {
		tf.SetFrequency(int(list[0].pos)<<1 | 1)
		return deltas, false
	}
	tf.SetFrequency(max(1, min(len(list), maxCount)) << 2)
	if len(list) == 0 {
		return deltas, false
	}
	if list[0].pos <= leadWords {
		tf.SetFrequency(tf.Frequency() | 2)
	}
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
	return deltas, true
}

// packFacts writes the ascending spans of a fact. A single one of less than 256 words
// goes into the frequency; otherwise the first is position and start, the others are
// pairs of distance and length in the array positions.
func packFacts(tf *bleveindex.TokenFreq, to *bleveindex.TokenLocation, list []occurrence, deltas []uint64) ([]uint64, bool) {
	if len(list) == 1 && list[0].length < 256 {
		tf.SetFrequency(int(list[0].pos)<<9 | int(list[0].length)<<1 | 1)
		return deltas, false
	}
	tf.SetFrequency(4)
	if len(list) == 0 {
		return deltas, false
	}
	to.Position, to.Start = int(list[0].pos), int(list[0].length)
	from := len(deltas)
	for i := 1; i < len(list); i++ {
		deltas = append(deltas, uint64(list[i].pos-list[i-1].pos), uint64(list[i].length))
	}
	to.ArrayPositions = deltas[from:len(deltas):len(deltas)]
	return deltas, true
}

// occurs reads from a packed frequency the number of occurrences, and whether the first
// is in the lead.
func occurs(frequency uint64) (n uint32, lead bool) {
	if frequency&1 == 1 {
		return 1, frequency>>1 <= leadWords
	}
	return uint32(frequency >> 2), frequency&2 != 0
}
