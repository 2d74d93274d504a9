package extract

import (
	"averment/evidence"
)

// nameless is a place where somebody sues who is not named there: "a former nurse", "the couple",
// "campaigners".
type nameless struct {
	page, at   int
	many, body bool
	also       bool   // sues beside others who are named
	near       bool   // others are known to sue: only who claims something in the next sentences is meant
	head       string // the noun before "of" or "for": "trustee"
	firm       bool   // "the company": no person can be meant
	noun       string // what they are: "parents"
	kin        bool   // "the widow of": the next named may be whom they mourn
}

// peopleNouns are plural nouns of those who sue without a name.
var peopleNouns = set("couple", "parents", "brothers", "sisters", "siblings", "family", "pair", "trio", "men", "women", "people", "neighbours", "neighbors", "heirs", "relatives", "daughters", "sons",
	"children", "inventors", "nurses", "teachers", "cashiers", "cousins", "widows", "farmers", "fishermen", "landowners", "victims", "survivors", "twins", "friends", "grandparents", "campaigners")

// bodiesSue are nouns of bodies that sue without a name, and of those who sue through one.
var bodiesSue = set("campaigners", "group", "groups", "union", "charity", "activists", "company", "firm", "environmentalists", "nonprofit", "association", "publisher", "rival", "startup", "unions", "association", "coalition")

// nameless notes that who sues at the verb k is only described.
func (r *reader) nameless(k int) {
	b := r.beforeVerb(k)
	if r.p.at(b).low == "general" && r.p.at(b-1).low == "attorney" {
		r.c.general = true
		if w := r.lastBefore(b - 2); r.p.at(b-2).kind == clitic && w != nil && w.kind == evidence.Agency {
			r.give(w, "plaintiff", "its attorney general sues")
		}
		return
	}
	for n := b; n >= r.s.first && n > b-22; n-- {
		if t := r.p.at(n); t.is("a", "an", "two", "three", "four", "five", "six", "the") || n == r.s.first {
			if n > r.s.first && t.low == "the" && r.p.at(n-1).is("of", "in", "at", "for", "by", "with", "to", "from") {
				continue
			}
			if n > r.s.first && !r.p.at(n-1).is(",", ":", "\"") && joinWord[r.p.at(n-1).low] {
				continue
			}
			known := len(r.c.unnamed)
			r.c.nameless(r.page, n, r.p)
			if len(r.c.unnamed) > known {
				r.c.unnamed[known].at = k // a name within the description is none of theirs
			}
			return
		}
	}
}

// nameless notes the description at k of page, "a former nurse who says", unless it is that of
// nobody who can be named later.
func (c *cast) nameless(page, k int, p *pageView) {
	one := nameless{page: page, at: k}
	if next := p.at(k + 1); p.at(k).low == "the" && (next.is("couple", "pair", "parents", "brothers", "sisters", "siblings", "trio", "girls", "boys", "women", "men", "friends", "students", "teenagers", "teens") || companyNouns[next.low] || bodyNouns[next.low]) && p.at(k+2).low != "of" && !p.at(k+2).is("who", "behind") {
		if !companyNouns[next.low] && !bodyNouns[next.low] {
			c.pairs = append(c.pairs, one)
		}
		return // one who was named before
	}
	if t := p.at(k); t.is("it", "they", "he", "she", "who", "which", "that") {
		return
	} else if t.is("two", "three", "four", "five", "six") {
		one.many = true
	}
	for n := k; n < k+7; n++ {
		t := p.at(n)
		if t.is("of", "for", "at", "from") && n > k+1 {
			if one.head == "" {
				one.head = p.at(n - 1).low
			}
			break
		}
		if t.is("state", "states", "government", "prosecutors", "regulators", "regulator", "agency", "judge", "court", "jury", "lawyers", "attorneys", "lawyer", "attorney", "suit", "lawsuit", "complaint") && n < k+3 {
			return
		}
		if one.noun == "" && (peopleNouns[t.low] || groupNouns[t.low]) {
			one.noun = t.low
		}
		one.kin = one.kin || (kinOf[t.low] || t.low == "family") && p.at(n+1).low == "of"
		if t.is("who", "whose", "over", "that", "against", ",", "in", "with") {
			break
		}
		if one.head == "" && fiduciaries[t.low] {
			one.head = t.low
		}
		one.many = one.many || peopleNouns[t.low] || groupNouns[t.low] || t.low == "family"
		one.firm = one.firm || t.is("company", "firm", "union", "charity", "nonprofit", "publisher", "startup", "association", "bank", "insurer")
		one.body = one.body || bodiesSue[t.low] || groupNouns[t.low] && (bodyPlural(t.low) || t.is("publishers", "merchants", "advertisers", "growers", "owners", "members"))
	}
	c.unnamed = append(c.unnamed, one)
}

// fiduciaries sue for others, and are called by what they are.
var fiduciaries = set("trustee", "receiver", "liquidator", "administrator", "executor", "guardian", "conservator", "monitor", "custodian")

// kinOf are those who sue for somebody who died or was hurt.
var kinOf = set("widow", "widower", "mother", "father", "parents", "wife", "husband", "family", "son", "daughter", "sons", "daughters", "brother", "sister", "siblings", "children", "relatives", "heirs", "partner", "estate")

// claims says whether the one named by m puts the claim forward: "Ana Ruiz, of Reno, claims that".
func (r *reader) claims(m mention) bool {
	k := r.afterName(m.end)
	if r.p.at(k).low == "," {
		k++
	}
	t := r.p.at(k)
	return t.is("claims", "claimed", "alleges", "alleged", "says", "said", "argues", "told", "wants", "seeks", "is", "hopes", "believes") && (t.low != "is" || r.p.at(k+1).is("suing", "seeking", "claiming", "asking"))
}

// namePairs gives the side that sues to the two persons named last before "the couple sued", where nobody is
// known to sue.
func (c *cast) namePairs() {
	if len(c.pairs) == 0 || c.hasSide("plaintiff") {
		return
	}
	one := c.pairs[0]
	var found []*player
	for i := len(c.mentions) - 1; i >= 0 && len(found) < 2; i-- {
		m := c.mentions[i]
		if m.page != one.page || m.first > one.at || m.first < one.at-120 {
			continue
		}
		if w := m.who; w.kind == evidence.Person && w.firm && !w.sided() && !w.counsels() && !w.lawyer && !containsPlayer(found, w) {
			found = append(found, w)
		}
	}
	if len(found) < 2 {
		return
	}
	for _, w := range found {
		w.role("plaintiff", "described where they sue")
	}
}

// attorneyGeneral gives the side that sues to the attorney general who is named elsewhere, where "the state's
// attorney general sued".
func (c *cast) attorneyGeneral() {
	for _, m := range c.mentions {
		p := &c.v.pages[m.page]
		w := m.who
		if w.kind != evidence.Person || w.sided() || w.counsels() || len(w.tokens) < 2 || !p.at(m.first-1).is("general") || !p.at(m.first-1).capital || p.at(m.first-3).is("assistant", "deputy", "former", "associate", "u") {
			continue
		}
		w.role("plaintiff", "attorney general who sues")
		return
	}
}

// wantsOrClaims says whether the one named by m, or a list that begins there, puts a claim forward in so many
// words: "Ana Ruiz and Ray Hall want", "Ana Ruiz says she".
func (r *reader) wantsOrClaims(m mention) bool {
	k := r.list(m.first, true).end
	if r.p.at(k).low == "," {
		k++
	}
	t, next := r.p.at(k), r.p.at(k+1)
	return t.is("claims", "claim", "alleges", "allege", "want", "wants", "seek", "seeks") || t.is("say", "says") && next.is("she", "he", "they", "it", "the")
}

// nameThem gives the side that sues to those who are named first behind a place where somebody sues
// who is only described, where nobody else is known to sue or they sue beside others.
func (c *cast) nameThem() {
	if c.v.doc.Filing != nil {
		return
	}
	if c.general {
		c.attorneyGeneral()
	}
	c.generalsWhoSue()
	c.namePairs()
	c.nameNouns()
	known := c.hasSide("plaintiff") || c.hasSide("petitioner") || c.hasSide("appellant")
	for _, one := range c.unnamed {
		one.near = known && !one.also
		if found := c.namedBehind(one); len(found) > 0 {
			for _, w := range found {
				w.role("plaintiff", "described where it sues")
			}
			if known {
				continue
			}
			return
		}
	}
}

// namedBehind are the names that the description can mean: the first person, or the first body where
// a body sues, in the five sentences behind it who is none of the others; all of a list.
func (c *cast) namedBehind(one nameless) []*player {
	p := &c.v.pages[one.page]
	if who := c.called[one.head]; one.head != "" && len(who) == 1 && who[0].kind == evidence.Person && !who[0].sided() && !who[0].counsels() && !who[0].lawyer {
		return who
	}
	from := p.sentenceAt(p.at(one.at).start)
	for i := max(from, 0); i < len(p.sentences) && i < from+6 && !(one.near && i > from+2); i++ {
		r := &reader{c, one.page, p, p.sentences[i]}
		for k := max(r.s.first, one.at); k < r.s.end; k++ {
			w, m := r.who(k)
			if w != nil && m.first == k && one.also && !one.many && !one.body && w.has("plaintiff") && r.fullPerson(w, m) {
				return nil // the one who was described, named by now
			}
			if w == nil || m.first != k || !r.mayBe(w, m, one) || one.kin && !r.claims(m) || one.near && !r.wantsOrClaims(m) {
				continue
			}
			list := []*player{w}
			if one.many {
				for _, x := range r.list(k, true).who {
					if x != w && r.mayBe(x, m, one) {
						list = append(list, x)
					}
				}
			}
			return list
		}
	}
	return nil
}
