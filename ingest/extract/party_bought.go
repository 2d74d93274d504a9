package extract

import "averment/evidence"

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
