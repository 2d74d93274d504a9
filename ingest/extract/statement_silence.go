package extract

import (
	"strings"

	"averment/evidence"
)

// noComment reads "had no (immediate) comment".
func (s *speech) noComment(u unit, f frame) (frame, bool) {
	k := f.verb
	j := k + 1
	for n := 0; n < 2 && (s.low(u, j) == "immediate" || s.low(u, j) == "further" || s.low(u, j) == "official" || s.low(u, j) == "public"); n++ {
		j++
	}
	switch s.low(u, j) {
	case "comment", "comments", "reaction":
	default:
		return f, false
	}
	switch s.low(u, k-1) {
	case "had", "has", "have", "offered", "made", "gave", "provided", "with":
	default:
		return f, false
	}
	f.cue = tokenRun{k, j + 1}
	return s.stillness(u, f, k-1, evidence.NoComment)
}

// silence reads "did not respond", "has not yet issued a response", "could not be reached".
func (s *speech) silence(u unit, f frame) (frame, bool) {
	k := f.verb
	w := s.low(u, k)
	j := k + 1
	if w == "unavailable" || w == "remained" {
		if w == "remained" && s.low(u, j) != "silent" || w == "unavailable" && s.low(u, j) != "for" {
			return f, false
		}
		f.cue.end = j + 1
		return s.stillness(u, f, k, evidence.Silent)
	}
	for adverbInVerb(s.low(u, j)) || s.low(u, j) == "be" || s.low(u, j) == "been" {
		j++
	}
	switch s.low(u, j) {
	case "comment", "discuss", "elaborate":
		f.cue.end = j + 1
		if w == "wouldn't" || s.low(u, k-1) == "would" {
			return s.stillness(u, f, k, evidence.Declined)
		}
		return s.stillness(u, f, k, evidence.Silent)
	case "respond", "responded", "reply", "replied", "commented", "reached":
		f.cue.end = j + 1
	case "return", "returned", "answer", "answered":
		if !s.objectNear(u, j+1, "call", "calls", "email", "emails", "message", "messages", "request", "requests", "questions", "inquiries", "enquiries") {
			return f, false
		}
		f.cue.end = j + 1
	case "issued", "issue", "provided", "provide", "given", "give", "made", "make", "offered":
		if !s.objectNear(u, j+1, "response", "comment", "statement", "reply") {
			return f, false
		}
		f.cue.end = j + 1
	case "available":
		if s.low(u, j+1) != "for" && s.low(u, j+1) != "to" {
			return f, false
		}
		f.cue.end = j + 1
	default:
		return f, false
	}
	return s.stillness(u, f, k, evidence.Silent)
}

func (s *speech) objectNear(u unit, k int, words ...string) bool {
	for i := k; i < k+5; i++ {
		for _, w := range words {
			if s.low(u, i) == w {
				return true
			}
		}
	}
	return false
}

// declining reads "declined to (provide further) comment", but not "declined to buy".
func (s *speech) declining(u unit, f frame) (frame, bool) {
	k := f.verb
	j := k + 1
	if s.low(u, j) == "to" {
		j++
	}
	for i := j; i < j+4; i++ {
		switch s.low(u, i) {
		case "comment", "elaborate", "discuss", "answer", "respond", "say", "confirm", "disclose", "speak", "interview", "interviews", "interviewed":
			f.cue.end = i + 1
			return s.stillness(u, f, k, evidence.Declined)
		}
	}
	return f, false
}

// unknowing reads "lacks knowledge or information sufficient to form a belief" and "is
// without knowledge", which have the effect of a denial (Fed. R. Civ. P. 8(b)(5)).
func (s *speech) unknowing(u unit, f frame) (frame, bool) {
	k := f.verb
	j := k + 1
	if s.low(u, j) == "sufficient" || s.low(u, j) == "the" || s.low(u, j) == "adequate" {
		j++
	}
	if s.low(u, j) != "knowledge" && s.low(u, j) != "information" || s.low(u, k) == "without" && !beForms[s.low(u, k-1)] {
		return f, false
	}
	if s.low(u, j+1) != "or" && s.low(u, j+1) != "sufficient" && s.low(u, j+1) != "as" && s.low(u, j+1) != "and" && s.low(u, j+1) != "of" && s.low(u, j+1) != "to" {
		return f, false
	}
	f.cue.end = j + 1
	return s.stillness(u, f, k, evidence.LacksKnowledge)
}

// neitherNor reads "would neither confirm nor deny", which answers nothing.
func (s *speech) neitherNor(u unit, f frame) (frame, bool) {
	k := f.verb
	if !s.follows(u, k+1, "confirm", "nor", "deny") && !s.follows(u, k+1, "confirmed", "nor", "denied") {
		return f, false
	}
	f.cue.end = k + 4
	return s.stillness(u, f, k, evidence.Declined)
}

// stillness finishes a frame whose whole clause is its statement.
func (s *speech) stillness(u unit, f frame, verb int, stance evidence.Stance) (frame, bool) {
	start, _ := s.verbGroup(u, verb)
	f.negated = false
	f.lex = cue{stance, cueObject}
	f.rule, f.whole = strings.ReplaceAll(string(stance), "-", " "), true
	if run, ok := s.nounLeft(u, start); ok {
		f.subject = run
		start = run.first
	} else if s.low(u, start-1) == "and" || s.low(u, start-1) == "but" {
		f.rule = "coordinated"
	} else if s.low(u, start-1) == "," {
		s.apposition(u, start-1, &f)
		if f.subject.first >= 0 {
			start = f.subject.first
		}
	}
	f.content = []tokenRun{{start, s.clauseEnd(u, f.cue.end)}}
	return f, true
}

// clauseEnd is the end of the clause that goes on at token k.
func (s *speech) clauseEnd(u unit, k int) int {
	for i := k; i < u.end; i++ {
		switch s.low(u, i) {
		case ";", "while":
			return i
		case ",":
			if n := s.low(u, i+1); n == "but" || n == "while" || n == "and" || n == "although" || n == "labeling" || n == "saying" {
				return i
			}
		}
	}
	return s.bodyEnd(u)
}
