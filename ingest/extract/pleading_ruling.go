package extract

import (
	"strings"

	"averment/evidence"
)

// rulings are words by which a court decides.
var rulings = set("granted", "denied", "ordered", "affirmed", "reversed", "vacated", "remanded", "dismissed", "sustained", "overruled", "adjudged", "enjoined")

// ruled gives an opinion's decisions the stance holds.
func (s *speech) ruled(u unit, list []evidence.Statement) []evidence.Statement {
	if list = s.whole(u, list); len(list) == 0 && s.decides(u) {
		list = append(list, s.own(u, tokenRun{s.body(u), s.bodyEnd(u)}))
	}
	for i := range list {
		st := &list[i]
		if st.Rule == "own voice" && (s.decides(u) || s.instructs(u)) {
			st.Stance, st.Rule = evidence.Holds, "decision"
		}
		if decision, own := s.rules(st); decision {
			st.Stance, st.Rule = evidence.Holds, "decision"
			if own {
				st.Speaker = s.voice.speaker
			}
			continue
		}
		if st.Speaker == "" && st.Stance == evidence.States && s.decides(u) { // "it is ORDERED that the motion is DENIED"
			st.Speaker, st.Stance, st.Rule = s.voice.speaker, evidence.Holds, "decision"
			continue
		}
		if strings.EqualFold(st.Speaker, s.voice.speaker) && (st.Stance == evidence.States || st.Stance == evidence.Denies) {
			st.Stance = evidence.Finds
		}
	}
	return list
}

// rules says whether the cue of a statement is a decision of the court itself: "we deny the
// motion", or in capitals wherever its subject was found; own says that only the capitals
// tell.
func (s *speech) rules(st *evidence.Statement) (decision, own bool) {
	if st.CueSpan == nil || !decreeVerbs[lastWord(st.Cue)] {
		return false, false
	}
	k := s.tokenAt(st.CueSpan.End - 1)
	own = s.p.at(k).upper
	return own || st.Speaker == s.voice.speaker, own
}

// decreeVerbs are verbs by which a court decides, as it uses them of itself.
var decreeVerbs = set("grants", "grant", "denies", "deny", "dismisses", "affirms", "affirm", "reverses", "reverse", "vacates", "remands", "overrules", "sustains", "orders", "enjoins")

// adjudges is true of a verb of denial that decides: a court denies a motion, and a claim
// that is dismissed is not denied.
func (s *speech) adjudges(f *frame) bool {
	if f.subject.first >= 0 {
		for k := f.subject.first; k < f.subject.end; k++ {
			if t := &s.p.tokens[k]; adjudicators[t.low] {
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

// instructs is true of what a court tells somebody in the case to do: "Plaintiff shall file an
// amended complaint", "The Clerk is directed to close the case".
func (s *speech) instructs(u unit) bool {
	k := s.body(u)
	if s.p.at(k).is("the", "all") {
		k++
	}
	if !s.p.at(k).is("plaintiff", "plaintiffs", "defendant", "defendants", "petitioner", "respondent", "parties", "clerk", "counsel", "appellant", "appellee", "movant", "government") {
		return false
	}
	for n := k + 1; n < k+5 && n < u.end; n++ {
		if s.p.at(n).low == "shall" || s.p.at(n).is("directed", "instructed") && s.p.at(n-1).in(inBeForms) {
			return true
		}
	}
	return false
}

// decides is true of "IT IS ORDERED that …", "the motion is GRANTED", "we affirm".
func (s *speech) decides(u unit) bool {
	for k := u.first; k < u.end; k++ {
		t := &s.p.tokens[k]
		if rulings[t.low] && (t.upper || s.p.at(k-1).in(inBeForms) && s.p.at(k-1).is("is", "are") || s.p.at(k-1).low == "hereby") {
			return true
		}
		if decreeVerbs[t.low] && t.upper || t.low == "court" && decreeVerbs[s.p.at(k+1).low] && k+1 < u.end {
			return true
		}
		if t.low == "we" && s.p.at(k+1).is("affirm", "reverse", "vacate", "remand", "deny", "grant", "dismiss") {
			return true
		}
	}
	return false
}
