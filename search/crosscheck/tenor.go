package crosscheck

import (
	"cmp"
	"slices"
	"strings"

	"averment/evidence"
)

// tenor is how a report as a whole takes the matter of a claim: its headline and its
// opening weigh most, and a correction in its own voice decides wherever it stands.
type tenor struct {
	unit    int // the sentence that shows it
	verdict string
	rule    string
}

// leadUnits are the sentences after a headline that open a report.
const leadUnits = 2

// tenorOf reads the tenor of a document; found is false where it has none toward the claim,
// or where the claim is not of the kind that reports tell as a whole.
func tenorOf(c *claim, s *source, best finding, ok bool) (finding, bool) {
	if !c.reported() || !reporting(s.doc.Kind) || len(s.units) == 0 {
		return finding{}, false
	}
	r := readReport(c, s)
	t, found := r.tenor(s, best, ok)
	if r.bare() {
		t, found = r.bareTenor(s, best, ok)
	}
	if !found {
		return finding{}, false
	}
	out := finding{verdict: t.verdict, unit: t.unit, rule: t.rule, coverage: max(best.coverage, r.head.touch.recall), told: true}
	if t.verdict == Denies && ok && best.verdict == Differs {
		out.slot = best.slot
	}
	if t.verdict == Attributes {
		out.speaker, out.stance = best.speaker, evidence.Reports
	}
	return out, true
}

// reported says whether a claim tells of an event, and not of what somebody answered or of
// how parties stand, which are decided apart.
func (c *claim) reported() bool {
	told := slices.IndexFunc(c.unit.words, func(w word) bool { return c.event != "" && (w.class == c.event || words().action[w.fold] == c.event) })
	negated := slices.ContainsFunc(c.unit.words[:cmp.Or(told+1, len(c.unit.words))], func(w word) bool { return plainNegator(w.fold) })
	return c.response == "" && c.relation.kind == "" && !negated && !c.asks() && len(c.terms) > 1
}

func reporting(k evidence.Kind) bool { return k == evidence.Article || k == evidence.Other || k == "" }

// tenor decides what the report does with the claim as a whole.
func (r *report) tenor(s *source, best finding, ok bool) (tenor, bool) {
	if h := &r.head; h.against() && r.carriedOn() && (h.aims() || h.retracts()) || h.retracts() && h.shares() {
		return tenor{r.head.unit, Denies, "its headline says that it is not so"}, true
	}
	if best.verdict != Differs && r.overturns() {
		return tenor{r.head.unit, Denies, "its headline tells the contrary"}, true
	}
	if i := r.takenUp(); i >= 0 && best.verdict != Differs {
		return tenor{i, Denies, "says that it is not so"}, true
	}
	if p := r.correction(); p != nil && best.verdict != Differs && !r.claim.money() {
		return tenor{p.unit, Denies, "says that it is not so"}, true
	}
	opening, c := r.opening(), r.claim
	switch {
	case ok && best.verdict == Denies && best.unit < s.headline() && r.head.has(cueOpen):
		return tenor{best.unit, Attributes, "leaves it open"}, true
	case r.head.hedged() && !r.settled():
		if ok && best.verdict == Asserts {
			return tenor{best.unit, Attributes, "reports it with reserve"}, true
		}
	case opening != nil && r.doubtful() && !r.head.has(cueSure):
		if ok && best.verdict == Asserts {
			return tenor{best.unit, Attributes, "reports it with reserve"}, true
		}
	case opening != nil && (!ok || best.verdict == Attributes && best.stance != evidence.Alleges && best.stance != evidence.Seeks || best.verdict == Related && !leftOpen(best.rule) && !c.money()) && r.fits(opening, s):
		return tenor{opening.unit, Asserts, "its headline says so"}, true
	case opening == nil && (!ok || best.verdict == Related || best.verdict == Attributes && best.stance == evidence.States) && (r.tellsShort(s) || r.gathered() && r.fitsAll(s)):
		return tenor{r.head.unit, Asserts, "its headline and its opening say so"}, true
	}
	return tenor{}, false
}

// correction is the sentence in which a report says in its own voice that it is not so, nil
// for none. Only a report that opens with the deed of the claim corrects it.
func (r *report) correction() *part {
	if !r.head.touch.close() && (len(r.lead) == 0 || !r.lead[0].touch.close()) {
		return nil
	}
	for i := range r.lead {
		p := &r.lead[i]
		if p.disowns() || p.takesBack() && (p.touch.about() || p.ofTale()) {
			return p
		}
	}
	for _, i := range r.rest {
		u := &r.in.units[i]
		if !debunked(u.words) {
			continue
		}
		if p := r.claim.part(r.in, i, u.text, u.words, false); p.takesBack() && (p.touch.close() || p.ofTale()) {
			return &p
		}
	}
	return nil
}

// carriedOn says whether the headline or what follows it is on the matter of the claim beyond
// doubt.
func (r *report) carriedOn() bool {
	return r.head.onDeed() || slices.ContainsFunc(r.lead, func(p part) bool { return p.touch.about() || p.touch.near() && p.touch.content > 0 })
}

// opening is the headline or the first sentence after it, if it tells what the claim tells.
func (r *report) opening() *part {
	if r.head.tells() || r.head.touch.deed && r.head.touch.whole >= 0.6 && r.head.suffices() && !r.head.against() && r.carriedOn() {
		return &r.head
	}
	for i := range r.lead {
		if p := &r.lead[i]; r.head.touch.about() && p.tells() && p.touch.recall >= 0.6 && p.touch.event && p.touch.names == len(r.claim.names) {
			return &r.lead[i]
		}
	}
	return nil
}

// settled says whether the opening takes for settled what the headline leaves open.
func (r *report) settled() bool {
	for i := range r.lead {
		p := &r.lead[i]
		if p.sure() && p.touch.about() && !p.hedged() {
			return true
		}
	}
	return false
}

// doubtful says whether the first sentence tells with plain reserve what the headline states.
// A bare modal is no reserve there, "may sell" may be a permission, nor is the name of the
// paper that had it first.
func (r *report) doubtful() bool {
	if len(r.lead) == 0 || r.lead[0].near.recall < 0.5 && !r.lead[0].near.deed {
		return false
	}
	p := r.lead[0]
	p.cues = slices.DeleteFunc(slices.Clone(p.cues), func(q cue) bool { return isModal(p.words, q.from) || relays[p.words[q.from].fold] })
	return p.asks() || p.has(cueHedge) || p.has(cueOpen)
}

// relays begin turns by which a report names where it has its news from.
var relays = map[string]bool{"reported": true, "reporting": true, "said": true, "is": true, "are": true, "report": true, "suggests": true, "expected": true, "likely": true, "suspected": true, "according": true}

// money says whether a claim gives a sum, which the sentence that gives it decides.
func (c *claim) money() bool {
	return slices.ContainsFunc(c.unit.amounts, func(a *evidence.Amount) bool { return a.Money() })
}

// leftOpen says whether a passage was found that tells the matter but leaves it open for a
// reason that a headline does not lift.
func leftOpen(rule string) bool {
	return slices.ContainsFunc([]string{"is only sought", "says only that", "asks whether", "does not say “", "gives another", "tells of no", "tells that "}, func(p string) bool { return strings.HasPrefix(rule, p) })
}

// fits says whether what is compared apart, figures, dates, laws, titles and outcomes, and
// words by which a claim says more, lets the opening say what the claim says.
func (r *report) fits(p *part, s *source) bool {
	c := r.claim
	if len(s.units) == 0 || !c.spokenOf(s) || added(c, &s.units[p.unit]) != "" {
		return false
	}
	slots := compareSlots(c, s, &s.units[p.unit], cover(c, s, p.unit))
	if slots.lacks == "amount" && (p.sameCounts() || c.uncounted()) {
		slots.lacks = ""
	}
	if strings.HasPrefix(slots.lacks, "party ") && p.touch.recall >= 0.7 && p.touch.event {
		slots.lacks = ""
	}
	return slots.differs == nil && slots.lacks == "" && !c.filedElse(&s.units[p.unit])
}

// fitsAll says whether no figure, date, law, title or outcome in the opening is another than that
// of the claim.
func (r *report) fitsAll(s *source) bool {
	for i := range min(len(s.units), r.lead[len(r.lead)-1].unit+1) {
		u := &s.units[i]
		if compareSlots(r.claim, s, u, cover(r.claim, s, i)).differs != nil {
			return false
		}
	}
	return r.claim.spokenOf(s) && !r.claim.money()
}

// spokenOf says whether a document names a third of those whom a claim names.
func (c *claim) spokenOf(s *source) bool {
	all, found := 0, 0
	for i, k := range c.terms {
		heads := i == 0 && k.initial && c.unit.properAt(0)
		if !k.name && !heads || demonym(k.fold) {
			continue
		}
		all++
		if s.all[k.class] || slices.ContainsFunc(s.units, func(u unit) bool {
			return slices.ContainsFunc(u.words, func(w word) bool { return kindred(k, w) }) || initialled(c, k, u.words)
		}) {
			found++
		}
	}
	return 3*found >= all
}

// demonym says whether a word tells a nation, by its ending or as listed: "Chinese",
// "Nigerian", "Kurdish". A headline may leave it out.
func demonym(fold string) bool {
	return nations[fold] || slices.ContainsFunc([]string{"ese", "ian", "ish", "ican"}, func(end string) bool { return len(fold) > 5 && strings.HasSuffix(fold, end) })
}

// nations are words for peoples with other endings.
var nations = map[string]bool{"us": true, "u.s": true, "uk": true, "american": true, "french": true, "german": true, "dutch": true, "greek": true, "swiss": true, "welsh": true, "korean": true, "mexican": true, "iraqi": true, "israeli": true, "saudi": true, "pakistani": true, "afghan": true, "thai": true, "cuban": true, "african": true, "european": true, "western": true}
