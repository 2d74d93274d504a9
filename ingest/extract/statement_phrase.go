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
	case "per":
		return s.perPaper(u, f)
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
	if k == u.first && askedForms[w] {
		return s.asked(u, f)
	}
	if strings.HasPrefix(w, "plead") || w == "pled" {
		return s.pleads(u, f)
	}
	if s.p.tokens[k].in(inCries) {
		if g, ok := s.cried(u, f); ok {
			return g, ok
		}
	}
	if s.p.tokens[k].in(inAnswers) {
		if g, ok := s.answer(u, f); ok {
			return g, ok
		}
	}
	if next := s.p.at(k + 1).low; next == "that" || s.p.tokens[k].in(inProofs) || (next == "from" || next == "by") && s.low(u, k+1) != "" {
		if g, ok := s.claimNoun(u, f); ok || claimNouns[w] != "" || proofs[w] {
			return g, ok
		}
		return s.nounCue(u, f)
	}
	if s.p.tokens[k].in(inLightVerbs) {
		return s.lightVerb(u, f)
	}
	return f, false
}

// perPaper reads "Per the lawsuit, …" and "…, per the complaint".
func (s *speech) perPaper(u unit, f frame) (frame, bool) {
	k := f.verb
	if k > u.first && s.low(u, k-1) != "," && s.maskAt(k-1) == 0 || !s.p.at(k+1).is("the", "a", "court") {
		return f, false
	}
	run, ok := s.nounRight(u, k+1)
	if !ok || !s.paper(run) && !evidencePlurals[s.headOf(run).low] {
		return f, false
	}
	f.subject, f.rule, f.lex = run, "according to", cue{evidence.States, cueFree}
	return s.around(u, f, run.end)
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
	f, ok = s.around(u, f, run.end)
	if ok && s.outlet(run) { // an outlet that tells what the complaint says
		k := f.content[0].first
		for n := k; n < k+5 && n < f.content[0].end; n++ {
			if suitNouns[s.low(u, n)] && s.suit(k, n+1) {
				f.subject = tokenRun{k, n + 1}
				break
			}
		}
	}
	return f, ok
}

// outlet says whether a noun phrase is the name of a news outlet.
func (s *speech) outlet(run tokenRun) bool {
	first := run.first
	for first < run.end-1 && s.p.tokens[first].in(inDeterminers) {
		first++
	}
	return outlets[lower(oneLine(s.p.str(first, run.end)))] || outlets[lower(oneLine(s.p.str(run.first, run.end)))]
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
	if k > u.first && s.low(u, k-1) != "," && s.low(u, k-1) != "(" && !(s.maskAt(k-1) != 0 && s.closedQuote(k-1)) {
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
	if c, known := table[s.low(u, k+1)]; known && participle(s.low(u, k+1)) && s.p.at(k+2).is("in", "on", "at") {
		run, ok := s.nounRight(u, k+3)
		if !ok {
			return f, false
		}
		f.verb, f.cue, f.subject, f.lex = k+1, tokenRun{k, k + 3}, run, cue{c.stance, cueFree}
		return s.around(u, f, run.end)
	}
	run, ok := s.nounRight(u, k+1)
	if !ok || run.end >= u.end {
		return f, false
	}
	c, known := table[s.low(u, run.end)]
	next := s.low(u, run.end+1)
	if s.low(u, run.end) == "put" && next == "it" {
		return s.putIt(u, f, run)
	}
	if known && (next == "in" || next == "on" || next == "at" || next == "last") && k == u.first {
		at := s.commaNear(u, run.end+1)
		for i := run.end + 1; at < 0 && i < run.end+50 && i+1 < u.end; i++ {
			if s.low(u, i) == ")" && s.low(u, i+1) == "," {
				at = i + 1 // behind a citation
			}
		}
		next = s.low(u, at)
	}
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

// commaNear is the comma within the next few tokens, with no verb before it.
func (s *speech) commaNear(u unit, k int) int {
	for i := k; i < k+7 && i < u.end; i++ {
		if s.low(u, i) == "," {
			return i
		}
		if s.mask[i] != 0 || s.p.tokens[i].kind == word && s.verbish(u, i) {
			break
		}
	}
	return -1
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
