package extract

import (
	"strings"

	"averment/evidence"
)

// beforeVerb is the token before the verb at k with its auxiliaries and adverbs.
func (r *reader) beforeVerb(k int) int {
	b := k - 1
	if r.p.at(b).is("'re", "’re", "'ve", "’ve") && b > r.s.first { // "they're suing"
		b--
	}
	if t := r.p.at(b); strings.HasSuffix(t.low, "ly") && len(t.low) > 5 && !t.capital && b > r.s.first && !t.is("family", "assembly", "supply", "monopoly", "anomaly", "elderly", "weekly", "monthly", "daily", "quarterly") {
		b-- // "Ohio originally filed"
	}
	for b > r.s.first && (r.p.at(b).in(inVerbHelpers) || r.p.at(b-1).in(inVerbHelpers) && strings.HasSuffix(r.p.at(b).low, "ly") && !r.p.at(b).capital) {
		b--
	}
	return r.adverbialStart(b)
}

// verbHelpers stand between a subject and its verb.
var verbHelpers = set("is", "was", "are", "were", "has", "have", "had", "been", "being", "also", "now", "not", "be", "to", "will", "would", "already", "just", "both",
	"recently", "again", "then", "may", "must", "can", "could", "should", "separately", "still", "currently", "reportedly", "allegedly", "secretly", "today", "yesterday",
	"previously", "first", "since", "never", "formally", "voluntarily", "promptly", "immediately", "jointly", "earlier", "later", "once", "long", "plans", "planning", "going", "all", "each")

// subject is the name that is the subject of the verb at k: the name directly before it,
// or before the apposition in commas that stands between.
func (r *reader) subject(k int) *player {
	b := r.beforeVerb(k)
	if who, m := r.who(b); who != nil && m.end == b+1 {
		return r.head(m)
	}
	if who, m := r.who(b - 1); who != nil && m.end == b && r.p.at(b).low == ">" {
		return who
	}
	if r.p.at(b).low == ")" || r.p.at(b).low == ">" {
		for n := b; n > b-8 && n > r.s.first; n-- {
			if r.p.at(n).is("(", "<") {
				who, _ := r.who(n - 1)
				return who
			}
		}
	}
	if r.p.at(b).is("company", "firm", "bank", "airline", "platform", "carrier", "retailer", "insurer", "agency") && r.p.at(b-1).low == "the" {
		if w := r.antecedent(b); w != nil {
			return w
		}
		return r.referent(b-1, false, nil)
	}
	if who := r.theNounFrom(b, true); who != nil {
		return who
	}
	if r.p.at(b).low != "," {
		return nil
	}
	if r.p.at(b-1).low == ">" {
		if who, m := r.who(b - 2); who != nil && m.end == b-1 {
			return who
		}
	}
	if who, m := r.who(b - 1); who != nil && m.end == b && r.p.at(r.titleStart(m.first)-1).low == "," && describer(r.p.at(r.titleStart(m.first)-2)) {
		return who // "a consumer association, Harbor Watch, is suing"
	}
	for n := b - 1; n > r.s.first && n > b-26; n-- {
		if r.p.at(n).low == "," {
			if who, m := r.who(n - 1); who != nil && m.end == n {
				return r.head(m)
			}
			if who := r.theNoun(n - 1); who != nil {
				return who // "the builder, brought into the case in March, denies"
			}
		}
	}
	return nil
}

// titleStart is where the title before a name at k begins: "Dr.", "Sgt.", else k.
func (r *reader) titleStart(k int) int {
	if r.p.at(k-1).low == "." && names().has(r.p.at(k-2), titleWord|judgeWord) {
		return k - 2
	}
	if names().has(r.p.at(k-1), titleWord) && r.p.at(k-1).capital {
		return k - 1
	}
	return k
}

// describer says whether a word is a noun that a name in apposition follows: "its subsidiary,
// Harbor Lines, is", "the chairman, Ana Ruiz, sued".
func describer(t *token) bool {
	return !t.capital && (bodyNouns[t.low] || unitNouns[t.low] || tradeNouns[t.low] || t.is("parent", "owner") || names().has(t, roleNoun))
}

// antecedent is the organisation named last before position k, in this sentence or the one
// before; nil when there are two.
func (r *reader) antecedent(k int) *player {
	from := r.s.first
	if i := r.p.sentenceAt(r.s.Start); i > 0 {
		from = r.p.sentences[i-1].first
	}
	var found *player
	for b := from; b < k; b++ {
		who, _ := r.c.whoAt(r.page, b)
		if who == nil || who.kind != evidence.Organisation || !who.firm || who.outlet || who == found {
			continue
		}
		if found != nil {
			return r.c.leading()
		}
		found = who
	}
	if found == nil {
		return r.c.leading()
	}
	return found
}

// leading is the organisation that the text names clearly more often than any other, nil
// when there is none.
func (c *cast) leading() *player {
	var top *player
	second := 0
	for _, w := range c.players {
		if w.kind != evidence.Organisation || !w.firm || w.outlet || w.blocked {
			continue
		}
		switch {
		case top == nil || len(w.spans) > len(top.spans):
			if top != nil {
				second = len(top.spans)
			}
			top = w
		case len(w.spans) > second:
			second = len(w.spans)
		}
	}
	if top == nil || len(top.spans) < 3 || len(top.spans) < second*3/2 {
		return nil
	}
	return top
}

// head keeps a name that is not merely a possessor or part of a prepositional phrase:
// in "users of Harbor" and "Harbor's lawyers" Harbor is not the subject.
func (r *reader) head(m mention) *player {
	prev := r.p.at(m.first - 1)
	if before := r.p.at(m.first - 2); prev.is("the", "a", "an") && m.first-2 > r.s.first && before.is("of", "in", "from", "at", "on", "for", "to", "against", "inside", "outside", "near", "into") {
		return r.headNoun(m.first - 3)
	}
	if prev.low == "by" && r.p.at(m.first-2).is("represented", "operated", "employed", "owned", "supplied", "made", "run", "built", "hired", "treated") {
		return nil // "passengers represented by Day Lee began"
	}
	if prev.is("of", "in", "with", "from", "at", "on", "for", "to", "than", "inside", "outside", "near") && m.first-1 >= r.s.first {
		return r.headNoun(m.first - 2)
	}
	if noun := r.p.at(m.first - 2); m.first-2 >= r.s.first && strings.HasSuffix(prev.low, "ing") && len(prev.low) > 5 && !prev.capital && noun.kind == word && !noun.capital && !joinWord[noun.low] && !isVerb(noun) {
		return r.headNoun(m.first - 2) // "the trustee liquidating Harbor has sued"
	}
	if r.ofSomebody(m.first) || r.governed(m.first) {
		return nil
	}
	return m.who
}

// governed says whether the description before the name at k hangs on a preposition: "the trustee of bankrupt
// retailer Harbor sued".
func (r *reader) governed(k int) bool {
	b := k - 1
	for b > k-6 && b > r.s.first && !r.windsUp(b) && (r.p.at(b).kind == word && !r.p.at(b).capital && !joinWord[r.p.at(b).low] && !isVerb(r.p.at(b)) || r.p.at(b).low == "-") {
		b--
	}
	return b < k-1 && b > r.s.first && (r.windsUp(b) || r.p.at(b).is("of", "at", "for", "from")) && r.p.at(b-1).kind == word && !r.p.at(b-1).capital && !r.p.at(b-1).is("one", "some", "all", "both", "most", "many")
}

// windsUp says whether the participle at k tells what somebody does to what follows: "the trustee winding up the chain".
func (r *reader) windsUp(k int) bool {
	t, noun, next := r.p.at(k), r.p.at(k-1), r.p.at(k+1)
	return (next.is("up", "down", "the", "a", "an", "its", "his", "her", "their") || next.capital) && strings.HasSuffix(t.low, "ing") && len(t.low) > 5 && !t.capital && k-1 > r.s.first && noun.kind == word && !noun.capital && !joinWord[noun.low] && !isVerb(noun) && (fiduciaries[noun.low] || personNoun(noun))
}

// ofSomebody says whether the name at k, with what describes it, stands behind the noun of others:
// "heirs of the painter Ana Ruiz".
func (r *reader) ofSomebody(k int) bool {
	b := k - 1
	for b > k-5 && r.p.at(b).kind == word && !r.p.at(b).capital && !joinWord[r.p.at(b).low] {
		b--
	}
	return b < k-1 && b > r.s.first && r.p.at(b).low == "of" && (peopleNouns[r.p.at(b-1).low] || r.p.at(b-1).is("widow", "widower", "mother", "father", "wife", "husband", "son", "daughter", "estate", "brother", "sister"))
}

// headNoun is the person whom "the trustee" in "the trustee of Harbor" means, nil for none.
func (r *reader) headNoun(k int) *player {
	if who := r.theNoun(k); who != nil && who.kind != evidence.Organisation {
		return who
	}
	return nil
}

// lastBefore is the name that ends directly before position k.
func (r *reader) lastBefore(k int) *player {
	if who, m := r.who(k - 1); who != nil && m.end == k {
		return who
	}
	return nil
}
