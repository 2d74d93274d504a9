package extract

import (
	"strings"

	"averment/evidence"
)

// run is a capitalised name at one place, read without knowing yet what it is.
type run struct {
	page, first, end int
	title            string // title or occupation before it, folded
	judge            bool
	opening          bool // first word of its sentence, so that the capital tells nothing
	kind             bodyKind
	courtName        string // full name of the court, when the table knows it
	isCourt          bool
}

// harvest collects the names of the sentences that are not headlines in title case.
func (c *cast) harvest() {
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for _, s := range p.sentences {
			if s.matter == captionMatter && allUpper(p.sentenceTokens(s)) {
				continue
			}
			if !titleCase(p.sentenceTokens(s), s.heading) {
				c.harvestSentence(i, p, s)
			} else if !allUpper(p.sentenceTokens(s)) {
				c.harvestForms(i, p, s)
			}
		}
	}
}

// harvestForms collects only the names with a legal form of a sentence whose capitals tell
// nothing else, as the address of a letter.
func (c *cast) harvestForms(page int, p *pageView, s sentence) {
	from := len(c.runs)
	c.harvestSentence(page, p, s)
	kept := c.runs[:from]
	for _, r := range c.runs[from:] {
		last := p.at(r.end - 1)
		if last.low == "." {
			last = p.at(r.end - 2)
		}
		if before := p.at(r.first - 1); s.heading && (before.capital || !before.is("of", "to", "from", "for", "by")) || r.first == s.first && s.heading {
			continue
		}
		if r.isCourt || names().has(last, suffixWord) && r.end-r.first > 1 && r.end-r.first < 9 {
			kept = append(kept, r)
		}
	}
	c.runs = kept
}

// titleCase says whether most words of a headline are capitalised, or nearly all of a
// sentence, so that capitals tell nothing.
func titleCase(tokens []token, heading bool) bool {
	long, capitals := 0, 0
	for _, t := range tokens {
		if t.kind == word && len(t.low) > 3 {
			long++
			if t.capital {
				capitals++
			}
		}
	}
	if heading {
		return long >= 3 && capitals*10 >= long*7 || allUpper(tokens)
	}
	return long >= 6 && capitals*10 > long*9
}

// allUpper says whether every word is in capitals, and there are at least two.
func allUpper(tokens []token) bool {
	n := 0
	for _, t := range tokens {
		if t.kind == word {
			if n++; !t.upper && len(t.low) > 1 {
				return false
			}
		}
	}
	return n > 1
}

func (c *cast) harvestSentence(page int, p *pageView, s sentence) {
	for i := s.first; i < s.end; {
		t := p.tokens[i]
		if c.v.cited[page][i] {
			if c.v.doc.Kind != evidence.Filing && t.capital {
				if end := c.courtAt(page, p, i, s.end); end > i {
					i = end
					continue
				}
			}
			i++
			continue
		}
		if t.low == "<" && ticker(p, i) > i {
			for i < s.end && p.tokens[i].low != ">" {
				i++
			}
			continue
		}
		if end := civicName(p, i, s.end); end > i {
			c.runs = append(c.runs, run{page: page, first: i, end: end})
			i = end
			continue
		}
		if !t.capital && t.kind != mixed && !(t.kind == word && t.is("federal")) || t.capital && starters()[t.low] && c.bare(p, i, s.end) {
			i++
			continue
		}
		if end := c.courtAt(page, p, i, s.end); end > i {
			i = end
			continue
		}
		if !t.capital {
			i++
			continue
		}
		if after := nationPrefix(p, i, s.end); after > i {
			i = after
			continue
		}
		r := run{page: page, first: i, opening: opens(p, s, i)}
		r.end = runEnd(p, i, s.end, &r)
		next := max(r.end, i+1)
		if trimRun(p, &r, s) {
			c.runs = append(c.runs, r)
		}
		i = next
	}
}

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

// civicName is the position behind "the state of Maryland" or "city of Dover" as a party, with a
// small first word: behind "by" or "against", or before a verb; else i.
func civicName(p *pageView, i, limit int) int {
	if t := p.at(i); !t.is("state", "city", "county", "commonwealth", "town", "borough") || t.capital || p.at(i+1).low != "of" || !p.at(i+2).capital {
		return i
	}
	end := i + 3
	for end < limit && p.at(end).capital && p.at(end).kind == word && p.at(end).space && !p.at(end).para {
		end++
	}
	before := p.at(i - 1)
	if before.is("the", "a") {
		before = p.at(i - 2)
	}
	if next := p.at(end); before.is("by", "against", "sued", "suing") || speechVerbs()[next.low] || agentVerbs()[next.low] {
		return end
	}
	return i
}

// opens says whether only numbers and signs stand before token i in its sentence, so that a
// capital tells nothing.
func opens(p *pageView, s sentence, i int) bool {
	if dash := p.at(i - 1); dash.is("-", "–", ":") && dash.space && p.at(i).space && i-s.first < 14 && s.para {
		return true // the sentence begins behind the dateline
	}
	for k := s.first; k < i; k++ {
		if t := p.at(k); t.kind == word && len(t.low) > 1 {
			return false
		}
	}
	return true
}

// bare says whether no known body begins at i.
func (c *cast) bare(p *pageView, i, limit int) bool {
	_, after := names().bodies.match(p.tokens[:limit], i, true)
	return after <= i+1
}

// nationPrefix is the position behind "U.S.", "UK" and the like where another capitalised
// word follows that is not the rest of a firm's name ("U.S. Steel").
func nationPrefix(p *pageView, i, limit int) int {
	if kind, after := names().bodies.match(p.tokens[:limit], i, true); kind != knownPlace || after == limit || p.text[p.tokens[i].start] != 'U' && p.text[p.tokens[i].start] != 'E' {
		return i
	} else if t := p.at(after); len(p.str(i, after)) <= 4 && t.capital && t.kind == word && !names().has(t, orgWord|suffixWord) {
		return after
	}
	return i
}

// courtAt records a court named at i and gives the position behind it.
func (c *cast) courtAt(page int, p *pageView, i, end int) int {
	e, after := courts().names.match(p.tokens[:end], i, true)
	if after == i || e.short {
		e, after = newsCourt(p.tokens[:end], i)
		if after == i || e.id == "" {
			return i
		}
	}
	c.runs = append(c.runs, run{page: page, first: i, end: after, isCourt: true, courtName: e.name})
	return after
}

// joiners may stand inside a name behind one of the heads ("Bank of America").
var joiners = set("bank", "department", "university", "board", "bureau", "office", "ministry", "church", "institute", "house", "society",
	"mutual", "association", "federation", "gallery", "library", "academy", "hospital", "register", "friends", "league", "order", "commission", "agency", "college", "trust", "museum", "council", "school", "union", "company", "center", "city", "state", "county", "commonwealth", "people", "estate", "terms", "code", "committee", "court")

// bodyAt finds a known body or place at i. A stop belongs to a place's abbreviation only.
func bodyAt(tokens []token, i int) (kind bodyKind, end int) {
	kind, end = names().bodies.match(tokens, i, true)
	if end > i+1 && kind != knownPlace && tokens[end-1].low == "." {
		end--
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
		case t.para, t.is("and", "or", "by", "in", "on", "at", "to", "with", "vs", "against", "from"), t.low == "v" && prev.low != ".", t.capital && next.capital && names().has(t, titleWord|judgeWord) && !names().has(t, firstName):
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
		case t.low == "&" && next.capital:
			end++
		case t.low == "." && !t.space && initialOrSuffix(p, i, end, limit):
			end++
		case t.kind == number && prev.is("local", "lodge") && prev.capital && next.capital:
			end++
		case t.kind == clitic && ownsName(p, end, limit):
			end++
		case t.low == "of" && prev.is("general", "commissioner") && p.at(end-2).is("attorney", "solicitor") && next.capital:
			end += 2
		case t.low == "of" && prev.low == "district" && prev.capital && courtDirections[p.at(end-2).low] && next.capital:
			end += 2
		case t.is("of", "for") && joiners[prev.low] && (next.capital || next.low == "the" && p.at(end+2).capital):
			end += 2
		case nameJoint[t.low] && t.kind == word && p.at(i).kind == word && jointEnd(p, end, limit) > end:
			end = jointEnd(p, end, limit)
		default:
			return end
		}
	}
	return end
}

// closingForm are legal forms behind which no name goes on.
var closingForm = set("inc", "corp", "ltd", "llc", "plc", "llp", "gmbh", "pllc")

// courtDirections begin the names of federal districts.
var courtDirections = set("northern", "southern", "eastern", "western", "middle", "central")

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
		if n > k+1 && t.is("commission", "authority", "administration", "board", "department", "agency", "ombudsman", "directorate") {
			return !p.at(n + 1).capital
		}
	}
	return false
}

// ownsName says whether the possessive at k stands inside the name of a body: "Workers' Union",
// "Sheriff's Office".
func ownsName(p *pageView, k, limit int) bool {
	if p.at(k).low == "'s" && !possessedHeads[p.at(k-1).low] {
		return false
	}
	for n := k + 1; n < k+4 && n < limit; n++ {
		t := p.at(n)
		if t.kind != word || !t.capital || t.para {
			return false
		}
		if names().has(t, orgWord|agencyWord) || t.is("center", "centre", "guild", "local", "compensation", "home", "retirement", "pension") {
			return true
		}
	}
	return false
}

// possessedHeads are nouns of persons in the names of bodies.
var possessedHeads = set("women", "men", "children", "people", "sheriff", "commissioner", "watermen", "fishermen", "king", "queen", "farmer", "consumer",
	"driver", "nurse", "worker", "veteran", "mother", "parent", "girl", "boy", "teacher", "coroner", "attorney", "governor", "mayor", "firemen", "policemen", "longshoremen", "lloyd", "st")

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
	if t.low == "co" && p.at(n+1).low == "-" && !p.at(n+1).space {
		return k // "Co-op"
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
		if t.kind != word || len(t.low) != 1 || p.at(n+1).low != "." || n > k && t.space {
			break
		}
		letters += t.low
		if p.at(k).capital && dottedForms[letters] && (p.at(n+2).space || n+2 >= limit || p.at(n+2).kind == punct) {
			return n + 2
		}
	}
	return k
}

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
var nameJoint = set("de", "la", "du", "von", "van", "der", "den", "del", "di", "da", "bin", "ibn", "al", "el", "dos", "do", "das", "della", "le", "ter", "y")

// initialOrSuffix says whether the stop at k belongs to the name that began at i.
func initialOrSuffix(p *pageView, i, k, limit int) bool {
	prev := p.at(k - 1)
	if k+1 < limit && len(prev.low) == 1 && prev.capital {
		next := p.at(k + 1)
		return next.capital && (!starters()[next.low] || len(next.low) == 1 && p.at(k+2).low == ".") || next.low == ","
	}
	if abbreviationSuffix[prev.low] && k-1 > i {
		return k+1 < limit
	}
	return k+1 < limit && prev.is("mr", "mrs", "ms", "dr", "sen", "gov", "rep", "st", "lt", "gen", "prof", "col", "capt", "hon") && p.at(k+1).capital
}

var abbreviationSuffix = set("inc", "corp", "co", "ltd", "jr", "sr", "bros", "cos")

// trimRun takes titles, nationalities and ordinary words off both ends of a name, and
// says whether a name is left.
func trimRun(p *pageView, r *run, s sentence) bool {
	g := names()
	if kind, after := bodyAt(p.tokens[:r.end], r.first); after == r.end {
		r.kind = kind
		return kind != knownPlace
	}
	if t := p.at(r.first); starters()[t.low] && r.end-r.first > 2 && p.at(r.end-1).is("court", "tribunal") {
		r.first++
	}
	if courtWords(p, *r) {
		return true
	}
	if joiners[p.at(r.first).low] && p.at(r.first+1).low == "of" && r.end-r.first > 2 || p.at(r.first).is("attorney", "solicitor") && p.at(r.first+2).low == "of" && r.end-r.first > 3 {
		return trimEnd(p, r)
	}
	for r.first < r.end {
		t := p.at(r.first)
		single := r.end-r.first == 1
		switch {
		case t.low == "." || t.low == "-" || t.low == "&":
		case !single && t.is("of", "for", "to", "by", "against", "in", "with", "on", "from", "under", "a", "an"):
		case g.has(t, judgeWord) && !single:
			r.judge, r.title = true, t.low
		case t.low == "chancellor" && !single && p.at(r.first-1).low == "vice":
			r.judge, r.title = true, t.low
		case g.has(t, titleWord) && !single && !g.has(t, firstName):
			r.title = t.low
		case opens(p, s, r.first) && !single && bodyNouns[t.low] && !g.has(p.at(r.first+1), orgWord|suffixWord):
		case opens(p, s, r.first) && !single && isTrade(t.low) && p.at(r.first+1).capital && r.end-r.first < 5 && !g.has(p.at(r.end-1), orgWord|suffixWord|agencyWord):
			r.title = t.low
		case opens(p, s, r.first) && r.end-r.first > 2 && !g.has(t, firstName) && !hasInnerCapital(t.low) && g.has(p.at(r.first+1), firstName) && !g.has(p.at(r.end-1), orgWord|suffixWord|agencyWord):
		case opens(p, s, r.first) && !single && (starters()[t.low] || signals()[t.low] || questionWords[t.low]):
		case g.has(t, peopleWord|plainWord) && r.kind == unknownBody && !(g.has(t, firstName) && !single):
			if !single && (g.has(t, peopleWord) || t.is("national", "federal", "general", "first", "united", "american", "legal")) && bodyWord(p, *r) {
				return true
			}
		case r.first+1 < r.end && len(t.low) == 1 && p.at(r.first+1).low == "." && t.is("u") && p.at(r.first+2).is("s", "k", "n"):
			if g.has(p.at(r.end-1), agencyWord|orgWord|suffixWord) && r.end-r.first > 5 {
				return true
			}
			r.first += 3
		default:
			return trimEnd(p, r)
		}
		r.first++
		r.opening = false
	}
	return false
}

// bodyWord says whether a name ends as the name of a body does, or has the joint of one inside:
// "Gallery of Crafts".
func bodyWord(p *pageView, r run) bool {
	if names().has(p.at(r.end-1), orgWord|suffixWord|agencyWord) {
		return true
	}
	for k := r.first + 1; k+1 < r.end; k++ {
		if p.at(k).low == "of" && joiners[p.at(k-1).low] {
			return true
		}
	}
	return false
}

// isTrade says whether a word, singular or plural, is what persons do.
func isTrade(w string) bool { return tradeNouns[w] || tradeNouns[strings.TrimSuffix(w, "s")] }

// questionWords begin questions, and lines such as "Effective August 2024", without being part of
// the name behind them.
var questionWords = set("does", "do", "did", "is", "are", "was", "were", "can", "could", "will", "would", "should", "has", "have", "may", "might", "must",
	"shall", "effective", "please", "re", "fwd", "dear", "hi", "hello", "about", "our", "your", "following", "like", "unlike", "plus", "see")

func trimEnd(p *pageView, r *run) bool {
	g := names()
	for r.end > r.first {
		t := p.at(r.end - 1)
		if t.is("-", "&", "of", "for", "the", ",") || r.end-r.first > 2 && t.upper && t.is("kc", "qc", "sc", "esq", "phd", "md", "obe", "cbe") || t.low == "." && !abbreviationSuffix[p.at(r.end-2).low] && !(len(p.at(r.end-2).low) == 1 && p.at(r.end-3).low == ".") ||
			r.end-r.first > 1 && g.words[t.low]&plainWord != 0 && !ownWord(p, *r) && g.words[t.low]&(suffixWord|orgWord|agencyWord|lawWord|firstName) == 0 {
			r.end--
			continue
		}
		return true
	}
	return false
}

// ownWord says whether a word such as "Data" at the end belongs to a firm's name: nothing goes
// on behind it that it could describe.
func ownWord(p *pageView, r run) bool {
	next := p.at(r.end)
	return r.end-r.first <= 3 && p.at(r.end-1).is("data", "services", "software", "law", "legal", "products", "financial") && !names().has(p.at(r.first), plainWord) &&
		(next.is(",", ".", "and", "in", "for") || agentVerbs()[next.low] || speechVerbs()[next.low])
}

// text is the name as printed, white space folded.
func (r run) text(p *pageView) string {
	return strings.Join(strings.Fields(p.str(r.first, r.end)), " ")
}
