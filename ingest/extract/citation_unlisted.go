package extract

import "strings"

// unnumbered reads reports without a volume: "T.C. Memo. 2015-123", "T.C. Summ. Op. 2010-5".
func (c *citer) unnumbered(i int) int {
	for _, form := range unnumbered {
		k := i
		for _, w := range form.words {
			if c.p.at(k).low != w {
				k = -1
				break
			}
			k++
			if c.p.at(k).low == "." {
				k++
			}
		}
		if k < 0 || k+2 >= len(c.p.tokens) || !c.p.at(k).digits(4) || !c.p.at(k+1).is("-", "–") {
			continue
		}
		n := cite{first: i, end: k + 3}
		n.Type, n.Court = "case", form.court
		n.Reporter, n.Volume, n.Page = c.p.str(i, k), c.p.at(k).low, c.p.at(k+2).low
		n.Normal = form.normal + " " + n.Volume + "-" + n.Page
		n.Year = n.Volume
		return c.addCase(n)
	}
	return i
}

var unnumbered = []struct {
	words         []string
	normal, court string
}{
	{[]string{"t", "c", "memo"}, "T.C. Memo.", "tax"},
	{[]string{"t", "c", "summ", "op"}, "T.C. Summ. Op.", "tax"},
	{[]string{"t", "c", "summary", "opinion"}, "T.C. Summ. Op.", "tax"},
	{[]string{"t", "c", "memorandum"}, "T.C. Memo.", "tax"},
	{[]string{"t", "c", "m", "(", "ria", ")"}, "T.C.M. (RIA)", "tax"},
	{[]string{"t", "c", "m", "(", "cch", ")"}, "T.C.M. (CCH)", "tax"},
	{[]string{"scdb"}, "SCDB", "scotus"},
	{[]string{"slip", "op"}, "Slip Op.", "cit"},
}

// unlisted reads reporters that are told by their form: database citations ("2015 Cal.
// App. LEXIS 12"), law journals ("123 Harv. L. Rev. 456") and abbreviations with stops
// between two numbers ("12 Fish. Pat. Cas. 34").
func (c *citer) unlisted(i int) int {
	journal, laws, dots, words := false, false, 0, 0
	for k := i + 1; k < i+24; k++ {
		t := c.p.at(k)
		if t.para {
			return i
		}
		switch {
		case t.low == "lexis":
			return c.unlistedAt(i, k+1, "case")
		case t.low == ".":
			dots++
		case t.low == ")" && publishers[c.p.at(k-1).low]:
			if _, after := c.pageAt(k + 1); after > k+1 {
				return c.unlistedAt(i, k+1, "case")
			}
		case t.low == "(" && words > 0 && isYear(c.p.at(k+1)):
			if page, _, _ := c.between(k); page > k && dots > 0 && words < 5 {
				return c.unlistedAt(i, k, "case")
			}
			return i
		case t.is("p", "par", "para") && dots > 0 && words > 1 && c.p.at(k+1).kind == number:
			return c.unlistedAt(i, k, "case")
		case t.is("par", "para") && dots > 0 && words > 1 && c.p.at(k+2).kind == number:
			return c.unlistedAt(i, k, "case")
		case t.kind == word && t.capital:
			if words++; words == 1 && notReporter[t.low] {
				return i
			}
			journal = journal || journalWord[t.low]
			laws = laws || t.low == "laws"
		case t.is("&", "on", "of", "the", "and", "in", "for", "'", "’", "-", ":", "(", ")", ",") || t.kind == clitic:
		case t.kind == mixed && ordinal(t.low) && dots > 0 && (c.p.at(k+1).kind != punct || c.p.at(k+1).low == "("):
		case t.kind == number || t.kind == mixed:
			prev := c.p.at(k - 1)
			if prev.low == "." {
				prev = c.p.at(k - 2)
			}
			if (sessionLaw[prev.low] || laws && prev.low == "sh") && (dots > 0 || words == 2 && len(c.p.at(i).low) == 4) {
				return c.unlistedAt(i, k, "statute")
			}
			if journal && dots > 0 {
				return c.unlistedAt(i, k, "journal")
			}
			stop := c.p.at(k - 1)
			if stop.low == "," && c.closes(k+1) {
				stop = c.p.at(k - 2)
			}
			if words == 2 && k == i+5 && notLaw[c.p.at(i+1).low+c.p.at(i+3).low] {
				return i // "7 A.M. 5", "4 U.K. 20"
			}
			if words == 1 && len(c.p.at(k).low) < 3 || streetWord[prev.low] {
				return i
			}
			if dots > 0 && dots >= words-1 && (stop.is(".", ")") || prev.kind == mixed) {
				return c.unlistedAt(i, k, "case")
			}
			return i
		default:
			return i
		}
	}
	return i
}

// unlistedAt completes a citation whose reporter is the tokens between i and k.
func (c *citer) unlistedAt(i, k int, kind string) int {
	at, k, year := c.between(k)
	page, after := c.pageAt(at)
	if after == at {
		return i
	}
	name := c.p.str(i+1, k)
	if last := strings.TrimRight(name, "."); strings.HasSuffix(last, "Reg") || strings.HasSuffix(last, "Regs") {
		kind = "regulation"
	}
	n := c.newCase(i, i+1, k, after, page, edition{kind: kind, normal: name})
	n.Year = year
	if first, _, _ := strings.Cut(n.Volume, "-"); kind == "statute" && len(first) == 4 && year == "" {
		n.Year = first
	}
	return c.addCase(n)
}

// publishers of looseleaf services stand in parentheses behind the name of the service.
var publishers = set("cch", "bna", "ria", "p-h", "h", "mb", "lrp", "bl", "west", "callaghan", "cbc", "f", "crr", "lexisnexis")

// notReporter are abbreviations that stand between two numbers without being a report.
var notReporter = set("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "nos",
	"vol", "ch", "sec", "art", "pt", "ex", "exh", "exhs", "exs", "dr", "mr", "mrs", "ms", "st", "ave", "rd", "blvd", "fig", "dkt", "doc", "ecf",
	"app", "id", "see", "inc", "corp", "co", "ltd", "amend", "cl", "tr", "rt", "hwy", "ste", "apt", "compl", "decl", "mot", "resp", "br", "def", "pl", "civ", "cr", "crim", "cv", "cir", "dist")

// notLaw are pairs of letters with stops that stand between two numbers elsewhere.
var notLaw = set("am", "pm", "uk", "un", "dc", "la", "bc", "eu", "tv")

// streetWord are words of addresses.
var streetWord = set("st", "ave", "rd", "blvd", "hwy", "apt", "ste", "dr", "fl", "ln", "pl", "sq")

// sessionLaw are the last words of collections of a legislature's acts: "1999 N.Y. Laws 19".
var sessionLaw = set("laws", "acts", "resolves", "leyes", "serv")

// journalWord mark a periodical: "L. Rev.", "L.J.", "J.", "L.Q.", "Forum", "Bull.".
var journalWord = set("j", "lj", "forum", "bull", "jur", "jurimetrics", "lawyer", "rev", "surv", "stud", "q", "prac", "comment")
