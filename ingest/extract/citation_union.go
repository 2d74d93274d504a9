package extract

import "strings"

// instrument reads articles of European instruments: "Article 6(1) of the GDPR",
// "GDPR Article 5", "Regulation (EU) 2016/679".
func (c *citer) instrument(i int) int {
	k := i
	named := ""
	if c.p.at(k).low == "gdpr" {
		named = "GDPR"
		k++
	}
	if !c.p.at(k).is("art", "article", "articles") {
		return c.regulationEU(i)
	}
	k++
	if c.p.at(k).low == "." {
		k++
	}
	if !c.p.at(k).digits(3) {
		return i
	}
	number := c.p.at(k).low
	end := c.subsections(k + 1)
	if named == "" {
		name, after := c.instrumentName(end)
		if after == end {
			return i
		}
		named, end = name, after
	}
	n := cite{first: i, end: end}
	n.Type, n.Reporter, n.Page = "regulation", named, number
	if named == "TFEU" || named == "TEU" || named == "ECHR" {
		n.Type = "constitution"
	}
	n.Normal = named + " art. " + number
	c.add(n)
	return end
}

// instrumentName reads "of the GDPR", "GDPR" or the instrument's full name at k.
func (c *citer) instrumentName(k int) (name string, end int) {
	at := k
	if c.p.at(at).low == "," {
		at++
	}
	for c.p.at(at).is("of", "the", "eu", "eu's", "'s") {
		at++
	}
	switch t := c.p.at(at); {
	case t.upper && t.is("gdpr", "tfeu", "teu", "echr", "dsa", "dma"):
		return strings.ToUpper(t.low), at + 1
	case t.low == "general" && c.p.at(at+1).low == "data" && c.p.at(at+2).low == "protection" && c.p.at(at+3).low == "regulation":
		return "GDPR", at + 4
	case t.low == "digital" && c.p.at(at+2).low == "act" && c.p.at(at+1).is("services", "markets"):
		return map[string]string{"services": "DSA", "markets": "DMA"}[c.p.at(at+1).low], at + 3
	}
	return "", k
}

// directive reads "Directive 95/46/EC" and "Directive (EU) 2016/680".
func (c *citer) directive(i int) int {
	k := i + 1
	if c.p.at(k).low == "(" && c.p.at(k+1).is("eu", "ec") && c.p.at(k+2).low == ")" {
		k += 3
	}
	if !c.p.at(i).capital || !c.p.at(k).digits(4) || c.p.at(k+1).low != "/" || !c.p.at(k+2).digits(4) {
		return i
	}
	n := cite{first: i, end: k + 3}
	if c.p.at(n.end).low == "/" && c.p.at(n.end+1).is("ec", "eec", "eu", "euratom") {
		n.end += 2
	} else if k == i+1 {
		return i
	}
	n.Type, n.Page = "regulation", c.p.str(k, n.end)
	c.add(n)
	return n.end
}

// regulationEU reads "Regulation (EU) 2016/679".
func (c *citer) regulationEU(i int) int {
	if c.p.at(i).low == "directive" {
		return c.directive(i)
	}
	if !c.p.at(i).capital || c.p.at(i+1).low != "(" || !c.p.at(i+2).is("eu", "ec") || c.p.at(i+3).low != ")" {
		return i
	}
	k := i + 4
	if c.p.at(k).low == "no" {
		if k++; c.p.at(k).low == "." {
			k++
		}
	}
	if c.p.at(k).kind != number || c.p.at(k+1).low != "/" || c.p.at(k+2).kind != number {
		return i
	}
	n := cite{first: i, end: k + 3}
	n.Type, n.Page = "regulation", c.p.str(k, k+3)
	c.add(n)
	return n.end
}
