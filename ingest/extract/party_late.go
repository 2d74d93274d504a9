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
		short := c.byKey[long.tokens[0]]
		if short == nil || short == long || short.merged() || short.blocked || len(short.tokens) != 1 || short.kind != evidence.Organisation && short.kind != "" ||
			short.basis == "table of organisations" || short.basis == "table of outlets" || !(short.firm || short.acts > 0) || c.headOf(short) != long || opposite(short, long) {
			continue
		}
		c.absorb(short, long)
	}
	c.dropMerged()
}

// headOf is the only organisation whose longer name begins with the name, nil when there are more.
func (c *cast) headOf(short *player) *player {
	var found *player
	for _, w := range c.players {
		if w == short || w.merged() || w.blocked || len(w.tokens) < 2 || w.tokens[0] != short.tokens[0] || w.kind == evidence.Person || w.kind == evidence.Court {
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
