package extract

import "strings"

// unitSubject is the subject of the unit's first verb before token k.
func (s *speech) unitSubject(u unit, k int) (tokenRun, bool) {
	aside := false // inside parentheses
	for i := u.first + 1; i < k && i < u.end; i++ {
		if t := &s.p.tokens[i]; t.kind == punct && s.mask[i] == 0 && t.is("(", ")") {
			aside = t.low == "("
		}
		if aside || s.mask[i] != 0 || s.p.tokens[i].kind != word || !s.verbish(u, i) {
			continue
		}
		if s.p.tokens[i].is("named", "called") && s.p.at(i+1).capital && callsPerson(s.low(u, i-1)) {
			continue // "a man named Hall"
		}
		j := i
		for j > u.first && adverbInVerb(s.low(u, j-1)) {
			j--
		}
		if w := s.low(u, j-1); (prepositions[w] || w == "'s" || w == "'" || ownerPronouns[w] != "") && strings.HasSuffix(s.p.tokens[i].low, "ing") {
			continue // "an employee of dating app Pell"
		}
		if s.low(u, j-1) == "," {
			f := frame{}
			if s.apposition(u, j-1, &f) {
				return f.subject, true
			}
			continue
		}
		if w := s.low(u, j-1); w == "who" || w == "which" { // "Another tenant, who fears reprisals, said"
			j -= 1 + b2i(s.low(u, j-2) == ",")
		}
		run, ok := s.nounLeft(u, j)
		if ok && run.first == u.first+1 && s.p.at(u.first).is("in", "under", "by", "with", "on", "at", "after", "during") {
			continue // "In a resolution adopted on Wednesday, it"
		}
		if ok {
			return run, true
		}
	}
	return tokenRun{-1, -1}, false
}

// apposition reads "X, a Y of Z, said" from its second comma at token c and sets the
// subject of f to X.
func (s *speech) apposition(u unit, c int, f *frame) bool {
	found := false
	for k := c - 1; k > u.first && c-k < 30; k-- {
		if s.mask[k] != 0 || s.p.tokens[k].low == ";" {
			break
		}
		if s.p.tokens[k].low != "," || corporateTail[s.low(u, k+1)] {
			continue
		}
		if !s.opensApposition(u, k+1) && !s.officeOnly(k+1, c) {
			continue
		}
		run, ok := s.nounLeft(u, k)
		if !ok && s.p.at(k-1).kind == number && s.low(u, k-2) == "," {
			continue // the age in "Ana Ruiz, 41, who sued, said"
		}
		if !ok {
			break
		}
		if !found || s.clauseStart(u, run.first) && (s.p.at(k+1).is("who", "which", "whose", "as") || !s.crossesVerb(u, k+1, f.subject.first)) {
			f.subject, found = run, true
		}
	}
	if run, ok := s.nounLeft(u, c); !found && ok && run.first == u.first && s.p.at(c-1).upper && ranks[s.low(u, c-1)] {
		f.subject, found = run, true // "Ray Hall QC, said:"
	}
	return found
}

// officeOnly says whether the tokens first to end are an office without an article: "Ray Hall, Harrow Council Leader, said".
func (s *speech) officeOnly(first, end int) bool {
	if end-first < 2 || end-first > 7 || !callsPerson(s.p.at(end-1).low) && !isTitle(s.p.at(end-1).low) {
		return false
	}
	for k := first; k < end; k++ {
		if t := s.p.at(k); !t.capital && !t.is("of", "for", "and", "-") {
			return false
		}
	}
	return true
}

// crossesVerb says whether a finite verb with an object stands between two tokens.
func (s *speech) crossesVerb(u unit, first, end int) bool {
	for k := first; k < end; k++ {
		t, next := &s.p.tokens[k], s.p.at(k+1)
		if s.mask[k] != 0 || t.kind != word || s.p.at(k-1).low == "-" {
			continue
		}
		if t.low == "who" || t.low == "whose" {
			return false // "a driver who gave his name, Luis, said"
		}
		if (t.low == "which" || t.low == "that") && s.low(u, k-1) != "," {
			return true
		}
		if auxiliaryVerb(t.low) || t.in(inPastWords) || strings.HasSuffix(t.low, "ed") && len(t.low) > 4 && (next.in(inDeterminers) || next.capital || next.kind == number) {
			return true
		}
	}
	return false
}

// clauseStart says whether a clause can begin at token k.
func (s *speech) clauseStart(u unit, k int) bool {
	if s.low(u, k-1) == "," && s.introduces(u, k-1) {
		return true
	}
	return k == u.first || s.mask[k-1] != 0 || s.p.at(k-1).is("and", "but", "that", "while", ":", "–", "\"", "”")
}

// introduces says whether the words before the comma at c are a phrase that opens the unit:
// "Opening the case on Wednesday", "In a letter".
func (s *speech) introduces(u unit, c int) bool {
	if t := s.p.at(u.first); !strings.HasSuffix(t.low, "ing") && !t.in(inPrepositions) && !t.in(inSubordinators) && t.low != "among" {
		return false
	}
	for k := u.first; k < c; k++ {
		if s.mask[k] != 0 || s.p.tokens[k].low == "," {
			return false
		}
	}
	return true
}

func (s *speech) opensApposition(u unit, k int) bool {
	t := s.p.at(k)
	w := t.low
	if determiners[w] || t.kind == number || subordinators[w] && (w == "who" || w == "which" || w == "whose" || w == "as") {
		return true
	}
	if prepositions[w] || pronouns[w] || w == "and" || w == "but" || subordinators[w] {
		return w == "including" || w == "in" || w == "of" || w == "speaking" || w == "like" || w == "through" || w == "at" || w == "on" || w == "during" || w == "from" || w == "with" || w == "for" || w == "by"
	}
	return t.kind == word && (!t.capital || !s.verbish(u, k+1))
}
