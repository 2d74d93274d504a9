package extract

// tradeBehind says whether the name that ends at k only says whose trade somebody has: "Harbor swimming coach", with no name
// behind.
func (r *reader) tradeBehind(k int) bool {
	for n := k; n < k+4; n++ {
		t := r.p.at(n)
		if t.kind != word || t.capital || joinWord[t.low] || isVerb(t) {
			return false
		}
		if next := r.p.at(n + 1); (isTrade(t.low) || t.is("partners", "officials", "aides", "agents", "executives", "lawmakers") || names().has(t, roleNoun)) && !next.capital && (next.kind != word || joinWord[next.low] || next.is("involved", "named", "present")) {
			return true
		}
	}
	return false
}

// tradeNouns are nouns of persons that stand between an employer or a town and a name.
var tradeNouns = set("engineer", "farmer", "trader", "teacher", "nurse", "driver", "doctor", "surgeon", "scientist", "singer", "songwriter", "photographer",
	"manager", "developer", "officer", "editor", "reporter", "writer", "customer", "resident", "user", "investor", "shareholder", "businessman", "businesswoman",
	"financier", "worker", "adviser", "advisor", "chief", "captain", "programmer", "banker", "broker", "accountant", "buyer", "tenant", "landlord", "patient",
	"musician", "rapper", "comedian", "novelist", "author", "composer", "guitarist", "drummer", "model", "athlete", "boxer", "wrestler", "jockey", "painter", "sculptor", "journalist", "blogger", "activist", "student", "pilot", "firefighter", "father", "mother", "chef", "inventor", "artist", "puppeteer", "employee", "applicant", "subscriber", "producer", "director", "actor", "restaurateur", "entrepreneur", "novelist", "author", "rapper", "guitarist", "designer", "homeowner", "retiree", "veteran", "widow", "activist",
	"brother", "brothers", "sister", "sisters", "couple", "spouses", "siblings", "publicist", "promoter", "model", "athlete", "golfer", "jockey", "pilot", "mechanic", "clerk", "cashier", "lecturer", "headteacher", "solicitor", "playwright", "composer", "drummer", "comedian", "architect", "plumber", "electrician", "builder", "librarian", "pharmacist", "dentist", "veterinarian", "midwife", "paramedic", "firefighter", "sergeant", "trucker", "courier", "actress", "coach", "player")

// joinWord are small words that end a description.
var joinWord = set("that", "which", "who", "whom", "whose", "of", "for", "and", "or", "to", "in", "on", "by", "after", "with", "over", "from", "as", "at", "but",
	"because", "when", "if", "though", "although", "while", "unless", "until", "since", "whether", "than", "against", "into", "under", "during", "before", "between", "about", "through", "without", "not", "it", "he", "she", "they", "them", "him", "is", "was", "are", "were", "be", "has", "had", "have", "representing", "represented", "acting", "appearing", "arguing", "defending")

// isVerb says whether a word is a verb that ends a noun phrase.
func isVerb(t *token) bool {
	return (t.in(inSpeechVerbs) || t.in(inAgentVerbs) || t.in(inSuitVerbs)) && !t.is("used") && !t.capital
}

// suitVerbs are further verbs of reports of suits, which no description goes over.
var suitVerbs = set("names", "named", "naming", "sue", "suing", "accuse", "petitioned", "demand", "say", "accusing", "seeking", "alleging", "allege", "charging", "claiming", "saying", "asking", "asks", "found", "find",
	"liable", "guilty", "charged", "charges", "ordered", "awarded", "convicted", "ruled", "granted", "approved", "affirmed", "reversed", "barred", "block", "stop", "including", "pay", "paying", "buy", "sell")
