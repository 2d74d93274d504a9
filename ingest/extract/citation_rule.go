package extract

import "strings"

// ruleBooks are bodies of rules by the words that follow "Federal Rules of", with the
// abbreviation under which they are cited.
var ruleBooks = map[string]string{"civil": "Fed. R. Civ. P.", "criminal": "Fed. R. Crim. P.", "appellate": "Fed. R. App. P.",
	"bankruptcy": "Fed. R. Bankr. P.", "evidence": "Fed. R. Evid."}

// namedRule reads a rule that is cited by its number, "Rule 12(b)(6)", "Rule 10b-5", "Rule 56
// of the Federal Rules of Civil Procedure". A bare "Rule 5" may be anybody's and is left out.
func (c *citer) namedRule(i int) int {
	k := i + 1
	if t := c.p.at(k); !c.p.tokens[i].capital || t.para || !t.space || t.kind != number && t.kind != mixed || len(t.low) > 4 || strings.ContainsAny(t.low, ",.") {
		return i
	}
	sec, end := c.sectionAt(k)
	n := cite{first: i, end: c.subsections(end)}
	book, after := c.ruleBook(n.end)
	parts := n.end > end || strings.ContainsAny(sec, "-.") && c.p.at(k).kind == mixed
	if !parts && book == "" {
		return i
	}
	n.Type, n.Reporter, n.Page = "rule", c.p.str(i, k), c.p.str(k, n.end)
	n.Normal = n.Reporter + " " + n.Page
	if book != "" {
		n.Normal, n.end = book+" "+n.Page, after
	}
	c.add(n)
	return n.end
}

// ruleBook reads "of the Federal Rules of Civil Procedure" at k.
func (c *citer) ruleBook(k int) (book string, end int) {
	for _, w := range [...]string{"of", "the", "federal", "rules", "of"} {
		if c.p.at(k).low != w {
			return "", k
		}
		k++
	}
	book = ruleBooks[c.p.at(k).low]
	if book != "" {
		if k++; c.p.at(k).low == "procedure" {
			k++
		}
	}
	return book, k
}
