package extract

import (
	"slices"

	"averment/evidence"
)

// colleagues gives a lawyer the clients of the firm and a firm the clients of its lawyer: "Ray
// Hall of Day Lee", "partner Ray Hall" behind a firm that acts.
func (c *cast) colleagues() {
	for i, m := range c.mentions {
		p := &c.v.pages[m.page]
		if i == 0 {
			continue
		}
		before := c.mentions[i-1]
		if before.page != m.page || before.who == m.who {
			continue
		}
		c.namePartner(m.who)
		between := p.tokens[before.end:m.first]
		switch {
		case before.who.kind == evidence.Person && len(between) < 6 && ofFirm(between):
			share(before.who, m.who)
			share(m.who, before.who)
		case m.who.kind == evidence.Person && p.at(m.first-1).is("partner", "associate"):
			for b := i - 1; b >= 0 && c.mentions[b].page == m.page && m.first-c.mentions[b].end < 60; b-- {
				if c.mentions[b].who.counsels() && c.mentions[b].who.kind != evidence.Person {
					share(c.mentions[b].who, m.who)
					break
				}
			}
		}
	}
}

// ofFirm says whether the words between a lawyer and a firm say that the one belongs to the
// other.
func ofFirm(between []token) bool {
	of := false
	for _, t := range between {
		if !t.is(",", "of", "at", "from", "with", "the", "law", "firm", "a", "partner", "new", "york", "works", "practices", "who", "is", "an", "attorney", "lawyer", "associate", "founding", "managing", "senior", "name", "founder", "principal", "shareholder", "one", "firms") {
			return false
		}
		of = of || t.is("of", "at", "from", "with")
	}
	return of
}

// ownFirms gives firms that bear a lawyer's surname the lawyer's clients: "Grady's firm, Grady Pruett & Sims",
// "Teresa Vang, one of the plaintiffs' attorneys and a partner at Vang Moretti".
func (c *cast) ownFirms() {
	lawyers := map[string]*player{} // by surname, the first of each
	for _, w := range c.players {
		if n := len(w.tokens); n > 1 && w.kind == evidence.Person && w.counsels() && lawyers[w.tokens[n-1]] == nil {
			lawyers[w.tokens[n-1]] = w
		}
	}
	if len(lawyers) == 0 {
		return
	}
	for _, m := range c.mentions {
		w := m.who
		if w.kind == evidence.Person || w.kind == evidence.Court || w.kind == evidence.Agency || w.counsels() || w.sided() || w.blocked || len(w.tokens) < 2 || len(w.tokens) > 6 {
			continue
		}
		p := &c.v.pages[m.page]
		k := m.first - 1
		for p.at(k).is("the", "firm", "law", ",") {
			k--
		}
		if k == m.first-1 && !p.at(k).is("at", "of", "with", "from") {
			continue
		}
		for _, low := range w.tokens {
			if lawyer := lawyers[low]; lawyer != nil {
				w.firm = true
				share(lawyer, w)
				break
			}
		}
	}
}

// namesakes gives a partner or founder the clients of the firm that bears the surname: "said Trevor Lasko,
// co-founding partner of the firm".
func (c *cast) namesakes() {
	firms := map[string]*player{} // of counsel, by each word of their names
	for _, w := range c.players {
		if w.kind != evidence.Person && w.counsels() {
			for _, low := range w.tokens {
				firms[low] = w
			}
		}
	}
	for _, m := range c.mentions {
		w := m.who
		if w.kind != evidence.Person || w.counsels() || w.sided() || len(w.tokens) < 2 {
			continue
		}
		p := &c.v.pages[m.page]
		partner := p.at(m.first-1).is("partner", "founder") || p.at(m.first-1).low == "," && p.at(m.first-2).is("partner", "founder")
		for k := m.end + 1; k < m.end+7 && p.at(m.end).low == "," && !partner && !p.at(k).is(".", "who"); k++ {
			partner = p.at(k).is("partner", "founder", "principal", "shareholder")
		}
		if !partner {
			continue
		}
		if firm := firms[w.tokens[len(w.tokens)-1]]; firm != nil {
			share(firm, w)
		}
	}
}

// share gives to the roles of counsel of from.
func share(from, to *player) {
	if to.kind == evidence.Court || to.kind == evidence.Agency || to.has("plaintiff") || to.has("defendant") {
		return
	}
	for _, role := range from.roles {
		if evidence.RoleWord(role) == "counsel" && role != "counsel for "+to.name {
			to.role(role, "counsel")
			return
		}
	}
}

// namePartner gives a lawyer without a client the clients of the firm that bears his name: "Sam Quick"
// of "Quick & Dale PC".
func (c *cast) namePartner(lawyer *player) {
	if lawyer.kind != evidence.Person || !lawyer.has("counsel") || len(lawyer.tokens) < 2 {
		return
	}
	for _, firm := range c.players {
		if firm != lawyer && firm.kind != evidence.Person && firm.counsels() && !firm.has("counsel") && len(firm.tokens) > 1 && slices.Contains(firm.tokens, lawyer.tokens[len(lawyer.tokens)-1]) {
			lawyer.roles = slices.DeleteFunc(lawyer.roles, func(role string) bool { return role == "counsel" })
			share(firm, lawyer)
			return
		}
	}
}

// assistantGeneral says whether the sentence calls the person an assistant or deputy attorney general.
func (r *reader) assistantGeneral(w *player) bool {
	for k := r.s.first + 3; k < r.s.end; k++ {
		if who, m := r.who(k); who == w && m.first == k {
			return r.p.at(k-1).low == "general" && r.p.at(k-3).is("assistant", "deputy")
		}
	}
	return false
}
