package extract

// bridged says whether sentence x goes on the unit: a quotation spans the boundary, or
// x begins small behind a closing mark, as in "Why?" she asked.
func (s *speech) bridged(u unit, x sentence) bool {
	if x.first >= len(s.mask) || u.end == 0 {
		return false
	}
	a, b := s.mask[u.end-1], s.mask[x.first]
	if a != 0 && a == b {
		return true
	}
	t := &s.p.tokens[x.first]
	if a == 0 || t.kind != word {
		return false
	}
	return !t.capital || s.p.at(u.end-2).is("?", "!", "…") && (s.tells(x) || s.tellsAside(x)) || s.p.at(u.end-2).low == "." && x.end-x.first < 9 && s.p.tokens[x.end-2].is("said", "says") && s.tells(x)
}

// tellsAside is tells for a name with an apposition: `Sen. Hall, R-Ohio, said`.
func (s *speech) tellsAside(x sentence) bool {
	if !s.p.tokens[x.first].capital {
		return false
	}
	for k := x.first + 3; k < x.end && k < x.first+20 && s.mask[k] == 0; k++ {
		t := &s.p.tokens[k]
		if c, known := cues()[t.low]; known && c.pattern <= cueClause && s.p.at(k-1).low == "," && !t.in(inNounVerbs) {
			return k+1 >= x.end || s.p.at(k+1).kind == punct || s.p.at(k+1).in(inPrepositions)
		}
		if t.kind == word && !t.capital && (auxiliaryVerb(t.low) || t.in(inPastWords)) {
			return false
		}
	}
	return false
}

// tells says whether a sentence is no more than who said what stands before it: `Mr. Hall
// asked` behind a question.
func (s *speech) tells(x sentence) bool {
	table := cues()
	for k := x.first + 1; k < x.end && k < x.first+6 && s.mask[k] == 0; k++ {
		t := &s.p.tokens[k]
		if c, known := table[t.low]; known && c.pattern <= cueTold && !t.in(inNounVerbs) {
			next := s.p.at(k + 1)
			return k+1 >= x.end || next.kind == punct || next.in(inPrepositions) || c.pattern == cueTold || adverbInVerb(next.low)
		}
		if !t.capital && t.low != "." && k > x.first+2 {
			return false
		}
	}
	return false
}
