package extract

import "strings"

// trimRun takes titles, nationalities and ordinary words off both ends of a name, and
// says whether a name is left.
func trimRun(p *pageView, r *run, s sentence) bool {
	g := names()
	if kind, after := bodyAt(p.tokens[:r.end], r.first); after == r.end {
		r.kind = kind
		return kind != knownPlace || litigantPlace(p, r)
	}
	if t := p.at(r.first); t.in(inStarters) && r.end-r.first > 2 && p.at(r.end-1).is("court", "tribunal") {
		r.first++
	}
	if courtWords(p, *r) {
		return true
	}
	if p.at(r.first).in(inJoiners) && p.at(r.first+1).low == "of" && r.end-r.first > 2 || p.at(r.first).is("attorney", "solicitor") && p.at(r.first+2).low == "of" && r.end-r.first > 3 {
		return trimEnd(p, r)
	}
	for r.first < r.end {
		t := p.at(r.first)
		single, begins := r.end-r.first == 1, opens(p, s, r.first)
		switch {
		case single && t.is("i've", "i'm", "i'd", "i'll", "we're", "we've", "it's", "that's", "there's", "he's", "she's", "they're", "don't", "didn't", "can't", "won't", "besides", "except"):
		case single && t.is("kc", "qc", "sc", "limited", "incorporated"), single && r.title != "" && g.has(t, titleWord|roleNoun) && !g.has(t, firstName):
		case t.low == "." || t.low == "-" || t.low == "&":
		case !single && t.is("of", "for", "to", "by", "against", "in", "with", "on", "from", "under", "a", "an") && p.at(r.first+1).low != ".":
		case !single && t.upper && t.is("dj", "mc"):
			r.title = t.low
		case !single && (t.upper && t.low == "pac" || t.low == "charge" && p.at(r.first-1).low == "in"):
		case nobleBody(p, r):
			return trimEnd(p, r)
		case g.has(t, judgeWord) && !single:
			r.judge, r.title = true, t.low
		case t.low == "chancellor" && !single && p.at(r.first-1).low == "vice":
			r.judge, r.title = true, t.low
		case t.upper && t.is("da", "ada", "dda", "ag"):
			if single {
				return false
			}
			r.title = t.low // "DA Stephan"
		case g.has(t, titleWord) && !single && !g.has(t, firstName):
			r.title = t.low
		case begins && r.end-r.first == 2 && t.low[len(t.low)-1] == 's' && p.at(r.end-1).is("united", "together", "first", "forward", "now"):
			return true // "Porters United"
		case begins && !single && (tradeNouns[t.low] || g.has(t, roleNoun)) && !g.has(t, orgWord|firstName) && !g.has(p.at(r.end-1), orgWord|suffixWord|agencyWord):
			r.title = t.low
		case begins && !single && t.is("rival", "fellow", "then", "ex", "competitor", "former", "besides", "except", "unlike", "including", "retired", "longtime", "disgraced", "fired", "ousted"):
		case begins && !single && bodyNouns[t.low] && !g.has(p.at(r.first+1), orgWord|suffixWord):
		case begins && !single && isTrade(t.low) && p.at(r.first+1).capital && !g.has(p.at(r.first+1), plainWord|peopleWord) && r.end-r.first < 5 && !g.has(p.at(r.end-1), orgWord|suffixWord|agencyWord):
			r.title = t.low
		case begins && r.end-r.first > 2 && !g.has(t, firstName) && !familyFirst[t.low] && !houseHeads[t.low] && !hasInnerCapital(t.low) && g.has(p.at(r.first+1), firstName) && !g.has(p.at(r.end-1), orgWord|suffixWord|agencyWord):
		case begins && !single && !twoInitials(p, r.first) && (t.in(inStarters) || signals()[t.low] && len(t.low) > 1 || questionWords[t.low]):
		case t.low == "law" && !single && p.at(r.first+1).is("offices", "office", "firm", "center", "centre"):
			return trimEnd(p, r)
		case g.has(t, plainWord) && r.end-r.first == 2 && r.kind == unknownBody && p.at(r.end).kind == word && speechVerbs()[p.at(r.end).low] && t.is("federal", "national", "general", "american", "united", "continental", "first", "public") && !g.has(p.at(r.end-1), titleWord|judgeWord|roleNoun|peopleWord):
			return trimEnd(p, r)
		case g.has(t, peopleWord) && r.end-r.first == 2 && !begins && (names().has(p.at(r.first-1), roleNoun) || isTrade(p.at(r.first-1).low) || furtherTrades[p.at(r.first-1).low]) && !p.at(r.first-1).capital && !g.has(p.at(r.end-1), orgWord|agencyWord):
			return trimEnd(p, r) // "captain Dutch Maes"
		case g.has(t, plainWord) && partyWords[t.low] == "" && !courtly[t.low] && p.at(r.first-1).low == "the" && r.end-r.first > 2 && r.kind == unknownBody && g.has(p.at(r.end-1), orgWord):
			return trimEnd(p, r) // "the Service Staff Guild"
		case g.has(t, peopleWord|plainWord) && r.kind == unknownBody && !(g.has(t, firstName) && !single):
			if !single && (g.has(t, peopleWord) || ordinals[t.low] || t.is("national", "federal", "general", "first", "united", "american", "news", "legal", "financial", "environmental", "consumer", "public", "human")) && bodyWord(p, *r) {
				return true
			}
		case r.first+1 < r.end && len(t.low) == 1 && p.at(r.first+1).low == "." && t.is("u") && p.at(r.first+2).is("s", "k", "n"):
			if g.has(p.at(r.end-1), agencyWord|orgWord|suffixWord) && r.end-r.first > 5 {
				return true
			}
			r.first += 3
		default:
			return trimEnd(p, r)
		}
		r.first++
		r.opening = false
	}
	return false
}

// courtly are words with a capital in court papers that describe the name behind them.
var courtly = set("court", "state", "states", "company", "corporation", "class", "member", "members", "counsel", "judge", "justice", "district", "circuit", "federal", "complaint", "exhibit", "count", "section", "article", "rule", "motion", "order", "claim", "case",
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")

// nobleBody says whether the title that begins the name belongs to that of a body: "Saint Olga Medical
// Center", "King Oak Bank".
func nobleBody(p *pageView, r *run) bool {
	t, next, last := p.at(r.first), p.at(r.first+1), p.at(r.end-1)
	if ourLady(p, r.first) || t.is("prince", "king", "queen", "princess", "st") && (p.at(r.first+2).low == "county" || p.at(r.first+3).low == "county") && r.end-r.first > 2 {
		return true // "Prince William County Public Schools"
	}
	if r.end-r.first < 3 || !t.is("saint", "king", "queen", "prince", "princess", "lady", "bishop", "captain", "admiral", "lord", "father", "general", "duke", "baron", "pope", "cardinal") {
		return false
	}
	return (names().has(last, orgWord|suffixWord) || last.is("center", "centre")) && !orgSurnames[last.low] && (t.low == "saint" || !names().has(next, firstName))
}

// ordinals begin the names of firms called after streets, churches and harvests, "Fourth Harbor Bank".
var ordinals = set("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "twentieth")

// familyFirst are family names that stand before the given name in Vietnamese, Chinese and Korean.
var familyFirst = set("nguyen", "tran", "pham", "le", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "ngo", "duong", "kim", "lee", "park", "choi", "jung", "kang", "cho", "yoon", "jang", "lim",
	"wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun", "zhu", "hu", "guo", "lin", "gao", "luo", "deng", "xi", "ma")

// bodyWord says whether a name ends as the name of a body does, or has the joint of one inside:
// "Gallery of Crafts".
func bodyWord(p *pageView, r run) bool {
	return names().has(p.at(r.end-1), orgWord|suffixWord|agencyWord) || ofBody(p, r)
}

// ofBody says whether the name has the joint of a body inside: "Canadian Federation of Nurses".
func ofBody(p *pageView, r run) bool {
	for k := r.first + 1; k+1 < r.end; k++ {
		if p.at(k).is("of", "for") && (joiners[p.at(k-1).low] || bandHeads[p.at(k-1).low]) && !names().has(p.at(k-1), lawWord|thingWord) {
			return true
		}
	}
	return false
}

// isTrade says whether a word, singular or plural, is what persons do.
func isTrade(w string) bool { return tradeNouns[w] || tradeNouns[strings.TrimSuffix(w, "s")] }

// questionWords begin questions, and lines such as "Effective August 2024", without being part of
// the name behind them.
var questionWords = set("does", "do", "did", "is", "are", "was", "were", "can", "could", "will", "would", "should", "has", "have", "may", "might", "must",
	"shall", "effective", "please", "re", "fwd", "dear", "hi", "hello", "about", "our", "your", "following", "like", "unlike", "plus", "see")

func trimEnd(p *pageView, r *run) bool {
	g := names()
	for r.end > r.first {
		t := p.at(r.end - 1)
		if t.is("-", "&", "of", "for", "the", ",") || r.end-r.first > 2 && t.upper && t.is("kc", "qc", "sc", "bl", "esq", "phd", "md", "obe", "cbe", "mbe", "mp", "td", "mep", "jp") || t.low == "." && !abbreviationSuffix[p.at(r.end-2).low] && !(len(p.at(r.end-2).low) == 1 && p.at(r.end-3).low == ".") ||
			r.end-r.first > 1 && g.has(t, plainWord) && !(causes[t.low] && p.at(r.end-2).is("for", "of") && r.end-r.first > 2) && !(generational[t.low] && r.end-r.first > 2) && !ownWord(p, *r) && !namedCentre(p, *r, t) && !g.has(t, suffixWord|orgWord|agencyWord|lawWord|firstName) {
			r.end--
			continue
		}
		return true
	}
	return false
}

// ownWord says whether a word such as "Data" at the end belongs to a firm's name: nothing goes
// on behind it that it could describe.
func ownWord(p *pageView, r run) bool {
	next := p.at(r.end)
	return r.end-r.first <= 5 && p.at(r.end-1).is("news", "tv", "data", "services", "software", "law", "legal", "products", "financial") && !names().has(p.at(r.first), plainWord) &&
		(next.is(",", ".", "and", "in", "for", "appeared", "represented", "represents", "argued", "acted", "acts", "appears") || p.at(r.end-1).low == "tv" && next.kind != word || agentVerbs()[next.low] || speechVerbs()[next.low])
}
