package extract

import "strings"

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

// finishLaw reads subsections as the pin, "et seq." and a year in parentheses.
func (c *citer) finishLaw(n *cite) {
	from := n.end
	k := c.subsections(from)
	if c.p.at(k).low == "," && c.p.at(k+1).low == "subd" {
		if k += 2; c.p.at(k).low == "." && c.p.at(k+1).kind != word && c.p.at(k+1).kind != punct {
			k = c.subsections(k + 2)
		}
	}
	if c.p.at(k).low == "et" && c.p.at(k+1).low == "seq" {
		k += 2
		if c.p.at(k).low == "." && (!c.endsSentence(k) || c.p.at(k+1).low == "(") {
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
