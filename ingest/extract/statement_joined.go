package extract

// variation is whom a description such as "the striker" means that the text has not used
// before: the only person whom its paragraph has named so far.
func (s *speech) variation(first, end int) string {
	if s.here == "" || s.crowded || end-first < 2 || end-first > 4 || s.p.tokens[first].low != "the" || !mayBePerson(s.p.tokens[end-1].low) {
		return ""
	}
	if g := titleGender[s.p.tokens[end-1].low]; g != unknownGender {
		if known := s.genderOf(s.here, unknownGender); known != unknownGender && known != g {
			return ""
		}
	}
	for k := first + 1; k < end-1; k++ {
		if s.p.tokens[k].kind == clitic {
			return ""
		}
	}
	if s.introducedHere(first, s.p.tokens[end-1].low) {
		return ""
	}
	return s.here
}

// introducedHere says whether the paragraph has told of another by the noun before token k:
// "told his supervisor".
func (s *speech) introducedHere(k int, noun string) bool {
	for i := k - 1; i > 0 && i > k-150 && !s.p.tokens[i].para; i-- {
		if s.p.tokens[i].low == noun && s.mask[i] == 0 && (s.p.tokens[i-1].is("his", "her", "their", "a", "an", "another") || s.p.at(i-2).is("his", "her", "their", "a", "an", "another")) {
			return !s.p.at(i + 1).capital
		}
	}
	return false
}

// several notes each of the persons of "Tom Hall and Ada Pell", and both together.
func (s *speech) several(run tokenRun) bool {
	joined := false
	for k := run.first; k < run.end; k++ {
		joined = joined || s.p.tokens[k].low == "and"
	}
	if !joined {
		return false
	}
	n := len(s.memory)
	for k := run.first; k < run.end; k++ {
		if name, end := s.personAt(k, run.end); name != "" {
			s.keep(referent{name: name, person: true})
			k = end - 1
		}
	}
	if len(s.memory) < n+2 && !s.joinedRun(run) {
		s.memory = s.memory[:n]
		return false
	}
	s.keep(referent{name: s.joinedName(run), plural: true})
	return true
}

// joinedRun says whether the phrase joins somebody with somebody of theirs: "Acme and its
// contractor".
func (s *speech) joinedRun(run tokenRun) bool {
	for k := run.first + 1; k+1 < run.end; k++ {
		if s.p.tokens[k].low == "and" && s.p.tokens[k+1].is("his", "her", "its", "their", "the", "a", "an", "two", "three") {
			return true
		}
	}
	return false
}

// joinedName is the phrase with whom its pronoun means.
func (s *speech) joinedName(run tokenRun) string {
	if w := s.p.tokens[run.first].low; w == "he" || w == "she" {
		if who := s.antecedent(w); who != "" {
			return who + " " + oneLine(s.p.str(run.first+1, run.end))
		}
	}
	return oneLine(s.p.str(run.first, run.end))
}

// noteKin notes the persons whom a unit calls by what they are to somebody, "his
// grandmother", which a pronoun of the other gender than the subject's means.
func (s *speech) noteKin(u unit) {
	for k := u.first; k+1 < u.end; k++ {
		if s.mask[k] != 0 || !s.p.tokens[k].is("his", "her", "their") {
			continue
		}
		if next := &s.p.tokens[k+1]; titleGender[next.low] != unknownGender && !next.capital && s.mask[k+1] == 0 && !s.p.at(k+2).capital && s.p.at(k+2).low != "," {
			name := oneLine(s.p.str(k, k+2))
			s.keep(referent{name: lower(name), person: true, gender: titleGender[next.low], kin: true})
		}
	}
}
