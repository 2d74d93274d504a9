package extract

import (
	"strings"
	"sync"
)

// sectionMark steps over "§", "§§", "section", "pt." and the like.
func (c *citer) sectionMark(k int) (after int, mark string) {
	for ; k < len(c.p.tokens); k++ {
		t := &c.p.tokens[k]
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
		if sign.is("-", "–") && !sign.space && next.low == "." && !next.space && c.p.at(end+2).kind == number && !c.p.at(end+2).space {
			end += 3 // "1604.1-.11"
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

// section reads a section sign that no listed code stands before. Behind an abbreviation
// that begins with a state it is a statute ("Tex. Empl. Code Ann. § 25"), else of
// unknown law.
func (c *citer) section(i int) int {
	k, _ := c.sectionMark(i + 1)
	sec, end := c.sectionAt(k)
	if end == k {
		return i + 1
	}
	if first := c.stateCode(i); first < i {
		n := cite{first: first, end: end}
		n.Type, n.Page = "statute", sec
		printed := c.p.str(first, i)
		n.Normal = printed + " § " + sec
		if strings.Contains(printed, "Admin") || strings.Contains(printed, "Regs.") {
			n.Type = "regulation"
		}
		n.Reporter, n.Volume = lawName(printed, sec)
		if c.p.at(first).kind == number {
			n.Volume, n.Reporter = c.p.str(first, first+1), c.p.str(first+1, i)
		}
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
			if n := c.p.at(k - 1); n.digits(3) && !t.para {
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
