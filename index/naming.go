package index

import (
	"strings"

	"averment/evidence"
)

// Terms of the field "naming" tell how a document uses the names of its parties: the name,
// a zero byte, and
//
//	t<type>      that it is a party, of a type by its first letter
//	p<type>      that it is a proposed one (never in the index, whose facets leave those out)
//	v            that a person has confirmed it
//	a<ALIAS>     another name of an organisation
//	x<NAME>      somebody of whom a person said that it is another party
const (
	namedAs     = 't'
	proposedAs  = 'p'
	confirmedAs = 'v'
	alsoCalled  = 'a'
	apartFrom   = 'x'
)

// partyTypes are the types of parties; among equals the first leads.
var partyTypes = []evidence.PartyType{evidence.Organisation, evidence.Person, evidence.Agency, evidence.Group, evidence.Court, evidence.Judge}

// nameLimit is how much of a name is kept, in bytes, as of any value.
const nameLimit = 512

func cleanName(name string) string { return cutRunes(strings.TrimSpace(name), nameLimit) }

// namings are the terms of a document, each once. With proposed those of the parties
// that are only proposed are among them.
func namings(doc *evidence.Document, proposed bool) map[string]bool {
	out := map[string]bool{}
	for _, p := range doc.Parties {
		name := cleanName(p.Name)
		if name == "" || p.Proposed && !proposed {
			continue
		}
		put := func(kind byte, rest string) { out[name+"\x00"+string(rune(kind))+rest] = true }
		letter := ""
		if p.Type != "" {
			letter = string(p.Type[:1])
		}
		if p.Proposed {
			put(proposedAs, letter)
			continue
		}
		put(namedAs, letter)
		if p.Verified {
			put(confirmedAs, "")
		}
		if p.Type == evidence.Organisation {
			for _, alias := range p.Aliases {
				put(alsoCalled, strings.ToLower(cleanName(alias)))
			}
		}
		for _, other := range p.Apart {
			put(apartFrom, strings.ToLower(cleanName(other)))
		}
	}
	return out
}

// namingTerms writes the terms of a document.
func namingTerms(doc *evidence.Document) *inverter {
	terms := namings(doc, false)
	v := newInverter(len(terms))
	for term := range terms {
		v.id([]byte(term))
	}
	return v
}

// naming is a term taken apart, with numbers of a nameBook for its names.
type naming struct {
	name   int32
	other  int32    // of somebody else: its fold
	called spellKey // of an alias
	kind   byte
	kin    byte // place in partyTypes
}

// nameBook numbers names, and names in small letters, called folds.
type nameBook struct {
	ids    map[string]int32
	names  []bookedName
	folds  map[string]int32
	bases  map[uint64][]int32 // names by the bases of their spellings
	shared []uint64           // bases of several names
}

// bookedName is a name as a firm and as a person would be spelled.
type bookedName struct {
	name         string
	fold         int32
	firm, person spellKey
}

func newNameBook() *nameBook {
	return &nameBook{ids: map[string]int32{}, folds: map[string]int32{}, bases: map[uint64][]int32{}}
}

func (b *nameBook) id(name string) int32 {
	if id, ok := b.ids[name]; ok {
		return id
	}
	id := int32(len(b.names))
	b.ids[name] = id
	n := bookedName{name, b.fold(strings.ToLower(name)), spell(name, false).key(), spell(name, true).key()}
	b.names = append(b.names, n)
	b.file(n.firm.base, id)
	if n.person.base != n.firm.base {
		b.file(n.person.base, id)
	}
	return id
}

// file puts a name under a base.
func (b *nameBook) file(base uint64, id int32) {
	b.bases[base] = append(b.bases[base], id)
	if len(b.bases[base]) == 2 {
		b.shared = append(b.shared, base)
	}
}

func (b *nameBook) fold(lower string) int32 {
	id, ok := b.folds[lower]
	if !ok {
		id = int32(len(b.folds))
		b.folds[lower] = id
	}
	return id
}

// read takes a term apart.
func (b *nameBook) read(term string) naming {
	name, rest, _ := strings.Cut(term, "\x00")
	n := naming{name: b.id(name)}
	if rest == "" {
		return n
	}
	n.kind = rest[0]
	switch n.kind {
	case alsoCalled:
		n.called = spell(rest[1:], false).key()
	case apartFrom:
		n.other = b.fold(rest[1:])
	case namedAs, proposedAs:
		for i, t := range partyTypes {
			if rest[1:] == string(t[:1]) {
				n.kin = byte(i)
			}
		}
	}
	return n
}
