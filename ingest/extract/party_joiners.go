package extract

import "averment/evidence"

// joiners reads "Joining Ohio in the lawsuit are Iowa and Maine", "The states that joined the suit are", and "Ana Ruiz
// joined nine others in suing Harbor".
func (r *reader) joiners(k int) bool {
	for f := k + 1; f < k+14 && f < r.s.end; f++ {
		switch t := r.p.at(f); {
		case t.is("are", "include", "is") && listedJoiners(r.p, f) || t.low == "is" && r.suitAmong(k, f) && k < r.s.first+2:
			r.giveAll(r.phraseAt(f+1).who, "plaintiff", "joins the suit")
			if r.p.at(k).low == "joining" {
				r.giveAll(r.phraseAt(k+1).who, "plaintiff", "is joined by others")
			}
			return true
		case t.low == "in" && r.p.at(f+1).is("suing", "filing"):
			r.giveAll(r.suers(k), "plaintiff", "joins the suit")
			return true
		case t.is(".", ";"):
			return false
		}
	}
	return false
}

// statesThatSue reads "Ten states including Ohio and Iowa sued" and "the ten states, which also include Maine".
func (r *reader) statesThatSue(k int) {
	for f := k + 1; f < k+6 && f < r.s.end; f++ {
		if !r.p.at(f).is("including", "include") {
			continue
		}
		list := r.list(f+1, true)
		if len(list.who) > 0 && statesIncluding(r.p, f+1, list.end) {
			for _, w := range list.who {
				if w.kind == evidence.Agency {
					r.give(w, "plaintiff", "place that sues")
				}
			}
		}
		return
	}
}

// sidesAmong says whether the verb of suing stands among the tokens first to end.
func (r *reader) sidesAmong(first, end int) bool {
	for k := first; k < end; k++ {
		if r.p.at(k).is("sued", "sues", "suing") {
			return true
		}
	}
	return false
}

// manBehind reads "The man behind the suit is Ana Ruiz", and notes that who is behind it is only described where
// another verb follows.
func (r *reader) manBehind(k int) {
	n := r.lawsuitNoun(k, 4)
	if n == 0 || !r.p.at(k-1).is("man", "woman", "person", "couple", "people", "force", "group") {
		return
	}
	if r.p.at(n+1).is("is", "are", "was") {
		r.giveAll(r.phraseAt(n+2).who, "plaintiff", "behind the suit")
		return
	}
	if b := k - 2; r.p.at(b).low == "the" {
		r.c.unnamed = append(r.c.unnamed, nameless{page: r.page, at: n, also: true, body: r.p.at(k-1).low == "group"})
	}
}

// generalsWhoSue gives the side that sues to the attorneys general of places that sue, who are named with the place:
// "said Ohio Attorney General Ana Ruiz", "Ohio's attorney general, Ana Ruiz,".
func (c *cast) generalsWhoSue() {
	for _, m := range c.mentions {
		w := m.who
		if w.kind != evidence.Person || w.sided() || w.counsels() || len(w.tokens) < 2 {
			continue
		}
		p := &c.v.pages[m.page]
		k := m.first - 1
		if p.at(k).low == "," {
			k--
		}
		if p.at(k).low != "general" || p.at(k-1).low != "attorney" {
			continue
		}
		b := k - 2
		if p.at(b).kind == clitic {
			b--
		}
		if place, _ := c.whoAt(m.page, b); place != nil && place.kind == evidence.Agency && place.has("plaintiff") {
			w.role("plaintiff", "attorney general who sues")
		}
	}
}
