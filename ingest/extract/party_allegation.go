package extract

import "averment/evidence"

// allegation makes a name the defendant when the suit alleges something of it. Where somebody else is
// accused already, only organisations are taken, since a suit tells of victims and witnesses too.
func (r *reader) allegation(k int) {
	t := r.p.at(k)
	switch t.low {
	case "alleges", "alleged", "alleging", "claims", "claimed", "says", "argues", "contends", "allege", "claim", "said":
	default:
		return
	}
	if !r.c.lawsuit {
		return
	}
	more := r.c.hasSide("defendant")
	direct := legalActions[r.p.at(k-1).low] || r.p.at(k-1).low == ","
	if more && t.is("said", "says", "argues") && !direct || !r.suitSpeaks(k) {
		return
	}
	n := k + 1
	if r.p.at(n).low == "that" {
		n++
	}
	list := r.phraseAt(n)
	if r.p.at(list.end).low == "," && len(list.who) > 1 {
		list.end++ // "alleges Harbor and its franchisor, Pipeco Ltd, used"
	}
	if t := r.p.at(list.end); len(list.who) == 0 || t.kind != word || t.capital || joinWord[t.low] && !t.is("was", "were", "is", "are", "had", "has", "have") {
		return
	}
	first := list.who[0]
	if more && len(r.c.suedNouns) > 0 && len(list.who) > 1 && (first.kind == evidence.Person || list.who[1].kind == evidence.Person) { // "sued Harbor and three former engineers … says Ana Ruiz and Ray Hall copied"
		r.stand(list.who, "defendant", "what the suit alleges")
		return
	}
	if more && (first.kind != evidence.Organisation || len(first.spans) == 0) {
		return
	}
	if !more {
		r.giveAll(list.who[:1], "defendant", "what the suit alleges")
	}
	r.stand(list.who, "defendant", "what the suit alleges")
}

// suitSpeaks says whether the suit, or who brings it, is the subject of the verb at k.
func (r *reader) suitSpeaks(k int) bool {
	subject := r.p.at(k - 1)
	if legalActions[subject.low] || subject.is("plaintiffs", "plaintiff") || subject.low == "," && r.suitSubject(k) {
		return true
	}
	if r.p.at(k).is("said", "says") {
		return false
	}
	if doers := r.doers(k); len(doers) > 0 {
		return doers[0].has("plaintiff")
	}
	if r.p.at(k).is("alleged", "alleging") && r.p.at(k-1).low == "and" { // "accused Ana Ruiz of theft and alleged that Harbor"
		for b := k - 2; b > r.s.first; b-- {
			if r.p.at(b).is("accused", "sued", "alleged", "claimed") {
				doers := r.doers(b)
				return len(doers) > 0 && doers[0].has("plaintiff")
			}
		}
	}
	return false
}
