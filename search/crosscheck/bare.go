package crosscheck

import (
	"slices"
	"strings"
	"unicode"
)

// bare says whether a document is a headline and nothing else. Its few words then have to
// do for the whole report: a name may stand shortened, a day and a count be left out.
func (r *report) bare() bool {
	return len(r.lead) == 0 && len(r.rest) == 0 && len(r.head.words) <= headlineWords && !r.head.stopped()
}

// stopped says whether a part ends with the full stop of a sentence: not with that of a short
// form, "in Feb.", or of an answer in a word or two, "Dead? Nope."
func (p *part) stopped() bool {
	text := strings.TrimRight(strings.TrimSpace(p.text), "\"”’')]")
	body, stop := strings.CutSuffix(text, ".")
	if !stop || strings.HasSuffix(body, "..") || len(p.words) == 0 {
		return false
	}
	last := p.words[len(p.words)-1]
	if last.capital && len(last.fold) <= 4 {
		return false
	}
	at := strings.LastIndexAny(body, "?!:")
	return at < 0 || len(strings.Fields(body[at+1:])) > 3
}

// bareTenor decides what a headline without a report does with the claim.
func (r *report) bareTenor(s *source, best finding, ok bool) (tenor, bool) {
	p := &r.head
	if ok && best.verdict == Differs {
		return tenor{best.unit, Denies, "its headline tells the contrary"}, best.slot.slot == "outcome"
	}
	switch {
	case p.retracts() && p.shares():
		return tenor{p.unit, Denies, "its headline takes the tale back"}, true
	case p.deniesAtOnce() && p.touch.runs > 0 && p.touch.inside >= 0.3:
		return tenor{p.unit, Denies, "its headline says that it is not so"}, true
	case p.recovers() || p.disclaims():
		return tenor{p.unit, Denies, "its headline tells the contrary"}, true
	case !p.touch.near():
		return tenor{}, false
	case (p.against() || p.answersNo() || p.renames() || p.relabels() || p.insists()) && p.aims():
		return tenor{p.unit, Denies, "its headline says that it is not so"}, true
	case p.prevented() || p.undone() && p.aims() || (p.contrary() || p.gainsays() && p.aims()) && !p.reserved():
		return tenor{p.unit, Denies, "its headline tells the contrary"}, true
	case p.hedged() || p.wonders():
		if ok && (best.verdict == Asserts || best.verdict == Denies) {
			return tenor{best.unit, Attributes, "reports it with reserve"}, true
		}
	case p.suffices() && r.fitsBare(s):
		return tenor{p.unit, Asserts, "its headline says so"}, true
	}
	return tenor{}, false
}

// retracts says whether a headline takes back a tale of the deed of the claim, or a short one
// a tale of anything of which the claim tells.
func (p *part) retracts() bool {
	t := p.touch
	return p.debunks() && p.ofTale() && (t.deed || t.content > 0 && len(p.words) <= 10)
}

// shares says whether a headline has enough in common with a claim that names somebody for it
// to be of the same matter, without a report to show it.
func (p *part) shares() bool {
	t := p.touch
	return t.runs+t.figures > 0 || t.content > 1 || len(p.claim.names) == 0
}

// near says whether a headline may be on the matter of the claim at all.
func (t touch) near() bool {
	some := t.runs + t.content
	return some+t.figures >= 2 && some > 0 && (t.whole >= 0.2 || t.inside >= 0.3) || t.whole >= 0.5 || some > 0 && t.inside >= 0.5
}

// aims says whether what a headline denies is the matter of the claim: its deed, or enough of
// the rest.
func (p *part) aims() bool {
	t := p.touch
	return p.onDeed() || t.near() && (t.deed || t.content > 0 && t.runs+t.figures > 0 || t.content > 1 || t.runs > 1)
}

// suffices says whether a headline has enough of a claim to tell it: its deed with something
// beside, or, where it tells of no other deed, most of the rest.
func (p *part) suffices() bool {
	t := p.touch
	if t.content == 0 && (t.runs < 2 || p.claim.event != "" && !t.deed && !p.sure()) || t.runs == 0 && !p.nameless() {
		return false
	}
	if t.deed {
		return t.whole >= 0.25 && t.runs+t.content >= 2
	}
	if p.claim.event != "" && p.otherDeed() && !(t.inside >= 0.6 && t.runs+t.content >= 3) {
		return false
	}
	return t.runs+t.content >= 2 && (t.whole >= 0.3 || t.inside >= 0.5)
}

// nameless says whether a headline without a name of the claim tells enough of the rest: the
// claim has none, or what it speaks of first stands in the headline with most of what follows.
func (p *part) nameless() bool {
	c := p.claim
	if !slices.ContainsFunc(c.terms, func(t term) bool { return t.name && !demonym(t.fold) }) {
		return !slices.ContainsFunc(c.unit.words, coded) || slices.ContainsFunc(p.words, func(w word) bool { return coded(w) && c.numbered(w) })
	}
	if t := p.touch; t.content >= 3 && t.inside >= 0.5 && (t.figures > 0 && c.money() || c.placed()) {
		return true
	}
	return p.touch.whole >= 0.45 && p.touch.inside >= 0.4 && !c.headNamed() && slices.ContainsFunc(p.words, func(w word) bool { return kindred(c.terms[0], w) })
}

// placed says whether a claim names only where something was: "in Ohio", "near Tecala".
func (c *claim) placed() bool {
	for i, t := range c.terms {
		if !t.name || i > 0 && c.terms[i-1].run == t.run {
			continue
		}
		if t.at == 0 || !places[c.unit.words[t.at-1].fold] {
			return false
		}
	}
	return true
}

// places are prepositions of place.
var places = map[string]bool{"in": true, "near": true, "at": true, "outside": true, "off": true, "around": true, "above": true, "under": true, "over": true, "to": true, "from": true}

// coded says whether a word of letters and figures names something: "MH370".
func coded(w word) bool {
	return w.number && w.capital && strings.ContainsFunc(w.fold, unicode.IsLetter)
}

// headNamed says whether a claim begins with a name, a title before it or not: "the actor Ben
// Harlow".
func (c *claim) headNamed() bool {
	for i, t := range c.terms {
		if i > 0 && t.at != c.terms[i-1].at+1 {
			return false
		}
		if t.name && !demonym(t.fold) {
			return true
		}
	}
	return false
}

// thin are the stems of verbs that tell of no deed by themselves.
var thin = map[string]bool{"start": true, "begin": true, "keep": true, "kept": true, "plan": true, "make": true, "take": true, "show": true, "find": true, "found": true, "help": true, "want": true, "use": true, "get": true, "add": true, "set": true, "work": true, "move": true, "tell": true, "told": true, "call": true, "fac": true, "hold": true, "lead": true, "watch": true, "spot": true, "reveal": true, "spark": true, "stop": true, "hit": true, "name": true, "report": true, "deal": true, "plai": true, "play": true, "return": true, "head": true, "join": true, "expos": true, "record": true, "back": true, "mak": true, "nam": true, "tak": true, "us": true}

// otherDeed says whether a headline has a verb that tells of something of which the claim
// does not.
func (p *part) otherDeed() bool {
	for i, w := range p.words {
		if (kin().verbs[w.fold] || words().action[w.fold] != "") && !thin[stem(w.fold)] && !p.claim.content(w) && !p.claim.named(w) && i > 0 && !p.cued(i) && !p.hyphened(i) {
			return true
		}
	}
	return false
}

// hyphened says whether word i is joined to the next: "stand-alone" tells of nobody who stands.
func (p *part) hyphened(i int) bool {
	return i+1 < len(p.words) && p.text[p.words[i].end:p.words[i+1].start] == "-"
}

// cued says whether word i belongs to a turn of any kind.
func (p *part) cued(i int) bool {
	return slices.ContainsFunc(p.cues, func(q cue) bool { return q.from <= i && i < q.to })
}

// fitsBare says whether the figures that a headline gives let it say what the claim says. It
// may leave out the day and how many there were, but not a sum or a share.
func (r *report) fitsBare(s *source) bool {
	u := &s.units[r.head.unit]
	slots := compareSlots(r.claim, s, u, cover(r.claim, s, r.head.unit))
	return slots.differs == nil && (slots.lacks != "amount" || !r.claim.money() || r.head.sameCounts() || r.head.touch.deed && r.claim.sumAside())
}

// sumAside says whether a claim gives its sum only as the price of what it tells: "is buying
// Telix for $8 billion". Where the sum is what is paid or asked, it is what the claim is about.
func (c *claim) sumAside() bool {
	for _, a := range c.unit.amounts {
		if !a.Money() || len(a.Spans) == 0 {
			continue
		}
		from, _, ok := c.unit.within(a.Spans[0])
		i := slices.IndexFunc(c.unit.words, func(w word) bool { return w.end > from })
		if !ok || i < 2 || !slices.ContainsFunc(c.unit.words[i-2:i], func(w word) bool { return w.fold == "for" || w.fold == "worth" }) {
			return false
		}
	}
	return true
}

// answersNo says whether a headline asks and answers in the negative: "Dead? Not at all".
func (p *part) answersNo() bool {
	for i, w := range p.words {
		if i == 0 || p.within(i, cueOpen) || !strings.Contains(p.text[p.words[i-1].end:w.start], "?") {
			continue
		}
		switch w.fold {
		case "no", "nope", "nah", "not", "sorry", "wrong", "never", "hardly", "sadly":
			return true
		}
	}
	return false
}

// wonders says whether a headline asks first and answers nothing: what it has of the claim
// stands in the question.
func (p *part) wonders() bool {
	at := strings.Index(p.text, "?")
	if at < 0 {
		return false
	}
	behind := slices.IndexFunc(p.words, func(w word) bool { return w.start > at })
	if behind < 0 {
		return true
	}
	found := 0
	for _, w := range p.words[behind:] {
		if p.claim.content(w) {
			found++
		}
	}
	return found == 0 || found == 1 && !slices.ContainsFunc(p.words[behind:], p.claim.deed)
}
