package extract

import "strings"

// listSubject is the list of names that is the subject of the verb at k, read forward from where it
// begins: "Three former cashiers, Ana Ruiz, Ray Hall and Paul Lane, have filed", "Ana Ruiz and five
// other tenants say"; nil where none ends before the verb.
func (r *reader) listSubject(k int) []*player {
	end := r.beforeVerb(k) + 1
	if r.p.at(end-1).low == "," {
		end--
	}
	end = r.withoutOthers(end)
	refused := 0
	sub := *r
	sub.s.end = end // the list does not go on behind the verb
	for start := max(r.s.first, end-45); start < end; start++ {
		w, m := r.who(start)
		if w == nil || m.first != start {
			continue
		}
		list := sub.list(start, true)
		if start < refused || !r.beginsSubject(start) {
			if r.p.at(m.end).low == "and" {
				refused = max(refused, list.end)
			}
			start = m.end - 1
			continue
		}
		if len(list.who) > 0 && list.end == end && (len(list.who) == 1 || r.headline() || r.joins(start, end)) {
			return list.who
		}
		start = m.end - 1
	}
	return nil
}

// joins says whether a word joins the members of the list from first to end, as commas alone do not:
// "Represented by Day Lee, Ana Ruiz sued".
func (r *reader) joins(first, end int) bool {
	for k := first; k < end; k++ {
		if r.p.at(k).is("and", "&", "with", "plus") {
			return true
		}
	}
	return r.p.at(end).low == "and"
}

// withoutOthers is the end of a list that ends at end, without "and others", "and five other tenants".
func (r *reader) withoutOthers(end int) int {
	for b := end - 1; b > end-8 && b > r.s.first; b-- {
		t := r.p.at(b)
		if t.low == "and" {
			if b == end-1 {
				return end
			}
			if r.p.at(b-1).low == "," {
				b--
			}
			if who, m := r.who(b - 1); who != nil && m.end == b {
				return b
			}
			return end
		}
		if t.kind != word && t.kind != number && t.low != "-" || t.capital || joinWord[t.low] && t.low != "of" {
			return end
		}
	}
	return end
}

// beginsSubject says whether the name at k, with the description before it, can begin a subject: no
// preposition stands before it.
func (r *reader) beginsSubject(k int) bool {
	b := k - 1
	if t := r.p.at(b); b > r.s.first && strings.HasSuffix(t.low, "ing") && len(t.low) > 5 && !t.capital {
		return false // "the trustee liquidating Harbor has sued"
	}
	for b >= r.s.first && b > k-8 {
		t := r.p.at(b)
		if r.windsUp(b) {
			return false
		}
		if t.low == "," && b > r.s.first && k-b > 1 || t.kind != word && t.kind != number && t.low != "-" || joinWord[t.low] || isVerb(t) {
			break
		}
		b--
	}
	t := r.p.at(b)
	if b < r.s.first {
		return true
	}
	if t.is("of", "in", "with", "from", "at", "on", "for", "to", "than", "by", "against", "into", "over", "representing", "represented", "about", "between") {
		return false
	}
	return !(isVerb(t) && b == k-1 && !speechVerbs()[t.low])
}
