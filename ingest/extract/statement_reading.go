package extract

import "strings"

// nounReading says whether the word at k is a noun or an adjective here: "the claims",
// "alleged violations", "the United States".
func (s *speech) nounReading(u unit, k int) bool {
	t := &s.p.tokens[k]
	before := s.low(u, k-1)
	ed := strings.HasSuffix(t.low, "ed")
	switch {
	case before == "'s" && s.pronounBe(u, k-1, k):
		return false
	case k == u.first && t.is("said", "says") && s.p.at(k+1).capital:
		return false
	case before == "":
		return k == u.first && !ed && !strings.HasSuffix(t.low, "ing") && !u.heading || k == u.first && ed && !u.heading
	case before == "that" || before == "it" || before == "this" || before == "some" || before == "many" || before == "one" || before == "both" || before == "others":
		return false
	case determiners[before], before == "'s", before == "'":
		return true
	case prepositions[before] && before != "to":
		return !strings.HasSuffix(t.low, "ing") || before != "by" && before != "in"
	case ed && s.adjectival(u, k):
		return true
	}
	if !t.in(inNounVerbs) || s.endsSpeech(u, k) {
		return false
	}
	if t.is("claims", "charges", "claim", "charge") && s.p.at(k-1).capital && s.low(u, k+1) == "in" && documentOf(s.low(u, k+2), s.low(u, k+3)) {
		return false // "Ana Ruiz claims in the complaint that"
	}
	if s.p.at(k-1).kind == number || counts[before] {
		return true // "twenty-seven states"
	}
	if two := s.low(u, k-2); two == "to" || (determiners[two] || two == "'s") && adjectivalEnding(before) {
		return true // "to settle claims", "its contractual promises"
	} else if determiners[two] && nounBases[t.low] && s.p.at(k-1).kind == word && unitWords[before] == "" &&
		!strings.HasSuffix(before, "s") && before != "people" && before != "police" {
		return true // "a definite promise": a singular subject has another form of the verb
	}
	// A noun where a verb follows, or where an adjective or another noun stands before it
	// and nothing that a verb could govern comes after.
	next := s.low(u, k+1)
	if strings.HasSuffix(next, "ing") && strings.HasSuffix(t.low, "s") || strings.HasPrefix(t.low, "worr") && auxiliaryVerb(next) {
		return true // "late-night tweets targeting"
	}
	return auxiliaryVerb(next) || next == "of" || next == "," || next == "." || next == "and" || next == "" && s.maskAt(k+1) == 0 || next == "for" && t.low != "calls" && t.low != "call" || next == "in" || next == "from" || next == "against" || next == "by" || next == "about" || next == "over"
}

// endsSpeech says whether a form in -s ends its sentence behind a quotation and a subject in
// the singular: “No such law exists,” the claim states.
func (s *speech) endsSpeech(u unit, k int) bool {
	if next := s.low(u, k+1); !strings.HasSuffix(s.p.tokens[k].low, "s") || next != "." && k+1 < u.end {
		return false
	}
	run, ok := s.nounLeft(u, k)
	return ok && run.first > u.first && s.maskAt(run.first-1) != 0 && s.closedQuote(run.first-1) && !pluralSubject(s.p.tokens[run.end-1].low)
}

// documentOf says whether two words are an article and a paper of a case, or one alone.
func documentOf(article, noun string) bool {
	return determiners[article] && (suitNouns[noun] || documentNouns[noun]) || suitNouns[article] || documentNouns[article] || article == "court"
}

// closedQuote says whether the quotation that ends at token k is a sentence or a clause
// of its own, set off by a comma or a stop inside its marks.
func (s *speech) closedQuote(k int) bool {
	q := s.quotes[s.mask[k]-1]
	_, end := q.inner()
	for end-1 > q.first && s.p.at(end-1).is("”", "’", "\"", "'") {
		end-- // a quotation inside ends with it
	}
	return s.p.at(end-1).is(",", ".", "?", "!", "–", "-", "…")
}

// nounsInAl are nouns with the endings of adjectives.
var nounsInAl = set("hospital", "journal", "official", "individual", "professional", "principal", "general", "criminal", "rival", "capital",
	"critic", "public", "clinic", "detective", "representative", "relative", "native", "arsenal", "portal", "cardinal", "admiral", "approval")

func adjectivalEnding(w string) bool {
	for _, e := range []string{"al", "ive", "ous", "ic", "ful", "able", "ible", "ary", "ory"} {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) && !personNouns[w] && !organisationWords[w] && !deciders[w] && !nounsInAl[w] {
			return true
		}
	}
	return false
}

func (s *speech) maskAt(k int) int32 {
	if k < 0 || k >= len(s.mask) {
		return 0
	}
	return s.mask[k]
}

// adjectival is true of a participle between a noun's words: "from alleged violations".
func (s *speech) adjectival(u unit, k int) bool {
	before, next := s.low(u, k-1), s.low(u, k+1)
	if before == "and" || before == "or" || before == "of" || before == "for" || before == "alleged" {
		return !determiners[next] && next != "that" && next != "" && next != "to" && !pronouns[next]
	}
	return false
}

// counts are numbers in words before a plural.
var counts = set("four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "dozen", "hundred")

// nounBases are the bare forms of cues that are nouns as often.
var nounBases = set("claim", "report", "charge", "note", "question", "demand", "estimate", "fear", "hope", "comment", "request", "promise",
	"pledge", "call", "signal", "plan", "answer", "protest", "message", "post", "tweet", "rebuke", "doubt", "rule", "dispute", "guarantee", "reason", "boast", "rumour", "rumor")

// nounVerbs are cues that are nouns as often.
var nounVerbs = set("claims", "claim", "reports", "report", "charges", "charge", "notes", "note", "questions", "question",
	"demand", "demands", "estimates", "estimate", "forecasts", "forecast", "fears", "fear", "hopes", "hope", "comments", "comment",
	"requests", "request", "promises", "promise", "pledges", "pledge", "calls", "call", "signals", "signal", "doubts", "doubt",
	"rules", "rule", "states", "state", "points", "point", "projects", "project", "dispute", "disputes", "vows", "guarantee",
	"guarantees", "plan", "plans", "aim", "aims", "answer", "answers", "protest", "protests", "object", "objects", "message", "messages", "text", "texts", "order", "print",
	"post", "posts", "brand", "brands", "laugh", "laughs", "smile", "smiles", "sigh", "sighs", "trust", "lament", "laments", "nods", "scream", "screams", "finish", "welcome", "tweet", "tweets",
	"support", "supports", "challenge", "challenges", "backs", "echo", "echoes", "campaign", "campaigns", "lobby", "talk", "talks", "hit", "hits", "hint", "hints", "push", "press", "petition", "petitions", "appeal", "appeals", "dream", "dreams", "joke", "jokes",
	"venture", "ventures", "volunteer", "volunteers", "hail", "hails", "blast", "blasts", "rebuke", "rebukes", "sob", "sobs", "gasp", "roar", "yell", "grin", "grins", "beam", "beams",
	"thunder", "storm", "rage", "boom", "muse", "muses", "chant", "chants", "bark", "barks", "moan", "moans", "nod", "lie", "lash", "chuckle", "chuckles", "mock", "slam", "spat", "crow", "crows", "plead", "murmur", "shrug", "sang",
	"holding", "ruling", "finding", "filing", "shows", "show", "reason", "counter", "counters", "boast", "rumour", "rumor", "thought", "felt", "saw", "found", "held")
