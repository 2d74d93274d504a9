package extract

import (
	"strings"
	"sync"
)

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
		if t.in(inCorporateTails) || t.in(inOrganisationWords) || t.kind == word && t.in(inDeterminers) || t.low == "&" {
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
	return head.kind == word && !head.capital && !mayBePerson(head.low) && !manyOf(head, false) && run.end-run.first > 1 && !head.in(inDeterminers)
}

// personNoun says whether the phrase calls somebody by what a person does.
func (s *speech) personNoun(run tokenRun) bool {
	if head := s.headOf(run); !head.capital && head.in(inCallings) {
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
	if run.end-run.first > 1 && s.p.tokens[run.end-1].kind == clitic {
		return &s.p.tokens[run.end-2] // "Corrigan's"
	}
	return &s.p.tokens[run.end-1]
}
