package extract

import (
	"strings"

	"averment/evidence"
)

// suedByNumber notes the noun of those who are sued and only counted: "sued Harbor and three
// retired detectives".
func (r *reader) suedByNumber(n int) {
	r.suedByOffice(n)
	for f := n; f < n+16 && f < r.s.end; f++ {
		t := r.p.at(f)
		if t.is("that", "saying", "alleging", "accusing", "claiming", "after", "because", ";", "over", "for", "by") {
			return
		}
		if countWords[t.low] < 2 && !t.is("several") {
			continue
		}
		for g := f + 1; g < f+7 && r.p.at(g).kind == word; g++ {
			if w := r.p.at(g).low; len(w) > 3 && !r.p.at(g).capital && strings.HasSuffix(w, "s") && !joinWord[w] {
				r.c.suedNouns = append(r.c.suedNouns, w)
				break
			}
		}
	}
}

// suedByOffice notes the office of those who are sued without a name: "sued the board and its president".
func (r *reader) suedByOffice(n int) {
	for f := n; f < n+20 && f < r.s.end; f++ {
		t := r.p.at(f)
		if t.is("that", "saying", "alleging", "accusing", "claiming", "after", "because", ";", "over", "for", "on", "in") {
			return
		}
		if !t.is("its", "their") {
			continue
		}
		for g := f + 1; g < f+5 && r.p.at(g).kind == word; g++ {
			office := r.p.at(g)
			if next := r.p.at(g + 1); (names().has(office, roleNoun) || office.is("founder", "owner", "sponsor", "warden", "sheriff", "superintendent", "ceo")) && !next.capital && (next.low != "," || !r.p.at(g+2).capital) && !names().has(next, roleNoun) {
				r.c.suedOffices = append(r.c.suedOffices, office.low)
				break
			}
		}
	}
}

// nameSued gives the side of the sued to the names that stand beside their noun further on:
// "the detectives, Ray Kolb and Joan Hecht,", "the detectives are Ray Kolb and Joan Hecht".
func (c *cast) nameSued() {
	if c.v.doc.Filing != nil {
		return
	}
	for _, office := range c.suedOffices {
		if who := c.called[office]; len(who) == 1 && !who[0].sided() && !who[0].counsels() && !who[0].blocked && who[0].kind != evidence.Judge {
			who[0].role("defendant", "sued by the office")
		}
	}
	if len(c.suedNouns) == 0 {
		return
	}
	if contains(c.suedNouns, "executives") || contains(c.suedNouns, "officers") || contains(c.suedNouns, "officials") || contains(c.suedNouns, "directors") {
		c.suedExecutives()
	}
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for _, s := range p.sentences {
			r := &reader{c, i, p, s}
			for k := s.first + 1; k+2 < s.end; k++ {
				if !contains(c.suedNouns, p.at(k).low) || !p.at(k+1).is(",", "are", "were", ":", "–", "—") {
					continue
				}
				for _, w := range r.list(k+2, true).who {
					if (w.kind == evidence.Person || bodyPlural(p.at(k).low) && w.kind == evidence.Organisation) && !w.sided() && !w.counsels() {
						w.role("defendant", "named among the sued")
					}
				}
			}
		}
	}
}

// suedExecutives gives the side of the sued to those of whom a complaint tells with their office, where "executives" were
// sued: "the complaint says Chief Executive Officer Ana Ruiz knew".
func (c *cast) suedExecutives() {
	for _, m := range c.mentions {
		w := m.who
		if w.kind != evidence.Person || len(w.tokens) < 2 || w.sided() || w.counsels() || w.lawyer {
			continue
		}
		p := &c.v.pages[m.page]
		i := p.sentenceAt(p.at(m.first).start)
		if i < 0 {
			continue
		}
		r := &reader{c, m.page, p, p.sentences[i]}
		if r.complaintTells(m.first) && r.officeBeside(m) && !r.spokesman(w) && !r.speaksAt(m.end) {
			w.role("defendant", "executive of whom the complaint tells")
		}
	}
}

// complaintTells says whether a complaint is the source of what stands behind k in the sentence, or before.
func (r *reader) complaintTells(k int) bool {
	for n := r.s.first; n < k; n++ {
		if t := r.p.at(n); t.is("complaint", "lawsuit", "suit", "alleges", "alleged", "accuses", "accusing") {
			return true
		}
	}
	return false
}

// speaksAt says whether a verb of speech stands at k, or behind the apposition that begins there.
func (r *reader) speaksAt(k int) bool {
	if r.p.at(k).low == "," {
		k = r.afterName(k) + 1
	}
	return speechVerbs()[r.p.at(k).low]
}

// bodyPlural says whether a plural noun means organisations: "funds", "companies".
func bodyPlural(low string) bool {
	one := strings.TrimSuffix(low, "s")
	return low == "companies" || low == "subsidiaries" || low == "agencies" || companyNouns[one] || bodyNouns[one] || unitNouns[one]
}

// apposedObject is the name that ends a described object at n: "the nursing home where she died, Harbor
// Care Ltd."
func (r *reader) apposedObject(n int) []*player {
	if !r.p.at(n).is("the", "a", "an", "his", "her", "its", "their") && countWords[r.p.at(n).low] < 2 {
		return nil
	}
	for f := n + 2; f < n+16 && f < r.s.end; f++ {
		if t := r.p.at(f); t.is(";", "said", "says", "saying", "alleging", "accusing", "claiming", "after", "because") {
			return nil
		} else if who, m := r.who(f + 1); t.low == "," && who != nil && m.first == f+1 && (m.end >= r.s.end-1 || r.p.at(m.end).is(",", ".", ";")) {
			return []*player{who}
		} else if t.low == "," && who != nil && m.first == f+1 {
			if list := r.list(f+1, true); len(list.who) > 1 && r.p.at(list.end).is(",", ".", ";") {
				return list.who
			}
		}
	}
	return nil
}
