package crosscheck

import (
	"slices"
	"strings"

	"averment/evidence"
)

// forms of companies and titles that tell no party from another.
var nameless = map[string]bool{"inc": true, "corp": true, "corporation": true, "co": true, "company": true, "ltd": true, "limited": true, "plc": true, "llc": true, "lp": true, "ag": true, "sa": true,
	"mr": true, "mrs": true, "ms": true, "dr": true, "judge": true, "justice": true, "district": true, "federal": true, "national": true, "us": true, "bank": true,
	"chairman": true, "president": true, "director": true, "attorney": true, "general": true, "the": true}

// distinct are the words of a folded name that tell it from others.
func distinct(name string) (out []string) {
	all := strings.Fields(name)
	for _, w := range all {
		if !nameless[w] && len(w) > 1 {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// same says whether two folded names may be one party: the words of one are all among
// those of the other, or the document calls one party by both.
func (s *source) same(a, b string) bool {
	x, y := distinct(a), distinct(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) }) {
		return true
	}
	return slices.ContainsFunc(s.names, func(n name) bool { return len(n.forms) > 1 && n.covers(a) && n.covers(b) })
}

// covers says whether a form of a party has the same distinct words as a name.
func (n name) covers(fold string) bool {
	x := distinct(fold)
	return slices.ContainsFunc(n.forms, func(f string) bool {
		y := distinct(f)
		for i := range y {
			y[i] = possessive(y[i])
		}
		return slices.Equal(x, y)
	})
}

// among says whether a name is one of a list.
func (s *source) among(list []string, name string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return s.same(x, name) })
}

// compareParties finds that the passage tells the claim's deed of other parties: with
// their places changed, which is a difference, or of somebody else, which leaves the
// claim open.
func compareParties(c *claim, s *source, u *unit) (*slotDifference, string) {
	lacks := ""
	for i := range c.unit.frames {
		a := &c.unit.frames[i]
		if speech[c.unit.words[a.at].fold] {
			continue // who says so is compared apart
		}
		met, fits := false, false
		for k := range u.frames {
			b := &u.frames[k]
			if a.verb != b.verb {
				continue
			}
			if d := swapped(s, c.unit, u, a, b); d != nil {
				return d, ""
			}
			met, fits = true, fits || s.fit(a, b)
		}
		if met && !fits && lacks == "" {
			lacks = "party " + strings.Join(append(slices.Clone(a.agent), a.others...), ", ")
		}
	}
	return nil, lacks
}

// swapped finds that whoever acts in one frame is acted upon in the other.
func swapped(s *source, cu, u *unit, a, b *frame) *slotDifference {
	if len(a.agent) == 0 {
		return nil
	}
	if len(b.agent) == 0 && !b.passive && b.object != "" && s.same(a.agent[0], b.object) && cu.saysAfter(a.at, u.before(b.at)) {
		return roleDifference(a, b)
	}
	doer := b.agent
	if len(doer) == 0 && !b.passive && len(b.kin) == 1 {
		doer = b.kin
	}
	if len(doer) == 0 || s.among(doer, a.agent[0]) || !s.among(a.others, doer[0]) {
		return nil
	}
	if !s.among(b.others, a.agent[0]) && (len(b.others) > 0 || a.object == "" || !s.same(a.object, doer[0])) {
		return nil // done to a third
	}
	return roleDifference(a, b)
}

func roleDifference(a, b *frame) *slotDifference {
	return &slotDifference{slot: "role", yours: a.surface, theirs: b.surface, yoursNormal: a.normal(), theirsNormal: b.normal(),
		rule: "same deed, the parties change places", sure: true, verb: true}
}

// before are the classes of content before a verb, names left out.
func (u *unit) before(verb int) (out []string) {
	for i, w := range u.words[:verb] {
		if !w.stop && !(w.capital && u.properAt(i)) && !w.number && w.class != "" && !words().generic[w.class] {
			out = append(out, w.class)
		}
	}
	return out
}

// saysAfter says whether one of the classes stands after a verb, in its clause.
func (u *unit) saysAfter(verb int, classes []string) bool {
	return slices.ContainsFunc(u.words[verb+1:u.clauseEnd(verb)], func(w word) bool { return slices.Contains(classes, w.class) })
}

func (f *frame) normal() string {
	return strings.TrimSpace(strings.Join(f.agent, " ") + " " + f.verb + " " + strings.Join(f.others, ", "))
}

// fit says whether two frames of one verb can be of one deed: no place is taken by
// another name.
func (s *source) fit(a, b *frame) bool {
	doers := append(slices.Clone(b.agent), b.kin...)
	if len(doers) > 0 && !b.passive {
		doers = append(doers, b.around...)
	}
	if len(a.agent) > 0 && len(doers) > 0 && !s.among(doers, a.agent[0]) {
		return false
	}
	if len(a.agent) > 0 && len(b.agent) == 0 && !a.passive && !b.passive && b.object != "" && s.same(a.agent[0], b.object) {
		return false
	}
	return !a.passive || a.object == "" || b.object == "" || s.same(a.object, b.object)
}

// rival is a name that the claim speaks of first, where a passage that lacks it tells of
// somebody else: what is said there is not said of the claim's party. "" for none.
func (c *claim) rival(s *source, u *unit) string {
	about := c.topic()
	if about == "" || u.names(s, about) || c.owned(about) {
		return ""
	}
	if !strings.HasSuffix(about, "s") && !s.speaksOf(about) {
		return about
	}
	for i := range u.frames {
		f := &u.frames[i]
		list := f.agent
		if f.passive {
			list = f.others
		}
		if len(list) == 0 {
			list = f.kin
		}
		if len(list) > 0 {
			if slices.ContainsFunc(c.unit.frames, func(a frame) bool { return s.among(append(slices.Clone(a.agent), a.others...), list[0]) }) {
				return ""
			}
			return about
		}
	}
	if !s.titled(about) && u.speaksAs(s) {
		return about
	}
	return ""
}

// owned says whether the claim speaks of what a party has: "Acme's suit asks".
func (c *claim) owned(about string) bool {
	return slices.ContainsFunc(c.unit.words, func(w word) bool {
		own := possessive(w.fold)
		return own != w.fold && strings.HasSuffix(about, own)
	})
}

// speaksOf says whether a document has any word of a name.
func (s *source) speaksOf(about string) bool {
	if slices.ContainsFunc(distinct(about), func(w string) bool { return s.all[words().classOf(w)] }) {
		return true
	}
	return slices.ContainsFunc(s.names, func(n name) bool { return s.same(n.forms[0], about) || n.covers(about) })
}

// titled says whether the title has a word of a name.
func (s *source) titled(name string) bool {
	return slices.ContainsFunc(distinct(name), func(w string) bool { return s.title[words().classOf(w)] })
}

// speaksAs says whether an organisation stands before the person who speaks in a unit:
// what "Acme chairman Jane Roe" says of the company is said of Acme.
func (u *unit) speaksAs(s *source) bool {
	for i, w := range u.words {
		if !speech[w.fold] {
			continue
		}
		for _, p := range u.phrases(u.clauseStart(i), i) {
			if governor(u.words, p.from) != "" || slices.ContainsFunc(u.statements, func(st *evidence.Statement) bool { return s.same(foldText(st.Speaker), p.fold) }) {
				continue
			}
			if slices.ContainsFunc(s.names, func(n name) bool { return n.party.Type == evidence.Organisation && s.same(p.fold, n.forms[0]) }) {
				return true
			}
		}
		return false
	}
	return false
}

// topic is the name that a claim speaks of: whoever acts, or suffers, in its first frame.
func (c *claim) topic() string {
	for i := range c.unit.frames {
		f := &c.unit.frames[i]
		if f.passive && len(f.others) > 0 {
			return f.others[0]
		}
		if len(f.agent) > 0 {
			return f.agent[0]
		}
	}
	if list := c.unit.phrases(0, min(3, len(c.unit.words))); len(list) > 0 && governor(c.unit.words, list[0].from) == "" {
		return list[0].fold
	}
	return ""
}

// names says whether a unit calls a party by any name.
func (u *unit) names(s *source, name string) bool {
	if slices.ContainsFunc(distinct(name), func(w string) bool { c := words().classOf(w); return u.has[c] || u.more[c] }) {
		return true
	}
	for _, p := range u.phrases(0, len(u.words)) {
		if s.same(p.fold, name) {
			return true
		}
	}
	return false
}
