package extract

import (
	"slices"

	"averment/evidence"
)

// formulas open sentences of legal papers that say nothing of the matter: oaths, attestations.
var formulas = [...][]string{{"sworn", "to"}, {"subscribed", "and", "sworn"}, {"before", "me"}, {"in", "witness", "whereof"}, {"further", "affiant"}, {"further", "declarant"}, {"know", "all"},
	{"i", "declare", "under", "penalty"}, {"i", "certify", "under", "penalty"}, {"i", "affirm", "under", "penalty"}, {"executed", "on"}, {"executed", "this"}, {"signed", "on", "this"},
	{"comes", "now"}, {"come", "now"}, {"now", "comes"}, {"to", "the", "honorable"}, {"to", "the", "honourable"}, {"all", "rights", "reserved"}}

// formula says whether a unit of a paper is nothing but such words. "Comes now the plaintiff and
// alleges" tells only who pleads.
func (s *speech) formula(u unit) bool {
	if s.v.doc.Kind != evidence.Filing && s.v.doc.Kind != evidence.Other || u.end-u.first > 70 {
		return false
	}
	k := s.body(u)
	return slices.ContainsFunc(formulas[:], func(words []string) bool { return s.p.matches(k, words) })
}

// onlyCited says whether a statement is nothing but a citation: "Fed. R. Civ. P. 56(a)".
func (s *speech) onlyCited(st *evidence.Statement) bool {
	if st.Rule != "own voice" || len(st.Spans) != 1 || s.p.number-1 >= len(s.v.cited) {
		return false
	}
	cited := s.v.cited[s.p.number-1]
	first := s.tokenOfSpan(st.Spans[0])
	for k := first; k < len(s.p.tokens) && k < len(cited) && s.p.tokens[k].start < s.p.tokens[first].start+len(st.Text); k++ {
		if t := &s.p.tokens[k]; t.kind != punct && !cited[k] && !t.is("see", "cf", "accord", "also", "e", "g") {
			return false
		}
	}
	return true
}

// tokenOfSpan is the token at which a span begins.
func (s *speech) tokenOfSpan(span evidence.Span) int { return s.tokenAt(span.Start) }

// unsaid drops what no voice says: bare citations, and in a transcript what stands outside of every
// turn.
func (s *speech) unsaid(n int, list []evidence.Statement) []evidence.Statement {
	outside := len(s.turns) > 0 && n < len(s.turnOf) && (s.turnOf[n] < 0 || s.turns[s.turnOf[n]].who == "")
	return slices.DeleteFunc(list, func(st evidence.Statement) bool {
		return outside && st.Speaker == "" && st.Rule == "own voice" || s.onlyCited(&st)
	})
}
