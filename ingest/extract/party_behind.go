package extract

import (
	"strings"
)

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
