package extract

import (
	"slices"

	"averment/evidence"
)

// hasSide says whether anybody has the role.
func (c *cast) hasSide(role string) bool {
	for _, w := range c.players {
		if w.has(role) && !w.blocked && len(w.spans) > 0 {
			return true
		}
	}
	return false
}

// opponents gives the missing side of a suit of which only one side was found: the client of
// counsel who has no side, else the organisation that the report names most.
func (c *cast) opponents() {
	if !c.lawsuit || c.v.doc.Filing != nil {
		return
	}
	c.respondents()
	c.petitioners()
	c.tribunal()
	sues, sued := c.hasSide("plaintiff") || c.hasSide("petitioner") || c.hasSide("appellant"), c.hasSide("defendant") || c.hasSide("respondent") || c.hasSide("appellee")
	switch {
	case sues == sued:
		return
	case sues:
		for _, w := range c.clients() {
			w.role("defendant", "represented against the plaintiff")
			return
		}
		w := c.mostNamed()
		if w == nil {
			w = c.onlyNamed()
		}
		if w != nil {
			w.role("defendant", "opponent of the plaintiff")
		}
	default:
		for _, w := range c.clients() {
			w.role("plaintiff", "represented against the defendant")
			return
		}
	}
}

// respondents makes defendants too of those whom a report of a claim or an application calls
// respondents, where nobody appeals.
func (c *cast) respondents() {
	if c.hasSide("appellant") || c.hasSide("petitioner") || c.hasSide("appellee") {
		return
	}
	for _, w := range c.players {
		if w.has("respondent") && !w.has("plaintiff") {
			w.role("defendant", "respondent")
		}
	}
}

// petitioners makes plaintiffs too of those who petition a court of first instance, in a report that
// speaks of a suit.
func (c *cast) petitioners() {
	petitions := func(w *player) bool { return w.has("petitioner") }
	if !slices.ContainsFunc(c.players, petitions) || c.hasSide("appellant") || c.hasSide("appellee") || !c.writes("sued") && !c.writes("lawsuit") && !c.writes("suing") && !c.writes("suit") && !c.writes("insolvency") && !c.writes("writ") {
		return
	}
	for _, w := range c.players {
		if w.has("petitioner") && !w.has("defendant") {
			w.role("plaintiff", "petitioner")
		}
	}
}

// clients are the parties without a side for whom somebody is counsel.
func (c *cast) clients() []*player {
	var out []*player
	for _, w := range c.players {
		if w.sided() || w.blocked || c.bystander(w) || w.counsels() || w.lawyer || w.kind == evidence.Court || w.kind == evidence.Judge || slices.ContainsFunc(w.roles, func(role string) bool { return evidence.RoleWord(role) == "owner" }) {
			continue
		}
		for _, other := range c.players {
			if other.has("counsel for " + w.name) {
				out = append(out, w)
				break
			}
		}
	}
	return out
}

// mostNamed is the organisation without any role that is named at least twice and more often
// than any other, nil when there is none.
func (c *cast) mostNamed() *player {
	var top *player
	tie := false
	for _, w := range c.players {
		if w.blocked || !w.firm || w.outlet || c.bystander(w) || w.kind != evidence.Organisation || len(w.spans) < 2 || len(w.roles) > 0 && evidence.RoleWord(w.roles[0]) != "subsidiary" {
			continue
		}
		switch {
		case top == nil || len(w.spans) > len(top.spans):
			top, tie = w, false
		case len(w.spans) == len(top.spans):
			tie = true
		}
	}
	if tie {
		return nil
	}
	return top
}

// onlyNamed is the only organisation that nothing else is said of, nil when there are more or none.
func (c *cast) onlyNamed() *player {
	var found *player
	for _, w := range c.players {
		if w.blocked || !w.firm || w.outlet || w.kind != evidence.Organisation || len(w.spans) == 0 || len(w.roles) > 0 || w.lawFirm() || c.bystander(w) || !c.acted(w) {
			continue
		}
		if found != nil {
			return nil
		}
		found = w
	}
	return found
}

// acted says whether the text tells of something that the party did to somebody, which to say is not.
func (c *cast) acted(w *player) bool {
	for _, m := range c.mentions {
		if m.who != w {
			continue
		}
		p := &c.v.pages[m.page]
		if t := p.at(m.end); t.kind == word && !t.capital && !joinWord[t.low] && !speechVerbs()[t.low] || p.at(m.first-1).low == "by" {
			return true
		}
	}
	return false
}

// bystander says whether the text says of a party that it only intervened in the suit, or has an
// interest in it.
func (c *cast) bystander(w *player) bool {
	for _, m := range c.mentions {
		if m.who != w {
			continue
		}
		p := &c.v.pages[m.page]
		for k := m.end; k < m.end+9 && p.at(k).low != "."; k++ {
			if p.at(k).is("intervened", "intervener", "intervenor", "amicus", "brief") || p.at(k).low == "interested" && p.at(k+1).low == "party" {
				return true
			}
		}
	}
	return false
}
