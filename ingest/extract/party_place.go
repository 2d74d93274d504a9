package extract

import "averment/evidence"

// litigantPlace says whether a place is named as one that sues: "Texas sues Harbor", "Iowa, Nebraska and
// Minnesota have sued", "the attorneys general of Ohio and Texas sued", "twelve states led by Colorado".
func litigantPlace(p *pageView, r *run) bool {
	if headlineChain(p, r) {
		return true
	}
	if k := r.end; p.at(k).kind == clitic && p.at(k+1).low == "attorney" && p.at(k+2).low == "general" && (p.at(r.first).para || p.at(r.first-1).kind != word) {
		for k += 3; p.at(k).is("has", "is", "on", "this") || weekdayWords[p.at(k).low]; k++ {
		}
		return p.at(k).is("sued", "suing", "sues", "filed")
	}
	first, end := placeList(p, r)
	prev := p.at(first - 1)
	if listedJoiners(p, first-1) || joinedPlace(p, r) || statesIncluding(p, first, end) {
		return true
	}
	if p.at(r.first).low == "united" && p.at(r.first+1).low == "states" && r.end == r.first+2 && prev.low == "the" && p.at(first-2).is("against", "sued", "sues", "suing", "v") {
		return true
	}
	general := prev.is("of", "from", "for") && p.at(first-2).is("general", "generals") && p.at(first-3).is("attorneys", "attorney")
	if !general && first == r.first && prev.is("in", "of", "from", "near", "at", "to", "against", ",", "-", "outside", "over", "for") && !p.at(first).para ||
		!general && first < r.first && !p.at(first).para && prev.is("in", "of", "from", "near", "at", "to", "against", "outside", "over", "across", "for", "throughout") {
		return false
	}
	for p.at(end).is("has", "have", "is", "are", "was", "also", "on") || weekdayWords[p.at(end).low] {
		end++
	}
	if prev.kind == word && !prev.capital && !general && !p.at(first).para && !prev.is("and", "while", "that", "when", "but", "as", "where", "since", "after", "because", "the") {
		return prev.low == "by" && p.at(first-2).is("joined", "led", "sued") && (r.first > first || p.at(r.end).is(",", "and"))
	}
	if next := p.at(end); next.is("sued", "sues", "suing", "sue", "accuses") || next.is("filed", "files", "joined", "join", "brought") && suitWithin(p, end+1, 4) {
		return true
	}
	for b := r.first - 1; b > r.first-8; b-- {
		if t := p.at(b); t.low == "by" && p.at(b-1).low == "led" && p.at(b-2).is("states", "coalition", "cities", "counties") {
			return true
		} else if !t.capital && !t.is(",", "and") {
			return false
		}
	}
	return false
}

// listedJoiners says whether the verb at k opens the list of those who sue together: "The states that joined the suit
// are", "Joining Ohio in the lawsuit are", "Other states in the coalition include".
func listedJoiners(p *pageView, k int) bool {
	if !p.at(k).is("are", "include", "were") {
		return false
	}
	joins, suit := false, false
	for b := k - 1; b > k-12; b-- {
		t := p.at(b)
		joins = joins || t.is("joining", "joined", "states", "suing", "plaintiffs", "cities", "counties")
		suit = suit || broughtNouns[t.low] || t.is("coalition", "suing", "plaintiffs")
		if t.para || t.low == "." {
			break
		}
	}
	return joins && suit
}

// statesIncluding says whether the list of places from first to end names some of the states that sue: "Ten states including
// Ohio and Iowa sued", "filed by the attorneys general of the ten states, which also include Maine".
func statesIncluding(p *pageView, first, end int) bool {
	if !p.at(first-1).is("including", "include") {
		return false
	}
	states, suit := false, p.at(end).is("sued", "sue", "filed", "have", "are")
	for b := first - 2; b > first-22 && !p.at(b+1).para; b-- {
		states = states || p.at(b).is("states", "cities", "counties") && b > first-8
		suit = suit || p.at(b).is("general", "generals", "sued", "suing", "plaintiffs") || broughtNouns[p.at(b).low] && !p.at(b).is("legal", "action", "case")
	}
	return states && suit
}

// joinedPlace says whether others join the place in a suit: "Joining Ohio in the lawsuit".
func joinedPlace(p *pageView, r *run) bool {
	return p.at(r.first-1).is("joining", "join", "joined") && p.at(r.end).low == "in" && (suitWithin(p, r.end, 5) || p.at(r.end+1).low == "suing")
}

// suitWithin says whether the noun of a suit stands among the n tokens from k on.
func suitWithin(p *pageView, k, n int) bool {
	for f := k; f < k+n; f++ {
		if broughtNouns[p.at(f).low] && p.at(f).low != "legal" {
			return true
		}
	}
	return false
}

// placeList is the list of capitalised names that a place stands in: its first token and the position
// behind it.
func placeList(p *pageView, r *run) (first, end int) {
	first, end = r.first, r.end
	for n := 0; n < 12 && p.at(first-1).is(",", "and") && !p.at(first).para; n++ {
		b := first - 1
		if p.at(b).low == "and" && p.at(b-1).low == "," {
			b--
		}
		if !p.at(b - 1).capital {
			break
		}
		for b--; p.at(b-1).capital && p.at(b-1).kind == word && !p.at(b).para; b-- {
		}
		first = b
	}
	for n := 0; n < 12 && p.at(end).is(",", "and"); n++ {
		k := end + 1
		if p.at(end).low == "," && p.at(k).low == "and" {
			k++
		}
		if !p.at(k).capital {
			break
		}
		for ; p.at(k).capital && p.at(k).kind == word; k++ {
		}
		end = k
	}
	if p.at(end).low == "and" && (countWords[p.at(end+1).low] > 1 || p.at(end+1).is("several", "other")) { // "Minnesota and three other states"
		for k := end + 2; k < end+5; k++ {
			if p.at(k).is("states", "counties", "cities") {
				end = k + 1
				break
			}
		}
	}
	return first, end
}

// headlineChain says whether a place is one of those that open a headline and sue: "Ohio,
// Kentucky accuse Harbor of poisoning river".
func headlineChain(p *pageView, r *run) bool {
	b, k := r.first, r.end
	for n := 0; n < 6 && p.at(b-1).is(",", "and") && p.at(b-2).capital && !p.at(b).para; n++ {
		for b -= 2; p.at(b-1).capital && !p.at(b).para; b-- {
		}
	}
	for n := 0; n < 6 && p.at(k).is(",", "and") && p.at(k+1).capital; n++ {
		for k++; p.at(k).capital && !p.at(k).para; k++ {
		}
	}
	return p.at(b).para && (b < r.first || k > r.end) && p.at(k).is("sue", "accuse")
}

// suingPlace makes a party of a place that sues.
func (c *cast) suingPlace(name string) {
	who := c.player(name)
	who.setKind(evidence.Agency, "place that sues")
	who.firm, who.mid = true, true
	who.count++
}
