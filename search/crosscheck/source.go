package crosscheck

import (
	"sort"
	"strings"
	"sync"

	"averment/evidence"
)

// source is a document made ready: its sentences with their facts.
type source struct {
	doc    *evidence.Document
	units  []unit
	title  map[string]bool // classes of the title's words
	all    map[string]bool // classes anywhere in the document
	names  []name
	proper map[string]bool // words of names

	once    sync.Once
	running [][]token
}

// unit is a sentence with what stands in it. Page, start and end are its place; where a
// page break cuts it, that is the part before, and rest is the part behind.
type unit struct {
	page, start, end int
	rest             *evidence.Span
	text             string
	words            []word
	has              map[string]bool // classes of its words
	more             map[string]bool // classes it stands for: the full names of courts, the speaker
	statements       []*evidence.Statement
	amounts          []*evidence.Amount
	dates            []*evidence.DateFact
	causes           []string
	length           int
	frames           []frame
	proper           map[string]bool // of the document: words that are names
	claimed          bool            // it is a claim, which has too few words to learn names from
}

func (u *unit) empty() bool {
	for _, w := range u.words {
		if !w.stop {
			return false
		}
	}
	return true
}

// name is a party with every form it is called by, folded.
type name struct {
	party *evidence.Party
	forms []string
}

// prepare reads the units of a document whose facts are known.
func prepare(d *evidence.Document) *source {
	s := &source{doc: d, title: map[string]bool{}, all: map[string]bool{}}
	for _, w := range split(d.Title) {
		if !w.stop {
			s.title[w.class], s.all[w.class] = true, true
		}
	}
	s.cutUnits()
	s.attach()
	s.nameParties()
	s.proper = s.properNames()
	for i := range s.units {
		s.units[i].proper = s.proper
		s.units[i].readFrames()
		for _, f := range s.units[i].frames {
			s.units[i].more[words().classOf(f.verb)] = true
		}
		for c := range s.units[i].has {
			s.all[c] = true
		}
	}
	return s
}

// cutUnits makes the units: the sentences, or a page of which none are known.
func (s *source) cutUnits() {
	pages := s.doc.Pages
	whole := func(from, to int) {
		for i := from; i < to && i < len(pages); i++ {
			if p := &pages[i]; len(p.Sentences) == 0 && strings.TrimSpace(p.Text) != "" && len(p.Furniture) == 0 {
				s.units = append(s.units, newUnit(evidence.Span{Page: i + 1, End: len(p.Text)}, p.Text))
			}
		}
	}
	next := 0
	for at := range evidence.Sentences(pages) {
		whole(next, at.Page-1)
		next = at.Page
		s.units = append(s.units, newUnit(at, at.Text(pages)))
	}
	whole(next, len(pages))
}

// claims reads the units of a source as claims.
func (s *source) claims() {
	for i := range s.units {
		u := &s.units[i]
		u.claimed, u.proper, u.frames = true, s.proper, nil
		u.readFrames()
	}
}

// properNames are the words of names: those of parties, and those that have a capital
// inside a sentence.
func (s *source) properNames() map[string]bool {
	out := map[string]bool{}
	for _, n := range s.names {
		for _, f := range n.forms {
			for _, w := range strings.Fields(f) {
				out[possessive(w)] = true
			}
		}
	}
	for i := range s.units {
		for k, w := range s.units[i].words {
			if k > 0 && w.capital && !strings.Contains(s.units[i].text[s.units[i].words[k-1].end:w.start], " -") {
				out[possessive(w.fold)] = true
			}
		}
	}
	return out
}

func newUnit(at evidence.Span, text string) unit {
	u := unit{page: at.Page, start: at.Start, end: at.End, rest: at.Continues, text: text, words: split(text), has: map[string]bool{}, more: map[string]bool{}}
	for _, w := range u.words {
		if !w.stop {
			u.has[w.class] = true
			u.length++
		}
	}
	u.hush()
	u.spell()
	return u
}

// spell adds the initials of names of three words and more: "Securities and Exchange
// Commission" stands for SEC.
func (u *unit) spell() {
	for i := 0; i < len(u.words); i++ {
		initials, n := "", 0
		k := i
		if u.words[i].stop || !u.words[i].capital {
			continue
		}
		for ; k < len(u.words) && (k == i || joined(u.text[u.words[k-1].end:u.words[k].start])); k++ {
			w := u.words[k]
			if w.capital && len(w.fold) > 1 {
				initials += w.fold[:1]
				n = k
			} else if w.fold != "of" && w.fold != "and" && w.fold != "the" && w.fold != "for" {
				break
			}
		}
		if len(initials) >= 3 {
			u.more[initials] = true
		}
		i = max(i, n)
	}
}

// hush takes the capitals from a heading in capitals: they tell no names there.
func (u *unit) hush() {
	capitals, letters := 0, 0
	for _, r := range u.text {
		switch {
		case r >= 'A' && r <= 'Z':
			capitals++
			letters++
		case r >= 'a' && r <= 'z':
			letters++
		}
	}
	if letters >= 12 && 10*capitals > 8*letters {
		for i := range u.words {
			u.words[i].capital = false
		}
	}
}

// attach hands each fact to the unit in which it stands.
func (s *source) attach() {
	d := s.doc
	for i := range d.Statements {
		if u := s.first(d.Statements[i].Spans); u != nil {
			u.statements = append(u.statements, &d.Statements[i])
			s.expand(u.more, d.Statements[i].Speaker)
		}
	}
	for i := range d.Amounts {
		for _, sp := range d.Amounts[i].Spans {
			if u := s.at(sp); u != nil && !d.Amounts[i].Proposed {
				u.amounts = append(u.amounts, &d.Amounts[i])
			}
		}
	}
	for i := range d.Dates {
		for _, sp := range d.Dates[i].Spans {
			if u := s.at(sp); u != nil && !d.Dates[i].Proposed {
				u.dates = append(u.dates, &d.Dates[i])
			}
		}
	}
	for i := range d.Causes {
		for _, sp := range d.Causes[i].Spans {
			if u := s.at(sp); u != nil && !d.Causes[i].Proposed {
				u.causes = append(u.causes, d.Causes[i].Name)
			}
		}
	}
	for i := range d.Parties {
		if d.Parties[i].Type != evidence.Court {
			continue
		}
		for _, sp := range d.Parties[i].Spans {
			if u := s.at(sp); u != nil {
				s.expand(u.more, d.Parties[i].Name)
			}
		}
	}
}

func (s *source) expand(set map[string]bool, text string) {
	for _, w := range split(text) {
		if !w.stop {
			set[w.class] = true
		}
	}
}

func (s *source) first(spans []evidence.Span) *unit {
	if len(spans) == 0 {
		return nil
	}
	return s.at(spans[0])
}

// at finds the unit that holds the start of a span, nil for none.
func (s *source) at(sp evidence.Span) *unit {
	i := s.index(sp.Page, sp.Start)
	if i < 0 {
		return nil
	}
	return &s.units[i]
}

// index finds the unit at a byte of a page, -1 for none.
func (s *source) index(page, at int) int {
	i := sort.Search(len(s.units), func(i int) bool {
		u := &s.units[i]
		return u.page > page || u.page == page && u.end > at
	})
	if i < len(s.units) && s.units[i].page == page && s.units[i].start <= at {
		return i
	}
	if i > 0 && s.units[i-1].place().Touches(evidence.Span{Page: page, Start: at, End: at + 1}) {
		return i - 1
	}
	return -1
}

// place is the sentence as a span.
func (u *unit) place() evidence.Span {
	return evidence.Span{Page: u.page, Start: u.start, End: u.end, Continues: u.rest}
}

// within gives the bytes of the unit's text at which a span is printed, ok false where the
// span does not touch the unit.
func (u *unit) within(sp evidence.Span) (from, to int, ok bool) {
	whole, at := u.place(), 0
	for part := &whole; part != nil; part = part.Continues {
		if at > 0 && at < len(u.text) && u.text[at] == ' ' {
			at++
		}
		for x := &sp; x != nil; x = x.Continues {
			if !x.Overlaps(*part) {
				continue
			}
			if !ok {
				from, ok = at+max(0, x.Start-part.Start), true
			}
			to = at + min(x.End, part.End) - part.Start
		}
		at += part.End - part.Start
	}
	return from, to, ok
}

func (s *source) nameParties() {
	for i := range s.doc.Parties {
		p := &s.doc.Parties[i]
		n := name{party: p, forms: []string{foldText(p.Name)}}
		for _, a := range p.Aliases {
			n.forms = append(n.forms, foldText(a))
		}
		s.names = append(s.names, n)
	}
}

// whole joins all units of a source into one.
func (s *source) whole() {
	if len(s.doc.Pages) == 0 {
		s.units = []unit{newUnit(evidence.Span{Page: 1}, "")}
		return
	}
	text := s.doc.Pages[0].Text
	old := s.units
	u := newUnit(evidence.Span{Page: 1, End: len(text)}, text)
	for i := range old {
		o := &old[i]
		u.statements = append(u.statements, o.statements...)
		u.amounts = append(u.amounts, o.amounts...)
		u.dates = append(u.dates, o.dates...)
		u.causes = append(u.causes, o.causes...)
		for c := range o.more {
			u.more[c] = true
		}
	}
	s.units = []unit{u}
	s.claims()
}

func (s *source) passage(i int) Passage {
	u := &s.units[i]
	return Passage{u.page, u.start, u.end, u.text, u.rest}
}

// foldText gives the folded words of a text joined by spaces.
func foldText(text string) string {
	var b strings.Builder
	for _, w := range split(text) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.fold)
	}
	return b.String()
}

// causeNear says whether a cause is told in a unit, in those near it or in the title.
func (s *source) causeNear(u *unit, cause string) bool {
	i := s.index(u.page, u.start)
	for j := max(0, i-3); j <= min(len(s.units)-1, i+2); j++ {
		for _, c := range s.units[j].causes {
			if c == cause {
				return true
			}
		}
	}
	list := split(cause)
	for _, w := range list {
		if !w.stop && !s.title[w.class] {
			return false
		}
	}
	return len(list) > 0
}
