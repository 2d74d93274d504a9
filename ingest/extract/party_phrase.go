package extract

import (
	"strings"

	"averment/evidence"
)

// phrase is the parties that a noun phrase or a list of them names, and where it ends.
type phrase struct {
	who []*player
	end int
}

// phraseAt reads the list of parties that begins at k: "Harbor Inc <HBR>, its chairman, Louis
// Perl, and the Toronto firm Pipeco". Descriptions, tickers and appositions are stepped over;
// "the company" stands for the organisation that it means. skip are parties that "the company"
// cannot mean, since they act upon it.
func (r *reader) phraseAt(k int, skip ...*player) phrase {
	return r.list(k, k <= r.s.first+1, skip...)
}

// list reads the list at k, the one of a subject where a verb is to stand behind its last name.
func (r *reader) list(k int, subject bool, skip ...*player) phrase {
	out := phrase{end: k}
	for k < r.s.end {
		who, end := r.nounPhrase(k, skip)
		if who == nil {
			return out
		}
		if n := len(out.who); n > 0 && who.kind == "" {
			who.kind = out.who[n-1].kind
		}
		out.who = append(out.who, who)
		out.end = r.afterName(end)
		next := r.separator(out.end)
		if next == out.end {
			return out
		}
		after, end2 := r.nounPhrase(next, skip)
		if after == nil && !subject && r.p.at(next).is("the", "a", "an") && r.p.at(next-1).low == "and" {
			if who := r.apposedObject(next); len(who) == 1 && !containsPlayer(out.who, who[0]) && who[0].kind != evidence.Court { // "Ray Hall and the startup he joined, Harbor Inc"
				out.who = append(out.who, who[0])
			}
			return out
		}
		if after == nil && !subject {
			if next, after, end2 = r.pastUnnamed(next, skip); after != nil {
				out.end = end2
			}
		}
		if after == nil || !subject && r.newClause(next, end2) {
			return out
		}
		k = next
	}
	return out
}

// pastUnnamed steps over members of a list at k that have no name, "the two officers involved, the police chief and", to the
// one behind them that has: its position, who it is and where it ends.
func (r *reader) pastUnnamed(k int, skip []*player) (next int, who *player, end int) {
	for n := 0; n < 3; n++ {
		after := r.unnamedMember(k)
		if after == k {
			return k, nil, k
		}
		k = after
		if who, end = r.nounPhrase(k, skip); who != nil {
			return k, who, end
		}
	}
	return k, nil, k
}

// unnamedMember is the position behind a member without a name at k and the separator that follows, else k.
func (r *reader) unnamedMember(k int) int {
	if !r.p.at(k).is("the", "its", "their", "his", "her", "two", "three", "four", "several") {
		return k
	}
	for f := k + 1; f < k+12 && f < r.s.end; f++ {
		t := r.p.at(f)
		if f > k+1 && t.is(",", "and") {
			if sep := r.separator(f); sep > f && r.p.at(sep-1).is("and", ",") {
				return sep
			}
			return k
		}
		if t.kind != word || isVerb(t) || joinWord[t.low] && t.low != "of" {
			return k
		}
	}
	return k
}

// nounPhrase reads one party at k with what describes it, nil where none stands there.
func (r *reader) nounPhrase(k int, skip []*player) (*player, int) {
	n := r.skipDescription(k)
	for _, at := range [2]int{k, k + b2i(r.p.at(k).low == "the")} { // a name may begin small: "the city of Dover"
		if w, m := r.who(at); w != nil && m.first == at {
			n = at
		}
	}
	who, m := r.who(n)
	if who == nil || m.first != n {
		return r.definite(k, skip)
	}
	for step := 0; step < 3; step++ {
		head, hm := r.modifiedBy(m)
		if head == nil {
			break
		}
		who, m = head, hm
	}
	switch t := r.p.at(m.end); {
	case who.acronym() && r.p.at(m.first-1).is("a", "an") && (companyNouns[t.low] || bodyNouns[t.low] || t.is("trust", "board", "branch", "plant", "store")) && !t.capital:
		return nil, k // "an NHS trust"
	case (r.p.at(k).is("a", "an", "former") || countWords[r.p.at(k).low] > 1 || r.p.at(k).low == "the" && countWords[r.p.at(k+1).low] > 1) && r.tradeBehind(m.end):
		return nil, k // "a former Harbor University swimming coach who"
	case t.is("government", "authorities", "legislature") && !t.capital && who.kind != evidence.Agency:
		return nil, k // "the Queensland government"
	case t.kind == clitic && r.p.at(m.end+1).is("and", ",") && who.kind != evidence.Person && t.low == "'s":
		return who, m.end + 1 // "against Fairlow's and Cobb & Lane"
	case t.kind == clitic, t.low == "-" && !t.space, r.groupAt(m.end):
		return nil, k
	}
	if unitNouns[r.p.at(m.end).low] {
		return who, m.end + 1 // "its Chesapeake Barge Lines unit"
	}
	return who, m.end
}

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

// modifiedBy is the name that a name at m only describes: "Lakeland's supplier, Tomei
// Electric", "former Kestrel engineer Yusuf Adan"; nil where m is the head itself.
func (r *reader) modifiedBy(m mention) (*player, mention) {
	n := m.end
	possessor := r.p.at(n).kind == clitic
	if possessor {
		n++
	}
	noun := false
	for f := n; f < n+9 && f < r.s.end; f++ {
		t := r.p.at(f)
		if who, next := r.who(f); who != nil && next.first == f && (noun || f > n && !possessor && r.fullPerson(who, next) && !r.p.at(f-1).capital) {
			return who, next
		}
		plainNoun := t.kind == word && (!t.capital || names().has(t, peopleWord|titleWord)) && !joinWord[t.low] && !isVerb(t)
		if !plainNoun && t.low != "-" && !(t.low == "," && noun && possessor) {
			return nil, m
		}
		noun = t.low == "," || noun && possessor && r.commaSince(n, f) || names().has(t, roleNoun|titleWord) || tradeNouns[t.low] || bodyNouns[t.low] || unitNouns[t.low] || t.is("supplier", "rival", "partner", "broker", "vendor", "banker", "insurer", "parent")
	}
	return nil, m
}

// fullPerson says whether a person is named with the given name.
func (r *reader) fullPerson(w *player, m mention) bool {
	return w.kind == evidence.Person && m.end-m.first > 1 && len(w.tokens) > 1
}

// commaSince says whether a comma stands among the tokens n to f.
func (r *reader) commaSince(n, f int) bool {
	for k := n; k < f; k++ {
		if r.p.at(k).low == "," {
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

// afterName is the position behind the ticker, the parenthesis and the apposition that
// follow a name at k.
func (r *reader) afterName(k int) int {
	if r.p.at(k).low == ">" || r.p.at(k).upper && r.p.at(k).is("kc", "qc", "sc", "bl") {
		k++
	}
	k = r.behindOrigin(r.behindBracket(r.behindBracket(k, "<", ">"), "(", ")"))
	if r.p.at(k).low != "," {
		return k
	}
	next := r.p.at(k + 1)
	if end := r.beforeSemicolon(k); end > k {
		return end
	}
	if next.kind == number && r.p.at(k+2).low == "," { // the age
		return k + 2
	}
	if (names().has(next, roleNoun) || tradeNouns[next.low] || next.is("host", "anchor", "head", "chief", "owner")) && !next.capital && (r.p.at(k+2).is("of", "at", "for") || names().has(r.p.at(k+2), roleNoun) && r.p.at(k+3).is("of", "at", "for")) {
		for n := k + 3; n < k+14 && n < r.s.end; n++ { // "Vance Pettigrew, host of a morning show, along with"
			if t := r.p.at(n); t.low == "," {
				return n
			} else if isVerb(t) {
				break
			}
		}
	}
	if next.is("also", "both", "then", "now") && isVerb(r.p.at(k+2)) {
		return k
	}
	if !next.is("a", "an", "the", "its", "who", "which", "whose", "formerly", "based", "then", "now", "part", "also", "both", "once") {
		return k
	}
	if who, m := r.who(r.skipDescription(k + 1)); who != nil && !next.is("a", "an", "who", "which", "whose") && !(next.low == "the" && strings.HasSuffix(r.p.at(m.end).low, "ed") && !r.p.at(m.end).capital) {
		return k
	}
	for n := k + 2; n < k+20 && n < r.s.end; n++ {
		if r.p.at(n).low != "," {
			continue
		}
		if prev := r.p.at(n - 1); companyNouns[prev.low] || describer(prev) { // "who ran marketing for Vance's company, Harbor LLC,"
			if _, m := r.who(n + 1); m.first == n+1 && r.p.at(m.end).low == "," {
				return m.end
			}
		}
		return n
	}
	return k
}

// beforeSemicolon is the position of the semicolon that ends what is said of a name behind the comma at k,
// "Ana Ruiz, 83, who uses a wheelchair; Ray Hall, a veteran;", else k. A semicolon behind which no name
// follows ends the sentence rather than a member of a list.
func (r *reader) beforeSemicolon(k int) int {
	if next := r.p.at(k + 1); next.kind != number && !next.is("a", "an", "the", "who", "which", "whose", "based") {
		return k
	}
	for n := k + 1; n < k+24 && n+1 < r.s.end; n++ {
		if r.p.at(n).low != ";" {
			continue
		}
		f := n + 1 + b2i(r.p.at(n+1).low == "and")
		if who, _ := r.who(r.skipDescription(f)); who != nil && !isVerb(r.p.at(f)) {
			return n
		}
		return k
	}
	return k
}

// behindOrigin is the position behind the home of a person or firm, where it is named at k and a list
// goes on behind it: "Ana Ruiz of San Jose and Ray Hall of Portland, Oregon, say".
func (r *reader) behindOrigin(k int) int {
	n := k
	if r.p.at(n).low == "," {
		n++
	}
	if !r.p.at(n).is("of", "from") || !r.p.at(n+1).capital {
		return k
	}
	end := n + 1
	for end < n+4 && r.p.at(end).capital && r.p.at(end).kind == word {
		end++
	}
	if who, _ := r.who(n + 1); who != nil && who.firm {
		return k // "Ray Hall of Day Lee"
	}
	if r.p.at(end).low == "," && r.p.at(end+1).capital && r.p.at(end+2).is(",", "and") { // the state
		if who, _ := r.who(end + 1); who == nil {
			end += 2
		}
	} else if r.p.at(end).low == "," && r.p.at(end+1).capital && r.p.at(end+2).low == "." && r.p.at(end+3).low == "," { // "Grand Haven, Mich.,"
		end += 3
	}
	if r.p.at(end).is("and", ",", "&") || isVerb(r.p.at(end)) {
		return end
	}
	return k
}

// behindBracket is the position behind a short bracket that opens at k, else k.
func (r *reader) behindBracket(k int, open, end string) int {
	if r.p.at(k).low != open {
		return k
	}
	for n := k + 1; n < k+12 && n < r.s.end; n++ {
		if r.p.at(n).low == end {
			return n + 1
		}
	}
	return k
}

// separator is the position behind the comma and the words that join the next name of a list.
func (r *reader) separator(k int) int {
	n := k
	if r.p.at(n).is(",", ";") {
		n++
	}
	switch t := r.p.at(n); {
	case t.is("and", "&", "or", "plus"):
		n++
	case t.low == "as" && r.p.at(n+1).low == "well" && r.p.at(n+2).low == "as":
		n += 3
	case t.is("along", "together") && r.p.at(n+1).low == "with":
		n += 2
	}
	if n > k && r.p.at(n).is("against", "by") && r.p.at(n-1).low == "and" {
		n++
	}
	return n
}

// newClause says whether what follows a separator before next is the subject of a new
// clause: "sued Harbor, and Pipeco said".
func (r *reader) newClause(next, end int) bool {
	t := r.p.at(end)
	return (speechVerbs()[t.low] || agentVerbs()[t.low] && !t.is("used", "shared", "are", "were", "have") || t.is("declined", "could", "did", "does")) && !t.capital
}

// doers are the parties that are the subject of the verb at k, with those listed before.
func (r *reader) doers(k int) []*player {
	w := r.subject(k)
	if w == nil {
		return nil
	}
	return append([]*player{w}, append(r.listedWith(w, k), r.beforeNoun(w, k)...)...)
}

// beforeNoun are the names before "and the party" that is the subject of the verb at k, where the noun
// means w.
func (r *reader) beforeNoun(w *player, k int) []*player {
	b := r.beforeVerb(k)
	if t := r.p.at(b); t.kind != word || t.capital {
		return nil
	}
	for n := b - 1; n > b-5 && n > r.s.first+1; n-- {
		if r.p.at(n).low != "the" {
			continue
		}
		if who, m := r.who(n - 2); r.p.at(n-1).low == "and" && who != nil && who != w && m.end == n-1 && r.head(m) != nil {
			return append([]*player{who}, r.listedWith(who, n-1)...)
		}
		return nil
	}
	return nil
}
