package crosscheck

import "strings"

// match is how much of a claim a unit says.
type match struct {
	share   float64
	content float64 // share of the words that are neither names nor general
	told    bool    // the unit has the verb of the claim, or the claim has none
	plain   int     // words that stand in the unit itself
	flipped bool    // negated on one side only
	missing string  // a name of the claim that is not spoken of near the unit
	subject bool    // what the claim speaks of first is what the unit says there is none of
	own     float64 // share of those words that stand in the unit itself
	here    int     // how many of them
	far     bool    // what the claim speaks of is named, but nowhere near
	loose   bool    // a name stands only near the unit, not in it
}

// cover measures how much of the claim a unit says, with what stands around it.
func cover(c *claim, s *source, i int) match {
	u := &s.units[i]
	var m match
	got, flips, seen := 0.0, 0.0, 0.0
	topic := " " + c.topic() + " "
	content, own, all := 0.0, 0.0, 0.0
	turned := false
	m.told = u.tells(c.event)
	if d := lightDeed(c.unit); c.event == "" && d != "" {
		m.told = u.has[d]
	}
	for _, t := range c.terms {
		w, here := u.find(t.class)
		t.name = t.name || t.initial && s.proper[t.fold]
		if !t.name && t.weight == contentWeight {
			all++
			switch {
			case here || u.more[t.class]:
				content++
				own++
				m.here++
			case s.title[t.class] || s.beside(i, t.class, 1):
				content += contextShare
			}
		}
		switch {
		case here:
			got += t.weight
			m.plain++
			if t.name {
				break
			}
			seen += t.weight
			if w.negated != t.negated {
				flips += t.weight
				turned = turned || w.head || t.head
				m.subject = m.subject || w.head && t.class == c.first()
			}
		case u.more[t.class]:
			got += t.weight
		case t.name && s.near(i, t.class):
			if s.close(i, t.class) {
				got += t.weight
				break
			}
			got += farShare * t.weight
			m.far = m.far || strings.Contains(topic, " "+t.fold+" ")
			m.loose = m.loose || strings.Contains(topic, " "+t.fold+" ") && !s.title[t.class] && !s.beside(i, t.class, 1)
		case s.title[t.class] || s.beside(i, t.class, 1):
			got += contextShare * t.weight
		}
		if t.name && !here && m.missing == "" && !u.more[t.class] && !s.near(i, t.class) {
			m.missing = t.class
		}
	}
	if c.weight > 0 {
		m.share = got / c.weight
	}
	if m.content, m.own = 1, 1; all > 0 {
		m.content, m.own = content/all, own/all
	}
	m.flipped = turned && !m.loose && flips >= 0.3*seen
	return m
}

// first is the class of the first word of a claim that is no name, "" for none.
func (c *claim) first() string {
	for _, t := range c.terms {
		if !t.name {
			return t.class
		}
	}
	return ""
}

// find gives the first word of a class in the unit.
func (u *unit) find(class string) (word, bool) {
	if !u.has[class] {
		return word{}, false
	}
	for _, w := range u.words {
		if w.class == class {
			return w, true
		}
	}
	return word{}, false
}

// near says whether a name stands close enough to a unit for its pronouns to mean it:
// in the title, in the opening, or in the sentences beside.
func (s *source) near(i int, class string) bool {
	return s.close(i, class) || len(s.units) <= shortUnits && s.all[class]
}

// close is near without the whole of a short document.
func (s *source) close(i int, class string) bool {
	if s.title[class] || s.beside(i, class, 3) {
		return true
	}
	for j := range min(2, len(s.units)) {
		if s.units[j].has[class] {
			return true
		}
	}
	return false
}

// beside says whether a class stands in one of the n units around unit i.
func (s *source) beside(i int, class string, n int) bool {
	for j := max(0, i-n); j <= min(len(s.units)-1, i+1); j++ {
		if j != i && (s.units[j].has[class] || s.units[j].more[class]) {
			return true
		}
	}
	return false
}
