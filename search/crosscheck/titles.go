package crosscheck

import (
	"cmp"
	"strings"
)

// modifiers change what a title says of its holder.
var modifiers = map[string]bool{"acting": true, "former": true, "interim": true, "deputy": true, "vice": true, "assistant": true, "associate": true, "senior": true, "chief": true, "ex": true, "incoming": true, "outgoing": true}

// titleWords are offices that stand before a name.
var titleWords = map[string]bool{"director": true, "president": true, "judge": true, "justice": true, "magistrate": true, "secretary": true, "minister": true, "chairman": true, "chairwoman": true, "chair": true, "governor": true, "mayor": true, "senator": true, "commissioner": true, "executive": true, "officer": true, "attorney": true, "general": true, "manager": true, "treasurer": true, "counsel": true, "professor": true, "superintendent": true, "sheriff": true, "chancellor": true, "premier": true, "ambassador": true, "administrator": true, "ceo": true}

// held is a title before a name.
type held struct{ surname, modifier, title, surface string }

// compareTitles finds a person whose title has another modifier.
func compareTitles(cu, u *unit) (*slotDifference, string) {
	theirs := titlesIn(u)
	for _, a := range titlesIn(cu) {
		for _, b := range theirs {
			if a.surname == b.surname && a.title == b.title && a.modifier != b.modifier {
				return &slotDifference{slot: "title", yours: a.surface, theirs: b.surface, rule: "same person, title differs", sure: true,
					yoursNormal: strings.TrimSpace(a.modifier + " " + a.title), theirsNormal: strings.TrimSpace(b.modifier + " " + b.title)}, ""
			}
		}
	}
	return nil, ""
}

// titlesIn reads "acting director Ruiz" and "director Ana Ruiz".
func titlesIn(u *unit) (out []held) {
	for i, w := range u.words {
		if !titleWords[w.fold] || i+1 >= len(u.words) {
			continue
		}
		j := i + 1
		for j < len(u.words) && u.words[j].capital && !titleWords[u.words[j].fold] && j-i <= 4 && strings.TrimSpace(u.text[u.words[j-1].end:u.words[j].start]) == "" {
			j++
		}
		if j == i+1 {
			continue
		}
		h := held{surname: u.words[j-1].fold, title: w.fold}
		from := i
		for k := i - 1; k >= max(0, i-3); k-- {
			if modifiers[u.words[k].fold] {
				h.modifier, from = u.words[k].fold, k
				if h.modifier == "ex" {
					h.modifier = "former"
				}
				break
			}
		}
		h.surface = u.text[u.words[from].start:u.words[j-1].end]
		out = append(out, h)
	}
	return out
}

// compareOutcome finds that the passage tells the other of two outcomes that exclude
// each other, of the same matter.
func compareOutcome(c *claim, u *unit) *slotDifference {
	x := words()
	for i, a := range c.unit.words {
		for _, sa := range x.outcome[a.outcome()] {
			for k, w := range u.words {
				if !c.about(u) && !tied(c.unit, u, i, k) && !c.bare(u) {
					continue
				}
				for _, sb := range x.outcome[w.outcome()] {
					if sa.pair == sb.pair && sa.half != sb.half && !bothSides(u, sa) && !bothSides(c.unit, sa) && a.negated == w.negated {
						return &slotDifference{slot: "outcome", yours: a.fold, theirs: w.fold, yoursNormal: a.outcome(), theirsNormal: w.outcome(), verb: true, rule: "same matter, another outcome"}
					}
				}
			}
		}
	}
	return nil
}

// bare says whether a claim tells an outcome of somebody whom the unit names, and little
// else: "Roe was acquitted by a jury".
func (c *claim) bare(u *unit) bool {
	named, content := false, 0
	for _, t := range c.terms {
		if t.name || t.initial {
			if !u.has[t.class] {
				return false
			}
			named = true
		} else if t.weight == contentWeight {
			content++
		}
	}
	return named && content <= 2
}

// outcome is the word by which an outcome is looked up.
func (w word) outcome() string { return cmp.Or(w.phrase, w.fold) }

// tied says whether words i and k of two units have a word of content beside them in
// common: "shares rose" and "shares of Acme fell".
func tied(a, b *unit, i, k int) bool {
	for m := max(0, i-5); m < min(len(a.words), i+5); m++ {
		w := a.words[m]
		if m == i || w.stop || w.number || w.class == "" || words().generic[w.class] || w.capital && m > 0 {
			continue
		}
		for n := max(0, k-7); n < min(len(b.words), k+7); n++ {
			if b.words[n].class == w.class {
				return true
			}
		}
	}
	return false
}

// about says whether the unit has at least two words of the claim that are no names.
func (c *claim) about(u *unit) bool {
	n := 0
	for _, t := range c.terms {
		if u.has[t.class] && !t.name {
			n++
		}
	}
	return n >= 2
}

// bothSides says whether a unit has words of both sides of a pair.
func bothSides(u *unit, s side) bool {
	halves := [2]bool{}
	for _, w := range u.words {
		for _, o := range words().outcome[w.outcome()] {
			if o.pair == s.pair {
				halves[o.half] = true
			}
		}
	}
	return halves[0] && halves[1]
}
