package extract

import "strings"

// unlistedAct reads an act that no table names from its form: a run of capitalised words
// that ends in "Act", perhaps with its year, behind an article, a possessive or a place. k is
// the token "Act"; first to end are its tokens.
func unlistedAct(p *pageView, s sentence, k int) (l law, first, end int, ok bool) {
	if t := p.at(k); !t.is("act") || !t.capital || t.upper || s.heading {
		return law{}, 0, 0, false
	}
	first = actStart(p, s, k)
	for first < k && isFunction(p.at(first).low) {
		first++
	}
	if first >= k || !introduced(p, s, first) || !p.at(first).capital {
		return law{}, 0, 0, false
	}
	end = k + 1
	if y := end + b2i(p.at(end).low == "of"); y < s.end && p.at(y).digits(4) && p.at(y).end-p.at(y).start == 4 {
		end = y + 1
	}
	return law{name: actName(p, first, end), unlisted: true}, first, end, true
}

// actStart walks back over the capitalised words before token k and the small words between
// them.
func actStart(p *pageView, s sentence, k int) int {
	i := k
	for i > s.first {
		t := p.at(i - 1)
		switch {
		case t.kind == word && t.capital && !t.is("act") && !isFunction(t.low):
			i--
		case (t.kind == clitic || innerWord(t.low)) && i-2 >= s.first && p.at(i-2).kind == word && p.at(i-2).capital && !p.at(i-2).is("act"):
			i -= 2
		default:
			return i
		}
	}
	return i
}

// innerWord says whether a small word may stand inside the name of an act.
func innerWord(w string) bool {
	switch w {
	case "and", "of", "in", "from", "for", "on", "to", "against":
		return true
	}
	return false
}

// introduced says whether what stands before the name, or the place it begins with, makes it
// a law rather than words of a headline.
func introduced(p *pageView, s sentence, first int) bool {
	if placeEnd(p, first) > first {
		return true
	}
	if first <= s.first {
		return false
	}
	t := p.at(first - 1)
	return t.kind == clitic || t.is("the", "under", "violating", "violated", "violates", "federal", "new", "state")
}

// placeEnd is where the name of a place or a people that begins at token k ends; k itself
// where none does.
func placeEnd(p *pageView, k int) int {
	if kind, end := names().bodies.match(p.tokens, k, false); kind == knownPlace && p.at(k).capital {
		return end
	}
	if names().has(p.at(k), peopleWord) && p.at(k).capital {
		return k + 1
	}
	return k
}

// actName is the name as the facts give it: on one line, and a place without its possessive.
func actName(p *pageView, first, end int) string {
	if of := placeEnd(p, first); of > first && p.at(of).kind == clitic {
		return p.str(first, of) + " " + oneLine(p.str(of+1, end))
	}
	return oneLine(p.str(first, end))
}

// foreignAct says whether an act of a table, named at token k, is that of another place,
// which the table does not know: the "Pennsylvania Wiretap Act" is no federal law.
func foreignAct(p *pageView, s sentence, l law, k int) bool {
	if l.acronym || l.statute == "" || !l.capital {
		return false
	}
	b := k
	if p.at(b-1).kind == clitic {
		b--
	}
	for first := max(s.first, b-3); first < b; first++ {
		if placeEnd(p, first) == b {
			return !home[p.at(first).low] && !strings.HasPrefix(l.name, p.str(first, b))
		}
	}
	return false
}

// home are places and peoples before a federal act.
var home = set("united", "u.s", "us", "america", "american")

// shortActs maps an unlisted act to the one with a longer name that it shortens: "the
// Consumer Protection Act" where the Washington Consumer Protection Act was named.
func shortActs(seen []lawSeen) map[string]law {
	out := map[string]law{}
	for _, short := range seen {
		if !short.unlisted {
			continue
		}
		for _, long := range seen {
			if len(long.name) > len(short.name) && (strings.HasSuffix(long.name, " "+short.name) || strings.HasPrefix(long.name, short.name+" ")) {
				out[short.name] = long.law
				break
			}
		}
	}
	return out
}
