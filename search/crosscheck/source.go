package crosscheck

import (
	"sort"
	"strings"
	"sync"

	"averment/evidence"
)

// source is a document made ready: its sentences with their facts.
type source struct {
	doc   *evidence.Document
	units []unit
	title map[string]bool // classes of the title's words
	all   map[string]bool // classes anywhere in the document
	names []name

	once    sync.Once
	running [][]token
}

// unit is a sentence with what stands in it.
type unit struct {
	page, start, end int
	text             string
	words            []word
	has              map[string]bool // classes of its words
	more             map[string]bool // classes it stands for: the full names of courts, the speaker
	statements       []*evidence.Statement
	amounts          []*evidence.Amount
	dates            []*evidence.DateFact
	causes           []string
	length           int
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
	for i := range d.Pages {
		p := &d.Pages[i]
		ranges := p.Sentences
		if len(ranges) == 0 && strings.TrimSpace(p.Text) != "" && len(p.Furniture) == 0 {
			ranges = []evidence.Range{{Start: 0, End: len(p.Text)}}
		}
		for _, r := range ranges {
			if r.Start >= 0 && r.End <= len(p.Text) && r.Start < r.End {
				s.units = append(s.units, newUnit(i+1, r, p.Text[r.Start:r.End]))
			}
		}
	}
	s.attach()
	s.nameParties()
	for i := range s.units {
		for c := range s.units[i].has {
			s.all[c] = true
		}
	}
	return s
}

func newUnit(page int, r evidence.Range, text string) unit {
	u := unit{page: page, start: r.Start, end: r.End, text: text, words: split(text), has: map[string]bool{}, more: map[string]bool{}}
	for _, w := range u.words {
		if !w.stop {
			u.has[w.class] = true
			u.length++
		}
	}
	return u
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
	return -1
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
		s.units = []unit{newUnit(1, evidence.Range{}, "")}
		return
	}
	text := s.doc.Pages[0].Text
	old := s.units
	u := newUnit(1, evidence.Range{Start: 0, End: len(text)}, text)
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
}

func (s *source) passage(i int) Passage {
	u := &s.units[i]
	return Passage{u.page, u.start, u.end, u.text}
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
