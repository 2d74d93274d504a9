package extract

import "strings"

// stopsFit says whether a one-word abbreviation has its stop: "12 A. 34" but not "12 A 34".
// Official styles print some without ("402 Mich 117"); those that are words need it.
func (c *citer) stopsFit(e edition, first, end int) bool {
	t := &c.p.tokens[first]
	if end-first > 2 || !strings.HasSuffix(e.normal, ".") || len(t.low) != len(e.normal)-1 || c.p.tokens[end-1].low == "." {
		return true
	}
	return strings.Contains(strings.TrimSuffix(e.normal, "."), ".") || stopless[t.low]
}

// stopless are abbreviations that some courts print without their stop.
var stopless = set("mich", "misc", "conn", "wis", "kan", "ga", "va", "ark", "tenn", "ariz", "minn", "colo", "fla", "tex", "mont", "nev", "neb", "md", "okla",
	"biss", "blatch", "wend", "johns", "cush", "gratt", "paige", "barb", "yerg", "heisk", "humph", "ired", "sawy", "blackf", "dill", "sumn", "abs")

// numberedThing are words whose number is no volume.
var numberedThing = set("chapter", "part", "page", "exhibit", "item", "table", "figure", "step", "version", "question", "room", "suite",
	"flight", "route", "highway", "interstate", "grade", "phase", "level", "lot", "unit", "apt", "apartment", "channel", "gate")

// isTime says whether the abbreviation belongs to an hour.
func (c *citer) isTime(t *token) bool { return t.is("am", "pm", "ad", "bc") }

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
	t := &c.p.tokens[end-1]
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
	year := c.p.tokens[i].digits(4) && isYear(&c.p.tokens[i])
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
