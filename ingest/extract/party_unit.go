package extract

import "averment/evidence"

// ownedThing is what "owned by" at k is said of.
func (r *reader) ownedThing(k int) *player {
	if owned := r.modified(k); owned != nil {
		return owned
	}
	if owned := r.ownedSubject(k); owned != nil {
		return owned
	}
	if who, m := r.who(k - 2); who != nil && m.end == k-1 && r.p.at(k-1).low == "(" {
		return who
	}
	if r.p.at(k-1).low == "," { // "the company, owned by Harbor"
		for b := k - 3; b > k-6 && b >= r.s.first; b-- {
			if who, end := r.definite(b, nil); who != nil && end == k-1 {
				return who
			}
		}
	}
	return nil
}

// possessedUnit reads "Y's unit X" and "Y's American subsidiary, X".
func (r *reader) possessedUnit(k int) {
	n := k + 1
	if r.p.at(n).low == "," {
		n++
	}
	owned, m := r.who(n)
	if owned == nil || m.first != n {
		return
	}
	b := k - 1
	for b > k-6 && b > r.s.first && r.p.at(b).kind != clitic && !r.p.at(b).is(",") {
		b--
	}
	if r.p.at(b).kind == clitic {
		r.owns(r.lastBefore(b), owned)
	}
}

// described is what a noun of ownership at k is said of: the name before the apposition, or
// the subject of "is a wholly owned subsidiary", where "it" means the subject before.
func (r *reader) described(k int) *player {
	if b := k - 1; r.p.at(b).is("is", "was") || r.p.at(b-1).is("is", "was") && r.p.at(b).is("a", "an", "now", "also") {
		if !r.p.at(b).is("is", "was") {
			b--
		}
		if who := r.subject(b); who != nil {
			return who
		}
	}
	if who := r.modified(k); who != nil {
		return who
	}
	for b := k - 1; b > k-5 && b > r.s.first; b-- { // "the bank, a unit of Harbor Corp"
		if r.p.at(b).low == "," {
			if who := r.theNoun(b - 1); who != nil {
				return who
			}
			break
		}
	}
	b := k - 1
	for r.p.at(b).kind == word && !r.p.at(b).is("is", "was", "are", "were", "became", "remains") && b > r.s.first && b > k-7 || r.p.at(b).is("-") {
		b--
	}
	if !r.p.at(b).is("is", "was", "became", "remains") {
		return nil
	}
	if r.p.at(b-1).is("that", "which") {
		if w := r.modified(b - 1); w != nil {
			return w
		}
	}
	if r.p.at(b-1).is("it", "which") {
		return r.antecedent(b)
	}
	return r.subject(b)
}

// ownedSubject is the subject of "is 40 pct owned by" and "is wholly owned by".
func (r *reader) ownedSubject(k int) *player {
	for r.p.at(k-1).kind == number && k > r.s.first || r.p.at(k-1).is("pct", "percent", "%", "wholly", "partly", "jointly", "majority", "fully", "-") {
		k--
	}
	if w := r.subject(k); w != nil {
		return w
	}
	b := r.beforeVerb(k)
	if r.p.at(b).low == "it" {
		return r.referent(b, false, nil)
	}
	if r.p.at(b).low != "and" {
		return nil
	}
	for n := b - 1; n > r.s.first && n > b-16; n-- { // "The company, which serves 900 homes and is owned by Harbor"
		if r.p.at(n).is("which", "who") {
			if w := r.suers(n + 1); len(w) == 1 {
				return w[0]
			}
			return nil
		}
	}
	return r.coordinated(b)
}

// orgBefore is the organisation named last before position k in the sentence, one that is proved before
// others.
func (r *reader) orgBefore(k int) *player {
	var maybe *player
	for b := k - 1; b >= r.s.first; b-- {
		who, _ := r.who(b)
		if who != nil && who.kind == evidence.Organisation && who.firm {
			return who
		}
		if who != nil && maybe == nil && (who.kind == evidence.Organisation || who.kind == "") {
			maybe = who
		}
	}
	return maybe
}

// itsUnit reads "Y … its business-focused platform X", "its unit, X" and "its X unit": the
// organisation named last before owns.
func (r *reader) itsUnit(k int) {
	if r.itsApposition(k) {
		return
	}
	noun := false
	for n := k + 1; n < k+9 && n < r.s.end; n++ {
		t := r.p.at(n)
		if owned, m := r.who(n); owned != nil && m.first == n {
			if noun || r.p.at(m.end).is("unit", "subsidiary", "division", "affiliate", "arm", "business") {
				owner := r.orgBefore(k)
				if b := k - 1; r.p.at(b).is("and", ",", "or") { // "against the bank and its insurance arm, Harbor General"
					if who := r.theNoun(b - 1); who != nil {
						owner = who
					}
				}
				if owner == nil {
					owner = r.referent(k, false, []*player{owned})
				}
				r.owns(owner, owned)
			}
			return
		}
		if t.is("parent", "owner", "owners", "holding") || t.kind == punct && t.low != "-" && !(t.low == "," && noun) || t.capital && !names().has(t, peopleWord) {
			return
		}
		noun = unitNouns[t.low] || noun && (t.low == "," || t.low == "-")
	}
}

// itsApposition reads "Pipeco … against Harbor, its network for traders": who is named before owns
// Harbor.
func (r *reader) itsApposition(k int) bool {
	owned, m := r.who(k - 2)
	if r.p.at(k-1).low != "," || owned == nil || m.end != k-1 || owned.kind == evidence.Person {
		return false
	}
	for n := k + 1; n < k+4; n++ {
		t := r.p.at(n)
		if t.capital || t.kind != word {
			return false
		}
		if unitNouns[t.low] && !r.p.at(n+1).capital && r.p.at(n+1).low != "," {
			r.owns(r.orgBefore(m.first), owned)
			return true
		}
	}
	return false
}
