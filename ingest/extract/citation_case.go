package extract

import "strings"

// byVolume reads a citation that begins with a volume, title or year at i, and gives
// the position behind it, or i when there is none.
func (c *citer) byVolume(i int) int {
	vol := &c.p.tokens[i]
	if vol.kind == mixed && len(vol.low) > 4 && c.p.str(i, i+1) != vol.low {
		if end := c.glued(i); end > i {
			return end
		}
	}
	if end := c.louisiana(i); end > i {
		return end
	}
	if prev := c.p.at(i - 1); prev.kind == word && !vol.para && (numberedThing[prev.low] || prev.capital && dateWords[prev.low] == dateMonth && len(vol.low) < 3) {
		return i
	}
	if vol.kind == mixed && (len(vol.low) > 6 || ordinal(vol.low)) || vol.kind == number && !vol.digits(4) {
		return i
	}
	next := c.p.at(i + 1)
	if next.low == "-" && vol.digits(4) && len(vol.low) == 4 {
		return c.neutral(i, i+2)
	}
	if next.low == "," && c.p.at(i+2).low == "united" { // "18, United States Code, Section 3500"
		if e, end := editions().byVolume.match(c.p.tokens, i+2, true); end > i+4 && e.kind == "statute" {
			return c.titled(i, end, e)
		}
	}
	if next.kind != word || !next.capital || next.para {
		return i
	}
	if len(vol.low) == 4 && vol.digits(4) {
		if end := c.neutral(i, i+1); end > i {
			return end
		}
	}
	if len(vol.low) < 4 && next.upper && vol.digits(3) && !c.isTime(next) {
		if end := c.earlyNeutral(i); end > i {
			return end
		}
	}
	e, end := editions().byVolume.match(c.p.tokens, i+1, true)
	if end > i+1 && c.stopsFit(e, i+1, end) {
		read := c.paged
		if e.kind == "statute" || e.kind == "regulation" {
			read = c.titled
		}
		if after := read(i, end, e); after > i {
			return after
		}
	}
	return c.unlisted(i)
}

// earlyNeutral reads a neutral citation with less than four digits for its year, "12 WI 345",
// unless the name is a report's as well.
func (c *citer) earlyNeutral(i int) int {
	_, report := editions().byVolume.match(c.p.tokens, i+1, true)
	_, end := editions().neutral.match(c.p.tokens, i+1, true)
	if end < report || c.p.tokens[end-1].kind == word && !c.p.tokens[end-1].capital {
		return i
	}
	if page, after := c.pageAt(end); after == end || len(page) > 4 || len(page) < 3 && len(c.p.tokens[i].low) < 3 || !c.bareFits(after) {
		return i
	}
	return c.neutral(i, i+1)
}

// neutral reads "2015 UT 23" and "2010-Ohio-1234"; k is the position of the reporter.
func (c *citer) neutral(i, k int) int {
	e, end := editions().neutral.match(c.p.tokens, k, true)
	if end == k {
		return i
	}
	sep := "-"
	if k == i+1 {
		sep = " "
		if w := &c.p.tokens[k]; !w.upper && len(w.low) == 2 {
			return i
		}
	}
	if c.p.at(end).is("-", ",") {
		end++
	}
	page, after := c.pageAt(end)
	if after == end {
		return i
	}
	if c.p.at(after).low == "-" && c.p.at(after+1).is("u", "b", "m") && !c.p.at(after+1).space {
		page += c.p.str(after, after+2)
		after += 2
	}
	k2 := c.newCase(i, k, end, after, page, e)
	if len(k2.Volume) == 4 {
		k2.Year = k2.Volume
	}
	k2.Normal = k2.Volume + sep + e.normal + sep + k2.Page
	return c.addCase(k2)
}

// paged reads the page behind the reporter tokens[i+1:end], or the "at" of a short form.
func (c *citer) paged(i, end int, e edition) int {
	k, name, year := c.between(end)
	if e.normal != "U.S." {
		end = name
	}
	if page, after := c.pageAt(k); after > k && c.looksCited(i, end, page, after) {
		n := c.newCase(i, i+1, end, after, page, e)
		n.Year = year
		return c.addCase(n)
	}
	at := k
	if c.p.at(at).low == "," {
		at++
		if page, after := c.pageAt(at); after > at && (c.closes(after) || c.p.at(after).capital) && c.commaFits(e) {
			return c.addCase(c.newCase(i, i+1, end, after, page, e))
		}
	}
	if c.p.at(at).low != "at" || e.kind == "journal" {
		return i
	}
	at++
	for c.p.at(at).is("*", "¶", "p") {
		at++
	}
	if page, after := c.pageAt(at); after > at {
		s := c.newCase(i, i+1, end, after, page, e)
		s.Type, s.Pin = "short", page
		s.after, _ = c.pin(c.rangeEnd(s.end))
		if page != "" {
			s.Pin = c.p.str(after-1, s.after)
		}
		s.Name = c.shortName(i)
		c.add(s)
		return max(after, s.after)
	}
	return i
}

func (c *citer) newCase(i, k, end, after int, page string, e edition) cite {
	n := cite{first: i, end: after, after: after}
	n.Type = "case"
	if e.kind != "case" && e.kind != "neutral" {
		n.Type = e.kind
	}
	n.first, n.Volume = c.volumeAt(i)
	n.end = c.pageSuffix(after)
	n.Reporter = strings.TrimRight(c.p.str(k, end), "-, ")
	if n.end > after && page != "" {
		page += c.p.str(after, n.end)
	}
	n.Page, n.Court = page, e.court
	n.Normal = strings.TrimRight(n.Volume+" "+e.normal+" "+page, " ")
	return n
}

// addCase completes a full citation with its name, pin cite and parenthesis.
func (c *citer) addCase(n cite) int {
	prev := c.last()
	n.after, n.Pin = c.pin(n.end)
	if prev != nil && prev.Type == n.Type && c.parallel(prev, n.first) {
		n.joined = true
		n.Name, n.plaintiff, n.defendant = prev.Name, prev.plaintiff, prev.defendant
	} else if n.Type == "case" {
		c.caseName(&n)
	}
	end := c.courtAndYear(&n)
	n.closed = end
	if n.Year != "" {
		c.shareYear(n)
		c.historyYear(n)
	}
	c.add(n)
	return end
}

// parallel says whether only a comma stands between the citation prev and position i.
func (c *citer) parallel(prev *cite, i int) bool {
	return prev.after == i || prev.after+1 == i && c.p.tokens[prev.after].is(",", "[")
}

// shareYear gives the year and court of the last of several parallel citations to the
// others.
func (c *citer) shareYear(n cite) {
	joined := n.joined
	for i := len(c.out) - 1; i >= 0 && joined; i-- {
		o := &c.out[i]
		if o.page != c.page {
			return
		}
		if o.Year == "" {
			o.Year = n.Year
		}
		if o.Court == "" {
			o.Court = n.Court
		}
		joined = o.joined
	}
}
