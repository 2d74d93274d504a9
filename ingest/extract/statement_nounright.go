package extract

import (
	"strings"

	"averment/evidence"
)

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
	end = s.toPerson(u, k, end)
	return tokenRun{k, end}, end > k && s.nominal(k, end)
}

// toPerson is where the phrase from k to end ends when it goes on to the name of a person whom it describes: "Harbor senior
// supervising attorney Ana Ruiz", "Courier Editor-in-Chief Tom Hall"; else end.
func (s *speech) toPerson(u unit, k, end int) int {
	if end == k || !s.p.tokens[k].capital || s.p.tokens[k].in(inDeterminers) || s.p.at(end-1).low == "," {
		return end
	}
	for i := end; i < end+7 && i+1 < u.end && s.mask[i] == 0; i++ {
		t := &s.p.tokens[i]
		if t.kind != word && t.low != "-" || t.in(inPronouns) || t.in(inSpeechVerbs) || auxiliaryVerb(t.low) || s.verbish(u, i) && !strings.HasSuffix(t.low, "ing") {
			return end
		}
		for n := min(i+4, u.end); n > i+1; n-- {
			if p := s.parties[lower(oneLine(s.p.str(i, n)))]; p != nil && p.Type == evidence.Person && t.capital && i > k+1 {
				return n
			}
		}
	}
	return end
}

// personAtEnd is the person whose full name ends a phrase that begins with another name and says what the person does:
// "Harbor vice president for legal affairs Ana Ruiz"; "" for none.
func (s *speech) personAtEnd(first, end int) string {
	for k := first; k < end; k++ {
		if s.p.tokens[k].is("by", "on", "to", "with", "from", "at", ",", "a", "an", "who", "after", "over") {
			return ""
		}
	}
	for i := max(first+2, end-4); i < end-1; i++ {
		if t := s.p.at(i - 1); t.kind != word || t.in(inPrepositions) || t.is("of", "and") || !s.p.at(i).capital || t.capital && !isTitle(t.low) && s.p.at(i-2).low != "-" {
			continue
		}
		if p := s.parties[lower(oneLine(s.p.str(i, end)))]; p != nil && p.Type == evidence.Person {
			return p.Name
		}
	}
	return ""
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
