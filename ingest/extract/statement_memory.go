package extract

import (
	"strings"
	"sync"

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

// variation is whom a description such as "the striker" means that the text has not used
// before: the only person whom its paragraph has named so far.
func (s *speech) variation(first, end int) string {
	if s.here == "" || s.crowded || end-first < 2 || end-first > 4 || s.p.tokens[first].low != "the" || !mayBePerson(s.p.tokens[end-1].low) {
		return ""
	}
	if g := titleGender[s.p.tokens[end-1].low]; g != unknownGender {
		if known := s.genderOf(s.here, unknownGender); known != unknownGender && known != g {
			return ""
		}
	}
	for k := first + 1; k < end-1; k++ {
		if s.p.tokens[k].kind == clitic {
			return ""
		}
	}
	if s.introducedHere(first, s.p.tokens[end-1].low) {
		return ""
	}
	return s.here
}

// introducedHere says whether the paragraph has told of another by the noun before token k:
// "told his supervisor".
func (s *speech) introducedHere(k int, noun string) bool {
	for i := k - 1; i > 0 && i > k-150 && !s.p.tokens[i].para; i-- {
		if s.p.tokens[i].low == noun && s.mask[i] == 0 && (s.p.tokens[i-1].is("his", "her", "their", "a", "an", "another") || s.p.at(i-2).is("his", "her", "their", "a", "an", "another")) {
			return !s.p.at(i + 1).capital
		}
	}
	return false
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
	if run.end-run.first == 1 && pronouns[first.low] {
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
	if m.gender == unknownGender {
		m.gender = titleGender[first.low]
		given, _, _ := strings.Cut(strings.ToLower(m.name), " ")
		if g := givenGender()[given]; g != unknownGender && !first.is("mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dame") {
			m.gender = g // "Chairman Ruth Pell"
		}
	}
	m.kin = first.is("his", "her", "their") && !last.capital
	if first.is("a", "an") && !last.capital {
		m.head = last.low
	}
	low := strings.ToLower(m.name)
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
	s.keep(m)
}

// several notes each of the persons of "Tom Hall and Ada Pell", and both together.
func (s *speech) several(run tokenRun) bool {
	joined := false
	for k := run.first; k < run.end; k++ {
		joined = joined || s.p.tokens[k].low == "and"
	}
	if !joined {
		return false
	}
	n := len(s.memory)
	for k := run.first; k < run.end; k++ {
		if name, end := s.personAt(k, run.end); name != "" {
			s.keep(referent{name: name, person: true})
			k = end - 1
		}
	}
	if len(s.memory) < n+2 && !s.joinedRun(run) {
		s.memory = s.memory[:n]
		return false
	}
	s.keep(referent{name: s.joinedName(run), plural: true})
	return true
}

// joinedRun says whether the phrase joins somebody with somebody of theirs: "Acme and its
// contractor".
func (s *speech) joinedRun(run tokenRun) bool {
	for k := run.first + 1; k+1 < run.end; k++ {
		if s.p.tokens[k].low == "and" && s.p.tokens[k+1].is("his", "her", "its", "their", "the", "a", "an", "two", "three") {
			return true
		}
	}
	return false
}

// joinedName is the phrase with whom its pronoun means.
func (s *speech) joinedName(run tokenRun) string {
	if w := s.p.tokens[run.first].low; w == "he" || w == "she" {
		if who := s.antecedent(w); who != "" {
			return who + " " + oneLine(s.p.str(run.first+1, run.end))
		}
	}
	return oneLine(s.p.str(run.first, run.end))
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

// noteKin notes the persons whom a unit calls by what they are to somebody, "his
// grandmother", which a pronoun of the other gender than the subject's means.
func (s *speech) noteKin(u unit) {
	for k := u.first; k+1 < u.end; k++ {
		if s.mask[k] != 0 || !s.p.tokens[k].is("his", "her", "their") {
			continue
		}
		if next := &s.p.tokens[k+1]; titleGender[next.low] != unknownGender && !next.capital && s.mask[k+1] == 0 && !s.p.at(k+2).capital && s.p.at(k+2).low != "," {
			name := oneLine(s.p.str(k, k+2))
			s.keep(referent{name: lower(name), person: true, gender: titleGender[next.low], kin: true})
		}
	}
}

// manyOf says whether the head of a noun phrase is a plural.
func manyOf(head *token, opens bool) bool {
	if many[head.low] || counts[head.low] || head.is("two", "three", "several", "dozens", "hundreds", "thousands", "scores", "both", "most", "many", "some") {
		return true
	}
	return strings.HasSuffix(head.low, "s") && (!head.capital || opens) && !strings.HasSuffix(head.low, "ss")
}

// many are plurals without -s.
var many = set("couple", "pair", "duo", "trio", "family", "jurors", "brothers", "people", "police", "men", "women", "children", "fishermen", "staff", "folk", "firemen", "policemen", "businessmen", "spokesmen", "personnel", "crew")

var personNouns = set("striker", "midfielder", "goalkeeper", "captain", "skipper", "boss", "star", "nominee", "candidate", "carer", "curator", "spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "judge", "president", "minister", "chairman",
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
	if !s.headOf(run).capital {
		return false
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
		if t.in(inCorporateTails) || t.in(inOrganisationWords) || t.in(inDescribers) || t.in(inDocumentNouns) || t.in(inSuitNouns) || t.low == "it" {
			return true
		}
	}
	return false
}

// callings are the nouns of data/persons.tsv: what somebody is or does.
var callings = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, row := range rows("persons.tsv") {
		for _, w := range strings.Fields(column(row, 1)) {
			m[w] = true
		}
	}
	return m
})

// lifeless says whether a common noun heads the phrase that neither names nor may name a
// person: "her column".
func (s *speech) lifeless(run tokenRun) bool {
	head := s.headOf(run)
	return head.kind == word && !head.capital && !mayBePerson(head.low) && !manyOf(head, false) && run.end-run.first > 1 && !determiners[head.low]
}

// personNoun says whether the phrase calls somebody by what a person does.
func (s *speech) personNoun(run tokenRun) bool {
	if head := s.headOf(run); !head.capital && callings()[head.low] {
		return true
	}
	for k := run.first; k < run.end; k++ {
		if s.p.tokens[k].in(inPersonNouns) && !s.p.at(k+1).is("'s", "'") {
			return true
		}
	}
	return false
}

var organisationWords = set("company", "group", "bank", "university", "department", "commission", "agency", "office", "court", "association",
	"institute", "ministry", "party", "union", "council", "networks", "systems", "technologies", "airlines", "motors", "industries",
	"international", "holdings", "partners", "services", "media", "press", "news", "times", "journal", "house", "street", "board", "committee", "authority", "foundation")

// headOf is the head of a noun phrase: the word before its first "of" or "for".
func (s *speech) headOf(run tokenRun) *token {
	for k := run.first + 1; k < run.end; k++ {
		if t := &s.p.tokens[k]; t.in(inNounLinks) || t.in(inPrepositions) {
			return &s.p.tokens[k-1]
		}
	}
	return &s.p.tokens[run.end-1]
}
