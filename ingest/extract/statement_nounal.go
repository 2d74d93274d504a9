package extract

import (
	"strings"

	"averment/evidence"
)

// askedForms open a sentence that tells of a question before its answer: "Asked whether".
var askedForms = set("asked", "pressed", "questioned", "quizzed")

// asked reads "Asked whether the mill would close, Hall said": nobody named puts the
// question.
func (s *speech) asked(u unit, f frame) (frame, bool) {
	k := f.verb + 1
	if !asks[s.low(u, k)] && s.low(u, k) != "about" && s.low(u, k) != "to" && s.low(u, k) != "by" {
		return f, false
	}
	end := k
	for end < u.end && s.mask[end] == 0 && s.low(u, end) != "," {
		end++
	}
	if end >= s.bodyEnd(u) || end-k < 3 {
		return f, false
	}
	f.rule, f.lex = "asked", cue{evidence.Questions, cueFree}
	f.content = []tokenRun{{k, end}}
	return f, true
}

// pleads reads "pleaded not guilty" and "pleads guilty to two counts".
func (s *speech) pleads(u unit, f frame) (frame, bool) {
	k := f.verb + 1
	stance := evidence.Admits
	if s.low(u, k) == "not" {
		stance, k = evidence.Denies, k+1
	}
	if s.low(u, k) != "guilty" {
		return f, false
	}
	end := k + 1
	start, aux := s.verbGroup(u, f.verb)
	if aux.infinitive || aux.hypothetical {
		return f, false
	}
	f, ok := s.stillness(u, f, f.verb, stance)
	f.cue, f.rule = tokenRun{start, end}, "plea"
	return f, ok && f.subject.first >= 0
}

// putIt reads "as she put it in a letter: “…”".
func (s *speech) putIt(u unit, f frame, run tokenRun) (frame, bool) {
	f.verb, f.cue, f.subject, f.lex = run.end, tokenRun{run.end, run.end + 2}, run, cue{evidence.States, cueFree}
	for i := run.end + 2; i < u.end && i < run.end+12; i++ {
		if s.mask[i] != 0 {
			f.content = []tokenRun{{i, s.bodyEnd(u)}}
			return f, f.content[0].end > i
		}
	}
	g := f
	g.cue.first = run.first - 1
	g, ok := s.around(u, g, run.end+2)
	f.content = g.content
	return f, ok
}

// nounCue reads "his belief that …", "the fear that …" and "voiced the hope that …". The
// clause belongs to the owner of the noun, or to the subject of a verb that only carries it.
func (s *speech) nounCue(u unit, f frame) (frame, bool) {
	k := f.verb
	stance, known := nounCues()[s.p.tokens[k].low]
	if s.p.at(k+1).is("from", "by") && known {
		return s.nounFrom(u, f, stance)
	}
	if !known || s.low(u, k+1) != "that" {
		return f, false
	}
	if next := k + 2; auxiliaryVerb(s.low(u, next)) || s.verbish(u, next) {
		return f, false // "a warning that came late": the clause describes the noun
	}
	before := s.low(u, k-1)
	if s.p.tokens[k].in(inDocumentNouns) && determiners[before] && s.p.at(k-2).is("in", "with", "by", "through") {
		return f, false // "said in a statement that"
	}
	first := k
	if adjectivalEnding(before) || untrue[before] || unsettled[before] || opinions[before] {
		first, before = k-1, s.low(u, k-2)
	}
	switch {
	case determiners[before], before == "'s", before == "'", prepositions[before], before == "", s.carriesNoun(before):
	case strings.HasSuffix(s.p.tokens[k].low, "s") && !s.p.tokens[k].in(inNounVerbs):
	default:
		return f, false
	}
	f.cue = tokenRun{first, k + 1}
	f.lex, f.rule = cue{stance, cueFree}, "noun clause"
	f.subject = s.ownerOf(u, first)
	f.content = s.rightContent(u, k+1)
	if len(f.content) > 0 {
		f.content[0].end = s.clauseStop(u, f.content[0])
	}
	return f, len(f.content) > 0 && f.content[0].end-f.content[0].first > 2
}

// nounFrom reads "a warning from backbenchers that it would fail".
func (s *speech) nounFrom(u unit, f frame, stance evidence.Stance) (frame, bool) {
	run, ok := s.nounRight(u, f.verb+2)
	if !ok || s.low(u, run.end) != "that" || auxiliaryVerb(s.low(u, run.end+1)) {
		return f, false
	}
	f.lex, f.rule, f.subject = cue{stance, cueFree}, "noun clause", run
	f.content = s.rightContent(u, run.end)
	if len(f.content) > 0 {
		f.content[0].end = s.clauseStop(u, f.content[0])
	}
	return f, len(f.content) > 0 && f.content[0].end-f.content[0].first > 2
}

// opinions are adjectives that stand before such nouns.
var opinions = set("widespread", "growing", "strong", "deep", "firm", "bold", "new", "early", "long-held", "repeated", "common", "old", "popular", "first")

// ownerOf is whoever the noun at token first belongs to: "Harbor's", "his", or the subject
// of the light verb before it.
func (s *speech) ownerOf(u unit, first int) tokenRun {
	before := s.low(u, first-1)
	switch {
	case before == "'s" || before == "'":
		if run, ok := s.nounLeft(u, first-1); ok {
			return run
		}
	case s.carriesNoun(before), determiners[before] && s.carriesNoun(s.low(u, first-2)):
		verb := first - 1 - b2i(determiners[before])
		start, _ := s.verbGroup(u, verb)
		if run, ok := s.nounLeft(u, start); ok {
			return run
		}
	}
	return tokenRun{-1, -1}
}

// lightVerbs carry a noun of saying: "expressed concern about".
var lightVerbs = set("express", "expresses", "expressed", "expressing", "voice", "voices", "voiced", "voicing", "raise", "raises", "raised", "raising", "share", "shares", "shared")

func (s *speech) carriesNoun(w string) bool {
	return lightVerbs[w] || w == "made" || w == "makes" || w == "issued" || w == "gave" || w == "repeated"
}

// feelings are nouns that a light verb carries.
var feelings = set("concern", "concerns", "doubt", "doubts", "fear", "fears", "anger", "regret", "hope", "hopes", "confidence", "support", "opposition", "dismay", "frustration",
	"alarm", "disappointment", "surprise", "outrage", "reservations", "scepticism", "skepticism", "optimism", "satisfaction", "sympathy", "thanks", "gratitude", "interest", "questions", "objections", "relief", "worries", "unease")

// lightVerb reads "expressed deep concern about the rule" and "raised questions about it".
func (s *speech) lightVerb(u unit, f frame) (frame, bool) {
	k := f.verb
	noun := k + 1
	for noun < k+4 && !feelings[s.low(u, noun)] {
		if w := s.low(u, noun); w == "" || prepositions[w] || s.p.at(noun).kind != word {
			return f, false
		}
		noun++
	}
	start, aux := s.verbGroup(u, k)
	if !feelings[s.low(u, noun)] || aux.infinitive || aux.hypothetical || aux.passive && !strings.HasSuffix(s.p.tokens[k].low, "ing") || s.low(u, noun+1) == "that" {
		return f, false
	}
	run, ok := s.nounLeft(u, start)
	if !ok {
		return f, false
	}
	f.cue, f.subject = tokenRun{start, noun + 1}, run
	f.lex, f.rule, f.whole = cue{evidence.States, cueJudge}, "subject", true
	f.content = []tokenRun{{run.first, s.contentEnd(u, noun)}}
	return f, true
}

// clauseStop is where the clause of a noun ends before the main verb of its sentence: in
// "the claim that bees count drew doubts" behind "count".
func (s *speech) clauseStop(u unit, run tokenRun) int {
	verbs := 0
	for k := run.first + 1; k < run.end; k++ {
		if s.mask[k] != 0 {
			continue
		}
		if s.low(u, k) == "," && verbs > 0 {
			return k
		}
		if t := &s.p.tokens[k]; t.kind == word && (s.verbish(u, k) || s.thirdPerson(u, k)) && !auxiliaryVerb(s.low(u, k-1)) && !adverbInVerb(s.low(u, k-1)) && !strings.HasSuffix(t.low, "ing") {
			if verbs++; verbs == 2 && !subordinators[s.low(u, k-1)] && s.low(u, k-1) != "to" && s.low(u, k-1) != "and" {
				return k
			}
		}
		if subordinators[s.low(u, k)] {
			verbs--
		}
	}
	return run.end
}
