package extract

// ticker is the position behind the ticker symbol of a wire report that opens at i, "<TLC>",
// "<BP.L>"; i for a name in such brackets, "<Colmer Group Ltd>", as wires print firms that are
// not listed.
func ticker(p *pageView, i int) int {
	for k := i + 1; k < i+6; k++ {
		t := p.at(k)
		if t.low == ">" {
			return k + 1
		}
		if t.kind == word && !t.upper && len(t.low) > 1 || k > i+1 && t.space {
			return i
		}
	}
	return i
}

// nationPrefix is the position behind "U.S.", "UK" and the like where another capitalised
// word follows that is not the rest of a firm's name ("U.S. Steel").
func nationPrefix(p *pageView, i, limit int) int {
	if t := p.at(i); !t.upper && len(t.low) > 1 {
		return i // "Erie County"
	}
	if kind, after := names().bodies.match(p.tokens[:limit], i, true); kind != knownPlace || after == limit || p.text[p.tokens[i].start] != 'U' && p.text[p.tokens[i].start] != 'E' {
		return i
	} else if t := p.at(after); len(p.str(i, after)) <= 4 && t.capital && t.kind == word && !names().has(t, orgWord|suffixWord) {
		return after
	}
	return i
}

// withNation is where the name at first begins with the nation before it, "U.S. Department of Labor",
// else first.
func withNation(p *pageView, first int) int {
	if t := p.at(first - 1); first > 0 && t.is("us", "uk", "eu") && t.upper && !p.at(first).para {
		return first - 1
	}
	if b := first - 4; b >= 0 && p.at(b).low == "u" && p.at(b+1).low == "." && p.at(b+2).is("s", "k") && p.at(b+3).low == "." && p.at(b).capital {
		return b
	}
	return first
}

// joiners may stand inside a name behind one of the heads ("Bank of America").
var joiners = set("bank", "department", "university", "board", "bureau", "office", "ministry", "church", "institute", "house", "society",
	"mutual", "association", "federation", "gallery", "library", "academy", "hospital", "register", "friends", "league", "order", "commission", "agency", "college", "trust", "museum", "council", "school", "union", "company", "center", "city", "state", "county", "commonwealth", "people", "estate", "terms", "code", "committee", "court", "chamber", "coalition", "alliance", "authority", "system", "fund", "district", "diocese", "archdiocese", "conference", "offices", "port", "foundation", "centre", "corporation", "advancement", "prevention", "preservation", "promotion", "protection", "freedom", "organization", "organisation", "campaign", "fellowship", "partnership", "initiative", "project", "network")

// bodyAt finds a known body or place at i. A stop belongs to a place's abbreviation only.
func bodyAt(tokens []token, i int) (kind bodyKind, end int) {
	kind, end = names().bodies.match(tokens, i, true)
	if end > i+1 && kind != knownPlace && tokens[end-1].low == "." {
		end--
	}
	if kind == knownOutlet && tokens[i].low == "the" && end < len(tokens) && tokens[end].capital && tokens[end].kind == word && !tokens[end].para {
		return unknownBody, i // "The National Highway Traffic Safety Administration"
	}
	if end == i+1 && len(tokens[i].low) < 5 && !tokens[i].upper && (kind == knownRegulator || kind == knownAgency) {
		return unknownBody, i // "Sec." is no agency
	}
	return kind, end
}

// runEnd is the position behind the name that begins at i.
func runEnd(p *pageView, i, limit int, r *run) int {
	if kind, after := bodyAt(p.tokens[:limit], i); after > i+1 && kind != knownPlace {
		r.kind = kind
		return after
	}
	end := i + 1
	for end < limit {
		t, next := p.at(end), p.at(end+1)
		prev := p.at(end - 1)
		switch {
		case t.low == "and" && firmAnd(p, i, end, limit):
			end += 2
		case t.low == "," && partnersComma(p, i, end, limit) > end:
			end = partnersComma(p, i, end, limit)
		case t.low == "and" && causeAnd(p, i, end, limit) > end:
			end = causeAnd(p, i, end, limit)
		case (t.low == "," || t.low == "and") && portfolioList(p, i, end, limit) > end:
			return portfolioList(p, i, end, limit)
		case t.line && r.listed:
			return end
		case t.low == "no" && next.low == "." && (prev.is("local", "lodge", "post") || prev.low == "district" && bodyPairs[p.at(end-2).low]) && prev.capital && p.at(end+2).kind == number:
			return end + 3
		case t.low == "no" && next.low == "." && (p.at(end+2).kind == number || p.at(end+2).kind == mixed):
			return end // the number of a case, in the column beside a name
		case t.para, t.is("and", "or", "by", "in", "on", "at", "to", "with", "vs", "against", "from"), t.low == "v" && prev.low != "." && !middleV(p, i, end), t.capital && next.capital && names().has(t, titleWord|judgeWord) && !names().has(t, firstName) && !bodyAhead(p, end, limit) && legalForm(p, end+1, limit) == end+1:
			return end
		case legalForm(p, end, limit) > end:
			end = legalForm(p, end, limit)
			if last := p.at(end - 1); last.low == "." || closingForm[last.low] || p.at(end).line {
				return end
			}
		case t.kind == word && t.capital && (t.space || prev.is("-", "&", ".")):
			end++
		case t.low == "-" && !t.space && !next.space && next.capital:
			end++
		case t.low == "-" && !t.space && !next.space && next.kind == word && len(next.low) < 5 && p.at(end+2).capital && p.at(end+2).space && !p.at(end+2).para && prev.capital && next.low != "year" && len(prev.low) > 2 && names().has(p.at(end+2), orgWord|agencyWord):
			end += 2 // "Nakwi-tah Band"
		case t.low == "-" && prev.low == "co" && next.is("op", "operative") && !t.space && !next.space:
			end += 2
		case t.low == "&" && next.capital:
			end++
		case t.low == "." && !t.space && initialOrSuffix(p, i, end, limit):
			end++
		case nicknameEnd(p, i, end, limit) > end:
			end = nicknameEnd(p, i, end, limit)
		case t.low == "." && !t.space && !next.space && next.is("com", "org", "net") && prev.capital && end-i < 3: // "Classmates.com"
			end += 2
		case t.low == "(" && next.capital && p.at(end+2).low == ")" && legalForm(p, end+3, limit) > end+3: // "Harbor Construction (NZ) Ltd"
			return legalForm(p, end+3, limit)
		case t.kind == word && !t.capital && t.space && r.innerCapital(p, end) && prev.capital: // "Abahlali baseMakhaza"
			end++
		case t.kind == number && (prev.is("local", "lodge", "no", "post") || prev.low == "district" && bodyPairs[p.at(end-2).low]) && prev.capital:
			end++
		case t.kind == clitic && (p.at(i).is("st", "saint") || ownsName(p, end, limit) || prev.is("surrogate", "orphan", "orphans", "probate", "sheriff", "magistrate", "magistrates", "king", "queen") && next.is("court", "bench")) && next.capital:
			end++
		case t.low == "of" && prev.is("general", "commissioner") && p.at(end-2).is("attorney", "solicitor") && next.capital:
			end += 2
		case t.low == "of" && prev.low == "general" && p.at(end-2).low == "inspector" && p.at(i).low == "office" && inspectedEnd(p, end, limit) > end:
			end = inspectedEnd(p, end, limit)
		case t.low == "of" && prev.low == "district" && prev.capital && courtDirections[p.at(end-2).low] && next.capital:
			end += 2
		case t.is("of", "for") && joiners[prev.low] && (prev.low != "offices" || p.at(end-2).low == "law") && (next.capital || next.low == "the" && p.at(end+2).capital):
			end += 2
		case bandOf(p, i, end, limit):
			end += 1 + btoi(next.low == "the")
		case foreignJoint(p, i, end, limit):
			end += 2
		case t.in(inNameJoints) && t.kind == word && p.at(i).kind == word && jointEnd(p, end, limit) > end:
			end = jointEnd(p, end, limit)
		default:
			return end
		}
	}
	return end
}

// partnersComma is the position behind the last of three partners whose firm begins at i, with a comma at k: "Weil, Hall & Manges
// LLP", "the engineering firm Dale, Hall & Manges"; k for none.
func partnersComma(p *pageView, i, k, limit int) int {
	if k-i != 1 || k+4 > limit || !p.at(k+1).capital || p.at(k+1).kind != word || p.at(k+2).low != "&" || !p.at(k+3).capital || p.at(k+3).kind != word {
		return k
	}
	if next := p.at(k + 4); names().has(next, suffixWord) && next.capital || p.at(i-1).is("firm", "firms", "counsel", "attorneys", "solicitors", "lawyers", "partnership", "accountants", "consultants") {
		return k + 4
	}
	return k
}

// middleV says whether the V at k is a middle initial, as behind a title and a given name: "President Ray V. Hall".
func middleV(p *pageView, i, k int) bool {
	return p.at(k).upper && p.at(k+1).low == "." && !p.at(k+1).space && p.at(k+2).capital && (names().has(p.at(k-1), firstName) || names().has(p.at(k-2), titleWord) && p.at(k-2).capital)
}

// inspectedEnd is the position of the department behind the "of" at k, "Office of Inspector General of the
// U.S. Department of Labor", where the name goes on; k for none.
func inspectedEnd(p *pageView, k, limit int) int {
	n := k + 1
	if p.at(n).low == "the" {
		n++
	}
	if p.at(n).low == "u" && p.at(n+1).low == "." && p.at(n+2).low == "s" {
		n += 4
	} else if p.at(n).is("us") && p.at(n).upper {
		n++
	}
	if n < limit && names().has(p.at(n), agencyWord) && p.at(n).capital {
		return n + 1
	}
	return k
}

// bodyAhead says whether the word at k that may be a title belongs to the name of a body: "Migrant Justice
// Network", "Harbor General Insurance Company".
func bodyAhead(p *pageView, k, limit int) bool {
	if p.at(k).low == "inspector" && p.at(k+1).low == "general" {
		return true // "Office of Inspector General"
	}
	if !p.at(k).is("justice", "general", "minister", "bishop", "king", "queen", "prince", "princess", "lady", "father", "agent", "director", "founder", "investor", "chief", "president", "premier", "coach", "executive", "major", "lord", "captain", "master", "grand") || k+1 >= limit {
		return false
	}
	next, after := p.at(k+1), p.at(k+2)
	return names().has(next, orgWord|agencyWord|suffixWord) || next.is("center", "centre", "project", "initiative", "law") || next.capital && after.capital && after.kind == word && names().has(after, orgWord|suffixWord) && p.at(k).is("general", "premier", "coach", "executive", "major", "grand", "master")
}

// innerCapital says whether the word at k begins small and has a capital behind, as nouns of the Nguni
// languages do in names.
func (r *run) innerCapital(p *pageView, k int) bool {
	t := p.at(k)
	s := p.text[t.start:t.end]
	return len(s) > 4 && hasInnerCapital(s) && s[0] >= 'a' && s[0] <= 'z'
}

// closingForm are legal forms behind which no name goes on.
var closingForm = set("inc", "corp", "ltd", "llc", "plc", "llp", "gmbh", "pllc")

// courtDirections begin the names of federal districts.
var courtDirections = set("northern", "southern", "eastern", "western", "middle", "central")

// jointEnd is the position behind the particles at k, up to three, when a capitalised word
// follows; else k.
func jointEnd(p *pageView, k, limit int) int {
	for n := k; n < limit && n < k+3 && nameJoint[p.at(n).low] && !p.at(n).para; n++ {
		if next := p.at(n + 1); next.capital && next.kind == word && n+1 < limit {
			return n + 1
		}
	}
	return k
}

// nameJoint are particles inside the names of persons.
var nameJoint = set("de", "la", "du", "von", "van", "der", "den", "del", "di", "da", "bin", "ibn", "al", "el", "dos", "do", "das", "della", "los", "las", "degli", "dei", "vom", "zum", "op", "het", "le", "ter", "ten", "zu", "zur", "af", "ap", "mac", "ó", "ní", "ui", "y")
