package extract

import (
	"strings"

	"averment/evidence"
)

// bereaved are kin and others whom only a person has, mourned nouns of what only a person leaves.
var (
	bereaved = set("boyfriend", "girlfriend", "wife", "husband", "widow", "widower", "mother", "father", "parents", "son", "daughter", "sons", "daughters", "sister", "brother", "sisters", "brothers", "siblings", "family", "grandmother", "grandfather",
		"aunt", "uncle", "niece", "nephew", "cousin", "fiancé", "fiancée", "fiance", "fiancee", "body", "autopsy", "murder", "childhood", "stepfather", "stepmother", "ex-wife", "ex-husband", "roommate", "girlfriends", "relatives")
	mourned = set("estate", "murder", "killing", "death", "widow", "mother", "father", "parents", "wife", "husband", "shooting", "arrest", "family", "brother", "sister", "son", "daughter", "autopsy")
)

// ownSurname joins the surname that stands alone to the person, where nothing has proved it another's.
func (c *cast) ownSurname(w *player) {
	short := c.byKey[w.tokens[len(w.tokens)-1]]
	if short == nil || short == w || short.firm || short.merged() || len(short.tokens) != 1 {
		return
	}
	c.takeMentions(short, w)
	c.merge(short, w)
}

// nameEvidence looks at the words around each mention and makes firm what they prove: a
// name that speaks, acts, owns or employs is a party; ages, occupations and pronouns tell
// persons from organisations.
func (c *cast) nameEvidence() {
	for _, m := range c.mentions {
		p := &c.v.pages[m.page]
		if m.who.firm && m.who.kind != "" || m.who.blocked {
			continue
		}
		next, after := p.at(m.end), p.at(m.end+1)
		prev := p.at(m.first - 1)
		switch {
		case m.who.kind == "" && len(m.who.tokens) > 1 && len(m.who.tokens) < 4 && (next.kind == clitic && bereaved[after.low] && !after.capital || prev.low == "of" && mourned[p.at(m.first-2).low] && !p.at(m.first-2).capital && p.at(m.first-3).is("the", "a")):
			c.prove(m.who, evidence.Person, "kin beside the name")
			c.ownSurname(m.who)
		case next.low == "," && after.digits(2) && p.at(m.end+2).low == ",":
			c.prove(m.who, evidence.Person, "age behind the name")
		case next.low == "," && c.occupation(p, m.end+1) && !(len(m.who.tokens) == 1 && prev.is("from", "in", "of", "near")) && prev.low != "at", (names().has(prev, roleNoun) || tradeNouns[prev.low] && !bodyNouns[prev.low] && !companyNouns[prev.low] && m.who.kind == "" || prev.low == "advocate") && !prev.capital && len(m.who.tokens) > 1,
			prev.low == "," && next.is(",", ".") && articleBefore(p, m.first-2) && officialNoun(p.at(m.first-2)) && len(m.who.tokens) > 1 && len(m.who.tokens) < 4 && m.who.kind == "",
			prev.low == "," && (names().has(p.at(m.first-2), roleNoun) || kinOf[p.at(m.first-2).low] && !p.at(m.first-2).is("family", "estate")) && len(m.who.tokens) > 1 && (m.who.kind == "" || m.who.kind == evidence.Person):
			c.prove(m.who, evidence.Person, "occupation beside the name")
		case m.who.kind == "" && hasInnerCapital(m.who.name) && !m.who.acronym() && !p.at(m.first).upper && len(m.who.tokens) == 1 && len(m.who.name) > 4 && prev.kind == word && !prev.capital && !joinWord[prev.low] && !isVerb(prev) && !productNouns[prev.low] && !starters()[prev.low] && (next.kind != word || isVerb(next) || joinWord[next.low]) && m.who.count < 3 && !strings.HasSuffix(prev.low, "ed") && !strings.HasSuffix(prev.low, "ing") && articleBefore(p, m.first-1):
			c.prove(m.who, evidence.Organisation, "coined name behind a noun")
		case bodyPlural(prev.low) && prev.low[len(prev.low)-1] == 's' && !prev.capital && m.who.kind == "" && !names().words[p.at(m.first).low].is(firstName):
			c.prove(m.who, evidence.Organisation, "noun of an organisation before the name")
		case houseBefore(p, m.first) && m.who.kind == "", (bodyNouns[prev.low] || companyNouns[prev.low]) && !prev.capital && m.who.kind != evidence.Person, bodyBehind(p, m.end) && m.who.kind == "", prev.low == "," && bodyNouns[p.at(m.first-2).low] && !p.at(m.first-2).capital && m.who.kind == "" && !names().words[p.at(m.first).low].is(firstName):
			c.prove(m.who, evidence.Organisation, "noun of an organisation before the name")
		case next.low == "," && after.low == "which" && len(m.who.tokens) > 1 && m.who.kind == "", prev.is("at", "of") && len(m.who.tokens) > 1 && m.who.kind == "" && (employs(p, m.first-2) || prev.low == "of" && p.at(m.first-2).is("office", "offices", "branch", "shares") && !p.at(m.first-2).capital):
			c.prove(m.who, evidence.Organisation, "employer")
		case performers[prev.low] && !prev.capital && len(m.who.tokens) == 1 && m.who.kind == "" && !p.at(m.first).upper && m.who.basis == "":
			c.prove(m.who, evidence.Person, "occupation beside the name")
		case len(m.who.tokens) > 1 && m.who.kind == "" && (next.is("has", "had", "have") && litigantActs[after.low] || prev.low == "for" && p.at(m.first-2).is("appeared", "appearing", "acted", "acting", "spokesman", "spokeswoman", "spokesperson")):
			c.prove(m.who, "", "subject of an act")
		case (prev.is("that", "because", "after", "when", "while", "if", "how", "whether") || prev.in(inSpeechVerbs)) && misdeeds[next.low] && m.who.mid && len(m.who.tokens) > 1 && m.who.kind == "":
			c.prove(m.who, "", "subject of an act")
		case prev.low == "at" && len(m.who.tokens) == 1 && m.who.kind == "" && m.who.mid && len(m.who.name) > 3 && !p.at(m.first).upper && employs(p, m.first-2) && next.kind != word && !knownTown(p, m.first, len(p.tokens)):
			c.prove(m.who, evidence.Organisation, "employer")
		case prev.is("accused", "accuses", "accusing") && next.low == "of" && m.who.mid && len(m.who.tokens) > 1:
			c.prove(m.who, "", "accused")
		case prev.is("of", "at", "from") && len(m.who.tokens) == 2 && m.who.kind == "" && p.at(m.first-2).low == m.who.tokens[0] && p.at(m.first-2).capital:
			c.prove(m.who, evidence.Organisation, "firm of a partner")
		case prev.low == "," && next.low == "," && m.who.kind == "" && p.at(m.first-2).is("business", "arm", "division", "venture") && m.who.mid:
			c.prove(m.who, evidence.Organisation, "noun of an organisation before the name")
		case m.who.acronym() && len(m.who.name) > 2 && prev.low == "the" && (next.low == "," && after.is("which", "who") || speechVerbs()[next.low] || agentVerbs()[next.low]):
			c.prove(m.who, evidence.Organisation, "acronym that acts")
		case next.in(inSpeechVerbs) && !next.capital && !onThing(p, m.first):
			c.prove(m.who, "", "subject of speech")
		case next.kind == clitic && litigantPossession[after.low]:
			c.prove(m.who, "", "possessor of a suit")
		case next.kind == clitic && humanPossession[after.low]:
			c.prove(m.who, evidence.Organisation, "possessor of people or money")
		case next.is("union", "group", "newspaper", "charity", "chain", "brokerage") && m.who.kind == "" && m.who.mid:
			c.prove(m.who, evidence.Organisation, "noun of an organisation behind the name")
		case next.is("spokesman", "spokeswoman", "spokesperson", "spokespeople", "shares", "stock", "executives", "shareholders", "employees", "lawyers", "officials", "users"):
			c.prove(m.who, evidence.Organisation, "possessor of people or money")
		case prev.is("by", "against", "sued", "suing", "told") && next.kind != word && (m.who.camel() || m.who.count > 1):
			c.prove(m.who, "", "object of an act")
		case agentVerbs()[next.low] && !next.capital && (m.who.count > 1 || m.who.camel()) && (m.who.mid || len(m.who.tokens) > 1):
			c.prove(m.who, "", "subject of an act")
		}
	}
}

// officialNoun says whether a noun is said of persons only: "the official, Neville Crisp,".
func officialNoun(t *token) bool {
	return !t.capital && (t.low == "official" || furtherTrades[t.low] || tradeNouns[t.low] || callsPerson(t.low)) && !bodyNouns[t.low] && !companyNouns[t.low] && !t.is("neighbor", "neighbour", "customer", "buyer", "tenant", "client", "rival", "victim", "champion", "sponsor", "investor")
}

// onThing says whether the name at k is that of a thing which somebody is on or in: "Riders on the Orange
// Line said".
func onThing(p *pageView, k int) bool {
	if p.at(k-1).low == "the" {
		return p.at(k-2).is("on", "in", "near", "along", "across", "aboard", "inside", "outside", "through", "around")
	}
	return false
}

// performers go by a name of one word.
var performers = set("singer", "rapper", "musician", "songwriter", "comedian", "artist", "painter", "actor", "actress", "footballer", "influencer", "streamer", "wrestler", "magician", "dancer", "producer", "dj", "vocalist", "poet", "muralist", "sculptor", "designer", "youtuber", "performer", "star", "idol", "soprano", "guitarist", "drummer", "blogger", "podcaster")

// misdeeds are verbs whose subject is somebody, as that of few things in reports of suits.
var misdeeds = set("owes", "owed", "lied", "stole", "knew", "hired", "fired", "refused", "promised", "misled", "concealed", "hid", "defrauded", "cheated", "underpaid", "overcharged", "infringed", "copied", "breached", "violated", "failed", "ignored", "retaliated", "discriminated", "conspired",
	"overbilled", "pocketed", "withheld", "sued", "settled", "defamed", "negotiated", "agreed", "sold", "bought", "acquired", "leased", "hired", "employed", "neglected", "threatened", "pressured", "coerced")

// articleBefore says whether an article or a possessive stands among the three words before k.
func articleBefore(p *pageView, k int) bool {
	for b := k - 1; b > k-4; b-- {
		if p.at(b).is("the", "a", "an", "its", "their", "his", "her", "our") {
			return true
		}
	}
	return false
}

// bodyBehind says whether "a four-person outfit that", "the Bermuda reinsurer," stands in commas at
// k, the position behind a name.
func bodyBehind(p *pageView, k int) bool {
	if p.at(k).low != "," || !p.at(k+1).is("a", "an", "the") {
		return false
	}
	for n := k + 2; n < k+8; n++ {
		t, next := p.at(n), p.at(n+1)
		if t.kind == punct && t.low != "-" || joinWord[t.low] {
			return false
		}
		if (bodyNouns[t.low] || companyNouns[t.low] || houseNouns[t.low] || t.is("outfit", "business", "shell", "venture", "cooperative", "partnership", "agency")) && (next.is(",", ".", "that", "which", "in", "based", "of", "whose", "with", "on", "near", "they", "he", "she", "where")) {
			return true
		}
	}
	return false
}

// employs says whether the noun at k is what somebody is at a firm: "a former trader at Harbor".
func employs(p *pageView, k int) bool {
	t := p.at(k)
	return !t.capital && (t.is("trader", "executive", "employee", "employees", "partner", "engineer", "president", "officer", "chairman", "manager", "director", "executives", "founder", "analyst", "analysts", "professor", "economist", "researcher", "fellow", "lawyer", "attorney", "spokesman", "spokeswoman", "spokesperson", "scientist", "nurse", "teacher", "driver", "engineers", "consultant", "chief", "editor", "worker", "workers"))
}

// litigantPossession is what both persons and organisations have.
var litigantPossession = set("lawyer", "lawyers", "attorney", "attorneys", "lawsuit", "suit", "complaint", "counsel", "motion", "claims", "case")

var humanPossession = set("chief", "executive", "executives", "spokesman", "spokeswoman", "spokesperson",
	"board", "shareholders", "stock", "shares", "employees", "workers", "customers", "users", "subscribers", "parent", "president", "chairman", "owner",
	"owners", "subsidiary", "unit", "headquarters", "revenue", "profit", "earnings", "actions", "conduct", "privacy", "policies", "policy",
	"terms", "founder", "ceo", "clients", "members", "investors", "chief", "office")

// camel says whether the name has a capital inside or is all capitals, as coined names of
// firms have.
func (w *player) camel() bool {
	for i := 1; i < len(w.name); i++ {
		if w.name[i] >= 'A' && w.name[i] <= 'Z' && w.name[i-1] != ' ' && w.name[i-1] != '-' {
			return true
		}
	}
	return false
}

// prove makes a name firm; without a type it is a person when its surname is used alone,
// else an organisation.
func (c *cast) prove(w *player, kind evidence.PartyType, basis string) {
	if len(w.tokens) == 1 && kind == "" && !w.mid && !w.camel() {
		return
	}
	if kind == "" && len(w.tokens) > 1 && !w.camel() && c.usesSurname(w) {
		kind = evidence.Person
	}
	if kind == "" {
		kind = evidence.Organisation
	}
	w.setKind(kind, basis)
	w.firm = true
}

// usesSurname says whether a player of the family name alone was read too.
func (c *cast) usesSurname(w *player) bool {
	last := c.byKey[strings.Join(surnameOf(w.tokens), " ")]
	return last != nil && last != w
}

// occupation says whether "a lawyer", "the company's chairman" or the like stands at k.
func (c *cast) occupation(p *pageView, k int) bool {
	if !p.at(k).is("a", "an", "the", "who", "his", "her") && !names().has(p.at(k), roleNoun) {
		return false
	}
	if p.at(k).low == "who" {
		return true
	}
	for n := k; n < k+5; n++ {
		if t := p.at(n); (names().has(t, roleNoun) || officialNoun(t) && n > k && (p.at(n+1).kind == punct || p.at(n+1).is("who", "at", "from"))) && !t.capital {
			return true
		}
		if p.at(n).is(",", ".", "of", "for") {
			return false
		}
	}
	return false
}

// lists makes firm the names that stand in one list with a firm organisation: "between
// Harbor, Oracle and Pipeco".
func (c *cast) lists() {
	for n := 0; n < 2; n++ {
		for i := 1; i < len(c.mentions); i++ {
			a, b := c.mentions[i-1], c.mentions[i]
			if a.page != b.page || a.who == b.who || !c.listed(a, b) {
				continue
			}
			if c.v.doc.Kind == evidence.Filing {
				// the capitals of a filing tell less
			} else if articled(c, a) || articled(c, b) {
				// "in the Great Hunger, Ana Ruiz said"
			} else if person(a.who) && !b.who.firm && b.who.kind == "" && b.who.mid && twoWords(b.who) {
				c.prove(b.who, evidence.Person, "in a list with persons")
			} else if person(b.who) && !a.who.firm && a.who.kind == "" && a.who.mid && twoWords(a.who) {
				c.prove(a.who, evidence.Person, "in a list with persons")
			}
			if a.who.firm && a.who.kind == evidence.Organisation && !b.who.firm && b.who.mid {
				c.prove(b.who, evidence.Organisation, "in a list with organisations")
			} else if b.who.firm && b.who.kind == evidence.Organisation && !a.who.firm && a.who.mid {
				c.prove(a.who, evidence.Organisation, "in a list with organisations")
			}
		}
	}
}

// articled says whether "the" stands before the mention, as before no person.
func articled(c *cast, m mention) bool { return c.v.pages[m.page].at(m.first-1).low == "the" }

func person(w *player) bool { return w.firm && w.kind == evidence.Person && len(w.tokens) > 1 }

// twoWords says whether the name is made as a person's with one given name is.
func twoWords(w *player) bool {
	for _, t := range w.tokens {
		if names().words[t]&^firstName != 0 {
			return false
		}
	}
	return len(w.tokens) == 2 || len(w.tokens) == 4 && w.tokens[1] == "-"
}

// listed says whether only a comma or "and" stands between two mentions.
func (c *cast) listed(a, b mention) bool {
	p := &c.v.pages[a.page]
	k := a.end
	if p.at(k).low == "," {
		k++
	}
	if p.at(k).is("and", "or", "&") {
		k++
	}
	return k == b.first && k > a.end && !p.at(b.first).para
}
