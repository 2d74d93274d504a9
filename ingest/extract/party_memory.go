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
		if r.isCourt {
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
		if r.kind == knownPlace || names().has(last, lawWord|thingWord) && r.kind == unknownBody || c.product(p, r) {
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
		who.mid = who.mid || !r.opening
		if len(r.text(p)) > len(who.name) && !strings.HasSuffix(who.name, ".") {
			who.alias(who.name)
			who.name = r.text(p)
		} else {
			who.alias(r.text(p))
		}
		c.typeOf(who, p, r, last)
	}
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
		c.small = map[string]bool{}
		for i := range c.v.pages {
			for _, t := range c.v.pages[i].tokens {
				if t.kind == word && !t.capital {
					c.small[t.low] = true
				}
			}
		}
	}
	return c.small[p.at(r.first).low] || titledNoun[p.at(r.first).low]
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
	if starters()[t.low] || signals()[t.low] || len(t.low) < 2 || names().has(t, titleWord) && !names().has(t, firstName) {
		return true
	}
	return r.opening && c.byKey[t.low] == nil && !hasInnerCapital(p.text[t.start:t.end]) && !names().has(t, firstName) &&
		!speechVerbs()[p.at(r.end).low] && p.at(r.end).kind != clitic
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
		who.firm = who.mid || words > 2
	case words > 2 && civic[first.low] && p.at(r.first+1).low == "of":
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case words > 1 && words <= 6 && (g.has(first, firstName) || hasInitial(p, r) || hasParticle(p, r)) && !(last.upper && !first.upper):
		who.setKind(evidence.Person, "given name")
		who.firm = true
	}
}

// weakTitle stand before persons and before much else.
var weakTitle = set("attorney", "attorneys", "officer", "agent", "director", "commissioner", "executive", "chief", "general", "secretary", "major", "father",
	"sister", "lawyer", "lawyers", "founder", "vice", "chair", "king", "prince", "queen", "detective", "inspector", "coach", "captain", "investor", "representative", "minister")

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

// surnameOf is the family name of a person: the last word with the particles before it,
// or everything behind the given name and initials.
func surnameOf(tokens []string) []string {
	last := len(tokens) - 1
	if last > 0 && (tokens[last] == "jr" || tokens[last] == "sr" || tokens[last] == "ii" || tokens[last] == "iii") {
		last--
	}
	start := last
	for start > 1 && nameJoint[tokens[start-1]] {
		start--
	}
	return tokens[start : last+1]
}

// remember enters every name with its short forms: a person's surname, a company's name
// without its legal form, its first word where the text uses it alone, and acronyms that
// the text gives in parentheses.
func (c *cast) remember() {
	for _, w := range c.players {
		c.memory.add(strings.Join(w.tokens, " "), w)
		if w.kind == evidence.Person || w.kind == evidence.Judge {
			c.rememberPerson(w)
		}
	}
	c.prefixes()
	c.firstWords()
	c.acronyms()
	c.knownAcronyms()
	c.dropMerged()
}

// prefixes joins a name to the only organisation whose fuller name begins with it:
// "Harbor" and "Harbor Pipe" to "Harbor Pipe Fittings Inc".
func (c *cast) prefixes() {
	for _, long := range c.players {
		if long.merged() || !long.firm || long.kind != evidence.Organisation {
			continue
		}
		for n := len(long.tokens) - 1; n > 0; n-- {
			short := c.byKey[strings.Join(long.tokens[:n], " ")]
			if short == nil || short == long || short.merged() || short.blocked || short.kind == evidence.Person || short.basis == "table of organisations" && long.basis != "corporate suffix" || c.begins(short) > 1 {
				continue
			}
			c.merge(short, long)
		}
	}
}

// begins counts the firm organisations whose fuller names begin with the name.
func (c *cast) begins(short *player) int {
	n := 0
	for _, w := range c.players {
		if w != short && w.firm && !w.merged() && w.kind == evidence.Organisation && len(w.tokens) > len(short.tokens) && slices.Equal(w.tokens[:len(short.tokens)], short.tokens) {
			n++
		}
	}
	return n
}

// firstWords enters the first word of an organisation's name as its short form, where it
// is distinctive and no other name begins with it.
func (c *cast) firstWords() {
	owner := map[string]*player{}
	for _, w := range c.players {
		if len(w.tokens) > 1 {
			if old := owner[w.tokens[0]]; old == nil {
				owner[w.tokens[0]] = w
			} else {
				owner[w.tokens[0]] = &player{}
			}
		}
	}
	for low, w := range owner {
		if w.kind != evidence.Organisation || !w.firm || len(low) < 4 || c.byKey[low] != nil || names().words[low] != 0 || vague[low] || starters()[low] {
			continue
		}
		if _, after := names().bodies.match(tokenize(nil, low, 0, len(low)), 0, false); after == 0 {
			c.memory.add(low, w)
		}
	}
}

// vague are first words of many firms' names, which alone name none.
var vague = set("united", "first", "general", "national", "new", "standard", "royal", "pacific", "atlantic", "global", "international", "continental",
	"universal", "great", "public", "central", "southern", "northern", "western", "eastern", "american", "federal", "advanced", "applied", "consolidated",
	"digital", "allied", "associated", "independent", "mutual", "people", "social", "world", "west", "east", "north", "south", "data", "open", "premium")

// merged says whether the player was merged into another.
func (w *player) merged() bool { return w.tokens == nil }

func (c *cast) rememberPerson(w *player) {
	if len(w.tokens) < 2 {
		return
	}
	surname := surnameOf(w.tokens)
	w.surname = strings.Join(surname, " ")
	if who := c.byKey[w.surname]; who != nil && len(who.tokens) == 1 && who.kind != evidence.Organisation {
		c.merge(who, w)
	} else if who == nil && names().words[surname[len(surname)-1]]&(plainWord|thingWord|lawWord) == 0 {
		c.memory.add(w.surname, w)
	}
}

// merge makes short another name of long.
func (c *cast) merge(short, long *player) {
	key := strings.Join(short.tokens, " ")
	long.alias(short.name)
	for _, a := range short.aliases {
		long.alias(a)
	}
	for _, role := range short.roles {
		long.role(role, short.basis)
	}
	long.firm = long.firm || short.firm
	if short.kind == evidence.Judge {
		long.kind = evidence.Judge
	}
	long.count += short.count
	c.byKey[key] = long
	c.memory.replace(key, long)
	short.tokens = nil
}

func (c *cast) dropMerged() {
	kept := c.players[:0]
	for _, w := range c.players {
		if !w.merged() {
			kept = append(kept, w)
		}
	}
	c.players = kept
}

// acronyms reads "Harbor Pipe Association (HPA)" and takes the letters as another name.
func (c *cast) acronyms() {
	for _, r := range c.runs {
		p := &c.v.pages[r.page]
		open, in := p.at(r.end), p.at(r.end+1)
		if in.is("\"", "“") {
			in = p.at(r.end + 2)
		}
		if open.low != "(" || !in.upper || in.kind != word || len(in.low) > 6 {
			continue
		}
		long := c.byKey[strings.Join(nameTokens(r.text(p)), " ")]
		if long == nil || long.merged() || !spells(in.low, long.tokens) {
			continue
		}
		if short := c.byKey[in.low]; short != nil && short != long && !short.merged() {
			c.merge(short, long)
		} else {
			long.alias(p.text[in.start:in.end])
			c.memory.replace(in.low, long)
		}
	}
}

// knownAcronyms joins an acronym to the only name in the text whose words it spells.
func (c *cast) knownAcronyms() {
	for _, short := range c.players {
		if len(short.tokens) != 1 || len(short.name) < 3 || len(short.name) > 5 || strings.ToUpper(short.name) != short.name {
			continue
		}
		var long *player
		for _, w := range c.players {
			if len(w.tokens) >= len(short.name) && spells(short.tokens[0], w.tokens) {
				if long != nil {
					return
				}
				long = w
			}
		}
		if long != nil {
			c.merge(short, long)
		}
	}
}

// spells says whether the letters are the first letters of the words; small words need
// not count.
func spells(letters string, words []string) bool {
	k := 0
	for _, w := range words {
		if k < len(letters) && w[0] == letters[k] {
			k++
		} else if len(w) > 3 {
			return false
		}
	}
	return k == len(letters)
}

// findMentions finds every place of every remembered name.
func (c *cast) findMentions() {
	c.at = make([][]int32, len(c.v.pages))
	for i := range c.v.pages {
		p := &c.v.pages[i]
		c.at[i] = make([]int32, len(p.tokens))
		for k := 0; k < len(p.tokens); {
			who, end := (*player)(nil), k
			if p.tokens[k].capital || p.tokens[k].low == "federal" {
				who, end = c.memory.match(p.tokens, k, false)
			}
			if who == nil || c.v.cited[i][k] || who.acronym() && !p.tokens[k].upper || c.insideLaw(p, end) {
				k = max(end, k+1)
				continue
			}
			end = c.withSuffix(p, end)
			c.mention(i, k, end, who)
			k = end
		}
	}
}

// acronym says whether the name is a few capitals, which must be printed as capitals.
func (w *player) acronym() bool {
	return len(w.tokens) == 1 && len(w.name) < 6 && strings.ToUpper(w.name) == w.name
}

// insideLaw says whether the name goes on as the name of a law or contract ("Harbor Act").
func (c *cast) insideLaw(p *pageView, end int) bool {
	for k := end; k < end+4; k++ {
		t := p.at(k)
		if t.kind != word || !t.capital || t.para || p.at(k-1).kind != word {
			return false
		}
		if names().has(t, lawWord) {
			return true
		}
	}
	return false
}

// withSuffix goes on over a legal form behind a name.
func (c *cast) withSuffix(p *pageView, end int) int {
	k := end
	if p.at(k).low == "," {
		k++
	}
	if a, b := p.at(k), p.at(k+2); a.capital && len(a.low) == 1 && p.at(k+1).low == "." && !b.space && dottedForms[a.low+b.low] {
		k += 3
		if p.at(k).low == "." && !p.at(k).space {
			k++
		}
		return k
	}
	if t := p.at(k); t.capital && names().has(t, suffixWord) && !t.para {
		k++
		if abbreviationSuffix[t.low] && p.at(k).low == "." && !p.at(k).space {
			k++
		}
		return k
	}
	return end
}

func (c *cast) mention(page, first, end int, who *player) {
	p := &c.v.pages[page]
	c.mentions = append(c.mentions, mention{page, first, end, who})
	for k := first; k < end; k++ {
		c.at[page][k] = int32(len(c.mentions))
	}
	who.spans = append(who.spans, p.span(first, end))
}

// whoAt is the player named at the token, nil for none.
func (c *cast) whoAt(page, k int) (*player, mention) {
	if k < 0 || k >= len(c.at[page]) || c.at[page][k] == 0 {
		return nil, mention{}
	}
	m := c.mentions[c.at[page][k]-1]
	if m.who.blocked {
		return nil, m
	}
	return m.who, m
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
