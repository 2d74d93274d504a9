package extract

import "averment/evidence"

// giveAll assigns a role to all of a phrase.
func (r *reader) giveAll(who []*player, role, basis string) bool {
	for _, w := range who {
		r.give(w, role, basis)
	}
	return len(who) > 0
}

// lawsuitNoun is the noun of a suit within n words behind k: its position, 0 for none.
func (r *reader) lawsuitNoun(k, n int) int {
	for f := k + 1; f < r.s.end && f <= k+n; f++ {
		t := r.p.at(f)
		switch {
		case t.is(";", "against", "with", "by", "that", "said") || t.low == "," && f < k+2:
			return 0
		case t.low == "charges" || t.low == "charge":
			return f
		case t.in(inMotions):
			return 0
		case t.low == "challenge" && r.p.at(f-1).is("court", "legal", "constitutional", "judicial"):
			return f
		case legalActions[t.low] && !(t.is("class", "case") && legalActions[r.p.at(f+1).low]):
			if next := r.p.at(f + 1); legalActions[next.low] || next.is("report") {
				continue
			}
			return f
		}
	}
	return 0
}

// motions are papers that both sides file.
var motions = set("motion", "motions", "appeal", "appeals", "answer", "response", "brief", "briefs", "notice", "bankruptcy", "report", "reply", "application", "registration",
	"papers", "documents", "defense", "defence")

// counter says whether the noun of a suit at n is one that the defendant brings, which makes
// who is sued by it no defendant.
func (r *reader) counter(n int) bool {
	return r.p.at(n).is("counterclaim", "counterclaims", "countersuit", "countersuits", "cross-complaint", "cross-claim")
}

// against reads who stands behind "against" at k: "a suit against Harbor and Pipeco", "a
// countersuit against Harbor", "filed against it by Harbor".
func (r *reader) against(k int) {
	noun := 0
	for b := k - 1; b >= r.s.first && b > k-16 && noun == 0; b-- {
		if t := r.p.at(b); legalActions[t.low] && !t.is("filing", "allegations") {
			noun = b
		}
	}
	if !r.suitBefore(k) || r.p.at(k-1).is("ruled", "ruling", "decision", "decided", "rule", "rules", "defend", "guard", "fought", "voted") && r.p.at(k-2).low != "and" {
		return
	}
	doer := r.possessor(noun)
	if doer == nil && r.p.at(noun).is("case", "claim", "claims") {
		doer = r.hasCase(noun)
	}
	var skip []*player
	if doer != nil {
		skip = append(skip, doer)
	}
	object := r.phraseAt(k+1, skip...)
	if noun > 0 && r.counter(noun) {
		r.giveAll(object.who, "plaintiff", "counterclaim against")
		if len(object.who) > 0 {
			r.give(doer, "defendant", "brings a counterclaim")
		}
		return
	}
	r.giveAll(object.who, "defendant", "suit against")
	if len(object.who) > 0 {
		r.suedByNumber(k + 1)
	}
	if len(object.who) > 0 && doer != nil && r.p.at(noun).is("suit", "lawsuit", "complaint", "action", "case", "claim", "claims", "litigation", "fight", "petition") {
		r.give(doer, "plaintiff", "possessor of the suit")
	}
}

// hasCase is who "had an arguable case" with the noun at k, nil for none.
func (r *reader) hasCase(k int) *player {
	for b := k - 1; b > k-5 && b > r.s.first; b-- {
		t := r.p.at(b)
		if t.is("had", "has", "have") {
			if doers := r.suers(b); len(doers) == 1 && doers[0].kind != evidence.Judge && doers[0].kind != evidence.Agency {
				return doers[0]
			}
			return nil
		}
		if t.kind != word || joinWord[t.low] {
			return nil
		}
	}
	return nil
}

// possessor is whose suit the noun at k names: "Kestrel's trade secret action", "its suit"
// where it is the subject of the sentence.
func (r *reader) possessor(k int) *player {
	for b := k - 1; b >= r.s.first && b > k-5; b-- {
		t := r.p.at(b)
		switch {
		case t.kind == clitic:
			if who := r.lastBefore(b); who != nil {
				return who
			}
			return r.theNoun(b - 1)
		case t.low == "its":
			return r.referent(b, false, nil)
		case t.is("his", "her"):
			return r.personBefore(b, false)
		case t.kind != word || t.is("a", "an", "the", "by", "of", "in", "filed"):
			return nil
		}
	}
	return nil
}
