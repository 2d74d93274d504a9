package index

import (
	"slices"
	"strings"

	"averment/evidence"
)

// family are names that mean one party; the first leads.
type family struct {
	lead  int32
	names []int32
}

// gathering joins names to families. A name without an entry stands for itself.
type gathering struct {
	census *Census
	family map[int32]*family
}

// of gives the family of a name.
func (g *gathering) of(id int32) *family {
	f := g.family[id]
	if f == nil {
		f = &family{id, []int32{id}}
		g.family[id] = f
	}
	return f
}

// head is the name that leads a name.
func (g *gathering) head(id int32) int32 {
	if f := g.family[id]; f != nil {
		return f.lead
	}
	return id
}

// take adds a family to another one.
func (g *gathering) take(to, from *family) {
	to.names = append(to.names, from.names...)
	for _, id := range from.names {
		g.family[id] = to
	}
	g.family[to.lead] = to
}

// bySpelling joins names that are spelled alike, those that want wants. One without a
// legal form, or without initials, is the same as those with one where all of those have
// the same.
func (g *gathering) bySpelling(bases []uint64, want func(int32) bool) {
	var names []int32
	for _, base := range bases {
		names = names[:0]
		for _, id := range g.census.book.bases[base] {
			if g.census.known(id) && want(id) && g.census.spelled(id).base == base {
				names = append(names, id)
			}
		}
		if len(names) > 1 {
			g.byRest(names)
		}
	}
}

// byRest joins names of one base.
func (g *gathering) byRest(names []int32) {
	c := g.census
	byRest := map[uint64][]int32{}
	for _, id := range names {
		rest := c.spelled(id).rest
		byRest[rest] = append(byRest[rest], id)
	}
	if _, plain := byRest[0]; len(byRest) == 1 || plain && len(byRest) == 2 {
		g.join(names)
		return
	}
	for _, group := range byRest {
		g.join(group)
	}
}

// find gives the one name that leads those of a spelling. A plain name is also that of
// the only family of its base, and one with a rest that of a base with plain names only.
func (g *gathering) find(k spellKey) (head int32, ok bool) {
	c := g.census
	exact, near := finding{}, finding{}
	rests := false
	for _, id := range c.book.bases[k.base] {
		if !c.known(id) || c.uses[id].documents == 0 {
			continue
		}
		switch own := c.spelled(id); {
		case own.base != k.base:
		case own.rest == k.rest:
			exact.add(g.head(id))
		default:
			near.add(g.head(id))
			rests = rests || own.rest != 0
		}
	}
	if exact.n > 0 {
		return exact.head, exact.n == 1
	}
	return near.head, near.n == 1 && (k.rest == 0 || !rests)
}

// finding counts different names.
type finding struct {
	head int32
	n    int
}

func (f *finding) add(head int32) {
	if f.n == 0 || f.head != head {
		f.head = head
		f.n++
	}
}

// joinGuesses lets names that are only proposed join what is known. They move nothing that
// is sure.
func (g *gathering) joinGuesses(want func(int32) bool) {
	for id := range int32(len(g.census.uses)) {
		if !want(id) {
			continue
		}
		if head, ok := g.find(g.census.spelled(id)); ok && !g.separate(g.of(head).names, []int32{id}) {
			g.take(g.of(head), &family{id, []int32{id}})
		}
	}
}

// join makes one family of a group; a name that was taken apart keeps its own.
func (g *gathering) join(group []int32) {
	if len(group) < 2 {
		return
	}
	group = slices.Clone(group)
	slices.SortFunc(group, g.census.byRank)
	for len(group) > 0 {
		lead, left := g.of(group[0]), []int32(nil)
		for _, id := range group[1:] {
			if g.separate(lead.names, []int32{id}) {
				left = append(left, id)
				continue
			}
			g.take(lead, &family{id, []int32{id}})
		}
		group = left
	}
}

func (g *gathering) separate(a, b []int32) bool {
	if len(g.census.apart) == 0 {
		return false
	}
	names := g.census.book.names
	for _, x := range a {
		for _, y := range b {
			if g.census.apart[[2]int32{names[x].fold, names[y].fold}] {
				return true
			}
		}
	}
	return false
}

// byShortName joins "Kestrel" of one document to the one organisation that another
// document calls Kestrel for short. People are left alone: a surname has many owners.
func (g *gathering) byShortName(want func(int32) bool) {
	owners := g.owners()
	c := g.census
	called := func(id int32) []int32 { return owners[c.book.names[id].firm] }
	var short []int32
	for id := range int32(len(c.uses)) {
		if want(id) && g.head(id) == id && len(called(id)) > 0 && c.uses[id].typeOf() == evidence.Organisation {
			short = append(short, id)
		}
	}
	slices.SortFunc(short, func(a, b int32) int { return strings.Compare(c.book.names[a].name, c.book.names[b].name) })
	for _, id := range short {
		mine := slices.DeleteFunc(slices.Clone(called(id)), func(o int32) bool { return o == id })
		if len(mine) != 1 || g.head(id) != id || g.head(mine[0]) != mine[0] {
			continue
		}
		if owner, p := g.of(mine[0]), g.of(id); !g.separate(owner.names, p.names) {
			g.take(owner, p)
		}
	}
}

// owners are the organisations that are known for sure by how what they are called beside
// the name that leads is spelled.
func (g *gathering) owners() map[spellKey][]int32 {
	c := g.census
	owners := map[spellKey][]int32{}
	own := func(called spellKey, owner int32) {
		if c.uses[owner].documents > 0 && c.uses[owner].typeOf() == evidence.Organisation && !slices.Contains(owners[called], owner) {
			owners[called] = append(owners[called], owner)
		}
	}
	for _, a := range c.aliases {
		if len(c.book.bases[a.called.base]) > 0 {
			own(a.called, g.head(a.owner))
		}
	}
	for id, f := range g.family {
		if id != f.lead {
			own(c.book.names[id].firm, f.lead)
		}
	}
	return owners
}
