package index

import (
	"cmp"
	"strings"

	"averment/evidence"
)

// Census gathers how the documents of a case use the names of parties, to tell which
// names mean the same party: "Kestrel, Inc.", "KESTREL INC" and "Kestrel" do, where only
// one Kestrel is known. What a person took apart stays apart. It gives the same names as
// the index does for the same documents.
type Census struct {
	book    *nameBook
	uses    []nameUse // by number of the name
	aliases []alias
	apart   map[[2]int32]bool // folds, either way round
	guesses bool              // some names are only proposed

	gathered *gathering
}

// alias is another name of an organisation, as it is spelled.
type alias struct {
	owner  int32
	called spellKey
}

// nameUse is how the documents use one name.
type nameUse struct {
	types     [6]int32 // documents in which it is a party of the type, by partyTypes
	documents int32
	proposed  int32 // documents in which it is only proposed
	confirmed bool
}

// NewCensus begins with no document.
func NewCensus() *Census { return newCensus(newNameBook()) }

func newCensus(b *nameBook) *Census { return &Census{book: b, apart: map[[2]int32]bool{}} }

// Add counts the parties of one document, the proposed ones too, which never lead a name
// that is sure.
func (c *Census) Add(doc *evidence.Document) {
	for term := range namings(doc, true) {
		c.count(c.book.read(term), 1)
	}
}

// count adds what a number of documents say.
func (c *Census) count(n naming, documents int32) {
	for int(n.name) >= len(c.uses) {
		c.uses = append(c.uses, make([]nameUse, int(n.name)+1-len(c.uses))...)
	}
	u := &c.uses[n.name]
	switch n.kind {
	case namedAs:
		u.types[n.kin] += documents
		u.documents += documents
	case proposedAs:
		c.guesses = true
		u.proposed += documents
		if u.documents == 0 {
			u.types[n.kin] += documents
		}
	case confirmedAs:
		u.confirmed = true
	case alsoCalled:
		c.aliases = append(c.aliases, alias{n.name, n.called})
	case apartFrom:
		f := c.book.names[n.name].fold
		c.apart[[2]int32{f, n.other}], c.apart[[2]int32{n.other, f}] = true, true
	}
}

// known says whether a document uses the name.
func (c *Census) known(id int32) bool {
	return int(id) < len(c.uses) && (c.uses[id].documents > 0 || c.uses[id].proposed > 0)
}

// typeOf is the type that most documents give a name.
func (u *nameUse) typeOf() evidence.PartyType {
	best := 0
	for i, n := range u.types {
		if n > u.types[best] {
			best = i
		}
	}
	return partyTypes[best]
}

// rank says which name leads: one that a person confirmed, then one that is not all in
// capitals; a proposed one never.
func (c *Census) rank(id int32) (n int) {
	u := &c.uses[id]
	if u.documents > 0 {
		n += 4
	}
	if u.confirmed {
		n += 2
	}
	if name := c.book.names[id].name; name != strings.ToUpper(name) {
		n++
	}
	return n
}

// byRank orders names, the one that leads first.
func (c *Census) byRank(a, b int32) int {
	x, y := c.book.names[a].name, c.book.names[b].name
	return cmp.Or(c.rank(b)-c.rank(a), cmp.Compare(c.uses[b].documents, c.uses[a].documents),
		cmp.Compare(c.guessed(b), c.guessed(a)), len(y)-len(x), strings.Compare(y, x))
}

// guessed is in how many documents a name is proposed that is sure in none.
func (c *Census) guessed(id int32) int32 {
	if c.uses[id].documents > 0 {
		return 0
	}
	return c.uses[id].proposed
}

// spelled is how a name is spelled, by its type.
func (c *Census) spelled(id int32) spellKey {
	if human(c.uses[id].typeOf()) {
		return c.book.names[id].person
	}
	return c.book.names[id].firm
}

// Names tells which names mean the same.
func (c *Census) Names() *Names {
	g := &gathering{census: c, family: map[int32]*family{}}
	sure := func(id int32) bool { return c.uses[id].documents > 0 }
	g.bySpelling(c.book.shared, sure)
	g.byShortName(sure)
	c.gathered = g
	guessed := func(id int32) bool {
		return c.uses[id].documents == 0 && c.uses[id].proposed > 0 && g.family[id] == nil
	}
	if c.guesses {
		g.joinGuesses(guessed)
		g.bySpelling(c.book.shared, guessed)
		g.byShortName(guessed)
	}
	return g.table()
}

// Speaker gives the party that a speaker is: the one of that name, else the only one
// that is spelled so; where there is none, the name itself. It is for after Names.
func (c *Census) Speaker(name string) string {
	name = cleanName(name)
	return c.speaker(name, spell(name, false).key())
}

// speaker is Speaker of a name that is spelled as a firm's.
func (c *Census) speaker(name string, firm spellKey) string {
	if len(c.book.bases[firm.base]) > 0 {
		if id, ok := c.book.ids[name]; ok && c.known(id) && c.uses[id].documents > 0 {
			return c.book.names[c.gathered.head(id)].name
		}
		if head, ok := c.gathered.find(firm); ok {
			return c.book.names[head].name
		}
	}
	if !hasInitial(name) {
		return name
	}
	if head, ok := c.gathered.find(spell(name, true).key()); ok {
		return c.book.names[head].name
	}
	return name
}
