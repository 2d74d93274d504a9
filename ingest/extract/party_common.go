package extract

import (
	"slices"
	"strings"
)

// aloneWords are the capitalised words that stand alone somewhere, not beside another one.
func (c *cast) aloneWords() map[string]bool {
	if c.alone != nil {
		return c.alone
	}
	alone := map[string]bool{}
	c.alone = alone
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for k := range p.tokens {
			t := &p.tokens[k]
			if t.kind == word && t.capital && !t.upper && len(t.low) > 2 && !t.in(inStarters) && !p.at(k+1).capital && (!p.at(k-1).capital || p.at(k-1).is("a", "the")) && !p.at(k+1).is("-", "&") {
				alone[t.low] = true
			}
		}
	}
	return alone
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

// smallToo are the words that the document prints small, of those that it may print with a capital
// too.
func smallToo(v *view) map[string]bool {
	var capitals headFilter
	small := map[string]bool{}
	words := func(capital bool, visit func(low string)) {
		for i := range v.pages {
			for k := range v.pages[i].tokens {
				if t := &v.pages[i].tokens[k]; t.kind == word && t.capital == capital {
					visit(t.low)
				}
			}
		}
	}
	words(true, capitals.add)
	words(false, func(low string) {
		if capitals.fits(low) {
			small[low] = true
		}
	})
	return small
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
	if n := r.end - r.first; n == 2 && lawyerNouns[p.at(r.end-1).low] && t.is("senior", "learned", "junior", "lead", "chief", "assistant") {
		return true // "Senior Advocate, Ray Hall"
	}
	if r.end-r.first == 1 && t.is("rs", "inr", "usd", "aud", "oks", "nixes") {
		return true // a currency, a verb of headlines
	}
	if r.end-r.first > 1 {
		return r.opening && p.at(r.end).low == ":"
	}
	if groupNouns[t.low] && r.opening || len(t.low) > 5 && strings.HasSuffix(t.low, "ns") && names().words[strings.TrimSuffix(t.low, "s")].is(peopleWord) {
		return true // also "12 Nigerians"
	}
	if starters()[t.low] || questionWords[t.low] || signals()[t.low] || len(t.low) < 2 || names().has(t, titleWord) && !names().has(t, firstName) {
		return true
	}
	return r.opening && c.byKey[t.low] == nil && !c.familyName(t.low) && !hasInnerCapital(p.text[t.start:t.end]) && !names().has(t, firstName) &&
		!speechVerbs()[p.at(r.end).low] && p.at(r.end).kind != clitic && !(litigantActs[p.at(r.end).low] && !commonPlural(t.low))
}

// familyName says whether the word ends a name of two or three words that is read inside a sentence.
func (c *cast) familyName(low string) bool {
	if c.last == nil {
		c.last = map[string]bool{}
		for _, r := range c.runs {
			p := &c.v.pages[r.page]
			if n := r.end - r.first; n > 1 && n < 4 && !r.opening && r.kind == unknownBody && p.at(r.end-1).kind == word && names().words[p.at(r.end-1).low] == 0 && !starters()[p.at(r.end-1).low] {
				c.last[p.at(r.end-1).low] = true
			}
		}
	}
	return c.last[low]
}

// datelined says whether a name of one word is the town of the report's dateline: "LARKSPUR, Ohio (Wire) —".
func (c *cast) datelined(p *pageView, r run) bool {
	if r.end-r.first > 2 || r.kind != unknownBody || p.at(r.end-1).low == "county" && countyParty(p, r) {
		return false
	}
	if c.towns == nil {
		c.towns = datelines(c.v)
	}
	return len(c.towns) > 0 && c.towns[strings.Join(nameTokens(r.text(p)), " ")]
}

// datelines are the towns that stand in capitals before the dash that opens a report.
func datelines(v *view) map[string]bool {
	out := map[string]bool{}
	for i := range v.pages {
		p := &v.pages[i]
		for _, s := range p.sentences {
			k := s.first
			for k < s.end && k < s.first+3 && p.at(k).upper && p.at(k).kind == word && len(p.at(k).low) > 2 {
				k++
			}
			if k == s.first {
				continue
			}
			for f := k; f < k+9 && f < s.end; f++ {
				if t := p.at(f); t.is("—", "–") || t.low == "-" && t.space || t.low == ":" && f == k {
					out[strings.Join(nameTokens(p.str(s.first, k)), " ")] = true
					break
				} else if t.kind == word && !t.capital {
					break
				}
			}
		}
	}
	return out
}

// writes says whether the word stands in the text.
func (c *cast) writes(low string) bool {
	if known, asked := c.written[low]; asked {
		return known
	}
	if c.written == nil {
		c.written = map[string]bool{}
	}
	c.written[low] = slices.ContainsFunc(c.v.pages, func(p pageView) bool {
		return slices.ContainsFunc(p.tokens, func(t token) bool { return t.low == low })
	})
	return c.written[low]
}

// digitsIn counts the digits of a word.
func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

// attributive says whether the run is a word that only describes the noun behind it, as a town does:
// "the Doylestown lawyer", "Turin-based Harbor SpA". A firm so used is read where it stands alone.
func attributive(p *pageView, r run) bool {
	next := p.at(r.end)
	if open, end := p.at(r.first-1), p.at(r.end); open.is("\"", "“") && end.is("\"", "”", ",", ".") && (end.is("\"", "”") || p.at(r.end+1).is("\"", "”")) && r.kind == unknownBody && r.end-r.first > 1 && p.at(r.first-2).low != "(" && !names().has(p.at(r.end-1), suffixWord) && p.at(r.first-2).kind == word {
		return true // a title or a label in quotation marks
	}
	if last := p.at(r.end - 1); p.at(r.first-1).kind == clitic && last.is("office", "bureau") && r.end-r.first > 2 && p.at(r.end-2).is("district", "local", "regional", "field", "division", "area") {
		return true // "the agency's Fresno Local Office"
	}
	if next.low == "-" && p.at(r.end+1).is("based", "born", "area", "listed", "traded", "bound", "trained", "educated", "style") || describesHouse(p, r) {
		return true
	}
	if r.end-r.first == 1 && p.at(r.first).kind == mixed && digitsIn(p.text[p.tokens[r.first].start:p.tokens[r.first].end]) > 3 {
		return true // the number of a case: "SWF2307099"
	}
	if r.end-r.first == 2 && p.at(r.first-1).is("a", "an") && p.at(r.end-1).is("corporation", "company", "partnership", "llc") && knownTown(p, r.first, r.end) {
		return true // "a Delaware Corporation"
	}
	if r.end-r.first == 2 && p.at(r.first-1).is("a", "an") && next.is("jury", "judge", "man", "woman", "couple", "resident", "family") && r.kind == unknownBody && !names().has(p.at(r.end-1), orgWord|suffixWord) {
		return true // "a Dane Falls jury"
	}
	if r.end-r.first > 1 || r.kind != unknownBody || r.title != "" || !p.at(r.first-1).is("the", "a", "an") || hasInnerCapital(p.text[p.tokens[r.first].start:p.tokens[r.first].end]) || p.at(r.first).upper {
		return false
	}
	return next.kind == word && !next.capital && !isVerb(next) && (lawyerNouns[next.low] || companyNouns[next.low] || bodyNouns[next.low] || tradeNouns[next.low] || names().has(next, roleNoun) || peopleNouns[next.low] ||
		next.is("man", "woman", "resident", "hospital", "office", "court", "judge", "jury", "native", "plant", "factory", "store", "branch", "campus", "jail", "area"))
}

// describesHouse says whether the word is that of the place of a house that is named behind: "the Skye
// distillery Port Varra".
func describesHouse(p *pageView, r run) bool {
	next := p.at(r.end)
	return r.end-r.first == 1 && r.kind == unknownBody && p.at(r.first-1).is("the", "a", "an") && !p.at(r.first).upper && houseNouns[next.low] && !next.capital
}

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
	if before := p.at(r.first - 2); prev.low == "called" && (bodyNouns[before.low] || companyNouns[before.low] || before.is("partner", "supplier", "vendor", "studio", "consultant", "contractor", "affiliate", "rival", "competitor", "coalition", "organisation", "organization", "body", "campaign", "outfit", "practice", "business")) {
		return false
	}
	if prev.low == "called" && r.kind == unknownBody {
		for b := r.first - 2; b > r.first-8; b-- { // "a two-person studio in Estonia called Harbor"
			if t := p.at(b); bodyNouns[t.low] || companyNouns[t.low] {
				return false
			} else if t.kind == punct && t.low != "-" {
				break
			}
		}
	}
	if before := p.at(r.first - 2); prev.low == "," && r.end-r.first == 1 && r.kind == unknownBody && before.is("app", "game", "drug", "film", "song", "novel", "album", "chatbot", "device", "movie", "series") && !before.capital {
		return true
	}
	return r.kind == unknownBody && r.title == "" && prev.kind == word && !prev.capital && productNouns[prev.low] && prev.low != "like"
}
