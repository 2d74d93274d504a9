package extract

import (
	"strings"

	"averment/evidence"
)

// statements turns the frames of a unit into statements: one for each clause of their
// contents, and the author's own for what no frame covers.
func (s *speech) statements(u unit) []evidence.Statement {
	out := s.list[:0]
	covered := make([]tokenRun, 0, 4)
	for n := u.frames.first; n < u.frames.end; n++ {
		f := &s.frames[n]
		for _, run := range f.content {
			if next := s.nextFrame(u, n); next > run.first && next < run.end && next > f.cue.end {
				if link := s.beforeLink(next); link < next && link > run.first {
					run.end = link
				}
			}
			if f.rule != "noun clause" {
				covered = append(covered, run)
			}
			for _, clause := range s.clauses(u, run) {
				out = append(out, s.statement(u, f, clause))
			}
		}
		if f.rule == "noun clause" {
			continue // its sentence says something of the clause too
		}
		covered = append(covered, f.cue)
		switch f.rule {
		case "relative", "participle", "coordinated":
		case "apposition":
			covered = append(covered, tokenRun{f.subject.first, f.cue.end})
		case "inverted":
			covered = append(covered, tokenRun{f.subject.first, s.pastApposition(u, f.subject.end)})
		default:
			covered = append(covered, f.subject)
		}
	}
	own, ok := s.uncovered(u, covered)
	if s.onlyAsides(u) {
		own, ok = tokenRun{s.body(u), s.bodyEnd(u)}, true // the main clause runs round the relative one
	}
	if ok {
		out = append(out, s.own(u, own))
	}
	return out
}

// nextFrame is where the next frame of the unit begins when it is coordinated with
// frame n or follows its content; the unit's end when there is none.
func (s *speech) nextFrame(u unit, n int) int {
	if n+1 >= u.frames.end {
		return u.end
	}
	g := s.frames[n+1]
	if g.rule == "adverb" || g.rule == "relative" || g.rule == "trailing" || g.rule == "inverted" {
		return u.end
	}
	first := g.cue.first
	if g.subject.first >= 0 && g.subject.first > s.frames[n].cue.end && g.subject.first < first {
		first = g.subject.first
	}
	return first
}

// beforeLink steps back over the conjunction and comma before token k.
func (s *speech) beforeLink(k int) int {
	for k > 0 && s.p.tokens[k-1].is("and", "but", ",", "while", "or", "then", "also", "however") {
		k--
	}
	return k
}

// statement makes one statement of a clause.
func (s *speech) statement(u unit, f *frame, run tokenRun) evidence.Statement {
	spans := []evidence.Span{s.p.span(run.first, run.end), s.p.span(f.cue.first, f.cue.end), {}}
	st := evidence.Statement{Text: s.p.str(run.first, run.end), Speaker: f.speaker, Stance: s.stanceOf(f),
		Rule: f.rule, Spans: spans[:1:1], CueSpan: &spans[1]}
	if st.Stance == evidence.States && s.rebuts(run) || st.Stance == evidence.Admits && s.p.at(f.cue.end).is("no", "nothing", "neither") {
		st.Stance = evidence.Denies // "admitted no wrongdoing"
	}
	st.Cue = oneLine(lower(s.p.str(f.cue.first, f.cue.end)))
	if f.subject.first >= 0 && f.subject.end > f.subject.first {
		spans[2] = s.p.span(f.subject.first, f.subject.end)
		st.SpeakerSpan = &spans[2]
	}
	s.polarity(&st, f, run)
	return st
}

// stanceOf is the cue's stance, except that what a complaint or a plaintiff says is
// alleged, and what a court or judge says is found.
func (s *speech) stanceOf(f *frame) evidence.Stance {
	stance := f.lex.stance
	if stance == evidence.Denies && s.adjudges(f) {
		return evidence.Holds
	}
	if stance != evidence.States && stance != evidence.Promises {
		return stance
	}
	w := strings.ToLower(f.speaker)
	switch {
	case w == suitName, w == "the indictment", w == "an indictment", strings.HasPrefix(w, "plaintiff"), strings.HasPrefix(w, "the plaintiff"), strings.HasPrefix(w, "claimant"), strings.HasPrefix(w, "the claimant"):
		if stance == evidence.States {
			return evidence.Alleges
		}
	}
	if p := s.parties[w]; p != nil && stance == evidence.States {
		if p.HasRole("plaintiff") || p.HasRole("petitioner") {
			return evidence.Alleges
		}
	}
	return stance
}

// clauses splits a content at coordinated predicates and at linking words; a clause
// has a verb of its own, or an amount ("as well as $1,000 per person").
func (s *speech) clauses(u unit, run tokenRun) []tokenRun {
	var out []tokenRun
	first := run.first
	for k := run.first + 1; k < run.end-1; k++ {
		if s.mask[k] != 0 {
			continue
		}
		n := s.linkAt(u, first, k, run.end)
		if n == 0 {
			continue
		}
		end := k
		if s.p.tokens[end-1].is(",", ";") {
			end--
		}
		if end-first < 2 || run.end-(k+n) < 2 {
			continue
		}
		out = append(out, tokenRun{first, end})
		first = k + n
		if s.p.tokens[first].low == "that" {
			first++
		}
		k = first
	}
	return append(out, tokenRun{first, run.end})
}

// linkAt is the number of tokens of the word that splits a clause at k, 0 for none.
func (s *speech) linkAt(u unit, first, k, end int) int {
	t := &s.p.tokens[k]
	if t.kind != word && t.low != ";" {
		return 0
	}
	switch t.low {
	case ";":
		return 1
	case "as":
		if s.p.at(k+1).low == "well" && s.p.at(k+2).low == "as" && (s.hasVerb(u, k+3, min(end, k+14)) || s.amountNear(k+3, end) || s.gerund(k+3)) {
			return 3
		}
	case "while", "whereas", "although", "additionally", "however":
		if k > first+1 && (s.p.at(k-1).low == "," || t.low == "while" || t.low == "whereas") && s.hasVerb(u, k+1, end) {
			return 1
		}
	case "but":
		if s.hasVerb(u, k+1, end) && s.hasVerb(u, first, k) {
			return 1
		}
	case "and":
		return b2i(s.predicateAfter(u, first, k, end))
	}
	return 0
}

func (s *speech) gerund(k int) bool { return strings.HasSuffix(s.p.at(k).low, "ing") }

func (s *speech) amountNear(k, end int) bool {
	for i := k; i < k+4 && i < end; i++ {
		t := s.p.at(i)
		if currencySigns[t.low] != "" || amountWords[t.low] == amountUnknown || t.low == "damages" {
			return true
		}
	}
	return false
}

// predicateAfter says whether "and" at k joins two predicates or clauses rather than
// two nouns.
func (s *speech) predicateAfter(u unit, first, k, end int) bool {
	i := k + 1
	if s.p.at(i).low == "that" {
		return true
	}
	for adverbInVerb(s.p.at(i).low) && i < end {
		i++
	}
	if i >= end || !s.hasVerb(u, first, k) && s.p.at(first).kind == word && !s.gerund(first) {
		return false
	}
	w := s.p.at(i).low
	if auxiliaryVerb(w) || pastWords[w] || strings.HasSuffix(w, "ed") && len(w) > 4 && s.finiteAfter(i) {
		return true
	}
	if s.p.at(i).kind == word && (determiners[w] || pronouns[w] || s.p.at(i).capital) {
		for n := i + 1; n < min(end, i+8); n++ {
			x := s.p.at(n)
			if x.kind == punct && x.low != "-" || x.in(inPrepositions) && x.low != "of" {
				return false
			}
			if auxiliaryVerb(x.low) || x.in(inPastWords) {
				return true
			}
		}
	}
	return false
}

// finiteAfter says whether an -ed word at i governs something, as a predicate does.
func (s *speech) finiteAfter(i int) bool {
	next := s.p.at(i + 1)
	return next.in(inDeterminers) || next.in(inPrepositions) || next.low == "that" || next.kind == number || next.capital || next.is("by", "to", "in", "users")
}
