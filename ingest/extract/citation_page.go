package extract

import "strings"

// between steps over what may stand between reporter and page: the original reporter
// ("5 U.S. (1 Cranch) 137"), a year ("7 Leg. Int. (1850) 203"), a place or publisher that
// belongs to the reporter's name ("3 Bibb (Ky.) 5"). It gives the position of the page,
// the end of the reporter's name and the year.
func (c *citer) between(end int) (k, name int, year string) {
	k = end
	if c.p.at(k).low == "," && c.p.at(k+1).low == "(" {
		k++
	}
	if c.p.at(k).low != "(" && c.p.at(k).low != "[" {
		return end, end, ""
	}
	numbers := 0
	for n := k + 1; n < k+10; n++ {
		t := c.p.at(n)
		switch {
		case t.is(")", "]"):
			page := n + 1
			if c.p.at(page).low == "," {
				page++
			}
			if _, after := c.pageAt(page); after == page {
				return end, end, ""
			}
			if year = c.yearIn(k+1, n); year != "" || numbers > 0 {
				return page, end, year
			}
			return page, n + 1, ""
		case t.kind == number:
			numbers++
		}
	}
	return end, end, ""
}

// closes says whether a mark or the end of the paragraph stands at k, so that the number
// before it counts nothing.
func (c *citer) closes(k int) bool {
	t := c.p.at(k)
	return k >= len(c.p.tokens) || t.para || t.is(",", ".", ";", "(", ")", "]")
}

// pageAt reads a page: digits, digits with a letter, a roman number, a paragraph with its
// sign stuck to it ("P81,854"), or the blank of a volume not yet printed. It gives "" for
// a blank and k when there is no page.
func (c *citer) pageAt(k int) (page string, end int) {
	from := k
	for c.p.at(k).is("¶", "*") || c.isPageWord(k) {
		if k++; c.p.at(k).low == "." && !c.p.at(k).space {
			k++
		}
	}
	t := c.p.at(k)
	switch {
	case t.para:
		return "", from
	case t.kind == number && strings.IndexByte(t.low, '.') < 0, t.kind == mixed && len(t.low) < 10 && !ordinal(t.low):
		return c.p.str(k, k+1), k + 1
	case k > from && t.kind != number:
		return "", from
	case t.kind == word && len(t.low) < 8 && (!t.capital || t.upper && len(t.low) > 1) && roman(t.low):
		return c.p.str(k, k+1), k + 1
	case t.kind == word && t.capital:
		return c.gluedPage(k, from)
	case t.is("_", "-", "–"):
		end = k
		for c.p.at(end).low == t.low && end-k < 12 {
			end++
		}
		if end-k >= 2 || t.low == "–" || t.low == "_" {
			return "", end
		}
	}
	return "", from
}

// pageWord are words before a page.
var pageWord = set("p", "pp", "page", "par", "para", "no")

// isPageWord says whether a word before a page stands at k; the "P." of "N. P." is none.
func (c *citer) isPageWord(k int) bool {
	t := c.p.at(k)
	return pageWord[t.low] && !t.para && !(t.low == "p" && t.capital && c.p.at(k+1).low == ".")
}

// gluedPage reads a page with one letter stuck to it: "P81,854", "S827".
func (c *citer) gluedPage(k, from int) (page string, end int) {
	t := c.p.at(k)
	digits := t.low[1:]
	if digits == "" || t.low[0] >= 0x80 || strings.Trim(digits, "0123456789") != "" {
		return "", from
	}
	end = k + 1
	if next := c.p.at(end + 1); c.p.at(end).low == "," && !next.space && (next.kind == number || next.kind == mixed) {
		digits = c.p.str(k, end+2)[1:]
		end += 2
	}
	return digits, end
}

// roman says whether the small letters are a roman number below 400.
func roman(low string) bool {
	rest := strings.TrimLeft(low, "c")
	if len(low)-len(rest) > 3 {
		return false
	}
	for _, step := range [2][4]string{{"xc", "xl", "l", "x"}, {"ix", "iv", "v", "i"}} {
		switch {
		case strings.HasPrefix(rest, step[0]) || strings.HasPrefix(rest, step[1]):
			rest = rest[2:]
		default:
			rest = strings.TrimPrefix(rest, step[2])
			for n := 0; n < 3; n++ {
				rest = strings.TrimPrefix(rest, step[3])
			}
		}
	}
	return rest == "" && low != ""
}

// ordinal says whether a mixed token is "1st", "2d", "9th" and the like.
func ordinal(low string) bool {
	end := strings.TrimLeft(low, "0123456789")
	if end == "d" {
		return strings.ContainsAny(low[len(low)-2:len(low)-1], "23")
	}
	return end == "st" || end == "nd" || end == "rd" || end == "th"
}

// volumeAt is the whole of a volume that ends at token i: "1974-2" as well as "410".
func (c *citer) volumeAt(i int) (first int, volume string) {
	for first = i; first >= 2; first -= 2 {
		sign, t := c.p.at(first-1), c.p.at(first-2)
		if sign.low != "-" || sign.space || c.p.at(first).space || t.kind != number {
			break
		}
	}
	return first, c.p.str(first, i+1)
}

// pageSuffix steps over "(U)", "[A]" and "-M" that are stuck to a page.
func (c *citer) pageSuffix(k int) int {
	open, letter, end := c.p.at(k), c.p.at(k+1), c.p.at(k+2)
	if open.space || letter.space || !letter.capital || len(letter.low) != 1 {
		return k
	}
	switch {
	case open.is("(", "[") && end.is(")", "]"):
		return k + 3
	case open.low == "-" && end.low != ".":
		return k + 2
	}
	return k
}
