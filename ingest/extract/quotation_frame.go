package extract

// frameOf is the innermost frame of the unit whose content holds the quotation.
func (s *speech) frameOf(un int, q quote) *frame {
	u := s.units[un]
	var best *frame
	size := 1 << 30
	if f := s.governing(u, q); f != nil {
		return s.outer(u, q, f)
	}
	for n := u.frames.first; n < u.frames.end; n++ {
		f := &s.frames[n]
		for _, run := range f.content {
			if run.first <= q.first && q.end <= run.end+1 && run.end-run.first <= size && f.rule != "adverb" && !(best != nil && unspoken[s.p.tokens[f.verb].low]) {
				if best != nil && run.end-run.first == size && distance(f, q) >= distance(best, q) {
					continue
				}
				best, size = f, run.end-run.first
			}
		}
	}
	if best != nil {
		return s.outer(u, q, best)
	}
	return nil
}

// governing is the frame whose cue stands in the same clause before a quotation that only
// words part from it, and whose content an attribution behind cuts: in "the report urged
// repairs “without delay”, the court heard" the report's.
func (s *speech) governing(u unit, q quote) *frame {
	if q.first <= u.first || s.mask[q.first-1] != 0 || s.p.tokens[q.first-1].kind == punct {
		return nil
	}
	for n := u.frames.end - 1; n >= u.frames.first; n-- {
		f := &s.frames[n]
		if q.first-f.cue.end > 20 {
			return nil
		}
		if f.cue.end > q.first || f.rule == "adverb" || unspoken[s.p.tokens[f.verb].low] || f.subject.first < 0 || len(f.content) == 0 {
			continue
		}
		if c := f.content[0]; c.first < f.cue.end && !f.whole || c.end < q.end {
			return nil
		}
		for k := f.cue.end; k < q.first; k++ {
			if s.mask[k] == 0 && s.p.tokens[k].is(",", ";", "and", "but") {
				return nil
			}
		}
		return f
	}
	return nil
}

// unspoken are cues of what goes on in somebody's head, which seldom govern a quotation.
var unspoken = set("know", "knows", "knew", "known", "understand", "understands", "understood", "think", "thinks", "thought", "feel", "feels", "felt", "learn", "learned", "realise", "realised",
	"realize", "realized", "discover", "discovered", "hear", "heard", "see", "saw", "show", "shows", "showed", "shown",
	"suspect", "suspects", "suspected", "believe", "believes", "believed", "fear", "fears", "feared", "doubt", "doubts", "doubted", "expect", "expects", "expected", "hope", "hopes", "hoped",
	"assume", "assumes", "assumed", "worry", "worries", "worried")

func distance(f *frame, q quote) int {
	if f.cue.first >= q.end {
		return f.cue.first - q.end
	}
	return max(0, q.first-f.cue.end)
}
