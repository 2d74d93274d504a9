package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// standing reads sides from what a party does in the suit, where no rule named its side: who
// denies the claims or settles is sued, who seeks damages or alleges in the complaint sues.
func (r *reader) standing(k int) {
	if !r.c.lawsuit {
		return
	}
	t := r.p.at(k)
	switch t.low {
	case "denied", "denies", "deny", "denying", "disputes", "disputed", "rejected", "rejects", "contests", "dispute", "contest", "contested", "fight", "admit", "admitting", "admitted":
		if t.low == "admitted" {
			r.admits(k)
		}
		if n := r.accusation(k, 6); n > 0 {
			r.stand(r.suers(k), "defendant", "answers the claims")
		}
	case "said", "says", "called", "calls", "believes", "insisted", "insists", "maintains", "maintained":
		if r.meritless(k) {
			r.stand(r.spokenFor(k), "defendant", "answers the claims")
		} else if r.p.at(k+1).low == "in" && r.inComplaint(k) || r.p.at(r.s.first).low == "in" && r.inComplaint(k) {
			r.stand(r.suers(k), "plaintiff", "alleges in the complaint")
		}
	case "found", "ruled", "held":
		r.foundThat(k)
	case "worked", "dismissed", "sacked", "fired", "employed", "suspended":
		r.employed(k)
	case "claiming":
		if r.p.at(k-1).is("is", "are") && (r.wordAhead(k, "loss", 4) || r.relief(k, 4)) {
			r.stand(r.suers(k), "plaintiff", "seeks relief")
		}
	case "pay", "paid", "pays":
		if (r.p.at(k-1).is("will", "to") || t.low != "pay") && (r.wordAhead(k, "settle", 14) || r.wordAhead(k, "resolve", 14)) && r.settling() {
			r.stand(r.suers(k), "defendant", "settles")
		}
	case "does", "do", "did":
		r.soDoes(k)
	case "faces", "face":
		if r.wordAhead(k, "prison", 10) || r.wordAhead(k, "sentence", 8) {
			r.stand(r.suers(k), "defendant", "faces prison")
		}
	case "dismissal":
		if r.p.at(k+1).low == "of" && !r.p.at(k+2).is("his", "her", "their") && (r.courtRoom() || r.p.at(k-2).is("affirmed", "upheld", "reversed")) {
			r.stand(r.phraseAt(k+2).who, "defendant", "is dismissed from the suit")
		}
	case "agreed", "agrees", "agree":
		if r.p.at(k+1).low == "to" && (r.p.at(k+2).low == "settle" || r.p.at(k+2).low == "pay" && r.settling()) {
			r.stand(r.suers(k), "defendant", "settles")
		}
	case "seeks", "seeking", "sought", "seek", "wants", "want", "demanding", "demands":
		if r.relief(k, 7) {
			r.stand(r.suers(k), "plaintiff", "seeks relief")
		}
	case "claim", "allege", "say", "argue", "contend", "maintain":
		if !r.c.hasSide("plaintiff") || r.p.at(r.s.first).low == "in" && r.inComplaint(k) {
			if who := r.suers(k); len(who) > 1 {
				r.stand(who, "plaintiff", "alleges with others")
				r.alleged(k, who)
			}
		} else if t.low == "allege" && r.inComplaint(k) {
			r.stand(r.suers(k), "plaintiff", "alleges in the complaint")
		}
	case "alleges", "alleged", "claims", "claimed", "contends", "contended", "charged", "charge", "argues", "argued", "asserts":
		if r.inComplaint(k) || t.is("alleges", "alleged") && !r.c.hasSide("plaintiff") {
			r.stand(r.suers(k), "plaintiff", "alleges in the complaint")
		}
	}
}

// alleged reads of whom several who sue say something: "contend the ministry approved the mine".
func (r *reader) alleged(k int, doers []*player) {
	n := k + 1
	if r.p.at(n).low == "that" {
		n++
	}
	object := r.phraseAt(n, doers...)
	if t := r.p.at(object.end); len(object.who) == 1 && !r.c.hasSide("defendant") && doers[0].has("plaintiff") && t.kind == word && !t.capital && !joinWord[t.low] {
		r.give(object.who[0], "defendant", "what the suit alleges")
	}
}

// stand gives the side to those who have none and speak for themselves.
func (r *reader) stand(who []*player, role, basis string) {
	for _, w := range who {
		if w == nil || w.lawyer || w.lawFirm() || w.counsels() || w.sided() || w.kind == evidence.Agency && role == "defendant" || w.kind == evidence.Person && r.titled(w) {
			continue
		}
		r.give(w, role, basis)
	}
}

// sided says whether the party has a side of the suit.
func (w *player) sided() bool {
	return slices.ContainsFunc(w.roles, func(role string) bool { return sides[role] })
}

// sides are the roles of the sides of a suit.
var sides = set("plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee")

// titled says whether a title or an office stands beside a mention of the person in the
// sentence, so that it speaks for somebody else.
func (r *reader) titled(w *player) bool {
	for _, m := range r.c.mentions {
		if m.who != w {
			continue
		}
		p := &r.c.v.pages[m.page]
		for b := m.first - 1; b > m.first-4 && b >= 0; b-- {
			t := p.at(b)
			if names().has(t, roleNoun) || names().has(t, titleWord) && !t.is("mr", "mrs", "ms", "miss", "dr", ".") {
				return true
			}
			if t.kind != word && t.low != "." && t.low != "," {
				break
			}
		}
		if p.at(m.end).low == "," && r.c.occupation(p, m.end+1) && p.at(m.end+1).low != "who" {
			return true
		}
	}
	return false
}

// foundThat reads "the judge found after a trial that Harbor ignored warnings": of whom a court
// finds something, where nobody is known to be sued, is the defendant.
func (r *reader) foundThat(k int) {
	r.wronged(k)
	if n := k + 1; r.p.at(k).low == "ruled" && r.p.at(n).low == "against" && !r.c.hasSide("defendant") {
		r.stand(r.phraseAt(n+1).who, "defendant", "the court decides against")
	}
	if !r.c.hasSide("plaintiff") || r.c.hasSide("defendant") {
		return
	}
	for f := k + 1; f < r.s.end && f < k+8; f++ {
		if r.p.at(f).low == "that" {
			who := r.phraseAt(f + 1)
			if t := r.p.at(who.end); len(who.who) == 1 && t.kind == word && !t.capital && !joinWord[t.low] {
				r.stand(who.who, "defendant", "what was found of it")
			}
			return
		}
	}
}

// spokenFor is who speaks at k, the organisation where its spokesman does.
func (r *reader) spokenFor(k int) []*player {
	b := r.beforeVerb(k)
	if r.p.at(b).is("spokesman", "spokeswoman", "spokesperson", "representative") {
		if w := r.lastBefore(b); w != nil {
			return []*player{w}
		}
	}
	if r.p.at(b).low == "," {
		b--
	}
	if who, m := r.who(b); who != nil && r.p.at(m.first-1).low == "for" && r.p.at(m.first-2).is("spokesman", "spokeswoman", "spokesperson") {
		return []*player{who}
	}
	if who, m := r.who(b); who != nil && r.p.at(m.first-1).low == "," { // "a spokesman for Harbor, Ana Ruiz,"
		if firm, fm := r.who(m.first - 2); firm != nil && fm.end == m.first-1 && r.p.at(fm.first-1).low == "for" && r.p.at(fm.first-2).is("spokesman", "spokeswoman", "spokesperson") {
			return []*player{firm}
		}
	}
	return r.suers(k)
}

// settling says whether the sentence speaks of a settlement.
func (r *reader) settling() bool {
	for k := r.s.first; k < r.s.end; k++ {
		if r.p.at(k).is("settle", "settlement", "settled", "settling", "resolve", "lawsuit", "suit", "claims", "court") {
			return true
		}
	}
	return false
}

// relief says whether what a suit can ask for stands within n words behind k.
func (r *reader) relief(k, n int) bool {
	for f := k + 1; f < r.s.end && f <= k+n; f++ {
		t := r.p.at(f)
		if t.is("damages", "injunction", "compensation", "restitution", "reinstatement", "$", "£", "€", "dlrs", "declaration", "relief", "redress", "penalties", "fines", "refunds") ||
			t.is("an", "the") && r.p.at(f+1).low == "order" {
			return true
		}
		if t.is(".", ";") {
			return false
		}
	}
	return false
}

// inComplaint says whether the words at k are said in the papers of the suit: "alleges in the
// complaint", "in a suit filed on Monday, Harbor says".
func (r *reader) inComplaint(k int) bool {
	for f := k + 1; f < k+9 && f < r.s.end; f++ {
		t := r.p.at(f)
		if r.p.at(f-1).is("the", "a", "its", "his", "her", "their", "proposed", "federal", "civil", "class", "action") || t.capital || r.p.at(f-1).kind == number {
			if t.is("suit", "lawsuit", "complaint", "action", "petition", "claim") && r.inside(f, k) {
				return true
			}
		}
		if t.is("that", ".", ";") {
			break
		}
	}
	if r.p.at(r.s.first).low != "in" {
		return false
	}
	for f := r.s.first + 1; f < r.s.first+7 && f < k; f++ {
		if r.p.at(f).is("suit", "lawsuit", "complaint", "action", "petition", "claim") || r.p.at(f).low == "one" && r.p.at(f-1).low == "that" && r.p.at(f+1).low == "," || r.p.at(f).low == "case" && r.p.at(f-1).is("that", "another", "separate", "second", "related") {
			return !r.p.at(f-1).is("'s", "'")
		}
	}
	return false
}

// inside says whether "in" stands between k and the noun at f.
func (r *reader) inside(f, k int) bool {
	for b := f - 1; b > k && b > f-6; b-- {
		if r.p.at(b).low == "in" {
			if t := r.p.at(b - 1); b-1 > k && (lawyerNouns[t.low] || partyWords[t.low] != "" || t.is("involved", "named", "people", "those", "others")) {
				return false // "said lawyers in the lawsuit"
			}
			return b-1 == k || !strings.HasSuffix(r.p.at(b-1).low, "ed") && !r.p.at(b-1).is("intervene", "participate", "testify", "interest", "role", "party", "part")
		}
	}
	return false
}
