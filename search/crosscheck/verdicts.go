package crosscheck

import (
	"slices"
	"strings"
)

// alwaysRanked is how many of the nearest documents are given even where what they say
// hardly touches the claim, so that the order is that of retrieval.
const alwaysRanked = 5

// contrastShare is how much less of a claim a difference may say than the passage that
// says most of it, before it is taken for one of another event.
const contrastShare = 0.3

// contrast makes differences related that say much less of the claim than another
// document does: that one tells of the event, they tell of one like it.
func contrast(list []Verdict) {
	most := 0.0
	for _, v := range list {
		if v.Verdict == Asserts || v.Verdict == Attributes || v.Verdict == Differs {
			most = max(most, v.coverage)
		}
	}
	for i := range list {
		v := &list[i]
		if v.Verdict == Differs && v.coverage < most-contrastShare {
			v.relate("gives another " + v.Slot + ", perhaps of another event")
		}
	}
}

// cut keeps at most n verdicts: those that decide first, then the nearest; the order of
// rank stays.
func cut(list []Verdict, n int) []Verdict {
	slices.SortStableFunc(list, func(a, b Verdict) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return strings.Compare(a.Document, b.Document)
	})
	if len(list) <= n {
		return list
	}
	room := n
	for _, v := range list {
		if v.Verdict != Related {
			room--
		}
	}
	out := make([]Verdict, 0, n)
	for _, v := range list {
		if v.Verdict == Related {
			if room <= 0 {
				continue
			}
			room--
		}
		if len(out) < n {
			out = append(out, v)
		}
	}
	return out
}

// summarise says what all documents together do with a sentence.
func summarise(list []Verdict) string {
	n := map[string]int{}
	for _, v := range list {
		n[v.Verdict]++
	}
	switch says := n[Asserts] + n[Attributes]; {
	case says > 0 && n[Denies] > 0:
		return Disputed
	case n[Differs] > says:
		return Differing
	case n[Asserts] > 0:
		return Asserted
	case n[Attributes] > 0:
		return Attributed
	case n[Differs] > 0:
		return Differing
	case n[Denies] > 0:
		return Denied
	}
	return NotFound
}

// relate makes a verdict one that decides nothing.
func (v *Verdict) relate(why string) {
	v.Verdict, v.Rule, v.Slot, v.Yours, v.Theirs, v.YoursNormal, v.TheirsNormal = Related, why, "", "", "", "", ""
	v.YoursValue, v.TheirsValue = nil, nil
}
