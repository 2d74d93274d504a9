package extract

import "averment/evidence"

// holds reads "Harbor owns Pipeco", "Harbor, a Reno company that also owns the lender Pipeco", "Pipeco is the largest of
// the mills Harbor owns" and "Ana Ruiz owned it outright".
func (r *reader) holds(k int) {
	owners := r.suers(k)
	if b := r.beforeVerb(k); len(owners) == 0 && r.p.at(b).is("that", "which") && r.p.at(k).is("owns", "controls", "owned") {
		if who := r.apposedHead(b); who != nil {
			owners = []*player{who}
		}
	}
	owned := r.phraseAt(k+1, owners...).who
	if who := r.ownedHead(k); len(owned) == 0 && who != nil {
		owner, _ := r.who(r.beforeVerb(k))
		owners, owned = []*player{owner}, []*player{who}
	}
	for _, thing := range owned {
		for _, owner := range owners {
			if thing.kind != evidence.Person && thing.kind != evidence.Agency {
				r.owns(owner, thing)
			}
		}
	}
}

// ownedHead is the name before "the largest of the seven mills Harbor owns", of which the verb stands
// at k.
func (r *reader) ownedHead(k int) *player {
	_, m := r.who(r.beforeVerb(k))
	b := m.first - 1
	if t := r.p.at(b); m.end == 0 || t.kind != word || t.capital || joinWord[t.low] || t.low[len(t.low)-1] != 's' {
		return nil
	}
	for ; b > m.first-9 && b > r.s.first; b-- {
		if t := r.p.at(b); t.low == "," || isVerb(t) {
			break
		} else if t.is("one", "largest", "smallest", "oldest", "biggest", "newest", "first", "last", "second", "among") {
			return r.apposedBefore(b)
		}
	}
	return nil
}

// apposedBefore is the name before the comma that opens the apposition at k: "Harbor, the largest", "Harbor, one".
func (r *reader) apposedBefore(k int) *player {
	for b := k; b > k-4 && b > r.s.first; b-- {
		if r.p.at(b).low == "," {
			return r.lastBefore(b)
		}
	}
	return nil
}

// countedAmong reads "Harbor, which counts the supplier Pipeco among its subsidiaries".
func (r *reader) countedAmong(k int) {
	if !r.p.at(k+1).is("its", "their") || !r.unitAhead(k) {
		return
	}
	for b := k - 1; b > k-14 && b > r.s.first; b-- {
		if r.p.at(b).is("counts", "numbers", "lists", "has") {
			for _, owner := range r.suers(b) {
				for _, owned := range r.phraseAt(b+1, owner).who {
					r.owns(owner, owned)
				}
			}
			return
		}
	}
}

// unitAhead says whether units, subsidiaries or holdings are named close behind k.
func (r *reader) unitAhead(k int) bool {
	for f := k + 1; f < k+6; f++ {
		if r.p.at(f).is("subsidiaries", "units", "holdings", "brands", "affiliates", "divisions", "businesses", "companies") {
			return true
		}
	}
	return false
}

// shareAhead says whether what follows tells of shares: "held through a Reno company, Harbor, which owns 74% of the
// shares", or names a company directly.
func (r *reader) shareAhead(k int) bool {
	return r.wordAhead(k, "shares", 24) || r.wordAhead(k, "company", 5) || r.wordAhead(k, "group", 8) || r.wordAhead(k, "holdings", 6)
}

// holdsStake reads "Pipeco, which has owned a controlling stake in Harbor since May".
func (r *reader) holdsStake(k int) {
	if !r.p.at(k-1).is("controlling", "majority") || !r.p.at(k+1).is("in", "of") {
		return
	}
	for b := k - 2; b > k-6 && b > r.s.first; b-- {
		if !r.p.at(b).is("owns", "owned", "holds", "held", "has", "had", "acquired", "bought", "took") {
			continue
		}
		for _, owned := range r.phraseAt(k + 2).who {
			for _, owner := range r.suers(b) {
				r.owns(owner, owned)
			}
		}
		return
	}
}
