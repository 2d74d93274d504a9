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
	if s.nounReading(u, k) || s.otherVerb(u, k, c) {
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

// otherVerb says whether the verb at k means something else than its cue here: "went" without
// "on", "points" without "out", "hold" of what is no court, "post a notice".
func (s *speech) otherVerb(u unit, k int, c cue) bool {
	next := s.low(u, k+1)
	switch w := s.p.tokens[k].low; w {
	case "go", "goes", "went":
		return next != "on"
	case "state":
		return stateNouns[next]
	case "states":
		return next == "sue" || next == "sued" || next == "seek" || next == "join" || next == "and"
	case "chime", "chimes", "chimed", "pipe", "pipes", "piped", "fired", "burst", "cut", "put", "shot", "shoots", "broke", "jump", "jumps", "jumped":
		return !spokenParticles[next] || s.maskAt(k-1) == 0 && !s.quoteWithin(u, k+2, 3)
	case "point", "points", "pointed", "pointing":
		return next != "out" && next != "that"
	case "hold", "holds":
		run, ok := s.nounLeft(u, k)
		return next != "that" && !(ok && (s.judicial(run) || s.decider(run) || strings.Contains(s.low(u, run.end-1), "circuit")))
	case "posted", "emailed":
		return !s.quoteWithin(u, max(u.first, k-6), min(6, k-u.first)) && next != "that"
	case "claim", "charge", "report", "estimate", "plan", "demand", "request", "promise", "complaint", "finding", "order", "answer", "text", "message", "post", "print", "tweet", "object", "protest":
		return s.compound(u, k)
	}
	return false
}

// spokenParticles make a verb one of speaking: "put in", "shot back", "piped up".
var spokenParticles = set("in", "back", "up", "out")

// compound says whether the bare word at k is a noun behind those that say what kind: a verb
// in that form wants a plural before it, and "the breach of contract claim" has none.
func (s *speech) compound(u unit, k int) bool {
	run, ok := s.nounLeft(u, k)
	if !ok || run.end != k || !determiners[s.p.tokens[run.first].low] || run.end-run.first < 2 {
		return false
	}
	for i := run.first; i < run.end; i++ {
		if w := s.p.tokens[i].low; w == "and" || i == run.first+1 && pluralSubject(w) {
			return false
		}
	}
	return !pluralSubject(s.p.tokens[run.end-1].low)
}

// pluralSubject says whether a noun takes a verb in the plural, as some that name several
// people do.
func pluralSubject(w string) bool {
	switch w {
	case "police", "people", "staff", "couple", "family", "team", "public", "men", "women", "children", "government", "council", "club", "crew", "band", "group", "media":
		return true
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// showings are cues that put nothing forward where they are negated: "had not shown that".
var showings = set("show", "shows", "shown", "showed", "learn", "learned", "demonstrate", "demonstrated", "know", "knew", "establish", "established")

// stateNouns follow "state" where it is a noun: "filed in Texas state court".
var stateNouns = set("court", "courts", "law", "laws", "judge", "judges", "attorney", "attorneys", "officials", "regulators", "police", "prison", "supreme", "senate",
	"house", "legislature", "government", "agency", "agencies", "department", "bank", "senator", "lawmakers", "appeals", "university", "capital", "budget", "and", "or")

// asksFor says whether what is asked at k is what a suit can ask for: "asks for $4 million",
// "asked the judge for an injunction".
func (s *speech) asksFor(u unit, k int) bool {
	if !strings.HasPrefix(s.p.tokens[k].low, "ask") {
		return false
	}
	for i := k + 1; i < k+7; i++ {
		w := s.low(u, i)
		if w == "" || w == "," || w == "to" || w == "that" || w == "about" {
			return false
		}
		if w != "for" {
			continue
		}
		for n := i + 1; n < i+8 && n < u.end; n++ {
			if t := s.p.at(n); t.kind == number || t.is("$", "£", "€", "damages", "injunction", "compensation", "relief", "order", "restitution", "trial", "ban", "declaration") {
				return true
			}
		}
		return false
	}
	return false
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

// deciders find and hold what others only say.
var deciders = set("jury", "court", "judge", "tribunal", "panel", "board", "commission", "regulator", "arbitrator", "jurors", "judges",
	"committee", "inquiry", "ombudsman", "watchdog", "investigation", "audit", "authority", "agency")

// finite reads "X said (that) …", "…, X said", "…, said X" and "X, a Y, said …".
func (s *speech) finite(u unit, f frame) (frame, bool) {
	i := f.cue.first - 1
	before := s.low(u, i)
	aside := s.parenthetic(u, i)
	switch {
	case i < u.first && u.heading:
		return f, false
	case aside.end > aside.first:
		f.subject, f.rule = aside, "subject"
	case i >= u.first && s.mask[i] != 0 && s.closedQuote(i), before == "," && (s.namesRight(u, f) || !s.apposition(u, i, &f)), i < u.first, before == "–" || before == ":":
		return s.inverted(u, f)
	case before == ",":
		f.rule = "apposition"
	case before == "who" || before == "which" || before == "that":
		j := i
		if s.low(u, j-1) == "," {
			j--
		}
		run, ok := s.nounLeft(u, j)
		if !ok {
			return f, false
		}
		f.subject, f.rule = s.sender(u, s.nearer(run, f.verb)), "relative"
		f.aside = j < i
	case (before == "and" || before == "or") && s.infinitiveBefore(u, f, i):
		return f, false
	case before == "and" || before == "but" || before == "then" || before == "or" || before == "nor":
		f.rule = "coordinated"
		f.negated = f.negated || before == "nor"
	default:
		run, ok := s.nounLeft(u, f.cue.first)
		if !ok {
			return f, false
		}
		f.subject, f.rule = run, "subject"
	}
	return s.fill(u, f)
}

// parenthetic is the subject of a verb behind an attribution that its clause runs round: "A
// reply, she said, told him", whose second comma is token i.
func (s *speech) parenthetic(u unit, i int) tokenRun {
	if s.low(u, i) != "," || len(s.frames) == 0 {
		return tokenRun{}
	}
	g := s.frames[len(s.frames)-1]
	if g.cue.first < u.first || g.cue.end != i || g.subject.first <= u.first || s.low(u, g.subject.first-1) != "," {
		return tokenRun{}
	}
	run, ok := s.nounLeft(u, g.subject.first-1)
	if !ok || !s.clauseStart(u, run.first) {
		return tokenRun{}
	}
	return run
}

// saidToHave is the subject of a perfect infinitive that hearsay hands on, whose "have" is
// token k: "he is said to have replied".
func (s *speech) saidToHave(u unit, k int) (tokenRun, bool) {
	if s.low(u, k) != "have" || s.low(u, k-1) != "to" || !hearsay[s.low(u, k-2)] && s.low(u, k-2) != "alleged" {
		return tokenRun{}, false
	}
	start, aux := s.verbGroup(u, k-2)
	if !aux.be {
		return tokenRun{}, false
	}
	return s.nounLeft(u, start)
}

// infinitiveBefore says whether a bare verb behind the conjunction at i goes on an infinitive:
// "declined to threaten the firm or declare it at fault".
func (s *speech) infinitiveBefore(u unit, f frame, i int) bool {
	w := s.p.tokens[f.verb].low
	if f.cue.first != f.verb || strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || pastWords[w] || participles[w] {
		return false
	}
	for k := i - 2; k >= u.first && k > i-16; k-- {
		if s.low(u, k) == "to" && s.p.at(k+1).kind == word && !s.p.at(k+1).capital && !determiners[s.low(u, k+1)] || modals[s.low(u, k)] {
			return true
		}
	}
	return false
}

// namesRight says whether a name stands behind the cue and no verb behind that, as in
// "the disease, which is rare, said Ruth Adler of Tufts".
func (s *speech) namesRight(u unit, f frame) bool {
	t := s.p.at(f.verb + 1)
	if f.lex.pattern > cueWeak || f.lex.stance == evidence.Seeks || !t.capital || t.kind != word || s.maskAt(f.verb+1) != 0 || dateWords[t.low] != dateNone || pronouns[t.low] {
		return false
	}
	run, ok := s.nounRight(u, f.verb+1)
	if !ok {
		return false
	}
	next := s.low(u, run.end)
	return next == "" || next == "," || next == "." || next == "in" || next == "at" || next == "on"
}

// nearer is the part of an antecedent that a singular verb at k fits: in "breaches of the
// Lease, which forbids" the lease forbids.
func (s *speech) nearer(run tokenRun, k int) tokenRun {
	verb := s.p.tokens[k].low
	for i := run.first + 1; i+1 < run.end; i++ {
		if s.p.tokens[i].low == "of" && strings.HasSuffix(s.p.tokens[i-1].low, "s") && strings.HasSuffix(verb, "s") {
			return tokenRun{i + 1, run.end}
		}
	}
	return run
}

// inverted reads "…, said X" behind a quotation or a clause.
func (s *speech) inverted(u unit, f frame) (frame, bool) {
	f.rule = "inverted"
	if f.lex.pattern > cueWeak && s.maskAt(f.cue.first-1) == 0 {
		return f, false
	}
	next := f.verb + 1
	if s.p.at(next).is("in", "back", "up", "out") && s.maskAt(f.cue.first-1) != 0 {
		next++ // “…,” put in his wife
	}
	run, ok := s.nounRight(u, next)
	if !ok {
		return f, false
	}
	f.subject = run
	if f.cue.first <= u.first {
		return s.saidFirst(u, f)
	}
	left := s.leftContent(u, f.cue.first)
	if left.end <= left.first || f.lex.pattern == cueWeak && !s.hasVerb(u, left.first, left.end) || f.lex.pattern == cueQuote && s.maskAt(left.end-1) == 0 {
		return f, false
	}
	f.content = append(f.content, left)
	f.content = append(f.content, s.afterwards(u, s.pastApposition(u, run.end))...)
	return f, true
}

// saidFirst reads `Said Tom Hall, whose herd died: "It won't …"`.
func (s *speech) saidFirst(u unit, f frame) (frame, bool) {
	if f.lex.pattern > cueClause {
		return f, false
	}
	for k := f.subject.end; k+1 < u.end && k < f.subject.end+25 && s.mask[k] == 0; k++ {
		if s.p.tokens[k].is(":", ",") && s.mask[k+1] != 0 {
			f.content = []tokenRun{{k + 1, s.bodyEnd(u)}}
			return f, f.content[0].end > k+1
		}
	}
	return f, false
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
		if nounVerbs[s.p.tokens[k].low] || !s.directs(u, k+1) {
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
