package extract

import "averment/evidence"

// blocked reads what a suit is to stop: "to block Harbor's $2 bln purchase of Pipeco", "to stop
// Harbor from buying Pipeco". Who wants to do it is a defendant, and so is who is bought.
func (r *reader) blocked(k int, doers []*player) {
	if !r.p.at(k).is("stop", "block", "prevent", "force", "bar", "halt", "make", "undo", "unwind", "compel", "enjoin", "break", "overturn") {
		return
	}
	if r.p.at(k+1).low == "it" {
		if w := r.referent(k+1, false, doers); w != nil {
			r.give(w, "defendant", "what a suit is to stop")
		}
		return
	}
	for n := k + 1; n < k+12 && n < r.s.end; n++ {
		who, m := r.who(n)
		if who == nil || m.first != n {
			continue
		}
		if head, hm := r.modifiedBy(m); head != nil && r.p.at(m.end).kind != clitic {
			who, m = head, hm
		}
		if containsPlayer(doers, who) {
			return
		}
		if r.p.at(r.afterName(m.end)).low == "by" && dealNouns[r.dealBefore(n)] { // "the acquisition of Pipeco by Harbor"
			r.giveAll(r.phraseAt(r.afterName(m.end)+1, doers...).who, "defendant", "what a suit is to stop")
			return
		}
		r.give(who, "defendant", "what a suit is to stop")
		if r.p.at(m.end).is("with", "and") && dealNouns[r.dealBefore(n)] { // "the merger of Pipeco with Harbor"
			r.giveAll(r.phraseAt(m.end+1, doers...).who, "defendant", "what a suit is to stop")
			return
		}
		for f := m.end; f < m.end+9 && f < r.s.end; f++ {
			if dealNouns[r.p.at(f).low] {
				n := f + 1
				if r.p.at(n).is("of", "with", "for") {
					n++
				}
				r.giveAll(r.phraseAt(n, doers...).who, "defendant", "what a suit is to stop")
				return
			}
		}
		return
	}
}

var dealNouns = set("acquisition", "purchase", "takeover", "merger", "buying", "acquiring", "deal", "buyout")

// dealBefore is the noun of a deal in the words before n, "" for none.
func (r *reader) dealBefore(n int) string {
	for b := n - 1; b > n-5 && b > r.s.first; b-- {
		if dealNouns[r.p.at(b).low] {
			return r.p.at(b).low
		}
	}
	return ""
}

// restrained reads "an injunction preventing Harbor from buying", "barred Harbor from selling".
func (r *reader) restrained(k int) {
	if r.passive(k) || !r.courtInSentence() {
		return
	}
	object := r.phraseAt(k + 1)
	if len(object.who) > 0 && r.p.at(object.end).is("from", "and") {
		r.giveAll(object.who, "defendant", "restrained by a court")
	}
}

// targets reads "their complaint goes after Harbor": who is the object of what a suit does.
func (r *reader) targets(k int) {
	n := k + 1
	if r.p.at(k).is("goes", "go", "going") {
		if r.p.at(n).low != "after" {
			return
		}
		n++
	}
	if r.suitSubject(k) {
		r.giveAll(r.phraseAt(n).who, "defendant", "named in the suit")
		return
	}
	for b := k - 1; b > k-12 && b >= r.s.first; b-- {
		if legalActions[r.p.at(b).low] {
			r.giveAll(r.phraseAt(n).who, "defendant", "named in the suit")
			return
		}
		if r.p.at(b).is(",", ";") {
			return
		}
	}
}

// asksCourt reads "the association asked the court to quash": who asks is a plaintiff, and who
// is to be stopped a defendant.
func (r *reader) asksCourt(k int) {
	for f := k + 1; f < r.s.end && f < k+12; f++ {
		if r.p.at(f).low != "to" {
			continue
		}
		verb := r.p.at(f + 1)
		if !r.courtAhead(k, f-k) || !verb.is("quash", "block", "stop", "overturn", "halt", "order", "declare", "strike", "prevent", "void", "force", "bar", "rescind", "invalidate", "annul", "suspend", "freeze", "review", "set", "make", "let", "award", "compel", "require", "intervene", "evict") {
			return
		}
		doers := r.suers(k)
		r.stand(doers, "plaintiff", "asks the court")
		r.blocked(f+1, doers)
		return
	}
}

// takenToCourt reads "took Harbor to court", "dragged their landlord, Harbor, to the tribunal".
func (r *reader) takenToCourt(k int) {
	object := r.phraseAt(k + 1)
	if len(object.who) == 0 {
		return
	}
	n := object.end
	if r.p.at(n).low == "," {
		n++
	}
	for f := n; r.p.at(n).is("in", "of", "near", "based") && f < n+6; f++ { // "took Harbor Hospital, in Kent, to the tribunal"
		if r.p.at(f).low == "," {
			n = f + 1
		}
	}
	if !r.p.at(n).is("to") && !(r.p.at(k).low == "challenge" && r.p.at(n).low == "in") || !r.courtAhead(n, 7) {
		return
	}
	doers := r.suers(k)
	if r.passive(k) {
		return
	}
	r.giveAll(object.who, "defendant", "taken to court")
	r.giveAll(doers, "plaintiff", "takes to court")
}

// courtAhead says whether a court stands within n tokens behind k.
func (r *reader) courtAhead(k, n int) bool {
	for f := k + 1; f < r.s.end && f <= k+n; f++ {
		if r.p.at(f).is("court", "courts", "tribunal", "arbitration", "judge") {
			return true
		}
		if who, _ := r.who(f); who != nil && who.kind == evidence.Court {
			return true
		}
		if r.p.at(f).is(".", ";") {
			return false
		}
	}
	return false
}

// courtInSentence says whether the sentence speaks of a court or a jury.
func (r *reader) courtInSentence() bool {
	return r.courtAhead(r.s.first-1, r.s.end-r.s.first) || r.wordAhead(r.s.first, "jury", r.s.end-r.s.first)
}
