package extract

import (
	"strings"
	"sync"

	"averment/evidence"
)

// cuePattern is how a cue takes its content; data/cues.tsv explains the patterns.
type cuePattern uint8

const (
	cueFree cuePattern = iota
	cueClause
	cueQuote
	cueWeak
	cueTold
	cueAccuse
	cueObject
	cueJudge
	cueIntent
	cueAbout
	cueNoun
)

var cuePatterns = map[string]cuePattern{"free": cueFree, "clause": cueClause, "weak": cueWeak,
	"quote": cueQuote, "told": cueTold, "accuse": cueAccuse, "object": cueObject, "judge": cueJudge, "intent": cueIntent, "about": cueAbout, "noun": cueNoun}

// cue is one form of a reporting verb.
type cue struct {
	stance  evidence.Stance
	pattern cuePattern
}

// cues is the lexicon by form; a later line of the file wins.
var cues = sync.OnceValue(func() map[string]cue {
	m := map[string]cue{}
	for _, row := range rows("cues.tsv") {
		c := cue{evidence.Stance(row[0]), cuePatterns[column(row, 1)]}
		for _, w := range strings.Fields(column(row, 2)) {
			if _, known := m[w]; c.pattern != cueNoun && !(known && c.pattern == cueAbout) {
				m[w] = c
			}
		}
	}
	return m
})

// aboutCues are the prepositions with which a verb says what it is about: "called for",
// "warned of", by form of the verb.
var aboutCues = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, row := range rows("cues.tsv") {
		if column(row, 1) == "about" {
			for _, w := range strings.Fields(column(row, 2)) {
				m[w] = set(strings.Fields(column(row, 3))...)
			}
		}
	}
	return m
})

// nounCues are the nouns that hand a clause to somebody, by form.
var nounCues = sync.OnceValue(func() map[string]evidence.Stance {
	m := map[string]evidence.Stance{}
	for _, row := range rows("cues.tsv") {
		if column(row, 1) == "noun" {
			for _, w := range strings.Fields(column(row, 2)) {
				m[w] = evidence.Stance(row[0])
			}
		}
	}
	return m
})

// participles are irregular past participles of cues; the regular ones end in -ed.
var participles = map[string]bool{"said": true, "told": true, "held": true, "found": true, "known": true, "thought": true,
	"shown": true, "sought": true, "understood": true, "felt": true, "seen": true, "forecast": true, "written": true}

func participle(w string) bool { return participles[w] || strings.HasSuffix(w, "ed") }

var beForms = set("is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "get", "gets", "got")

var haveForms = set("has", "have", "had", "having", "'ve")

var modals = set("will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot", "can't", "won't", "wouldn't", "couldn't", "'ll")

var doForms = set("do", "does", "did", "don't", "doesn't", "didn't")

// adverbsInVerb may stand between an auxiliary and its verb.
func adverbInVerb(w string) bool {
	switch w {
	case "not", "never", "ever", "also", "further", "later", "previously", "since", "now", "then", "still", "yet", "already",
		"once", "even", "just", "neither", "only", "again", "always", "often", "earlier", "n't", "however", "instead", "nonetheless", "nevertheless", "therefore", "too", "first", "both", "all":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ly") && w != "reply" && w != "family" && w != "supply"
}

func auxiliaryVerb(w string) bool {
	return beForms[w] && w != "'s" || haveForms[w] || modals[w] || doForms[w] ||
		strings.HasSuffix(w, "n't") && len(w) < 9
}

// auxiliaryVerb is auxiliaryVerb of the token's text.
func (t *token) auxiliaryVerb() bool {
	if t.lex == nil {
		return auxiliaryVerb(t.low)
	}
	return t.lex.in&(1<<inHaveForms|1<<inModals|1<<inDoForms) != 0 || t.in(inBeForms) && t.low != "'s" || strings.HasSuffix(t.low, "n't") && len(t.low) < 9
}

// presentVerbs are third persons of common verbs that are seldom plural nouns.
var presentVerbs = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, row := range rows("verbs.tsv") {
		for _, w := range strings.Fields(column(row, 1)) {
			m[w] = true
		}
	}
	return m
})

// subordinators open a clause in which a main subject cannot stand.
var subordinators = set("that", "which", "who", "whom", "whose", "because", "while", "as", "if", "when", "but", "although",
	"though", "whether", "where", "since", "until", "unless", "before", "after", "than", "whereas", "so", "what", "how", "why")

var pronouns = set("he", "she", "they", "it", "we", "i", "you", "who", "one", "both", "others", "some", "many", "critics")

var determiners = set("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your",
	"some", "many", "several", "one", "two", "three", "another", "each", "every", "most", "all", "any", "no", "both", "few", "other")

// suitNouns are the words by which reports name the document that opened a case.
var suitNouns = set("complaint", "lawsuit", "suit", "filing", "action", "litigation", "pleading")

// suitName is the name that all words for the complaint share.
const suitName = "the complaint"

// negators are words that turn the predicate of a clause round.
var negators = set("not", "never", "cannot", "neither", "nor", "none", "nothing", "nobody", "ceased", "cease", "ceases", "ceasing",
	"pause", "paused", "pauses", "pausing", "declined", "decline", "declines", "failed", "fail", "fails", "failing", "refused", "refuse",
	"refuses", "refusing", "lack", "lacks", "lacked", "lacking", "stopped", "stops", "halted", "denied", "denies", "no")

var hedges = set("may", "might", "could", "appears", "appear", "appeared", "seems", "seem", "seemed", "likely", "possibly", "perhaps",
	"allegedly", "reportedly", "suggests", "suggest", "purportedly", "apparently", "presumably", "probably",
	"maybe", "rumoured", "rumored", "supposedly")
