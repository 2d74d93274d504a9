package extract

import "strings"

// bodyEnd is the end of the unit without its final stop.
func (s *speech) bodyEnd(u unit) int {
	end := u.end
	for end > u.first && s.mask[end-1] == 0 && s.p.tokens[end-1].is(".", "?", "!", ";", ":", ",") {
		end--
	}
	return end
}

// leftContent is what a trailing attribution attributes: the tokens before it in the
// unit, without the comma. It is empty where nothing is set off by a comma, a dash or
// a closing quotation mark.
func (s *speech) leftContent(u unit, k int) tokenRun {
	if k <= u.first {
		return tokenRun{}
	}
	end := k
	switch {
	case s.mask[k-1] != 0:
		if q := s.quotes[s.mask[k-1]-1]; q.first > u.first && s.p.tokens[q.first-1].low == ":" {
			return tokenRun{q.first, end}
		}
	case s.p.tokens[k-1].is(",", "–", ";", "-"):
		end--
	default:
		return tokenRun{}
	}
	first := u.first
	for n := len(s.frames) - 1; n >= 0 && s.frames[n].cue.first >= u.first; n-- {
		if e := s.frames[n].cue.end; e < end && e > first && s.frames[n].rule != "relative" && s.frames[n].rule != "participle" {
			first = e
		}
	}
	if first > u.first && first < end && s.low(u, first) == "that" {
		first++
	}
	return tokenRun{first, end}
}

// trailing says whether the tokens left of an attribution are its content, rather than
// an introduction such as "In a statement,": they hold a quotation or a finite verb, and
// do not open with a subordinator or preposition while a clause follows on the right.
func (s *speech) trailing(u unit, left tokenRun, f frame, right bool) bool {
	for k := left.first; k < left.end; k++ {
		if s.mask[k] != 0 && k == left.end-1 {
			return true
		}
	}
	first := s.p.at(left.first).low
	if left.first > u.first && subordinators[s.p.at(u.first).low] {
		first = s.p.at(u.first).low // "While X says that …, Y says"
	}
	opens := prepositions[first] || subordinators[first] && first != "what" || strings.HasSuffix(first, "ing") || adverbInVerb(first)
	if right && (opens || s.clauseNear(u, s.afterObject(u, f.cue.end, f.lex), true)) {
		return false
	}
	if opens && !s.hasVerb(u, left.first+1, left.end) {
		return false
	}
	return s.hasVerb(u, left.first, left.end)
}

// hasVerb says whether a finite verb seems to stand in the run.
func (s *speech) hasVerb(u unit, first, end int) bool {
	for k := first; k < end; k++ {
		if s.mask[k] != 0 {
			return true
		}
		t := &s.p.tokens[k]
		if t.kind != word {
			continue
		}
		if auxiliaryVerb(t.low) && !(t.low == "may" && t.capital && !t.upper) || pastWords[t.low] || strings.HasSuffix(t.low, "ed") && len(t.low) > 4 && k > first && !determiners[s.low(u, k-1)] {
			return true
		}
		if k > first && s.thirdPerson(u, k) {
			return true
		}
	}
	return false
}

// thirdPerson guesses a present form in -s between two nouns: "the firm trades gold".
func (s *speech) thirdPerson(u unit, k int) bool {
	w := s.p.tokens[k].low
	if len(w) < 4 || w[len(w)-1] != 's' || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || s.p.tokens[k].capital {
		return false
	}
	next := s.low(u, k+1)
	return presentVerbs()[w] || determiners[next] || next == "that" || strings.HasSuffix(next, "ly")
}

// afterObject skips the person that "told", "warned" and "accused" take.
func (s *speech) afterObject(u unit, k int, c cue) int {
	if c.pattern != cueTold {
		w := s.low(u, k)
		if w == "out" || w == "back" {
			return k + 1
		}
		if prepositions[w] && w != "to" || w == "," || dateWords[w] != dateNone && !determiners[w] || w == "to" && determiners[s.low(u, k+1)] {
			return s.thatBehind(u, k)
		}
		return k
	}
	for i := k; i < k+14 && i < u.end; i++ {
		w := s.low(u, i)
		if s.mask[i] != 0 || w == "that" || w == ":" {
			return i
		}
		if pronouns[w] && i > k {
			return i
		}
		if pronouns[w] || w == "me" || w == "him" || w == "them" || w == "us" {
			return i + 1
		}
		if w == "," || w == "of" || w == "to" {
			return i
		}
	}
	if run, ok := s.nounRight(u, k); ok {
		return run.end
	}
	return k
}

// thatBehind is the "that" which follows where and when something was said: "said in
// court on Wednesday that"; k when there is none.
func (s *speech) thatBehind(u unit, k int) int {
	for i := k + 1; i < k+16 && i < u.end; i++ {
		w := s.low(u, i)
		if w == "that" {
			return i
		}
		if w == "" || w == ";" || auxiliaryVerb(w) && !s.p.tokens[i].capital || pastWords[w] || subordinators[w] {
			break
		}
	}
	return k
}

// takesClause says whether what stands from token k on can be the content of the cue.
func (s *speech) takesClause(u unit, k int, c cue) bool {
	from := s.afterObject(u, k, c)
	if c.pattern == cueAccuse {
		for i := k; i < k+16 && i < u.end; i++ {
			if s.low(u, i) == "of" {
				return true
			}
		}
		return false
	}
	if from >= s.bodyEnd(u) {
		return false
	}
	w := s.low(u, from)
	switch {
	case w == "that", w == ":", s.mask[from] != 0:
		return true
	case w == "," && (s.maskAt(from+1) != 0 || s.low(u, from+1) == "however"):
		return true
	case c.pattern == cueObject:
		return w != "" && w != "," && !prepositions[w] || w == "to" || w == "for" && strings.HasPrefix(s.p.at(k-1).low, "pray")
	case c.pattern == cueWeak:
		return s.quoteWithin(u, from, 7) || s.rebuts(tokenRun{from, min(u.end, from+8)})
	case w == "to":
		return intents[s.p.at(k-1).low] && s.p.at(from+1).kind == word && !determiners[s.low(u, from+1)] && !s.p.at(from+1).capital
	case w == "whether", w == "how", w == "why", w == "what":
		return true
	case w == "so", w == "":
		return false
	}
	if s.clauseNear(u, from, c.pattern != cueFree) {
		return true
	}
	if outlooks[s.p.at(k-1).low] && !prepositions[w] {
		return true
	}
	if verb := s.p.tokens[k-1].low; strings.HasPrefix(verb, "alleg") && !prepositions[w] && w != "," && w != "." {
		return true
	}
	return c.pattern == cueFree && s.quoteWithin(u, from, 14) && !prepositions[w] || s.quoteWithin(u, from, 5)
}

func (s *speech) quoteWithin(u unit, k, n int) bool {
	for i := k; i < k+n && i < u.end; i++ {
		if s.mask[i] != 0 {
			return true
		}
	}
	return false
}

// outlooks are cues whose content may be a thing: "expects a gain of 2 pct".
var outlooks = set("expect", "expects", "expected", "predict", "predicts", "predicted", "forecast", "forecasts", "estimate", "estimates", "estimated", "anticipate", "anticipates", "anticipated")

// clauseNear says whether a clause with a subject and a finite verb begins at token k.
// Strictly, a participle behind a noun is no verb: "announced a deal valued at".
func (s *speech) clauseNear(u unit, k int, strict bool) bool {
	w := s.low(u, k)
	if w == "" || s.p.tokens[k].kind == punct && w != "$" {
		return false
	}
	if w == "in" || w == "on" || w == "at" || w == "by" || w == "after" || w == "to" || w == "as" {
		if w != "in" && w != "after" && w != "by" {
			return false
		}
	}
	for i := k + 1; i < k+18 && i < u.end; i++ {
		x := s.low(u, i)
		if x == "that" || x == ";" || x == ":" {
			return x == "that" && i < k+8 && !prepositions[w]
		}
		if strict && (x == "," && i > k+1 || x == "who" || x == "which" || x == "whose") {
			return false
		}
		t := &s.p.tokens[i]
		if t.kind != word {
			continue
		}
		if strict && strings.HasSuffix(x, "ed") && participial[s.low(u, i+1)] {
			continue
		}
		if auxiliaryVerb(x) || pastWords[x] && !s.adjectival(u, i) {
			return true
		}
		if !t.capital && (strings.HasSuffix(x, "ed") && len(x) > 4 && !determiners[s.low(u, i-1)] && !prepositions[s.low(u, i-1)] || s.thirdPerson(u, i)) {
			return true
		}
		if c, known := cues()[x]; known && c.pattern < cueObject && !nounVerbs[x] && !strings.HasSuffix(x, "ing") {
			return true
		}
	}
	return false
}

// participial are words that follow a participle which describes a noun.
var participial = set("by", "at", "in", "to", "from", "with", "on", "for", "of", "as", "against", "under", "over", "between", ",", ".")

// rightContent is the content behind a cue: past "that" or a colon, up to where the
// attribution ends.
func (s *speech) rightContent(u unit, k int) []tokenRun {
	for k < u.end && s.mask[k] == 0 && s.p.tokens[k].is("that", ":", ",") {
		if s.p.tokens[k].low == "that" && auxiliaryVerb(s.low(u, k+1)) {
			break // a pronoun: "say that is untrue"
		}
		k++
		if s.low(u, k) == "however" || s.low(u, k) == "though" {
			k++
		}
	}
	end := s.contentEnd(u, k)
	if end <= k {
		return nil
	}
	return []tokenRun{{k, end}}
}

// contentEnd is where the content that begins at token k ends: before a trailing
// attribution, or with the unit.
func (s *speech) contentEnd(u unit, k int) int {
	end := s.bodyEnd(u)
	for i := k; i+1 < end; i++ {
		if s.low(u, i) == "," && s.follows(u, i+1, "according", "to") || s.low(u, i) == ";" {
			return i
		}
	}
	return end
}

// afterwards is content that goes on behind a trailing attribution: “A,” he said, “B.”
func (s *speech) afterwards(u unit, k int) []tokenRun {
	for i := k; i < u.end; i++ {
		if s.mask[i] != 0 {
			end := s.bodyEnd(u)
			if end > i {
				return []tokenRun{{i, end}}
			}
			return nil
		}
		if s.low(u, i) == "and" && s.low(u, i+1) == "that" {
			return s.rightContent(u, i+1)
		}
	}
	return nil
}

// pastApposition skips ", chief executive of Y," behind a speaker.
func (s *speech) pastApposition(u unit, k int) int {
	if s.low(u, k) != "," {
		return k
	}
	for i := k + 1; i < u.end && i < k+25; i++ {
		if s.mask[i] != 0 {
			return i
		}
		if s.low(u, i) == "," {
			return i + 1
		}
	}
	return k
}

// asideEnd is where a relative clause set off by commas ends: at the comma behind which
// the main verb stands.
func (s *speech) asideEnd(u unit, k, end int) int {
	for i := k; i+1 < end; i++ {
		if s.low(u, i) == "," && s.p.tokens[i+1].kind == word && (s.verbish(u, i+1) || s.thirdPerson(u, i+1)) && !strings.HasSuffix(s.p.tokens[i+1].low, "ing") {
			return i
		}
	}
	return end
}

// clauseAround is the clause of a passive frame: its subject and its predicate.
func (s *speech) clauseAround(u unit, f frame, subject tokenRun) tokenRun {
	first := f.cue.first
	if subject.first >= u.first && subject.end > subject.first {
		first = subject.first
	}
	return tokenRun{first, s.contentEnd(u, f.verb+1)}
}

// intents are cues that take an infinitive: "expects to recover the sum".
var intents = set("expect", "expects", "expected", "expecting", "hope", "hopes", "hoped", "promise", "promises",
	"promised", "pledge", "pledges", "pledged", "vow", "vows", "vowed", "claim", "claims", "claimed", "claiming", "threaten", "threatens", "threatened")
