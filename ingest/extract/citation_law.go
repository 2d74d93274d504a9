package extract

import (
	"strings"
	"sync"
)

// titled reads the section or page behind a code with a title or volume: "18 U.S.C.
// § 2701(a)", "85 Fed. Reg. 1234", "29 C.F.R. pt. 1604". i is the title, end the position
// behind the code.
func (c *citer) titled(i, end int, e edition) int {
	k, mark := c.sectionMark(end)
	if c.p.at(k).low == "," && mark == "" {
		k, mark = c.sectionMark(k + 1)
	}
	sec, after := c.sectionAt(k)
	if after == k {
		return i
	}
	if paperCite[e.normal] && mark == "" { // cited by page, so that a range is a pin cite
		sec, after = c.p.str(k, k+1), k+1
	}
	n := cite{first: i, end: after, after: after}
	n.Type, n.Page = e.kind, sec
	n.first, n.Volume = c.volumeAt(i)
	n.Reporter = c.p.str(i+1, end)
	sign := " "
	if mark != "" || strings.HasPrefix(e.normal, "U.S.C") || e.normal == "C.F.R." {
		sign = " § "
		if mark == "pt" || mark == "part" {
			sign = " pt. "
		}
	}
	n.Normal = n.Volume + " " + e.normal + sign + sec
	c.finishLaw(&n)
	c.add(n)
	return n.after
}

// paperCite are collections that are cited by volume and page.
var paperCite = set("Fed. Reg.", "Stat.")

// sectionMark steps over "§", "§§", "section", "pt." and the like.
func (c *citer) sectionMark(k int) (after int, mark string) {
	for ; k < len(c.p.tokens); k++ {
		t := c.p.tokens[k]
		switch {
		case t.low == "§" || t.low == "¶":
			mark = "§"
		case t.kind == word && (t.is("section", "sections", "sec", "secs", "pt", "pts", "part", "parts", "art", "arts", "article", "ch",
			"chapter", "c", "rule", "rules", "r", "tit", "title", "amend", "amends", "amendment", "cl", "ss", "subpt", "subpart", "ann")):
			if t.low != "ann" {
				mark = t.low
			}
		case t.low == "." && k > 0 && c.p.tokens[k-1].kind == word:
		default:
			return k, mark
		}
		if t.para {
			return k, ""
		}
	}
	return k, mark
}

// sectionAt reads a section: numbers, letters and signs stuck together ("2000e-5",
// "2A:14-1", "5/2-619"), or a capital roman number.
func (c *citer) sectionAt(k int) (sec string, end int) {
	t := c.p.at(k)
	if t.para || k >= len(c.p.tokens) {
		return "", k
	}
	if t.kind == word && (!t.capital || len(t.low) > 6 || strings.Trim(t.low, "ivxlcabd") != "") || t.kind == punct || t.kind == clitic {
		return "", k
	}
	end = k + 1
	for {
		sign, next := c.p.at(end), c.p.at(end+1)
		if sign.low == "/" && sign.space && next.space && next.kind == number {
			end += 2
			continue
		}
		if sign.space || next.space || !sign.is("-", "–", ".", ":", "/") ||
			next.kind != number && next.kind != mixed && !(next.kind == word && len(next.low) < 5) {
			break
		}
		end += 2
	}
	if n := c.p.at(end); n.kind == word && len(n.low) < 3 && !n.space && end > k+1 {
		end++
	}
	return c.p.str(k, end), end
}

// finishLaw reads subsections as the pin, "et seq." and a year in parentheses.
func (c *citer) finishLaw(n *cite) {
	from := n.end
	k := c.subsections(from)
	if c.p.at(k).low == "," && c.p.at(k+1).low == "subd" {
		k += 2
	}
	if c.p.at(k).low == "et" && c.p.at(k+1).low == "seq" {
		k += 2
		if c.p.at(k).low == "." && !c.endsSentence(k) {
			k++
		}
	}
	if k > from {
		n.Pin = c.p.str(from, k)
	}
	n.after = k
	if c.p.at(k).low == "(" {
		for end := k + 1; end < k+10; end++ {
			if t := c.p.at(end); t.low == ")" {
				n.Year = c.yearIn(k+1, end)
				if n.Year != "" {
					n.after = end + 1
				}
				return
			}
		}
	}
}

// subsections steps over "(a)(1)(iv)" that is stuck to the section before k.
func (c *citer) subsections(k int) int {
	for c.p.at(k).low == "(" && !c.p.at(k).space {
		in := c.p.at(k + 1)
		close := k + 2
		if c.p.at(close).low == "-" {
			close += 2
		}
		if c.p.at(close).low != ")" || in.kind == punct || len(in.low) > 5 {
			return k
		}
		k = close + 1
	}
	return k
}

// byCode reads a law that is cited by the name of its code: "Cal. Civ. Code § 1709",
// "Mass. Gen. Laws ch. 93A, § 2", "Fed. R. Civ. P. 12(b)(6)", "U.S. Const. amend. XIV, § 1".
func (c *citer) byCode(i int) int {
	entry, end := codes().match(c.p.tokens, i, true)
	if end == i {
		return i
	}
	k := end
	for c.p.at(k).is("ann", ",") || c.p.at(k).low == "." && k > end {
		k++
	}
	after, sec, marked := c.lawParts(k, entry)
	if after == k {
		return i
	}
	numbered := strings.ContainsAny(sec, "-.:") || entry.direct
	if !marked && !numbered || strings.HasSuffix(entry.normal, "Registration No.") && !strings.Contains(sec, ",") {
		return i
	}
	n := cite{first: i, end: after, after: after}
	n.Type, n.Reporter, n.Page = entry.kind, c.p.str(i, end), sec
	if entry.kind == "rule" {
		n.end = c.subsections(after)
		n.Page = c.p.str(after-1, n.end)
	}
	n.Normal = entry.normal + strings.TrimPrefix(" "+c.p.str(k, n.end), "  ")
	c.titleOf(&n, k, sec)
	c.finishLaw(&n)
	c.add(n)
	return n.after
}

// titleOf gives a code that is cited by title its name without "tit." and the title as
// its volume, and steps over the kind of a patent ("8,112,504 B2").
func (c *citer) titleOf(n *cite, k int, sec string) {
	for _, part := range [...]string{" tit.", " ch.", " art.", " r.", " c."} {
		name, cut := strings.CutSuffix(n.Reporter, part)
		if !cut {
			continue
		}
		n.Reporter = name
		if number := c.p.str(k, k+1); part == " tit." && number != sec {
			n.Volume = number
		}
	}
	if t := c.p.at(n.end); strings.HasSuffix(n.Reporter, "Patent No.") && t.upper && len(t.low) == 2 && t.low[1] <= '9' {
		n.end++
	}
}

// lawParts reads the parts that name the place: "ch. 93A, § 2", "art. I, § 8, cl. 3".
func (c *citer) lawParts(k int, entry code) (end int, sec string, marked bool) {
	marked = strings.HasSuffix(entry.normal, "tit.") || strings.HasSuffix(entry.normal, "ch.") ||
		strings.HasSuffix(entry.normal, "art.") || strings.HasSuffix(entry.normal, "c.") || strings.HasSuffix(entry.normal, "r.")
	end = k
	for {
		at := end
		if end > k && c.p.at(at).low == "," {
			at++
		}
		at, mark := c.sectionMark(at)
		if end > k && mark == "" {
			return end, sec, marked
		}
		part, after := c.sectionAt(at)
		if after == at {
			return end, sec, marked
		}
		if c.p.at(after-1).kind == word && after == at+1 && mark == "" && entry.kind != "constitution" {
			return end, sec, marked
		}
		sec, end, marked = part, after, marked || mark != ""
	}
}

// section reads a section sign that no listed code stands before. Behind an abbreviation
// that begins with a state it is a statute ("Tex. Empl. Code Ann. § 25"), else of
// unknown law.
func (c *citer) section(i int) int {
	k, _ := c.sectionMark(i)
	sec, end := c.sectionAt(k)
	if end == k {
		return i + 1
	}
	if first := c.stateCode(i); first < i {
		n := cite{first: first, end: end}
		n.Type, n.Reporter, n.Page = "statute", c.p.str(first, i), sec
		n.Normal = n.Reporter + " § " + sec
		c.finishLaw(&n)
		c.add(n)
		return n.after
	}
	n := cite{first: i, end: c.subsections(end)}
	n.Type = "unknown"
	c.add(n)
	return n.end
}

// stateCode is the position of a state's abbreviation with which the words before i begin
// the name of a code, i when there is none.
func (c *citer) stateCode(i int) int {
	start, isCode := i, false
	for k := i - 1; k >= 0 && k > i-18; k-- {
		t := c.p.at(k)
		switch {
		case t.is("code", "stat", "law", "laws", "ann", "act", "tit", "r", "regs"):
			isCode = true
		case t.low == "." && !c.endsSentence(k), t.is("&", ",", "-", "and"), t.kind == number && k > i-6, t.kind == mixed:
		case t.kind == word && t.capital:
		default:
			return start
		}
		if _, end := stateAbbreviations().match(c.p.tokens, k, true); end > k && isCode && t.capital && !c.cited(k) {
			start = k
			if n := c.p.at(k - 1); n.kind == number && !n.para && n.digits(3) {
				start--
			}
		}
		if t.para {
			return start
		}
	}
	return start
}

// stateAbbreviations are "Cal.", "N.Y." and the like.
var stateAbbreviations = sync.OnceValue(func() *trie[bool] {
	t := &trie[bool]{}
	for _, row := range rows("districts.tsv") {
		t.add(column(row, 1), true)
	}
	t.add("Am. Samoa", true)
	return t
})

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

// regulationEU reads "Regulation (EU) 2016/679".
func (c *citer) regulationEU(i int) int {
	if !c.p.at(i).capital || c.p.at(i+1).low != "(" || !c.p.at(i+2).is("eu", "ec") || c.p.at(i+3).low != ")" {
		return i
	}
	k := i + 4
	if c.p.at(k).low == "no" {
		k += 2
	}
	if c.p.at(k).kind != number || c.p.at(k+1).low != "/" || c.p.at(k+2).kind != number {
		return i
	}
	n := cite{first: i, end: k + 3}
	n.Type, n.Page = "regulation", c.p.str(k, k+3)
	c.add(n)
	return n.end
}
