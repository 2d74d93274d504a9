package extract

import (
	"strings"
	"sync"
)

// gender is whether "he" or "she" may mean somebody; zero where the text does not tell.
type gender uint8

const (
	unknownGender gender = iota
	male
	female
)

// pronounGender is the gender that a pronoun asks for.
var pronounGender = map[string]gender{"he": male, "him": male, "his": male, "she": female, "her": female}

// otherGender is the gender that a pronoun rules out.
var otherGender = map[string]gender{"he": female, "she": male}

// givenGender is the gender of a given name.
var givenGender = sync.OnceValue(func() map[string]gender {
	m := map[string]gender{}
	for _, row := range rows("genders.tsv") {
		g := male
		if row[0] == "female" {
			g = female
		}
		for _, name := range strings.Fields(column(row, 1)) {
			m[lower(name)] = g
		}
	}
	return m
})

// titleGender is the gender of titles and of nouns for persons that have one.
var titleGender = map[string]gender{"mr": male, "sir": male, "lord": male, "king": male, "prince": male, "father": male, "son": male, "brother": male, "husband": male,
	"uncle": male, "grandfather": male, "dad": male, "man": male, "boy": male, "businessman": male, "congressman": male, "chairman": male, "spokesman": male,
	"policeman": male, "fisherman": male, "actor": male, "monsignor": male, "bishop": male, "widower": male, "gentleman": male, "boyfriend": male, "grandson": male, "nephew": male,
	"monsieur": male, "herr": male, "signor": male, "señor": male, "mme": female, "mlle": female, "madame": female, "frau": female, "señora": female, "signora": female,
	"mrs": female, "ms": female, "miss": female, "dame": female, "lady": female, "madam": female, "queen": female, "princess": female, "mother": female,
	"daughter": female, "sister": female, "wife": female, "aunt": female, "grandmother": female, "mum": female, "mom": female, "woman": female, "girl": female,
	"businesswoman": female, "congresswoman": female, "chairwoman": female, "spokeswoman": female, "policewoman": female, "actress": female, "widow": female,
	"duchess": female, "baroness": female, "girlfriend": female, "niece": female, "granddaughter": female, "waitress": female, "heroine": female}

// sameRole are the words for what a short title or a word means too.
var sameRole = map[string][]string{"rep": {"representative", "congressman", "congresswoman", "lawmaker"}, "sen": {"senator", "lawmaker"}, "gov": {"governor"},
	"senator": {"lawmaker"}, "prof": {"professor"}, "dr": {"doctor"}, "gen": {"general"}, "capt": {"captain"}, "sgt": {"sergeant"}, "justice": {"judge"},
	"inspector": {"detective", "officer"}, "detective": {"officer"}, "attorney": {"lawyer"}, "solicitor": {"lawyer"},
	"barrister": {"lawyer"}, "sheriff": {"officer"}, "mp": {"lawmaker"}}

// isTitle says whether a word may stand before a name as its title.
func isTitle(w string) bool {
	return personTitles[w] || titleGender[w] != 0 || names().words[w]&(titleWord|judgeWord) != 0 || w == "lt" || w == "cmdr" || w == "chief" || w == "former" || w == "deputy"
}

// mayTitle is isTitle of the token's text.
func (t *token) mayTitle() bool {
	if t.lex == nil {
		return isTitle(t.low)
	}
	return t.in(inPersonTitles) || t.in(inTitleGenders) || names().has(t, titleWord|judgeWord) || t.is("lt", "cmdr", "chief", "former", "deputy")
}

// particles stand inside a person's name.
var particles = set("de", "la", "du", "von", "van", "der", "den", "del", "della", "di", "da", "dos", "das", "bin", "ibn", "al", "el", "le", "ter", "ten", "af", "av")

// callsPerson says whether a word is what a person does or is to somebody.
func callsPerson(w string) bool {
	if personNouns[w] || titleGender[w] != 0 || names().words[w]&roleNoun != 0 {
		return true
	}
	for _, end := range []string{"ologist", "keeper", "ician", "woman", "maker", "founder", "leader"} {
		if len(w) > len(end)+1 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// mayBePerson is callsPerson for what stands where somebody speaks: words with the endings
// of who does something count too.
func mayBePerson(w string) bool {
	if callsPerson(w) || callings()[w] {
		return true
	}
	if len(w) < 5 || describers[w] || documentNouns[w] || organisationWords[w] || things[w] {
		return false
	}
	for _, end := range []string{"er", "or", "ist", "ian", "man"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// things are what has the ending of who does something.
var things = set("newspaper", "order", "answer", "offer", "number", "matter", "chapter", "newsletter", "computer", "poster", "banner", "folder", "error",
	"sensor", "factor", "sector", "poster", "charter", "register", "calendar", "broadcaster", "weather", "regulator", "producer", "dealer", "banner", "charger", "waiver", "disclaimer",
	"other", "former", "latter", "centre", "center", "human", "german", "italian", "russian", "list", "twist", "checklist")

// roleBefore reads what a name is called before it: in "spokesman Nick Merrill" the noun,
// and of "Republican presidential nominee Ana Ruiz" the whole phrase too. The name begins
// at token name, the capitals of its run at start.
func roleBefore(p *pageView, start, name, limit int) (noun, phrase string) {
	k := name - 1
	for k >= limit && p.tokens[k].low == "." {
		k--
	}
	if k < limit || p.tokens[k].kind != word {
		return "", ""
	}
	t := &p.tokens[k]
	if !callsPerson(t.low) && !isTitle(t.low) && !(t.low == "nominee" || t.low == "candidate" || t.low == "captain" || t.low == "striker" || t.low == "boss" || t.low == "star") {
		return "", ""
	}
	first := k
	for first > limit && k-first < 3 && p.tokens[first-1].kind == word && !p.tokens[first-1].in(inDeterminers) && !p.tokens[first-1].in(inPrepositions) &&
		!auxiliaryVerb(p.tokens[first-1].low) && !p.tokens[first-1].in(inSubordinators) && p.tokens[first-1].low != "and" {
		first--
	}
	if first < k {
		phrase = strings.Join(nameWordsOf(p, first, k+1), " ")
	}
	return t.low, phrase
}

// roleBehind reads the noun of an apposition: "Ana Ruiz, 41, a former teacher at Leeds".
func roleBehind(p *pageView, k, limit int) string {
	if k >= limit || p.tokens[k].low != "," {
		return ""
	}
	k++
	for k+1 < limit && p.tokens[k].kind == number && p.tokens[k+1].low == "," {
		k += 2
	}
	head := ""
	for i := k; i < limit && i < k+8; i++ {
		t := &p.tokens[i]
		if t.kind == clitic || t.low == "-" {
			continue
		}
		if t.kind != word || i > k && (t.in(inPrepositions) || t.in(inSubordinators) || t.low == "and") {
			break
		}
		head = t.low
	}
	if callsPerson(head) {
		return head
	}
	return ""
}
