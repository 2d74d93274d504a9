package extract

import "strings"

// workersOf says whether the "and" at k joins two trades in the name of a union: "Weavers and Dyers
// Union", "Union of Glass and Ceramic Workers".
func workersOf(p *pageView, i, k, limit int) bool {
	end := k + 1
	for end < limit && end < k+5 && p.at(end).capital && p.at(end).kind == word && !p.at(end).para {
		end++
	}
	if end < k+2 || p.at(end).low == "-" {
		return false
	}
	last := p.at(end - 1)
	if last.is("union", "guild", "workers", "brotherhood") && end > k+2 && tradePlural(p.at(k-1)) && tradePlural(p.at(k+1)) {
		return true
	}
	for n := i; n+1 < k; n++ {
		if p.at(n).is("union", "brotherhood", "federation", "association", "society", "alliance", "guild", "institute", "college", "academy", "council") && p.at(n).capital && p.at(n+1).is("of", "for") {
			return tradePlural(last) && end < k+4
		}
	}
	return false
}

// tradePlural says whether a word is the plural of what persons do: "Weavers", "Machinists".
func tradePlural(t *token) bool {
	if !t.capital || len(t.low) < 5 || names().has(t, suffixWord) || t.is("daughters", "sisters", "others", "waters", "rivers", "papers", "letters", "matters", "partners", "brothers", "builders", "brewers", "distillers", "carriers", "containers") {
		return false
	}
	for _, end := range []string{"ers", "ors", "ists", "ians", "employees", "clerks", "artists", "men", "mechanics", "nurses", "smiths", "wrights"} {
		if strings.HasSuffix(t.low, end) {
			return true
		}
	}
	return false
}

// kinTrust says whether the "and" at k joins two given names in the name of what is called after both:
// "Moe and Ada Krantz Family Foundation".
func kinTrust(p *pageView, i, k, limit int) bool {
	if k != i+1 || !names().has(p.at(k+1), firstName) || names().has(p.at(i), orgWord|suffixWord|agencyWord) {
		return false
	}
	end := k + 2
	for end < limit && end < k+7 && p.at(end).capital && p.at(end).kind == word {
		end++
	}
	if !names().has(p.at(i), firstName) && !p.at(end-2).is("family", "memorial") {
		return false
	}
	return p.at(end-1).is("trust", "foundation", "fund", "center", "centre", "estate", "museum", "library", "theatre", "theater", "hospital", "school", "institute") && end > k+3
}

// numberedBody says whether the name ends with the number of a local union, a lodge or a district.
func numberedBody(p *pageView, r run) bool {
	last := p.at(r.end - 1)
	return r.end-r.first > 2 && last.kind == number && (p.at(r.end-2).is("local", "lodge", "post", "district") || p.at(r.end-2).low == "." && p.at(r.end-3).low == "no")
}
