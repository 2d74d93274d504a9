package extract

import (
	"strings"

	"averment/evidence"
)

// rulings are words by which a court decides.
var rulings = set("granted", "denied", "ordered", "affirmed", "reversed", "vacated", "remanded", "dismissed", "sustained", "overruled", "adjudged", "enjoined")

// ruled gives an opinion's decisions the stance holds.
func (s *speech) ruled(u unit, list []evidence.Statement) []evidence.Statement {
	for i := range list {
		st := &list[i]
		if st.Rule == "own voice" && s.decides(u) {
			st.Stance, st.Rule = evidence.Holds, "decision"
		}
		if st.Speaker == s.voice.speaker && (st.Stance == evidence.States || st.Stance == evidence.Denies) {
			st.Stance = evidence.Finds
		}
	}
	return list
}

// adjudges is true of a verb of denial that decides: a court denies a motion, and a claim
// that is dismissed is not denied.
func (s *speech) adjudges(f *frame) bool {
	if f.subject.first >= 0 {
		for k := f.subject.first; k < f.subject.end; k++ {
			if t := s.p.tokens[k]; adjudicators[t.low] {
				return true
			}
		}
	}
	if !strings.HasPrefix(s.p.tokens[f.verb].low, "dismiss") || len(f.content) == 0 {
		return false
	}
	if f.subject.first >= 0 {
		return false
	}
	for k := f.content[0].first; k < f.verb; k++ {
		if s.p.tokens[k].is("claim", "claims", "case", "lawsuit", "suit", "action", "complaint", "appeal", "petition", "count", "counts", "motion", "charges", "charge", "indictment") {
			return true
		}
	}
	return false
}

// adjudicators are those who decide what others put forward.
var adjudicators = set("court", "judge", "judges", "tribunal", "magistrate", "justice", "justices", "jury", "panel", "order", "ruling", "judgment", "opinion", "arbitrator")

// decides is true of "IT IS ORDERED that …", "the motion is GRANTED", "we affirm".
func (s *speech) decides(u unit) bool {
	for k := u.first; k < u.end; k++ {
		t := &s.p.tokens[k]
		if rulings[t.low] && (t.upper || beForms[s.p.at(k-1).low] && s.p.at(k-1).is("is", "are") || s.p.at(k-1).low == "hereby") {
			return true
		}
		if t.low == "we" && s.p.at(k+1).is("affirm", "reverse", "vacate", "remand", "deny", "grant", "dismiss") {
			return true
		}
	}
	return false
}
