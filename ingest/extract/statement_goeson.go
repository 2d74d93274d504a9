package extract

// goesOn is who speaks again where "it" adds something to what a judge or a court was told to say in
// the sentence before; "" where nobody did.
func (s *speech) goesOn(u unit, f *frame) string {
	if !s.p.tokens[f.verb].is("added", "adds", "continued", "concluded", "went") || s.p.tokens[f.subject.first].low != "it" || f.subject.end-f.subject.first != 1 {
		return ""
	}
	for n := u.frames.first - 1; n >= 0 && n > u.frames.first-3; n-- {
		g := &s.frames[n]
		if u.first-g.cue.end > 80 {
			return ""
		}
		if g.speaker != "" && (s.judicial(g.subject) || s.decider(g.subject)) {
			return g.speaker
		}
	}
	return ""
}
