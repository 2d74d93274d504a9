package extract

import (
	"strings"

	"averment/evidence"
)

// sources gives the role of source to outlets that are credited and to persons who speak
// and have no other role, and that of witness to those who testify.
func (c *cast) sources() {
	for _, m := range c.mentions {
		w, p := m.who, &c.v.pages[m.page]
		prev, before, next := p.at(m.first-1), p.at(m.first-2), p.at(m.end)
		credited := prev.low == "to" && before.low == "according" || prev.is("by", "told") && before.is("reported", "first") || prev.low == ":" && before.is("source", "sources") ||
			next.is("reported", "reports") || prev.low == "told"
		if next.low == "reported" && p.at(m.end+1).low == "." && w.kind == evidence.Organisation && len(w.roles) == 0 {
			w.role("source", "credited")
		}
		switch {
		case w.outlet && (credited || speechVerbs()[next.low]):
			w.role("source", "credited")
		case len(w.roles) == 0 && w.firm && w.kind == evidence.Person && next.kind != clitic && (speechVerbs()[next.low] || credited || saidBefore(p, m.first) || saysBehind(p, m.end)):
			w.role("source", "subject of speech")
		}
		if author := c.v.doc.Author; author != "" && strings.EqualFold(author, w.name) {
			w.role("author", "byline")
		}
	}
}

// saidBefore reads the inverted "said founder Ana Ruiz" and "added Harbor chief executive Ana Ruiz": a
// verb of speech behind a closing quotation mark or comma, then what describes the person whose name
// stands at k.
func saidBefore(p *pageView, k int) bool {
	for b := k - 1; b > k-10 && b >= 0; b-- {
		t := p.at(b)
		if t.is("said", "told", "says", "added", "explained", "argued", "insisted", "noted", "wrote", "warned", "recalled", "declared") && !t.capital {
			return b == k-1 || p.at(b-1).is("\"", "”", ",", "'", "’", "''")
		}
		if t.kind != word && t.kind != clitic && !t.is("-", ".", ",") || joinWord[t.low] && !t.is("of", "for", "and") || t.is(".") && !t.capital && p.at(b+1).space && len(p.at(b-1).low) > 3 {
			return false
		}
	}
	return false
}

// saysBehind reads "Ana Ruiz, the group's director, said" behind a name that ends at k.
func saysBehind(p *pageView, k int) bool {
	if p.at(k).low != "," {
		return false
	}
	for n := k + 1; n < k+16; n++ {
		t := p.at(n)
		if t.low == "," {
			return speechVerbs()[p.at(n+1).low] && !p.at(n+1).capital
		}
		if t.kind == punct && !t.is("-", "'") || t.para {
			return false
		}
	}
	return false
}
