package extract

import (
	"strings"

	"averment/evidence"
)

// referent is a subject that a pronoun may point back to.
type referent struct {
	name    string
	person  bool
	plural  bool
	thing   bool   // an organisation, a document
	speaker bool   // put something forward
	maybe   bool   // a single capitalised word, which may be a surname
	gender  gender // of the noun that names it
	head    string // of a description such as "a former engineer", else ""
	guessed bool   // a person by its capitals alone
	kin     bool   // called by what it is to somebody: "her mother"
	para    int    // number of the paragraph, from the start of the document
}

// remember notes the subject of the unit and the speakers of its frames.
func (s *speech) remember(u unit) {
	if u.heading {
		return
	}
	only := s.count(u)
	s.noteKin(u)
	s.noteKinsfolk(u)
	s.noteWriting(u)
	run, ok := s.unitSubject(u, s.bodyEnd(u))
	if only != "" && (!ok || !s.personal(run)) && u.frames.end == u.frames.first {
		// "The plaintiffs are represented by Ana Ruiz."
		s.keep(referent{name: only, person: true})
	}
	s.noteAgent(u)
	if t := s.p.at(u.first); t.is("so", "neither", "nor") && auxiliaryVerb(s.low(u, u.first+1)) {
		if also, found := s.nounRight(u, u.first+2); found {
			run, ok = also, true // "So did two of her colleagues."
		}
	}
	if ok {
		s.note(u, run, false)
		s.noteIdentity(u, run)
	}
	s.noteList(u, u.first)
	for n := u.frames.first; n < u.frames.end; n++ {
		if f := s.frames[n]; f.subject.first >= 0 && f.speaker != "" && !(f.rule == "participle" && f.subject.end == f.cue.first) {
			s.note(u, f.subject, f.lex.stance != evidence.Reports)
		}
	}
	if len(s.memory) > 64 {
		s.memory = append(s.memory[:0], s.memory[len(s.memory)-16:]...)
	}
}

// keep notes a referent of the paragraph being read.
func (s *speech) keep(m referent) {
	m.para = s.para
	s.memory = append(s.memory, m)
}

// count keeps the only person whom the paragraph names so far, and tells the only one of
// the unit, "" for none or several.
func (s *speech) count(u unit) string {
	only, several := "", false
	for k := u.first; k < u.end; k++ {
		name, end := s.personAt(k, u.end)
		if name == "" {
			continue
		}
		s.crowded = s.crowded || s.here != "" && s.here != name
		several = several || only != "" && only != name
		s.here, only, k = name, name, end-1
	}
	if several {
		return ""
	}
	return only
}

// personAt is the person whose name begins at k and where it ends, "" for none.
func (s *speech) personAt(k, limit int) (string, int) {
	if t := &s.p.tokens[k]; !t.capital || t.kind != word || s.mask[k] != 0 || !s.people.heads[t.low] {
		return "", k
	}
	for end := min(k+4, limit); end > k; end-- {
		if t := &s.p.tokens[end-1]; t.kind != word || !t.capital {
			continue
		}
		if end == k+1 {
			w, known := s.people.byName[s.p.tokens[k].low]
			if w != nil {
				return s.called(w), end
			}
			if p := s.parties[s.p.tokens[k].low]; !known && p != nil && p.Type == evidence.Person {
				return p.Name, end
			}
			continue
		}
		if p := partyCalled(s.parties, s.p.str(k, end)); p != nil && (p.Type == evidence.Person || p.Type == evidence.Judge) {
			return p.Name, end
		}
		if w := keyed(s.people.byName, s.p, k, end); w != nil {
			return s.called(w), end
		}
	}
	return "", k
}

func (s *speech) note(u unit, run tokenRun, speaker bool) {
	first := &s.p.tokens[run.first]
	if run.end-run.first == 1 && first.in(inPronouns) {
		return
	}
	if first.is("my", "our", "your", "any", "every", "each", "no", "anyone", "nobody", "everyone") && !s.p.tokens[run.end-1].capital {
		return // nobody whom the text can mean again
	}
	if s.several(run) {
		return
	}
	last := s.headOf(run)
	m := referent{name: s.name(u, s.named(u, run)), speaker: speaker, gender: titleGender[last.low]}
	low := strings.ToLower(m.name)
	if m.gender == unknownGender {
		m.gender = titleGender[first.low]
		given, _, _ := strings.Cut(low, " ")
		if g := givenGender()[given]; g != unknownGender && !first.is("mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dame") {
			m.gender = g // "Chairman Ruth Pell"
		}
	}
	m.kin = first.is("his", "her", "their") && !last.capital
	if first.is("a", "an") && !last.capital {
		m.head = last.low
	}
	switch p := s.parties[low]; {
	case s.people.byName[low] != nil:
		m.person = true
	case p != nil:
		m.person = p.Type == evidence.Person || p.Type == evidence.Judge || s.personNoun(run)
		m.plural = p.Type == evidence.Group
		m.thing = p.Type != evidence.Person && p.Type != evidence.Judge && p.Type != evidence.Group
	case m.name == suitName:
		m.thing = true
	default:
		m.thing = s.organised(run) || s.lifeless(run)
		m.plural = manyOf(last, last.start == s.p.tokens[u.first].start)
		m.person = s.personal(run)
		m.guessed = m.person && !s.personNoun(run)
		m.maybe = !m.person && !m.plural && !m.thing && run.end-run.first == 1 && first.capital && run.first > u.first
	}
	if s.notePossessor(run) {
		m.thing, m.person, m.maybe = true, false, false
	}
	s.keep(m)
}

// notePossessor notes the person whose thing a subject is, as "Ana Ruiz" in "Ana Ruiz's claim",
// whom "she" may mean in the next sentence.
func (s *speech) notePossessor(run tokenRun) bool {
	head := s.headOf(run)
	if head.capital || mayBePerson(head.low) || kinsfolk[head.low] || head.low == "lawyers" {
		return false
	}
	for k := run.first + 1; k < run.end-1; k++ {
		if !s.p.tokens[k].is("'s", "'") || !s.p.tokens[k-1].capital {
			continue
		}
		for i := run.first; i < k; i++ {
			if name, end := s.personAt(i, k); name != "" && end == k {
				s.keep(referent{name: name, person: true})
				return true
			}
		}
	}
	return false
}

// noteAgain notes whom a pronoun meant once more, as the newest subject.
func (s *speech) noteAgain(pronoun, name string) {
	if pronounGender[pronoun] == unknownGender {
		return
	}
	for n := len(s.memory) - 1; n >= 0; n-- {
		if m := s.memory[n]; m.name == name {
			m.person, m.gender = true, pronounGender[pronoun]
			s.keep(m)
			return
		}
	}
}
