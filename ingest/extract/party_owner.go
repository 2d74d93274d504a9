package extract

import "averment/evidence"

// unitNouns are words for what an owner owns.
var unitNouns = set("unit", "subsidiary", "division", "arm", "platform", "network", "affiliate", "business", "brand", "service", "site", "app",
	"company", "firm", "label", "channel")

// owner reads who owns whom: "X, owned by Y", "the Y-owned X", "X, a unit of Y", "Y, X's
// parent company".
func (r *reader) owner(k int) {
	t := r.p.at(k)
	switch t.low {
	case "owned", "controlled":
		if r.p.at(k-1).low == "-" && !r.p.at(k-2).is("majority", "wholly", "partly", "jointly", "family", "state", "part") {
			r.ownedWord(k)
		} else if r.p.at(k+1).low == "by" {
			owner := r.whoDescribed(k + 2)
			r.owns(owner, r.ownedThing(k))
		}
	case "unit", "subsidiary", "division", "affiliate", "arm":
		if r.p.at(k+1).low == "of" {
			n := k + 2
			if r.p.at(n).low == "the" {
				n++
			}
			r.owns(r.whoDescribed(n), r.described(k))
		} else {
			r.possessedUnit(k)
		}
	case "belongs":
		if r.p.at(k+1).low == "to" {
			for _, owned := range r.suers(k) {
				r.owns(r.whoDescribed(k+2), owned)
			}
		}
	case "part":
		if r.p.at(k+1).low == "of" && (r.p.at(k-1).is(",", "is", "now", "(") || r.p.at(k-1).low == "are") {
			if owner := r.whoDescribed(k + 2); owner != nil && owner.kind == evidence.Organisation && owner.firm {
				r.owns(owner, r.described(k))
			}
		}
	case "acquired", "bought", "purchased":
		r.acquired(k)
	case "parent", "owner", "owners":
		r.parent(k)
	case "its":
		r.itsUnit(k)
	case "owns", "controls":
		if owned := r.phraseAt(k + 1); len(owned.who) == 1 {
			for _, owner := range r.suers(k) {
				r.owns(owner, owned.who[0])
			}
		}
	}
}

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
	for n < k+6 && r.p.at(n).low != "by" && (r.p.at(n).is("last", "this", "year", "month", "week", "in", "earlier", "recently") || r.p.at(n).kind == number || monthWords[r.p.at(n).low]) {
		n++
	}
	if r.p.at(n).low != "by" {
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
	if who := r.modified(k); who != nil {
		return who
	}
	b := k - 1
	for r.p.at(b).kind == word && !r.p.at(b).is("is", "was", "are", "were", "became", "remains") && b > r.s.first && b > k-7 || r.p.at(b).is("-") {
		b--
	}
	if !r.p.at(b).is("is", "was", "became", "remains") {
		return nil
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
	return r.subject(k)
}

// ownedWord reads "Y-owned X" and "X, the Y-owned firm"; k is at "owned".
func (r *reader) ownedWord(k int) {
	owner := r.lastBefore(k - 1)
	if owner == nil {
		return
	}
	n := k + 1
	for n < k+6 && r.p.at(n).kind == word && !r.p.at(n).capital {
		n++
	}
	if owned, _ := r.who(n); owned != nil && !r.p.at(n-1).is(",") {
		r.owns(owner, owned)
		return
	}
	_, m := r.who(k - 2)
	b := m.first - 1
	if r.p.at(b).is("the", "a") {
		b--
	}
	if owned := r.lastBefore(b); owned != nil && r.p.at(b).low == "," {
		r.owns(owner, owned)
		return
	}
	r.owns(owner, r.c.sole("defendant"))
}

// modified is the name that the apposition around k describes: the name before the
// nearest comma, or directly before k.
func (r *reader) modified(k int) *player {
	for b := k - 1; b >= r.s.first && b > k-16; b-- {
		t := r.p.at(b)
		if t.low == "," {
			if who, m := r.who(b - 1); who != nil && m.end == b {
				return who
			}
			if r.p.at(b-1).low == ">" { // the ticker symbol of a wire report
				if who, _ := r.who(b - 4); who != nil {
					return who
				}
			}
			return nil
		}
		if who, m := r.who(b); who != nil {
			if m.end == k || m.end == k-1 {
				return who
			}
			return nil
		}
		if t.is(".", ";", "that", "said") {
			return nil
		}
	}
	return nil
}

// parent reads "Y, X's parent company", "X's parent, Y", "X parent Y", "Y, the owner of X".
func (r *reader) parent(k int) {
	after := k + 1
	if r.p.at(after).is("company", "firm", "corporation", "group") {
		after++
	}
	if r.p.at(after).low == "of" {
		n := after + 1
		for r.p.at(n).is("the", "defendant", "plaintiff") {
			n++
		}
		owned, _ := r.who(n)
		r.owns(r.described(k), owned)
		return
	}
	if r.p.at(k-1).low == "whose" && r.p.at(after).is("is", "was") {
		n := after + 1
		for f := n; f < n+4; f++ { // "New Zealand's Harbor Group"
			if r.p.at(f).kind == clitic {
				n = f + 1
				break
			}
		}
		r.owns(r.whoDescribed(n), r.modified(k-1))
		return
	}
	owned := r.lastBefore(k)
	if r.p.at(k-1).kind == clitic {
		owned = r.lastBefore(k - 1)
	}
	if owned == nil {
		switch {
		case r.p.at(k-1).low == "its":
			if owned = r.orgBefore(k - 1); owned == nil {
				owned = r.referent(k-1, false, nil)
			}
		case r.p.at(k-1).low == "the" && r.p.at(k).low == "parent":
			owned = r.c.sole("defendant")
		}
		if owned == nil {
			return
		}
	}
	n := after
	if r.p.at(n).low == "," {
		n++
	}
	if n > after {
		n = r.skipDescription(n)
	}
	if owner, m := r.who(n); owner != nil && m.first == n && owner != owned {
		r.owns(owner, owned)
		return
	}
	_, m := r.who(k - 1)
	if r.p.at(k-1).kind == clitic {
		_, m = r.who(k - 2)
	}
	if r.p.at(m.first-1).low == "," {
		r.owns(r.lastBefore(m.first-1), owned)
	}
}

// orgBefore is the organisation named last before position k in the sentence.
func (r *reader) orgBefore(k int) *player {
	for b := k - 1; b >= r.s.first; b-- {
		if who, _ := r.who(b); who != nil && (who.kind == evidence.Organisation || who.kind == "") {
			return who
		}
	}
	return nil
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
				r.owns(r.orgBefore(k), owned)
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

// owns records an owner and what it owns.
func (r *reader) owns(owner, owned *player) {
	if owner == nil || owned == nil || owner == owned || owner.kind == evidence.Court ||
		owned.kind == evidence.Person || owned.kind == evidence.Group || owned.kind == evidence.Court {
		return
	}
	if owner.kind == "" {
		owner.kind = evidence.Organisation
	}
	if owned.kind == "" {
		owned.kind = evidence.Organisation
	}
	owner.role("owner of "+owned.name, "ownership")
	owned.role("subsidiary of "+owner.name, "ownership")
}

// sole is the only player with the role, nil when there is none or more than one.
func (c *cast) sole(role string) *player {
	var found *player
	for _, w := range c.players {
		if w.has(role) && !w.blocked && w.kind != evidence.Group {
			if found != nil {
				return nil
			}
			found = w
		}
	}
	return found
}
