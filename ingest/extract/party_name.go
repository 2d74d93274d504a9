package extract

import (
	"slices"

	"averment/evidence"
)

// run is a capitalised name at one place, read without knowing yet what it is.
type run struct {
	page, first, end int
	title            string // title or occupation before it, folded
	judge            bool
	opening          bool // first word of its sentence, so that the capital tells nothing
	kind             bodyKind
	courtName        string // full name of the court, when the table knows it
	isCourt          bool
	listed           bool // in a list of names with ages, each on a line of its own
	campaign         bool // a name whose small words tell it, "Yes for Transit"
}

// harvest collects the names of the sentences that are not headlines in title case.
func (c *cast) harvest() {
	c.runs = make([]run, 0, c.v.tokenCount()/8+4)
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for _, s := range p.sentences {
			if s.matter == deskMatter && c.v.doc.Kind == evidence.Filing || s.matter == captionMatter && allUpper(p.sentenceTokens(s)) {
				continue
			}
			if !titleCase(p.sentenceTokens(s), s.heading) || counselList(p, s) || agedList(p, s) {
				c.harvestSentence(i, p, s)
			} else if !allUpper(p.sentenceTokens(s)) {
				c.harvestForms(i, p, s)
			}
		}
	}
}

// counselList says whether a sentence is the list "For Harbor: Ray Hall and Ana Ruiz of Day Lee".
func counselList(p *pageView, s sentence) bool {
	if p.at(s.first).low != "for" {
		return false
	}
	for k := s.first + 2; k < s.first+9 && k < s.end; k++ {
		if p.at(k).low == ":" {
			return true
		}
	}
	return false
}

// agedList says whether a paragraph without a stop lists persons with their ages, as releases of
// prosecutors do: "Ana T. Ruiz, 38, of Dayton".
func agedList(p *pageView, s sentence) bool {
	if !s.heading {
		return false
	}
	for k := s.first + 1; k+1 < s.end; k++ {
		if age := p.at(k + 1); p.at(k).low == "," && p.at(k-1).capital && age.digits(2) && len(age.low) == 2 && (p.at(k+2).low == "," || k+2 == s.end || p.at(k+2).line) {
			return true
		}
	}
	return false
}

// harvestForms collects only the names with a legal form of a sentence whose capitals tell
// nothing else, as the address of a letter.
func (c *cast) harvestForms(page int, p *pageView, s sentence) {
	from := len(c.runs)
	c.harvestSentence(page, p, s)
	kept := c.runs[:from]
	for _, r := range c.runs[from:] {
		last := p.at(r.end - 1)
		if last.low == "." {
			last = p.at(r.end - 2)
		}
		if before := p.at(r.first - 1); s.heading && (before.capital || !before.is("of", "to", "from", "for", "by")) || r.first == s.first && s.heading {
			continue
		}
		if r.isCourt || names().has(last, suffixWord) && r.end-r.first > 1 && r.end-r.first < 9 {
			kept = append(kept, r)
		}
	}
	c.runs = kept
}

// titleCase says whether most words of a headline are capitalised, or nearly all of a
// sentence, so that capitals tell nothing.
func titleCase(tokens []token, heading bool) bool {
	long, capitals := 0, 0
	for k := range tokens {
		t := &tokens[k]
		if t.kind == word && len(t.low) > 3 {
			long++
			if t.capital {
				capitals++
			}
		}
	}
	if heading {
		return long >= 3 && capitals*10 >= long*7 || allUpper(tokens)
	}
	return long >= 6 && capitals == long && !slices.ContainsFunc(tokens, func(t token) bool {
		return !t.capital && t.is("is", "was", "are", "were", "has", "have", "said", "says")
	})
}

// allUpper says whether every word is in capitals, and there are at least two.
func allUpper(tokens []token) bool {
	n := 0
	for k := range tokens {
		t := &tokens[k]
		if t.kind == word {
			if n++; !t.upper && len(t.low) > 1 {
				return false
			}
		}
	}
	return n > 1
}

func (c *cast) harvestSentence(page int, p *pageView, s sentence) {
	listed, first := agedList(p, s), s.first
	if p.listLetter(first) {
		first += 2
	}
	for i := first; i < s.end; {
		t := &p.tokens[i]
		if c.v.cited[page][i] {
			if c.v.doc.Kind != evidence.Filing && t.capital {
				if end := c.courtAt(page, p, i, s.end); end > i {
					i = end
					continue
				}
			}
			i++
			continue
		}
		if t.low == "<" && ticker(p, i) > i {
			for i < s.end && p.tokens[i].low != ">" {
				i++
			}
			continue
		}
		if end := civicName(p, i, s.end); end > i {
			c.runs = append(c.runs, run{page: page, first: i, end: end})
			i = end
			continue
		}
		if end := c.wholeName(page, p, s, i); end > i {
			i = end
			continue
		}
		if !t.capital && t.kind != mixed && !(t.kind == word && t.is("federal", "bankruptcy")) || t.capital && t.in(inStarters) && c.bare(p, i, s.end) && !ourLady(p, i) && !twoInitials(p, i) && !(countWords[t.low] > 1 && !opens(p, s, i) && p.at(i+1).capital && p.at(i+1).kind == word) {
			i++
			continue
		}
		if end := c.courtAt(page, p, i, s.end); end > i {
			i = end
			continue
		}
		if !t.capital {
			i++
			continue
		}
		if after := nationPrefix(p, i, s.end); after > i {
			i = after
			continue
		}
		r := run{page: page, first: i, opening: opens(p, s, i), listed: listed}
		r.end = runEnd(p, i, s.end, &r)
		next := max(r.end, i+1)
		if trimRun(p, &r, s) {
			r.first = withNumber(p, r)
			c.runs = append(c.runs, r)
		}
		i = next
	}
}

// withNumber is where a company's name begins that opens with a number: "480 Wacker Owner LLC"; else where
// the run begins.
func withNumber(p *pageView, r run) int {
	n := p.at(r.first - 1)
	if n.kind == number && !(n.digits(4) && n.low < "21" && n.low > "18") && !n.para && p.at(r.first).space && p.at(r.end-1).is("llc", "lp", "llp") && !monthWords[p.at(r.first-2).low] && len(n.low) < 6 {
		return r.first - 1
	}
	return r.first
}

// opens says whether only numbers and signs stand before token i in its sentence, so that a
// capital tells nothing.
func opens(p *pageView, s sentence, i int) bool {
	if dash := p.at(i - 1); dash.is("-", "–", ":") && dash.space && p.at(i).space && i-s.first < 14 && s.para {
		return true // the sentence begins behind the dateline
	}
	for k := s.first; k < i; k++ {
		if t := p.at(k); t.kind == word && len(t.low) > 1 {
			return false
		}
	}
	return true
}

// bare says whether no known body begins at i.
func (c *cast) bare(p *pageView, i, limit int) bool {
	_, after := bodyAt(p.tokens[:limit], i)
	return after <= i+1
}

// courtAt records a court named at i and gives the position behind it.
func (c *cast) courtAt(page int, p *pageView, i, end int) int {
	e, after := courts().names.match(p.tokens[:end], i, true)
	if after == i || e.short {
		e, after = newsCourt(p.tokens[:end], i)
		if after == i || e.id == "" && e.name == "" {
			return i
		}
	}
	c.runs = append(c.runs, run{page: page, first: i, end: after, isCourt: true, courtName: e.name})
	return after
}

// text is the name as printed, white space folded.
func (r run) text(p *pageView) string {
	name := singleSpaced(p.str(r.first, r.end))
	if k := r.sharedSurname(p); k > 0 {
		name += " " + p.text[p.tokens[k].start:p.tokens[k].end]
	}
	return name
}

// sharedSurname is the position of the family name that a given name has in common with the
// one behind it, as in "Luis and Andre Fontaine"; 0 for none.
func (r run) sharedSurname(p *pageView) int {
	g := names()
	kin := p.at(r.first-1).in(inKinNouns) || p.at(r.first-1).low == "," && p.at(r.first-2).in(inKinNouns)
	if r.end-r.first != 1 || p.at(r.end).low != "and" || !kin && !g.has(p.at(r.first), firstName) || p.at(r.first-1).capital {
		return 0
	}
	given, family := p.at(r.end+1), p.at(r.end+2)
	if !kin && !g.has(given, firstName) && !familyPlural(p, family.low) || !given.capital || !family.capital || family.kind != word || family.para || g.has(family, orgWord|suffixWord|agencyWord) || p.at(r.end+3).capital && p.at(r.end+3).kind == word {
		return 0
	}
	return r.end + 2
}

// kinNouns are nouns before the names of two who share a surname.
var kinNouns = set("couple", "brothers", "sisters", "siblings", "spouses", "parents", "twins", "newlyweds", "pensioners")

// familyPlural says whether the text speaks of a family by the surname: "the Villanuevas".
func familyPlural(p *pageView, surname string) bool {
	for k := range p.tokens {
		if t := &p.tokens[k]; t.capital && len(t.low) == len(surname)+1 && t.low[len(surname)] == 's' && t.low[:len(surname)] == surname && p.at(k-1).low == "the" {
			return true
		}
	}
	return false
}
