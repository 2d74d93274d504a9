package extract

import (
	"strings"

	"averment/evidence"
)

// skipDescription steps over at most eight descriptive words to the name that they describe:
// "owned by the private equity firm Harbor Capital", "represented by lawyers from Day Lee",
// "by two users, Ana Ruiz and Ray Hall". It gives k where no name follows.
func (r *reader) skipDescription(k int) int {
	for n := k; n < r.s.end && n < k+9; n++ {
		t := r.p.at(n)
		if end := r.listedEnd(n); end > n { // "the ASX-listed miner Harbor Metals"
			n = end - 1
			continue
		}
		if who, m := r.who(n); who != nil && m.first == n {
			return n
		}
		switch {
		case t.is("u") && r.p.at(n+1).low == "." && r.p.at(n+2).is("s", "k") && r.p.at(n+3).low == ".":
			n += 3
		case t.kind == number && n == k:
		case t.low == "." && n > k && r.p.at(n+1).capital && (names().has(r.p.at(n-1), titleWord|judgeWord) || r.p.at(n-1).is("st", "ft", "mt")) && r.p.at(n-1).capital:
		case t.low == "and" && n > k && r.rank(n-1) && r.rank(n+1): // "its founder and sole director, Ana Ruiz"
		case t.low == ":" && n > k+1 && countWords[r.p.at(k).low] > 1 && r.p.at(n+1).capital: // "three of its members: Ana Ruiz"
		case t.is("of", "the", "its", "their") && countWords[r.p.at(k).low] > 1 && n < k+3: // "two of the tenants, Ana Ruiz and"
		case t.kind == clitic && n > k && r.placeAt(n-1) && r.p.at(n+1).capital: // "Italy's Harbor SpA"
		case t.kind == clitic && n > k+1 && r.p.at(n-1).capital && r.p.at(k).capital && !r.p.at(n+1).capital: // "San Francisco's city attorney, Ana Ruiz"
		case t.kind == clitic && n == k+1 && strings.HasSuffix(r.p.at(k).low, "s") && !r.p.at(k).capital && r.p.at(n+1).kind == word: // "residents' organisation Harbor Watch"
		case t.low == "," && n > k && r.p.at(n+1).kind == number && r.nameAt(n+1): // "the borrower, 480 Wacker Owner LLC"
		case t.low == "owned" && n > k && r.p.at(n-1).low == "-": // "the Dutch-owned Harbor Group"
		case t.low == "-", t.low == "<" && n+1 < r.s.end && r.p.at(n+1).capital:
		case t.low == "," && n > k && n+1 < r.s.end && (r.p.at(n+1).capital || r.p.at(n+1).low == "<"):
		case t.low == "," && n > k+1 && n < k+5 && (countWords[r.p.at(k).low] > 0 || r.p.at(k).is("his", "her", "their", "its")) && r.tradeBefore(n+1): // "two former employees, nurse Ana Ruiz and"
		case t.low == "," && n > k+1 && n < k+4 && r.p.at(k).low == "the" && r.nounBefore(n+1): // "the buyer, private equity firm Harbor LP"
		case t.kind == clitic && n > k+1 && r.p.at(k).is("the", "its", "their", "his", "her") && !r.p.at(n-1).capital && r.p.at(n+1).kind == word && !r.p.at(n+1).capital: // "the dam's operator, Harbor"
		case t.kind == clitic && n > k && r.p.at(n-1).is("nation", "country", "world", "state", "city", "region", "town", "continent", "company", "firm", "group"):
		case t.kind != word, isVerb(t), joinWord[t.low], n > k && r.windsUp(n):
			return k
		case t.capital && r.officeOf(n) > n: // "Secretary of State Ana Ruiz"
			n = r.officeOf(n) - 1
		case t.capital && r.officeEnd(n) > n: // "Pierce County Auditor Ana Ruiz"
			n = r.officeEnd(n) - 1
		case t.capital && r.longPlace(n) > n+1: // "its New Jersey parent"
			n = r.longPlace(n) - 1
		case t.capital && names().has(r.p.at(n+1), titleWord) && r.p.at(n+1).capital: // "Environment Minister Ana Ruiz"
		case t.capital && t.kind == word && (r.describes(n) || r.placeAt(n) && r.p.at(n+1).kind == clitic):
		case t.capital && !names().has(t, peopleWord|titleWord|judgeWord) && !t.is("us", "uk", "u", "s", "eu", "irish", "german", "st", "ft", "mt"):
			return k
		}
	}
	return k
}

// listedEnd is the position behind an adjective such as "ASX-listed" or "Los Angeles-based" at n, else n.
func (r *reader) listedEnd(n int) int {
	dash := n + 1
	if r.p.at(dash).capital && r.p.at(dash).kind == word {
		dash++
	}
	if r.p.at(n).capital && r.p.at(dash).low == "-" && !r.p.at(dash).space && r.p.at(dash+1).is("listed", "based", "backed", "headquartered", "traded", "registered", "born", "educated", "area") {
		return dash + 2
	}
	return n
}

// officeEnd is the position behind capitalised words at n that end with a title directly before a name, else
// n.
func (r *reader) officeEnd(n int) int {
	for e := n; e < n+6 && (r.p.at(e).capital && r.p.at(e).kind == word || r.p.at(e).low == "-" && !r.p.at(e).space && e > n); e++ {
		if w, m := r.who(e + 1); e > n && names().has(r.p.at(e), titleWord) && w != nil && m.first == e+1 && w.kind != evidence.Organisation {
			return e + 1
		}
	}
	return n
}

// officeOf is the position behind an office with its field directly before a person at n, else n: "Secretary of State",
// "Commissioner of Public Lands".
func (r *reader) officeOf(n int) int {
	if r.p.at(n+1).low != "of" || !names().has(r.p.at(n), titleWord|roleNoun) || !r.p.at(n+2).capital {
		return n
	}
	for e := n + 3; e < n+6 && r.p.at(e-1).capital; e++ {
		if w, m := r.who(e); w != nil && m.first == e && w.kind == evidence.Person {
			return e
		}
	}
	return n
}

// longPlace is the position behind a known place of several words at n with a small noun behind it, else
// n.
func (r *reader) longPlace(n int) int {
	if kind, after := names().bodies.match(r.p.tokens[:r.s.end], n, true); kind == knownPlace && after > n+1 {
		if t := r.p.at(after); t.kind == word && !t.capital && !joinWord[t.low] && !isVerb(t) || t.kind == clitic && !r.p.at(after+1).capital {
			return after
		}
	}
	return n
}

// tradeBefore says whether within three words of k a trade stands directly before a name.
func (r *reader) tradeBefore(k int) bool {
	for n := k; n < k+3; n++ {
		t := r.p.at(n)
		if t.kind != word || t.capital || joinWord[t.low] || isVerb(t) {
			return false
		}
		if next := r.p.at(n + 1); next.capital {
			return tradeNouns[t.low] || names().has(t, roleNoun) || names().has(next, titleWord) || callsPerson(t.low) || isTrade(t.low) || r.personAt(n+1)
		}
	}
	return false
}

// nameAt says whether a name begins at k.
func (r *reader) nameAt(k int) bool {
	w, m := r.who(k)
	return w != nil && m.first == k
}

// personAt says whether a person is named at k with the given name.
func (r *reader) personAt(k int) bool {
	w, m := r.who(k)
	return w != nil && m.first == k && r.fullPerson(w, m)
}

// nounBefore says whether within four words of k, all of them small, the noun of an organisation stands
// directly before a name.
func (r *reader) nounBefore(k int) bool {
	for n := k; n < k+5; n++ {
		t := r.p.at(n)
		if t.kind != word && t.low != "-" || t.capital || joinWord[t.low] || isVerb(t) {
			return false
		}
		if (bodyNouns[t.low] || companyNouns[t.low]) && r.p.at(n+1).capital {
			return true
		}
	}
	return false
}

// rank says whether a word at n, or the next, is an office or a trade that is coordinated with another:
// "chairman and chief executive".
func (r *reader) rank(n int) bool {
	for f := n; f < n+3; f++ {
		t := r.p.at(f)
		if names().has(t, roleNoun|titleWord) || tradeNouns[t.low] || t.is("ceo", "cfo", "founder", "owner", "operator", "partner", "head") {
			return true
		}
		if t.kind != word || joinWord[t.low] {
			return false
		}
	}
	return false
}

// describes says whether the capitalised word at n is part of a description: of an office ("Chief
// Financial Officer"), or a place before a noun ("the Bermuda reinsurer").
func (r *reader) describes(n int) bool {
	prev, next := r.p.at(n-1), r.p.at(n+1)
	if prev.low == "chief" || next.is("officer", "-") {
		return true
	}
	return next.kind == word && !next.capital && !joinWord[next.low] && !isVerb(next)
}

// whoDescribed is the name at k or behind its description.
func (r *reader) whoDescribed(k int) *player {
	if who, _ := r.nounPhrase(k, nil); who != nil {
		return who
	}
	n := r.skipDescription(k)
	if who, _ := r.who(n); who != nil {
		return who
	}
	for n < k+3 && r.p.at(n).capital && r.p.at(n+1).kind != clitic {
		n++
	}
	if r.p.at(n).capital && r.p.at(n+1).kind == clitic { // "a unit of Japan's Harbor Group"
		who, _ := r.who(r.skipDescription(n + 2))
		return who
	}
	return nil
}

// bodyNouns describe an organisation when they stand directly before its name.
var bodyNouns = set("group", "association", "charity", "nonprofit", "startup", "firm", "company", "bank", "insurer", "airline", "carmaker", "automaker", "retailer",
	"union", "supermarket", "chain", "publisher", "broadcaster", "brokerage", "consultancy", "operator", "developer", "manufacturer", "maker", "drugmaker",
	"chipmaker", "lender", "conglomerate", "foundation", "organisation", "organization", "newspaper", "watchdog", "giant", "contractor", "distributor", "administrator", "processor", "vendor", "marketplace", "crew", "gang", "collective", "reinsurer", "shipbuilder", "steelmaker", "winemaker", "brewer", "hospital", "university", "college", "utility", "regulator", "guarantor", "wholesaler", "borrower", "landlord", "sponsor", "producer", "grower", "exchange", "club", "team", "offshoot", "distillery", "brewery", "winery", "miner", "magazine", "grocer", "bookmaker", "bookseller", "nightclub", "reseller", "shipyard", "subsidiary", "unit", "affiliate", "parent", "spinoff", "seller", "provider", "builder", "housebuilder", "homebuilder")

// adverbialStart is where the time stands that comes between a subject and its verb: "the
// agency on Monday sued", "Harbor last week filed"; k where none does.
func (r *reader) adverbialStart(k int) int {
	b := k
	switch t := r.p.at(b); {
	case weekdayWords[t.low]:
	case t.is("week", "month", "year") && r.p.at(b-1).is("last", "this", "earlier"):
		b--
	case t.kind == number && t.digits(2) && monthWords[r.p.at(b-1).low]:
		b--
	default:
		return k
	}
	if r.p.at(b-1).is("on", "late", "early", "in") {
		b--
	}
	return b - 1
}

var weekdayWords = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

var monthWords = set("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"jan", "feb", "aug", "sept", "sep", "oct", "nov", "dec")
