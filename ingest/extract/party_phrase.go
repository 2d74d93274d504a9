package extract

import (
	"averment/evidence"
)

// phrase is the parties that a noun phrase or a list of them names, and where it ends.
type phrase struct {
	who []*player
	end int
}

// phraseAt reads the list of parties that begins at k: "Harbor Inc <HBR>, its chairman, Louis
// Perl, and the Toronto firm Pipeco". Descriptions, tickers and appositions are stepped over;
// "the company" stands for the organisation that it means. skip are parties that "the company"
// cannot mean, since they act upon it.
func (r *reader) phraseAt(k int, skip ...*player) phrase {
	return r.list(k, k <= r.s.first+1, skip...)
}

// list reads the list at k, the one of a subject where a verb is to stand behind its last name.
func (r *reader) list(k int, subject bool, skip ...*player) phrase {
	out := phrase{end: k}
	for k < r.s.end {
		who, end := r.nounPhrase(k, skip)
		if who == nil {
			return out
		}
		if n := len(out.who); n > 0 && who.kind == "" {
			who.kind = out.who[n-1].kind
		}
		out.who = append(out.who, who)
		out.end = r.afterName(end)
		next := r.separator(out.end)
		if next == out.end {
			return out
		}
		after, end2 := r.nounPhrase(next, skip)
		if after == nil && !subject && r.p.at(next).is("the", "a", "an") && r.p.at(next-1).low == "and" {
			if who := r.apposedObject(next); len(who) == 1 && !containsPlayer(out.who, who[0]) && who[0].kind != evidence.Court { // "Ray Hall and the startup he joined, Harbor Inc"
				out.who = append(out.who, who[0])
			}
			return out
		}
		if after == nil && !subject {
			if next, after, end2 = r.pastUnnamed(next, skip); after != nil {
				out.end = end2
			}
		}
		if after == nil || !subject && r.newClause(next, end2) {
			return out
		}
		k = next
	}
	return out
}

// nounPhrase reads one party at k with what describes it, nil where none stands there.
func (r *reader) nounPhrase(k int, skip []*player) (*player, int) {
	n := r.skipDescription(k)
	for _, at := range [2]int{k, k + b2i(r.p.at(k).low == "the")} { // a name may begin small: "the city of Dover"
		if w, m := r.who(at); w != nil && m.first == at {
			n = at
		}
	}
	who, m := r.who(n)
	if who == nil || m.first != n {
		return r.definite(k, skip)
	}
	for step := 0; step < 3; step++ {
		head, hm := r.modifiedBy(m)
		if head == nil {
			break
		}
		who, m = head, hm
	}
	switch t := r.p.at(m.end); {
	case who.acronym() && r.p.at(m.first-1).is("a", "an") && (companyNouns[t.low] || bodyNouns[t.low] || t.is("trust", "board", "branch", "plant", "store")) && !t.capital:
		return nil, k // "an NHS trust"
	case (r.p.at(k).is("a", "an", "former") || countWords[r.p.at(k).low] > 1 || r.p.at(k).low == "the" && countWords[r.p.at(k+1).low] > 1) && r.tradeBehind(m.end):
		return nil, k // "a former Harbor University swimming coach who"
	case t.is("government", "authorities", "legislature") && !t.capital && who.kind != evidence.Agency:
		return nil, k // "the Queensland government"
	case t.kind == clitic && r.p.at(m.end+1).is("and", ",") && who.kind != evidence.Person && t.low == "'s":
		return who, m.end + 1 // "against Fairlow's and Cobb & Lane"
	case t.kind == clitic, t.low == "-" && !t.space, r.groupAt(m.end):
		return nil, k
	}
	if unitNouns[r.p.at(m.end).low] {
		return who, m.end + 1 // "its Chesapeake Barge Lines unit"
	}
	return who, m.end
}

// modifiedBy is the name that a name at m only describes: "Lakeland's supplier, Tomei
// Electric", "former Kestrel engineer Yusuf Adan"; nil where m is the head itself.
func (r *reader) modifiedBy(m mention) (*player, mention) {
	n := m.end
	possessor := r.p.at(n).kind == clitic
	if possessor {
		n++
	}
	noun := false
	for f := n; f < n+9 && f < r.s.end; f++ {
		t := r.p.at(f)
		if who, next := r.who(f); who != nil && next.first == f && (noun || f > n && !possessor && r.fullPerson(who, next) && !r.p.at(f-1).capital) {
			return who, next
		}
		plainNoun := t.kind == word && (!t.capital || names().has(t, peopleWord|titleWord)) && !joinWord[t.low] && !isVerb(t)
		if !plainNoun && t.low != "-" && !(t.low == "," && noun && possessor) {
			return nil, m
		}
		noun = t.low == "," || noun && possessor && r.commaSince(n, f) || names().has(t, roleNoun|titleWord) || tradeNouns[t.low] || bodyNouns[t.low] || unitNouns[t.low] || t.is("supplier", "rival", "partner", "broker", "vendor", "banker", "insurer", "parent")
	}
	return nil, m
}

// fullPerson says whether a person is named with the given name.
func (r *reader) fullPerson(w *player, m mention) bool {
	return w.kind == evidence.Person && m.end-m.first > 1 && len(w.tokens) > 1
}

// commaSince says whether a comma stands among the tokens n to f.
func (r *reader) commaSince(n, f int) bool {
	for k := n; k < f; k++ {
		if r.p.at(k).low == "," {
			return true
		}
	}
	return false
}

// doers are the parties that are the subject of the verb at k, with those listed before.
func (r *reader) doers(k int) []*player {
	w := r.subject(k)
	if w == nil {
		return nil
	}
	return append([]*player{w}, append(r.listedWith(w, k), r.beforeNoun(w, k)...)...)
}

// beforeNoun are the names before "and the party" that is the subject of the verb at k, where the noun
// means w.
func (r *reader) beforeNoun(w *player, k int) []*player {
	b := r.beforeVerb(k)
	if t := r.p.at(b); t.kind != word || t.capital {
		return nil
	}
	for n := b - 1; n > b-5 && n > r.s.first+1; n-- {
		if r.p.at(n).low != "the" {
			continue
		}
		if who, m := r.who(n - 2); r.p.at(n-1).low == "and" && who != nil && who != w && m.end == n-1 && r.head(m) != nil {
			return append([]*player{who}, r.listedWith(who, n-1)...)
		}
		return nil
	}
	return nil
}
