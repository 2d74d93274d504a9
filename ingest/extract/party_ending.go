package extract

import (
	"strings"

	"averment/evidence"
)

// endings are the only players whose names end with some words, by those words; nil where there are
// more. keep says how many words at the beginning of a name may be missing.
func (c *cast) endings(keep func(w *player) []int) map[string]*player {
	out := map[string]*player{}
	for _, w := range c.players {
		if w.merged() {
			continue
		}
		for _, d := range keep(w) {
			key := strings.Join(w.tokens[d:], " ")
			if _, taken := out[key]; taken {
				out[key] = nil
			} else {
				out[key] = w
			}
		}
	}
	return out
}

// boards joins the name of a public body to the only fuller one that ends with it: "Board of Supervisors"
// to "Harrow Township Board of Supervisors", "Homeland Security" to the "Department of Homeland Security".
func (c *cast) boards() {
	long := c.endings(func(w *player) []int {
		if w.kind != evidence.Agency {
			return nil
		}
		return []int{1, 2, 3}[:max(0, min(3, len(w.tokens)-2))]
	})
	for _, short := range c.players {
		if short.merged() || len(short.tokens) < 2 || short.kind == evidence.Person || short.kind == evidence.Judge || names().words[short.tokens[0]]&firstName != 0 {
			continue
		}
		w := long[short.key]
		if w == nil || w == short || w.merged() {
			continue
		}
		department := w.tokens[1] == "of" && len(w.tokens) == len(short.tokens)+2
		if department || short.kind == evidence.Agency && short.basis == "name of a public body" {
			c.merge(short, w)
		}
	}
}

// papers joins "the Courier" to the only name that ends so: "Tri-County Courier".
func (c *cast) papers() {
	long := c.endings(func(w *player) []int {
		if n := len(w.tokens); n > 1 && w.kind != evidence.Person && paperWords[w.tokens[n-1]] {
			return []int{n - 1}
		}
		return nil
	})
	for _, short := range c.players {
		if short.merged() || len(short.tokens) != 1 {
			continue
		}
		if w := long[short.tokens[0]]; w != nil && w != short && !w.merged() {
			w.setKind(evidence.Organisation, "name of a newspaper")
			c.merge(short, w)
		}
	}
}

// paperWords end the names of newspapers, which go by them alone.
var paperWords = set("courier", "times", "post", "herald", "tribune", "gazette", "journal", "star", "news", "chronicle", "globe", "record", "sentinel", "observer", "dispatch", "register", "ledger",
	"mirror", "telegraph", "examiner", "standard", "bulletin", "monitor", "echo", "argus", "mercury", "inquirer", "republic", "enquirer", "beacon")

// doubleSurnames joins "Ms. Cantu Reyes" and "DA Stephan" to the only longer name that ends so and that
// nothing else tells a person's.
func (c *cast) doubleSurnames() {
	long := c.endings(func(w *player) []int {
		switch n := len(w.tokens); {
		case n == 3 && (w.kind == evidence.Person || w.kind == ""):
			return []int{1, 2}
		case n == 2 && w.kind == "":
			return []int{1}
		}
		return nil
	})
	for _, short := range c.players {
		if short.merged() || len(short.tokens) > 2 || (short.kind != evidence.Person || short.basis != "title") && !(len(short.tokens) == 2 && !short.firm && names().words[short.tokens[0]]&firstName == 0) {
			continue
		}
		if w := long[short.key]; w != nil && w != short && !w.merged() {
			w.kind = evidence.Person
			c.merge(short, w)
		}
	}
}

// surnames are the persons with a given name by their surnames, in order.
func (c *cast) surnames() map[string][]*player {
	out := map[string][]*player{}
	for _, w := range c.players {
		if w.surname != "" && len(w.tokens) > 1 {
			out[w.surname] = append(out[w.surname], w)
		}
	}
	return out
}

// namesake is, of those who share the surname that stands at k, the one whom the title before it means:
// "Mrs Hathersage".
func (c *cast) namesake(p *pageView, k, end int, who *player) *player {
	t := p.at(k - 1)
	if t.low == "." {
		t = p.at(k - 2)
	}
	asked := titleGender[t.low]
	if asked == unknownGender || !personTitles[t.low] || who.surname == "" || end-k >= len(who.tokens) || givenGender()[who.tokens[0]] == asked {
		return who
	}
	if c.bySurname == nil {
		c.bySurname = c.surnames()
	}
	var maybe *player
	for _, w := range c.bySurname[who.surname] {
		switch givenGender()[w.tokens[0]] {
		case asked:
			return w
		case unknownGender:
			if maybe == nil {
				maybe = w
			}
		}
	}
	if maybe != nil {
		return maybe
	}
	return who
}

// middleInitials joins "Richard Engel" to the only "Richard G. Engel".
func (c *cast) middleInitials() {
	long, many := map[string]*player{}, map[string]bool{}
	for _, w := range c.players {
		if n := len(w.tokens); n == 3 && len(w.tokens[1]) == 1 && (w.kind == evidence.Person || w.kind == evidence.Judge || w.kind == "") {
			key := w.tokens[0] + " " + w.tokens[2]
			many[key] = long[key] != nil
			long[key] = w
		}
	}
	for key, w := range long {
		if short := c.byKey[key]; short != nil && short != w && !short.merged() && !w.merged() && !many[key] && (short.kind == evidence.Person || short.kind == "") {
			c.merge(short, w)
		}
	}
}
