package extract

import "strings"

// firmForms are legal forms with a stop that may also end a sentence.
var firmForms = set("inc", "corp", "co", "cos", "ltd", "llc", "plc", "llp", "bros")

// newSubject says whether the name at position end, behind a legal form whose stop stands at i,
// is the subject of a new sentence: a clause with a verb stands before, and the name is
// followed by a verb or by an apposition, as in "… against Acme Corp. Day Lee, the law firm".
// An office behind a firm's name ("Harbor Inc. Chairman Ana Ruiz said") begins none.
func newSubject(tokens []token, first, i, end int) bool {
	next := &tokens[end]
	if !next.capital || names().has(next, suffixWord|titleWord) || dateWords[next.low] != dateNone || !clauseBefore(tokens[first:i]) {
		return false
	}
	n := end + 1
	for n < len(tokens) && n < end+8 && !tokens[n].para {
		t := &tokens[n]
		if !(t.kind == word && t.capital) && !t.is("&", "-") && !(t.low == "." && !t.space && abbreviations()[tokens[n-1].low] != plain) {
			break
		}
		n++
	}
	if n+1 >= len(tokens) {
		return false
	}
	t := &tokens[n]
	if t.low == "," {
		return tokens[n+1].is("the", "a", "an", "which", "who", "whose", "its")
	}
	return !t.capital && (speechVerbs()[t.low] || agentVerbs()[t.low] || t.is("also", "then", "later", "did", "declined", "argued", "called", "represented"))
}

// clauseBefore says whether a finite verb seems to stand among the tokens.
func clauseBefore(tokens []token) bool {
	for k, t := range tokens {
		if k > 0 && t.kind == word && !t.capital && (speechVerbs()[t.low] || agentVerbs()[t.low] || auxiliaryVerb(t.low) || t.in(inPastWords) || strings.HasSuffix(t.low, "ed") && len(t.low) > 4) {
			return true
		}
	}
	return false
}
