package extract

import "averment/evidence"

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
