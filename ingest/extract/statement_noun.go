package extract

import "strings"

// nounLeft reads the noun phrase that ends just before token end.
func (s *speech) nounLeft(u unit, end int) (tokenRun, bool) {
	end = s.beforeTime(u, end)
	first := end
	for k := end - 1; k >= u.first && s.mask[k] == 0 && end-k < 22; k-- {
		take, stop := s.nounPart(u, k, first, end)
		if take < 0 {
			break
		}
		first, k = take, take
		if stop {
			break
		}
	}
	first = s.trimNoun(u, first, end)
	return tokenRun{first, end}, first < end && s.nominal(first, end) && !(end-first == 1 && s.p.tokens[first].is("please", "kindly"))
}

// beforeTime steps back over when and where something was said, between the subject and
// its verb: "The jury on Tuesday found", "The bank in a statement said".
func (s *speech) beforeTime(u unit, end int) int {
	k := end - 1
	if w := s.low(u, k); documentNouns[w] || w == "interview" || w == "speech" {
		if s.p.at(k-1).is("a", "an", "the") && s.p.at(k-2).is("in", "at") && k-3 >= u.first {
			return k - 2
		}
		return end
	}
	if s.p.at(k).is("year", "month", "week", "summer", "spring", "autumn", "winter", "fall") && s.p.at(k-1).is("last", "this", "next", "earlier") && k-2 > u.first {
		if w := s.low(u, k-2); strings.HasSuffix(w, "ed") || w == "made" || w == "written" || w == "sent" {
			k-- // "a report released last year found"
		}
		return k - 1
	}
	t := s.p.at(k)
	for k > u.first+1 && dayParts[t.low] && dateWords[s.low(u, k-1)] == dateWeekday {
		k--
		t = s.p.at(k)
	}
	if class := t.date(); class == dateDay || class == dateWeekday && t.capital {
		for k > u.first && s.p.at(k-1).is("on", "late", "early", "last") {
			k--
		}
		if k > u.first {
			return k
		}
	}
	return end
}

// nounPart decides whether token k, standing left of first, belongs to the phrase;
// take is the new start, -1 for no.
func (s *speech) nounPart(u unit, k, first, end int) (take int, stop bool) {
	t := &s.p.tokens[k]
	w := t.low
	switch t.kind {
	case number, mixed, clitic:
		return k, false
	case punct:
		return s.nounSign(u, k, first, end)
	}
	switch {
	case (w == "he" || w == "she") && s.low(u, k+1) == "and" && first == k+1:
		return k, true // "He and his sister"
	case t.upper && w == "it" && first != end && s.p.at(k+1).kind == word:
		return k, false // "a female IT worker"
	case t.in(inPronouns) && first == end && !t.in(inDeterminers):
		return k, true
	case t.in(inPronouns) && !t.in(inDeterminers), t.in(inSubordinators), t.in(inModals) && w != "will", t.in(inHaveForms), t.in(inDoForms), t.in(inBeForms):
		return -1, true
	case t.date() == dateWeekday && t.capital, t.date() == dateDay, t.date() == dateMonth && t.capital && first != end:
		return -1, true
	case w == "and" || w == "or" || w == "&":
		return k, false
	case w == "by" && first != end && s.obtainedBy(u, k):
		return k - 1, false
	case w == "by" && first != end && (documentNouns[s.low(u, k-1)] || suitNouns[s.low(u, k-1)]):
		return k, false
	case len(w) == 1 && t.capital && s.p.at(k+1).low == "." && !s.p.at(k+1).space:
		return k, false // an initial
	case t.in(inDeterminers):
		link := s.low(u, k-1)
		if left := s.p.at(k - 2); link == "and" && k-2 >= u.first && s.mask[k-2] == 0 && left.kind == word && left.capital && !left.in(inPronouns) || link == "and" && pronounGender[s.low(u, k-2)] != unknownGender {
			return k, false // "Acme and its contractor"
		}
		return k, !nounLinks[link] && link != "all" && !s.obtainedBy(u, k-1) && !(link == "by" && (documentNouns[s.low(u, k-2)] || suitNouns[s.low(u, k-2)]))
	case t.in(inNounLinks):
		left := s.p.at(k - 1)
		if first == end || k-1 < u.first || !s.nounish(u, k-1) && !(w == "of" && left.in(inDeterminers)) {
			return -1, true
		}
		if w == "to" && !personNouns[strings.TrimSuffix(left.low, "s")] && !(strings.HasSuffix(left.low, "rs") && left.low != "dlrs") && !strings.HasSuffix(left.low, "er") && left.low != "close" {
			return -1, true
		}
		return k, false
	case first != end && strings.HasSuffix(w, "ed") && adverbOfManner(s.low(u, k-1)):
		return k - 1, false // "frequently asked questions"
	case t.in(inPrepositions), strings.HasSuffix(w, "ly") && len(w) > 4 && !t.capital && !nounsInLy[w]:
		return -1, true
	case first != end && s.maskAt(k-1) != 0 && elected[w]:
		return k, true
	case s.verbish(u, k) && !(determiners[s.low(u, k-1)] && first != end) && !(strings.HasSuffix(w, "ing") && s.p.at(k-1).is("'s", "'", "his", "her", "their", "its")):
		return -1, true
	}
	if s.newNoun(u, k, first, end) {
		return -1, true
	}
	return k, false
}

// nounsInLy are no adverbs.
var nounsInLy = set("family", "reply", "supply", "ally", "assembly", "bully", "anomaly", "monopoly", "elderly", "daily", "weekly", "monthly", "quarterly", "only", "likely", "early")

func adverbOfManner(w string) bool {
	return len(w) > 5 && strings.HasSuffix(w, "ly") && w != "family" && w != "supply"
}

// newNoun stops before a common noun that only stands beside the phrase: "In a
// statement LinkedIn said".
func (s *speech) newNoun(u unit, k, first, end int) bool {
	if first == end || first >= len(s.p.tokens) {
		return false
	}
	t, next := &s.p.tokens[k], &s.p.tokens[first]
	return !t.capital && next.capital && t.in(inDocumentNouns) || next.is("the", "a", "an") || next.in(inPronouns) && !next.in(inDeterminers) && !(next.upper && next.low == "it") && !next.upper
}

// nounSign decides about the signs inside a noun phrase.
func (s *speech) nounSign(u unit, k, first, end int) (int, bool) {
	switch s.p.tokens[k].low {
	case "-":
		if next := s.p.at(k + 1); s.p.tokens[k].space && next.space {
			return -1, true // a dash
		}
		return k, false
	case "&", "/", "$", "£", "€", "%":
		return k, false
	case ".":
		if t := s.p.at(k - 1); t.kind == word && t.capital && k > u.first && first != end {
			return k, false
		}
		if t := s.p.at(k - 1); t.kind == word && t.capital && k > u.first && (len(t.low) <= 4) {
			return k, false
		}
	case ",":
		if corporateTail[s.low(u, k+1)] && k+1 == first {
			return k, false
		}
	case ">":
		for i := k - 1; i > k-8 && i >= u.first; i-- {
			if s.p.tokens[i].low == "<" {
				return i, i > u.first && !s.p.at(i-1).capital && s.p.at(i-1).low != "."
			}
		}
	case ")":
		for i := k - 1; i > k-8 && i >= u.first; i-- {
			if s.p.tokens[i].low == "(" {
				return i, false
			}
		}
	}
	return -1, true
}

var corporateTail = set("inc", "ltd", "llc", "llp", "corp", "jr", "sr", "co", "plc", "pc", "lp")

// nounLinks are prepositions that may stand inside a speaker's description.
var nounLinks = set("of", "for", "at", "in", "from", "with", "representing", "behind", "to", "on")

// trimNoun drops what cannot begin a noun phrase.
func (s *speech) trimNoun(u unit, first, end int) int {
	for first < end {
		t := &s.p.tokens[first]
		if t.kind == punct && t.low != "$" || t.kind == clitic || t.kind == word && (t.in(inNounLinks) || t.is("and", "or", "but", "so", "yet", "also", "however", "meanwhile", "then")) {
			first++
			continue
		}
		// "Shares fell and Ford said": a conjunction joins clauses unless names stand on both sides.
		break
	}
	for k := end - 1; k > first; k-- {
		if t := &s.p.tokens[k]; t.is("and", "or") {
			l, r := s.p.at(k-1), s.p.at(k+1)
			if s.joinsNames(u, first, k) || l.capital && s.roleAndNameNear(k+1, end) && (first == u.first || s.mask[first-1] != 0 || s.p.at(first-1).low == ",") {
				continue // "Holly Engstrom and union president Luis Marrero said"
			}
			if !(l.capital && r.capital) && !(l.kind == word && strings.HasSuffix(l.low, "s") && !r.in(inDeterminers)) {
				return s.trimNoun(u, k+1, end)
			}
		}
	}
	return first
}

// joinsNames says whether the "and" at k joins what opens a clause, a name or a pronoun, with
// somebody of theirs: "Acme and its contractor said", "He and his sister have sued".
func (s *speech) joinsNames(u unit, first, k int) bool {
	if !s.p.at(k+1).is("his", "her", "its", "their", "the", "a", "an", "two", "three", "several", "other") {
		return false
	}
	l := s.p.at(k - 1)
	if !(first == u.first || s.mask[first-1] != 0 || s.p.at(first-1).is("that", ":", "but", "while")) {
		return false
	}
	return l.capital && l.kind == word || s.p.at(k+1).is("his", "her", "its", "their") && (pronounGender[l.low] != unknownGender || callsPerson(l.low))
}

// roleAndNameNear says whether what somebody is and a name follow from token k on: "union
// president Luis Marrero".
func (s *speech) roleAndNameNear(k, end int) bool {
	role := false
	for i := k; i < end && i < k+6; i++ {
		t := &s.p.tokens[i]
		if t.capital && role {
			return true
		}
		role = role || t.kind == word && !t.capital && (callsPerson(t.low) || t.in(inCallings))
		if t.kind == word && t.in(inPrepositions) {
			return false
		}
	}
	return false
}

// nominal says whether the run holds at least one word that can name a speaker.
func (s *speech) nominal(first, end int) bool {
	for k := first; k < end; k++ {
		t := &s.p.tokens[k]
		if t.kind == word && (!t.in(inDeterminers) || end-first == 1 && t.in(inPronouns)) && !t.in(inPrepositions) {
			return true
		}
	}
	return end-first == 1 && s.p.tokens[first].is("this", "that", "some", "many", "several", "another")
}

// elected are participles before what somebody is, as behind a quotation: `"…," retired judge Ana
// Ruiz said`.
var elected = set("elected", "retired", "appointed", "convicted", "accused", "disgraced", "renowned", "suspended", "sacked", "jailed", "ousted", "acclaimed", "celebrated")
