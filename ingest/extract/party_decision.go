package extract

import "averment/evidence"

// challenges reads "Harbor challenged the decision before the General Court".
func (r *reader) challenges(k int) {
	if r.passive(k) {
		if r.courtInSentence() {
			r.agentOf(k, "plaintiff")
		}
		return
	}
	if who := r.phraseAt(k + 1); (r.courtAhead(k, 14) || r.decisionSoon(k)) && len(who.who) == 0 {
		r.stand(r.suers(k), "plaintiff", "challenges in court")
		r.decides(r.ownedDecision(k))
	}
}

// decides makes who took the decision that is challenged a defendant, unless it has a side.
func (r *reader) decides(w *player) {
	if w != nil && !w.sided() && !w.counsels() {
		r.give(w, "defendant", "its decision is challenged")
	}
}

// quashes reads "the tribunal quashed the regulator's decision": whose decision it is was sued.
func (r *reader) quashes(k int) {
	if r.passive(k) || !r.courtInSentence() {
		return
	}
	for f := k + 1; f < k+6 && f < r.s.end; f++ {
		if !decisions[r.p.at(f).low] {
			continue
		}
		if r.p.at(f-1).low == "its" {
			r.decides(r.referent(f-1, true, nil))
		} else if w := r.possessor(f); w != nil && w.kind == evidence.Agency {
			r.decides(w)
		}
		return
	}
}

// decisionSoon says whether a decision is the object of the verb at k.
func (r *reader) decisionSoon(k int) bool {
	for f := k + 1; f < k+8 && f < r.s.end; f++ {
		if decisions[r.p.at(f).low] {
			return true
		}
	}
	return false
}

// decisions are what a public body makes that a suit may overturn.
var decisions = set("decision", "ruling", "order", "approval", "refusal", "rule", "rules", "demand", "policy", "ban", "permit", "fine", "penalty", "notice", "determination")

// ownedDecision is the body whose decision is named behind k: "the ministry's refusal", "a demand
// raised by the department"; nil where a court's is.
func (r *reader) ownedDecision(k int) *player {
	for f := k + 1; f < k+10 && f < r.s.end; f++ {
		if !decisions[r.p.at(f).low] {
			continue
		}
		who := r.possessor(f)
		for n := f + 1; who == nil && n < f+12 && n < r.s.end; n++ {
			if r.p.at(n).is("by", "of") && r.p.at(n-1).is("raised", "issued", "made", "taken", "imposed", "decision", "ruling", "given", "adopted", "granted") {
				if by := r.phraseAt(n + 1).who; len(by) > 0 {
					who = by[0]
				}
			}
		}
		if who != nil && who.kind != evidence.Court && who.kind != evidence.Judge {
			return who
		}
		return nil
	}
	return nil
}
