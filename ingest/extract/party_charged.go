package extract

import "averment/evidence"

// negated says whether "not" stands close before the verb at k.
func (r *reader) negated(k int) bool {
	for b := k - 1; b >= r.s.first && b > k-5; b-- {
		if prepositions[r.p.at(b).low] && r.p.at(b).low != "to" || r.p.at(b).low == "," {
			return false // "did not commit on Monday sued"
		}
		if r.p.at(b).is("not", "never", "wasn't", "weren't", "isn't", "aren't", "nor", "neither") {
			return true
		}
	}
	return false
}

// charged reads "the SEC charged Ana Ruiz with fraud", "Ana Ruiz was indicted", "pleaded not
// guilty".
func (r *reader) charged(k int) {
	t := r.p.at(k)
	if r.negated(k) {
		return
	}
	if r.passive(k) {
		if !r.p.at(k+1).is("that", "by", "to") {
			r.giveAll(r.suers(k), "defendant", "is charged")
		}
		return
	}
	if t.low == "pleaded" || t.low == "pled" {
		if r.wordAhead(k, "guilty", 4) {
			r.giveAll(r.suers(k), "defendant", "pleads")
		}
		return
	}
	if r.p.at(k+1).is("were", "was", "are", "is") && r.p.at(k-1).is("also", "separately", "others") { // "Also charged were Ana Ruiz and Ray Hall"
		r.giveAll(r.phraseAt(k+2).who, "defendant", "is charged")
		return
	}
	if r.p.at(k+1).is("that", "in", "for", "by") {
		return
	}
	doers := r.suers(k)
	object := r.phraseAt(k+1, doers...)
	r.giveAll(object.who, "defendant", "object of a charge")
	if len(object.who) > 0 && t.is("charged", "charges") && len(doers) > 0 && doers[0].kind == evidence.Agency {
		r.give(doers[0], "plaintiff", "charges")
	}
}

// awards reads who wins: "the jury awarded $2 million to Ana Ruiz", "Ana Ruiz was awarded …".
func (r *reader) awards(k int) {
	if r.p.at(k).low == "award" && !r.p.at(k-1).is("to", "will", "would", "may", "could", "should", "not") {
		return // "a jury award against Harbor"
	}
	if r.passive(k) {
		if r.courtInSentence() || r.relief(k, 4) {
			if !r.giveAll(r.suers(k), "plaintiff", "is awarded") && r.courtInSentence() {
				r.nameless(k)
			}
		}
		return
	}
	for b := k - 1; b >= r.s.first && b > k-12; b-- {
		if who, _ := r.who(b); r.p.at(b).is("jury", "jurors", "judge", "court", "tribunal", "panel", "arbitrators") || who != nil && (who.kind == evidence.Court || who.kind == evidence.Judge) {
			r.awardee(k)
			return
		}
	}
}

func (r *reader) awardee(k int) {
	if who := r.phraseAt(k + 1).who; len(who) > 0 {
		r.giveAll(who, "plaintiff", "is awarded")
		return
	}
	for f := k + 1; f < r.s.end && f < k+8; f++ {
		if r.p.at(f).low == "to" {
			if !r.giveAll(r.phraseAt(f+1).who, "plaintiff", "is awarded") {
				r.alsoNameless(f + 1)
			}
			return
		}
	}
}

// alsoNameless notes at k one who sues beside others and is only described there.
func (r *reader) alsoNameless(k int) {
	known := len(r.c.unnamed)
	r.c.nameless(r.page, k, r.p)
	if len(r.c.unnamed) > known {
		r.c.unnamed[known].also = true
	}
}

// blameTo reads "85% of the fault to Harbor and 15% to the store, Pipeco".
func (r *reader) blameTo(k int) {
	object := r.phraseAt(k + 2)
	r.stand(object.who, "defendant", "is blamed")
	for f := object.end; f < r.s.end && f < object.end+12; f++ {
		if r.p.at(f).low == "to" && (r.p.at(f-1).is("%", "percent", "pct", "cent") || r.p.at(f-1).kind == number) {
			who := r.phraseAt(f + 1).who
			if len(who) == 0 {
				who = r.apposedObject(f + 1)
			}
			r.stand(who, "defendant", "is blamed")
		}
	}
}

// courtRoom says whether the sentence tells what a court or a jury did.
func (r *reader) courtRoom() bool {
	return r.courtInSentence() || r.wordAhead(r.s.first, "jurors", r.s.end-r.s.first) || r.wordAhead(r.s.first, "they", 3)
}
