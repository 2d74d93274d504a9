package extract

// soldTo is the position behind the "to" of "was sold in 2022 to", 0 where none follows.
func (r *reader) soldTo(k int) int {
	for n := k + 1; n < k+6; n++ {
		t := r.p.at(n)
		if t.low == "to" {
			return n + 1
		}
		if !t.is("in", "last", "year", "month", "earlier", "this", "recently") && t.kind != number && !monthWords[t.low] {
			return 0
		}
	}
	return 0
}

// parent reads "Y, X's parent company", "X's parent, Y", "X parent Y", "Y, the owner of X".
func (r *reader) parent(k int) {
	after := k + 1
	if r.p.at(after).is("company", "firm", "corporation", "group") {
		after++
	}
	if r.p.at(k).low == "owner" && r.p.at(after).low == "and" && r.rank(after+1) { // "the owner and administrator of Harbor"
		for f := after + 1; f < after+5; f++ {
			if r.p.at(f).low == "of" {
				after = f
				break
			}
		}
	}
	if r.p.at(after).low == "of" {
		n := after + 1
		for r.p.at(n).is("the", "defendant", "plaintiff") {
			n++
		}
		owned, _ := r.who(n)
		if b := k - 1; r.p.at(b).is("sole", "the", "an") { // "lists Ana Ruiz as the sole owner of Harbor"
			for r.p.at(b).is("sole", "the", "an", "majority") {
				b--
			}
			if r.p.at(b).low == "as" {
				r.owns(r.lastBefore(b), owned)
				return
			}
		}
		r.owns(r.described(k), owned)
		if owned == nil {
			for _, owned := range r.phraseAt(n).who { // "owner of the eateries Harbor and Kestrel"
				r.owns(r.described(k), owned)
			}
		}
		return
	}
	if r.p.at(k-1).low == "whose" && r.p.at(after).is("is", "was") {
		n := after + 1
		for f := n; f < n+4; f++ { // "New Zealand's Harbor Group"
			if r.p.at(f).kind == clitic {
				n = f + 1
				break
			}
		}
		owned := r.modified(k - 1)
		if owned == nil && r.p.at(k-2).low == "," {
			owned = r.theNoun(k - 3) // "the company, whose parent is Harbor Corp"
		}
		r.owns(r.whoDescribed(n), owned)
		return
	}
	owned := r.lastBefore(k)
	for b := k - 1; b > k-4 && owned == nil; b-- { // "Harbor Ltd, whose Australian parent, Pipeco,"
		if r.p.at(b).low == "whose" {
			owned = r.modified(b)
		}
	}
	if r.p.at(k-1).kind == clitic {
		owned = r.lastBefore(k - 1)
	}
	for b := k - 1; owned == nil && b > k-4 && b > r.s.first; b-- { // "the app's Singapore parent, Harbor"
		if r.p.at(b).kind == clitic {
			if owned = r.lastBefore(b); owned == nil {
				owned = r.theNoun(b - 1)
			}
			break
		} else if r.p.at(b).kind != word || joinWord[r.p.at(b).low] {
			break
		}
	}
	if owned == nil {
		switch {
		case r.itsAhead(k) > 0:
			if owned = r.orgBefore(r.itsAhead(k)); owned == nil {
				owned = r.referent(r.itsAhead(k), false, nil)
			}
		case r.p.at(k-1).low == "its":
			if owned = r.orgBefore(k - 1); owned == nil {
				owned = r.referent(k-1, false, nil)
			}
		case r.p.at(k-1).kind == clitic:
			owned = r.theNoun(k - 2)
		case r.p.at(k-1).low == "the" && r.p.at(k).low == "parent":
			owned = r.c.sole("defendant")
		}
		if owned == nil {
			return
		}
	}
	if r.p.at(after).is("is", "was") && r.itsAhead(k) > 0 {
		r.owns(r.whoDescribed(after+1), owned) // "its majority owner is the buyout firm Harbor Capital"
		return
	}
	n := after
	if r.p.at(n).low == "," {
		n++
	}
	if n > after {
		n = r.skipDescription(n)
	}
	if owner, m := r.who(n); owner != nil && m.first == n && owner != owned {
		r.owns(owner, owned)
		return
	}
	_, m := r.who(k - 1)
	if r.p.at(k-1).kind == clitic {
		_, m = r.who(k - 2)
	}
	if r.p.at(m.first-1).low == "," {
		r.owns(r.lastBefore(m.first-1), owned)
	}
}

// itsAhead is the position of "its" in "its U.S. parent" with the noun at k, 0 where none stands there.
func (r *reader) itsAhead(k int) int {
	for b := k - 1; b > k-7 && b >= r.s.first; b-- {
		t := r.p.at(b)
		if t.low == "its" {
			return b
		}
		if t.kind == word && joinWord[t.low] || t.kind != word && !t.is(".", "-") {
			return 0
		}
	}
	return 0
}
