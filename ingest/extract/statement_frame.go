package extract

import (
	"strings"

	"averment/evidence"
)

// verbFrame reads the frame of the cue verb at token k.
func (s *speech) verbFrame(u unit, k int, c cue) (frame, bool) {
	t := &s.p.tokens[k]
	if t.capital && k > u.first && !t.upper && !u.heading {
		return frame{}, false
	}
	f := frame{verb: k, lex: c, cue: tokenRun{k, k + 1}, subject: tokenRun{-1, -1}}
	if s.nounReading(u, k) || s.otherVerb(u, k, c) || t.is("call", "calls") && s.p.at(k-1).is("conference", "phone", "video", "zoom", "telephone", "earnings", "emergency") {
		return f, false
	}
	if c.stance == evidence.Seeks && c.pattern == cueWeak && s.asksFor(u, k) {
		f.lex.pattern = cueObject
	}
	start, aux := s.verbGroup(u, k)
	f.cue.first = start
	f.negated = aux.negated
	if aux.negated && (showings[t.low] || t.is("ruled", "rule", "ruling", "decided", "decide")) {
		return f, false // "has not yet ruled on whether"
	}
	if subject, ok := s.saidToHave(u, start); ok && aux.infinitive {
		f.subject, f.rule, f.hedged = subject, "subject", true
		return s.fill(u, f)
	}
	switch {
	case aux.infinitive || aux.hypothetical:
		return f, false
	case aux.passive && participle(t.low):
		return s.passive(u, f)
	case strings.HasSuffix(t.low, "ing") && !aux.be:
		return s.participial(u, f)
	case u.heading && strings.HasSuffix(t.low, "ed") && s.low(u, k+1) == "of" && c.pattern == cueAccuse:
		f.cue.first = k
		return s.passive(u, f)
	}
	return s.finite(u, f)
}

// group is what the auxiliaries of a verb say.
type group struct{ passive, be, negated, infinitive, hypothetical bool }

// verbGroup walks left over the auxiliaries and adverbs of the verb at k.
func (s *speech) verbGroup(u unit, k int) (start int, g group) {
	start = k
	for i := k - 1; i >= u.first && s.mask[i] == 0; i-- {
		w := s.p.tokens[i].low
		switch {
		case beForms[w] && (w != "'s" || s.pronounBe(u, i, k)):
			g.be = true
			g.passive = g.passive || participle(s.p.tokens[k].low)
		case haveForms[w] || doForms[w]:
		case modals[w]:
			g.hypothetical = g.hypothetical || w == "may" || w == "might" || w == "could" || w == "can" || w == "should"
		case w == "to":
			g.infinitive = true
			return start, g
		case adverbInVerb(w) && (!s.p.tokens[i].capital || s.p.tokens[i].upper): // not Mr Tully
			if i == u.first {
				return start, g
			}
			g.negated = g.negated || w == "not" || w == "never" || w == "neither"
			start = i
			continue
		default:
			return start, g
		}
		g.negated = g.negated || strings.HasSuffix(w, "n't")
		start = i
	}
	return start, g
}

// pronounBe says whether the 's at i is the verb in "He's claiming".
func (s *speech) pronounBe(u unit, i, k int) bool {
	return strings.HasSuffix(s.p.tokens[k].low, "ing") && subjectPronouns[s.low(u, i-1)]
}

// fill finds the content of a finite cue whose subject is known or borrowed.
func (s *speech) fill(u unit, f frame) (frame, bool) {
	k := f.verb
	from := s.afterObject(u, k+1, f.lex)
	left := tokenRun{}
	if f.subject.first >= 0 && f.rule != "relative" {
		left = s.leftContent(u, f.subject.first)
	}
	spoken := left.end > left.first && s.maskAt(left.end-1) != 0 && s.closedQuote(left.end-1)
	switch {
	case f.lex.pattern == cueObject && !spoken:
		return s.predicate(u, f)
	case f.lex.pattern >= cueJudge && !spoken && !(f.lex.pattern == cueAbout && left.end > left.first && s.low(u, left.end) == ","):
		return s.judgement(u, f)
	case f.lex.pattern == cueQuote && !spoken && !s.speaks(u, k) && s.low(u, k+1) != "that":
		if s.p.tokens[k].in(inNounVerbs) || !s.directs(u, k+1) {
			return f, false
		}
		from = s.directed(u, k+1)
	}
	if f.negated && s.withheld(u, k+1) && f.lex.pattern == cueFree {
		if f.subject.first >= 0 && f.subject.end > f.subject.first && s.paper(f.subject) {
			return f, false // a complaint that does not say which withholds nothing
		}
		return s.stillness(u, f, f.cue.first, evidence.Declined)
	}
	if left.end > left.first && (s.low(u, k+1) == "," || f.lex.pattern == cueTold && s.low(u, from) == ",") && s.maskAt(left.end-1) == 0 && s.low(u, left.end) == "," && !(s.maskAt(k+2) != 0 && s.fronts(left)) {
		f.rule = "parenthesis"
		f.content = []tokenRun{{left.first, max(left.end, s.contentEnd(u, k+2))}}
		return f, true
	}
	right := s.takesClause(u, k+1, f.lex) || s.decided(u, f)
	if !right && !spoken && s.about(u, k) {
		return s.judgement(u, f)
	}
	that := asks[s.low(u, from)]
	if left.end > left.first && !that && s.trailing(u, left, f, right) {
		f.content = append([]tokenRun{left}, s.afterwards(u, from)...)
		f.rule = "trailing"
		return f, true
	}
	if !right {
		return f, false
	}
	f.content = s.rightContent(u, from)
	for n := range f.content {
		if f.aside {
			f.content[n].end = s.asideEnd(u, f.content[n].first, f.content[n].end)
		}
	}
	return f, len(f.content) > 0
}

// fronts says whether the run is a phrase or a clause that only opens a sentence.
func (s *speech) fronts(run tokenRun) bool {
	w := s.p.at(run.first).low
	return prepositions[w] || subordinators[w] && w != "what" || strings.HasSuffix(w, "ing") || adverbInVerb(w)
}

// decided says whether a decider finds something of somebody: "the jury found it liable".
func (s *speech) decided(u unit, f frame) bool {
	if f.lex.stance != evidence.Finds || f.subject.first < 0 || f.subject.end <= f.subject.first {
		return false
	}
	w := s.low(u, f.verb+1)
	return w != "" && !prepositions[w] && s.decider(f.subject)
}

// judicial says whether a noun phrase names a court or who sits in one.
func (s *speech) judicial(run tokenRun) bool {
	for k := max(run.first, 0); k < run.end; k++ {
		if s.p.tokens[k].is("court", "judge", "judges", "tribunal", "jury", "jurors", "justice", "justices", "magistrate") && !s.p.at(k+1).is("documents", "papers", "filings", "filing", "records") {
			return true
		}
	}
	return false
}

// decider says whether a noun phrase names a body that decides.
func (s *speech) decider(run tokenRun) bool {
	for k := max(run.first, 0); k < run.end; k++ {
		if deciders[s.p.tokens[k].low] {
			return true
		}
	}
	return false
}

// paper says whether a noun phrase means a writing rather than somebody.
func (s *speech) paper(run tokenRun) bool {
	head := s.p.tokens[run.end-1].low
	return s.suit(run.first, run.end) || documentNouns[head] || head == "order" || head == "contract" || head == "lease" || head == "law" || head == "statute" || head == "policy" || head == "act"
}

// asks are words that open a content behind its cue, whatever stands before the subject.
var asks = set("that", ":", "whether", "how", "why", "what", "if")

// withheld says whether "did not say" at token k withholds an answer: "when", "whether".
func (s *speech) withheld(u unit, k int) bool {
	switch s.low(u, k) {
	case "when", "whether", "how", "what", "who", "why", "if", "where", "which", "":
		return true
	}
	return false
}

// predicate makes the predicate itself the content: "denied the claims".
func (s *speech) predicate(u unit, f frame) (frame, bool) {
	k := f.verb
	if from := s.afterObject(u, k+1, f.lex); s.low(u, from) == "that" {
		if f.content = s.rightContent(u, from); len(f.content) > 0 {
			return f, true
		}
	}
	if strings.HasPrefix(s.p.tokens[k].low, "reject") && s.offered(u, k+1) {
		return f, false
	}
	if f.lex.stance == evidence.Denies && s.judicial(f.subject) {
		f.lex.stance = evidence.Holds // a motion, not a charge
	}
	end := s.contentEnd(u, k+1)
	if end <= k+1 {
		return f, false
	}
	first := f.cue.first
	if f.subject.first >= 0 && (f.rule == "subject" || f.rule == "apposition") {
		first = f.subject.first
	}
	f.whole = true
	f.content = []tokenRun{{first, end}}
	return f, true
}

// offers are things that are turned down, which denies nothing.
var offers = set("offer", "offers", "bid", "bids", "proposal", "proposals", "plan", "plans", "deal", "application", "applications", "takeover", "invitation", "treaty", "amendment", "contract")

// offered says whether the object behind a verb at k-1 is an offer.
func (s *speech) offered(u unit, k int) bool {
	for i := k; i < k+6; i++ {
		w := s.low(u, i)
		if offers[w] {
			return true
		}
		if w == "" || w == "," || prepositions[w] || subordinators[w] {
			return false
		}
	}
	return false
}
