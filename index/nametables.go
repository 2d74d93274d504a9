package index

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
)

// namedFields are the fields whose values are names of parties. Their facets count, and
// their filters choose, all names of a party under the one that leads.
var namedFields = []string{"party", "speaker"}

// nameTables are the names of parties in one snapshot.
type nameTables struct{ party, speaker *Names }

// of gives the table of a field, nil for one whose values are no names.
func (t *nameTables) of(field string) *Names {
	switch field {
	case "party":
		return t.party
	case "speaker":
		return t.speaker
	}
	return nil
}

// lead gives the name that stands in the facet of a field for one that was asked for.
func (t *nameTables) lead(field, name string) string {
	names := t.of(field)
	if names == nil {
		return name
	}
	if field == "speaker" {
		name = t.party.Lead(name)
	}
	return names.Lead(name)
}

// nameCache keeps the names of the newest snapshot, and what was read of its segments.
type nameCache struct {
	lock   sync.Mutex
	book   *nameBook
	spoken map[spellKey]uint64 // speakers by their spelling: the hash of one, 0 of several
	key    string
	tables *nameTables
}

// names gives the names of parties in a snapshot. They are gathered over all its live
// documents, since one more document can change who is known by a short name; only a
// changed snapshot costs that.
func (k *columnCache) names(v *view) (*nameTables, error) {
	c := &k.naming
	c.lock.Lock()
	defer c.lock.Unlock()
	key := v.key()
	if c.tables != nil && c.key == key {
		return c.tables, nil
	}
	if c.book == nil {
		c.book, c.spoken = newNameBook(), map[spellKey]uint64{}
	}
	census, err := k.census(v)
	if err != nil {
		return nil, err
	}
	t := &nameTables{party: census.Names()}
	if t.speaker, err = k.speakers(v, census); err != nil {
		return nil, err
	}
	c.key, c.tables = key, t
	return t, nil
}

// key names what a view sees: its segments, and how much of each is deleted.
func (v *view) key() string {
	var out []byte
	for _, s := range v.segments {
		out = binary.AppendUvarint(out, s.id)
		out = binary.AppendUvarint(out, s.live.GetCardinality())
	}
	return string(out)
}

// census counts the names of parties in the live documents of a view.
func (k *columnCache) census(v *view) (*Census, error) {
	out := newCensus(k.naming.book)
	for _, s := range v.segments {
		cols, err := k.of(s)
		if err != nil {
			return nil, err
		}
		f, err := cols.facet("naming")
		if err != nil {
			return nil, err
		}
		if cols.namings == nil {
			cols.namings = make([]naming, len(f.terms))
			for i, term := range f.terms {
				cols.namings[i] = out.book.read(term)
			}
		}
		for _, n := range f.count(s.live) {
			out.count(cols.namings[n.ordinal], int32(n.count))
		}
	}
	return out, nil
}

// spoken is a speaker of one segment.
type spoken struct {
	key   spellKey
	name  string
	count int
}

// speakers leads the speakers that are parties to those, and of others that are spelled
// alike ("the Court", "The court") to the most frequent.
func (k *columnCache) speakers(v *view, census *Census) (*Names, error) {
	out := newNames()
	var others []spoken
	for _, s := range v.segments {
		f, spelled, err := k.speakersOf(s)
		if err != nil {
			return nil, err
		}
		for _, n := range f.count(s.live) {
			name, key := f.terms[n.ordinal], spelled[n.ordinal]
			lead := census.speaker(name, key)
			if lead != name {
				out.leads[name] = lead
			} else if k.naming.spoken[key] == 0 && len(census.book.bases[key.base]) == 0 {
				others = append(others, spoken{key, name, n.count})
			}
		}
	}
	out.likeSpoken(others)
	for name, lead := range out.leads {
		out.all[lead] = append(out.all[lead], name)
	}
	out.sort()
	return out, nil
}

// speakersOf gives the speakers of a segment and how they are spelled. It runs under the
// lock of the names.
func (k *columnCache) speakersOf(s *segment) (*facetColumn, []spellKey, error) {
	cols, err := k.of(s)
	if err != nil {
		return nil, nil, err
	}
	f, err := cols.facet("speaker")
	if err == nil && cols.spelled == nil {
		cols.spelled = make([]spellKey, len(f.terms))
		for i, name := range f.terms {
			cols.spelled[i] = spell(name, false).key()
			k.naming.note(cols.spelled[i], hashOf(name))
		}
	}
	return f, cols.spelled, err
}

// note remembers which spellings several speakers share.
func (c *nameCache) note(key spellKey, name uint64) {
	if old, ok := c.spoken[key]; ok && old != name {
		name = 0
	}
	c.spoken[key] = name
}

// likeSpoken joins speakers that are spelled alike.
func (n *Names) likeSpoken(list []spoken) {
	slices.SortFunc(list, func(a, b spoken) int {
		return cmp.Or(cmp.Compare(a.key.base, b.key.base), cmp.Compare(a.key.rest, b.key.rest), strings.Compare(a.name, b.name))
	})
	for len(list) > 0 {
		end := 1
		for end < len(list) && list[end].key == list[0].key {
			end++
		}
		n.mostFrequent(list[:end])
		list = list[end:]
	}
}

// mostFrequent leads the names of a list, which are sorted, to the one that most
// documents have.
func (n *Names) mostFrequent(list []spoken) {
	if list[0].name == list[len(list)-1].name {
		return
	}
	lead, most := "", 0
	eachName(list, func(name string, count int) {
		if count >= most {
			lead, most = name, count
		}
	})
	eachName(list, func(name string, _ int) {
		if name != lead {
			n.leads[name] = lead
		}
	})
}

// eachName adds up the counts of equal names.
func eachName(sorted []spoken, yield func(name string, count int)) {
	for len(sorted) > 0 {
		name, count := sorted[0].name, 0
		for len(sorted) > 0 && sorted[0].name == name {
			count += sorted[0].count
			sorted = sorted[1:]
		}
		yield(name, count)
	}
}
