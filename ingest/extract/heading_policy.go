package extract

import (
	"strings"

	"averment/evidence"
)

// policyCompany is the company that a policy's title names ("Harbor Privacy Policy", "Harbor
// Inc. Terms of Service"), else its publisher without the words of a help page ("Harbor
// Help"); "" when neither names one.
func policyCompany(v *view) string {
	if name := beforePolicy(v.doc.Title); name != "" {
		return name
	}
	if len(v.pages) > 0 {
		p := &v.pages[0]
		for n, s := range p.sentences {
			if n > 5 {
				break
			}
			if s.heading {
				if name := beforePolicy(p.text[s.Start:s.End]); name != "" {
					return name
				}
			}
		}
	}
	name := v.doc.Publisher
	for _, word := range []string{" Help Center", " Help Centre", " Help", " Support", " Legal", " Privacy Center", " Trust Center"} {
		name = strings.TrimSuffix(name, word)
	}
	return name
}

// beforePolicy is the name in a title before the name of the policy, "" when there is none.
func beforePolicy(title string) string {
	title = strings.Join(strings.Fields(title), " ")
	low := strings.ToLower(title)
	at := -1
	for _, name := range policyNames {
		if i := strings.Index(low, name); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if at <= 0 || at > len(title) {
		return ""
	}
	name := strings.Trim(title[:at], " -–|:")
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 5 {
		return ""
	}
	for _, w := range words {
		t := tokenize(nil, w, 0, len(w))
		if len(t) == 0 || !t[0].capital && t[0].kind == word || policyAdjective[t[0].low] {
			return ""
		}
	}
	return printed(name)
}

// policyAdjective stand before the name of a policy without being a company's name.
var policyAdjective = set("our", "the", "updated", "new", "website", "customer", "employee", "global", "general", "online", "consumer", "candidate",
	"applicant", "california", "standard", "master", "end", "user", "software", "mobile", "data", "a", "your", "service", "acceptable", "previous", "changes", "summary")

// fromPolicy makes a party of the company whose policy the document is.
func (c *cast) fromPolicy() {
	if c.v.doc.Kind != evidence.Policy {
		return
	}
	if name := policyCompany(c.v); name != "" {
		who := c.player(name)
		who.header, who.firm = true, true
		who.setKind(evidence.Organisation, "title of the policy")
		who.role("author", "title of the policy")
	}
}
