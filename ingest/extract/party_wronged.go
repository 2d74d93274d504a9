package extract

import "averment/evidence"

// wrongs are verbs of what a court finds that one side did to the other.
var wrongs = set("retaliated", "discriminated", "harassed", "victimised", "victimized", "defamed", "libelled", "libeled", "fired", "dismissed", "sacked", "underpaid", "infringed", "defrauded", "cheated",
	"wronged", "injured", "assaulted", "misled", "deceived", "bullied", "slandered")

// wronged reads "The panel found that the university retaliated against Ana Ruiz" and "Jurors found that Ray Hall used
// force and that Harbor County had failed to".
func (r *reader) wronged(k int) {
	jury := r.wordAhead(r.s.first, "jurors", 4) || r.wordAhead(r.s.first, "jury", 4) || r.wordAhead(r.s.first, "panel", 4)
	if !jury && !r.courtRoom() || r.passive(k) || r.negated(k) {
		return
	}
	for f := k + 1; f < r.s.end && f < k+40; f++ {
		if r.p.at(f).low != "that" || f > k+8 && r.p.at(f-1).low != "and" {
			continue
		}
		who := r.phraseAt(f + 1)
		verb := who.end
		for r.p.at(verb).is("had", "has", "have", "unlawfully", "illegally", "unfairly", "wrongly", "repeatedly", "deliberately") {
			verb++
		}
		if len(who.who) == 0 || r.p.at(verb).kind != word || r.p.at(verb+1).low == "not" || r.p.at(verb).is("not", "never", "did") {
			continue
		}
		if wrongs[r.p.at(verb).low] {
			r.wrongedBy(who.who, verb)
		} else if jury && pastVerb(r.p.at(verb).low) && !r.p.at(verb).is("owed", "proved", "showed", "suffered", "deserved", "needed") {
			for _, w := range who.who {
				if !w.sided() && !w.counsels() {
					r.give(w, "defendant", "what was found of it")
				}
			}
		}
	}
}

// wrongedBy gives the sides to who did what the verb says, and to whom.
func (r *reader) wrongedBy(who []*player, verb int) {
	n := verb + 1
	if r.p.at(n).is("against", "upon", "on") {
		n++
	}
	victims := r.phraseAt(n, who...)
	for _, w := range victims.who {
		if w.kind == evidence.Person {
			r.stand([]*player{w}, "plaintiff", "what was done to it")
		}
	}
	for _, w := range who {
		if !w.sided() && !w.counsels() && (len(victims.who) > 0 || r.p.at(n).is("him", "her", "them")) {
			r.give(w, "defendant", "what was found of it")
		}
	}
}

// pastVerb says whether a word looks like a verb of the past.
func pastVerb(low string) bool {
	n := len(low)
	return n > 3 && low[n-2:] == "ed" || contains([]string{"knew", "made", "sold", "hid", "kept", "broke", "took", "gave", "lied", "was", "were"}, low)
}
