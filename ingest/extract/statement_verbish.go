package extract

import "strings"

func (s *speech) nounish(u unit, k int) bool {
	t := &s.p.tokens[k]
	if s.mask[k] != 0 || t.kind == punct {
		return false
	}
	return !t.in(inSubordinators) && !t.auxiliaryVerb() && !t.in(inPrepositions) && !t.in(inDeterminers) && (!s.verbish(u, k) || s.p.at(k-1).is("a", "an", "the"))
}

// verbish says whether a word looks like a finite verb or a participle with a clause.
func (s *speech) verbish(u unit, k int) bool {
	if k >= len(s.p.tokens) {
		return false
	}
	t := &s.p.tokens[k]
	if t.capital && k > u.first && !t.upper {
		return false
	}
	w := t.low
	if t.capital && k == u.first && strings.HasSuffix(w, "ing") {
		if _, cue := cues()[s.low(u, k+1)]; cue || auxiliaryVerb(s.low(u, k+1)) {
			return false // a name such as Lessing
		}
	}
	if t.in(inPastWords) || t.auxiliaryVerb() || t.in(inIrregular) {
		return true
	}
	if t.in(inBareForms) && !t.capital && k > u.first && s.p.at(k-1).capital && s.p.at(k-1).kind == word && !s.p.at(k+1).is("of", "and", "-") {
		return true // "Judge Pell set sentencing"
	}
	if before := s.p.at(k - 1); !t.capital && k > u.first && strings.HasSuffix(before.low, "s") && pluralVerbs[w] && manyOf(before, false) {
		return true
	}
	if next := s.p.at(k + 1); t.capital && !t.upper && k == u.first && strings.HasSuffix(w, "ed") && next.capital && !next.upper && next.kind == word {
		return false // "Allied Stores"
	}
	if t.in(inCues) && !t.in(inNounVerbs) {
		return true
	}
	if len(w) > 4 && strings.HasSuffix(w, "ed") {
		return k == u.first || s.p.at(k-1).low != "-" || t.space // not "Leeds-based"
	}
	if t.in(inPresentVerbs) {
		return !determiners[s.low(u, k-1)]
	}
	return len(w) > 5 && strings.HasSuffix(w, "ing") && !ingNouns[w]
}

// irregular are further past forms.
var irregular = set("wept", "rang", "sang", "swam", "leapt", "knelt", "sprang", "shrank", "awoke", "strode", "strove", "overcame", "underwent", "clung", "wrote", "flung", "stung", "swung", "lit", "shone", "bit")

// bareForms are past forms that are nouns or bare verbs as often.
var bareForms = set("set", "put", "cut", "quit", "cast", "split", "spread", "read", "hit", "shut", "cost", "bid", "rose", "saw", "left", "fell")

// pluralVerbs are bare forms that are verbs behind a plural.
var pluralVerbs = set("include", "remain", "want", "need", "live", "own", "know", "think", "believe", "argue", "say", "insist", "agree", "face", "seek", "oppose", "deny")

var ingNouns = set("filing", "ruling", "hearing", "meeting", "holding", "banking", "building", "manufacturing", "engineering",
	"marketing", "advertising", "briefing", "trading", "mining", "shipping", "broadcasting", "publishing", "proceeding", "finding", "training")
