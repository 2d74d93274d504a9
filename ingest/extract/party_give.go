package extract

import (
	"strings"

	"averment/evidence"
)

// strongSide are the rules that make even a lawyer a side of the suit.
var strongSide = set("role word", "named in the suit", "caption", "is charged", "object of a charge", "was sued")

// strongOutlet are the rules that make a party of a newspaper or station, which reports else only speak of as a source.
var strongOutlet = set("role word", "named in the suit", "caption", "object of a suit", "was sued", "sues")

// give assigns a role to a player that can have it.
func (r *reader) give(w *player, role, basis string) {
	if w == nil || w.kind == evidence.Court || w.kind == evidence.Judge || w.outlet && !strongOutlet[basis] {
		return
	}
	if role == "plaintiff" && w.has("defendant") || role == "defendant" && w.has("plaintiff") && basis != "role word" {
		return
	}
	if w.lawyer && !strongSide[basis] || !strongSide[basis] && r.c.bothSides && (role == "plaintiff" || role == "defendant") && w.basis != "caption" {
		return
	}
	if len(w.tokens) == 1 && !w.firm && w.count == 0 {
		return
	}
	w.role(role, basis)
}

// captioned says whether the caption of the paper gave both sides, so that sentences tell of other suits.
func (c *cast) captioned() bool {
	if c.v.doc.Filing == nil {
		return false
	}
	sues, sued := false, false
	for _, w := range c.players {
		if w.basis == "caption" {
			sues = sues || w.has("plaintiff") || w.has("petitioner") || w.has("appellant")
			sued = sued || w.has("defendant") || w.has("respondent") || w.has("appellee")
		}
	}
	return sues && sued
}

// ruling says whether the clause of the verb at k is found by a court or jury, or alleged by
// the suit.
func (r *reader) ruling(k int) bool {
	for b := k - 1; b >= r.s.first && b > k-12; b-- {
		if r.p.at(b).is("found", "ruled", "held", "alleges", "alleged", "claims", "jury", "accusing") {
			return true
		}
	}
	return false
}

// groupAt says whether the name goes on as the name of a group: "Harbor Premium customers".
func (r *reader) groupAt(k int) bool {
	for f := k; f < k+5; f++ {
		t := r.p.at(f)
		if groupNouns[t.low] {
			return true
		}
		if t.kind != word && t.low != "-" {
			return false
		}
		if strings.HasSuffix(t.low, "ed") && !t.capital && len(t.low) > 4 || agentVerbs()[t.low] || speechVerbs()[t.low] || t.is("and", "in", "on", "for", "of", "who", "over", "by", "to") {
			return false
		}
	}
	return false
}
