package extract

import (
	"strings"

	"averment/evidence"
)

// mayBe says whether a party named by m can be the one who sues undescribed.
func (r *reader) mayBe(w *player, m mention, one nameless) bool {
	if w.blocked || w.outlet || w.basis == "byline" || w.sided() || w.counsels() || w.lawyer || w.lawFirm() || w.kind == evidence.Court || w.kind == evidence.Judge || w.kind == evidence.Agency || w.has("witness") {
		return false
	}
	if r.p.at(m.end).kind == clitic || r.p.at(m.first-1).is("of", "by", "for", "at", "in", "from", "to", "with", "against", "near") && !one.body {
		return false
	}
	if w.kind == evidence.Person {
		return !one.firm && len(w.tokens) > 1 && !r.spokesman(w) && !r.officeBeside(m)
	}
	return one.body && w.firm && w.kind == evidence.Organisation
}

// officeBeside says whether an office stands before a name or in commas behind it, so that the person
// speaks for others: "chief executive Ana Ruiz", "Ana Ruiz, the company's president,".
func (r *reader) officeBeside(m mention) bool {
	office := func(t *token) bool {
		return t.is("chief", "executive", "president", "chairman", "director", "spokesman", "spokeswoman", "spokesperson", "officer", "minister", "commissioner", "professor", "analyst", "senator", "governor", "mayor", "ceo", "secretary", "prosecutor", "inspector", "superintendent", "researcher", "economist", "expert", "coroner", "detective", "sheriff", "administrator", "manager", "vice", "general")
	}
	before := m.first - 1
	if r.p.at(before).low == "," { // "a Harbor spokeswoman, Ana Ruiz,"
		before--
	}
	for b := before; b > before-3 && b >= r.s.first && r.p.at(b).kind == word; b-- {
		if office(r.p.at(b)) && !r.former(b) {
			return true
		}
	}
	if r.p.at(m.end).low != "," {
		return false
	}
	for f := m.end + 1; f < m.end+9 && f < r.s.end; f++ {
		if t := r.p.at(f); office(t) && !r.former(f) {
			return true
		} else if t.is(",", "who", ".") {
			return false
		}
	}
	return false
}

// former says whether the words before k make of an office one that is over.
func (r *reader) former(k int) bool {
	for b := k - 1; b > k-4; b-- {
		if t := r.p.at(b); t.is("former", "ex", "then", "fired", "dismissed") || strings.HasPrefix(t.low, "ex-") {
			return true
		}
	}
	return false
}
