package extract

import (
	"averment/evidence"
)

// named reads "plaintiff Ana Ruiz", "the plaintiffs, Ruiz and Day", "Ana Ruiz, the plaintiff,".
func (r *reader) named(k int, role string) {
	n := k + 1
	if r.p.at(n).is("in", "to") && r.p.at(n+1).is("the", "this", "that") && broughtNouns[r.p.at(n+2).low] && r.p.at(n+3).is("are", "include", "included", "were") {
		n += 3 // "The defendants in the lawsuit include"
	}
	for r.p.at(n).is(",", ":", "–", "—", "led", "by", "along", "with", "named", "were", "are", "include", "included", "including", "was", "is") {
		n++
	}
	if r.p.at(n-1).low == "by" && lawyerNouns[r.p.at(n).low] {
		return // "claimants led by lawyer Ana Ruiz"
	}
	if who, _ := r.who(r.skipDescription(n)); who != nil && (n > k+1 || !r.p.at(n).is("said", "who")) && !((n > k+1 || r.p.at(n).line) && r.counselBefore(k)) {
		r.giveAll(r.phraseAt(n).who, role, "role word")
		return
	}
	if (n > k+1 && r.p.at(n-1).is("are", "include", "included", "were") || r.p.at(k-1).low == "as" && r.p.at(k-2).is("named", "names", "lists", "adds")) && !r.counselBefore(k) {
		if next, who, _ := r.pastUnnamed(n, nil); who != nil { // "The defendants include the members of the board and Ana Ruiz"
			r.giveAll(r.phraseAt(next).who, role, "role word")
			return
		}
	}
	if r.dashedList(k, role) || r.isSide(k, role) {
		return
	}
	if b := k - 1; r.p.at(b).is("both", "co", "also") || r.p.at(b).is("are", "were") {
		for r.p.at(b).is("both", "co", "-", "also", "among", "the") {
			b--
		}
		if r.p.at(b).is("are", "were") {
			if r.p.at(b-1).low == "," {
				b--
			}
			if who, m := r.who(b - 1); who != nil && m.end == b {
				r.give(who, role, "role word")
				r.giveAll(r.listedWith(who, b), role, "role word")
			}
			return
		}
	}
	if r.listedAs(k, role) {
		return
	}
	b := k - 1
	for r.p.at(b).is("the", "a", "an", "lead", "named", "sole", "one", "of", "(", "as", "principal", "main", "original") {
		b--
	}
	if who := r.lastBefore(b + 1); who != nil && r.p.at(b+1).low == "as" && b < k-1 && !r.counselBefore(b) {
		r.give(who, role, "role word") // "with Ana Ruiz as the lead claimant"
		return
	}
	if b < k-1 && r.p.at(b).low == "," || r.p.at(k-1).low == "(" {
		who, m := r.who(b - 1)
		if r.p.at(k-1).low == "(" {
			who, m = r.who(k - 2)
		}
		if who != nil && m.end >= b-1 && !r.counselBefore(k) && !r.p.at(k+1).is("'s", "said", "alleges", "are", "were", "is", "was", "say", "have", "want") {
			r.give(who, role, "role word")
		}
	}
}

// dashedList reads "to add four members of the family — Ana Hall, Ray Hall — as defendants".
func (r *reader) dashedList(k int, role string) bool {
	dash := func(t *token) bool { return t.is("—", "–", "-", "--") }
	if r.p.at(k-1).low != "as" || !dash(r.p.at(k-2)) {
		return false
	}
	for b := k - 3; b > k-60 && b > r.s.first; b-- {
		if dash(r.p.at(b)) && r.p.at(b).space {
			return r.giveAll(r.list(b+1, true).who, role, "role word")
		}
	}
	return false
}

// oppositeParty reads the Indian "the insurer was made the third opposite party".
func (r *reader) oppositeParty(k int) {
	if !r.p.at(k+1).is("party", "parties") {
		return
	}
	for b := k - 1; b > k-6; b-- {
		if t := r.p.at(b); t.low == "made" || t.is("was", "is", "were", "are") && !r.p.at(b-1).is("was", "is", "were", "are") {
			r.giveAll(r.suers(b), "defendant", "role word")
			return
		}
	}
}

// another reads "Another, Ana Ruiz of Reno, says" behind a sentence of "one plaintiff".
func (r *reader) another(k int) {
	if k != r.s.first || r.p.at(k+1).low != "," {
		return
	}
	for _, t := range r.tokensBefore() {
		if role := partyWords[t.low]; role != "" {
			if w, m := r.who(k + 2); w != nil && m.first == k+2 {
				r.give(w, role, "another of a side")
			}
			return
		}
	}
}

// listedAs reads "although it was cited as the third respondent", "which were arrayed as defendants" and
// "both companies are defendants".
func (r *reader) listedAs(k int, role string) bool {
	if r.p.at(k+1).kind == clitic {
		return false
	}
	b := k - 1
	for r.p.at(b).is("a", "an", "the", "first", "second", "third", "fourth", "fifth", "sixth", "additional", "co", "-", "nominal") {
		b--
	}
	if r.p.at(b).low == "made" && r.passive(b) {
		return r.giveAll(r.suers(b), role, "role word") // "was also made a defendant"
	}
	if r.p.at(b).low == "as" && r.p.at(b-1).low == "named" && r.p.at(b-3).is("companies", "firms", "men", "women") && r.p.at(b-4).is("both", "two") {
		return r.giveAll(r.lastTwo(r.p.at(b-3).is("men", "women")), role, "role word")
	}
	if r.p.at(b).low == "as" && r.p.at(b-1).is("cited", "listed", "arrayed", "joined", "identified", "impleaded", "added", "sued", "included") {
		return r.giveAll(r.suers(b-1), role, "role word")
	}
	if noun := r.p.at(b - 1); r.p.at(b).is("are", "were") && noun.is("companies", "firms", "men", "women", "banks", "brothers", "officials", "agencies") && r.p.at(b-2).is("both", "two") {
		return r.giveAll(r.lastTwo(noun.is("men", "women", "brothers", "officials")), role, "role word")
	}
	return false
}

// lastTwo are the two organisations, or persons, named last in the sentence before.
func (r *reader) lastTwo(persons bool) []*player {
	i := r.p.sentenceAt(r.s.Start)
	if i <= 0 {
		return nil
	}
	before := r.p.sentences[i-1]
	who := r.partiesAmong(before.first, before.end, func(w *player) bool {
		return (w.kind == evidence.Person) == persons && w.kind != evidence.Court && w.kind != evidence.Judge && !w.blocked && !w.counsels()
	})
	if len(who) < 2 {
		return nil
	}
	return who[len(who)-2:]
}

// isSide reads "Harbor Americas LLC is also a defendant".
func (r *reader) isSide(k int, role string) bool {
	b := k - 1
	for r.p.at(b).is("a", "an", "the", "another", "co", "-", "also", "among", "one", "of", "lead") && b > k-7 {
		b--
	}
	if b == k-1 || !r.p.at(b).is("is", "was", "are", "were") || r.p.at(k+1).is("'s", "'") {
		return false
	}
	r.giveAll(r.suers(b), role, "role word")
	if r.p.at(k+1).low == "," && r.p.at(k+2).low == "as" && r.p.at(k+3).is("is", "are", "was", "were") {
		r.giveAll(r.phraseAt(k+4).who, role, "role word") // "She is also a plaintiff, as is Ray Hall"
	}
	return true
}
