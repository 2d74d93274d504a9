package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// callings index the parties by the nouns that the text puts beside their names, so that "the
// trustee" is Walter Nakashima where it wrote "trustee Walter Nakashima".
func (c *cast) callings() {
	c.called = map[string][]*player{}
	for _, m := range c.mentions {
		if m.who.blocked || m.who.kind == evidence.Court || m.who.kind == evidence.Judge {
			continue
		}
		p := &c.v.pages[m.page]
		if t := p.at(m.first - 1); t.kind == word && !p.at(m.first).para && (!t.capital || names().has(t, titleWord)) {
			c.call(t, m.who)
		}
		c.call(apposedNoun(p, m.end), m.who)
		if t := p.at(m.first - 2); p.at(m.first-1).low == "," && t.kind == word && !t.capital && p.at(m.end).is(",", ".") && appositive(p, m.first-2) {
			c.call(t, m.who) // "the litigation trustee, Meredith Sklar"
		}
	}
}

// appositive says whether the noun at k has an article before it, with one word at most between, that no
// preposition governs: in "a lawyer for the county, Ana Ruiz," the county is not Ana Ruiz.
func appositive(p *pageView, k int) bool {
	for b := k - 1; b > k-3; b-- {
		if p.at(b).is("the", "a", "an", "its", "their", "his", "her") {
			return !p.at(b-1).is("for", "of", "at", "to", "by", "from", "with", "in", "against")
		}
		if joinWord[p.at(b).low] {
			return false
		}
	}
	return false
}

// apposedNoun is the head of an apposition behind a name at k: "startup" in ", a battery startup
// based in Reno,"; the empty token where there is none.
func apposedNoun(p *pageView, k int) *token {
	switch {
	case p.at(k).low == "," && p.at(k+1).is("a", "an", "the"):
		k += 2
	case p.at(k).is("is", "was") && p.at(k+1).is("a", "an", "the"):
		k += 2
	default:
		return &noToken
	}
	for n := k; n < k+7; n++ {
		t, next := p.at(n), p.at(n+1)
		if t.kind != word && t.low != "-" && t.kind != number && t.kind != mixed || joinWord[t.low] {
			return &noToken
		}
		if next.is(",", ".", "that", "which", "who", "of", "in", "based", "at", "whose", "with", "from", "and", "for") {
			return t
		}
	}
	return &noToken
}

// call enters one noun.
func (c *cast) call(t *token, w *player) {
	if t.kind != word || t.in(inJoinWords) || t.in(inLawyerNouns) || isVerb(t) || t.in(inTooCommon) || slices.Contains(c.called[t.low], w) {
		return
	}
	c.called[t.low] = append(c.called[t.low], w)
}

// tooCommon are nouns that tell too little to mean one party by them, and words that are none.
var tooCommon = set("company", "firm", "group", "spokesman", "spokeswoman", "spokesperson", "lawyer", "judge", "justice", "mr", "mrs", "ms", "miss", "dr", "sir", "the",
	"a", "an", "his", "her", "its", "their", "plaintiff", "defendant", "unit", "subsidiary", "parent", "division", "arm", "owner", "owners", "officer", "executive", "member", "partner", "associate", "agency", "body",
	"then", "when", "where", "while", "since", "until", "although", "though", "so", "also", "here", "there", "against", "like", "says", "told", "called", "person", "man", "woman", "part", "one", "state", "court")

// callee is the only party that the text calls by the noun, or that has the noun in its name.
func (c *cast) callee(noun string) *player {
	if len(noun) < 3 || tooCommon[noun] {
		return nil
	}
	if who := c.called[noun]; len(who) == 1 && !who[0].blocked {
		return who[0]
	} else if len(who) > 1 {
		return nil
	}
	if who := c.bearing(noun); who != nil {
		return who
	}
	if who := c.compound(noun); who != nil {
		return who
	}
	return c.likely(noun)
}

// likely is the only organisation with a word in its name that says what the noun says: "the fund"
// is the Harbor Retirement Trust.
func (c *cast) likely(noun string) *player {
	words := kindred[noun]
	if words == nil {
		return nil
	}
	var found *player
	for _, w := range c.players {
		if w.blocked || !w.firm || w.kind == evidence.Person || w.kind == evidence.Court || w.lawFirm() || !slices.ContainsFunc(w.tokens, func(t string) bool { return words[t] }) {
			continue
		}
		if found != nil {
			return nil
		}
		found = w
	}
	return found
}

// kindred are, for nouns by which a text calls an organisation, words that stand in such names.
var kindred = map[string]map[string]bool{
	"fund": set("trust", "pension", "retirement", "fund", "superannuation"), "union": set("teamsters", "workers", "brotherhood", "federation", "guild"),
	"hospital": set("health", "medical", "clinic", "hospital"), "school": set("university", "college", "academy", "school", "schools"),
	"bank": set("bank", "bancorp", "savings", "banking"), "insurer": set("insurance", "assurance", "mutual", "casualty", "indemnity", "life"),
	"airline": set("airlines", "airways", "air"), "carrier": set("airlines", "airways", "air", "telecom", "wireless"), "railroad": set("railway", "rail", "railroad"),
	"drugmaker": set("pharma", "pharmaceuticals", "therapeutics", "laboratories"), "carmaker": set("motors", "motor", "automotive"), "automaker": set("motors", "motor", "automotive"),
	"studio": set("pictures", "studios", "entertainment", "films"), "publisher": set("publishing", "press", "books", "newspapers", "media"), "utility": set("electric", "power", "energy", "gas", "water"),
	"brewer": set("brewing", "breweries", "brewery"), "builder": set("homes", "builders", "construction"),
	"miner": set("mining", "mines"), "charity": set("trust", "foundation", "stichting"), "foundation": set("stichting", "stiftung", "fondation", "fundacion", "trust"), "cooperative": set("cooperative", "growers", "farmers"), "landlord": set("properties", "realty", "homes"), "retailer": set("stores", "supermarkets"),
	"chipmaker": set("semiconductor", "semiconductors"), "broker": set("securities", "brokers"), "association": set("federation", "society"), "brokerage": set("securities"), "station": set("broadcasting", "radio", "television", "fm"), "broadcaster": set("broadcasting", "television", "tv", "radio"), "dealership": set("ford", "honda", "toyota", "nissan", "motors", "auto", "chevrolet", "subaru"), "llp": set("llp"), "developer": set("homes", "realty", "properties", "developments", "development"), "club": set("club", "fc"), "bar": set("taproom", "tavern", "pub", "saloon", "bar"), "restaurant": set("grill", "bistro", "kitchen", "diner", "cafe", "restaurant"), "gym": set("fitness", "gym"), "church": set("church", "chapel"), "newspaper": set("courier", "times", "post", "herald", "tribune", "gazette", "journal"), "team": set("fc", "club"), "district": set("district"), "university": set("university", "college")}

// compound is the only party called by a word that ends with the noun: "the builder" is the
// housebuilder Harbor Homes.
func (c *cast) compound(noun string) *player {
	if len(noun) < 5 {
		return nil
	}
	var found *player
	for low, who := range c.called {
		if low == noun || !strings.HasSuffix(low, noun) {
			continue
		}
		if len(who) > 1 || found != nil && who[0] != found {
			return nil
		}
		found = who[0]
	}
	return found
}

// theNoun is the party that "the trustee" or "the Texas insurer" means, of which the noun stands at
// k; nil where no article stands before it or nobody is known by it.
func (r *reader) theNoun(k int) *player { return r.theNounFrom(k, false) }

// theNounFrom is theNoun; free asks for one that no preposition governs.
func (r *reader) theNounFrom(k int, free bool) *player {
	t := r.p.at(k)
	if t.kind != word || t.capital {
		return nil
	}
	for b := k - 1; b > k-5 && b >= r.s.first; b-- {
		a := r.p.at(b)
		if a.low == "the" {
			who, end := r.definiteUpTo(b, nil)
			if end == k+1 && !(free && b > r.s.first && r.p.at(b-1).is("of", "for", "with", "in", "at", "from", "to", "against", "by", "about")) {
				return who
			}
			return nil
		}
		if a.kind != word && a.low != "-" || joinWord[a.low] {
			return nil
		}
	}
	return nil
}
