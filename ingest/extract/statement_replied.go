package extract

import "averment/evidence"

// replies are the verbs of an answer.
var replies = set("replied", "replies", "answered", "answers", "responded", "responds", "retorted", "countered")

// replier is who answers where a pronoun does: the one to whom the sentence before put something,
// "asked Ana Ruiz whether …", "put it to Ms Ruiz that …"; "" where nobody is told of.
func (s *speech) replier(u unit, f *frame) string {
	w := s.p.tokens[f.subject.first].low
	if !replies[s.p.tokens[f.verb].low] || w != "he" && w != "she" || f.subject.end-f.subject.first != 1 {
		return ""
	}
	un := s.unitOf(u.first) - 1
	for n := un; n >= 0 && n > un-2; n-- {
		if name := s.addressee(s.units[n]); name != "" {
			if s.genderOf(name, unknownGender) == otherGender[w] {
				return ""
			}
			return name
		}
	}
	return ""
}

// askings are verbs whose object is asked something, or to whom it is put.
var askings = set("asked", "asks", "questioned", "pressed", "challenged", "reminded", "quizzed", "put", "suggested", "asking")

// addressee is the person whom a sentence tells to have been asked or told something: "asked Ana
// Ruiz", "put it to Ms Ruiz", "suggested to her"; "" for nobody.
func (s *speech) addressee(u unit) string {
	asked := -1
	for k := u.first; k+1 < u.end; k++ {
		if s.mask[k] != 0 || s.p.tokens[k].kind != word {
			continue
		}
		if askings[s.p.tokens[k].low] {
			asked = k
		}
		if asked < 0 || k > asked+3 || k != asked && s.p.tokens[k].low != "to" {
			continue
		}
		at := k + 1
		if s.p.tokens[at].mayTitle() && s.p.tokens[at].capital {
			at++
			at += b2i(s.p.at(at).low == ".")
		}
		if name, _ := s.personAt(min(at, u.end-1), u.end); name != "" {
			return name
		}
	}
	return ""
}

// same is whether two quotations stand so near that a pronoun which nobody fits means the speaker of
// the first in the second.
func (s *speech) same(f *frame, un, lastUnit int, last *evidence.Quotation) bool {
	if f == nil || f.speaker != "" || last == nil || last.Speaker == "" || f.subject.first < 0 || f.subject.end-f.subject.first != 1 || lastUnit < 0 || un < 0 {
		return false
	}
	w := s.p.tokens[f.subject.first].low
	return (w == "he" || w == "she") && s.paras[un]-s.paras[lastUnit] <= 1 && s.genderOf(last.Speaker, unknownGender) != otherGender[w]
}
