package crosscheck

import (
	"slices"
	"strings"
)

// roleWords are the words by which a claim gives somebody a role in a case.
var roleWords = map[string]string{"defendant": "defendant", "defendants": "defendant", "plaintiff": "plaintiff", "plaintiffs": "plaintiff",
	"appellant": "appellant", "appellee": "appellee", "petitioner": "petitioner", "respondent": "respondent"}

// compareRoles finds that a passage does not give a party the role that the claim gives
// it, or that two parties have changed places.
func compareRoles(c *claim, s *source, u *unit) (*slotDifference, string) {
	for i, w := range c.unit.words {
		role := roleWords[w.fold]
		if role == "" {
			continue
		}
		for _, party := range subjects(c.unit.words, i) {
			if !s.hasRole(party, role) {
				return nil, "role of " + party + " as " + role
			}
		}
	}
	return comparePlaces(c.unit, u), otherTarget(c.unit, u)
}

// otherTarget finds that a passage tells a deed done to somebody else: "indicted Sorel"
// where the claim says that his company was indicted.
func otherTarget(cu, u *unit) string {
	mine, theirs := targets(cu), targets(u)
	for verb, who := range mine {
		if other := theirs[verb]; other != "" && other != who && !strings.Contains(foldText(cu.text), other) {
			return "party " + who
		}
	}
	return ""
}

// targets are those to whom something is done, by verb: the name before "was sued", or
// the name after "sued".
func targets(u *unit) map[string]string {
	out := map[string]string{}
	for i, w := range u.words {
		verb := words().action[w.fold]
		if verb == "" || i == 0 {
			continue
		}
		name, _ := nameAfter(u.words, i)
		switch u.words[i-1].fold {
		case "was", "were", "been", "is", "be":
			name, _ = nameBefore(u.words, i)
		}
		if name != "" && out[verb] == "" {
			out[verb] = name
		}
	}
	return out
}

// subjects are the names before "is", "was" or "are", where they stand before a role word.
func subjects(list []word, role int) (out []string) {
	verb := slices.IndexFunc(list[:role], func(w word) bool { return w.fold == "is" || w.fold == "was" || w.fold == "are" || w.fold == "were" })
	if verb < 0 || role-verb > 3 {
		return nil
	}
	for i := range verb {
		if !list[i].capital || list[i].stop {
			continue
		}
		full := list[i].fold
		for k := i + 1; k < verb && list[k].capital && !list[k].stop; k++ {
			full += " " + list[k].fold
		}
		return []string{full}
	}
	return nil
}

// hasRole says whether a party whose name has these words running has a role in the document.
func (s *source) hasRole(fold, role string) bool {
	return slices.ContainsFunc(s.names, func(n name) bool {
		return n.party.HasRole(role) && slices.ContainsFunc(n.forms, func(f string) bool {
			return strings.Contains(" "+f+" ", " "+fold+" ")
		})
	})
}

// deed is who does what to whom, one name on each side of a verb.
type deed struct{ verb, by, to, surface string }

// comparePlaces finds a deed of the claim that the passage tells the other way round.
func comparePlaces(cu, u *unit) *slotDifference {
	theirs := deeds(u)
	for _, a := range deeds(cu) {
		for _, b := range theirs {
			if a.verb == b.verb && a.by == b.to && a.to == b.by && a.by != a.to {
				return &slotDifference{slot: "role", yours: a.surface, theirs: b.surface, yoursNormal: a.by + " " + a.verb + " " + a.to, theirsNormal: b.by + " " + b.verb + " " + b.to,
					rule: "same deed, the parties change places", sure: true}
			}
		}
	}
	return nil
}

// deeds reads "A sued B" and "B was sued by A".
func deeds(u *unit) (out []deed) {
	x := words()
	for i, w := range u.words {
		verb := x.action[w.fold]
		if verb == "" {
			continue
		}
		before, from := nameBefore(u.words, i)
		after, to := nameAfter(u.words, i)
		if before == "" || after == "" {
			continue
		}
		d := deed{verb, before, after, oneLine(u.text[u.words[from].start:u.words[to].end])}
		if i+1 < len(u.words) && u.words[i+1].fold == "by" {
			d.by, d.to = after, before
		}
		out = append(out, d)
	}
	return out
}

// nameBefore is the first word of the name that ends next before a verb.
func nameBefore(list []word, verb int) (string, int) {
	for i := verb - 1; i >= max(0, verb-5); i-- {
		if list[i].capital && !list[i].stop {
			for i > 0 && list[i-1].capital && !list[i-1].stop {
				i--
			}
			return list[i].fold, i
		}
	}
	return "", 0
}

// nameAfter is the first word of the name that begins next after a verb.
func nameAfter(list []word, verb int) (string, int) {
	for i := verb + 1; i < min(len(list), verb+5); i++ {
		if list[i].capital && !list[i].stop {
			return list[i].fold, i
		}
	}
	return "", 0
}
