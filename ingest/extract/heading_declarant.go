package extract

import (
	"strings"

	"averment/evidence"
)

// declarant is who makes a declaration or an affidavit: "DECLARATION OF ANA RUIZ IN SUPPORT
// OF …" in its title, or "I, Ana Ruiz, declare" in its text; "" for other papers.
func declarant(v *view) string {
	for i := 0; i < len(v.pages) && i < 2; i++ {
		p := &v.pages[i]
		for k := range p.tokens {
			if name := swears(p, k); name != "" {
				return name
			}
		}
	}
	paper := v.heading.paper
	for _, begin := range []string{"Declaration of ", "Affidavit of ", "Witness Statement of ", "Sworn Statement of "} {
		if rest, ok := strings.CutPrefix(paper, begin); ok && v.heading.kind == "exhibit" {
			name := leadingName(rest)
			if n := len(strings.Fields(name)); n > 1 && n < 5 {
				return name
			}
		}
	}
	return ""
}

// swears reads "I, Ana Ruiz, declare", "I, Ana Ruiz, being duly sworn" at token k, and gives the
// name in ordinary letters.
func swears(p *pageView, k int) string {
	if !p.at(k).is("i") || !p.at(k).capital || p.at(k+1).low != "," || !p.at(k+2).capital {
		return ""
	}
	end := k + 2
	for end < len(p.tokens) && end < k+9 && (p.at(end).capital && p.at(end).kind == word || p.at(end).in(inNameJoints) || p.at(end).low == "." && len(p.at(end-1).low) <= 2 || p.at(end).low == "-") {
		end++
	}
	if end-k-2 < 2 || p.at(end).low != "," {
		return ""
	}
	for n := end + 1; n < end+14; n++ {
		if t := p.at(n); t.is("declare", "state", "depose", "swear", "affirm", "certify", "say", "attest", "sworn") {
			return printed(oneLine(p.str(k+2, end)))
		}
	}
	return ""
}

// fromDeclaration makes a witness of who makes a declaration.
func (c *cast) fromDeclaration() {
	if c.v.doc.Kind != evidence.Filing && c.v.doc.Kind != evidence.Other {
		return
	}
	name := declarant(c.v)
	if name == "" {
		return
	}
	who := c.player(name)
	who.setKind(evidence.Person, "makes the declaration")
	who.firm = true
	who.role("witness", "makes the declaration")
}
