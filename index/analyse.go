package index

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"averment/evidence"

	"github.com/blevesearch/bleve/v2/document"
)

// SchemaVersion is the version of what is written into the indexes; another version on
// disk means a rebuild.
//
//	1  first
//	2  the field "naming", from which names of one party are known to be so; the field
//	   "correction"
const SchemaVersion = 2

// leadWords is how many words of the body count as its lead, which weighs more.
const leadWords = 60

// docKey is the Bleve id of a document: its number, so that ids ascend, and its hash.
func docKey(number uint64, id string) (string, error) {
	sum, err := hex.DecodeString(id)
	if err != nil || len(sum) != 32 {
		return "", fmt.Errorf("index document %d: %w: id %q is no SHA-256", number, evidence.ErrInvalid, id)
	}
	return string(binary.BigEndian.AppendUint64(nil, number)) + string(sum), nil
}

// splitKey reads what docKey wrote.
func splitKey(key []byte) (number uint64, id string, ok bool) {
	if len(key) != 40 {
		return 0, "", false
	}
	return binary.BigEndian.Uint64(key), hex.EncodeToString(key[8:]), true
}

// analysis gathers the fields of one document.
type analysis struct {
	doc       *evidence.Document
	places    Map
	body      *inverter
	exact     *inverter
	furniture *inverter
	bounds    bounder
	last      int // last position, that of the title outside the body included
}

// analyse makes the Bleve document of an evidence document.
func analyse(number uint64, doc *evidence.Document) (*document.Document, error) {
	key, err := docKey(number, doc.ID)
	if err != nil {
		return nil, err
	}
	a := &analysis{doc: doc, body: newInverter(512), exact: newInverter(64), furniture: newInverter(16)}
	walkBody(doc, a.token)
	a.readFurniture()
	title := a.readTitle()
	out := document.NewDocument(key)
	out.AddField(a.body.field("body", positioned, 1, false))
	out.AddField(a.exact.field("exact", positioned, 1, false))
	out.AddField(title.field("title", positioned, 1, false))
	out.AddField(a.furniture.field("furniture", positioned, 1, false))
	out.AddField(a.boundTerms().field("bounds", positioned, 1, false))
	out.AddField(factTerms(doc, &a.places).field("fact", positioned, 1, true))
	out.AddField(documentDates(doc).field("docdate", keyword, 1, false))
	out.AddField(namingTerms(doc).field("naming", keyword, 1, false))
	for _, f := range documentValues(doc).fields() {
		out.AddField(f)
	}
	if doc.Mail != nil {
		out.AddField(textTerms(doc.Mail.Subject).field("subject", positioned, 1, false))
	}
	keys := newInverter(1)
	keys.id([]byte(titleKey(doc.Title)))
	out.AddField(keys.field("titlekey", keyword, 1, false))
	return out, nil
}

// token takes one token of the body.
func (a *analysis) token(page *evidence.Page, s *scanner, form []byte, start, end int, alt bool) {
	if !alt {
		a.places.add(page, s.pos, start, end)
		a.bounds.token(page, s.pos, start, end)
	}
	a.body.add(form, s.pos)
	a.addExact(form, page.Text[start:end], s.pos)
}

// addExact notes the printed form where it differs from the folded one. The term is
// FOLDED\0PRINTED, so that all printed forms of a word stand together.
func (a *analysis) addExact(form []byte, printed string, pos int) {
	if string(form) == printed {
		return
	}
	printed = Surface(printed)
	if len(form) < len(printed) && printed[len(form)] == '\'' {
		printed = printed[:len(form)] // the bare word of a possessive
	}
	if string(form) == printed || len(printed) > maxToken {
		return
	}
	term := append(append(append(make([]byte, 0, 64), form...), 0), printed...)
	a.exact.add(term, pos)
}

func (a *analysis) readFurniture() {
	s := &scanner{emit: func(s *scanner, form []byte, _, _ int, _ bool) { a.furniture.add(form, s.pos) }}
	for i := range a.doc.Pages {
		page := &a.doc.Pages[i]
		if !readable(page) {
			continue
		}
		s.text = page.Text
		for _, f := range page.Furniture {
			if f.Start >= 0 && f.Start < f.End && f.End <= len(page.Text) {
				s.run(f.Start, f.End)
				s.pos += furnitureGap
			}
		}
	}
}

// readTitle gives the title's own field, and adds a title that the body does not print
// to the body, after a gap.
func (a *analysis) readTitle() *inverter {
	title := newInverter(16)
	tokens := Tokens(a.doc.Title)
	a.last = a.places.last
	base := a.places.last + titleGap
	printed := a.prints(tokens)
	for _, t := range tokens {
		title.add([]byte(t.Text), t.Pos)
		if printed {
			continue
		}
		a.body.add([]byte(t.Text), base+t.Pos)
		a.addExact([]byte(t.Text), a.doc.Title[t.Start:t.End], base+t.Pos)
		a.last = base + t.Pos
	}
	if !printed && len(tokens) > 0 {
		a.bounds.sentences = append(a.bounds.sentences, base+1)
		a.bounds.paragraphs = append(a.bounds.paragraphs, base+1)
		a.bounds.tops = append(a.bounds.tops, base+1)
	}
	return title
}

// prints says whether the body has the tokens one after the other.
func (a *analysis) prints(tokens []Token) bool {
	if len(tokens) == 0 {
		return true
	}
	want := make([]uint32, 0, len(tokens))
	for _, t := range tokens {
		if t.Alt {
			continue
		}
		id, ok := a.body.ids[t.Text]
		if !ok {
			return false
		}
		want = append(want, id)
	}
	return a.body.hasRun(want)
}

// hasRun looks for terms at successive positions. Occurrences come in order of position
// except for joined forms, which are skipped over.
func (v *inverter) hasRun(want []uint32) bool {
	next := map[uint32]int{} // position after a run of n terms → n
	found := false
	v.occ.each(func(term uint32, o occurrence) bool {
		n := next[o.pos]
		switch {
		case want[n] == term:
			if found = n+1 == len(want); found {
				return false
			}
			next[o.pos+1] = max(next[o.pos+1], n+1)
		case want[0] == term && len(want) > 1:
			next[o.pos+1] = max(next[o.pos+1], 1)
		}
		if len(next) > 64 {
			for p := range next {
				if p < o.pos {
					delete(next, p)
				}
			}
		}
		return true
	})
	return found
}

// boundTerms are the starts of units: s sentences, p paragraphs, g pages, and z, the
// last word of the body.
func (a *analysis) boundTerms() *inverter {
	v := newInverter(4)
	for term, list := range map[string][]int{"s": a.bounds.sentences, "p": a.bounds.paragraphs, "g": a.bounds.tops} {
		for _, pos := range list {
			v.add([]byte(term), pos)
		}
	}
	if a.places.last > 0 {
		v.add([]byte("z"), a.places.last)
	}
	if a.doc.Searchable() {
		v.id([]byte("text"))
	}
	return v
}

// textTerms inverts a short text.
func textTerms(text string) *inverter {
	v := newInverter(16)
	for _, t := range Tokens(text) {
		v.add([]byte(t.Text), t.Pos)
	}
	return v
}
