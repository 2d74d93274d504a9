package extract

import "averment/evidence"

// listedBelow gives a side to those whose names open the paragraphs behind "Other plaintiffs include:", one to a paragraph.
func (c *cast) listedBelow() {
	for i := range c.v.pages {
		p := &c.v.pages[i]
		role, until := "", 0
		for n, s := range p.sentences {
			if opens := sideOpened(p, s); opens != "" {
				role, until = opens, n+12
				continue
			}
			if role == "" || n > until || !p.at(s.first).para {
				continue
			}
			k := s.first
			for k < s.first+3 && (p.at(k).kind == punct || p.at(k).is("the", "a")) {
				k++
			}
			who, m := c.whoAt(i, k)
			if who == nil || m.first != k && m.first != k-1 {
				role = ""
				continue
			}
			if !who.sided() && !who.counsels() && who.kind != evidence.Court && who.kind != evidence.Judge {
				who.role(role, "listed among a side")
			}
		}
	}
}

// sideOpened is the side of which a sentence that ends in a colon opens a list, "" for none.
func sideOpened(p *pageView, s sentence) string {
	if p.at(s.end-1).low != ":" {
		return ""
	}
	for k := s.end - 2; k >= s.first && k > s.end-8; k-- {
		if role := partyWords[p.at(k).low]; role == "plaintiff" || role == "defendant" {
			return role
		}
	}
	return ""
}
