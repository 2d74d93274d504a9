package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// fromCaption gives the parties of the caption their roles, the strongest evidence there is.
func (c *cast) fromCaption() {
	for _, s := range c.v.heading.sides {
		for _, name := range s.names {
			who := c.player(name)
			who.kind = captionKind(who)
			for _, role := range s.roles {
				who.role(role, "caption")
			}
		}
	}
	if a, b, ok := strings.Cut(c.v.heading.title, " v. "); ok && len(c.v.heading.sides) == 0 {
		for _, name := range []string{a, b} {
			who := c.player(name)
			who.kind = captionKind(who)
			who.firm, who.basis = true, "caption"
		}
	}
	if judge := c.v.heading.judge; judge != "" && c.v.doc.Kind == evidence.Filing {
		who := c.player(judge)
		who.kind, who.header = evidence.Judge, true
		who.role("judge", "caption")
	}
	if district := c.v.heading.district; district != "" && c.v.doc.Kind == evidence.Filing {
		who := c.player(district)
		who.kind, who.firm = evidence.Court, true
		who.role("court", "caption")
	}
	if agency := c.v.heading.agency; agency != "" && c.v.doc.Kind == evidence.Filing {
		who := c.player(agency)
		who.kind = evidence.Agency
		who.role("regulator", "heads the paper")
	}
	c.rolesAreNoNames()
	c.letterhead()
	c.fromSignature()
	c.fromDeclaration()
	c.fromTestimony()
	c.fromMail()
	c.fromPolicy()
	c.inlineCaption()
}

// rolesAreNoNames keeps the words of roles in a filing, "THE CLAIMANT", from being taken for names.
func (c *cast) rolesAreNoNames() {
	if c.v.doc.Kind != evidence.Filing {
		return
	}
	for _, word := range []string{"Plaintiff", "Plaintiffs", "Defendant", "Defendants", "Claimant", "Claimants", "Petitioner", "Petitioners", "Respondent", "Respondents",
		"Appellant", "Appellants", "Appellee", "Appellees", "Debtor", "Debtors", "Affirmed", "Reversed", "Remanded", "Vacated", "Syllabus"} {
		if who := c.player(word); len(who.roles) == 0 {
			who.blocked = true
		}
	}
}

// letterhead makes a party of a firm whose name in capitals is a line by itself at the head of
// a letter: "BRIGHTWATER LAW LLP".
func (c *cast) letterhead() {
	if c.v.doc.Kind == evidence.Article || len(c.v.doc.Pages) == 0 {
		return
	}
	n := 0
	for line := range strings.Lines(c.v.doc.Pages[0].Text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if n++; n > 4 {
			return
		}
		words := strings.Fields(line)
		last := strings.ToLower(strings.Trim(words[len(words)-1], ".,"))
		if len(words) < 2 || len(words) > 6 || !mostlyUpper(line) || names().words[last]&suffixWord == 0 || len(last) < 3 {
			continue
		}
		who := c.player(printed(line))
		who.firm = true
		who.setKind(evidence.Organisation, "letterhead")
	}
}

// captionKind tells persons from organisations by the words of the name.
func captionKind(w *player) evidence.PartyType {
	g := names()
	tokens := tokenize(nil, w.name, 0, len(w.name))
	for _, t := range tokens {
		if t.is("co", "inc", "llc", "llp", "ltd", "lp") {
			return evidence.Organisation
		}
	}
	for i, t := range tokens {
		if g.has(&t, agencyWord) || t.is("state", "city", "county", "commissioner", "united") && i < 2 || i > 0 && i == len(tokens)-1 && t.is("district", "authority", "municipality", "township") {
			return evidence.Agency
		}
	}
	if n := len(w.tokens); n > 1 && n < 5 && orgSurnames[w.tokens[n-1]] && (g.words[w.tokens[0]]&firstName != 0 && (n == 2 || slices.ContainsFunc(w.tokens, func(t string) bool { return len(t) == 1 }))) {
		return evidence.Person // "Janet T. Mills"
	}
	for _, t := range tokens {
		if g.has(&t, suffixWord|orgWord) && len(t.low) > 1 || t.is("&", "of", "com") {
			return evidence.Organisation
		}
	}
	if len(w.tokens) >= 2 && len(w.tokens) <= 5 {
		return evidence.Person
	}
	return evidence.Organisation
}

// inlineCaption reads "The case is X et al v. Y" in a report.
func (c *cast) inlineCaption() {
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for k, t := range p.tokens {
			if t.low != "v" && t.low != "vs" || t.kind != word || c.v.cited[i][k] {
				continue
			}
			b := k
			if caseIs(p, k) {
				for b > 0 && !p.at(b-1).is("is", ":", ",") {
					b--
				}
			} else if b = caseBegin(p, k); b == k || !c.namedElsewhere(i, b, k) {
				continue
			}
			end := k + 1
			if p.at(end).low == "." {
				end++
			}
			first := end
			for end < len(p.tokens) && !(end > first+1 && p.at(end-1).low == "." && len(p.at(end-2).low) > 1) && (p.at(end).kind == word && (p.at(end).capital || p.at(end).in(inNameParticles)) || p.at(end).is("&", "-") || p.at(end).low == "." && abbreviationSuffix[p.at(end-1).low]) {
				end++
			}
			for _, s := range []struct {
				name, role string
			}{{p.str(b, k), "plaintiff"}, {p.str(first, end), "defendant"}} {
				if name := bareName(s.name); name != "" {
					who := c.player(name)
					who.role(s.role, "case name")
				}
			}
		}
	}
}

// caseBegin is where the capitalised name before the "v." at k begins, k where none stands.
func caseBegin(p *pageView, k int) int {
	b := k
	for b > 0 && !p.at(b).para && b > k-7 {
		t := p.at(b - 1)
		if !(t.kind == word && t.capital && !t.in(inStarters) && !questionWords[t.low]) && !t.is("&", "-", "et", "al") && !(t.low == "." && (abbreviationSuffix[p.at(b-2).low] || p.at(b-2).low == "al")) {
			break
		}
		b--
	}
	return b
}

// namedElsewhere says whether the last word of the tokens first to end, a party in the name of
// a case, is named in another place too, so that the report is about that case.
func (c *cast) namedElsewhere(page, first, end int) bool {
	if c.v.doc.Kind == evidence.Filing {
		return false
	}
	p := &c.v.pages[page]
	for n := end - 1; n >= first; n-- {
		t := p.at(n)
		if t.kind != word || t.is("al", "et") || names().has(t, suffixWord) {
			continue
		}
		for _, r := range c.runs {
			if (r.page != page || r.end <= first || r.first > end+6) && c.v.pages[r.page].at(r.end-1).low == t.low {
				return true
			}
		}
		return false
	}
	return false
}

// caseIs says whether the words before the case name at k say that it is this case.
func caseIs(p *pageView, k int) bool {
	for b := k - 1; b > k-16 && b > 0; b-- {
		if p.at(b).is("is", ":") && p.at(b-1).is("case", "suit", "lawsuit", "action") {
			return true
		}
		if p.at(b).para {
			return false
		}
	}
	return false
}
