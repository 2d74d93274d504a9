package extract

import (
	"strings"

	"averment/evidence"
)

// counselBefore says whether the side at k is named as somebody's client.
func (r *reader) counselBefore(k int) bool {
	for b := k - 1; b >= r.s.first && b > k-5; b-- {
		if r.p.at(b).is("for", "representing", "represents", "represented") {
			return true
		}
	}
	return false
}

// suitBefore says whether a noun of a suit stands in the words before k.
func (r *reader) suitBefore(k int) bool {
	for b := k - 1; b >= r.s.first && b > k-14; b-- {
		t := r.p.at(b)
		if legalActions[t.low] || t.is("sued", "ruled", "filed", "brought", "jury", "approached", "settlement") {
			return true
		}
		if t.is(";", "discriminated", "discriminate", "protest", "protested", "war") {
			return false
		}
	}
	return false
}

// suitAfter says whether a noun of a suit stands in the n words behind k.
func (r *reader) suitAfter(k, n int) bool {
	for f := k + 1; f < r.s.end && f <= k+n; f++ {
		t := r.p.at(f)
		if legalActions[t.low] && t.low != "actions" || t.low == "legal" && r.p.at(f+1).low == "action" {
			return true
		}
		if t.is(".", ";", ",") {
			return false
		}
	}
	return false
}

func (r *reader) suitInSentence() bool {
	for k := r.s.first; k < r.s.end; k++ {
		if t := r.p.at(k); t.in(inLegalActions) || t.is("filed", "sued") {
			return true
		}
	}
	return false
}

// wordAhead says whether the word stands within n tokens behind k.
func (r *reader) wordAhead(k int, low string, n int) bool {
	for f := k; f < r.s.end && f < k+n; f++ {
		if r.p.at(f).low == low {
			return true
		}
	}
	return false
}

// passive says whether a form of "be" stands before the participle at k.
func (r *reader) passive(k int) bool {
	if t := r.p.at(k); strings.HasSuffix(t.low, "ing") && len(t.low) > 5 {
		return false // "is challenging"
	}
	for b := k - 1; b >= r.s.first && b > k-4; b-- {
		t := r.p.at(b)
		if t.is("was", "were", "is", "are", "been", "being", "be", "got") {
			return true
		}
		if !t.is("also", "not", "already", "first", "separately", "recently", "now", "previously", "later", "soon", "since", "eventually", "ultimately", "then") {
			return false
		}
	}
	return false
}

// agentOf gives the role to the names behind "by", which stand within 18 words of k.
func (r *reader) agentOf(k int, role string) {
	for f := k + 1; f < r.s.end && f < k+18; f++ {
		t := r.p.at(f)
		if t.low == "by" {
			r.bringers(f+1, role)
			return
		}
		if t.is(";", "that", "who", "which", "said", "says", "names", "accuses", "alleges") {
			return
		}
	}
}

// bringers gives the role to the names at k, behind "by"; a law firm is counsel for those on whose
// behalf it brings the suit.
func (r *reader) bringers(k int, role string) {
	list := r.phraseAt(k)
	if len(list.who) == 0 {
		list = r.phraseAt(r.membersAt(k))
	}
	if n := list.end; len(list.who) > 0 && r.p.at(n).low == "and" && countWords[r.p.at(n+1).low] > 1 { // "by the League and four residents, among them Ana Ruiz"
		if at := r.membersAt(n + 1); at > n+1 {
			list.who = append(list.who, r.phraseAt(at).who...)
		}
	}
	client, behalf := r.onBehalf(k)
	if last := len(list.who) - 1; role == "plaintiff" && last > 0 && (r.firmBetween(k, list.who[last]) || r.lawFirmWord(k, list.end)) {
		for _, w := range list.who { // "filed by the Harbor Center and the law firm Day Lee"
			if w.kind != evidence.Person {
				r.counselFor(w, "the plaintiffs")
			}
		}
		return
	}
	for _, w := range list.who {
		if role == "plaintiff" && r.firmBetween(k, w) {
			r.counselFor(w, "the plaintiffs")
			continue
		}
		if behalf && role == "plaintiff" {
			r.counselFor(w, client)
			continue
		}
		if !w.lawFirm() || role != "plaintiff" {
			r.give(w, role, "agent of the suit")
			continue
		}
		client = "the plaintiffs"
		if r.p.at(list.end).low == "on" && r.p.at(list.end+1).low == "behalf" {
			if name, after := r.client(list.end + 3); after > list.end+3 && name != "" {
				client = name
			}
		}
		r.counselFor(w, client)
	}
}

// lawFirmWord says whether "and the law firm" stands among the tokens first to end.
func (r *reader) lawFirmWord(first, end int) bool {
	for k := first; k+3 < end; k++ {
		if r.p.at(k).low == "and" && r.p.at(k+1).low == "the" && r.p.at(k+2).low == "law" && r.p.at(k+3).low == "firm" {
			return true
		}
	}
	return false
}

// firmBetween says whether the words from k to the name call who files a firm, as lawyers' firms are called:
// "filed by the same firm, Day Lee".
func (r *reader) firmBetween(k int, w *player) bool {
	for f := k; f < k+6 && f < r.s.end; f++ {
		if who, _ := r.who(f); who == w {
			return r.p.at(f-1).low == "firm" || r.p.at(f-1).low == "," && r.p.at(f-2).low == "firm"
		}
	}
	return false
}

// onBehalf says whether "on the men's behalf", "on their behalf" stands before the "by" before k, and whose
// counsel brings the suit so.
func (r *reader) onBehalf(k int) (client string, found bool) {
	for b := k - 1; b > k-9 && b > r.s.first; b-- {
		if r.p.at(b).low != "behalf" || r.p.at(b+1).low == "of" {
			continue
		}
		if w := r.lastBefore(b - 1); w != nil && r.p.at(b-1).kind == clitic {
			return w.name, true
		}
		if noun := r.p.at(b - 2); r.p.at(b-1).kind == clitic && !noun.capital && r.p.at(b-3).low == "the" {
			return "the " + noun.low, true
		}
		return "the plaintiffs", r.p.at(b-1).is("their", "his", "her", "'", "’")
	}
	return "", false
}

// listedWith are the names that stand in one list with the mention of w that is nearest
// before position k.
func (r *reader) listedWith(w *player, k int) []*player {
	var out []*player
	b := k - 1
	for b > r.s.first {
		if who, _ := r.who(b); who == w {
			break
		}
		b--
	}
	for b > r.s.first {
		_, m := r.who(b)
		b = m.first - 1
		if r.p.at(b).low == "<" {
			b--
		}
		for n := 0; n < 4 && r.p.at(b).kind == word && !r.p.at(b).capital && r.p.at(b).low != "and"; n++ {
			b--
		}
		joined := false
		for r.p.at(b).is(",", "and") && b > r.s.first {
			joined = true
			b--
		}
		if joined && r.p.at(b+1).low == "," { // "Harbor and its president, Ana Ruiz,"
			for n, c := 0, b; n < 4 && r.p.at(c).kind == word && !r.p.at(c).capital; n, c = n+1, c-1 {
				if r.p.at(c).low == "and" {
					b = c - 1
					break
				}
			}
		}
		if r.p.at(b).low == ">" {
			b--
		}
		who, m2 := r.who(b)
		if !joined || who == nil || m2.end != b+1 || m2.first == m.first || who == w {
			return out
		}
		out = append(out, who)
	}
	return out
}

// membersAt is the position of the names in "three tenants, including Ana Ruiz" at k, else k.
func (r *reader) membersAt(k int) int {
	for n := k; n < k+12 && n+1 < r.s.end; n++ {
		t := r.p.at(n)
		switch {
		case t.is("including", "namely"), t.low == "them" && r.p.at(n-1).low == "among":
			return n + 1
		case t.is("chapter", "chapters", "branch") && r.p.at(n+1).low == "of":
			return r.skipDescription(n + 2)
		case t.low == "led" && r.p.at(n+1).low == "by":
			return n + 2
		case t.is("in", "on", "against", "over", "that", "which", "for", "alleging", "accusing", "claiming", "seeking") || t.kind == punct && !t.is(",", "-"):
			return k
		}
	}
	return k
}
