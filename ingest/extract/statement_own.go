package extract

import (
	"strings"

	"averment/evidence"
)

// uncovered is the longest run of the unit that no frame covers and that has a verb.
func (s *speech) uncovered(u unit, covered []tokenRun) (tokenRun, bool) {
	best := tokenRun{}
	first := u.first
	if s.paragraph > 0 || s.voice.form == "filing" || s.voice.form == "motion" || s.voice.form == "agreement" || s.voice.form == "opinion" || s.voice.form == "answer" || s.voice.form == "complaint" {
		first = s.body(u)
	}
	end := s.bodyEnd(u)
	flush := func(to int) {
		if to-first > best.end-best.first {
			best = tokenRun{first, to}
		}
	}
	for k := first; k < end; k++ {
		if inRuns(covered, k) {
			flush(k)
			first = k + 1
		}
	}
	flush(end)
	for best.end > best.first && s.p.tokens[best.end-1].is(",", "and", "but", "that", "which", "who", ";", "–", "(") {
		best.end--
	}
	for best.end > best.first && s.p.tokens[best.first].is(",", "and", "but", ";", "–", ".", ")") {
		best.first++
	}
	if opener := s.p.at(best.first); u.frames.first < u.frames.end && (opener.is("if", "unless", "although", "because") || opener.low == "to" && s.follows(u, best.first+1, "the", "extent")) {
		return best, false // a condition of what a frame covers
	}
	if s.p.at(best.first).low == "except" && u.frames.first < u.frames.end {
		return best, false
	}
	if u.frames.first < u.frames.end && s.fronted(best) {
		return best, false
	}
	if u.frames.first == u.frames.end {
		if s.voice.form == "opinion" && best.end-best.first == 2 && s.decides(u) {
			return best, true
		}
		if s.v.doc.Kind == evidence.Filing && !s.hasVerb(u, best.first, best.end) {
			return best, false // a caption, a signature
		}
		return best, best.end-best.first >= 3 && !u.heading || best.end-best.first >= 3 && s.hasVerb(u, best.first, best.end)
	}
	return best, best.end-best.first >= 4 && s.hasVerb(u, best.first, best.end)
}

// fronted says whether the run is a phrase that only opens a sentence: "In a motion filed
// Friday, the company said".
func (s *speech) fronted(run tokenRun) bool {
	if run.end <= run.first || s.p.at(run.end).low != "," || !s.p.at(run.first).is("in", "on", "at", "during", "after", "before", "under", "amid", "following", "with", "by") {
		return false
	}
	for k := run.first; k < run.end; k++ {
		if t := &s.p.tokens[k]; t.low == "," || auxiliaryVerb(t.low) || t.in(inPastWords) {
			return false
		}
	}
	return true
}

// onlyAsides says whether the unit's one frame stands in a relative clause between commas
// inside the main clause.
func (s *speech) onlyAsides(u unit) bool {
	if u.frames.end-u.frames.first != 1 {
		return false
	}
	f := &s.frames[u.frames.first]
	return f.aside && len(f.content) == 1 && f.content[0].end < s.bodyEnd(u)-1
}

func inRuns(runs []tokenRun, k int) bool {
	for _, r := range runs {
		if k >= r.first && k < r.end {
			return true
		}
	}
	return false
}

// own is a statement in the document's own voice: of a report, the publisher's or the
// author's where it names one.
func (s *speech) own(u unit, run tokenRun) evidence.Statement {
	if q := s.spoken(run); q != nil {
		return s.carried(run, q)
	}
	st := evidence.Statement{Text: s.p.str(run.first, run.end), Speaker: s.voice.speaker, Stance: s.voice.stance, Rule: "own voice",
		Spans: []evidence.Span{s.p.span(run.first, run.end)}}
	s.wordPolarity(&st, run, tokenRun{-1, -1})
	switch {
	case s.asks(u):
		st.Stance, st.Negated = evidence.Questions, false
	case s.voice.form == "report" && s.rebuts(run):
		st.Stance, st.Negated = evidence.Denies, false
	}
	return st
}

// spoken is the quotation that the whole run stands in, when its speaker is known from
// the text around.
func (s *speech) spoken(run tokenRun) *evidence.Quotation {
	m := s.mask[run.first]
	for k := run.first; k < run.end; k++ {
		if s.mask[k] != m && s.p.tokens[k].kind != punct {
			return nil
		}
	}
	if m == 0 || s.said[m-1].Speaker == "" {
		return nil
	}
	return &s.said[m-1]
}

// carried is the statement that a quotation makes without a cue of its own.
func (s *speech) carried(run tokenRun, q *evidence.Quotation) evidence.Statement {
	f := frame{lex: cue{evidence.States, cueFree}, speaker: q.Speaker}
	if c, known := cues()[lastWord(q.Cue)]; known && c.stance != evidence.Seeks {
		f.lex.stance = c.stance
	}
	st := evidence.Statement{Text: s.p.str(run.first, run.end), Speaker: q.Speaker, Stance: s.stanceOf(&f), Cue: q.Cue,
		Rule: "speech carried over", Spans: []evidence.Span{s.p.span(run.first, run.end)}, SpeakerSpan: q.SpeakerSpan}
	if st.Stance == evidence.States && s.rebuts(run) {
		st.Stance = evidence.Denies
	}
	s.wordPolarity(&st, run, tokenRun{-1, -1})
	return st
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
