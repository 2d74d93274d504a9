package extract

import "unicode/utf8"

// firmAnd says whether the "and" at k joins the names of partners into that of a firm: "Hyde
// and Co", or "Ray Hall of Baines and Oster" behind a lawyer.
func firmAnd(p *pageView, i, k, limit int) bool {
	next := p.at(k + 1)
	if k+1 >= limit || !next.capital || next.para {
		return false
	}
	if next.is("co", "sons", "bros", "brothers", "partners", "associates", "company") {
		return true
	}
	after := p.at(k + 2)
	if workersOf(p, i, k, limit) || kinTrust(p, i, k, limit) {
		return true
	}
	if lawyerNouns[after.low] || names().has(after, roleNoun) && !after.capital {
		return false // "Day Lee and Delaware counsel Ray Hall"
	}
	if publicBody(p, i, k, limit) {
		return true
	}
	if k-i > 3 || after.capital && after.kind == word || !p.at(i-1).is("of", "at", "from", "with") || !(p.at(i-2).capital || lawyerNouns[p.at(i-2).low] || p.at(i-2).low == "firm") {
		return false
	}
	for b := i - 2; b > i-16 && b >= 0; b-- {
		if lawyerNouns[p.at(b).low] || p.at(b).is("represents", "represented", "representing", "law") {
			return true
		}
		if p.at(b).low == "." && p.at(b+1).space && !p.at(b-1).upper && len(p.at(b-1).low) > 3 {
			return false
		}
	}
	return false
}

// publicBody says whether the "and" at k stands inside the name of a public body, "Securities and
// Investments Commission".
func publicBody(p *pageView, i, k, limit int) bool {
	if names().has(p.at(i), firstName) || names().has(p.at(k-1), suffixWord|agencyWord) {
		return false
	}
	for n := k + 1; n < k+4 && n < limit; n++ {
		t := p.at(n)
		if t.kind != word || !t.capital {
			return false
		}
		if n > k+1 && t.is("commission", "tribunal", "court", "authority", "administration", "board", "department", "agency", "ombudsman", "directorate") {
			return !p.at(n + 1).capital
		}
	}
	return false
}

// legalForm is the position behind the legal form at k, with the comma before it and a
// second form behind it ("Pty Ltd"), else k: "Inc.", ", Inc.", "plc", "S.p.A.", "GmbH & Co. KG".
func legalForm(p *pageView, k, limit int) int {
	n := k
	if p.at(n).low == "," {
		n++
	}
	if n >= limit || p.at(n).para || !p.at(n).space {
		return k
	}
	if end := dottedForm(p, n, limit); end > n {
		return end
	}
	t := p.at(n)
	if t.low == "a" && t.capital && p.at(n+1).low == "/" && p.at(n+2).is("s", "g") && n+2 < limit {
		return n + 3 // "A/S"
	}
	if t.low == "s" && t.capital && p.at(n+1).low == "/" && p.at(n+2).low == "a" && n+2 < limit {
		return n + 3 // "S/A"
	}
	if t.low == "sp" && p.at(n+2).low == "z" && p.at(n+3).low == "o" && p.at(n+5).low == "o" && n+6 < limit {
		return n + 7 // "Sp. z o.o."
	}
	if t.low == "co" && p.at(n+1).low == "-" && !p.at(n+1).space {
		return k // "Co-op"
	}
	if t.is("as", "se") && !t.upper {
		return k // "Intervenor As", "Pro Se"
	}
	if !names().has(t, suffixWord) || !t.capital && t.low != "plc" || len(t.low) > 5 && n > k {
		return k
	}
	n++
	if abbreviationSuffix[t.low] && n+1 < limit && p.at(n).low == "." && !p.at(n).space {
		n++
	}
	if p.at(n).low == "&" && p.at(n+1).low == "co" {
		n += 2
		if p.at(n).low == "." {
			n++
		}
	}
	if next := p.at(n); n < limit && n > k && names().has(next, suffixWord) && next.capital && !next.para && len(next.low) < 5 {
		n++
	}
	return n
}

// dottedForm is the position behind letters with stops at k that are a legal form, "S.A.",
// "S.p.A.", "L.L.C."; else k.
func dottedForm(p *pageView, k, limit int) int {
	letters := ""
	for n := k; n+1 < limit && n < k+8; n += 2 {
		t := p.at(n)
		if t.kind != word || utf8.RuneCountInString(t.low) != 1 || p.at(n+1).low != "." || n > k && t.space {
			break
		}
		letters += t.low
		if (p.at(k).capital && dottedForms[letters] || !p.at(k).capital && n > k && smallForms[letters] && p.at(k-1).capital && p.at(k).space && !p.at(n+2).capital) && (p.at(n+2).space || n+2 >= limit || p.at(n+2).kind == punct) {
			return n + 2
		}
	}
	return k
}

// countyParty says whether the words around the name of a county make it a party: "sued Lake County",
// "Lake County said", "Lake County's sheriff".
func countyParty(p *pageView, r run) bool {
	next := p.at(r.end)
	if before := p.at(r.first - 1); before.is(";") || next.is(";") || before.is("against", "by", "sued", "suing", "sues", "names", "accuses", "accused", "accusing") {
		return true
	} else if before.low == "with" && p.at(r.first-2).is("dispute", "contract", "settlement", "agreement", "deal", "battle", "fight", "case", "suit", "lawsuit") {
		return true
	} else if before.is("in", "near", "of", "from", "at", "across", "outside", "throughout", ",") && !p.at(r.first).para {
		return false
	}
	return countyActs[next.low] || (speechVerbs()[next.low] || agentVerbs()[next.low]) && !next.is("is", "was", "are", "were") && !next.capital || next.kind == clitic && possessed(p.at(r.end+1))
}

// countyActs are further verbs of public bodies.
var countyActs = set("sued", "sues", "filed", "agreed", "argued", "settled", "ignored", "approved", "refused", "rejected", "voted", "allowed", "denied", "faces", "broke", "failed", "knew", "owes")
