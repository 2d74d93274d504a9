package extract

import "strings"

// byVolume reads a citation that begins with a volume, title or year at i, and gives
// the position behind it, or i when there is none.
func (c *citer) byVolume(i int) int {
	vol := c.p.tokens[i]
	if vol.kind == mixed && len(vol.low) > 4 && c.p.str(i, i+1) != vol.low {
		if end := c.glued(i); end > i {
			return end
		}
	}
	if end := c.louisiana(i); end > i {
		return end
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

// stopsFit says whether a one-word abbreviation has its stop: "12 A. 34" but not "12 A 34".
// Official styles print some without ("402 Mich 117"); those that are words need it.
func (c *citer) stopsFit(e edition, first, end int) bool {
	t := c.p.tokens[first]
	if end-first > 2 || !strings.HasSuffix(e.normal, ".") || len(t.low) != len(e.normal)-1 || c.p.tokens[end-1].low == "." {
		return true
	}
	return strings.Contains(strings.TrimSuffix(e.normal, "."), ".") || stopless[t.low]
}

// stopless are abbreviations that some courts print without their stop.
var stopless = set("mich", "misc", "conn", "wis", "kan", "ga", "va", "ark", "tenn", "ariz", "minn", "colo", "fla", "tex", "mont", "nev", "neb", "md", "okla",
	"biss", "blatch", "wend", "johns", "cush", "gratt", "paige", "barb", "yerg", "heisk", "humph", "ired", "sawy", "blackf", "dill", "sumn", "abs")

// isTime says whether the abbreviation belongs to an hour.
func (c *citer) isTime(t token) bool { return t.is("am", "pm", "ad", "bc") }

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
		if w := c.p.tokens[k]; !w.upper && len(w.low) == 2 {
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
		s.Name = c.shortName(i)
		c.add(s)
		return after
	}
	return i
}

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

// commaFits says whether a comma may stand between the reporter and its page: behind a
// place ("12 Iowa, 299") it may not.
func (c *citer) commaFits(e edition) bool {
	return strings.Contains(e.normal, ".") || !placeReports[e.normal]
}

// placeReports are reports that are named like places.
var placeReports = set("Iowa", "Ohio", "Idaho", "Alaska", "Utah", "Guam", "Dakota", "Black", "Day", "Hill", "Hall", "York", "Bond", "Bush", "Gray", "Story", "Grant", "Jones", "Smith")

// looksCited says whether a report printed as one word without a stop, which may be a name
// or an agency as well, is cited: the page is long, or law stands beside it.
func (c *citer) looksCited(i, end int, page string, after int) bool {
	t := c.p.tokens[end-1]
	if sign := c.p.at(after); sign.low == ":" && !sign.space && !c.p.at(after+1).space && c.p.at(after+1).kind == number {
		return false // chapter and verse
	}
	if t.low == "f" || t.low == "." && c.p.tokens[end-2].low == "f" {
		return !(c.p.at(after).low == "c" && c.p.at(after).capital)
	}
	if end-i > 2 || t.kind != word || t.upper && !agencies[t.low] || strings.ContainsAny(t.low, "0123456789") {
		return true
	}
	prev, next := c.p.at(i-1), c.p.at(after)
	opens := i == 0 || c.p.tokens[i].para || prev.low == "." && c.endsSentence(i-1)
	legal := opens || prev.is(",", ";", "see", "cf", "citing", "quoting", "accord", "and") || next.low == "(" && isYear(c.p.at(after+1))
	year := c.p.tokens[i].digits(4) && isYear(c.p.tokens[i])
	return c.bareFits(after) && !year && (legal && (len(page) > 2 || prev.low != "." && prev.low != "and") || len(page) > 2 && !everyday[t.low])
}

// everyday are reporters named like things that are numbered or counted: without law
// beside it, "25 Call 911" is no citation.
var everyday = set("day", "call", "hall", "black", "hill", "grant", "story", "gray", "bush", "bond", "bay", "mills", "smith", "main", "york", "root")

// agencies are abbreviations of agencies that name their reports too.
var agencies = set("sec", "ftc", "fcc", "icc", "nlrb", "ferc", "nrc", "msha", "flra", "epa")

// bareFits says whether a number behind a report named like a person counts nothing, as
// in "2 Wilson 345" but not "3 Grant 40 acres".
func (c *citer) bareFits(after int) bool {
	t := c.p.at(after)
	return after >= len(c.p.tokens) || t.para || t.kind != word || t.capital || besides[t.low]
}

// besides are small words that may follow a citation at once.
var besides = set("and", "or", "at", "in", "is", "was", "where", "which", "that", "the", "as", "by", "to", "with", "for", "note", "n", "id", "this", "it", "we")

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
	}
	c.add(n)
	return end
}

// parallel says whether only a comma stands between the citation prev and position i.
func (c *citer) parallel(prev *cite, i int) bool {
	return prev.after == i || prev.after+1 == i && c.p.tokens[prev.after].low == ","
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
		if k < 0 || !c.p.at(k).digits(4) || !c.p.at(k+1).is("-", "–") {
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
	journal, dots, words := false, 0, 0
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
		case t.is("&", "on", "of", "the", "and", "in", "for", "'", "’", "-", ":", "(", ")", ",") || t.kind == clitic:
		case t.kind == mixed && ordinal(t.low) && dots > 0 && (c.p.at(k+1).kind != punct || c.p.at(k+1).low == "("):
		case t.kind == number || t.kind == mixed:
			if journal && dots > 0 {
				return c.unlistedAt(i, k, "journal")
			}
			prev := c.p.at(k - 1)
			if prev.low == "." {
				prev = c.p.at(k - 2)
			}
			if sessionLaw[prev.low] && (dots > 0 || words == 2 && len(c.p.at(i).low) == 4) {
				return c.unlistedAt(i, k, "statute")
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
