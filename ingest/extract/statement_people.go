package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// someone is a person whom a document calls by a full name.
type someone struct {
	full   string
	words  []string // folded
	gender gender
	trust  bool // something but the capitals says that it is a person
}

// people are the persons of a document by what they are called: full name, surname, given
// name ("kelly ashdown", "de blasio", "kelly"), and by what they are ("mayor", "republican
// presidential nominee"). What would mean two of them means nobody.
type people struct {
	byName  map[string]*someone
	byRole  map[string]*someone
	list    []*someone
	heads   map[string]bool       // first words of the names
	alone   map[string]bool       // capitalised words that stand alone
	genders map[string]gender     // of surnames behind a title: "Ms Castellane"
	shared  map[string][]*someone // by surname
}

// findPeople reads the persons out of all pages.
func findPeople(v *view, parties map[string]*evidence.Party) *people {
	c := &people{byName: map[string]*someone{}, heads: map[string]bool{}, byRole: map[string]*someone{}, alone: map[string]bool{}, genders: map[string]gender{}, shared: map[string][]*someone{}}
	for i := range v.pages {
		p := &v.pages[i]
		for _, x := range p.sentences {
			if !x.heading || !mostlyCapital(p, x) {
				c.sentence(p, x, parties)
			}
		}
	}
	c.index()
	for key := range c.byName {
		c.head(key)
	}
	for key, p := range parties {
		if p != nil && (p.Type == evidence.Person || p.Type == evidence.Judge) {
			c.head(key)
		}
	}
	return c
}

func (c *people) head(key string) {
	first, _, _ := strings.Cut(key, " ")
	c.heads[first] = true
}

// mostlyCapital says whether a line is printed as a title is, so that its capitals tell
// nothing.
func mostlyCapital(p *pageView, x sentence) bool {
	capitals, words := 0, 0
	for k := x.first; k < x.end; k++ {
		if t := &p.tokens[k]; t.kind == word {
			words++
			capitals += b2i(t.capital)
		}
	}
	return capitals*3 > words*2 && words > 3
}

// sentence notes every run of capitalised words of a sentence that may name a person.
func (c *people) sentence(p *pageView, x sentence, parties map[string]*evidence.Party) {
	for k := x.first; k < x.end; k++ {
		if t := &p.tokens[k]; t.kind != word || !t.capital || t.upper && len(t.low) > 1 || k == x.first && (t.in(inStarters) || t.in(inPronouns)) {
			continue
		}
		end := nameEnd(p, k, x.end)
		c.run(p, tokenRun{k, end}, x, parties)
		k = max(k, end-1)
	}
}

// nameEnd is where the capitalised words that begin at k end, with initials, particles and
// hyphens between them.
func nameEnd(p *pageView, k, limit int) int {
	end := k + 1
	for end < limit && end < k+8 {
		t, last, next := &p.tokens[end], &p.tokens[end-1], p.at(end+1)
		switch {
		case t.kind == word && t.capital && !(t.upper && len(t.low) > 3) && t.date() == dateNone:
		case t.low == "." && last.kind == word && (len(last.low) == 1 || last.in(inPersonTitles) || names().has(last, titleWord)) && next.capital:
		case (t.in(inParticles) || t.low == "-" && !t.space && !next.space) && next.capital && next.kind == word && end+1 < limit:
		default:
			return end
		}
		end++
	}
	return end
}

// run takes a run of capitalised words apart: titles, then the name.
func (c *people) run(p *pageView, r tokenRun, x sentence, parties map[string]*evidence.Party) {
	first, who := r.first, gender(0)
	titled := false
	for first < r.end-1 && (p.tokens[first].mayTitle() || p.tokens[first].low == "." && titled) {
		who, titled = max(who, titleGender[p.tokens[first].low]), true
		first++
	}
	for k := first; k < r.end-1; k++ {
		if t := &p.tokens[k]; names().has(t, firstName) && k > first && !names().has(&p.tokens[first], firstName) {
			first = k // "Ohio Democratic Party Chairman David Pepper"
			break
		}
	}
	for k := first + 1; k < r.end-2; k++ {
		if w := p.tokens[k].low; isTitle(w) && p.tokens[k+1].kind == word {
			first, titled = k+1, true // "Employment Judge Felicity Pell"
		}
	}
	for r.end > first+2 && ranks[p.tokens[r.end-1].low] && p.tokens[r.end-1].upper {
		r.end--
	}
	var few [8]string
	words := appendWords(few[:0], p, first, r.end)
	if len(words) < 2 {
		if len(words) == 0 {
			return
		}
		if !titled {
			c.alone[words[0]] = true
		} else if who != 0 {
			c.genders[words[0]] = who
		}
		return
	}
	if len(words) > 4 || organisedWords(words) || modifies(p, r.end) && !titled {
		return
	}
	role, phrase := roleBefore(p, r.first, first, x.first)
	behind := roleBehind(p, r.end, x.end)
	party := partyCalled(parties, p.str(first, r.end))
	if party != nil && party.Type != evidence.Person && party.Type != evidence.Judge && party.Basis != "subject of speech" && party.Basis != "noun of an organisation before the name" {
		return
	}
	w := c.add(p, first, r.end, words)
	w.trust = w.trust || titled || role != "" || behind != "" || party != nil && (party.Type == evidence.Person || party.Type == evidence.Judge) || names().words[words[0]]&firstName != 0 || givenGender()[words[0]] != unknownGender
	w.gender = max(w.gender, who, titleGender[role], titleGender[behind])
	if w.gender == 0 {
		w.gender = givenGender()[words[0]]
	}
	c.enter(c.byRole, phrase, w)
	for _, noun := range []string{role, behind} {
		c.enter(c.byRole, noun, w)
		for _, same := range sameRole[noun] {
			c.enter(c.byRole, same, w)
		}
	}
}

// ranks are letters behind a name that are no part of it.
var ranks = set("kc", "qc", "sc", "bl", "mp", "mep", "msp", "cbe", "obe", "mbe", "phd", "md", "esq", "rn", "dds", "cpa", "jd")

// add is the person whose name stands at a run and has the words, entered when it is new.
func (c *people) add(p *pageView, first, end int, words []string) *someone {
	if w := keyed(c.byName, p, first, end); w != nil {
		return w
	}
	w := &someone{full: oneLine(p.str(first, end)), words: slices.Clone(words)}
	c.byName[strings.Join(words, " ")] = w
	c.list = append(c.list, w)
	return w
}

// enter gives a person one more key; a key of two persons is closed.
func (c *people) enter(m map[string]*someone, key string, w *someone) {
	if key == "" {
		return
	}
	if old, taken := m[key]; taken && old != w {
		w = nil
	}
	m[key] = w
}

// index enters surnames and given names. A name that nothing but its capitals tells of a
// person counts where the text goes on to use the surname alone.
func (c *people) index() {
	for _, w := range c.list {
		last := w.words[len(w.words)-1]
		if !w.trust && (!c.alone[last] || strings.HasSuffix(last, "s")) {
			delete(c.byName, strings.Join(w.words, " "))
			continue
		}
		if g := c.genders[last]; w.gender == 0 {
			w.gender = g
		}
		if len(c.shared[last]) < 8 {
			c.shared[last] = append(c.shared[last], w)
		}
		if names().words[last]&(plainWord|thingWord|lawWord) == 0 {
			c.enter(c.byName, last, w)
		}
		if n := len(w.words); n > 2 && particles[w.words[n-2]] {
			c.enter(c.byName, w.words[n-2]+" "+last, w)
		} else if n > 2 {
			c.enter(c.byName, w.words[n-2]+" "+last, w) // "Guajardo Villarreal"
		}
		c.enter(c.byName, w.words[0], w)
	}
}

// named is the person whom the tokens call by name, titles before it aside; nil for nobody.
func (c *people) named(p *pageView, first, end int) *someone {
	for k := first; k < end && k < first+8; k++ {
		t := &p.tokens[k]
		if t.kind == word && t.capital || t.in(inParticles) {
			if w := keyed(c.byName, p, k, end); w != nil && (k == first || end-k > 1 || isTitle(p.tokens[k-1].low) || p.tokens[k-1].low == "." || callsPerson(p.tokens[k-1].low) || p.tokens[k-1].upper && len(p.tokens[k-1].low) < 4) {
				return w
			}
		}
		if t.kind != word && t.low != "." && t.low != "-" || t.in(inNounLinks) || t.in(inPrepositions) || t.low == "and" {
			return nil
		}
	}
	return nil
}

// oneOf is the only person of a surname whom the gender of a title fits, nil for none.
func (c *people) oneOf(surname string, g gender) *someone {
	var found *someone
	for _, w := range c.shared[surname] {
		if g == unknownGender || w.gender != g {
			continue
		}
		if found != nil {
			return nil
		}
		found = w
	}
	return found
}

// described is the person whom "the mayor" or "the Republican nominee" means.
func (c *people) described(p *pageView, first, end int) *someone {
	if end-first < 2 || end-first > 5 || p.tokens[first].low != "the" {
		return nil
	}
	return keyed(c.byRole, p, first+1, end)
}

// keyed is the person whose key the folded words of a run are, nil for none.
func keyed(m map[string]*someone, p *pageView, first, end int) *someone {
	var few [64]byte
	key := few[:0]
	for k := first; k < end; k++ {
		if t := &p.tokens[k]; t.kind == word {
			if len(key) > 0 {
				key = append(key, ' ')
			}
			key = append(key, t.low...)
		}
	}
	return m[string(key)]
}

// nameWordsOf are the folded words of a run; signs are left out.
func nameWordsOf(p *pageView, first, end int) []string {
	return appendWords(make([]string, 0, end-first), p, first, end)
}

// appendWords appends them to words.
func appendWords(words []string, p *pageView, first, end int) []string {
	for k := first; k < end; k++ {
		if t := &p.tokens[k]; t.kind == word {
			words = append(words, t.low)
		}
	}
	return words
}

// modifies says whether capitals that end before token k stand before the noun that they
// belong to: "the Kent County Republican headquarters".
func modifies(p *pageView, k int) bool {
	t := p.at(k)
	return t.kind == word && !t.capital && (t.in(inDocumentNouns) || t.in(inOrganisationWords) || t.in(inDescribers) || t.is("headquarters", "campaign", "law", "report", "centre", "center", "stadium", "school", "team"))
}

func organisedWords(words []string) bool {
	for n, w := range words {
		if n > 0 && names().words[w]&(orgWord|agencyWord|suffixWord|lawWord|peopleWord) != 0 {
			return true
		}
		if corporateTail[w] || organisationWords[w] || dateWords[w] == dateMonth && w != "may" && w != "june" && w != "april" && w != "august" {
			return true
		}
	}
	return false
}
