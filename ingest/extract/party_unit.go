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

// acquired reads "Harbor, acquired last year by Pipeco" and "Harbor was bought by Pipeco".
func (r *reader) acquired(k int) {
	n := k + 1
	if r.p.at(k).low == "taken" {
		n++
	}
	for n < k+6 && r.p.at(n).low != "by" && (r.p.at(n).is("last", "this", "year", "month", "week", "in", "earlier", "recently", "out", "of", "receivership", "bankruptcy", "administration") || r.p.at(n).kind == number || monthWords[r.p.at(n).low]) {
		n++
	}
	if r.p.at(n).low != "by" {
		r.acquires(k)
		return
	}
	owned := r.modified(k)
	if owned == nil && r.p.at(k-1).low == "," {
		for b := k - 2; b > k-6 && owned == nil; b-- {
			owned, _ = r.definite(b, nil)
		}
	}
	if owned == nil && r.passive(k) && r.p.at(k-1).is("was", "been") {
		owned = r.subject(k)
	}
	if owned == nil && r.passive(k) {
		if owned = r.ownedSubject(k); owned == nil {
			if doers := r.suers(k); len(doers) == 1 {
				owned = doers[0]
			}
		}
	}
	r.owns(r.whoDescribed(n+1), owned)
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

// acquires reads "Pipeco, which acquired Harbor in 2021," and "Harbor, which Pipeco bought last year":
// a relative clause tells what is done, not what is planned.
func (r *reader) acquires(k int) {
	if r.negated(k) || r.passive(k) {
		return
	}
	b := k - 1
	for verbHelpers[r.p.at(b).low] && b > r.s.first {
		b--
	}
	if r.p.at(b).low == "which" {
		if owned := r.phraseAt(k + 1); len(owned.who) == 1 {
			r.owns(r.modified(b), owned.who[0])
		}
		return
	}
	if owned := r.phraseAt(k + 1); r.p.at(b).low == "that" && len(owned.who) == 1 {
		r.owns(r.apposedHead(b), owned.who[0]) // "Pipeco, the conglomerate that bought Harbor last spring"
		return
	}
	buyer, m := r.who(b)
	if buyer != nil && m.end == b+1 && r.p.at(m.first-1).low == "which" {
		r.owns(buyer, r.modified(m.first-1))
		return
	}
	if buyer != nil && m.end == b+1 && r.p.at(m.first-1).low == "that" {
		r.owns(buyer, r.apposedHead(m.first-1))
		return
	}
	r.bought(k)
}

// bought reads "Pipeco bought Harbor for $1.2bn in 2019": a deal that is done, as its price or its year
// tells.
func (r *reader) bought(k int) {
	object := r.phraseAt(k + 1)
	if len(object.who) == 0 {
		object.who = r.apposedObject(k + 1)
	}
	if len(object.who) != 1 || object.who[0].kind != evidence.Organisation {
		return
	}
	doers := r.suers(k)
	if len(doers) != 1 || doers[0].kind == evidence.Agency || doers[0].kind == evidence.Person {
		return
	}
	for f := k + 1; f < k+16 && f < r.s.end; f++ {
		if t := r.p.at(f); t.is("stake", "shares", "assets", "building", "property", "rights") {
			return
		} else if t.low == "in" && r.p.at(f+1).digits(4) || t.low == "last" && r.p.at(f+1).is("year", "month", "fall", "spring", "summer", "winter") {
			r.owns(doers[0], object.who[0])
			return
		}
	}
}

// apposedHead is the name whose apposition the relative clause at k goes on with: "Harbor, a startup that
// Pipeco bought in 2022 and that is also named".
func (r *reader) apposedHead(k int) *player {
	for b := k - 1; b > k-22 && b > r.s.first; b-- {
		if r.p.at(b).low == "," && r.p.at(b+1).is("a", "an", "the", "its") {
			if who, m := r.who(b - 1); who != nil && m.end == b {
				return who
			}
			return nil
		}
	}
	return nil
}
