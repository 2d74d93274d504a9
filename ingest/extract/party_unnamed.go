package extract

// pastUnnamed steps over members of a list at k that have no name, "the two officers involved, the police chief and", to the
// one behind them that has: its position, who it is and where it ends.
func (r *reader) pastUnnamed(k int, skip []*player) (next int, who *player, end int) {
	for n := 0; n < 3; n++ {
		after := r.unnamedMember(k)
		if after == k {
			return k, nil, k
		}
		k = after
		if who, end = r.nounPhrase(k, skip); who != nil {
			return k, who, end
		}
	}
	return k, nil, k
}

// unnamedMember is the position behind a member without a name at k and the separator that follows, else k.
func (r *reader) unnamedMember(k int) int {
	if !r.p.at(k).is("the", "its", "their", "his", "her", "two", "three", "four", "several") {
		return k
	}
	for f := k + 1; f < k+12 && f < r.s.end; f++ {
		t := r.p.at(f)
		if f > k+1 && t.is(",", "and") {
			if sep := r.separator(f); sep > f && r.p.at(sep-1).is("and", ",") {
				return sep
			}
			return k
		}
		if t.kind != word || isVerb(t) || joinWord[t.low] && t.low != "of" {
			return k
		}
	}
	return k
}
