package extract

import (
	"strings"

	"averment/evidence"
)

// within is what a pronoun that is the subject of frame n means when the unit itself
// tells: the speaker of the frame whose content it opens ("Acme said it expects"), or
// the subject of the content that it stands in. It is "" for other subjects.
func (s *speech) within(u unit, n int) string {
	f := &s.frames[n]
	w := s.p.tokens[f.subject.first].low
	if f.subject.end-f.subject.first != 1 || w != "it" && w != "he" && w != "she" && w != "they" {
		return ""
	}
	if run, ok := s.unitSubject(u, f.subject.first); ok && run.first < f.subject.first && n == u.frames.first {
		if name := s.fitting(u, run, w); name != "" {
			return name
		}
	}
	for k := n - 1; k >= u.frames.first; k-- {
		g := &s.frames[k]
		for _, run := range g.content {
			if f.subject.first < run.first || f.subject.first >= run.end {
				continue
			}
			if f.subject.first == run.first && g.subject.first >= 0 {
				if name := s.fitting(u, g.subject, w); name != "" {
					return name
				}
			}
			if subject, ok := s.nounRight(u, run.first); ok && subject.end <= f.subject.first {
				if name := s.fitting(u, subject, w); name != "" || g.subject.first < 0 {
					return name
				}
				if name := s.fitting(u, g.subject, w); name != "" {
					return name
				}
			}
		}
	}
	if run, ok := s.unitSubject(u, f.subject.first); ok && run.first < f.subject.first && n > u.frames.first {
		return s.fitting(u, run, w)
	}
	return ""
}

// fitting is the name of the run when the pronoun can stand for it, else "".
func (s *speech) fitting(u unit, run tokenRun, pronoun string) string {
	if w := s.p.tokens[run.first].low; run.end-run.first == 1 && pronounGender[w] != unknownGender && pronounGender[pronoun] != unknownGender && w != pronoun {
		return ""
	}
	head := s.headOf(run)
	several := manyOf(head, head.start == s.p.tokens[u.first].start)
	if several && pronoun == "they" {
		return s.name(u, run)
	}
	run = s.named(u, run)
	if s.joinedRun(run) {
		if pronoun == "they" {
			return s.name(u, run)
		}
		return ""
	}
	last := s.headOf(run)
	plural := several || manyOf(last, last.start == s.p.tokens[u.first].start)
	name := s.name(u, run)
	person := s.personal(run) || s.people.byName[strings.ToLower(name)] != nil
	if g := s.genderOf(name, titleGender[last.low]); pronounGender[pronoun] != unknownGender && g != unknownGender && g != pronounGender[pronoun] {
		return ""
	}
	if p := s.parties[strings.ToLower(name)]; p != nil {
		person = p.Type == evidence.Person || p.Type == evidence.Judge
		plural = p.Type == evidence.Group
	}
	if (pronoun == "they") != plural || (pronoun == "he" || pronoun == "she") != person && pronoun != "they" {
		return ""
	}
	return name
}

// antecedent is the newest subject that the pronoun can mean; "" when it is open.
func (s *speech) antecedent(w string) string {
	switch w {
	case "he", "she":
		return s.person(w)
	case "we", "i":
		return s.voice.first
	case "you":
		return ""
	case "who", "one", "both", "others", "some", "many", "critics":
		return w
	}
	for n := len(s.memory) - 1; n >= 0 && n > len(s.memory)-7; n-- {
		m := s.memory[n]
		if w == "they" && m.speaker && !m.plural && (strings.Contains(m.name, "spokesperson") || strings.Contains(m.name, "representative")) {
			return m.name
		}
		if w == "it" && !m.person && !m.plural && !m.maybe || w == "they" && m.plural {
			return m.name
		}
	}
	if w == "it" && s.wrote != "" {
		return s.wrote
	}
	return ""
}

// person is the newest subject that "he" or "she" can mean. One whose gender is not known
// gives way to one of the right gender shortly before, unless the text names it as a
// person.
func (s *speech) person(pronoun string) string {
	guess, kin, close := "", "", false
	for n := len(s.memory) - 1; n >= 0 && n > len(s.memory)-9; n-- {
		m := s.memory[n]
		switch g := s.genderOf(m.name, m.gender); {
		case m.kin && m.para < s.para && kin == "" && !(g != unknownGender && g != pronounGender[pronoun]):
			kin = m.name // the text goes back to whose mother she is
		case m.kin && m.para < s.para, m.plural || m.thing && !m.person, g != unknownGender && g != pronounGender[pronoun]:
		case g != unknownGender && !(close && m.para < s.para), m.person && !m.guessed && guess == "":
			return m.name
		case g == unknownGender && (m.person || m.maybe || m.speaker):
			if guess == "" {
				guess, close = m.name, m.para == s.para && strings.Contains(m.name, " ")
			}
		}
	}
	if guess == "" {
		return kin
	}
	return guess
}

// genderOf is the gender of a referent: its own, else that of the person it names.
func (s *speech) genderOf(name string, own gender) gender {
	if own != unknownGender {
		return own
	}
	if w := s.people.byName[strings.ToLower(name)]; w != nil {
		return w.gender
	}
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return givenGender()[first]
}

// again is whom a definite description means that was introduced before: "the engineer"
// after "a former engineer"; "" for nobody.
func (s *speech) again(first, end int) string {
	if end-first < 2 || !s.p.tokens[first].is("the", "this", "that") || s.p.tokens[end-1].capital {
		return ""
	}
	for n := len(s.memory) - 1; n >= 0 && n > len(s.memory)-8; n-- {
		if m := s.memory[n]; m.head == s.p.tokens[end-1].low && m.head != "" {
			return m.name
		}
	}
	return ""
}
