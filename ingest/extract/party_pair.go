package extract

import (
	"averment/evidence"
)

// onlyMight says whether the verb at k tells of a suit that may come, or that was threatened: "he would sue", "could not
// sue", "threatened to sue".
func (r *reader) onlyMight(k int) bool {
	if r.p.at(k).low != "sue" {
		return false
	}
	b := k - 1
	for r.p.at(b).is("also", "now", "then", "be", "even", "not") {
		b--
	}
	if r.p.at(b).low == "to" {
		return r.p.at(b-1).is("threatened", "threatens", "threatening", "able", "allowed", "right", "free", "try", "entitled")
	}
	return r.p.at(b).is("would", "could", "might", "may", "can", "cannot", "should")
}

// pronounWith is whom the pronoun in "he and Ray Hall brought" means, nil where none stands there.
func (r *reader) pronounWith(k int, doers []*player) *player {
	if len(doers) != 1 {
		return nil
	}
	for b := k - 1; b > k-9 && b > r.s.first; b-- {
		if r.p.at(b).low == "and" && r.p.at(b-1).is("he", "she") {
			if w := r.personBefore(b-1, true); w != nil && w != doers[0] {
				return w
			}
			return nil
		}
	}
	return nil
}

// pair is whom "they" at k means: the first names of the sentence, or of the one before, where
// several stand in one list.
func (r *reader) pair(k int) []*player {
	if who := r.phraseAt(r.s.first).who; len(who) > 1 {
		return who
	}
	for b := k - 1; b > r.s.first && b > k-6; b-- { // "the novelists and the League said on Monday they had filed"
		if speechVerbs()[r.p.at(b).low] {
			r.counted(b)
			return r.suers(b)
		}
	}
	i := r.p.sentenceAt(r.s.Start)
	if i <= 0 {
		return nil
	}
	before := &reader{r.c, r.page, r.p, r.p.sentences[i-1]}
	if who := before.phraseAt(before.s.first).who; len(who) > 1 && k < r.s.first+4 {
		return who
	}
	if k == r.s.first { // "On one side sat his brother, Ray Hall, and his sister, Ana Hall. They filed"
		who := before.partiesAmong(before.s.first, before.s.end, func(w *player) bool { return w.kind == evidence.Person && !w.counsels() && !w.lawyer })
		if len(who) == 2 && r.lawsuitNoun(k, 9) > 0 {
			return who
		}
	}
	for n := before.s.first; k == r.s.first && n < before.s.end; n++ { // "The motion was filed by Ana Ruiz and Ray Hall. They"
		if before.p.at(n).is("filed", "brought", "lodged", "submitted") && before.passive(n) {
			for f := n + 1; f < before.s.end; f++ {
				if who := before.phraseAt(f + 1).who; before.p.at(f).low == "by" && len(who) > 1 {
					return who
				}
			}
		}
	}
	return nil
}

// counted notes who sues beside others where a clause begins with a number of them: "Three
// novelists and the Writers League".
func (r *reader) counted(k int) {
	for n := k - 1; n >= r.s.first && n > k-14; n-- {
		if !r.p.at(n).is("two", "three", "four", "five", "six") || r.p.at(n+2).low != "and" {
			continue
		}
		if before := r.p.at(n - 1); n > r.s.first && !before.is("-", "–", "—", ":") {
			return
		}
		known := len(r.c.unnamed)
		r.c.nameless(r.page, n, r.p)
		if len(r.c.unnamed) > known {
			r.c.unnamed[known].also = true
		}
		return
	}
}

// joinedBefore are the names before "and five states" that ends at b.
func (r *reader) joinedBefore(b int) []*player {
	for n := b - 1; n > b-7 && n > r.s.first; n-- {
		t := r.p.at(n)
		if !t.is("and") && r.p.at(n).kind != number && (t.kind != word || t.capital || joinWord[t.low]) {
			return nil
		}
		if who, m := r.who(n - 1); t.low == "and" && who != nil && m.end == n {
			return append([]*player{who}, r.listedWith(who, n)...)
		}
		for c := n - 2; t.low == "and" && c > n-9 && c >= r.s.first; c-- { // "Osterhaus, of Grand Haven, Mich., and four other parents"
			if who, m := r.who(c); who != nil && who.kind == evidence.Person {
				if end := r.behindOrigin(m.end); end > m.end && end >= n-3 {
					return append([]*player{who}, r.listedWith(who, n)...)
				}
				break
			}
		}
	}
	return nil
}

// joinedBy are the names in "Keep Our Schools, joined by Ana Ruiz and Ray Hall," that ends at b.
func (r *reader) joinedBy(b int) []*player {
	for n := b - 1; n > b-14 && n > r.s.first; n-- {
		if r.p.at(n).low == "joined" && r.p.at(n+1).low == "by" && r.p.at(n-1).low == "," {
			out := r.phraseAt(n + 2).who
			if who, m := r.who(n - 2); who != nil && m.end == n-1 {
				out = append(out, who)
			}
			return out
		}
	}
	return nil
}
