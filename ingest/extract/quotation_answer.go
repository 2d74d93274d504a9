package extract

import "averment/evidence"

// answerNouns are what somebody's words are called: "was the answer from the chief".
var answerNouns = set("answer", "reply", "response", "retort", "rejoinder", "verdict", "message", "advice", "warning", "refrain", "explanation", "assessment", "conclusion",
	"view", "opinion", "telling", "account", "comment", "order", "instruction", "plea", "motto", "mantra", "description", "reaction", "summary", "word", "words", "phrase", "question", "language", "caption", "headline", "post", "tweet", "text")

// answer reads “No” was the answer from Hall, “No” came his reply, and Hall's answer: “No”,
// whose noun is token k.
func (s *speech) answer(u unit, f frame) (frame, bool) {
	k := f.verb
	f.rule, f.lex = "answer", cue{evidence.States, cueFree}
	f.subject = s.answerer(u, k)
	if f.subject.first < 0 {
		return f, false
	}
	if views[s.p.tokens[k].low] && s.low(u, k+1) == "," {
		return s.inView(u, f)
	}
	first := k
	for first > u.first && (determiners[s.low(u, first-1)] || adjectivalEnding(s.low(u, first-1)) || s.p.at(first-1).is("own", "first", "only", "terse", "curt", "short", "blunt", "one", "-")) {
		first--
	}
	if owner := s.ownerOf(u, first); owner.first >= 0 {
		first = owner.first
	}
	if verb := s.low(u, first-1); verb == "was" || verb == "is" || verb == "came" || verb == "were" {
		left := s.leftContent(u, first-1)
		f.cue = tokenRun{first - 1, k + 1}
		f.content = []tokenRun{left}
		return f, left.end > left.first && s.maskAt(left.end-1) != 0
	}
	next := k + 1
	if beForms[s.low(u, next)] || s.low(u, next) == ":" || s.low(u, next) == "," {
		next++
	}
	if s.low(u, first-1) == "in" && s.low(u, k+1) == "of" {
		return s.inWords(u, f)
	}
	if s.maskAt(next) == 0 {
		for n := k + 1; n < k+11 && n+1 < u.end && s.mask[n] == 0; n++ {
			if s.low(u, n) == ":" && s.maskAt(n+1) != 0 {
				next = n + 1 // "His advice, according to the suit: “…”"
				break
			}
		}
	}
	if next == k+1 || s.maskAt(next) == 0 {
		return f, false
	}
	f.content = []tokenRun{{next, s.bodyEnd(u)}}
	return f, f.content[0].end > next
}

// views are nouns of whose judgement or story a clause is: "in its view".
var views = set("view", "opinion", "telling", "account", "judgment", "judgement", "estimation", "words", "mind")

// inView reads "because, in its view, the remarks were “stray”", whose noun is token k.
func (s *speech) inView(u unit, f frame) (frame, bool) {
	k := f.verb
	owner := f.subject
	if s.low(u, owner.first-1) != "in" || owner.first <= u.first {
		return f, false
	}
	if run, ok := s.unitSubject(u, owner.first); ok && s.p.tokens[owner.first].is("its", "his", "her", "their") {
		f.subject = run
	}
	f.cue = tokenRun{owner.first - 1, k + 1}
	f.content = []tokenRun{{k + 2, s.bodyEnd(u)}}
	return f, f.content[0].end > k+2
}

// inWords reads "in the words of the opinion, “…”" and “…”, in the words of the opinion.
func (s *speech) inWords(u unit, f frame) (frame, bool) {
	end := f.subject.end + b2i(s.low(u, f.subject.end) == ",")
	if s.maskAt(end) != 0 {
		f.content = []tokenRun{{end, s.bodyEnd(u)}}
		return f, true
	}
	left := s.leftContent(u, f.verb-2)
	f.content = []tokenRun{left}
	return f, left.end > left.first && s.maskAt(left.end-1) != 0
}

// answerer is whose words the noun at k means: "the answer from Hall", "Hall's answer",
// "his answer".
func (s *speech) answerer(u unit, k int) tokenRun {
	if w := s.low(u, k+1); w == "from" || w == "of" {
		if run, ok := s.nounRight(u, k+2); ok {
			return run
		}
	}
	first := k
	for first > u.first && (adjectivalEnding(s.low(u, first-1)) || s.p.at(first-1).is("own", "first", "only", "terse", "curt", "short", "blunt", "-")) {
		first--
	}
	switch w := s.low(u, first-1); {
	case w == "'s" || w == "'":
		if run, ok := s.nounLeft(u, first-1); ok {
			return run
		}
	case pronounGender[w] != unknownGender, w == "their", w == "its":
		return tokenRun{first - 1, first}
	}
	return tokenRun{-1, -1}
}

// cries are nouns of what several people call out.
var cries = set("chants", "chant", "cries", "cry", "shouts", "shout", "calls", "screams", "yells", "murmurs", "boos", "choruses", "chorus", "whispers", "jeers", "taunts")

// cried reads "The crowd answered with chants of “One more day”", whose noun is token k.
func (s *speech) cried(u unit, f frame) (frame, bool) {
	k := f.verb
	if s.low(u, k+1) != "of" || s.maskAt(k+2) == 0 {
		return f, false
	}
	run, ok := s.unitSubject(u, k)
	if !ok {
		return f, false
	}
	f.cue, f.subject, f.rule, f.lex = tokenRun{k, k + 2}, run, "answer", cue{evidence.States, cueFree}
	f.content = []tokenRun{{k + 2, s.bodyEnd(u)}}
	return f, f.content[0].end > k+2
}
