package extract

// outer is the frame around f to which the words between f's cue and the quotation go back, f itself
// where none do: "said that they had found her and that she “took nothing”", "said the firm denied
// it but wanted “to settle”", "says the rises began “within weeks”".
func (s *speech) outer(u unit, q quote, f *frame) *frame {
	if f.cue.end > q.first || f.subject.first < 0 {
		return f
	}
	g := s.sayingAround(u, q, f)
	if g == nil {
		return f
	}
	if f.negated || inchoate[s.p.tokens[f.verb].low] && s.maskAt(f.verb+1) == 0 && !s.p.at(q.first-1).is(",", ":") || inchoate[s.p.tokens[f.verb].low] && f.verb+1 == q.first {
		return g
	}
	for k := q.first - 1; k > f.cue.end && k > q.first-12; k-- {
		if s.mask[k] != 0 || !s.p.tokens[k].is("and", "but") {
			continue
		}
		if s.low(u, k+1) == "that" {
			if s.low(u, g.cue.end) == "that" && s.low(u, f.cue.end) != "that" {
				return g
			}
			return f
		}
		if q.first-k < 4 && !s.hasVerb(u, f.cue.end, k) && s.low(u, f.cue.end) != "that" {
			return g
		}
		return f
	}
	return f
}

// inchoate are verbs that tell of speech only where a quotation stands behind a comma or a colon.
var inchoate = set("began", "begin", "begins", "continue", "continues", "continued", "went", "goes", "go")

// sayingAround is the innermost frame of saying whose content holds both the cue of f and the quotation.
func (s *speech) sayingAround(u unit, q quote, f *frame) *frame {
	var best *frame
	size := 1 << 30
	for n := u.frames.first; n < u.frames.end; n++ {
		g := &s.frames[n]
		if g == f || g.speaker == "" || g.lex.pattern > cueTold || g.lex.pattern == cueQuote || unspoken[s.p.tokens[g.verb].low] {
			continue
		}
		for _, run := range g.content {
			if run.first <= f.subject.first && run.first <= f.cue.first && f.cue.end <= run.end && q.end <= run.end+1 && run.end-run.first < size {
				best, size = g, run.end-run.first
			}
		}
	}
	return best
}
