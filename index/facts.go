package index

import (
	"strings"

	"averment/evidence"
)

// Kinds of terms in the field "fact", by their first byte.
//
//	p\0NAME\0ROLE            a party, once for each name or alias and each role
//	d<from><to>              a dated fact, as days
//	a<low><high>CURRENCY     an amount
//	s\0STANCE\0SPEAKER       a statement
const (
	partyFact     = 'p'
	dateFact      = 'd'
	amountFact    = 'a'
	statementFact = 's'
)

// factTerms writes the facts of a document with the positions of their words.
func factTerms(doc *evidence.Document, m *Map) *inverter {
	v := newInverter(64)
	f := factWriter{v, m}
	f.parties(doc)
	for _, d := range doc.Dates {
		if r, ok := daysOf(&d.Date); ok && !d.Proposed {
			f.put(append([]byte{dateFact}, r.bytes()...), d.Spans)
		}
	}
	for _, a := range doc.Amounts {
		if !a.Proposed {
			f.amount(a, a.Spans)
		}
	}
	for _, s := range doc.Statements {
		f.put([]byte("s\x00"+string(s.Stance)+"\x00"+s.Speaker), s.Spans)
	}
	return v
}

type factWriter struct {
	v *inverter
	m *Map
}

// put adds a term at its spans, and without a position when none lies in the body.
func (f factWriter) put(term []byte, spans []evidence.Span) {
	if len(term) > 1024 {
		term = term[:1024]
	}
	f.v.id(term)
	for _, s := range spans {
		if start, end, ok := f.m.Position(s); ok {
			f.v.addFact(term, start, end-start)
		}
	}
}

func (f factWriter) parties(doc *evidence.Document) {
	for _, p := range doc.Parties {
		if p.Proposed {
			continue
		}
		roles := roleWords(p)
		if len(roles) == 0 {
			roles = []string{""}
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			for _, role := range roles {
				f.put([]byte("p\x00"+name+"\x00"+role), p.Spans)
			}
		}
	}
}

func roleWords(p evidence.Party) []string {
	var out []string
	for _, r := range p.Roles {
		out = append(out, evidence.RoleWord(r))
	}
	return out
}

func (f factWriter) amount(a evidence.Amount, spans []evidence.Span) {
	high := a.Value
	if a.High != nil {
		high = *a.High
	}
	term := append([]byte{amountFact}, numberBytes(a.Value)...)
	term = append(term, numberBytes(high)...)
	f.put(append(term, a.Currency...), spans)
	for _, other := range a.Also {
		other.Also = nil
		f.amount(other, spans)
	}
}

// splitFact takes a party or statement term apart: name and role, or stance and speaker.
func splitFact(term string) (a, b string) {
	a, b, _ = strings.Cut(term[2:], "\x00")
	return a, b
}
