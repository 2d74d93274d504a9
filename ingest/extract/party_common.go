package extract

import "strings"

// aloneWords are the capitalised words that stand alone somewhere, not beside another one.
func (c *cast) aloneWords() map[string]bool {
	if c.alone != nil {
		return c.alone
	}
	alone := map[string]bool{}
	c.alone = alone
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for k, t := range p.tokens {
			if t.kind == word && t.capital && !t.upper && len(t.low) > 3 && !t.in(inStarters) && !p.at(k+1).capital && (!p.at(k-1).capital || p.at(k-1).is("a", "the")) && !p.at(k+1).is("-", "&") {
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
