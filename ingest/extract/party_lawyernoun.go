package extract

// determined says whether an article or a possessor stands before the noun at k.
func (r *reader) determined(k int) bool {
	for b := k - 1; b > k-5 && b >= r.s.first; b-- {
		if t := r.p.at(b); t.is("a", "an", "the", "his", "her", "its", "their") || t.kind == clitic || t.capital {
			return true
		} else if t.kind != word || joinWord[t.low] {
			return false
		}
	}
	return false
}

// generalAmong says whether the list from n to end names w as an attorney general, who is nobody's lawyer: "its lawyers,
// Attorney General Ana Ruiz and a broker".
func (r *reader) generalAmong(w *player, n, end int) bool {
	for k := n; k < end; k++ {
		if who, m := r.who(k); who == w && m.first == k {
			return r.p.at(k-1).low == "general" && r.p.at(k-2).low == "attorney" && !r.assistant(k-2)
		}
	}
	return false
}

// clauseBefore says whether a verb or "by" stands between the noun at k and the comma before it, so that the noun is no apposition:
// "Ana Ruiz, who was represented by the solicitors".
func (r *reader) clauseBefore(k int) bool {
	for b := k - 1; b > k-10 && b > r.s.first && r.p.at(b).low != ","; b-- {
		if t := r.p.at(b); t.is("by", "with", "from", "against") || isVerb(t) && !t.is("was", "is", "were") {
			return true
		}
	}
	return false
}

// apposedNoun says whether the noun at k is the head of an apposition that a comma and an article open: ", a New York
// attorney".
func (r *reader) apposedNoun(k int) bool {
	for b := k - 1; b > k-10 && b > r.s.first; b-- {
		if t := r.p.at(b); t.is("a", "an", "the") {
			return r.p.at(b-1).low == ","
		} else if t.kind != word && t.low != "-" && t.kind != number || joinWord[t.low] || isVerb(t) {
			return false
		}
	}
	return false
}

// campaigner says whether the advocate at k speaks for a cause: "consumer advocate Ana Ruiz", "an advocate for
// tenants".
func (r *reader) campaigner(k int) bool {
	if r.p.at(k).low != "advocate" || r.p.at(k).capital {
		return false
	}
	prev := r.p.at(k - 1)
	return !prev.is("senior", "learned", "his", "her", "its", "their", "by", ",", "advocate") && prev.kind != clitic
}

// prosecutor says whether the noun at k is the office of a head of prosecutors: "District
// Attorney", "U.S. Attorney" without "Assistant".
func (r *reader) prosecutor(k int) bool {
	return r.p.at(k).is("attorney", "attorneys") && (r.p.at(k-1).is("district", "city", "county") && !r.p.at(k-2).is("assistant", "deputy") || r.p.at(k).capital && r.p.at(k-1).low == "." && r.p.at(k-2).low == "s" && !r.assistant(k))
}
