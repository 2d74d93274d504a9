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
	return compareParties(c, s, u)
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
