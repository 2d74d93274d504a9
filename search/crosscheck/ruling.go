package crosscheck

import (
	"slices"
	"strings"

	"averment/evidence"
)

// verdictVerbs are what courts do for or against somebody.
var verdictVerbs = map[string]bool{"ruled": true, "rules": true, "rule": true, "ruling": true, "decided": true, "decides": true, "sided": true, "sides": true, "found": true, "finds": true}

// ruling is for whom, or against whom, a court decided.
type ruling struct {
	party string // folded
	won   bool
	words string // as printed, "in favor of", "against"
}

// rulingIn reads "ruled in favor of Roe", "sided with Roe", "ruled against Roe".
func rulingIn(u *unit) (ruling, bool) {
	list := u.words
	for i, w := range list {
		if !verdictVerbs[w.fold] || w.fold == "ruling" && i > 0 && (list[i-1].stop || possessive(list[i-1].fold) != list[i-1].fold) {
			continue // "affirmed the ruling against Roe" tells of another decision
		}
		for k := i + 1; k < min(i+6, len(list)); k++ {
			out := ruling{words: list[k].fold}
			switch {
			case list[k].fold == "favor" || list[k].fold == "favour":
				out.won, out.words = true, "in "+list[k].fold+" of"
			case list[k].fold == "for" && k == i+1, list[k].fold == "with" && strings.HasPrefix(w.fold, "side"):
				out.won = true
			case list[k].fold != "against":
				continue
			}
			for _, p := range u.phrases(k+1, min(k+9, len(list))) {
				out.party = p.fold
				return out, true
			}
			if next := k + 1; next < len(list) && !list[next].stop && shouted(u.text) {
				out.party = list[next].fold
				return out, true
			}
		}
	}
	return ruling{}, false
}

// shouted says whether a headline is in capitals, which tell no names.
func shouted(text string) bool { return text == strings.ToUpper(text) }

// compareRuling holds a claim about who won before a court against a passage: the other
// way is a difference, a passage that does not say leaves it open.
func compareRuling(c *claim, s *source, u *unit) (*slotDifference, string) {
	a, ok := rulingIn(c.unit)
	if !ok {
		return nil, ""
	}
	b, ok := rulingIn(u)
	if !ok || !s.same(a.party, b.party) {
		if b, ok = outcomeFor(s, u, a.party); !ok {
			b, ok = s.rulingOn(a.party)
		}
		if !ok {
			return nil, "ruling " + a.words + " " + a.party
		}
	}
	if a.won == b.won {
		return nil, ""
	}
	return &slotDifference{slot: "outcome", yours: a.words, theirs: b.words, yoursNormal: wonWord(a.won), theirsNormal: wonWord(b.won), verb: true, sure: true, rule: "same matter, another outcome"}, ""
}

// rulingOn is what a document says anywhere of a ruling for or against a party, if it says
// one thing only.
func (s *source) rulingOn(party string) (out ruling, found bool) {
	for i := range s.units {
		r, ok := rulingIn(&s.units[i])
		if !ok || !s.same(party, r.party) {
			continue
		}
		if found && r.won != out.won {
			return ruling{}, false
		}
		out, found = r, true
	}
	return out, found
}

func wonWord(won bool) string {
	if won {
		return "for"
	}
	return "against"
}

// outcomeFor tells for a party what its suit came to: a dismissal is against who sues and
// for who is sued.
func outcomeFor(s *source, u *unit, party string) (ruling, bool) {
	i := slices.IndexFunc(u.words, func(w word) bool { return dismissals[w.fold] && !w.negated })
	if i < 0 || !slices.ContainsFunc(u.words[i:], func(w word) bool { return suitNouns[w.fold] }) {
		return ruling{}, false
	}
	p := s.party(party)
	if p == nil {
		return ruling{}, false
	}
	out := ruling{party: party, words: u.words[i].fold}
	switch {
	case sideOf(p, "plaintiff"):
		return out, true
	case sideOf(p, "defendant"):
		out.won = true
		return out, true
	}
	return out, false
}

var dismissals = map[string]bool{"dismissed": true, "dismisses": true, "tossed": true, "threw": true}

var suitNouns = map[string]bool{"suit": true, "lawsuit": true, "case": true, "complaint": true, "claim": true, "claims": true, "action": true}

// filedElse says whether a claim that somebody filed for something meets a passage that
// tells of no filing.
func (c *claim) filedElse(u *unit) bool {
	filed := func(w word) bool {
		return w.fold == "filed" || w.fold == "files" || w.fold == "file" || w.fold == "filing" || w.fold == "petition" || w.fold == "sought" || w.fold == "seeks"
	}
	i := slices.IndexFunc(c.unit.words, func(w word) bool { return w.fold == "filed" || w.fold == "files" })
	return i >= 0 && i+1 < len(c.unit.words) && c.unit.words[i+1].fold == "for" && !slices.ContainsFunc(u.words, filed) &&
		!slices.ContainsFunc(u.statements, func(st *evidence.Statement) bool { return st.Stance == evidence.Seeks })
}
