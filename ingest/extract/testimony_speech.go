package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// takeTurns reads the labels of a transcript's page: each unit gets the turn that it belongs to,
// and loses the label. A page on which nobody is labelled gives none.
func (s *speech) takeTurns() {
	s.turns, s.turnOf = nil, s.turnOf[:0]
	if !s.transcript() {
		return
	}
	s.turns = s.talk.turns(s.p.text)
	kept, lost := s.units[:0], false
	for _, u := range s.units {
		n := s.turnAt(s.p.tokens[u.first].start)
		if n >= 0 {
			for u.first < u.end && s.p.tokens[u.first].start < s.turns[n].body {
				u.first++
				u.heading = false
			}
		}
		if u.first == u.end {
			lost = true
			continue
		}
		if n >= 0 && s.turns[n].who != "" && u.matter == headingMatter {
			u.matter, u.heading = prose, false
		}
		u.para, lost = u.para || lost, false
		kept, s.turnOf = append(kept, u), append(s.turnOf, n)
	}
	s.units = kept
}

// transcript says whether the document is read as one.
func (s *speech) transcript() bool {
	return s.v.heading.talks && (s.v.doc.Kind == evidence.Filing || s.v.doc.Kind == evidence.Other)
}

// turnAt is the turn that the byte stands in, -1 before the first.
func (s *speech) turnAt(at int) int {
	n, found := slices.BinarySearchFunc(s.turns, at, func(t turnAt, at int) int { return t.at - at })
	if found {
		return n
	}
	return n - 1
}

// inTurn takes the voice of whoever speaks in the unit, the document's own where nobody does.
func (s *speech) inTurn(n int) {
	if n >= len(s.turnOf) {
		return
	}
	who := ""
	if t := s.turnOf[n]; t >= 0 {
		who = s.talker(s.turns[t].who)
	}
	s.voice = s.told
	if who != "" {
		s.voice = voice{stance: evidence.States, speaker: who, form: "testimony", first: who}
	}
}

// talker is who a label of a transcript means: the party of that surname, the judge, else the
// label in ordinary letters.
func (s *speech) talker(label string) string {
	switch {
	case label == "THE COURT":
		if s.judge != "" {
			return s.judge
		}
		return "the court"
	case strings.HasPrefix(label, "THE "):
		return strings.ToLower(label)
	case strings.ToUpper(label) != label || label == "":
		return label
	}
	words := nameTokens(label)
	surname, found := words[len(words)-1], ""
	for i := range s.v.doc.Parties {
		p := &s.v.doc.Parties[i]
		if p.Type != evidence.Person && p.Type != evidence.Judge || p.Proposed {
			continue
		}
		if tokens := nameTokens(p.Name); len(tokens) > 0 && tokens[len(tokens)-1] == surname {
			if found != "" {
				return printed(label)
			}
			found = p.Name
		}
	}
	if strings.Contains(found, " ") {
		return found
	}
	return printed(label)
}
