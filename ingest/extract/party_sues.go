package extract

import (
	"slices"

	"averment/evidence"
)

// sues reads "X sued Y", "Y was sued by X", "X sued to block the sale of Y to Z".
func (r *reader) sues(k int) {
	t, next := r.p.at(k), r.p.at(k+1)
	if r.negated(k) && !r.p.at(k-1).is("also") || r.onlyMight(k) {
		return
	}
	if t.low == "sued" && next.is("was", "were", "is", "are") && r.p.at(k-1).is("also", "separately") {
		r.giveAll(r.phraseAt(k+2).who, "defendant", "was sued")
		return
	}
	if t.low == "sued" && (r.passive(k) || next.low == "by" || r.headline() && r.participle(k)) {
		r.giveAll(r.suers(k), "defendant", "was sued")
		if who, m := r.who(k + 2); next.low == "," && who != nil && m.first == k+2 && r.p.at(m.end).low == "," && r.wordAhead(k-3, "who", 3) {
			r.give(who, "defendant", "was sued") // "A third detective who was sued, Ray Hall, died"
		}
		for n := k + 1; n < k+16 && n < r.s.end; n++ { // "is being sued for libel alongside editor Ana Ruiz"
			if r.p.at(n).low == "alongside" || r.p.at(n).low == "with" && r.p.at(n-1).is("along", "together") {
				r.giveAll(r.phraseAt(n+1).who, "defendant", "was sued")
				break
			} else if r.p.at(n).is("by", "that", ";") {
				break
			}
		}
		for n := r.s.first; n < k; n++ { // "Harbor and two of its executives were sued"
			if countWords[r.p.at(n).low] > 1 {
				r.suedByNumber(n)
				break
			}
		}
		r.agentOf(k, "plaintiff")
		return
	}
	doers := r.suers(k)
	r.giveAll(doers, "plaintiff", "sues")
	n := k + 1
	for r.p.at(n).is("both", "only", "also", "successfully", "individual", "individually") {
		n++
	}
	if r.p.at(n).low == "to" {
		r.blocked(n+1, doers)
		return
	}
	object := r.phraseAt(n, doers...)
	if len(object.who) == 0 {
		if object = r.phraseAt(r.behindNoun(n)); len(object.who) == 0 {
			object.who = r.apposedObject(n)
		}
	}
	r.giveAll(object.who, "defendant", "object of a suit")
	r.suedByNumber(n)
}

// suers are who sues: the subject of the verb at k, the pronouns and nouns that stand for it
// included.
func (r *reader) suers(k int) []*player {
	doers := r.doers(k)
	b := r.beforeVerb(k)
	if list := r.listSubject(k); len(list) > 1 || len(list) == 1 && len(doers) != 1 && !(len(doers) == 2 && containsPlayer(doers, list[0])) {
		doers = list
	}
	if w := r.pronounWith(k, doers); w != nil {
		doers = append(doers, w)
	}
	if len(doers) > 1 { // "Represented by Ray Hall of Day Lee LLP, Ana Ruiz sued"
		doers = slices.DeleteFunc(doers, (*player).lawFirm)
	}
	if len(doers) > 0 {
		if r.p.at(b).low == "," {
			doers = append(doers, r.joinedBy(b)...)
		}
		return doers
	}
	switch t := r.p.at(b); {
	case t.is("states", "others", "officials", "people", "plaintiffs", "customers", "employees", "shareholders", "groups", "counties", "cities", "families", "parents", "neighbors", "neighbours", "workers", "residents", "tenants", "students", "women", "men", "investors", "drivers", "nurses", "teachers", "homeowners"):
		if who := r.joinedBefore(b); len(who) > 0 {
			return who
		}
	case t.low == "it":
		if w := r.c.sole("plaintiff"); w != nil && w.kind == evidence.Organisation && r.wordAhead(b, "also", 4) {
			return []*player{w}
		}
		if w := r.referent(b, false, nil); w != nil {
			return []*player{w}
		}
	case t.low == "they":
		return r.pair(b)
	case t.is("he", "she"):
		if w := r.personBefore(b, false); w != nil {
			return []*player{w}
		}
	case t.is("which", "who"):
		if who, _ := r.who(b - 1); who == nil && !r.p.at(b-1).is(",", ">", ")") && !(r.p.at(b).low == "who" && r.apposedNoun(b-1)) {
			return nil // "Harbor, owned by Pipeco, faces a suit in Reno which accuses"
		}
		if w := r.modified(b); w != nil {
			if r.p.at(b+1).is("were", "are", "have") {
				return append([]*player{w}, r.listedWith(w, b)...)
			}
			return []*player{w}
		}
		for n := b - 2; n > b-5 && r.p.at(b-1).low == ","; n-- { // "the company, which is suing"
			if w, end := r.definite(n, nil); w != nil && end == b-1 {
				return []*player{w}
			}
		}
	case t.low == "that" && r.p.at(b-1).is("and", ","):
		if w := r.apposedHead(b); w != nil {
			return []*player{w}
		}
	case t.low == ",":
		if who := r.joinedBy(b); len(who) > 0 {
			return who
		}
	case t.low == "and":
		if who := r.coordinated(b); who != nil {
			return []*player{who}
		}
	case t.kind == word && !t.capital:
		if who := r.withIts(b); who != nil {
			return []*player{who}
		}
	}
	r.groupBefore(k)
	return nil
}

// headline says whether the sentence is a line of its own.
func (r *reader) headline() bool { return r.s.heading }

// participle says whether "sued" at k can only be a participle, as in the headline "Harbor
// sued over fees".
func (r *reader) participle(k int) bool {
	next := r.p.at(k + 1)
	return next.is("over", "for", "in", "after", "by") || k+1 >= r.s.end || next.kind == punct
}

// withIts is the name in "Harbor and its Dublin-based partner", of which the last noun stands at b.
func (r *reader) withIts(b int) *player {
	for n := b - 1; n > b-6 && n > r.s.first+1; n-- {
		t := r.p.at(n)
		if t.is("its", "his", "her") && r.p.at(n-1).low == "and" {
			return r.lastBefore(n - 1)
		}
		if (t.kind != word || joinWord[t.low]) && t.low != "-" {
			return nil
		}
	}
	return nil
}

// coordinated is the subject of a verb behind the "and" at k that has none of its own, "Harbor said it
// had ended the licence and was suing": the name that the sentence begins with.
func (r *reader) coordinated(k int) *player {
	for n := r.s.first; n < r.s.first+4 && n < k; n++ {
		if who, m := r.who(n); who != nil && m.first == n {
			if t := r.p.at(m.end); t.kind == word && !t.capital && !joinWord[t.low] || t.is("has", "had", "is", "was", "have") {
				return who
			}
			return nil
		}
		if t := r.p.at(n); t.kind == word && !t.is("the", "a", "on", "but") && !t.capital {
			return nil
		}
	}
	return nil
}
