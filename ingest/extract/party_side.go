package extract

import (
	"slices"

	"averment/evidence"
)

// fined reads "the board fined Harbor", "Harbor was fined by the board" and "Harbor was fined, the
// board said".
func (r *reader) fined(k int) {
	fining := func(who []*player) {
		for _, w := range who {
			if w.kind == evidence.Agency {
				w.role("regulator", "fines or investigates")
			}
		}
	}
	if !r.passive(k) && !r.headline() {
		fining(r.suers(k))
		return
	}
	for f := k + 1; f < r.s.end; f++ {
		if t := r.p.at(f); t.low == "by" {
			fining(r.phraseAt(f + 1).who)
		} else if t.is("said", "announced", "ruled") {
			fining(r.doers(f))
		}
	}
}

// moves reads "Harbor's motion to dismiss": who wants a suit dismissed is a defendant.
func (r *reader) moves(k int) {
	n := k + 1
	switch {
	case r.p.at(n).low == "to" && (r.p.at(n+1).is("dismiss", "toss") || r.p.at(n+1).low == "throw" && r.p.at(n+2).low == "out"):
	case r.p.at(n).low == "for" && (r.p.at(n+1).low == "dismissal" || r.p.at(n+1).low == "summary" && r.p.at(n+2).low == "judgment"):
	default:
		return
	}
	if w := r.possessor(k); w != nil {
		r.stand([]*player{w}, "defendant", "moves to dismiss")
		return
	}
	if r.p.at(k-1).kind == clitic {
		if w, _ := r.definite(k-3, nil); w != nil {
			r.stand([]*player{w}, "defendant", "moves to dismiss")
		}
	}
}

// disputes reads "Biggs in his patent fight with Harbor": whose fight it is sues the other, where
// nothing else is said.
func (r *reader) disputes(k int) {
	if !r.p.at(k+1).is("with", "against") {
		return
	}
	doer := r.possessor(k)
	if doer == nil || doer.sided() {
		return
	}
	for _, w := range r.phraseAt(k+2, doer).who {
		if !w.sided() {
			r.stand([]*player{doer}, "plaintiff", "in a dispute with")
			r.stand([]*player{w}, "defendant", "in a dispute with")
		}
	}
}

// suitBy reads "the suit by Harbor", "Harbor's lawsuit", "an appeal by Harbor".
func (r *reader) suitBy(k int) {
	t := r.p.at(k)
	role := "plaintiff"
	switch t.low {
	case "appeal":
		role = "appellant"
	case "petition":
		role = "petitioner"
	}
	if r.p.at(k+1).low == "by" && !r.wordAhead(k-3, "into", 3) && !r.p.at(k-2).is("bringing", "funding", "supporting", "backing") {
		by := r.phraseAt(k + 2)
		for _, w := range by.who {
			if w.kind != evidence.Court && w.kind != evidence.Judge {
				r.give(w, role, "suit by")
			}
		}
		if r.p.at(by.end).low == "to" && len(by.who) > 0 {
			r.blocked(by.end+1, by.who)
		}
	}
	if r.p.at(k-1).kind == clitic && !t.is("case", "bid", "challenge", "claim", "claims", "appeal", "application") {
		r.give(r.lastBefore(k-1), role, "possessor of the suit")
	}
}

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

// petitions is the role of who petitions a court: that of a plaintiff where the text does not speak of
// petitioners.
func (r *reader) petitions() string {
	if r.c.writes("petitioner") || r.c.writes("petitioners") {
		return "petitioner"
	}
	return "plaintiff"
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

// accuses reads "X accuses Y of", "Y is accused of", "Y accused of" in a headline.
func (r *reader) accuses(k int) {
	next := r.p.at(k + 1)
	if r.p.at(k).low == "accused" && (next.is("of", "by") || r.passive(k)) {
		if r.negated(k) {
			return
		}
		r.giveAll(r.doers(k), "defendant", "is accused")
		if r.suitInSentence() {
			r.agentOf(k, "plaintiff")
		}
		return
	}
	doers := r.suers(k)
	object := r.phraseAt(k+1, doers...)
	if r.p.at(r.beforeVerb(k)).is("critics", "democrats", "republicans", "opponents", "protesters", "activists", "lawmakers", "politicians", "some", "many") && !r.suitInSentence() {
		return
	}
	if len(object.who) == 0 || !r.wordAhead(object.end, "of", 10) {
		return
	}
	if r.counterBefore(k) { // "filed a counterclaim accusing Pipeco of"
		r.stand(object.who, "plaintiff", "accused in a counterclaim")
		return
	}
	r.giveAll(object.who, "defendant", "object of accusing")
	r.suedByNumber(k + 1)
	if r.suitInSentence() || r.sidesBefore() || len(doers) > 0 && doers[0].kind == evidence.Agency {
		r.giveAll(doers, "plaintiff", "accuses")
	}
}

// sidesBefore says whether the sentence before speaks of a side of a suit, or of suing.
func (r *reader) sidesBefore() bool {
	return slices.ContainsFunc(r.tokensBefore(), func(t token) bool { return partyWords[t.low] != "" || t.is("sued", "sues") })
}

// counterBefore says whether a counterclaim stands among the six words before k.
func (r *reader) counterBefore(k int) bool {
	for b := k - 1; b > k-7 && b >= r.s.first; b-- {
		if r.counter(b) {
			return true
		}
	}
	return false
}
