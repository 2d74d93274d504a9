package extract

import (
	"iter"
	"maps"
	"sync"
)

// lexeme is what the tables know of a word. It is looked up once for each token of a page
// instead of once for each table, since nearly every rule asks at nearly every token.
type lexeme struct {
	in    tableSet
	names wordClass
	date  dateClass
	cue   cue
}

// tableSet has a bit for each table that a word is in.
type tableSet uint64

// tableID names a table of words.
type tableID uint8

const (
	noTable tableID = iota
	inCues
	inPronouns
	inDeterminers
	inSubordinators
	inPrepositions
	inModals
	inHaveForms
	inDoForms
	inBeForms
	inNounLinks
	inNegators
	inHedges
	inPastWords
	inPresentVerbs
	inSpeechVerbs
	inAgentVerbs
	inSuitVerbs
	inStarters
	inPartyWords
	inLawyerNouns
	inBroughtNouns
	inPersonNouns
	inLightVerbs
	inProofs
	inNounVerbs
	inNameParticles
	inNameJoints
	inKinNouns
	inAmountWords
	inOutletHeads
	inVerbForms
	inJoinWords
	inCivic
	inRebuttalHeads
	inCurrencySigns
	inTooCommon
	inLegalActions
	inClientModifiers
	inSuitWords
	inLawHeads // first words of entries of tries
	inCodeHeads
	inBodyHeads
	inCourtHeads
	inCityHeads
	inStateHeads
	inCallings
	inAnswers
	inCries
	inIrregular
	inDeskWords
	inBareForms
	inJoiners
	inDocumentNouns
	inSuitNouns
	inCorporateTails
	inOrganisationWords
	inDescribers
	inVerbHelpers
	inTitleGenders
	inPersonTitles
	inMotions
	inParticles
	inRoleTriggers
	tableCount
)

const _ = uint(64 - tableCount) // a tableSet has no more bits

// wordTable is a table by what can be asked of it.
type wordTable struct {
	has   func(low string) bool
	words iter.Seq[string]
}

func tableOf[V any](m map[string]V) wordTable {
	has := func(low string) bool {
		_, ok := m[low]
		return ok
	}
	return wordTable{has, maps.Keys(m)}
}

// wordTables are the tables that lexemes know, by id.
var wordTables = sync.OnceValue(func() *[tableCount]wordTable {
	return &[tableCount]wordTable{
		inCues: tableOf(cues()), inPronouns: tableOf(pronouns), inDeterminers: tableOf(determiners),
		inSubordinators: tableOf(subordinators), inPrepositions: tableOf(prepositions), inModals: tableOf(modals), inHaveForms: tableOf(haveForms),
		inDoForms: tableOf(doForms), inBeForms: tableOf(beForms), inNounLinks: tableOf(nounLinks), inNegators: tableOf(negators), inHedges: tableOf(hedges),
		inPastWords: tableOf(pastWords), inPresentVerbs: tableOf(presentVerbs()), inSpeechVerbs: tableOf(speechVerbs()), inAgentVerbs: tableOf(agentVerbs()),
		inSuitVerbs: tableOf(suitVerbs), inStarters: tableOf(starters()), inPartyWords: tableOf(partyWords), inLawyerNouns: tableOf(lawyerNouns),
		inBroughtNouns: tableOf(broughtNouns), inPersonNouns: tableOf(personNouns), inLightVerbs: tableOf(lightVerbs), inProofs: tableOf(proofs),
		inNounVerbs: tableOf(nounVerbs), inNameParticles: tableOf(nameParticle), inNameJoints: tableOf(nameJoint), inKinNouns: tableOf(kinNouns),
		inAmountWords: tableOf(amountWords), inOutletHeads: tableOf(outletHeads()), inVerbForms: tableOf(verbForms),
		inJoinWords: tableOf(joinWord), inCivic: tableOf(civic), inRebuttalHeads: tableOf(rebuttalHeads()), inCurrencySigns: tableOf(currencySigns),
		inTooCommon: tableOf(tooCommon), inLegalActions: tableOf(legalActions), inClientModifiers: tableOf(clientModifiers), inSuitWords: tableOf(suitWords),
		inDeskWords: tableOf(deskWords), inBareForms: tableOf(bareForms), inJoiners: tableOf(joiners), inDocumentNouns: tableOf(documentNouns), inSuitNouns: tableOf(suitNouns), inCorporateTails: tableOf(corporateTail), inOrganisationWords: tableOf(organisationWords), inDescribers: tableOf(describers), inVerbHelpers: tableOf(verbHelpers), inTitleGenders: tableOf(titleGender), inPersonTitles: tableOf(personTitles), inMotions: tableOf(motions), inParticles: tableOf(particles),
		inLawHeads: tableOf(laws().firstWords()), inCodeHeads: tableOf(codes().firstWords()), inBodyHeads: tableOf(names().bodies.firstWords()),
		inCourtHeads: tableOf(courts().names.firstWords()), inCityHeads: tableOf(courts().cities.firstWords()), inStateHeads: tableOf(courts().states.firstWords()),
		inCallings: tableOf(callings()), inAnswers: tableOf(answerNouns), inCries: tableOf(cries), inIrregular: tableOf(irregular), inRoleTriggers: tableOf(roleTriggers()),
	}
})

// lexicon finds the lexemes of words: a table of open addressing, of which at most half is
// filled, since one word in three is in no table and every word of a page is looked up.
type lexicon struct {
	slots []lexiconSlot // 2^n
}

type lexiconSlot struct {
	word string
	lex  *lexeme
}

// find is the lexeme of the word, the unlisted one for a word in no table.
func (l *lexicon) find(low string) *lexeme {
	for i := wordHash(low); ; i++ {
		slot := &l.slots[i&uint32(len(l.slots)-1)]
		if slot.lex == nil {
			return &unlisted
		}
		if slot.word == low {
			return slot.lex
		}
	}
}

func wordHash(low string) uint32 {
	h := uint32(2166136261) // FNV-1a
	for i := 0; i < len(low); i++ {
		h = (h ^ uint32(low[i])) * 16777619
	}
	return h ^ h>>15
}

// newLexicon makes a lexicon for n words.
func newLexicon(n int) *lexicon {
	size := 1
	for size < 2*n+1 {
		size *= 2
	}
	return &lexicon{slots: make([]lexiconSlot, size)}
}

// put enters a word that is not in yet.
func (l *lexicon) put(w string, lex *lexeme) {
	i, mask := wordHash(w), uint32(len(l.slots)-1)
	for l.slots[i&mask].lex != nil {
		i++
	}
	l.slots[i&mask] = lexiconSlot{w, lex}
}

// lexemes are the words of the tables. Names that are in no other table share the lexeme of
// their class, because there are thousands.
var lexemes = sync.OnceValue(func() *lexicon {
	g := names()
	listed := listedWords(g)
	l := newLexicon(len(listed) + len(g.words))
	for w, lex := range listed {
		l.put(w, lex)
	}
	shared := map[wordClass]*lexeme{}
	for w, class := range g.words {
		if listed[w] != nil {
			continue
		}
		if shared[class] == nil {
			shared[class] = &lexeme{names: class}
		}
		l.put(w, shared[class])
	}
	return l
})

// listedWords are the words of all tables but the gazetteer.
func listedWords(g *gazetteer) map[string]*lexeme {
	m := map[string]*lexeme{}
	of := func(w string) *lexeme {
		x := m[w]
		if x == nil {
			x = &lexeme{names: g.words[w], date: dateWords[w], cue: cues()[w]}
			m[w] = x
		}
		return x
	}
	for id, table := range wordTables() {
		if table.words == nil {
			continue
		}
		for w := range table.words {
			of(w).in |= 1 << id
		}
	}
	for w := range dateWords {
		of(w)
	}
	return m
}

// unlisted is the lexeme of the words that are in no table.
var unlisted lexeme

// lookUp gives the tokens of a page their lexemes.
func lookUp(tokens []token) {
	known := lexemes()
	for i := range tokens {
		tokens[i].lex = known.find(tokens[i].low)
	}
}

// date is the class of the word in dates.
func (t *token) date() dateClass {
	if t.lex != nil {
		return t.lex.date
	}
	return dateWords[t.low]
}

// cue is the cue that the word is, where it is in the table of cues.
func (t *token) cue() cue {
	if t.lex != nil {
		return t.lex.cue
	}
	return cues()[t.low]
}

// in says whether the token's folded text is a word of the table.
func (t *token) in(id tableID) bool {
	if t.lex != nil {
		return t.lex.in>>id&1 != 0
	}
	return id.has(t.low)
}

// has looks a word up that has no lexeme yet.
//
//go:noinline
func (id tableID) has(low string) bool { return wordTables()[id].has(low) }
