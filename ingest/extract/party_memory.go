package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// surnameOf is the family name of a person: the last word with the particles before it,
// or everything behind the given name and initials.
func surnameOf(tokens []string) []string {
	last := len(tokens) - 1
	if last > 0 && (tokens[last] == "jr" || tokens[last] == "sr" || tokens[last] == "ii" || tokens[last] == "iii" || tokens[last] == "iv") {
		last--
	}
	start := last
	for start > 2 && tokens[start-1] == "-" { // "Okafor-Bright"
		start -= 2
	}
	for start > 1 && nameJoint[tokens[start-1]] {
		start--
	}
	return tokens[start : last+1]
}

// remember enters every name with its short forms: a person's surname, a company's name
// without its legal form, its first word where the text uses it alone, and acronyms that
// the text gives in parentheses.
func (c *cast) remember() {
	for _, w := range c.players {
		c.memory.addWords(w.tokens, w)
		if w.kind != evidence.Court && (strings.Contains(w.name, ", ") && strings.Contains(w.name, " and ") || strings.Contains(w.name, " (") || strings.ContainsAny(w.name, "\"“‘") || strings.Contains(w.name, " '")) {
			c.memory.add(w.name, w) // "Department of Forests, Waters and Parks"
		}
		if w.kind == evidence.Person || w.kind == evidence.Judge {
			c.rememberPerson(w)
		}
	}
	c.juniors()
	c.families()
	c.papers()
	c.doubleSurnames()
	c.middleInitials()
	c.docketed()
	c.caseNames()
	c.boards()
	c.prefixes()
	c.withoutHead()
	c.firstNames()
	c.firstWords()
	c.acronyms()
	c.knownAcronyms()
	c.dropMerged()
}

// generational are the words behind the names of those who bear the name of a parent.
var generational = set("jr", "sr", "ii", "iii", "iv")

// juniors finds "Ray Hall, Jr." where a comma stands in the name too, and takes "Ray Hall" for
// the same person unless the caption knows both.
func (c *cast) juniors() {
	for _, w := range c.players {
		last := len(w.tokens) - 1
		if last < 2 || !generational[w.tokens[last]] || w.kind != evidence.Person && w.kind != evidence.Judge {
			continue
		}
		c.memory.addWords(append(slices.Clone(w.tokens[:last]), ",", w.tokens[last]), w)
		short := c.byKey[w.head(last)]
		if short != nil && short != w && !short.merged() && len(short.roles) == 0 {
			c.merge(short, w)
		}
	}
}

// families blocks the plural of a person's surname, "the Hatchers", which is no other party.
func (c *cast) families() {
	surnames := map[string]bool{}
	for _, w := range c.players {
		if (w.kind == evidence.Person || w.kind == "") && len(w.tokens) > 1 {
			surnames[w.tokens[len(w.tokens)-1]] = true
		}
	}
	for _, w := range c.players {
		if len(w.tokens) == 1 && !w.firm && (surnames[strings.TrimSuffix(w.tokens[0], "s")] || surnames[strings.TrimSuffix(w.tokens[0], "es")]) && !surnames[w.tokens[0]] {
			w.blocked = true
		}
	}
}

// prefixes joins a name to the only organisation whose fuller name begins with it:
// "Harbor" and "Harbor Pipe" to "Harbor Pipe Fittings Inc".
func (c *cast) prefixes() {
	for _, long := range c.players {
		if long.merged() || long.apart || long.kind != evidence.Organisation || !long.firm && len(long.tokens) < 2 {
			continue
		}
		for n := len(long.tokens) - 1; n > 0; n-- {
			short := c.byKey[long.head(n)]
			if short == nil || short == long || !slices.Equal(short.tokens, long.tokens[:n]) || short.blocked || short.kind == evidence.Person || short.basis == "table of organisations" && long.basis != "corporate suffix" || c.begins(short) > 1 && c.leader(short) != long {
				continue
			}
			long.firm = true // used alone, the short form proves the long one
			c.merge(short, long)
		}
	}
}

// begins counts the firm organisations whose fuller names begin with the name.
func (c *cast) begins(short *player) int {
	n := 0
	for _, w := range c.players {
		if w != short && w.firm && !w.merged() && w.kind == evidence.Organisation && len(w.tokens) > len(short.tokens) && slices.Equal(w.tokens[:len(short.tokens)], short.tokens) {
			n++
		}
	}
	return n
}

// caseNames joins the surname in the name of a case, "Marlin v. Harbor Inc", to the only full
// name that ends with it.
func (c *cast) caseNames() {
	for _, short := range c.players {
		if short.basis != "case name" || len(short.tokens) != 1 || short.merged() {
			continue
		}
		var long *player
		n := 0
		for _, w := range c.players {
			if len(w.tokens) > 1 && len(w.tokens) < 5 && w.tokens[len(w.tokens)-1] == short.tokens[0] && (w.kind == "" || w.kind == evidence.Person) {
				long, n = w, n+1
			}
		}
		if n == 0 {
			if w := c.agencyBearing(short.tokens[0]); w != nil { // "Harbor v Commission"
				c.merge(short, w)
			}
			continue
		}
		if n == 1 {
			long.kind = evidence.Person
			c.merge(short, long)
		}
	}
}

// agencyBearing is the only public body of several words that has the word in its name.
func (c *cast) agencyBearing(low string) *player {
	var found *player
	for _, w := range c.players {
		if w.kind == evidence.Agency && len(w.tokens) > 1 && slices.Contains(w.tokens, low) {
			if found != nil {
				return nil
			}
			found = w
		}
	}
	return found
}

// docketed drops the number of the case from a name of a case: "C-118/22 P Harbor".
func (c *cast) docketed() {
	for _, w := range c.players {
		if w.basis != "case name" || len(w.tokens) < 2 || w.merged() || !strings.ContainsAny(w.name, "0123456789") && len(w.tokens[0]) > 1 {
			continue
		}
		for n := 1; n < len(w.tokens); n++ {
			if rest := c.byKey[strings.Join(w.tokens[n:], " ")]; rest != nil && rest != w && !rest.merged() {
				c.merge(w, rest)
				rest.aliases = slices.DeleteFunc(rest.aliases, func(a string) bool { return a == w.name })
				break
			}
		}
	}
}

// leader is the organisation that a short name means where several begin with it: the only
// one that is a side of the caption, else the one that the text names first, unless it names
// them in one breath.
func (c *cast) leader(short *player) *player {
	var first, side *player
	sides := 0
	for _, w := range c.players {
		if w == short || !w.firm || w.merged() || w.kind != evidence.Organisation || len(w.tokens) <= len(short.tokens) || !slices.Equal(w.tokens[:len(short.tokens)], short.tokens) {
			continue
		}
		if w.basis == "caption" && len(w.roles) > 0 {
			side, sides = w, sides+1
		}
		if w.place > 0 && (first == nil || w.place < first.place) {
			first = w
		}
	}
	if sides == 1 {
		return side
	}
	if sides == 0 {
		return first
	}
	return nil
}

// merged says whether the player was merged into another.
func (w *player) merged() bool { return w.tokens == nil }

func (c *cast) rememberPerson(w *player) {
	if len(w.tokens) < 2 {
		return
	}
	surname := surnameOf(w.tokens)
	w.surname = strings.Join(surname, " ")
	if who := c.byKey[w.surname]; who != nil && len(who.tokens) == len(surname) && who != w && (who.kind != evidence.Organisation || who.basis == "table of organisations" || who.basis == "table of outlets") {
		c.merge(who, w)
	} else if who == nil && names().words[surname[len(surname)-1]]&(plainWord|thingWord|lawWord) == 0 {
		c.memory.add(w.surname, w)
	}
}

// merge makes short another name of long.
func (c *cast) merge(short, long *player) {
	key := strings.Join(short.tokens, " ")
	long.alias(short.name)
	for _, a := range short.aliases {
		long.alias(a)
	}
	for _, role := range short.roles {
		long.role(role, short.basis)
	}
	long.firm = long.firm || short.firm
	if short.kind == evidence.Judge {
		long.kind = evidence.Judge
	}
	long.count += short.count
	c.byKey[key] = long
	c.memory.replace(key, long)
	short.tokens = nil
}

func (c *cast) dropMerged() {
	kept := c.players[:0]
	for _, w := range c.players {
		if !w.merged() {
			kept = append(kept, w)
		}
	}
	c.players = kept
}
