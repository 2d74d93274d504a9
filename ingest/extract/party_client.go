package extract

import (
	"strings"

	"averment/evidence"
)

// clientModifiers stand between whose lawyer it is and the noun.
var clientModifiers = set("lead", "general", "chief", "main", "outside", "trial", "criminal", "legal", "co", "-", "court-appointed", "deputy", "corporate", "litigation", "other", "then")

// forWhom reads the client behind "for" or "representing" at n; after is n where none follows.
func (r *reader) forWhom(n int) (client string, after int) {
	if !r.p.at(n).is("for", "representing", "defending", "of", "to") && !(r.p.at(n).low == "who" && r.p.at(n+1).is("represents", "represented", "represent")) {
		return "", n
	}
	from := n + 1
	if r.p.at(n).low == "who" {
		from++
	}
	if r.p.at(n).is("of", "to") {
		if who, m := r.who(from); who == nil || m.first != from || r.p.at(n-1).low != "counsel" {
			return "", n
		}
	}
	if client, after = r.client(from); client != "" {
		if _, m := r.who(after + 1); r.p.at(after).low == "and" && m.first == after+1 {
			after = m.end // "Counsel for Kantrowitz and Apneaid, Mitchell Sabatini,"
		}
		return client, after
	}
	if client, after = r.groupClient(from); client != "" {
		return client, after
	}
	return "", n
}

// groupClient reads a client without a name at from: "the residents", "a shareholder".
func (r *reader) groupClient(from int) (client string, after int) {
	k := from
	for r.p.at(k).is("the", "a", "an", "his", "her", "their", "its") {
		k++
	}
	if t := r.p.at(k); t.kind == word && !isVerb(t) && !joinWord[t.low] && !t.is("himself", "herself", "itself", "themselves", "trial", "comment") {
		end := k + 1
		for end < k+3 && r.p.at(end).kind == word && !r.p.at(end).is("along", "together", "pro", "alongside") && !joinWord[r.p.at(end).low] && !isVerb(r.p.at(end)) && !r.p.at(end).capital {
			end++
		}
		return oneLine(r.p.str(from, end)), end
	}
	return "", from
}

// firmEnd is the position behind "at the firm Day Lee LLP" at n, else n.
func (r *reader) firmEnd(n int) int {
	k := n
	if r.p.at(k).low == "," {
		k++
	}
	if !r.p.at(k).is("at", "from", "with", "of") {
		return n
	}
	at := r.skipDescription(k + 1)
	if who, m := r.who(at); who != nil && m.first == at && who.kind != evidence.Person && who.kind != evidence.Court {
		return m.end
	}
	return n
}

// apposed says whether the noun at k describes the name before the comma: "Ray Hall, an
// attorney for", "Ray Hall, Harbor's general counsel".
func (r *reader) apposed(k int) bool {
	for b := k - 1; b > k-8 && b >= r.s.first; b-- {
		t := r.p.at(b)
		if t.low == "," {
			return true
		}
		if t.is("his", "her", "their") && r.p.at(b-1).low == "of" && r.p.at(b-2).low == "one" {
			continue // "Ana Ruiz, one of his attorneys"
		}
		if isVerb(t) || t.is("and", "that", "his", "her", "by") {
			return false
		}
	}
	return false
}

// clientBefore is whose lawyer the noun at k means: "Harbor's lawyer", "Harbor attorney",
// "the plaintiffs' lead lawyer", "her solicitor", "town counsel"; "" where it is not said.
func (r *reader) clientBefore(k int) string {
	b := k - 1
	for clientModifiers[r.p.at(b).low] && b > r.s.first {
		b--
	}
	t, before := r.p.at(b), r.p.at(b-1)
	switch {
	case t.kind == clitic:
		if role := partyWords[before.low]; role != "" {
			return r.clientName(r.c.sole(role), "the "+before.low)
		}
		if who := r.lastBefore(b); who != nil {
			return who.name
		}
		if who := r.theNoun(b - 1); who != nil {
			return who.name
		}
		if before.capital && r.p.at(b-2).low == "the" && strings.HasSuffix(before.low, "s") {
			return oneLine(r.p.str(b-1, b)) // "the Villanuevas' attorney"
		}
		if w := r.c.bearing(before.low); w != nil && companyNouns[before.low] {
			return w.name
		}
		if (peopleNouns[before.low] || groupNouns[before.low] || before.low == "family") && r.p.at(b-2).low == "the" {
			return "the " + before.low
		}
		if companyNouns[before.low] || agencyNouns[before.low] {
			return r.clientName(r.referent(b, agencyNouns[before.low], nil), "the "+before.low)
		}
	case t.is("defense", "defence"):
		return r.clientName(r.c.sole("defendant"), "the defendants")
	case t.low == "its":
		return r.clientName(r.referent(b, false, nil), "")
	case t.is("his", "her"):
		return r.clientName(r.personBefore(b, true), "")
	case groupNouns[before.low] && t.is("'", "’"), peopleNouns[before.low] && t.is("'", "’"):
		return "the " + before.low
	case t.low == "their":
		return r.clientName(r.c.sole("plaintiff"), "the plaintiffs")
	case t.is("company", "firm") && before.is("the", "a"):
		return r.clientName(r.referent(b, false, nil), "")
	case t.is("town", "city", "state", "county", "crown", "government", "federal", "defence"):
		if w := r.c.bearing(t.low); w != nil && w.kind != evidence.Court {
			return w.name
		}
		return "the " + t.low
	default:
		if who, m := r.who(b); who != nil && m.end == b+1 && r.p.at(m.first-1).low != "," && (who.kind != evidence.Person || !r.p.at(k+1).is("for", ",")) {
			return who.name
		}
	}
	return ""
}
