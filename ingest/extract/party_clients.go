package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// mostClients is how many names may stand for "the plaintiffs" in a lawyer's role.
const mostClients = 8

// clientNames puts the names of a side in the place of words that mean it: "counsel for the
// authors" becomes "counsel for Ana Ruiz" and "counsel for Ray Hall", who sue. Words that may
// mean others stay.
func (c *cast) clientNames() {
	if c.v.doc.Filing != nil {
		return
	}
	for _, w := range c.players {
		if !w.counsels() {
			continue
		}
		for _, role := range slices.Clone(w.roles) {
			client, ok := strings.CutPrefix(role, "counsel for ")
			if !ok || c.named(client) {
				continue
			}
			names := c.namesMeant(client, w)
			if len(names) == 0 {
				continue
			}
			w.roles = slices.DeleteFunc(w.roles, func(r string) bool { return r == role })
			for _, name := range names {
				w.role("counsel for "+name, "counsel")
			}
		}
	}
}

// named says whether a party goes by the words.
func (c *cast) named(words string) bool {
	return slices.ContainsFunc(c.players, func(w *player) bool { return !w.blocked && (w.name == words || slices.Contains(w.aliases, words)) })
}

// namesMeant are the names of those whom "the authors" or "the defendants" means, of whom the lawyer is none.
func (c *cast) namesMeant(words string, lawyer *player) []string {
	fields := strings.Fields(strings.ToLower(strings.TrimRight(words, "'’")))
	if len(fields) == 0 || !slices.Contains([]string{"the", "a", "an", "two", "three", "four", "five", "six", "several"}, fields[0]) && len(fields) > 1 {
		return nil
	}
	head := fields[len(fields)-1]
	if names := c.family(head); len(names) > 0 {
		return names
	}
	side := c.sideMeant(head)
	if side == "" {
		return nil
	}
	var persons, bodies []string
	for _, w := range c.oneSuit(side, lawyer) {
		if w.kind == evidence.Person {
			persons = append(persons, w.name)
		} else {
			bodies = append(bodies, w.name)
		}
	}
	names := slices.Concat(persons, bodies)
	switch {
	case bodyPlural(head) && !peopleNouns[head] || head == "states" || head == "cities" || head == "groups" || head == "organizations" || head == "organisations" || head == "counties":
		names = bodies
	case partyWords[head] == "" && head != "challengers" && len(persons) > 0:
		names = persons
	}
	if len(names) > mostClients {
		return nil
	}
	return names
}

// family are the names of those on a side whose surname, in the plural, the word is: "Halls".
func (c *cast) family(word string) (names []string) {
	for _, w := range c.players {
		if n := len(w.tokens); n > 1 && w.kind == evidence.Person && !w.blocked && w.sided() && (w.tokens[n-1]+"s" == word || w.tokens[n-1]+"es" == word) {
			names = append(names, w.name)
		}
	}
	return names
}

// sideMeant is the side that a noun means: the one on which those stand whom the text calls so, else
// that of who sues, where it means people; "" where it may be either.
func (c *cast) sideMeant(noun string) string {
	switch partyWords[noun] {
	case "plaintiff", "defendant":
		return partyWords[noun]
	case "":
	default:
		return ""
	}
	if noun == "defense" || noun == "defence" {
		return "defendant"
	}
	if bodyPlural(noun) && !groupNouns[noun] && !peopleNouns[noun] {
		return c.sideOfBodies()
	}
	one := strings.TrimSuffix(noun, "s")
	sues, sued := false, contains(c.suedNouns, noun)
	for _, w := range slices.Concat(c.called[noun], c.called[one]) {
		if w.kind != evidence.Person {
			continue // "the parents" are no parent companies
		}
		sues = sues || w.has("plaintiff")
		sued = sued || w.has("defendant")
	}
	switch {
	case sued && !sues:
		return "defendant"
	case sued, !(sues || groupNouns[noun] || peopleNouns[noun] || noun == "challengers" || noun == "family" || noun == "class" || noun == "pair" || noun == "states" || noun != one && isTrade(one)):
		return ""
	}
	return "plaintiff"
}

// sideOfBodies is the only side on which organisations stand, "" for none or both.
func (c *cast) sideOfBodies() string {
	found := ""
	for _, w := range c.players {
		for _, side := range []string{"plaintiff", "defendant"} {
			if w.kind == evidence.Organisation && !w.blocked && w.has(side) {
				if found != "" && found != side {
					return ""
				}
				found = side
			}
		}
	}
	return found
}

// oneSuit are those on a side, less the lawyer; where a report tells of several suits, those of the suit
// of which it speaks where it names the lawyer.
func (c *cast) oneSuit(side string, lawyer *player) []*player {
	var all []*player
	for _, w := range c.players {
		if w != lawyer && !w.blocked && w.has(side) && w.kind != evidence.Group && len(w.spans) > 0 {
			all = append(all, w)
		}
	}
	suits := c.joined(all)
	if len(suits) < 2 || len(lawyer.spans) == 0 {
		return all
	}
	at := c.sentenceOf(lawyer.spans[0])
	for back := 0; back < 4; back++ {
		for _, suit := range suits {
			for _, w := range suit {
				if slices.ContainsFunc(w.spans, func(s evidence.Span) bool { return c.sentenceOf(s) == at-back }) {
					return suit
				}
			}
		}
	}
	if len(suits) > 2 {
		return nil
	}
	return all
}

// joined parts players into those who are named together, in one sentence or in two that follow each
// other. Each sentence is looked at once, since a long text has many players.
func (c *cast) joined(all []*player) [][]*player {
	suits := make([][]*player, len(all)) // by who came to it last; nil where it went into another
	into := make([]int, len(all))        // the suit that each went into, itself where it stands
	named := map[int]int{}               // a suit of those who are named in a sentence
	for i, w := range all {
		suits[i], into[i] = []*player{w}, i
		for _, n := range c.suitsNear(w, named, into) {
			suits[i], suits[n], into[n] = append(suits[n], suits[i]...), nil, i
		}
		for _, s := range w.spans {
			named[c.sentenceOf(s)] = i
		}
	}
	return slices.DeleteFunc(suits, func(s []*player) bool { return s == nil })
}

// suitsNear are the suits of those who are named where the player is, or a sentence away, in order.
func (c *cast) suitsNear(w *player, named map[int]int, into []int) []int {
	var out []int
	for _, s := range w.spans {
		at := c.sentenceOf(s)
		for n := at - 1; n <= at+1; n++ {
			if suit, ok := named[n]; ok {
				for into[suit] != suit {
					into[suit] = into[into[suit]]
					suit = into[suit]
				}
				out = append(out, suit)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sentenceOf is the number of the sentence in which a span begins, counted over all pages.
func (c *cast) sentenceOf(s evidence.Span) int {
	p := &c.v.pages[s.Page-1]
	return p.before + p.sentenceAt(s.Start)
}
