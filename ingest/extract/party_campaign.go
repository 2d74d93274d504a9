package extract

import "strings"

// campaignEnd is the position behind the name of a campaign that begins at i, whose small words
// stand in no other name: "Taxpayers for a Fair Belmont", "No on Proposition 9", "Save the Old
// Mill"; i for none. opening says that the word begins its sentence, so that its capital tells
// nothing.
func campaignEnd(p *pageView, i, limit int, opening bool) int {
	k := i + 1
	switch t := p.at(i); {
	case !t.capital || t.upper || t.kind != word:
		return i
	case t.low == "vote" && p.at(k).is("no", "yes") && p.at(k).capital:
		k++
		fallthrough
	case t.is("yes", "no"):
		if !p.at(k).is("on", "for", "to") {
			return i
		}
		return ballotEnd(p, k+1, limit, i)
	case t.in(inStarters) || t.is("don't", "let's"):
		if before := p.at(i - 1); !opening && before.is("group", "committee", "coalition", "campaign", "nonprofit", "organization", "organisation", "movement", "charity") && p.at(k).capital && p.at(k).kind == word {
			return wordsEnd(p, k, limit)
		}
		return i
	case causeVerbs[t.low]:
		if p.at(k).is("the", "our", "a") && !p.at(k).capital && p.at(k+1).capital && p.at(k+1).kind == word {
			return wordsEnd(p, k+1, limit)
		}
		return i
	case causeFolk[t.low] || groupNouns[t.low]:
	case !causeFolk[p.at(k).low] || !p.at(k).capital || p.at(k).line:
		return i
	default:
		k++ // "Concerned Citizens for"
	}
	if end := causeEnd(p, k, limit, opening && k == i+1); end > k {
		return end
	}
	return i
}

// causeEnd is the position behind "for a Fair Belmont" or "Against the Stadium Tax" at k, else k. At the
// beginning of a sentence the words may be plain ones, "Lawyers for Harbor said".
func causeEnd(p *pageView, k, limit int, opening bool) int {
	joint, next := p.at(k), p.at(k+1)
	if k+1 >= limit || !joint.is("for", "against", "of") || joint.low == "of" && (opening || !neighbourly[p.at(k-1).low]) {
		return k
	}
	n := k + 1
	if next.is("a", "an", "the", "our") {
		n++
	}
	if t := p.at(n); !t.capital || t.kind != word || t.upper && n == k+1 || dateWords[t.low] != dateNone || t.line && n == k+1 {
		return k
	}
	if opening && (n == k+1 && !p.at(n+1).capital && !joint.capital || next.low == "the" && !joint.capital || employedFolk[p.at(k-1).low]) {
		return k
	}
	if end := wordsEnd(p, n, limit); p.at(end).kind != number && legalForm(p, end, limit) == end && !names().has(p.at(end-1), suffixWord) {
		return end
	}
	return k
}

// ballotEnd is the position behind the matter of a ballot at k, "Question 3", "Measure K", else none.
func ballotEnd(p *pageView, k, limit, none int) int {
	if p.at(k).low == "the" {
		k++
	}
	if t := p.at(k); k < limit && t.digits(3) && p.at(k-1).low == "on" {
		return k + 1 // "Yes on 14"
	}
	if k >= limit || !p.at(k).capital || p.at(k).kind != word {
		return none
	}
	end := wordsEnd(p, k, limit)
	if t := p.at(end); ballotWords[p.at(end-1).low] && end < limit && (t.kind == number || t.kind == mixed) {
		end++
	}
	return end
}

// wordsEnd is the position behind the capitalised words at k, with the small words between them that
// join no two names.
func wordsEnd(p *pageView, k, limit int) int {
	for k < limit {
		t := p.at(k)
		switch {
		case t.kind == word && t.capital && !t.para:
			k++
		case t.low == "-" && !t.space && p.at(k+1).capital && !p.at(k+1).space:
			k += 2
		default:
			return k
		}
	}
	return k
}

// causeFolk are plurals that begin the names of campaigns: "Citizens for Clean Water".
var causeFolk = set("citizens", "parents", "mothers", "moms", "dads", "grandparents", "doctors", "lawyers", "farmers", "people", "women", "men", "neighbors", "neighbours", "scientists",
	"veterans", "teachers", "nurses", "voters", "families", "workers", "taxpayers", "physicians", "advocates", "businesses", "homeowners", "residents", "renters", "tenants", "ratepayers",
	"seniors", "students", "patients", "survivors", "consumers", "democrats", "republicans", "conservatives", "progressives", "christians", "catholics", "muslims", "jews", "hunters",
	"anglers", "ranchers", "growers", "police", "librarians", "artists", "musicians", "youth", "kids", "friends", "communities", "commuters", "cyclists", "motorists", "immigrants",
	"americans", "californians", "texans", "australians", "canadians", "ohioans", "floridians", "michiganders", "virginians", "georgians", "oregonians", "arizonans", "minnesotans",
	"alaskans", "nevadans", "iowans", "kansans", "mainers", "vermonters", "pennsylvanians", "illinoisans", "wisconsinites", "coloradans", "missourians", "tennesseans", "kentuckians",
	"montanans", "nebraskans", "utahns", "hawaiians", "britons", "londoners", "scots")

// neighbourly are the folk behind whom "of" goes on the name as well: "Neighbors of Cutler Park".
var neighbourly = set("friends", "neighbors", "neighbours", "parents", "mothers", "citizens", "youth", "women")

// employedFolk act for somebody or are employed by him, so that "for" behind them tells that at the
// beginning of a sentence.
var employedFolk = set("lawyers", "doctors", "workers", "employees", "advocates", "drivers", "nurses", "players", "couriers", "guards", "pilots", "attendants", "clerks", "publishers", "developers", "scientists", "physicians",
	"teachers", "police", "couriers", "servers", "owners", "growers", "artists", "musicians", "buyers")

// causeVerbs begin the names of campaigns as commands.
var causeVerbs = set("save", "keep", "protect", "stop", "preserve", "defend", "reclaim", "restore", "rebuild", "fix", "free", "unite", "feed", "protecting", "saving")

// ballotWords are what votes are about.
var ballotWords = set("question", "proposition", "prop", "measure", "issue", "amendment", "initiative", "referendum", "referred")

// foreignJoint says whether the words at k go on a name in another language behind a noun of bodies:
// "the consumer group Voix des clients".
func foreignJoint(p *pageView, i, k, limit int) bool {
	noun := p.at(i - 1)
	if k+1 >= limit || noun.capital || !bodyNouns[noun.low] && !noun.is("party", "movement", "league", "choir", "troupe", "orchestra", "festival", "theatre", "theater", "magazine", "federation") {
		return false
	}
	next := p.at(k + 1)
	return p.at(k).is("des", "de", "du", "del", "dei", "della", "dos", "das", "der", "für", "pour", "para", "för", "voor", "per") && !p.at(k).capital && next.kind == word && !next.capital && !next.line && !strings.HasSuffix(next.low, "ing")
}
