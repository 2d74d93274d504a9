package extract

import (
	"strings"

	"averment/evidence"
)

// phrase reads the cues that are more than a verb: "according to X", "as X reported",
// "had no comment", "did not respond", "declined to comment", "allegedly".
func (s *speech) phrase(u unit, k int) (frame, bool) {
	f := frame{verb: k, cue: tokenRun{k, k + 1}, subject: tokenRun{-1, -1}}
	w := s.p.tokens[k].low
	if strings.HasSuffix(w, "n't") {
		w = "not"
	}
	switch w {
	case "according":
		return s.accordingTo(u, f)
	case "as":
		return s.asReported(u, f)
	case "no":
		return s.noComment(u, f)
	case "not", "unavailable", "remained", "never":
		return s.silence(u, f)
	case "declined", "refused", "declines", "refuses", "declining", "refusing":
		return s.declining(u, f)
	case "neither":
		return s.neitherNor(u, f)
	case "lack", "lacks", "without":
		return s.unknowing(u, f)
	case "allegedly", "reportedly", "purportedly":
		return s.adverb(u, f)
	}
	return f, false
}

func (s *speech) accordingTo(u unit, f frame) (frame, bool) {
	k := f.verb
	if s.low(u, k+1) != "to" {
		return f, false
	}
	run, ok := s.nounRight(u, k+2)
	if !ok {
		return f, false
	}
	f.cue.end, f.subject, f.rule = k+2, run, "according to"
	f.lex = cue{evidence.States, cueFree}
	return s.around(u, f, run.end)
}

// around makes content of what stands before a parenthetical attribution, or behind
// one that opens its unit.
func (s *speech) around(u unit, f frame, end int) (frame, bool) {
	first := f.cue.first
	lead := first == u.first || first <= u.first+2 && s.low(u, first-1) != ","
	if lead {
		for end < u.end && s.low(u, end) != "," && s.mask[end] == 0 {
			end++
		}
		f.content = s.rightContent(u, end)
		return f, len(f.content) > 0
	}
	stop := first
	if s.mask[first-1] == 0 && s.p.tokens[first-1].is(",", "–", "(") {
		stop--
	}
	from := u.first
	for n := len(s.frames) - 1; n >= 0 && s.frames[n].cue.first >= u.first; n-- {
		if s.frames[n].rule == "according to" {
			from = max(from, s.frames[n].subject.end)
		}
	}
	if stop <= from {
		return f, false
	}
	f.content = []tokenRun{{from, stop}}
	if s.low(u, end) == "," && end+2 < s.bodyEnd(u) {
		f.content = append(f.content, s.rightContent(u, end)...)
	}
	return f, true
}

// asReported reads "As reported by X, …" and "…, as X reported".
func (s *speech) asReported(u unit, f frame) (frame, bool) {
	k := f.verb
	if k > u.first && s.low(u, k-1) != "," && s.low(u, k-1) != "(" {
		return f, false
	}
	table := cues()
	f.rule = "as reported"
	if w := s.low(u, k+1); s.low(u, k+2) == "by" || s.low(u, k+3) == "by" {
		c, known := table[w]
		at := k + 2 + b2i(s.low(u, k+3) == "by")
		run, ok := s.nounRight(u, at+1)
		if !known || !ok || !participle(w) {
			return f, false
		}
		f.verb, f.cue, f.subject, f.lex = k+1, tokenRun{k + 1, k + 2}, run, cue{c.stance, cueFree}
		return s.around(u, f, run.end)
	}
	run, ok := s.nounRight(u, k+1)
	if !ok || run.end >= u.end {
		return f, false
	}
	c, known := table[s.low(u, run.end)]
	next := s.low(u, run.end+1)
	if !known || next != "," && next != "." && next != "" && next != ")" {
		return f, false
	}
	f.verb, f.cue, f.subject, f.lex = run.end, tokenRun{run.end, run.end + 1}, run, cue{c.stance, cueFree}
	g := f
	g.cue.first = k
	g, ok = s.around(u, g, run.end+1)
	f.content = g.content
	return f, ok
}

// noComment reads "had no (immediate) comment".
func (s *speech) noComment(u unit, f frame) (frame, bool) {
	k := f.verb
	j := k + 1
	for n := 0; n < 2 && (s.low(u, j) == "immediate" || s.low(u, j) == "further" || s.low(u, j) == "official" || s.low(u, j) == "public"); n++ {
		j++
	}
	switch s.low(u, j) {
	case "comment", "comments", "reaction":
	default:
		return f, false
	}
	switch s.low(u, k-1) {
	case "had", "has", "have", "offered", "made", "gave", "provided", "with":
	default:
		return f, false
	}
	f.cue = tokenRun{k, j + 1}
	return s.stillness(u, f, k-1, evidence.NoComment)
}

// silence reads "did not respond", "has not yet issued a response", "could not be reached".
func (s *speech) silence(u unit, f frame) (frame, bool) {
	k := f.verb
	w := s.low(u, k)
	j := k + 1
	if w == "unavailable" || w == "remained" {
		if w == "remained" && s.low(u, j) != "silent" || w == "unavailable" && s.low(u, j) != "for" {
			return f, false
		}
		f.cue.end = j + 1
		return s.stillness(u, f, k, evidence.Silent)
	}
	for adverbInVerb(s.low(u, j)) || s.low(u, j) == "be" || s.low(u, j) == "been" {
		j++
	}
	switch s.low(u, j) {
	case "comment", "discuss", "elaborate":
		f.cue.end = j + 1
		if w == "wouldn't" || s.low(u, k-1) == "would" {
			return s.stillness(u, f, k, evidence.Declined)
		}
		return s.stillness(u, f, k, evidence.Silent)
	case "respond", "responded", "reply", "replied", "commented", "reached":
		f.cue.end = j + 1
	case "return", "returned", "answer", "answered":
		if !s.objectNear(u, j+1, "call", "calls", "email", "emails", "message", "messages", "request", "requests", "questions", "inquiries", "enquiries") {
			return f, false
		}
		f.cue.end = j + 1
	case "issued", "issue", "provided", "provide", "given", "give", "made", "make", "offered":
		if !s.objectNear(u, j+1, "response", "comment", "statement", "reply") {
			return f, false
		}
		f.cue.end = j + 1
	case "available":
		if s.low(u, j+1) != "for" && s.low(u, j+1) != "to" {
			return f, false
		}
		f.cue.end = j + 1
	default:
		return f, false
	}
	return s.stillness(u, f, k, evidence.Silent)
}

func (s *speech) objectNear(u unit, k int, words ...string) bool {
	for i := k; i < k+5; i++ {
		for _, w := range words {
			if s.low(u, i) == w {
				return true
			}
		}
	}
	return false
}

// declining reads "declined to (provide further) comment", but not "declined to buy".
func (s *speech) declining(u unit, f frame) (frame, bool) {
	k := f.verb
	j := k + 1
	if s.low(u, j) == "to" {
		j++
	}
	for i := j; i < j+4; i++ {
		switch s.low(u, i) {
		case "comment", "elaborate", "discuss", "answer", "respond", "say", "confirm", "disclose", "speak", "interview", "interviews", "interviewed":
			f.cue.end = i + 1
			return s.stillness(u, f, k, evidence.Declined)
		}
	}
	return f, false
}

// unknowing reads "lacks knowledge or information sufficient to form a belief" and "is
// without knowledge", which have the effect of a denial (Fed. R. Civ. P. 8(b)(5)).
func (s *speech) unknowing(u unit, f frame) (frame, bool) {
	k := f.verb
	j := k + 1
	if s.low(u, j) == "sufficient" || s.low(u, j) == "the" || s.low(u, j) == "adequate" {
		j++
	}
	if s.low(u, j) != "knowledge" && s.low(u, j) != "information" || s.low(u, k) == "without" && !beForms[s.low(u, k-1)] {
		return f, false
	}
	if s.low(u, j+1) != "or" && s.low(u, j+1) != "sufficient" && s.low(u, j+1) != "as" && s.low(u, j+1) != "and" && s.low(u, j+1) != "of" && s.low(u, j+1) != "to" {
		return f, false
	}
	f.cue.end = j + 1
	return s.stillness(u, f, k, evidence.LacksKnowledge)
}

// neitherNor reads "would neither confirm nor deny", which answers nothing.
func (s *speech) neitherNor(u unit, f frame) (frame, bool) {
	k := f.verb
	if !s.follows(u, k+1, "confirm", "nor", "deny") && !s.follows(u, k+1, "confirmed", "nor", "denied") {
		return f, false
	}
	f.cue.end = k + 4
	return s.stillness(u, f, k, evidence.Declined)
}

// stillness finishes a frame whose whole clause is its statement.
func (s *speech) stillness(u unit, f frame, verb int, stance evidence.Stance) (frame, bool) {
	start, _ := s.verbGroup(u, verb)
	f.negated = false
	f.lex = cue{stance, cueObject}
	f.rule, f.whole = strings.ReplaceAll(string(stance), "-", " "), true
	if run, ok := s.nounLeft(u, start); ok {
		f.subject = run
		start = run.first
	} else if s.low(u, start-1) == "and" || s.low(u, start-1) == "but" {
		f.rule = "coordinated"
	} else if s.low(u, start-1) == "," {
		s.apposition(u, start-1, &f)
		if f.subject.first >= 0 {
			start = f.subject.first
		}
	}
	f.content = []tokenRun{{start, s.clauseEnd(u, f.cue.end)}}
	return f, true
}

// clauseEnd is the end of the clause that goes on at token k.
func (s *speech) clauseEnd(u unit, k int) int {
	for i := k; i < u.end; i++ {
		switch s.low(u, i) {
		case ";", "while":
			return i
		case ",":
			if n := s.low(u, i+1); n == "but" || n == "while" || n == "and" || n == "although" || n == "labeling" || n == "saying" {
				return i
			}
		}
	}
	return s.bodyEnd(u)
}

// adverb reads "allegedly" and "reportedly": the clause is put forward by nobody named.
func (s *speech) adverb(u unit, f frame) (frame, bool) {
	stance := evidence.Alleges
	if s.low(u, f.verb) == "reportedly" {
		stance = evidence.Reports
	}
	if len(s.frames) > 0 && s.frames[len(s.frames)-1].cue.first >= u.first {
		s.frames[len(s.frames)-1].hedged = true
		return f, false
	}
	f.lex = cue{stance, cueFree}
	f.rule, f.hedged, f.whole = "adverb", true, true
	f.content = []tokenRun{{u.first, s.bodyEnd(u)}}
	return f, f.content[0].end > u.first
}
