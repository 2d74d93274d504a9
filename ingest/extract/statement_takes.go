package extract

import (
	"strings"

	"averment/evidence"
)

// hasVerb says whether a finite verb seems to stand in the run.
func (s *speech) hasVerb(u unit, first, end int) bool {
	if end-first > 2 && s.p.at(first).is("i", "we", "he", "she", "they") && s.p.at(first+1).kind == word {
		return true
	}
	for k := first; k < end; k++ {
		if s.mask[k] != 0 {
			return true
		}
		t := &s.p.tokens[k]
		if t.kind != word {
			continue
		}
		if t.auxiliaryVerb() && !(t.low == "may" && t.capital && !t.upper) || t.in(inPastWords) || strings.HasSuffix(t.low, "ed") && len(t.low) > 4 && k > first && !determiners[s.low(u, k-1)] {
			return true
		}
		if k > first && partyWords[s.low(u, k-1)] != "" && strings.HasSuffix(t.low, "s") && !t.capital {
			return true // "the plaintiff claims"
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
		if s.mask[i] != 0 || w == "that" || w == ":" || i == k && asks[w] {
			return i
		}
		if pronouns[w] && i > k {
			return i
		}
		if pronouns[w] || w == "me" || w == "him" || w == "them" || w == "us" {
			if next := s.low(u, i+1); prepositions[next] && next != "to" && next != "of" {
				return s.thatBehind(u, i+1)
			}
			return i + 1
		}
		if w == "," || w == "of" || w == "to" {
			return i
		}
		if t := s.p.at(i); !t.capital && strings.HasSuffix(w, "s") && s.p.at(i+1).capital {
			return i + 1 // "told reporters Harbor had agreed"
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
	if n := s.pastTime(u, k); n > k && s.low(u, n) != "," && (s.low(u, n) == ":" || s.clauseNear(u, n, false)) {
		return n
	}
	for i := k + 1; i < k+16 && i < u.end; i++ {
		w := s.low(u, i)
		if w == "that" || w == ":" && s.maskAt(i+1) != 0 {
			return i
		}
		if w == "" || w == ";" || strings.HasSuffix(w, "ing") && s.low(u, i-1) == "," || auxiliaryVerb(w) && !s.p.tokens[i].capital || pastWords[w] || subordinators[w] {
			break
		}
	}
	return k
}

// pastTime skips "on Thursday", "late Monday", "in a statement" and "on March 3" behind
// a cue; k where none stands there.
func (s *speech) pastTime(u unit, k int) int {
	i := k
	if w := s.low(u, i); w == "in" || w == "at" {
		if s.p.at(i+1).is("a", "an", "the") && (documentNouns[s.low(u, i+2)] || s.p.at(i+2).is("interview", "speech", "filing")) {
			return s.pastTime(u, i+3)
		}
		return k
	}
	for s.p.at(i).is("on", "late", "early", "last") {
		i++
	}
	t := s.p.at(i)
	switch class := dateWords[t.low]; {
	case class == dateWeekday && t.capital:
		i++
		for dayParts[s.low(u, i)] {
			i++
		}
	case class == dateMonth && t.capital:
		for i++; s.p.at(i).low == "." || s.p.at(i).kind == number || s.p.at(i).low == "," && s.p.at(i+1).kind == number; i++ {
		}
	default:
		return k
	}
	return i
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
	case c.pattern == cueIntent && s.mask[from] != 0: // "threatened “the only mill in town”" is no speech
		inner, _ := s.quotes[s.mask[from]-1].inner()
		return s.p.at(inner).low == "to"
	case w == "that", w == ":", s.mask[from] != 0:
		return true
	case w == "," && (s.maskAt(from+1) != 0 || s.low(u, from+1) == "however" || c.pattern <= cueTold && s.pastAside(u, from) > from):
		return true
	case c.pattern == cueObject && (w == "comment" || w == "comments"):
		return false // "an email seeking comment"
	case c.pattern == cueObject:
		return w != "" && w != "," && !prepositions[w] || w == "to" || w == "for" && strings.HasPrefix(s.p.at(k-1).low, "pray")
	case c.pattern == cueQuote:
		return !s.p.at(k-1).in(inNounVerbs) && s.directs(u, k)
	case personal[s.p.at(k-1).low] && c.pattern == cueClause && s.bidden(u, from):
		return true
	case c.pattern == cueTold && w == "to":
		return s.maskAt(from+1) != 0 || s.askedTo(u, from)
	case c.pattern >= cueJudge:
		return s.governs(u, k, c)
	case c.pattern == cueWeak && c.stance == evidence.Seeks && s.askedTo(u, from):
		return true
	case c.pattern == cueWeak && (outlooks[s.p.at(k-1).low] && s.thing(u, from) || s.shows(u, k, w)):
		return true
	case c.pattern == cueWeak:
		return naming[s.p.at(k-1).low] && s.names(u, from) || s.quoteWithin(u, from, 7) || s.rebuts(tokenRun{from, min(u.end, from+8)})
	case w == "to":
		return intents[s.p.at(k-1).low] && s.p.at(from+1).kind == word && !determiners[s.low(u, from+1)] && !s.p.at(from+1).capital
	case w == "whether", w == "how", w == "why", w == "what":
		return true
	case w == "so", w == "":
		return false
	case prepositions[w]:
		return s.maskAt(from+1) != 0 || s.maskAt(from+2) != 0 || s.clauseNear(u, from, c.pattern != cueFree)
	}
	if s.clauseNear(u, from, c.pattern != cueFree) {
		return true
	}
	if outlooks[s.p.at(k-1).low] && !prepositions[w] || s.shows(u, k, w) {
		return true
	}
	if verb := s.p.tokens[k-1].low; strings.HasPrefix(verb, "alleg") && !prepositions[w] && w != "," && w != "." {
		return true
	}
	return c.pattern == cueFree && s.quoteWithin(u, from, 14) && !prepositions[w] || s.quoteWithin(u, from, 5)
}

// clauseNear says whether a clause with a subject and a finite verb begins at token k.
// Strictly, a participle behind a noun is no verb: "announced a deal valued at".
func (s *speech) clauseNear(u unit, k int, strict bool) bool {
	w := s.low(u, k)
	if w == "" || s.p.tokens[k].kind == punct && w != "$" {
		return false
	}
	if subjectPronouns[w] && s.p.at(k+1).kind == word {
		return true
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

// subjectPronouns open nothing but a clause.
var subjectPronouns = set("it", "he", "she", "they", "we", "i", "there")

// participial are words that follow a participle which describes a noun.
var participial = set("by", "at", "in", "to", "from", "with", "on", "for", "of", "as", "against", "under", "over", "between", ",", ".")

// intents are cues that take an infinitive: "expects to recover the sum".
var intents = set("expect", "expects", "expected", "expecting", "hope", "hopes", "hoped", "hoping", "promise", "promises",
	"promised", "pledge", "pledges", "pledged", "vow", "vows", "vowed", "claim", "claims", "claimed", "claiming", "threaten", "threatens", "threatened")
