package index

import (
	"encoding/binary"

	"averment/evidence"

	"github.com/blevesearch/bleve/v2/document"
)

// unit is one sentence with what it is known by. The place is that of its first page, when
// a page break cuts it.
type unit struct {
	number uint64
	order  int
	page   int
	start  int
	end    int
}

// key is the Bleve id of a unit: number and order so that ids ascend as the text does,
// then its place, so that no field is needed for it.
func (u unit) key() string {
	b := binary.BigEndian.AppendUint64(nil, u.number)
	b = binary.BigEndian.AppendUint32(b, uint32(u.order))
	b = binary.AppendUvarint(b, uint64(u.page))
	b = binary.AppendUvarint(b, uint64(u.start))
	return string(binary.AppendUvarint(b, uint64(u.end-u.start)))
}

func unitFrom(key []byte) (unit, bool) {
	if len(key) < 15 {
		return unit{}, false
	}
	u := unit{number: binary.BigEndian.Uint64(key), order: int(binary.BigEndian.Uint32(key[8:]))}
	key = key[12:]
	var parts [3]uint64
	for i := range parts {
		v, n := binary.Uvarint(key)
		if n <= 0 {
			return unit{}, false
		}
		parts[i], key = v, key[n:]
	}
	u.page, u.start = int(parts[0]), int(parts[1])
	u.end = u.start + int(parts[2])
	return u, true
}

// eachUnit makes the statements of a document, one for each sentence of its body, until
// take fails. The number is that of the bytes of the sentence.
func eachUnit(number uint64, doc *evidence.Document, take func(*document.Document, int) error) error {
	said, order := statementsByPage(doc), 0
	for s := range evidence.Sentences(doc.Pages) {
		if !readable(&doc.Pages[s.Page-1]) {
			continue
		}
		u := unit{number, order, doc.Pages[s.Page-1].Number, s.Start, s.End}
		order++
		text := s.Text(doc.Pages)
		if err := take(unitDocument(u, text, speaking(said, s)), len(text)); err != nil {
			return err
		}
	}
	return nil
}

func statementsByPage(doc *evidence.Document) map[int][]*evidence.Statement {
	out := map[int][]*evidence.Statement{}
	for i := range doc.Statements {
		s := &doc.Statements[i]
		if len(s.Spans) > 0 {
			out[s.Spans[0].Page] = append(out[s.Spans[0].Page], s)
		}
	}
	return out
}

// speaking is the statement that covers most of the sentence, nil when none does.
func speaking(said map[int][]*evidence.Statement, sentence evidence.Span) *evidence.Statement {
	var best *evidence.Statement
	most := 0
	for part := &sentence; part != nil; part = part.Continues {
		for _, s := range said[part.Page] {
			covered := 0
			for _, span := range s.Spans {
				covered += overlap(span, sentence)
			}
			if covered > most {
				best, most = s, covered
			}
		}
	}
	return best
}

// overlap is the number of bytes that two spans share, on all of their pages.
func overlap(a, b evidence.Span) (n int) {
	for x := &a; x != nil; x = x.Continues {
		for y := &b; y != nil; y = y.Continues {
			if x.Page == y.Page {
				n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
			}
		}
	}
	return n
}

// lengthTerm is a term that all units have, as often as they have words; no word is
// written so.
const lengthTerm = "#"

func unitDocument(u unit, text string, said *evidence.Statement) *document.Document {
	d := document.NewDocument(u.key())
	words := newInverter(32)
	s := &scanner{text: text, emit: func(s *scanner, form []byte, _, _ int, _ bool) { words.add(form, s.pos) }}
	s.run(0, len(text))
	n := s.pos
	words.id([]byte(lengthTerm))
	f := words.field("text", counted, max(1, n), false)
	f.freqs[lengthTerm].SetFrequency(max(1, n))
	d.AddField(f)
	if said == nil {
		return d
	}
	v := values{}
	v.add("stance", string(said.Stance))
	v.add("speaker", said.Speaker)
	for _, f := range v.fields() {
		d.AddField(f)
	}
	return d
}

// staleUnits finds the units that a document has in the index.
type staleUnits struct{ view *view }

func (s *staleUnits) of(number uint64) ([]string, error) {
	var out []string
	start := binary.BigEndian.AppendUint64(nil, number)
	for _, seg := range s.view.segments {
		err := seg.eachPosting("_id", start, after(start), func(term string, doc uint32) {
			if seg.live.Contains(doc) {
				out = append(out, term)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
