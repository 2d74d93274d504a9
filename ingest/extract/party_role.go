package extract

import "averment/evidence"

// legalActions name a legal action.
var legalActions = set("counterclaim", "counterclaims", "countersuits", "cross-complaint", "cross-claim", "lawsuit", "lawsuits", "suit", "suits", "complaint", "complaints", "action", "actions", "case", "cases", "claim", "claims",
	"litigation", "petition", "charges", "charge", "proceedings", "proceeding", "judgment", "judgement", "verdict", "class-action", "filing",
	"allegations", "indictment", "countersuit", "injunction", "award")

// partyWords are the words that name a side of a suit, with the role they give.
var partyWords = map[string]string{"plaintiff": "plaintiff", "plaintiffs": "plaintiff", "defendant": "defendant", "defendants": "defendant",
	"petitioner": "petitioner", "petitioners": "petitioner", "respondent": "respondent", "respondents": "respondent", "appellant": "appellant",
	"appellants": "appellant", "appellee": "appellee", "appellees": "appellee", "codefendant": "defendant", "co-defendant": "defendant",
	"claimant": "plaintiff", "claimants": "plaintiff", "applicant": "plaintiff", "applicants": "plaintiff", "complainant": "plaintiff", "complainants": "plaintiff",
	"co-defendants": "defendant", "codefendants": "defendant"}

// reader applies the rules of roles to one sentence.
type reader struct {
	c    *cast
	page int
	p    *pageView
	s    sentence
}

// readRoles reads roles out of every sentence: first the sides of the suit and owners,
// then counsel, who may be named for a side.
func (c *cast) readRoles() {
	r := &reader{c: c} // one for all, since there are many sentences
	for _, pass := range []func(*reader, int){(*reader).markLawyers, (*reader).side, (*reader).standing, (*reader).allegation, (*reader).owner, (*reader).counsel} {
		for i := range c.v.pages {
			p := &c.v.pages[i]
			for _, s := range p.sentences {
				r.page, r.p, r.s = i, p, s
				for k := s.first; k < s.end; k++ {
					if p.tokens[k].kind == word {
						pass(r, k)
					}
				}
			}
		}
	}
	c.colleagues()
	c.opponents()
	c.sources()
}

func (r *reader) who(k int) (*player, mention) {
	if k < r.s.first || k >= r.s.end {
		return nil, mention{}
	}
	return r.c.whoAt(r.page, k)
}

// side reads the frames that put a name on a side of the suit.
func (r *reader) side(k int) {
	t := r.p.at(k)
	if role := partyWords[t.low]; role != "" {
		r.named(k, role)
		return
	}
	if !r.c.lawsuit {
		return
	}
	switch t.low {
	case "against":
		r.against(k)
	case "sued", "sues", "sue", "suing":
		r.sues(k)
	case "take", "takes", "took", "taken", "taking", "drag", "drags", "dragged", "dragging", "haul", "hauls", "hauled", "hauling", "challenge":
		r.takenToCourt(k)
	case "accuse", "accuses", "accused", "accusing":
		r.accuses(k)
	case "testified":
		if w := r.subject(k); w != nil && w.kind == evidence.Person {
			w.role("witness", "testifies")
		}
	case "infringed", "violated", "breached", "defrauded", "discriminated", "misappropriated", "infringes", "violates":
		if r.ruling(k) {
			w := r.subject(k)
			if w == nil && r.p.at(k-1).low == "it" {
				w = r.antecedent(k)
			}
			r.give(w, "defendant", "what was found of it")
		}
	case "ordered", "found", "convicted", "sentenced", "acquitted":
		r.judged(k)
	case "won":
		if r.p.at(k-1).is("judgment", "judgement", "verdict", "award", "damages", "ruling") && r.p.at(k+1).low == "by" {
			r.agentOf(k, "plaintiff")
		}
	case "awarded", "awards", "award":
		r.awards(k)
	case "issued", "filed", "brought", "lodged", "launched", "files", "filing", "initiated", "commenced", "started", "instituted", "mounted", "launches", "brings":
		r.files(k)
	case "faces", "face", "facing", "faced", "targeted", "hit", "slapped", "served", "fights":
		r.faces(k)
	case "names", "named", "naming", "name":
		r.names(k)
	case "behalf":
		if r.p.at(k-1).low == "on" && r.p.at(k+1).low == "of" && r.suitInSentence() {
			r.giveAll(r.phraseAt(k+2).who, "plaintiff", "on behalf of")
		}
	case "lawsuit", "suit", "complaint", "claim", "claims", "action", "case", "lawsuits", "suits", "petition", "appeal", "application":
		r.suitBy(k)
	case "fined", "investigating", "fines":
		r.fined(k)
	case "preventing", "barring", "prohibiting", "enjoining", "enjoined", "barred":
		r.restrained(k)
	case "goes", "targets", "targeting":
		r.targets(k)
	case "asked", "asks", "asking":
		r.asksCourt(k)
	case "motion", "bid", "request":
		r.moves(k)
	case "led":
		if b := k - 1; r.p.at(k+1).low == "by" && (groupNouns[r.p.at(b).low] || r.p.at(b).low == "," && groupNouns[r.p.at(b-1).low]) {
			r.stand(r.phraseAt(k+2).who, "plaintiff", "leads the plaintiffs")
		}
	case "fight", "battle", "dispute", "feud":
		r.disputes(k)
	case "petitioned":
		r.giveAll(r.suers(k), "petitioner", "petitions")
	case "applied":
		if r.p.at(k+1).low == "for" && (r.wordAhead(k, "review", 6) || r.relief(k, 6)) {
			r.giveAll(r.suers(k), "plaintiff", "applies to the court")
		}
	case "illegally", "unlawfully", "wrongly", "improperly", "wrongfully", "negligently":
		if r.ruling(k) {
			r.giveAll(r.doers(k), "defendant", "what was found of it")
		}
	case "judges", "justices":
		r.bench(k)
	case "judge", "magistrate", "justice":
		r.apposedJudge(k)
	case "charged", "indicted", "charges", "pleaded", "pled", "arraigned":
		r.charged(k)
	}
}

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

// bench reads "Circuit Judges Ana Ruiz, Ray Hall and Paul Lane".
func (r *reader) bench(k int) {
	if !r.p.at(k).capital {
		return
	}
	for _, w := range r.phraseAt(k + 1).who {
		if w.kind == "" || w.kind == evidence.Person || w.kind == evidence.Judge {
			w.kind = evidence.Judge
			w.role("judge", "title")
		}
	}
}

// apposedJudge reads "the trial judge, Ana Ruiz," and "Ana Ruiz, a bankruptcy judge in Reno".
func (r *reader) apposedJudge(k int) {
	if r.p.at(k).capital || r.p.at(k+1).kind == clitic {
		return
	}
	w, m := r.who(k + 2)
	if r.p.at(k+1).low != "," || w == nil || m.first != k+2 {
		w = r.modified(k)
		for b := k - 1; w != nil && b > k-5; b-- {
			if r.p.at(b).is("former", "by", "from", "to", "before", "told", "against", "of") {
				return
			}
			if r.p.at(b).low == "," {
				break
			}
		}
	}
	if w != nil && (w.kind == evidence.Person || w.kind == "" && len(w.tokens) > 1) {
		w.kind = evidence.Judge
		w.role("judge", "called a judge")
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
	if r.p.at(k+1).low == "by" {
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
	for r.p.at(n).is(",", ":", "–", "led", "by", "along", "with", "named", "were", "are", "include", "included", "including", "was", "is") {
		n++
	}
	if who, _ := r.who(r.skipDescription(n)); who != nil && (n > k+1 || !r.p.at(n).is("said", "who")) && !((n > k+1 || r.p.at(n).line) && r.counselBefore(k)) {
		r.giveAll(r.phraseAt(n).who, role, "role word")
		return
	}
	if r.isSide(k, role) {
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
	b := k - 1
	for r.p.at(b).is("the", "a", "an", "lead", "named", "sole", "one", "of", "(", "as", "principal", "main", "original") {
		b--
	}
	if b < k-1 && r.p.at(b).low == "," || r.p.at(k-1).low == "(" {
		who, m := r.who(b - 1)
		if r.p.at(k-1).low == "(" {
			who, m = r.who(k - 2)
		}
		if who != nil && m.end >= b-1 && !r.counselBefore(k) && !r.p.at(k+1).is("'s", "said", "alleges") {
			r.give(who, role, "role word")
		}
	}
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
	return true
}

// counselBefore says whether the side at k is named as somebody's client.
func (r *reader) counselBefore(k int) bool {
	for b := k - 1; b >= r.s.first && b > k-5; b-- {
		if r.p.at(b).is("for", "representing", "represents", "represented") {
			return true
		}
	}
	return false
}

// suitBefore says whether a noun of a suit stands in the words before k.
func (r *reader) suitBefore(k int) bool {
	for b := k - 1; b >= r.s.first && b > k-14; b-- {
		t := r.p.at(b)
		if legalActions[t.low] || t.is("sued", "ruled", "filed", "brought", "jury") {
			return true
		}
		if t.is(";", "discriminated", "discriminate", "protest", "protested", "war") {
			return false
		}
	}
	return false
}

// suitAfter says whether a noun of a suit stands in the n words behind k.
func (r *reader) suitAfter(k, n int) bool {
	for f := k + 1; f < r.s.end && f <= k+n; f++ {
		t := r.p.at(f)
		if legalActions[t.low] && t.low != "actions" || t.low == "legal" && r.p.at(f+1).low == "action" {
			return true
		}
		if t.is(".", ";", ",") {
			return false
		}
	}
	return false
}

func (r *reader) suitInSentence() bool {
	for k := r.s.first; k < r.s.end; k++ {
		if legalActions[r.p.at(k).low] || r.p.at(k).is("filed", "sued") {
			return true
		}
	}
	return false
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
	if len(object.who) == 0 || !r.wordAhead(object.end, "of", 10) {
		return
	}
	r.giveAll(object.who, "defendant", "object of accusing")
	if r.suitInSentence() || len(doers) > 0 && doers[0].kind == evidence.Agency {
		r.giveAll(doers, "plaintiff", "accuses")
	}
}

// wordAhead says whether the word stands within n tokens behind k.
func (r *reader) wordAhead(k int, low string, n int) bool {
	for f := k; f < r.s.end && f < k+n; f++ {
		if r.p.at(f).low == low {
			return true
		}
	}
	return false
}

// passive says whether a form of "be" stands before the participle at k.
func (r *reader) passive(k int) bool {
	for b := k - 1; b >= r.s.first && b > k-4; b-- {
		t := r.p.at(b)
		if t.is("was", "were", "is", "are", "been", "being", "be", "got") {
			return true
		}
		if !t.is("also", "not", "already", "first", "separately", "recently", "now", "previously") {
			return false
		}
	}
	return false
}

// agentOf gives the role to the names behind "by", which stand within 18 words of k.
func (r *reader) agentOf(k int, role string) {
	for f := k + 1; f < r.s.end && f < k+18; f++ {
		t := r.p.at(f)
		if t.low == "by" {
			r.giveAll(r.phraseAt(f+1).who, role, "agent of the suit")
			return
		}
		if t.is(";", "that", "who", "which", "said", "says") {
			return
		}
	}
}

// listedWith are the names that stand in one list with the mention of w that is nearest
// before position k.
func (r *reader) listedWith(w *player, k int) []*player {
	var out []*player
	b := k - 1
	for b > r.s.first {
		if who, _ := r.who(b); who == w {
			break
		}
		b--
	}
	for b > r.s.first {
		_, m := r.who(b)
		b = m.first - 1
		if r.p.at(b).low == "<" {
			b--
		}
		for n := 0; n < 4 && r.p.at(b).kind == word && !r.p.at(b).capital && r.p.at(b).low != "and"; n++ {
			b--
		}
		joined := false
		for r.p.at(b).is(",", "and") && b > r.s.first {
			joined = true
			b--
		}
		if r.p.at(b).low == ">" {
			b--
		}
		who, m2 := r.who(b)
		if !joined || who == nil || m2.end != b+1 || m2.first == m.first || who == w {
			return out
		}
		out = append(out, who)
	}
	return out
}
