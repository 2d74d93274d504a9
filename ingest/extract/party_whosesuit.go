package extract

import "averment/evidence"

// sidedSubject says whether a plaintiff is the subject of the verb at k.
func (r *reader) sidedSubject(k int) bool {
	doers := r.suers(k)
	return len(doers) > 0 && doers[0].has("plaintiff")
}

// leadsSuit reads "the coalition is led by Ohio" and "Ana Ruiz, who is leading the case".
func (r *reader) leadsSuit(k int) {
	prev, before := r.p.at(k-1), r.p.at(k-2)
	if prev.low == "being" {
		prev, before = before, r.p.at(k-3)
	}
	if prev.is("was", "is") && r.p.at(k+1).low == "by" && (before.low == "it" && r.suitBeforeSentence() || before.low == "," && r.suitAmong(r.s.first, k) && k < r.s.first+14 || before.is("coalition", "lawsuit", "suit", "states", "effort", "case") && r.sidesBefore()) {
		r.giveAll(r.phraseAt(k+2).who, "plaintiff", "leads the suit")
	}
	if !prev.is("who", "is") || r.p.at(k+1).low == "by" {
		return
	}
	if r.wordAhead(k+1, "lawsuit", 4) || r.wordAhead(k+1, "suit", 4) || r.wordAhead(k+1, "case", 3) || r.wordAhead(k+1, "coalition", 3) {
		r.bring(r.suers(k), "leads the suit")
	}
}

// bringsSuit reads "his sister, who is bringing the case".
func (r *reader) bringsSuit(k int) {
	if r.p.at(k-1).is("is", "are") && broughtNouns[r.p.at(k+2).low] {
		r.bring(r.suers(k), "brings the suit")
	}
}

// bring gives the side that sues to those who are no lawyers.
func (r *reader) bring(who []*player, basis string) {
	for _, w := range who {
		if !w.lawyer && !w.lawFirm() {
			r.give(w, "plaintiff", basis)
		}
	}
}

// whoseSuit reads "Ana Ruiz, whose lawsuit seeks".
func (r *reader) whoseSuit(k int) {
	if n := r.lawsuitNoun(k, 4); n > 0 && broughtNouns[r.p.at(n).low] && !r.p.at(n).is("legal", "action", "claims") && r.p.at(n+1).low != "to" {
		r.give(r.modified(k), "plaintiff", "possessor of the suit")
	}
}

// claimants are who speaks at k: the subject of the verb, or the name behind "In a complaint filed on
// Monday,".
func (r *reader) claimants(k int) []*player {
	var out []*player
	if r.passive(k) {
		return nil // "In a lawsuit filed Friday, Harbor was accused"
	}
	for _, w := range r.suers(k) {
		if w.kind != evidence.Judge && w.kind != evidence.Court && !w.lawyer && !w.counsels() && !w.has("defendant") {
			out = append(out, w)
		}
	}
	return out
}

// accordingToSuit says whether "according to his lawsuit" stands in the sentence of the verb at k.
func (r *reader) accordingToSuit(k int) bool {
	for f := r.s.first; f+2 < r.s.end; f++ {
		if r.p.at(f).low == "according" && r.p.at(f+1).low == "to" && r.p.at(f+2).is("his", "her", "their", "its") && r.p.at(f+3).is("lawsuit", "suit", "complaint", "claim", "petition") {
			return true
		}
	}
	return false
}

// suitOf reads whose suit the noun at k is: "a lawsuit from Ana Ruiz", "her lawsuit", "Ana Ruiz's wage
// complaint".
func (r *reader) suitOf(k int) {
	t, next := r.p.at(k), r.p.at(k+1)
	if next.low == "from" && t.is("lawsuit", "suit", "complaint", "claim", "action", "lawsuits", "suits", "claims", "petition") {
		if list := r.phraseAt(k + 2); len(list.who) > 0 {
			r.giveAll(list.who, "plaintiff", "suit by")
		} else {
			r.c.nameless(r.page, k+2, r.p)
		}
	}
	if next.is("came", "comes") && r.p.at(k+2).low == "from" {
		if list := r.phraseAt(r.membersAt(k + 3)); len(list.who) > 0 {
			r.giveAll(list.who, "plaintiff", "suit by")
		} else {
			r.c.nameless(r.page, k+3, r.p)
		}
	}
	if next.low == "by" && len(r.phraseAt(k+2).who) == 0 {
		r.c.nameless(r.page, k+2, r.p)
	}
	if !t.is("lawsuit", "suit", "complaint", "claim", "petition", "action") || r.counter(k) {
		return
	}
	for b := k - 1; b > k-5 && b >= r.s.first; b-- {
		switch a := r.p.at(b); {
		case a.is("his", "her") && !t.is("complaint", "action"):
			r.ofPronoun(b)
			return
		case a.kind == clitic && t.is("lawsuit", "suit"):
			r.give(r.lastBefore(b), "plaintiff", "possessor of the suit")
			return
		case a.kind != word || a.capital || joinWord[a.low] || isVerb(a) || a.is("a", "an", "the"):
			return
		}
	}
}

// ofPronoun gives the suit to the person whom "his" or "her" at b means.
func (r *reader) ofPronoun(b int) {
	if w := r.personBefore(b, true); w != nil && !w.sided() && !r.spokesman(w) {
		r.give(w, "plaintiff", "possessor of the suit")
	}
}

// spokesman says whether the text makes the person one who speaks for others.
func (r *reader) spokesman(w *player) bool {
	for _, m := range r.c.mentions {
		if m.who != w {
			continue
		}
		p := &r.c.v.pages[m.page]
		for f := m.end; f < m.end+7; f++ {
			if p.at(f).is("spokesman", "spokeswoman", "spokesperson", "prosecutor", "analyst") {
				return true
			}
		}
		if p.at(m.first-1).is("spokesman", "spokeswoman", "spokesperson", "prosecutor", "analyst", "minister", "senator", "mayor") {
			return true
		}
	}
	return false
}
