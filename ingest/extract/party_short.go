package extract

import (
	"averment/evidence"
)

// twoWords enters the first two words of an organisation's name whose first word alone tells
// nothing: "First Meridian" for the First Meridian Bank.
func (c *cast) twoWords() {
	for _, w := range c.players {
		if len(w.tokens) < 3 || !w.firm || w.blocked || w.kind != evidence.Organisation || names().words[w.tokens[0]]&plainWord == 0 || names().words[w.tokens[1]] != 0 {
			continue
		}
		if short := w.head(2); c.byKey[short] == nil {
			c.memory.add(short, w)
		}
	}
}

// firstWords enters the first word of an organisation's name as its short form, where it
// is distinctive and no other name begins with it.
func (c *cast) firstWords() {
	owner := map[string]*player{}
	for _, w := range c.players {
		if len(w.tokens) > 1 && !w.blocked && (w.firm || w.kind == evidence.Person) {
			if old := owner[w.tokens[0]]; old == nil {
				owner[w.tokens[0]] = w
			} else {
				owner[w.tokens[0]] = &player{}
			}
		}
	}
	c.twoWords()
	c.unprovenFirstWords()
	for low, w := range owner {
		if w.kind != evidence.Organisation || !w.firm || len(low) < 4 || c.byKey[low] != nil || names().words[low] != 0 || vague[low] || starters()[low] {
			continue
		}
		if _, after := names().bodies.match(tokenize(nil, low, 0, len(low)), 0, false); after == 0 {
			c.memory.add(low, w)
		}
	}
}

// unprovenFirstWords enters the first word of a name that nothing has proved yet, where the text uses
// it alone, its last word never, and no other name begins with it: only a firm's name is so used.
func (c *cast) unprovenFirstWords() {
	c.placeLike()
	alone := c.aloneWords()
	begin := map[string]int{}
	for _, w := range c.players {
		if len(w.tokens) > 1 {
			begin[w.tokens[0]]++
		}
	}
	for _, w := range c.players {
		if len(w.tokens) < 2 || len(w.tokens) > 4 || w.firm || w.blocked || w.kind != "" && w.kind != evidence.Organisation {
			continue
		}
		low := w.tokens[0]
		if alone[low] && !alone[w.tokens[len(w.tokens)-1]] && begin[low] == 1 && c.firstWordTells(low) && !c.usesSurname(w) {
			c.memory.add(low, w)
		}
	}
}

// placeLike enters the first words of a firm's name that end as a place's does, "Aire Valley" of Aire
// Valley Buses, unless the text uses them as a place.
func (c *cast) placeLike() {
	for _, w := range c.players {
		if len(w.tokens) < 3 || len(w.tokens) > 5 || w.blocked || w.kind != "" && w.kind != evidence.Organisation || names().words[w.tokens[1]]&(thingWord|plainWord) == 0 || names().words[w.tokens[0]] != 0 {
			continue
		}
		short := w.head(2)
		if _, after := names().bodies.match(tokenize(nil, short, 0, len(short)), 0, false); after == 0 && c.byKey[short] == nil && !c.saysIn(w.tokens[:2]) {
			c.memory.add(short, w)
		}
	}
}

// saysIn says whether the text puts "in", "near" or the like before the words.
func (c *cast) saysIn(words []string) bool {
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for k := 1; k+1 < len(p.tokens); k++ {
			if p.tokens[k].low == words[0] && p.tokens[k+1].low == words[1] && p.at(k-1).is("in", "near", "from", "at", "across", "outside") {
				return true
			}
		}
	}
	return false
}

// firstWordTells says whether a word is distinctive enough to stand for a name that begins with it.
func (c *cast) firstWordTells(low string) bool {
	if len(low) < 4 || c.byKey[low] != nil || names().words[low] != 0 || vague[low] || starters()[low] {
		return false
	}
	_, after := names().bodies.match(tokenize(nil, low, 0, len(low)), 0, false)
	return after == 0
}

// vague are first words of many firms' names, which alone name none.
var vague = set("united", "first", "general", "national", "new", "standard", "royal", "pacific", "atlantic", "global", "international", "continental",
	"universal", "great", "public", "central", "southern", "northern", "western", "eastern", "american", "federal", "advanced", "applied", "consolidated",
	"digital", "allied", "associated", "independent", "mutual", "people", "social", "world", "west", "east", "north", "south", "data", "open", "premium")
