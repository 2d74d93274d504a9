package extract

import (
	"slices"

	"averment/evidence"
)

// prayed reads the items of a prayer for relief, "(a) damages of $5,000; (b) an injunction",
// each as something that the plaintiff seeks.
func (s *speech) prayed(u unit, list []evidence.Statement) []evidence.Statement {
	for i := range list {
		if list[i].Stance == evidence.Seeks && s.opensPrayer(u) {
			s.praying = list[i].Cue
		}
	}
	if s.opensPrayer(u) && s.praying == "" {
		s.praying = "requests"
	}
	if s.praying == "" {
		return list
	}
	items := s.items(u)
	if len(items) == 0 && s.opensPrayer(u) {
		return slices.DeleteFunc(list, func(st evidence.Statement) bool {
			return st.Rule == "paragraph of a complaint" || st.Rule == "own voice"
		})
	}
	if len(items) == 0 { // the last item, cut off from its letter
		items = []tokenRun{{s.body(u), s.bodyEnd(u)}}
	}
	var out []evidence.Statement
	for _, run := range items {
		st := s.own(u, run)
		st.Stance, st.Cue, st.Rule, st.Negated = evidence.Seeks, s.praying, "prayer for relief", false
		out = append(out, st)
	}
	return out
}

// leavesPrayer says whether a unit ends the prayer: a heading of something else, a signature,
// a numbered paragraph.
func (s *speech) leavesPrayer(u unit) bool {
	if s.itemMark(u, u.first) > 0 {
		return false
	}
	return u.matter == signatureMatter || u.matter == captionMatter || u.matter == headingMatter && !s.prayerHead(u) || s.p.at(u.first).is("dated", "respectfully")
}

// prayerHead says whether a heading is that of the prayer.
func (s *speech) prayerHead(u unit) bool {
	for k := u.first; k < u.end; k++ {
		if s.p.tokens[k].is("prayer", "relief", "wherefore") || s.p.tokens[k].is("claims", "claim") && k == u.end-2 && s.p.at(k+1).low == ":" {
			return true
		}
	}
	return false
}

// opensPrayer says whether a unit opens the list of what is asked for: "WHEREFORE, Plaintiff
// prays for judgment as follows:", "Plaintiff requests the following relief:".
func (s *speech) opensPrayer(u unit) bool {
	asks := s.p.at(u.first).is("wherefore")
	for k := u.first; k < u.end; k++ {
		switch s.p.tokens[k].low {
		case "prays", "pray", "requests", "request", "respectfully", "demands", "asks", "seeks":
			asks = true
		case "claims", "claim":
			asks = asks || u.end-u.first < 9 && u.para && s.p.at(k+1).low == ":" // no "First claim for relief: fraud"
		case ":":
			return asks
		}
	}
	return false
}

// items are the runs behind the marks "(a)", "A." or "1." of a list; none without marks.
func (s *speech) items(u unit) (out []tokenRun) {
	start := -1
	for k := u.first; k < u.end; k++ {
		n := s.itemMark(u, k)
		if n == 0 {
			continue
		}
		out = appendItem(s, out, start, k)
		start, k = k+n, k+n-1
	}
	return appendItem(s, out, start, s.bodyEnd(u))
}

// appendItem adds the run without the signs and the "and" that part it from the next.
func appendItem(s *speech, out []tokenRun, start, end int) []tokenRun {
	for end > start && start >= 0 && (s.p.tokens[end-1].is(";", ",", ".", "and", "or", ":") || s.p.tokens[end-1].end-s.p.tokens[end-1].start == 1 && s.p.at(end-2).is("and", "or", ";")) {
		end--
	}
	if start < 0 || end-start < 2 {
		return out
	}
	return append(out, tokenRun{start, end})
}

// itemMark is the length of the mark of a list that begins at token k, 0 for none.
func (s *speech) itemMark(u unit, k int) int {
	t, next := s.p.at(k), s.p.at(k+1)
	short := func(t *token) bool { return t.end-t.start <= 4 && (t.kind == word || t.kind == number) }
	after := s.p.at(k - 1)
	switch {
	case k > u.first && !after.is(":", ";", ",", "and", "or", "."):
		return 0
	case t.low == "(" && short(next) && s.p.at(k+2).low == ")":
		return 3
	case (t.kind == word && t.end-t.start == 1 && t.capital || t.digits(2) && k == u.first) && next.is(".", ")") && !next.space && k+2 < u.end:
		return 2
	}
	return 0
}
