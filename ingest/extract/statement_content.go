package extract

import "strings"

// bodyEnd is the end of the unit without its final stop.
func (s *speech) bodyEnd(u unit) int {
	end := u.end
	for end > u.first && s.mask[end-1] == 0 && s.p.tokens[end-1].is(".", "?", "!", ";", ":", ",") {
		end--
	}
	return end
}

// leftContent is what a trailing attribution attributes: the tokens before it in the
// unit, without the comma. It is empty where nothing is set off by a comma, a dash or
// a closing quotation mark.
func (s *speech) leftContent(u unit, k int) tokenRun {
	if k <= u.first {
		return tokenRun{}
	}
	end := k
	switch {
	case s.mask[k-1] != 0:
		if q := s.quotes[s.mask[k-1]-1]; q.first > u.first && s.p.tokens[q.first-1].low == ":" {
			return tokenRun{q.first, end}
		}
	case s.p.tokens[k-1].is(",", "–", ";", "-"):
		end--
	default:
		return tokenRun{}
	}
	first := u.first
	for n := len(s.frames) - 1; n >= 0 && s.frames[n].cue.first >= u.first; n-- {
		if e := s.frames[n].cue.end; e < end && e > first && s.frames[n].rule != "relative" && s.frames[n].rule != "participle" && s.frames[n].lex.pattern < cueJudge {
			first = e
		}
	}
	if first > u.first && !s.hasVerb(u, first, end) {
		first = u.first // a cue inside the clause that is attributed
	}
	if first > u.first && first < end && s.low(u, first) == "that" {
		first++
	}
	return tokenRun{first, end}
}

// trailing says whether the tokens left of an attribution are its content, rather than
// an introduction such as "In a statement,": they hold a quotation or a finite verb, and
// do not open with a subordinator or preposition while a clause follows on the right.
func (s *speech) trailing(u unit, left tokenRun, f frame, right bool) bool {
	for k := left.first; k < left.end; k++ {
		if s.mask[k] != 0 && k == left.end-1 {
			return true
		}
	}
	first := s.p.at(left.first).low
	if left.first > u.first && s.p.at(u.first).in(inSubordinators) {
		first = s.p.at(u.first).low // "While X says that …, Y says"
	}
	opens := prepositions[first] || subordinators[first] && first != "what" || strings.HasSuffix(first, "ing") || adverbInVerb(first)
	if right && (opens || s.clauseNear(u, s.afterObject(u, f.cue.end, f.lex), true)) {
		return false
	}
	if opens && !s.hasVerb(u, left.first+1, left.end) {
		return false
	}
	return s.hasVerb(u, left.first, left.end)
}

// rightContent is the content behind a cue: past "that" or a colon, up to where the
// attribution ends.
func (s *speech) rightContent(u unit, k int) []tokenRun {
	for k < u.end && s.mask[k] == 0 && s.p.tokens[k].is("that", ":", ",") {
		if s.p.tokens[k].low == "that" && auxiliaryVerb(s.low(u, k+1)) {
			break // a pronoun: "say that is untrue"
		}
		k++
		if s.low(u, k) == "however" || s.low(u, k) == "though" {
			k++
		}
	}
	end := s.contentEnd(u, k)
	if end <= k {
		return nil
	}
	return []tokenRun{{k, end}}
}

// contentEnd is where the content that begins at token k ends: before a trailing
// attribution, or with the unit.
func (s *speech) contentEnd(u unit, k int) int {
	end := s.bodyEnd(u)
	for i := k; i+1 < end; i++ {
		if s.low(u, i) == "," && s.follows(u, i+1, "according", "to") || s.low(u, i) == ";" {
			return i
		}
	}
	return end
}

// afterwards is content that goes on behind a trailing attribution: “A,” he said, “B.”
func (s *speech) afterwards(u unit, k int) []tokenRun {
	for i := k; i < u.end; i++ {
		if s.mask[i] != 0 {
			end := s.bodyEnd(u)
			if end > i {
				return []tokenRun{{i, end}}
			}
			return nil
		}
		if s.low(u, i) == "and" && s.low(u, i+1) == "that" {
			return s.rightContent(u, i+1)
		}
		if c, known := cues()[s.low(u, i)]; known && i > k && c.pattern <= cueTold && (!nounVerbs[s.low(u, i)] || s.low(u, i+1) == "that") {
			return nil // “A,” he said, adding that she called it “B”
		}
	}
	return nil
}

// pastApposition skips ", chief executive of Y," behind a speaker.
func (s *speech) pastApposition(u unit, k int) int {
	if s.low(u, k) != "," {
		return k
	}
	for i := k + 1; i < u.end && i < k+25; i++ {
		if s.mask[i] != 0 {
			return i
		}
		if s.low(u, i) == "," {
			return i + 1
		}
	}
	return k
}

// asideEnd is where a relative clause set off by commas ends: at the comma behind which
// the main verb stands.
func (s *speech) asideEnd(u unit, k, end int) int {
	for i := k; i+1 < end; i++ {
		if s.low(u, i) == "," && s.p.tokens[i+1].kind == word && (s.verbish(u, i+1) || s.thirdPerson(u, i+1)) && !strings.HasSuffix(s.p.tokens[i+1].low, "ing") {
			return i
		}
	}
	return end
}

// clauseAround is the clause of a passive frame: its subject and its predicate.
func (s *speech) clauseAround(u unit, f frame, subject tokenRun) tokenRun {
	first := f.cue.first
	if subject.first >= u.first && subject.end > subject.first {
		first = subject.first
	}
	return tokenRun{first, s.contentEnd(u, f.verb+1)}
}
