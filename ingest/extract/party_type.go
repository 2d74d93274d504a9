package extract

import (
	"cmp"
	"slices"
	"strings"

	"averment/evidence"
)

// classify makes players of the names that were harvested and tells what each is.
func (c *cast) classify() {
	slices.SortStableFunc(c.runs, func(a, b run) int { // names inside sentences first
		return cmp.Compare(btoi(a.opening), btoi(b.opening))
	})
	for _, r := range c.runs {
		p := &c.v.pages[r.page]
		if r.isCourt || courtWords(p, r) {
			if before := p.at(r.first - 1); before.kind == mixed && before.low[0] <= '9' && !p.at(r.first).para { // "15th Judicial District Court"
				r.first--
				r.opening = false
			}
			c.court(p, r)
			continue
		}
		if kind, after := bodyAt(p.tokens[:r.end], r.first); after == r.end {
			r.kind = kind
		}
		last := p.at(r.end - 1)
		if last.low == "." {
			last = p.at(r.end - 2)
		}
		if r.kind == knownPlace || names().has(last, lawWord|thingWord) && r.kind == unknownBody && !(thingSurnames[last.low] && names().has(p.at(r.first), firstName) && r.end-r.first < 4) && !namedCentre(p, r, last) && !(joiners[p.at(r.first).low] && p.at(r.first+1).low == "of" && !names().has(last, lawWord)) || c.product(p, r) {
			c.blockAcronym(p, r)
			continue
		}
		if c.ordinary(p, r) {
			continue
		}
		if c.commonNoun(p, r) {
			continue
		}
		who := c.player(r.text(p))
		who.count++
		if at := r.page<<32 | r.first + 1; who.place == 0 || at < who.place {
			who.place = at
		}
		who.mid = who.mid || !r.opening
		if len(r.text(p)) > len(who.name) && !strings.HasSuffix(who.name, ".") {
			who.alias(who.name)
			who.name = r.text(p)
		} else {
			who.alias(r.text(p))
		}
		if next := p.at(r.end); !next.capital && (agentVerbs()[next.low] || speechVerbs()[next.low]) || next.low == "," && p.at(r.end+1).low == "which" {
			who.acts++
		}
		c.typeOf(who, p, r, last)
	}
	c.actors()
	c.services()
}

// surnamed says whether a name of two or three words can only be a person's: its last word
// is used alone, and its first is not.
func (c *cast) surnamed(w *player, alone map[string]bool) bool {
	last := w.tokens[len(w.tokens)-1]
	return len(w.tokens) < 4 && c.usesSurname(w) && alone[last] && !alone[w.tokens[0]] && names().words[last] == 0 && names().words[w.tokens[0]]&^firstName == 0 && !w.camel()
}

// actors makes an organisation of a name of several words that acts and whose first word is
// used alone: "Oceanara Cruises has agreed", "Oceanara said"; and a person of one whose last
// word is.
func (c *cast) actors() {
	alone := c.aloneWords()
	for _, w := range c.players {
		if len(w.tokens) < 2 || w.kind != "" || len(w.tokens) > 5 {
			continue
		}
		if c.surnamed(w, alone) {
			w.setKind(evidence.Person, "surname used alone")
			continue
		}
		if w.acts > 0 && alone[w.tokens[0]] && !c.usesSurname(w) && !alone[w.tokens[len(w.tokens)-1]] && names().words[w.tokens[0]]&^orgWord == 0 {
			w.setKind(evidence.Organisation, "acts under its short name")
			w.firm = true
		}
	}
}

// services blocks the names of a firm's services, "Harbor Plus" beside "Harbor Inc".
func (c *cast) services() {
	for _, w := range c.players {
		n := len(w.tokens)
		if n < 2 || n > 4 || !tierWords[w.tokens[n-1]] {
			continue
		}
		for _, firm := range c.players {
			if firm != w && firm.firm && firm.kind == evidence.Organisation && len(firm.tokens) > 0 && firm.tokens[0] == w.tokens[0] && !tierWords[firm.tokens[len(firm.tokens)-1]] {
				w.blocked = true
			}
		}
	}
}

// tierWords end the names of services that a firm sells.
var tierWords = set("plus", "premium", "pro", "prime", "basic", "lite", "unlimited")

// aloneWords are the capitalised words that stand alone somewhere, not beside another one.
func (c *cast) aloneWords() map[string]bool {
	alone := map[string]bool{}
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for k, t := range p.tokens {
			if t.kind == word && t.capital && !t.upper && len(t.low) > 3 && !starters()[t.low] && !p.at(k+1).capital && !p.at(k-1).capital && !p.at(k+1).is("-", "&") {
				alone[t.low] = true
			}
		}
	}
	return alone
}

// namedCentre says whether "Center" at the end belongs to the name of a body: "Medical Center".
func namedCentre(p *pageView, r run, last token) bool {
	return last.is("center", "centre") && r.end-r.first > 2 && (names().has(p.at(r.end-2), orgWord) || p.at(r.end-2).is("law", "cancer", "research", "community", "advocacy", "justice"))
}

// courtWords says whether a name is that of a court by its words: "High Court", "Aylesbury
// Crown Court", "Court of Appeal", "Employment Tribunal".
func courtWords(p *pageView, r run) bool {
	if r.kind != unknownBody || r.end-r.first < 2 || r.judge {
		return false
	}
	first, last := p.at(r.first), p.at(r.end-1)
	if courtDirections[first.low] && p.at(r.first+1).low == "district" && p.at(r.first+2).low == "of" {
		return true
	}
	for k := r.first + 1; k+2 < r.end; k++ { // "Circuit Court of Sangamon County"
		if p.at(k).low == "court" && p.at(k+1).low == "of" && p.at(k).capital && !p.at(k).upper {
			return true
		}
	}
	return last.is("court", "tribunal") && last.capital && !last.upper || first.low == "court" && p.at(r.first+1).low == "of" && r.end-r.first > 2 ||
		first.is("supreme", "high", "crown", "county", "superior") && p.at(r.first+1).low == "court"
}

// court makes a player of a court, under its full name where the table knows it.
func (c *cast) court(p *pageView, r run) {
	as := strings.TrimPrefix(r.text(p), "the ")
	name := as
	if r.courtName != "" {
		name = r.courtName
	}
	who := c.player(name)
	who.alias(as)
	who.kind, who.firm, who.count = evidence.Court, true, who.count+1
	who.role("court", "table of courts")
	c.memory.add(strings.Join(nameTokens(as), " "), who)
}

// blockAcronym keeps the short form of a law or contract, "Harbor Service Agreement
// (HSA)", from being taken for a party.
func (c *cast) blockAcronym(p *pageView, r run) {
	in := p.at(r.end + 1)
	if in.is("\"", "“", "the") {
		in = p.at(r.end + 2)
	}
	if p.at(r.end).low == "(" && in.upper {
		c.player(p.text[in.start:in.end]).blocked = true
	}
}

// commonNoun says whether a single word is also written small in the text, like a defined
// term ("the Chapel", "the Loan").
func (c *cast) commonNoun(p *pageView, r run) bool {
	if r.end-r.first > 1 || r.kind != unknownBody || c.byKey[p.at(r.first).low] != nil {
		return false
	}
	if c.small == nil {
		c.small = smallToo(c.v)
	}
	return c.small[p.at(r.first).low] || titledNoun[p.at(r.first).low]
}

// smallToo are the words of the document that are printed with a capital in one place and
// small in another.
func smallToo(v *view) map[string]bool {
	both := map[string]bool{}
	for _, capital := range [2]bool{true, false} {
		for i := range v.pages {
			for k := range v.pages[i].tokens {
				t := &v.pages[i].tokens[k]
				if t.kind != word || t.capital != capital {
					continue
				}
				if _, seen := both[t.low]; capital && !seen {
					both[t.low] = false
				} else if !capital && seen {
					both[t.low] = true
				}
			}
		}
	}
	return both
}

// titledNoun are offices and things that court papers write with a capital.
var titledNoun = set("commissioner", "governor", "clerk", "church", "chapel", "loan", "bank", "hospital", "form", "forms", "schedule", "policy", "plan",
	"board", "department", "agency", "commission", "office", "secretary", "attorney", "magistrate", "union", "university", "city", "county", "trust", "fund",
	"school", "council", "committee", "ministry", "police", "hotel", "employer", "lender", "borrower", "seller", "buyer", "licensee", "licensor", "landlord", "tenant")

// ordinary says whether the run is a single word whose capital tells nothing, because it
// begins a sentence and is not read elsewhere as a name, or a label before a colon.
func (c *cast) ordinary(p *pageView, r run) bool {
	if r.kind != unknownBody || r.title != "" {
		return false
	}
	t := p.at(r.first)
	if r.end-r.first > 1 {
		return r.opening && p.at(r.end).low == ":"
	}
	if groupNouns[t.low] && r.opening {
		return true
	}
	if starters()[t.low] || questionWords[t.low] || signals()[t.low] || len(t.low) < 2 || names().has(t, titleWord) && !names().has(t, firstName) {
		return true
	}
	return r.opening && c.byKey[t.low] == nil && !hasInnerCapital(p.text[t.start:t.end]) && !names().has(t, firstName) &&
		!speechVerbs()[p.at(r.end).low] && p.at(r.end).kind != clitic && !(litigantActs[p.at(r.end).low] && !commonPlural(t.low))
}

// litigantActs are verbs whose subject at the head of a sentence is a name, unless it is a
// common noun in the plural.
var litigantActs = set("agreed", "sued", "sues", "settled", "settles", "filed", "faces", "denied", "denies", "appealed", "countersued", "acquired", "rejected", "paid", "offered")

// commonPlural says whether a word may be a common noun in the plural: "Shareholders" but not
// "Oceanaris".
func commonPlural(low string) bool {
	n := len(low)
	return n < 4 || low[n-1] == 's' && !strings.ContainsRune("isuao", rune(low[n-2])) || names().words[low] != 0
}

// hasInnerCapital says whether a capital stands behind the first letter.
func hasInnerCapital(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

// product says whether the word before the name makes it a product.
func (c *cast) product(p *pageView, r run) bool {
	prev := p.at(r.first - 1)
	if prev.is("\"", "“") {
		prev = p.at(r.first - 2)
	}
	if before := p.at(r.first - 2); prev.low == "called" && (bodyNouns[before.low] || companyNouns[before.low] || before.is("coalition", "organisation", "organization", "body", "campaign", "outfit", "practice", "business")) {
		return false
	}
	return r.kind == unknownBody && r.title == "" && prev.kind == word && !prev.capital && productNouns[prev.low] && prev.low != "like"
}

// typeOf tells a name's type from its words and its title.
func (c *cast) typeOf(who *player, p *pageView, r run, last token) {
	g := names()
	first := p.at(r.first)
	words := len(who.tokens)
	switch {
	case r.judge:
		who.kind = evidence.Judge
		who.role("judge", "title")
	case r.kind == knownRegulator:
		who.setKind(evidence.Agency, "table of agencies")
		who.role("regulator", "table of agencies")
	case r.kind == knownAgency:
		who.setKind(evidence.Agency, "table of agencies")
		who.firm = true
	case r.kind == knownOutlet:
		who.setKind(evidence.Organisation, "table of outlets")
		who.outlet, who.firm = true, true
	case r.kind == knownOrg:
		who.setKind(evidence.Organisation, "table of organisations")
		who.firm = true
	case g.has(last, suffixWord) && words >= 1 && r.end-r.first > 1:
		who.setKind(evidence.Organisation, "corporate suffix")
		who.firm = true
	case r.title != "" && !weakTitle[r.title] && !g.has(last, orgWord|agencyWord):
		who.setKind(evidence.Person, "title")
		who.firm = true
	case words > 1 && (g.has(last, agencyWord) || g.has(first, agencyWord) && joiners[first.low]):
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case words > 1 && (g.has(last, orgWord) || g.has(first, orgWord) && joiners[first.low] || strings.Contains(who.name, "&")):
		who.setKind(evidence.Organisation, "name of an organisation")
		who.firm = who.mid || words > 2 || who.acts > 0
	case p.at(r.first-1).low == "<" && p.at(r.end).low == ">":
		who.setKind(evidence.Organisation, "name in angle brackets")
		who.firm = true
	case words > 2 && first.is("attorney", "solicitor") && p.at(r.first+2).low == "of":
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case namedCentre(p, r, last):
		who.setKind(evidence.Organisation, "name of an organisation")
		who.firm = true
	case words > 2 && civic[first.low] && p.at(r.first+1).low == "of":
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case words > 1 && words < 5 && r.trade(p):
		who.setKind(evidence.Person, "occupation beside the name")
		who.firm = true
	case words > 1 && words <= 6 && (g.has(first, firstName) || hasInitial(p, r) || hasParticle(p, r)) && !(last.upper && !first.upper):
		who.setKind(evidence.Person, "given name")
		who.firm = true
	}
}

// trade says whether the name stands behind a person's occupation or before an age: "chief
// technology officer Kiran Bose", "Kiran Bose, 34,".
func (r run) trade(p *pageView) bool {
	if p.at(r.end).low == "," && p.at(r.end+1).digits(2) && p.at(r.end+2).low == "," && len(p.at(r.end+1).low) == 2 {
		return true
	}
	if p.at(r.end).low == "," && p.at(r.end+1).is("a", "an") && p.at(r.end+2).kind == number && p.at(r.end+3).low == "-" && p.at(r.end+4).low == "year" {
		return true // "Tasha Monroe, a 29-year-old dancer"
	}
	t := p.at(r.first - 1)
	if t.low == "and" && p.at(r.first-2).capital { // "songwriters Mae Collier and Dev Anand"
		for b := r.first - 3; b > r.first-7; b-- {
			if w := p.at(b); w.kind == word && strings.HasSuffix(w.low, "s") && (isTrade(w.low) || names().has(token{low: strings.TrimSuffix(w.low, "s")}, roleNoun)) {
				return !names().has(p.at(r.end-1), orgWord|suffixWord|agencyWord)
			}
		}
	}
	if t.kind != word || t.capital || t.is("owner", "partner", "plaintiff", "defendant", "investor", "shareholder", "counsel", "broker", "customer", "user", "developer", "publisher", "tenant", "landlord", "chief") {
		return false
	}
	return names().has(t, roleNoun) || isTrade(t.low)
}

// weakTitle stand before persons and before much else.
var weakTitle = set("attorney", "attorneys", "officer", "agent", "director", "commissioner", "executive", "chief", "general", "secretary", "major", "father",
	"sister", "lawyer", "lawyers", "founder", "vice", "chair", "king", "prince", "queen", "detective", "inspector", "coach", "captain", "investor", "representative", "minister")

// thingSurnames are words for things that are surnames as well.
var thingSurnames = set("hall", "day", "page", "west", "east", "north", "bridges", "rivers", "street", "case", "award")

// civic are the first words of states and towns as parties.
var civic = set("state", "city", "county", "commonwealth", "town", "village", "people")

// hasParticle says whether a small particle stands inside the name: "Joris de Vries".
func hasParticle(p *pageView, r run) bool {
	for k := r.first + 1; k+1 < r.end; k++ {
		if t := p.at(k); nameJoint[t.low] && !t.capital {
			return true
		}
	}
	return false
}

// hasInitial says whether the name has an initial, as only persons' names have.
func hasInitial(p *pageView, r run) bool {
	for k := r.first; k+1 < r.end; k++ {
		if t := p.at(k); t.kind == word && len(t.low) == 1 && p.at(k+1).low == "." && k+2 < r.end && p.at(k+2).space {
			return true
		}
	}
	return false
}

// lawFirm says whether the name has the form of a law firm's.
func (w *player) lawFirm() bool {
	low := lower(w.name)
	for _, end := range []string{" llp", " pllc", " pc", " p.c.", " solicitors", " law", " law group", " law firm", " chambers", " legal"} {
		if strings.HasSuffix(strings.TrimSuffix(low, "."), strings.TrimSuffix(end, ".")) {
			return true
		}
	}
	return false
}
