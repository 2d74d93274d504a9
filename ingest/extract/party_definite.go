package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// companyNouns mean an organisation that was named before, when "the" stands before them.
var companyNouns = set("company", "firm", "bank", "airline", "platform", "carrier", "retailer", "insurer", "startup", "start-up", "chain", "hospital", "brewer",
	"publisher", "manufacturer", "drugmaker", "automaker", "carmaker", "chipmaker", "lender", "developer", "operator", "charity", "group", "corporation",
	"council", "gallery", "school", "college", "university", "casino", "union", "association", "fund", "website", "broker", "contractor", "supplier", "vendor", "utility", "hotel", "restaurant", "casino", "resort", "clinic", "museum", "club", "team", "studio", "label",
	"newspaper", "church", "diocese", "hospital", "brewery", "distributor", "maker", "conglomerate", "organisation", "organization", "nonprofit", "foundation", "distiller", "grower", "meatpacker", "processor", "producer", "miner", "refiner", "automaker", "builder", "exchange", "shipper", "trucker", "network")

// agencyNouns mean a public body that was named before.
var agencyNouns = set("agency", "commission", "regulator", "department", "watchdog", "board", "authority", "bureau", "ministry")

// definite reads "the company", "it" or "the plaintiff" at k as the party that is meant.
func (r *reader) definite(k int, skip []*player) (*player, int) {
	t := r.p.at(k)
	if t.is("it") {
		return r.referent(k, false, skip), k + 1
	}
	if t.is("him", "her") && !r.nounFollows(k+1) {
		return r.personBefore(k, false), k + 1
	}
	who, end := r.definiteUpTo(k, skip)
	if after := r.p.at(end); end > k && (after.kind == clitic || after.is("he", "she", "they") || after.capital && after.kind == word && !after.line) {
		return nil, k
	}
	if containsPlayer(skip, who) || r.restricted(end) {
		return nil, k
	}
	return who, end
}

// restricted says whether a relative clause at k tells which one is meant, so that it is none that was named: "the firm that
// used to own it".
func (r *reader) restricted(k int) bool {
	next := r.p.at(k + 1)
	return r.p.at(k).low == "that" && companyNouns[r.p.at(k-1).low] && next.kind == word && !next.capital && (isVerb(next) || verbHelpers[next.low] || next.is("used", "runs", "ran", "supplied", "handles", "handled", "employed", "built", "sells", "published", "manages", "managed", "staffed", "staffs", "provides", "provided"))
}

// definiteUpTo reads "the company" at k without regard to what follows: the party that is meant and
// the position behind the noun, k where none is.
func (r *reader) definiteUpTo(k int, skip []*player) (*player, int) {
	if r.p.at(k).low != "the" {
		return nil, k
	}
	n := k + 1
	for r.adjective(n) && n < k+4 {
		n++
	}
	if next := r.p.at(n + 1); r.p.at(n).is("school", "park", "water", "hospital", "fire", "utility", "library", "transit", "sewer", "police", "health") && next.is("district", "board", "system", "department", "authority", "committee", "council") && !next.capital {
		n++ // "the school district" is no school
	}
	noun := r.p.at(n)
	switch who := r.c.callee(noun.low); {
	case noun.kind != word || noun.capital:
	case partyWords[noun.low] != "":
		return r.c.sole(partyWords[noun.low]), n + 1
	case who != nil:
		return who, n + 1
	case companyNouns[noun.low] && n > k+1 && (names().has(r.p.at(k+1), peopleWord) || r.p.at(k+1).capital || nationWords[r.p.at(k+1).low]):
		return r.lastNamed(k, skip), n + 1
	case companyNouns[noun.low] || makerNoun(noun.low):
		return r.referent(k, false, skip), n + 1
	case agencyNouns[noun.low]:
		return r.referent(k, true, skip), n + 1
	}
	return nil, k
}

// makerNoun says whether a noun means a maker of goods: "gunmaker", "phonemaker".
func makerNoun(low string) bool {
	return len(low) > 6 && strings.HasSuffix(low, "maker") && !contains([]string{"filmmaker", "lawmaker", "homemaker", "policymaker", "dressmaker", "peacemaker", "troublemaker", "matchmaker", "cabinetmaker", "shoemaker", "pacemaker", "bookmaker"}, low)
}

// nationWords are small-printed adjectives by which the last of several firms is meant.
var nationWords = set("german", "japanese", "british", "french", "dutch", "american", "canadian", "swiss", "foreign", "local", "second", "latter")

// adjective says whether the word at n only describes the noun behind it: "lead", "German", "Reno",
// "battery" in "the battery maker".
func (r *reader) adjective(n int) bool {
	t, next := r.p.at(n), r.p.at(n+1)
	switch {
	case t.is("lead", "named", "defendant", "listed", "corporate", "then", "-", "based", "now", "former"), names().has(t, peopleWord), t.capital && t.kind == word && r.placeAt(n):
		return true
	case t.kind != word || t.capital || joinWord[t.low] || isVerb(t) || next.kind != word && next.low != "-" || next.capital:
		return false
	}
	return companyNouns[next.low] || agencyNouns[next.low] || partyWords[next.low] != "" || r.c.called[next.low] != nil
}

// lastNamed is the organisation named last in the sentence before k or in the one before, which
// "the German company" means.
func (r *reader) lastNamed(k int, skip []*player) *player {
	from := r.s.first
	if i := r.p.sentenceAt(r.s.Start); i > 0 {
		from = r.p.sentences[i-1].first
	}
	for b := k - 1; b >= from; b-- {
		if who, _ := r.c.whoAt(r.page, b); who != nil && who.firm && who.kind == evidence.Organisation && !who.outlet && !containsPlayer(skip, who) {
			return who
		}
	}
	return nil
}

// bearing is the only party whose name has the noun in it: "the fund" is the Harbor Pension Fund.
func (c *cast) bearing(noun string) *player {
	var found *player
	for _, w := range c.players {
		if w.blocked || !w.firm || w.kind == evidence.Person || w.kind == evidence.Group || !slices.Contains(w.tokens, noun) || w.lawFirm() {
			continue
		}
		if found != nil {
			return nil
		}
		found = w
	}
	return found
}

// placeAt says whether a known place of one word stands at n.
func (r *reader) placeAt(n int) bool {
	kind, after := names().bodies.match(r.p.tokens[:r.s.end], n, true)
	if kind == knownPlace && after == n+1 {
		return true
	}
	_, city := courts().cities.match(r.p.tokens[:r.s.end], n, false)
	return city == n+1
}

// nounFollows says whether a noun can follow at k, so that "her" is a possessive.
func (r *reader) nounFollows(k int) bool {
	t := r.p.at(k)
	return t.kind == word && !joinWord[t.low] && !isVerb(t) && !t.is("along", "together", "alone", "too", "free", "since", "pro", "again", "there", "here", "this", "last", "next")
}

// referent is the organisation, or the public body, that "the company" or "it" at k means: the
// subject of the verb of speech before it, the only one named before in the sentence, the
// only one of the sentence before, the first one of that sentence, or the one that the whole
// text is about. skip are out of question.
func (r *reader) referent(k int, agency bool, skip []*player) *player {
	fits := func(w *player) bool {
		if w == nil || w.blocked || w.outlet || !w.firm || w.kind == evidence.Person || w.kind == evidence.Judge || w.kind == evidence.Group || w.kind == evidence.Court {
			return false
		}
		for _, s := range skip {
			if s == w {
				return false
			}
		}
		if (w.lawFirm() || w.counsels()) && !r.p.at(k+1).is("firm") {
			return false
		}
		return (w.kind == evidence.Agency) == agency
	}
	if b := r.saysBefore(k); b > 0 {
		if w := r.subject(b); fits(w) || w != nil && r.p.at(k).low == "it" && (w.lawFirm() || w.lawyer) && w.kind != evidence.Person && !containsPlayer(skip, w) || w != nil && w.kind == evidence.Agency && r.p.at(k).low == "it" && !containsPlayer(skip, w) {
			return w
		}
	}
	if own := r.partiesAmong(r.s.first, k, fits); len(own) > 0 && !r.opensPrepositional(k, own[0]) {
		if len(own) == 1 || r.p.at(k).low == "it" {
			return own[0]
		}
	}
	i := r.p.sentenceAt(r.s.Start)
	for b := i - 1; b >= 0 && b > i-5; b-- {
		before := r.p.sentences[b]
		if noun := r.p.at(before.first + 1); r.p.at(before.first).low == "the" && (companyNouns[noun.low] || agencyNouns[noun.low]) {
			if w := r.c.callee(noun.low); fits(w) {
				return w
			}
		}
		if last := r.partiesAmong(before.first, before.end, fits); len(last) > 0 {
			return last[0]
		}
	}
	if w := r.c.leading(); fits(w) {
		return w
	}
	return nil
}

// saysBefore is the verb of speech whose clause begins at k: "said it", "said on Tuesday that it";
// 0 for none.
func (r *reader) saysBefore(k int) int {
	b := k - 1
	if r.p.at(b).low == "that" {
		b--
	}
	b = r.adverbialStart(b)
	if b >= r.s.first && speechVerbs()[r.p.at(b).low] {
		return b
	}
	return 0
}

// opensPrepositional says whether the sentence opens with a phrase such as "with the help of Harbor,"
// before "it" at k, in which w is no subject.
func (r *reader) opensPrepositional(k int, w *player) bool {
	if r.p.at(k).low != "it" || r.p.at(k-1).low != "," || !r.p.at(r.s.first).is("with", "in", "at", "under", "from", "through", "besides", "alongside", "according", "on", "for") {
		return false
	}
	for b := r.s.first; b < k; b++ {
		if who, _ := r.who(b); who == w {
			return true
		}
		if isVerb(r.p.at(b)) {
			return false
		}
	}
	return false
}

// partiesAmong are the different parties that fit among the tokens first to end, in order.
func (r *reader) partiesAmong(first, end int, fits func(*player) bool) []*player {
	var out []*player
	for k := first; k < end; k++ {
		who, m := r.c.whoAt(r.page, k)
		if who == nil {
			continue
		}
		k = m.end - 1
		if len(out) < 8 && fits(who) && !containsPlayer(out, who) {
			out = append(out, who)
		}
	}
	return out
}

func containsPlayer(list []*player, w *player) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}
