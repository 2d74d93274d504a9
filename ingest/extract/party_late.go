package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// lateMerges joins what only the roles proved to be one: "Garland", an organisation since it was
// sued, and "Garland Mills", which nothing but a role made firm.
func (c *cast) lateMerges() {
	for _, long := range c.players {
		if long.merged() || long.blocked || !long.firm || len(long.tokens) < 2 || len(long.tokens) > 6 || long.kind != evidence.Organisation && long.kind != "" {
			continue
		}
		for n := len(long.tokens) - 1; n > 0; n-- {
			if short := c.byKey[long.head(n)]; short != nil && short != long && len(short.tokens) == n && c.shortOf(short, long) {
				c.absorb(short, long)
			}
		}
	}
	c.dropMerged()
	c.canonicalTargets()
}

// canonicalTargets writes the roles that name another party with the name under which it is listed:
// "counsel for Harbor" becomes "counsel for Harbor Pipe Inc".
func (c *cast) canonicalTargets() {
	listed, known := map[string]string{}, map[string]bool{}
	for _, w := range c.players {
		known[w.name] = true
		for _, a := range w.aliases {
			if old, ok := listed[a]; ok && old != w.name {
				listed[a] = ""
			} else {
				listed[a] = w.name
			}
		}
	}
	for _, w := range c.players {
		for i, role := range w.roles {
			for _, joint := range []string{" for ", " of "} {
				if head, name, ok := strings.Cut(role, joint); ok && !known[name] && listed[name] != "" && listed[name] != w.name {
					w.roles[i] = head + joint + listed[name]
				}
			}
		}
	}
}

// shortOf says whether the one name can only be short for the other, of which it is the beginning.
func (c *cast) shortOf(short, long *player) bool {
	if short.merged() || short.blocked || long.apart || short.kind != evidence.Organisation && short.kind != "" || short.basis == "table of organisations" || short.basis == "table of outlets" || opposite(short, long) {
		return false
	}
	return (short.firm || short.acts > 0 || !c.placed(short)) && c.headOf(short) == long
}

// placed says whether the text uses the name as that of a place: "in Fremont".
func (c *cast) placed(w *player) bool {
	for _, m := range c.mentions {
		if m.who == w && c.v.pages[m.page].at(m.first-1).is("in", "from", "near", "at", "to", "of", "outside", "across") {
			return true
		}
	}
	return false
}

// headOf is the only organisation whose longer name begins with the name, nil when there are more.
func (c *cast) headOf(short *player) *player {
	var found *player
	for _, w := range c.players {
		if w == short || w.merged() || w.blocked || len(w.tokens) < 2 || len(w.tokens) <= len(short.tokens) || !slices.Equal(w.tokens[:len(short.tokens)], short.tokens) || w.kind == evidence.Person || w.kind == evidence.Court {
			continue
		}
		if found != nil {
			return nil
		}
		found = w
	}
	return found
}

// opposite says whether two players stand on different sides.
func opposite(a, b *player) bool {
	return a.has("plaintiff") && b.has("defendant") || a.has("defendant") && b.has("plaintiff")
}

// absorb makes short another name of long after the mentions were found.
func (c *cast) absorb(short, long *player) {
	c.takeMentions(short, long)
	for _, w := range c.players { // "counsel for Garland" becomes "counsel for Garland Mills"
		for i, role := range w.roles {
			if head, ok := strings.CutSuffix(role, " "+short.name); ok && (strings.HasSuffix(head, " for") || strings.HasSuffix(head, " of")) {
				w.roles[i] = head + " " + long.name
			}
		}
	}
	long.kind = evidence.Organisation
	c.merge(short, long)
}

// takeMentions gives the places where the one is named to the other.
func (c *cast) takeMentions(short, long *player) {
	for i := range c.mentions {
		if c.mentions[i].who == short {
			c.mentions[i].who = long
		}
	}
	long.spans = append(long.spans, short.spans...)
	slices.SortStableFunc(long.spans, func(a, b evidence.Span) int {
		if a.Before(b) {
			return -1
		}
		return btoi(b.Before(a))
	})
}
