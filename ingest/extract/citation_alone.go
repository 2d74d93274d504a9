package extract

import "strings"

// alone reads reports of a single volume, which are cited by name and page: "Hempst. 286",
// "Taney, 11". A name printed without a stop is also a person's, so an age behind it
// ("Holmes, 42, said") or a first name before it is no citation.
func (c *citer) alone(i int) int {
	e, end := editions().alone.match(c.p.tokens, i, true)
	if end == i || !c.standsAlone(i) {
		return i
	}
	if n, ok := c.yearly(i, end, e); ok && strings.Contains(e.normal, ".") {
		return c.addCase(n)
	}
	k, end, year := c.between(end)
	if c.p.at(k).low == "," {
		k++
	}
	page, after := c.pageAt(k)
	if after == k || page == "" || !strings.Contains(c.p.str(i, end), ".") && !c.pageNotAge(k, after) {
		return i
	}
	n := cite{first: i, end: after, after: after}
	n.Type, n.Court, n.Reporter, n.Page, n.Year = "case", e.court, c.p.str(i, end), page, year
	n.Normal = e.normal + " " + page
	return c.addCase(n)
}

// standsAlone says whether the name at i is not the rest of a longer one.
func (c *citer) standsAlone(i int) bool {
	prev := c.p.at(i - 1)
	if i == 0 || c.p.tokens[i].para {
		return true
	}
	if prev.low == "." {
		return c.endsSentence(i - 1)
	}
	return !prev.capital && prev.kind != number && prev.kind != mixed && prev.low != "&" && prev.low != "v" && prev.kind != clitic
}

// yearly reads annual volumes that stand behind the name: "L.R.A. 1915A, 601",
// "Mass. Adv. Sh. (1979) 219".
func (c *citer) yearly(i, end int, e edition) (n cite, ok bool) {
	k := end
	for c.p.at(k).low == "(" {
		k++
	}
	vol := c.p.at(k)
	if vol.kind != mixed && k == end || len(vol.low) < 4 || strings.Trim(vol.low[:4], "0123456789") != "" {
		return n, false
	}
	for k++; c.p.at(k).is(",", ")"); k++ {
	}
	page, after := c.pageAt(k)
	if after == k {
		return n, false
	}
	n = cite{first: i, end: after, after: after}
	n.Type, n.Volume, n.Reporter, n.Page, n.Year = "case", c.p.text[vol.start:vol.end], c.p.str(i, end), page, vol.low[:4]
	n.Normal = e.normal + " " + n.Volume + ", " + page
	return n, true
}

// pageNotAge says whether the number at k, which ends before after, is more likely a page
// than an age, a score or a count.
func (c *citer) pageNotAge(k, after int) bool {
	if !c.bareFits(after) || c.p.at(k).kind != number && c.p.at(k).kind != mixed {
		return false
	}
	next := c.p.at(after)
	if len(c.p.at(k).low) < 3 && c.p.at(k-1).low != "," {
		return false
	}
	return next.low != "," || len(c.p.at(k).low) > 2 || c.p.at(after+1).kind == number
}

// glued reads neutral citations printed as one word: "2021COA112".
func (c *citer) glued(i int) int {
	s := c.p.str(i, i+1)
	year := len(s) - len(strings.TrimLeft(s, "0123456789"))
	no := len(strings.TrimRight(s, "0123456789"))
	if year != 2 && year != 4 || no <= year+1 || no == len(s) {
		return i
	}
	name := s[year:no]
	e, end := editions().neutral.match(tokenize(nil, name, 0, len(name)), 0, true)
	if end == 0 || name != strings.ToUpper(name) {
		return i
	}
	n := cite{first: i, end: i + 1, after: i + 1}
	n.Type, n.Volume, n.Reporter, n.Page, n.Court = "case", s[:year], name, s[no:], e.court
	n.Normal = n.Volume + " " + e.normal + " " + n.Page
	if year == 4 {
		n.Year = n.Volume
	}
	return c.addCase(n)
}

// louisiana reads the docket form of Louisiana's courts of appeal: "2009-1359 (La. App.
// 1 Cir. 5/10/10)". i is the year.
func (c *citer) louisiana(i int) int {
	k := i + 1
	if c.p.at(k).is("-", "–") {
		k++
	}
	open := k + 1
	if c.p.at(open).low != "(" || c.p.at(open+1).low != "la" || !c.p.tokens[i].digits(4) {
		return i
	}
	if t := c.p.at(k); t.kind != number && t.kind != mixed {
		return i
	}
	for end := open + 2; end < open+16; end++ {
		if c.p.at(end).low != "cir" {
			continue
		}
		n := cite{first: i}
		for n.end = end; n.end < end+9 && c.p.at(n.end).low != ")"; n.end++ {
		}
		if c.p.at(n.end).low != ")" {
			return i
		}
		n.end++
		n.Type, n.Court, n.Volume = "case", "lactapp", c.p.tokens[i].low
		n.Page, n.Reporter = c.p.str(k, k+1), strings.TrimSpace(c.p.str(open+1, end+1))+"."
		n.Normal = n.Volume + "-" + n.Page + " (" + n.Reporter + ")"
		return c.addCase(n)
	}
	return i
}
