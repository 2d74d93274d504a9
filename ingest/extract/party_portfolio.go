package extract

// portfolioList is the position behind the list that a ministry's name goes on with at k, its comma or
// "and": "Department of Health and Human Services", "Department of Forests, Open Waters, and
// Parks"; k where what follows are other names.
func portfolioList(p *pageView, i, k, limit int) int {
	if !ministryHead(p, i, k) {
		return k
	}
	for n := k; n < limit && n < k+16; {
		last := p.at(n).low == "and"
		if p.at(n).low == "," {
			n++
			if p.at(n).low == "and" {
				last = true
				n++
			}
		} else if last {
			n++
		} else {
			return k
		}
		end := portfolioItem(p, n, limit, last)
		if end == n {
			return k
		}
		if last {
			return end
		}
		n = end
	}
	return k
}

// portfolioItem is the position behind the one to four capitalised words of a portfolio at n, n for none;
// the last one ends with a word of what ministries care for.
func portfolioItem(p *pageView, n, limit int, last bool) int {
	end := n
	for end < limit && end < n+4 && p.at(end).kind == word && p.at(end).capital && !p.at(end).para && !p.at(end).upper {
		if names().has(p.at(end), suffixWord|firstName) && !portfolioWords[p.at(end).low] {
			return n
		}
		end++
		if last && portfolioWords[p.at(end-1).low] && !portfolioWords[p.at(end).low] {
			return end
		}
	}
	if last || end-n > 1 && names().has(p.at(end-1), orgWord) && !portfolioWords[p.at(end-1).low] {
		return n
	}
	return end
}

// ministryHead says whether "Department of", "Minister for" or the like stands between i and k.
func ministryHead(p *pageView, i, k int) bool {
	for n := i; n+1 < k; n++ {
		if p.at(n).is("department", "ministry", "office", "bureau", "board", "secretary", "minister", "college", "division", "committee", "agency") && p.at(n).capital && p.at(n+1).is("of", "for", "on") {
			return true
		}
	}
	return false
}

// portfolioWords end the names of ministries that care for more than one matter.
var portfolioWords = set("services", "affairs", "sport", "sports", "media", "trade", "industry", "education", "development", "fisheries", "forestry", "food", "labor", "labour", "tourism", "energy", "climate", "culture",
	"housing", "science", "technology", "pensions", "skills", "communities", "welfare", "security", "resources", "safety", "regulation", "forests", "surgeons", "transport", "infrastructure", "environment", "water", "customs", "innovation",
	"parks", "recreation", "wildlife", "lands", "conservation", "mines", "minerals", "agriculture", "commerce", "arts", "heritage", "immigration", "citizenship", "employment", "business", "planning", "assistance", "rehabilitation", "corrections",
	"means", "finance", "families", "youth", "children", "ageing", "aging", "disability", "disabilities", "gaming", "liquor", "cannabis", "investment", "investments", "export", "works", "telecommunications", "aviation", "livestock", "irrigation")

// officePortfolio is the position behind an office whose portfolio is a list, "Minister of Fisheries and
// Forestry", which names no party; i for none.
func officePortfolio(p *pageView, i, limit int) int {
	if t := p.at(i); !t.capital || !p.at(i+1).is("of", "for") || !t.is("minister", "secretary", "commissioner", "undersecretary") {
		return i
	}
	k := i + 2
	if p.at(k).low == "the" {
		k++
	}
	for k < limit && k < i+6 && p.at(k).capital && p.at(k).kind == word {
		k++
	}
	if end := portfolioList(p, i, k, limit); end > k {
		return end
	}
	return i
}
