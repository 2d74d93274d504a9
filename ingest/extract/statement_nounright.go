package extract

import "strings"

// nounRight reads the noun phrase that begins at token k.
func (s *speech) nounRight(u unit, k int) (tokenRun, bool) {
	end := k
	for end < u.end && s.mask[end] == 0 && end-k < 20 {
		t := &s.p.tokens[end]
		w := t.low
		if t.kind == punct {
			if !s.insideName(u, end) {
				break
			}
		} else if t.kind == word {
			if pronouns[w] && !determiners[w] {
				if end == k {
					end++
				}
				break
			}
			if subordinators[w] || w == "put" && s.low(u, end+1) == "it" || auxiliaryVerb(w) && !t.capital || dateWords[w] == dateWeekday && t.capital || dateWords[w] == dateDay {
				break
			}
			if end > k && t.capital && documentNouns[s.low(u, end-1)] {
				break // "an email Acme sent"
			}
			if end > k && s.verbish(u, end) && !determiners[s.low(u, end-1)] {
				break
			}
			if (prepositions[w] || nounLinks[w]) && !s.linkRight(u, k, end) {
				break
			}
			if (w == "and" || w == "or") && !(s.p.at(end-1).capital && s.p.at(end+1).capital) {
				break
			}
			if adverbInVerb(w) && !t.capital && end > k && w != "both" && w != "all" {
				break
			}
		}
		end++
	}
	return tokenRun{k, end}, end > k && s.nominal(k, end)
}

func (s *speech) insideName(u unit, k int) bool {
	switch s.p.tokens[k].low {
	case "-", "&", "/":
		return true
	case ".":
		t := s.p.at(k - 1)
		return k+1 < u.end && t.kind == word && t.capital && (len(t.low) <= 4 || s.p.at(k+1).capital)
	case ",":
		return corporateTail[s.low(u, k+1)]
	}
	return false
}

// linkRight says whether the preposition at k goes on the phrase: not before a date,
// and "in", "on", "at" only where no "statement" or time follows.
func (s *speech) linkRight(u unit, first, k int) bool {
	w, next := s.p.tokens[k].low, s.p.at(k+1)
	if k == first || dateWords[next.low] != dateNone && next.capital || next.kind == number && w != "of" {
		return false
	}
	switch w {
	case "by":
		return s.p.at(k - 1).in(inDocumentNouns)
	case "of", "for", "from", "representing":
		return !strings.HasSuffix(next.low, "ing") && !(strings.HasSuffix(next.low, "ly") && len(next.low) > 4)
	case "with":
		return true
	case "at", "in", "to":
		if next.is("a", "an", "the") {
			return w == "at" && !documentNouns[s.low(u, k+2)] && s.low(u, k+2) != "time" && s.low(u, k+2) != "end"
		}
		return next.capital && w != "to"
	}
	return false
}
