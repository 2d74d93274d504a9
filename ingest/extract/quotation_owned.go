package extract

import "averment/evidence"

// ownedNouns are nouns whose owner says what stands in the clause behind them.
var ownedNouns = set("claim", "claims", "argument", "arguments", "contention", "assertion", "statement", "testimony", "belief", "promise", "admission", "insistence", "allegation",
	"allegations", "warning", "accusation", "suggestion", "complaint", "assurance", "pledge", "boast", "theory", "view", "opinion", "conclusion", "remark", "comment")

// owned gives a quotation in the clause of a noun that belongs to somebody to its owner,
// whoever tells of it: "rejecting her claim that she had been “an optimist”".
func (s *speech) owned(un int, q quote, x *evidence.Quotation) bool {
	if un < 0 {
		return false
	}
	u := s.units[un]
	for k := q.first - 1; k > u.first && k > q.first-16 && s.mask[k] == 0; k-- {
		t := &s.p.tokens[k]
		if t.is(",", ";", ":") {
			return false
		}
		if !ownedNouns[t.low] || s.low(u, k+1) != "that" {
			continue
		}
		run, name := s.ownerBefore(u, k)
		if name == "" {
			return false
		}
		where := s.p.span(run.first, run.end)
		x.Speaker, x.SpeakerSpan, x.Cue, x.Rule = name, &where, t.low, "owner of what is said"
		return true
	}
	return false
}

// ownerBefore is whose noun the one at token k is, "" where the text does not say.
func (s *speech) ownerBefore(u unit, k int) (tokenRun, string) {
	for n := 0; n < 2 && adjectivalEnding(s.low(u, k-1)); n++ {
		k--
	}
	w := s.low(u, k-1)
	if w == "'s" || w == "'" {
		if run, ok := s.nounLeft(u, k-1); ok {
			return run, s.name(u, run)
		}
		return tokenRun{}, ""
	}
	who := ownerPronouns[w]
	if who == "" {
		return tokenRun{}, ""
	}
	run := tokenRun{k - 1, k}
	for i := k - 2; i >= u.first && pronounGender[who] != unknownGender; i-- {
		if name, end := s.personAt(i, k-1); name != "" && end > i && s.genderOf(name, unknownGender) != otherGender[who] {
			if i > u.first && s.p.tokens[i-1].capital && s.people.heads[s.p.tokens[i-1].low] {
				continue // inside a longer name
			}
			return run, name
		}
	}
	return run, s.antecedent(who)
}
