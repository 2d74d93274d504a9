package extract

import "averment/evidence"

// nameNouns gives the side that sues to the persons whom the text names beside the noun by which they sued: "brought by
// the parents of a boy … The parents, Ana and Ray Hall, signed".
func (c *cast) nameNouns() {
	for _, one := range c.unnamed {
		if one.noun == "" {
			continue
		}
		p := &c.v.pages[one.page]
		for k := one.at; k+3 < len(p.tokens); k++ {
			if p.at(k).low != "the" || p.at(k+1).low != one.noun || p.at(k+2).low != "," {
				continue
			}
			i := p.sentenceAt(p.at(k).start)
			if i < 0 {
				continue
			}
			r := &reader{c, one.page, p, p.sentences[i]}
			for _, w := range r.list(k+3, true).who {
				if w.kind == evidence.Person && !w.sided() && !w.counsels() && !w.lawyer {
					w.role("plaintiff", "described where it sues")
				}
			}
		}
	}
}
