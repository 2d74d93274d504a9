package extract

import "averment/evidence"

// soDoes reads "So does Harbor, the firm that" behind a sentence in which somebody denies the claims.
func (r *reader) soDoes(k int) {
	if k != r.s.first+1 || r.p.at(k-1).low != "so" {
		return
	}
	for _, t := range r.tokensBefore() {
		if t.is("denied", "denies", "deny", "dispute", "disputes") {
			r.stand(r.phraseAt(k+1).who, "defendant", "answers the claims")
			return
		}
	}
}

// admits reads "admitted to two counts of fraud" and "admitted stealing".
func (r *reader) admits(k int) {
	if r.p.at(k+1).low == "no" && (r.wordAhead(k, "wrongdoing", 4) || r.wordAhead(k, "liability", 4) || r.wordAhead(k, "fault", 4)) {
		r.stand(r.suers(k), "defendant", "settles")
	}
	if next := r.p.at(k + 1); next.is("stealing", "taking", "lying", "killing") || next.low == "to" && (r.wordAhead(k, "count", 7) || r.wordAhead(k, "counts", 7) || r.wordAhead(k, "charge", 7) || r.wordAhead(k, "charges", 7)) {
		r.stand(r.suers(k), "defendant", "pleads")
	}
}

// payee reads "ordered Harbor to refund $2 million to Ana Ruiz": to whom a court has something paid
// sues.
func (r *reader) payee(k int) {
	for f := k; f < k+16 && f < r.s.end; f++ {
		if t := r.p.at(f); t.is("after", "because", "for", ".", ";", "within", "by") {
			return
		} else if t.low == "to" && f > k+1 {
			if r.p.at(f+1).is("a", "an") && len(r.phraseAt(f+1).who) == 0 {
				r.alsoNameless(f + 1)
				return
			}
			for _, w := range r.phraseAt(f + 1).who {
				if w.kind != evidence.Agency {
					r.stand([]*player{w}, "plaintiff", "is to be paid")
				}
			}
			return
		}
	}
}

// accusation is the position of a noun of what somebody is accused of, within n words behind
// k; 0 for none.
func (r *reader) accusation(k, n int) int {
	for f := k + 1; f < r.s.end && f <= k+n; f++ {
		t := r.p.at(f)
		if t.is("wrongdoing", "liability", "allegation", "allegations", "claims", "claim", "charges", "accusation", "accusations", "impropriety", "responsibility",
			"discrimination", "lawsuit", "suit", "complaint", "infringement", "negligence", "fault", "misconduct") {
			return f
		}
		if t.is(".", ";", "that") {
			return 0
		}
	}
	return 0
}

// employed notes who worked for whom or was dismissed by whom: "Ana Ruiz worked for Harbor Trust", "Ana Ruiz was
// sacked by Harbor Ltd".
func (r *reader) employed(k int) {
	if len(r.c.employed) > 0 || r.negated(k) || r.p.at(k).low != "worked" && !r.passive(k) {
		return
	}
	doers := r.suers(k)
	if len(doers) != 1 || doers[0].kind != evidence.Person || doers[0].lawyer {
		return
	}
	for f := k + 1; f < k+14 && f < r.s.end; f++ {
		t := r.p.at(f)
		if t.is("for", "by", "from", "at") {
			if object := r.phraseAt(f + 1); len(object.who) > 0 && (object.who[0].kind == evidence.Organisation || object.who[0].kind == evidence.Agency) {
				r.c.employed = []*player{doers[0], object.who[0]}
				return
			}
		} else if t.is(",", ";", "that", "who") {
			return
		}
	}
}

// tribunal gives the sides to employee and employer in a report of an employment tribunal that names no other
// claimant.
func (c *cast) tribunal() {
	if len(c.employed) == 0 || c.hasSide("plaintiff") || !c.writes("tribunal") || !c.writes("dismissal") && !c.writes("dismissed") && !c.writes("sacked") && !c.writes("employment") {
		return
	}
	if who := c.employed[0]; !who.sided() && !who.counsels() {
		who.role("plaintiff", "employee before a tribunal")
		if firm := c.employed[1]; !firm.sided() {
			firm.role("defendant", "employer before a tribunal")
		}
	}
}

// meritless says whether what is said at k calls a suit or its claims unfounded, or promises to
// defend against them.
func (r *reader) meritless(k int) bool {
	suit, bad := false, false
	for f := k + 1; f < r.s.end && f < k+24; f++ {
		switch r.p.at(f).low {
		case "suit", "lawsuit", "claims", "claim", "allegations", "complaint", "accusations", "charges", "action", "litigation", "case", "itself":
			suit = true
		case "baseless", "groundless", "meritless", "frivolous", "unfounded", "defend", "fight", "contest", "untrue", "misguided", "nonsense", "spurious":
			bad = true
		case "merit", "foundation", "basis", "merits", "grounds":
			bad = bad || r.p.at(f-1).is("without", "no", "lack", "lacks")
		}
	}
	return suit && bad
}
