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
	head    string // of a description such as "a former engineer", else ""
}

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
				return s.fitting(u, g.subject, w)
			}
			if subject, ok := s.nounRight(u, run.first); ok && subject.end <= f.subject.first {
				return s.fitting(u, subject, w)
			}
		}
	}
	return ""
}

// fitting is the name of the run when the pronoun can stand for it, else "".
func (s *speech) fitting(u unit, run tokenRun, pronoun string) string {
	last := s.headOf(run)
	plural := strings.HasSuffix(last.low, "s") && (!last.capital || last.start == s.p.tokens[u.first].start) && !strings.HasSuffix(last.low, "ss")
	name := s.name(u, run)
	person := s.personal(run)
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
	for n := len(s.memory) - 1; n >= 0 && n > len(s.memory)-7; n-- {
		m := s.memory[n]
		switch w {
		case "he", "she":
			if m.person {
				return m.name
			}
		case "it":
			if !m.person && !m.plural {
				return m.name
			}
		case "they":
			if m.plural {
				return m.name
			}
		case "who", "one", "both", "others":
			return w
		}
	}
	if w == "he" || w == "she" {
		return s.lastSpeaker()
	}
	if w == "we" || w == "i" {
		return s.voice.first
	}
	if w == "you" {
		return ""
	}
	if w == "some" || w == "many" || w == "critics" || w == "both" || w == "others" {
		return w
	}
	return ""
}

// lastSpeaker is the newest speaker who may be a person although nothing says so.
func (s *speech) lastSpeaker() string {
	for n := len(s.memory) - 1; n >= 0 && n > len(s.memory)-5; n-- {
		if m := s.memory[n]; m.speaker && !m.plural && !m.thing {
			return m.name
		}
	}
	return ""
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

// remember notes the subject of the unit and the speakers of its frames.
func (s *speech) remember(u unit) {
	if u.heading {
		return
	}
	run, ok := s.unitSubject(u, s.bodyEnd(u))
	if !ok || !s.personal(run) {
		s.noteOnly(u)
	}
	if ok {
		s.note(u, run, false)
	}
	for n := u.frames.first; n < u.frames.end; n++ {
		if f := s.frames[n]; f.subject.first >= 0 && f.speaker != "" {
			s.note(u, f.subject, f.lex.stance != evidence.Reports)
		}
	}
	if len(s.memory) > 64 {
		s.memory = append(s.memory[:0], s.memory[len(s.memory)-16:]...)
	}
}

// noteOnly notes the only person whom a unit without a speaker names although it is about
// something else: "The plaintiffs are represented by Ana Ruiz."
func (s *speech) noteOnly(u unit) {
	if u.frames.end > u.frames.first {
		return
	}
	var only *evidence.Party
	for k := u.first; k < u.end; k++ {
		p := s.personAt(k, u.end)
		if p == nil {
			continue
		}
		if only != nil && only != p {
			return
		}
		only = p
	}
	if only != nil {
		s.memory = append(s.memory, referent{name: only.Name, person: true})
	}
}

// personAt is the person whose name of two words or more begins at k, nil for none.
func (s *speech) personAt(k, limit int) *evidence.Party {
	if t := s.p.tokens[k]; !t.capital || t.kind != word || s.mask[k] != 0 {
		return nil
	}
	for end := min(k+4, limit); end > k+1; end-- {
		if t := s.p.tokens[end-1]; t.kind != word || !t.capital {
			continue
		}
		if p := s.parties[lower(oneLine(s.p.str(k, end)))]; p != nil && (p.Type == evidence.Person || p.Type == evidence.Judge) {
			return p
		}
	}
	return nil
}

func (s *speech) note(u unit, run tokenRun, speaker bool) {
	first := s.p.tokens[run.first]
	if run.end-run.first == 1 && pronouns[first.low] {
		return
	}
	last := s.headOf(run)
	m := referent{name: s.name(u, s.named(u, run)), speaker: speaker}
	if first.is("a", "an") && !last.capital {
		m.head = last.low
	}
	switch p := s.parties[strings.ToLower(m.name)]; {
	case p != nil:
		m.person = p.Type == evidence.Person || p.Type == evidence.Judge || s.personNoun(run)
		m.plural = p.Type == evidence.Group
		m.thing = p.Type != evidence.Person && p.Type != evidence.Judge && p.Type != evidence.Group
	case m.name == suitName:
		m.thing = true
	default:
		m.thing = s.organised(run)
		m.plural = strings.HasSuffix(last.low, "s") && (!last.capital || last.start == s.p.tokens[u.first].start) && !strings.HasSuffix(last.low, "ss")
		m.person = s.personal(run)
	}
	s.memory = append(s.memory, m)
}

var personNouns = set("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "judge", "president", "minister", "chairman",
	"chairwoman", "executive", "director", "analyst", "economist", "secretary", "professor", "senator", "officer", "witness",
	"plaintiff", "man", "woman", "trader", "dealer", "official", "counsel", "mr", "mrs", "ms", "dr", "sir", "barrister", "solicitor", "manager", "founder", "mayor", "governor", "rep", "sen", "gov", "gen", "justice", "prof", "owner",
	"resident", "worker", "employee", "member", "author", "researcher", "scientist", "expert", "leader", "lawmaker", "captain", "inspector", "detective",
	"delegate", "negotiator", "envoy", "ambassador", "coach", "broker", "adviser", "advisor", "aide", "nurse", "doctor", "teacher", "driver", "farmer",
	"chancellor", "chief", "survivor", "engineer", "reader", "treasurer", "commissioner", "banker", "speaker", "physician", "lord", "lady", "chair", "co-founder", "economist", "strategist", "columnist", "mother", "father", "victim", "suspect", "pilot", "student", "prosecutor", "sheriff", "pastor", "bishop", "king", "queen", "prince", "activist", "veteran", "consultant", "pensioner", "neighbour", "neighbor", "programmer", "developer")

// personal guesses a person: a role noun, or two capitalised words without a corporate
// tail or an article before them.
func (s *speech) personal(run tokenRun) bool {
	if s.personNoun(run) {
		return true
	}
	capitals := 0
	for k := run.first; k < run.end; k++ {
		t := &s.p.tokens[k]
		if corporateTail[t.low] || organisationWords[t.low] || t.kind == word && determiners[t.low] || t.low == "&" {
			return false
		}
		if t.capital && !t.upper {
			capitals++
		}
	}
	return capitals >= 2 && capitals <= 4
}

// organised says whether the phrase holds the word for an organisation.
func (s *speech) organised(run tokenRun) bool {
	for k := run.first; k < run.end; k++ {
		t := &s.p.tokens[k]
		if corporateTail[t.low] || organisationWords[t.low] || describers[t.low] || documentNouns[t.low] || suitNouns[t.low] || t.low == "it" {
			return true
		}
	}
	return false
}

// personNoun says whether the phrase calls somebody by what a person does.
func (s *speech) personNoun(run tokenRun) bool {
	for k := run.first; k < run.end; k++ {
		if personNouns[s.p.tokens[k].low] && !s.p.at(k+1).is("'s", "'") {
			return true
		}
	}
	return false
}

var organisationWords = set("company", "group", "bank", "university", "department", "commission", "agency", "office", "court", "association",
	"institute", "ministry", "party", "union", "council", "networks", "systems", "technologies", "airlines", "motors", "industries",
	"international", "holdings", "partners", "services", "media", "press", "news", "times", "journal", "house", "street", "board", "committee", "authority", "foundation")

// headOf is the head of a noun phrase: the word before its first "of" or "for".
func (s *speech) headOf(run tokenRun) token {
	for k := run.first + 1; k < run.end; k++ {
		if nounLinks[s.p.tokens[k].low] || prepositions[s.p.tokens[k].low] {
			return s.p.tokens[k-1]
		}
	}
	return s.p.tokens[run.end-1]
}
