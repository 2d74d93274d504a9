package extract

import (
	"cmp"
	"slices"
	"strings"

	"averment/evidence"
)

// classify makes players of the names that were harvested and tells what each is.
func (c *cast) classify() {
	slices.SortStableFunc(c.runs, func(a, b run) int { // names inside sentences first
		return cmp.Compare(btoi(a.opening), btoi(b.opening))
	})
	for _, r := range c.runs {
		p := &c.v.pages[r.page]
		if r.isCourt || courtWords(p, r) {
			if before := p.at(r.first - 1); before.kind == mixed && before.low[0] <= '9' && !p.at(r.first).para { // "15th Judicial District Court"
				r.first--
				r.opening = false
			}
			c.court(p, r)
			continue
		}
		if kind, after := bodyAt(p.tokens[:r.end], r.first); after == r.end {
			r.kind = kind
		}
		last := p.at(r.end - 1)
		if last.low == "." {
			last = p.at(r.end - 2)
		}
		if r.kind == knownPlace && litigantPlace(p, &r) {
			c.suingPlace(r.text(p))
			continue
		}
		if r.kind == knownPlace || thingName(p, r, last) || c.product(p, r) {
			c.blockAcronym(p, r)
			continue
		}
		if documentName(r.text(p)) || c.ordinary(p, r) || attributive(p, r) || homeTown(p, r) || c.datelined(p, r) {
			continue
		}
		if c.commonNoun(p, r) {
			continue
		}
		name := r.text(p)
		who := c.unitApart(p, r, name)
		if who == nil {
			who = c.player(name)
		}
		who.count++
		if r.sharedSurname(p) > 0 {
			who.setKind(evidence.Person, "given name")
			who.firm = true
			c.memory.add(p.at(r.first).low, who)
		}
		if at := r.page<<32 | r.first + 1; who.place == 0 || at < who.place {
			who.place = at
		}
		who.the = who.the || p.at(r.first-1).low == "the" || p.at(r.first).low == "the"
		who.mid = who.mid || !r.opening
		if len(name) > len(who.name) && !strings.HasSuffix(who.name, ".") {
			who.alias(who.name)
			who.name = name
		} else {
			who.alias(name)
		}
		if next := p.at(r.end); !next.capital && (next.in(inAgentVerbs) || next.in(inSpeechVerbs)) || next.low == "," && p.at(r.end+1).low == "which" || next.kind == clitic && (possessed(p.at(r.end+1)) || possessed(p.at(r.end+2))) {
			who.acts++
		}
		c.typeOf(who, p, r, last)
		if from := withNation(p, r.first); from < r.first && (who.kind == evidence.Agency || who.kind == evidence.Organisation) {
			who.alias(singleSpaced(p.str(from, r.end)))
		}
	}
	c.actors()
	c.services()
}

// possessed says whether a word is what only somebody has.
func possessed(t *token) bool {
	return !t.capital && (litigantPossession[t.low] || humanPossession[t.low] && !t.is("policy", "terms", "privacy", "conduct", "actions"))
}

// surnamed says whether a name of two or three words can only be a person's: its last word
// is used alone, and its first is not.
func (c *cast) surnamed(w *player, alone map[string]bool) bool {
	last := w.tokens[len(w.tokens)-1]
	double := len(w.tokens) > 3 && w.tokens[len(w.tokens)-2] == "-" // "Okafor-Bright"
	return !w.the && (double || len(w.tokens) < 4 && alone[last]) && c.usesSurname(w) && !alone[w.tokens[0]] && names().words[last] == 0 && names().words[w.tokens[0]]&^firstName == 0 && !w.camel()
}

// actors makes an organisation of a name of several words that acts and whose first word is
// used alone: "Oceanara Cruises has agreed", "Oceanara said"; and a person of one whose last
// word is.
func (c *cast) actors() {
	alone := c.aloneWords()
	for _, w := range c.players {
		if len(w.tokens) < 2 || w.kind != "" || len(w.tokens) > 5 {
			continue
		}
		if c.surnamed(w, alone) {
			w.setKind(evidence.Person, "surname used alone")
			continue
		}
		short := c.byKey[w.tokens[0]]
		if (w.acts > 0 || short != nil && short.acts > 0) && alone[w.tokens[0]] && !c.usesSurname(w) && !alone[w.tokens[len(w.tokens)-1]] && names().words[w.tokens[0]]&^orgWord == 0 {
			w.setKind(evidence.Organisation, "acts under its short name")
			w.firm = true
		}
	}
}

// services blocks the names of a firm's services, "Harbor Plus" beside "Harbor Inc".
func (c *cast) services() {
	for _, w := range c.players {
		n := len(w.tokens)
		if n < 2 || n > 4 || !tierWords[w.tokens[n-1]] {
			continue
		}
		for _, firm := range c.players {
			if firm != w && firm.firm && firm.kind == evidence.Organisation && len(firm.tokens) > 0 && firm.tokens[0] == w.tokens[0] && !tierWords[firm.tokens[len(firm.tokens)-1]] {
				w.blocked = true
			}
		}
	}
}

// tierWords end the names of services that a firm sells.
var tierWords = set("plus", "premium", "pro", "prime", "basic", "lite", "unlimited")

// court makes a player of a court, under its full name where the table knows it.
func (c *cast) court(p *pageView, r run) {
	as := strings.TrimPrefix(r.text(p), "the ")
	if r.courtName == "" && r.end-r.first < 6 && names().has(p.at(r.end), judgeWord) && p.at(r.end).capital {
		return // "District Court Judge Ana Ruiz"
	}
	name := as
	if r.courtName != "" {
		name = r.courtName
	}
	who := c.player(name)
	who.alias(as)
	who.kind, who.firm, who.count = evidence.Court, true, who.count+1
	who.role("court", "table of courts")
	c.memory.add(strings.Join(nameTokens(as), " "), who)
}

// litigantActs are verbs whose subject at the head of a sentence is a name, unless it is a
// common noun in the plural.
var litigantActs = set("agreed", "sued", "sues", "settled", "settles", "filed", "faces", "denied", "denies", "appealed", "countersued", "acquired", "rejected", "paid", "offered")

// unitApart is the player of a unit whose name is that of its parent but for the legal form: "its
// Canadian unit, Dunmore Motors Ltd" of Dunmore Motors Corp; nil where the name is no such.
func (c *cast) unitApart(p *pageView, r run, name string) *player {
	if !names().has(p.at(r.end-1), suffixWord) && p.at(r.end-1).low != "." {
		return nil
	}
	key := lower(strings.TrimSuffix(name, "."))
	if who := c.byKey[key]; who != nil && who.apart {
		return who
	}
	b := r.first - 1
	if p.at(b).low == "," {
		b--
	}
	if !p.at(b).is("unit", "subsidiary", "arm", "affiliate", "division") || !c.namedBefore(r, name) {
		return nil
	}
	who := &player{name: name, tokens: strings.Fields(key), key: key, apart: true}
	c.byKey[key] = who
	c.players = append(c.players, who)
	return who
}

// namedBefore says whether the name stands before the run with another legal form or none.
func (c *cast) namedBefore(r run, name string) bool {
	key := strings.Join(nameTokens(name), " ")
	for _, other := range c.runs {
		if other.page != r.page || other.first >= r.first {
			continue
		}
		if text := other.text(&c.v.pages[other.page]); !strings.EqualFold(strings.TrimSuffix(text, "."), strings.TrimSuffix(name, ".")) && strings.Join(nameTokens(text), " ") == key {
			return true
		}
	}
	return false
}
