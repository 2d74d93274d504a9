package extract

import "strings"

// pin reads the pin cite behind a page: ", 120-25", ", at *3", " at 5 n.2", ", ¶ 12". It
// stops before a number that is the volume of a parallel citation.
func (c *citer) pin(i int) (after int, pin string) {
	k, from := i, -1
	for k < len(c.p.tokens) && k < i+24 {
		start := k
		if c.p.at(k).low == "," || c.p.at(k).low == "&" {
			k++
		}
		for c.p.at(k).is("at", "*", "¶", "n", "nn", ".", "&", "p", "pp") && !c.p.at(k).para {
			if c.p.at(k).low == "." && !c.p.at(k-1).is("n", "nn", "p", "pp") {
				break
			}
			k++
		}
		t := c.p.at(k)
		if t.kind != number && t.kind != mixed || t.para || k == start || k == i || c.isVolume(k) {
			k = start
			break
		}
		if from < 0 {
			from = start
		}
		k = c.rangeEnd(k + 1)
	}
	if from < 0 {
		return i, ""
	}
	return k, strings.TrimLeft(c.p.str(from, k), ", ")
}

// rangeEnd steps over the end of a range, "-25" or "–*6", that is stuck to a page.
func (c *citer) rangeEnd(k int) int {
	if !c.p.at(k).is("-", "–") || c.p.at(k).space {
		return k
	}
	n := k + 1
	for c.p.at(n).low == "*" {
		n++
	}
	if c.p.at(n).kind == number {
		return n + 1
	}
	return k
}

// isVolume says whether the number at k begins a citation of its own.
func (c *citer) isVolume(k int) bool {
	next := c.p.at(k + 1)
	if next.kind != word || !next.capital {
		return c.p.at(k).digits(4) && next.low == "-" && c.p.at(k+2).low == "ohio"
	}
	_, end := editions().byVolume.match(c.p.tokens, k+1, true)
	if end > k+1 {
		return true
	}
	_, end = editions().neutral.match(c.p.tokens, k+1, true)
	return end > k+1
}

// courtAndYear reads the parenthesis behind a case, "(9th Cir. 1999)" or, in New York,
// "[Sup Ct 1999]", and gives the position behind it. Another parenthesis in between, such
// as "(en banc)", is stepped over.
func (c *citer) courtAndYear(n *cite) int {
	k := c.tagEnd(c.blankPins(n.after))
	for tries := 0; tries < 3 && c.p.at(k).is("(", "[") && !c.p.at(k).para; tries++ {
		end := k + 1
		for end < len(c.p.tokens) && end < k+26 && !c.p.at(end).is("(", ")", "[", "]") {
			end++
		}
		if c.p.at(k).low == "(" && c.p.at(end).low == "[" && (c.p.at(end+3).low == "]" || c.p.at(end+4).low == "]") { // "(Tex. App.—Houston [14th Dist.] 2020, no pet.)"
			for end < len(c.p.tokens) && end < k+30 && !c.p.at(end).is("(", ")") {
				end++
			}
		}
		if !c.p.at(end).is(")", "]") {
			return n.after
		}
		if court := c.courtBeforeHistory(k, end); court != "" {
			n.Court = court
			return end + 1
		}
		if year := c.yearIn(k+1, end); year != "" {
			if c.p.at(k).low == "[" && c.holdsVolume(k+1, end) {
				return n.after // "[93 S. Ct. 7 (1973)]" is a parallel citation
			}
			n.Year = year
			if court := courtNamed(c.p.tokens, k+1, end); court != "" {
				n.Court = court
			}
			return end + 1
		}
		k = end + 1
	}
	return n.after
}

// courtBeforeHistory is the court of a parenthesis without a year, "(2d Cir.)", whose case goes
// on: the year stands behind what became of it, ", cert. denied, 370 U.S. 901 (1962)".
func (c *citer) courtBeforeHistory(k, end int) string {
	if c.p.at(k).low != "(" || end-k > 8 || c.yearIn(k+1, end) != "" || c.p.at(end+1).low != "," ||
		!c.p.at(end+2).is("cert", "aff'd", "rev'd", "affirmed", "reversed", "vacated", "modified", "reh'g", "appeal", "overruled") {
		return ""
	}
	return courtNamed(c.p.tokens, k+1, end)
}

// historyYear gives a case that was cited without a year that of what became of it, which n
// cites.
func (c *citer) historyYear(n cite) {
	last := c.last()
	if last == nil || last.Type != "case" || last.Year != "" || last.Court == "" || last.closed == 0 || n.first-last.closed > 8 || n.Year == "" {
		return
	}
	if c.p.at(last.closed).low == "," && c.p.at(last.closed+1).is("cert", "aff'd", "rev'd", "affirmed", "reversed", "vacated", "modified", "reh'g", "appeal", "overruled") {
		last.Year = n.Year
	}
}

// holdsVolume says whether a citation begins among the tokens.
func (c *citer) holdsVolume(first, end int) bool {
	for k := first; k < end; k++ {
		if c.p.at(k).kind == number && c.isVolume(k) {
			return true
		}
	}
	return false
}

// blankPins steps over pages not yet printed: ", ____".
func (c *citer) blankPins(k int) int {
	for c.p.at(k).low == "," && c.p.at(k+1).low == "_" {
		for k++; c.p.at(k).low == "_"; k++ {
		}
	}
	return k
}

// tagEnd steps over the end of an HTML element that is printed in the text: "</em>".
func (c *citer) tagEnd(k int) int {
	if c.p.at(k).low == "<" && c.p.at(k+1).low == "/" && c.p.at(k+2).kind == word && c.p.at(k+3).low == ">" {
		return k + 4
	}
	return k
}

// yearIn is the last plausible year among the tokens, which must stand at the end or be
// followed by a remark.
func (c *citer) yearIn(first, end int) string {
	for k := end - 1; k >= first; k-- {
		if t := c.p.at(k); isYear(t) {
			return t.low
		}
	}
	return ""
}

// isYear says whether the token is a number from 1600 to 2099.
func isYear(t *token) bool {
	return t.digits(4) && len(t.low) == 4 && (t.low[0] == '2' && t.low[1] == '0' || t.low[0] == '1' && t.low[1] >= '6')
}
