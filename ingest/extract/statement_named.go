package extract

import "averment/evidence"

// named is the name of the speaker that the noun phrase describes, when the name stands
// beside it between commas: "its chief executive, Dale Renner, said", "Ada Brown, a
// teacher, who accuses". It is the phrase itself where no name does.
func (s *speech) named(u unit, run tokenRun) tokenRun {
	if run.first < 0 || run.end <= run.first || s.joinedRun(run) {
		return run
	}
	if head := &s.p.tokens[run.end-1]; head.capital && run.end-run.first > 1 && !s.p.tokens[run.first].in(inDeterminers) && !(s.p.tokens[run.first+1].low == "for" && callsPerson(s.p.tokens[run.first].low)) {
		return run
	}
	if s.low(u, run.end) == "," {
		if first := run.end + 2; s.p.at(run.first).is("a", "an") && s.low(u, run.end+1) == "the" && first < u.end {
			if end := s.nameRunOf(u, first); end > first+1 && s.low(u, end) == "," && organisedWords(nameWordsOf(s.p, first, end)) {
				return tokenRun{first, end} // "An industry body, the Association of Labels, said"
			}
		}
		if name := s.manNamed(u, run.end+1); name.first >= 0 {
			return name
		}
		if name := s.roleAndName(u, run.end+1); name.first >= 0 {
			return name
		}
		if end := s.nameRun(u, run.end+1); end == run.end+2 && callsPerson(s.p.tokens[run.end-1].low) && s.p.at(end).low == "," && givenGender()[s.p.at(run.end+1).low] != unknownGender {
			return tokenRun{run.end + 1, end} // "his daughter, Lena, worries"
		} else if end == run.end+2 && s.p.at(end).low == "," && s.organisation(run, end) {
			return tokenRun{run.end + 1, end} // "the drone's maker, Aerobee, denies"
		} else if end > run.end+2 && s.p.at(end).is(",", ".", ":", "said", "says", "of", "at", "from", "who") || end == u.end && end > run.end+2 {
			return tokenRun{run.end + 1, end}
		}
	}
	if s.p.tokens[run.first].in(inDeterminers) && s.low(u, run.first-1) == "," && (s.low(u, run.end) == "," || s.low(u, run.end) == "who" || s.low(u, run.end) == "") {
		first := run.first - 1
		for first > u.first && s.mask[first-1] == 0 && s.properPart(first-1) {
			first--
		}
		for first < run.first-1 && !s.p.tokens[first].capital {
			first++
		}
		if s.p.tokens[first].low == "according" {
			return run
		}
		if first < run.first-2 || s.parties[lower(oneLine(s.p.str(first, run.first-1)))] != nil {
			return tokenRun{first, run.first - 1}
		}
	}
	return run
}

// organisation says whether the one word before token end is the name of an organisation that
// the phrase before it describes.
func (s *speech) organisation(run tokenRun, end int) bool {
	p := s.parties[s.p.tokens[end-1].low]
	return p != nil && p.Type == evidence.Organisation && s.p.tokens[run.first].is("the", "its", "their", "a", "an", "his", "her") && !s.headOf(run).capital
}

// roleAndName is the name in an apposition that opens with what somebody is: in "One customer,
// Leeds retiree Ana Ruiz, said" that of Ana Ruiz. It is empty, first < 0, where none stands.
func (s *speech) roleAndName(u unit, k int) tokenRun {
	role, none := false, tokenRun{-1, -1}
	if s.low(u, k) == "the" && s.low(u, k+1) == "late" {
		k++
	}
	if s.p.at(k).is("the", "late") && s.p.at(k+1).capital && (isTitle(s.p.at(k+1).low) || s.low(u, k) == "late") {
		k, role = k+1, true // "Her pastor, the Rev. Tom Hall"
	}
	for i := k; i < k+6 && i < u.end && s.mask[i] == 0; i++ {
		t := &s.p.tokens[i]
		if t.kind != word && t.low != "-" || t.in(inDeterminers) || t.in(inPrepositions) {
			return none
		}
		if role && t.capital {
			if end := s.nameRun(u, i); end > i+1 && s.p.at(end).is(",", ".", "of", "at", "from", "who") {
				return tokenRun{i, end}
			}
			return none
		}
		role = !t.capital && (callsPerson(t.low) || t.in(inCallings))
	}
	return none
}

// nameRun is the end of the capitalised words that begin at k, k for none.
func (s *speech) nameRun(u unit, k int) int {
	end := k
	for end < u.end && end-k < 6 && s.mask[end] == 0 && s.properPart(end) {
		if t := s.p.at(end); t.low == "of" && end > k+1 {
			break // "Ana Ruiz of Day & Lee"
		}
		end++
	}
	return end
}

// nameRunOf is nameRun for the name of an organisation, which goes on behind "of" and "for".
func (s *speech) nameRunOf(u unit, k int) int {
	end := k
	for end < u.end && end-k < 10 && s.mask[end] == 0 {
		t := s.p.at(end)
		if !t.capital && !(t.is("of", "for", "and", "the", "&") && end > k && s.p.at(end+1).kind == word) {
			break
		}
		end++
	}
	return end
}

// properPart says whether token k may belong to a person's name.
func (s *speech) properPart(k int) bool {
	t := s.p.at(k)
	switch {
	case t.kind == word:
		return t.capital && t.date() == dateNone && !t.in(inDeterminers) || t.in(inParticles) || t.is("of", "and", "ex", "rel") && s.p.at(k-1).capital
	case t.low == ".":
		return s.p.at(k-1).capital && (len(s.p.at(k-1).low) <= 3 || isTitle(s.p.at(k-1).low)) && s.p.at(k+1).capital
	}
	return t.low == "-" && !t.space
}

// manNamed is the name in an apposition such as "a courtly man named Tom Hall", which begins at
// token k; first < 0 for none.
func (s *speech) manNamed(u unit, k int) tokenRun {
	if !s.p.at(k).is("a", "an") {
		return tokenRun{-1, -1}
	}
	for i := k + 2; i < k+9 && i < u.end; i++ {
		if w := s.low(u, i); w == "" || w == "," {
			break
		} else if w == "named" || w == "called" {
			if end := s.nameRun(u, i+1); end > i+2 {
				return tokenRun{i + 1, end}
			}
			break
		}
	}
	return tokenRun{-1, -1}
}
