package extract

import "strings"

// bracketed reads the citations of England and other countries of the common law, whose year
// stands in brackets: "[2021] UKSC 50", "[2019] EWHC 2213 (QB)", "[1994] 1 AC 212". i is the
// bracket.
func (c *citer) bracketed(i int) int {
	year := c.p.at(i + 1)
	if !isYear(year) || c.p.at(i+2).low != "]" {
		return i
	}
	k := i + 3
	volume := ""
	if t := c.p.at(k); t.digits(2) && c.p.at(k+1).kind == word {
		volume, k = t.low, k+1
	}
	name, court, end := c.commonwealth(k, volume != "")
	if end == k || !c.p.at(end).digits(6) || c.p.at(end).para {
		return i
	}
	n := cite{first: i, end: end + 1}
	n.Type, n.Year, n.Reporter, n.Court = "case", year.low, c.p.str(k, end), court
	n.Volume, n.Page = year.low, c.p.str(end, end+1)
	parts := []string{"[" + year.low + "]", name, n.Page}
	if volume != "" {
		n.Volume, parts = volume, []string{"[" + year.low + "]", volume, name, n.Page}
	}
	n.Normal = strings.Join(parts, " ")
	if court != "" && c.p.at(n.end).low == "(" && c.p.at(n.end+2).low == ")" && c.p.at(n.end+1).capital {
		n.Normal += " (" + c.p.str(n.end+1, n.end+2) + ")"
		n.end += 3 // the division: "(QB)", "(Ch)"
	}
	n.after = n.end
	if c.p.at(n.after).low == "at" && c.p.at(n.after+1).low == "[" && c.p.at(n.after+2).kind == number {
		n.Pin = c.p.str(n.after, n.after+4)
		n.after += 4
	}
	if prev := c.last(); prev != nil && prev.Type == "case" && c.parallel(prev, i) {
		n.joined, n.Name, n.plaintiff, n.defendant = true, prev.Name, prev.plaintiff, prev.defendant
	} else {
		c.caseName(&n)
	}
	c.add(n)
	return n.after
}

// commonwealth reads the court of a neutral citation, or the law report, at token k: its name
// as printed by convention, the court that it implies, and where it ends.
func (c *citer) commonwealth(k int, numbered bool) (name, court string, end int) {
	t := c.p.at(k)
	if t.kind != word || !t.capital {
		return "", "", k
	}
	two := strings.ToUpper(c.p.str(k, min(k+2, len(c.p.tokens))))
	for _, form := range commonwealthTwo {
		if !numbered && two == strings.ToUpper(form) {
			return form, strings.ToLower(strings.ReplaceAll(form, " ", "")), k + 2
		}
		if two == form {
			return form, "", k + 2
		}
	}
	w := c.p.str(k, k+1)
	switch {
	case commonwealthCourts[w] && !numbered:
		return w, strings.ToLower(w), k + 1
	case commonwealthReports[w]:
		return w, "", k + 1
	}
	return "", "", k
}

// commonwealthTwo are courts and reports of two words.
var commonwealthTwo = []string{"EWCA Civ", "EWCA Crim", "All ER", "Lloyd's Rep", "Fam Law", "Cr App"}

// commonwealthCourts are the courts of neutral citations.
var commonwealthCourts = set("UKSC", "UKHL", "UKPC", "EWHC", "EWCOP", "EWFC", "UKUT", "UKFTT", "UKEAT", "EAT", "CSIH", "CSOH", "HCJAC", "NICA", "NIQB", "NIKB",
	"IESC", "IECA", "IEHC", "SCC", "FCA", "ONCA", "ONSC", "BCCA", "BCSC", "ABCA", "QCCA", "HCA", "FCAFC", "NSWCA", "NSWSC", "VSC", "VSCA", "QCA", "QSC", "WASC",
	"NZSC", "NZCA", "NZHC", "SGCA", "SGHC", "HKCFA", "ZACC", "ZASCA", "CAT")

// commonwealthReports are law reports that are cited by their year.
var commonwealthReports = set("AC", "QB", "KB", "Ch", "Fam", "WLR", "ICR", "IRLR", "BCLC", "BCC", "CMLR", "ECR", "RPC", "FSR", "SCR", "NZLR", "IR", "PIQR", "EMLR", "WTLR")
