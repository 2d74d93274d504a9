package extract

import (
	"strings"

	"averment/evidence"
)

// claimNouns are nouns that hand the clause behind them to somebody who need not be named.
var claimNouns = map[string]evidence.Stance{"rumour": evidence.Reports, "rumours": evidence.Reports, "rumor": evidence.Reports, "rumors": evidence.Reports,
	"speculation": evidence.Reports, "report": evidence.Reports, "reports": evidence.Reports, "hoax": evidence.Denies, "myth": evidence.Denies,
	"claim": evidence.Alleges, "claims": evidence.Alleges, "allegation": evidence.Alleges, "allegations": evidence.Alleges, "accusation": evidence.Alleges,
	"accusations": evidence.Alleges, "suggestion": evidence.Alleges, "suggestions": evidence.Alleges}

// proofs are nouns that say nothing of a clause unless there is none of them.
var proofs = set("evidence", "proof", "indication", "indications", "truth", "basis", "sign")

// untrue are adjectives that deny what they stand before, or are said of.
var untrue = set("false", "bogus", "fake", "debunked", "baseless", "unfounded", "untrue", "discredited", "fabricated", "groundless", "hoax", "spurious", "wrong")

// unsettled are adjectives that leave it open.
var unsettled = set("unconfirmed", "unverified", "unsubstantiated", "unproven", "disputed", "conflicting", "dubious", "alleged", "purported")

// claimNoun reads "rumours that …", "no evidence that …", "the false claim that …" and
// "claims that … are untrue".
func (s *speech) claimNoun(u unit, f frame) (frame, bool) {
	k := f.verb
	w := s.p.tokens[k].low
	stance, known := claimNouns[w]
	if !known && !proofs[w] || !s.clausalNoun(u, k) || s.denied(u, k) {
		return f, false
	}
	first, doubt, none := s.qualifiers(u, k)
	f.cue.first, f.rule = first, "noun"
	f.lex = cue{stance, cueFree}
	f.content = s.rightContent(u, s.thatAfter(u, k))
	switch {
	case len(f.content) == 0, !known && !none:
		return f, false
	case none:
		f.lex.stance, f.hedged = evidence.Denies, true
	case untrue[doubt]:
		f.lex.stance = evidence.Denies
	case stance != evidence.Denies:
		f.hedged = true
	}
	if end := s.deniedEnd(f.content[0]); end > f.content[0].first {
		f.content[0].end, f.lex.stance, f.hedged = end, evidence.Denies, false
	}
	if f.lex.stance == evidence.Denies {
		f.speaker = s.voice.speaker
	}
	if g := s.holder(u, k); g != nil {
		f.rule = "coordinated" // said by whoever says the clause around it
	}
	return f, true
}

// thatAfter is the "that" behind the noun at k: at once, or behind "to suggest".
func (s *speech) thatAfter(u unit, k int) int {
	for i := k + 1; i < k+4; i++ {
		if s.low(u, i) == "that" {
			return i
		}
	}
	return k + 1
}

// clausalNoun says whether the word at k is a noun with a clause: what stands before it is
// no subject, and "that" follows.
func (s *speech) clausalNoun(u unit, k int) bool {
	w := s.p.tokens[k].low
	if s.low(u, k+1) != "that" && !(proofs[w] && s.low(u, k+1) == "to" && s.p.at(k+2).is("suggest", "show", "support", "indicate") && s.low(u, k+3) == "that") {
		return false
	}
	if next := s.thatAfter(u, k) + 1; auxiliaryVerb(s.low(u, next)) || s.verbish(u, next) {
		return false // "a claim that is plausible": the clause describes the noun
	}
	before := s.low(u, k-1)
	if !nounVerbs[w] {
		return true
	}
	return determiners[before] || prepositions[before] || untrue[before] || unsettled[before] || adjectivalEnding(before) ||
		before == "no" || before == "online" || before == "widespread" || before == "'s" || k == u.first && strings.HasSuffix(w, "s")
}

// qualifiers walks left from the noun at k: the first word of its phrase, the adjective that
// doubts it, and whether there is none of it ("no evidence", "no truth to the rumour").
func (s *speech) qualifiers(u unit, k int) (first int, doubt string, none bool) {
	first = k
	for i := k - 1; i >= u.first && i > k-7; i-- {
		w := s.low(u, i)
		switch {
		case w == "no" || w == "little" || w == "without" || w == "zero":
			return i, doubt, true
		case untrue[w] || unsettled[w]:
			first, doubt = i, w
		case determiners[w], w == "to", w == "of", proofs[w], w == "any", w == "credible", w == "such", w == "viral", w == "online":
		default:
			return first, doubt, false
		}
	}
	return first, doubt, false
}

// denied says whether a verb before the noun already denies what it says: "dismissed
// rumours that".
func (s *speech) denied(u unit, k int) bool {
	for n := len(s.frames) - 1; n >= 0 && s.frames[n].cue.first >= u.first; n-- {
		if f := &s.frames[n]; f.lex.stance == evidence.Denies && s.contains(f, k) {
			return true
		}
	}
	return false
}

// holder is the frame of the unit whose content holds token k, nil for none.
func (s *speech) holder(u unit, k int) *frame {
	for n := len(s.frames) - 1; n >= 0 && s.frames[n].cue.first >= u.first; n-- {
		if s.contains(&s.frames[n], k) {
			return &s.frames[n]
		}
	}
	return nil
}

func (s *speech) contains(f *frame, k int) bool { return inRuns(f.content, k) }

// deniedEnd is where the clause of "claims that … are false" ends, 0 when nothing denies it.
func (s *speech) deniedEnd(run tokenRun) int {
	for k := run.end - 1; k > run.first+1 && k > run.end-7; k-- {
		if !s.p.tokens[k].in(inBeForms) || s.p.tokens[k].low == "'s" {
			continue
		}
		for i := k + 1; i < run.end && i < k+4; i++ {
			if untrue[s.p.tokens[i].low] {
				if s.p.tokens[k-1].in(inHaveForms) {
					k--
				}
				return k
			}
		}
	}
	return 0
}

// rebutted adds what a sentence such as "The claim is false" denies: the claim that was
// told in one of the two sentences before it. Reports that check claims speak so.
func (s *speech) rebutted(list []evidence.Statement) []evidence.Statement {
	if s.voice.form != "report" {
		return list
	}
	for i := range list {
		st := &list[i]
		if st.Rule == "own voice" && st.Stance == evidence.Denies && s.claimed != nil && claimSubject(st.Text) {
			again := *s.claimed
			again.Stance, again.Speaker, again.SpeakerSpan = evidence.Denies, st.Speaker, nil
			again.Rule, again.Cue, again.CueSpan, again.Hedged = "rebuttal", oneLine(lower(st.Text)), &st.Spans[0], false
			list, s.claimed = append(list, again), nil
			return list
		}
	}
	if s.sinceClaim++; s.sinceClaim > 2 {
		s.claimed = nil
	}
	for i := range list {
		if stance := list[i].Stance; stance == evidence.Alleges || stance == evidence.Reports {
			st := list[i]
			s.claimed, s.sinceClaim = &st, 0
		}
	}
	return list
}

// claimSubject says whether a short sentence speaks of a claim: "The post is a hoax."
func claimSubject(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 || len(words) > 12 {
		return false
	}
	for _, w := range words[:min(4, len(words))] {
		switch w {
		case "this", "that", "it", "claim", "claims", "rumour", "rumours", "rumor", "rumors", "report", "reports", "story", "post", "posts", "message", "messages", "allegation", "allegations":
			return true
		}
	}
	return false
}
