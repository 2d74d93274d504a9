package extract

import "averment/evidence"

// legalActions name a legal action.
var legalActions = set("lawsuit", "lawsuits", "suit", "suits", "complaint", "complaints", "action", "actions", "case", "cases", "claim", "claims",
	"litigation", "petition", "charges", "charge", "proceedings", "proceeding", "judgment", "judgement", "verdict", "class-action", "filing",
	"allegations", "indictment", "countersuit", "injunction", "award")

// partyWords are the words that name a side of a suit, with the role they give.
var partyWords = map[string]string{"plaintiff": "plaintiff", "plaintiffs": "plaintiff", "defendant": "defendant", "defendants": "defendant",
	"petitioner": "petitioner", "petitioners": "petitioner", "respondent": "respondent", "respondents": "respondent", "appellant": "appellant",
	"appellants": "appellant", "appellee": "appellee", "appellees": "appellee", "codefendant": "defendant", "co-defendant": "defendant",
	"claimant": "plaintiff", "claimants": "plaintiff"}

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
	for _, pass := range []func(*reader, int){(*reader).side, (*reader).allegation, (*reader).owner, (*reader).counsel} {
		for i := range c.v.pages {
			p := &c.v.pages[i]
			for _, s := range p.sentences {
				r := &reader{c, i, p, s}
				for k := s.first; k < s.end; k++ {
					if p.tokens[k].kind == word {
						pass(r, k)
					}
				}
			}
		}
	}
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
		if r.suitBefore(k) {
			r.giveList(k+1, "defendant", "suit against")
		}
	case "sued", "sues", "sue", "suing":
		r.sues(k)
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
	case "issued", "filed", "brought", "lodged", "launched", "files", "filing", "initiated":
		r.files(k)
	case "faces", "face", "facing", "faced", "targeted", "hit", "slapped", "served", "fights":
		if r.suitAfter(k, 12) {
			r.giveSubject(k, "defendant", "faces a suit")
		}
	case "behalf":
		if r.p.at(k-1).low == "on" && r.p.at(k+1).low == "of" && r.suitInSentence() {
			r.giveList(k+2, "plaintiff", "on behalf of")
		}
	case "lawsuit", "suit", "complaint", "claim", "action", "lawsuits", "suits":
		if r.p.at(k+1).low == "by" && r.c.properSide(r, k+2) {
			r.giveList(k+2, "plaintiff", "suit by")
		}
		if r.p.at(k-1).kind == clitic {
			r.give(r.lastBefore(k-1), "plaintiff", "possessor of the suit")
		}
	case "fined", "investigating", "fines":
		if w := r.subject(k); w != nil && w.kind == evidence.Agency && !r.passive(k) {
			w.role("regulator", "fines or investigates")
		}
	case "charged", "indicted":
		if r.p.at(k + 1).capital {
			r.giveList(k+1, "defendant", "object of a charge")
		}
	}
}

// properSide says whether a name that is no agency's decision stands at k or behind an article.
func (c *cast) properSide(r *reader, k int) bool {
	who, _ := r.who(r.skipFillers(k))
	return who != nil && who.kind != evidence.Court && who.kind != evidence.Judge
}

// named reads "plaintiff Ana Ruiz", "the plaintiffs, Ruiz and Day", "Ana Ruiz, the plaintiff,".
func (r *reader) named(k int, role string) {
	n := k + 1
	for r.p.at(n).is(",", ":", "led", "by", "along", "with", "named", "were", "are", "include", "included", "including", "was", "is") {
		n++
	}
	if who, _ := r.who(n); who != nil && !((n > k+1 || r.p.at(n).line) && r.counselBefore(k)) {
		r.giveList(n, role, "role word")
		return
	}
	if r.p.at(n).low == "its" && r.p.at(n-1).is("was", "were") { // "along with Harbor was its president, Ana Ruiz"
		r.giveList(r.skipDescription(n+1), role, "role word")
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

// sues reads "X sued Y", "Y was sued by X", "Y was sued".
func (r *reader) sues(k int) {
	if r.p.at(k).low == "sued" && r.passive(k) {
		r.giveSubject(k, "defendant", "was sued")
		r.agent(k)
		return
	}
	if next := r.p.at(k + 1); next.low == "to" && r.p.at(k+2).is("stop", "block", "prevent", "force", "bar", "halt", "make") {
		r.giveSubject(k, "plaintiff", "sues")
		r.giveList(r.skipDescription(k+3), "defendant", "object of a suit")
		return
	}
	who, _ := r.who(k + 1)
	if who == nil {
		who, _ = r.who(k + 2)
	}
	if n := r.skipDescription(k + 1); who == nil && n > k+2 {
		r.giveSubject(k, "plaintiff", "sues")
		r.giveList(n, "defendant", "object of a suit")
		return
	}
	if t := r.p.at(k); t.low == "sued" && (who == nil && !r.p.at(k+1).is("the", "its", "his", "her", "their", "a", "over", "for", "in", "on")) {
		if r.c.headline(r.s) { // "OpenAI sued for stealing"
			r.give(r.subject(k), "defendant", "was sued")
		}
		return
	}
	subject := r.subject(k)
	if r.c.headline(r.s) && r.p.at(k+1).is("over", "for", "by") {
		r.give(subject, "defendant", "was sued")
		r.agent(k)
		return
	}
	r.giveSubject(k, "plaintiff", "sues")
	if who != nil {
		r.giveList(k+1, "defendant", "object of a suit")
	}
}

// headline says whether the sentence is a line of its own.
func (c *cast) headline(s sentence) bool { return s.heading }

// accuses reads "X accuses Y of", "Y is accused of", "Y accused of" in a headline.
func (r *reader) accuses(k int) {
	next := r.p.at(k + 1)
	if r.p.at(k).low == "accused" && next.is("of", "by") {
		if w := r.subject(k); w != nil {
			r.give(w, "defendant", "is accused")
		}
		r.agentOf(k, "plaintiff")
		return
	}
	n := k + 1
	if next.is("the", "its", "his") {
		n++
	}
	for r.p.at(n).kind == word && !r.p.at(n).capital && n < k+4 {
		n++
	}
	if who, _ := r.who(n); who != nil && r.wordAhead(n, "of", 14) {
		r.giveList(n, "defendant", "object of accusing")
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

// files reads "X filed a suit", "the suit was filed by X".
func (r *reader) files(k int) {
	next := r.p.at(k + 1)
	if r.passive(k) || r.p.at(k).is("filed", "brought", "lodged") && (legalActions[r.p.at(k-1).low] || r.p.at(k-1).low == "," && !next.is("a", "an", "the", "its", "suit") || next.is("by", "on", "in", "last", "late")) {
		if r.suitBefore(k) {
			r.agentOf(k, "plaintiff")
		}
		return
	}
	if !r.p.at(k+1).is("a", "an", "the", "its", "his", "her", "their", "suit", "lawsuit", "another", "separate") || !r.suitAfter(k, 7) ||
		r.motionAfter(k) {
		return
	}
	if !r.giveSubject(k, "plaintiff", "files a suit") {
		r.groupBefore(k)
	}
}

// motionAfter says whether it is a motion, an appeal or the like that is filed.
func (r *reader) motionAfter(k int) bool {
	for f := k + 1; f < k+6; f++ {
		if r.p.at(f).is("motion", "appeal", "answer", "response", "brief", "notice", "bankruptcy", "report", "countersuit", "counterclaim", "reply", "separate", "similar", "another") {
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

// agent gives the role of plaintiff to the name behind "by".
func (r *reader) agent(k int) { r.agentOf(k, "plaintiff") }

func (r *reader) agentOf(k int, role string) {
	for f := k + 1; f < r.s.end && f < k+18; f++ {
		t := r.p.at(f)
		if t.low == "by" {
			r.giveList(r.skipDescription(f+1), role, "agent of the suit")
			return
		}
		if t.is(";", "that", "who", "which", "said", "says") {
			return
		}
	}
}

// giveSubject gives the role to the subject of the verb at k, and to the names that are
// listed with it: "Ana Ruiz and the band Glass Harbor filed".
func (r *reader) giveSubject(k int, role, basis string) bool {
	w := r.subject(k)
	if w == nil {
		return false
	}
	r.give(w, role, basis)
	for _, other := range r.listedWith(w, k) {
		if other.kind == "" {
			other.kind = w.kind
		}
		r.give(other, role, basis)
	}
	return true
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
		for n := 0; n < 4 && r.p.at(b).kind == word && !r.p.at(b).capital && r.p.at(b).low != "and"; n++ {
			b--
		}
		joined := false
		for r.p.at(b).is(",", "and") && b > r.s.first {
			joined = true
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
