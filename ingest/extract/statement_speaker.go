package extract

import (
	"strings"
	"unicode/utf8"

	"averment/evidence"
)

// partyNames maps every folded name and alias to its party; an alias of two is dropped.
func partyNames(parties []evidence.Party) map[string]*evidence.Party {
	m := make(map[string]*evidence.Party, 2*len(parties))
	enter := func(name string, p *evidence.Party) {
		key := strings.ToLower(name)
		if old, taken := m[key]; taken && old != p {
			p = nil
		}
		m[key] = p
	}
	for i := range parties {
		if p := &parties[i]; !p.Proposed {
			enter(p.Name, p)
			for _, alias := range p.Aliases {
				enter(alias, p)
			}
		}
	}
	return m
}

// partyCalled is the party that the text calls by one of its names; nil for none. It is asked for
// every part of every noun phrase, so that ASCII is folded without a new string.
func partyCalled(parties map[string]*evidence.Party, text string) *evidence.Party {
	var few [64]byte
	key := few[:0]
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= utf8.RuneSelf || c == '\n' || c == '\r' || c == '\t':
			return parties[lower(oneLine(text))]
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		}
		key = append(key, c)
	}
	return parties[string(key)]
}

// name is how a speaker is called: the party's name, "the complaint" for all words that
// mean it, what a pronoun points to when one candidate fits, or else as printed.
func (s *speech) name(u unit, run tokenRun) string {
	first, end := run.first, run.end
	if first < 0 || first >= end {
		return ""
	}
	if end-first == 1 {
		w := s.p.tokens[first].low
		if pronouns[w] {
			return s.antecedent(w)
		}
		if who := ownerPronouns[w]; who != "" {
			return s.antecedent(who)
		}
	}
	end = s.withoutPlace(first, end)
	if name := s.pleader(first, end); name != "" {
		return name
	}
	if name := s.kinsman(first, end); name != "" {
		return name
	}
	if t := &s.p.tokens[first]; end-first > 1 && t.digits(4) && monthWords[s.p.at(first-1).low] {
		first++ // "On 11 March 2022 Harbor Rail told"
	}
	if s.joinedRun(tokenRun{first, end}) {
		return s.joinedName(tokenRun{first, end})
	}
	for end > first+1 && s.p.tokens[end-1].upper && ranks[s.p.tokens[end-1].low] {
		end--
	}
	if s.p.tokens[end-1].low == ")" {
		for k := end - 1; k > first; k-- {
			if s.p.tokens[k].low == "(" {
				end = k
				break
			}
		}
	}
	if s.p.tokens[end-1].low == ">" {
		for k := end - 1; k >= first; k-- {
			if s.p.tokens[k].low == "<" && k == first {
				first, end = first+1, end-1
				break
			} else if s.p.tokens[k].low == "<" {
				end = k
				break
			}
		}
	}
	if end > first+1 && s.p.tokens[end-1].low == ">" {
		end--
	}
	if name := s.namesake(first, end); name != "" {
		return name
	}
	if name := s.personAtEnd(first, end); name != "" {
		return name
	}
	printed := oneLine(s.p.str(first, end))
	bare := first
	for bare < end-1 && s.p.tokens[bare].in(inDeterminers) {
		bare++
	}
	p := partyCalled(s.parties, s.p.str(bare, end))
	if w := s.people.named(s.p, bare, end); w != nil && (p == nil || p.Type == evidence.Organisation && p.Name == s.p.str(bare, end)) {
		return s.called(w)
	}
	if name := s.bearer(p, bare, end); name != "" {
		return name
	}
	if p != nil {
		return p.Name
	}
	if s.suit(first, end) {
		return suitName
	}
	if w := s.people.described(s.p, first, end); w != nil {
		return s.called(w)
	}
	if s.judge != "" && end-first == 2 && s.p.tokens[first].low == "the" && s.p.tokens[first+1].is("judge", "magistrate", "justice") {
		return s.judge
	}
	if p := s.titledParty(first, end); p != nil {
		return p.Name
	}
	if name := s.described(bare, first, end); name != "" {
		return name
	}
	if name := s.again(first, end); name != "" {
		return name
	}
	if name := s.variation(first, end); name != "" {
		return name
	}
	if p := s.introduced(first, end); p != nil {
		return p.Name
	}
	t := &s.p.tokens[first]
	if full := s.surname(first, end); full != "" {
		return full
	}
	if t.capital && (t.in(inDeterminers) || first == u.first && !s.p.at(first+1).capital && end-first > 1 && s.common(t.low)) {
		return t.low + printed[t.end-t.start:]
	}
	return printed
}

// ownerPronouns are the possessives that stand for a speaker: "was her answer".
var ownerPronouns = map[string]string{"his": "he", "her": "she", "their": "they", "its": "it"}

// called is how a person is named: as the party is, where there is one.
func (s *speech) called(w *someone) string {
	if p := s.parties[strings.Join(w.words, " ")]; p != nil && p.Type != evidence.Organisation {
		return p.Name
	}
	return w.full
}

// titledParty is the party that stands at the end of a phrase behind nothing but words
// that describe it: "Brazilian delegate Joao Mendes".
func (s *speech) titledParty(first, end int) *evidence.Party {
	for k := first; k < end; k++ {
		t := &s.p.tokens[k]
		part := k > first && k == end-1 && s.p.tokens[k-1].capital && !isTitle(s.p.tokens[k-1].low) // "Downing Street"
		if p := partyCalled(s.parties, s.p.str(k, end)); p != nil && t.capital && !part {
			return p
		}
		if t.kind != word && t.kind != clitic && t.low != "." && t.low != "-" || t.in(inNounLinks) || t.in(inPrepositions) || t.low == "and" {
			return nil
		}
	}
	return nil
}

// introduced is the person whose name opens the phrase: "Tom Ayodele of Data Watch".
func (s *speech) introduced(first, end int) *evidence.Party {
	for k := first + 1; k < end; k++ {
		if !s.p.tokens[k].in(inNounLinks) {
			continue
		}
		if s.p.tokens[k].low == "in" && s.p.at(k+1).is("charge") {
			first, k = k+2, k+2 // "Special Agent in Charge Ana Ruiz"
			continue
		}
		if w := s.people.named(s.p, first, k); w != nil {
			if p := partyCalled(s.parties, w.full); p != nil {
				return p
			}
		}
		p := partyCalled(s.parties, s.p.str(first, k))
		if p == nil && k > first+2 {
			p = s.titledParty(first, k) // "privacy scholar Ana Ruiz of the University of Dover"
		}
		if p != nil && (p.Type == evidence.Person || p.Type == evidence.Judge) {
			return p
		}
		break
	}
	return nil
}

// surname is the full name that a single capitalised word ends: "Pratt" after "Deshawn
// Pratt"; "" when no speaker had it.
func (s *speech) surname(first, end int) string {
	if end-first == 2 && s.p.tokens[first].in(inPersonTitles) {
		first++
	}
	if t := &s.p.tokens[first]; end-first != 1 || !t.capital || len(t.low) < 3 {
		return ""
	}
	tail := " " + s.p.str(first, end)
	for n := len(s.memory) - 1; n >= 0; n-- {
		if m := s.memory[n]; !m.thing && strings.HasSuffix(m.name, tail) {
			return m.name
		}
	}
	return ""
}

// namesake is the newest speaker of a surname that several persons of the text share, "" where
// the name is no such.
func (s *speech) namesake(first, end int) string {
	last := s.p.tokens[end-1].low
	if w, known := s.people.byName[last]; !known || w != nil {
		return ""
	}
	if name := s.people.oneOf(last, titleGender[s.p.tokens[first].low]); name != nil && end-first < 4 {
		return s.called(name)
	}
	return s.surname(first, end)
}

var personTitles = set("mr", "mrs", "ms", "miss", "dr", "sen", "rep", "sir", "prof", "judge", "justice", "president", "minister", "governor", "mayor", "chairman")
