package crosscheck

import (
	"slices"
	"strings"
)

// sayings are verbs by which a headline credits somebody.
var sayings = map[string]bool{"says": true, "reckons": true, "argues": true, "maintains": true, "say": true, "said": true, "tells": true, "told": true, "warns": true, "insists": true, "thinks": true, "think": true, "complain": true, "complains": true, "complaining": true, "swears": true, "boasts": true, "boasted": true}

// authorities are nouns for those whose word a report takes for its own.
var authorities = []string{"police", "official", "officials", "authorities", "court", "judge", "ministry", "minister", "government", "agency", "regulator", "spokesman", "spokeswoman", "spokesperson", "company", "doctors", "hospital", "scientists", "researchers", "study", "experts", "investigators", "prosecutors", "prosecutor", "records", "documents", "coroner", "agent", "publisher", "ceo", "executive", "chief", "president", "governor", "mayor", "director", "department", "committee", "council", "bank", "club", "airline", "university", "institute", "officer", "inquiry", "report", "manager", "school", "fbi", "nasa", "board", "commission", "authority", "county", "secretary", "founder", "chairman", "chairwoman", "premier", "pm", "sheriff", "army", "navy", "ministers", "lab", "museum", "zoo", "embassy", "vatican", "palace", "agents", "team", "teams", "tribunal", "firm", "maker", "bureau", "service", "journal", "filing", "filings", "papers", "statement", "officers", "sheriffs", "attorneys", "lawsuit", "indictment", "ruling", "data", "survey", "audit", "mp", "senator", "irs", "cdc", "fda", "epa", "sec", "doj", "dhs", "nato", "un", "eu", "nhs", "ecb", "imf", "treasury", "pentagon", "kremlin", "interpol", "europol", "review", "panel", "watchdog", "auditor", "auditors", "coastguard", "firefighters", "rangers", "surgeons", "organisers", "organizers"}

// outlets close a headline that passes on what others print: ": report", "- sources".
var outlets = map[string]bool{"report": true, "reports": true, "source": true, "sources": true, "rumor": true, "rumour": true, "rumors": true, "rumours": true, "claim": true, "claims": true, "analyst": true, "analysts": true, "blog": true, "cnn": true, "cnbc": true, "bbc": true, "reuters": true, "tmz": true, "wsj": true, "nyt": true, "espn": true, "bloomberg": true, "nikkei": true, "variety": true, "ft": true, "witness": true, "witnesses": true, "leak": true}

// credits says whether a part gives the matter as the word of somebody whose word does not
// settle it: a passenger, sources, another outlet.
func (p *part) credits() bool {
	if p.outlet() || p.speaks() {
		return true
	}
	for i, w := range p.words {
		if sayings[w.fold] && !p.authority(i) || p.reports(i) {
			return true
		}
	}
	return false
}

// outlet says whether the headline begins or ends with one who reports: "Report: …",
// "…: sources".
func (p *part) outlet() bool {
	n := len(p.words)
	if n < 4 {
		return false
	}
	first, last := p.words[0], p.words[n-1]
	return outlets[first.fold] && strings.ContainsAny(p.text[first.end:p.words[1].start], ":—–-") ||
		outlets[last.fold] && strings.ContainsAny(p.text[p.words[n-2].end:last.start], ":-–—,[(")
}

// reports says whether word i is "reports" as a noun, or as the verb of one who has no
// authority on the claim: "Variety reports that".
func (p *part) reports(i int) bool {
	if p.words[i].fold == "report" && i > 0 && voices[p.words[i-1].fold] {
		return true
	}
	return p.words[i].fold == "reports" && !p.office(i) && !p.party(i)
}

// voices are nouns for those whose word settles nothing, when a headline gives it before a
// colon or behind a comma.
var voices = map[string]bool{"lawsuit": true, "suit": true, "complaint": true, "campaigner": true, "campaigners": true, "advocates": true, "monitors": true, "veterans": true, "scholars": true, "drivers": true, "motorist": true, "motorists": true, "villager": true, "villagers": true, "farmer": true, "farmers": true, "staff": true, "worker": true, "workers": true, "employee": true, "employees": true, "student": true, "students": true, "pupil": true, "pupils": true, "protesters": true, "demonstrators": true, "viewers": true, "readers": true, "shoppers": true, "shopper": true, "tenant": true, "tenants": true, "neighbourhood": true, "witness": true, "witnesses": true, "caller": true, "callers": true, "brother": true, "sister": true, "son": true, "daughter": true, "girlfriend": true, "boyfriend": true, "classmate": true, "classmates": true, "nephew": true, "uncle": true, "aunt": true, "cousin": true, "owner": true, "tourist": true, "tourists": true, "refugees": true, "migrants": true, "prisoner": true, "inmate": true, "inmates": true, "dissident": true, "dissidents": true, "tabloids": true, "website": true, "blog": true, "rumours": true, "charity": true, "charities": true, "ngo": true, "traders": true, "buyers": true, "sellers": true, "mum": true, "dad": true, "mom": true, "player": true, "passenger": true, "passengers": true, "fan": true, "fans": true, "neighbor": true, "neighbors": true, "neighbour": true, "neighbours": true, "friend": true, "friends": true, "family": true, "relatives": true, "mother": true, "father": true, "wife": true, "husband": true, "ex": true, "insider": true, "insiders": true, "lawyer": true, "lawyers": true, "attorney": true, "activist": true, "activists": true, "critics": true, "critic": true, "opposition": true, "lawmaker": true, "lawmakers": true, "group": true, "union": true, "man": true, "woman": true, "users": true, "user": true, "patients": true, "patient": true, "victim": true, "victims": true, "defector": true, "blogger": true, "psychic": true, "historian": true, "columnist": true, "pundit": true, "rival": true, "colleagues": true, "locals": true, "residents": true, "survivors": true, "customers": true, "driver": true, "parents": true, "rebels": true, "militants": true, "teammate": true, "whistleblower": true, "press": true, "media": true, "tabloid": true, "newspaper": true, "magazine": true, "paper": true, "papers": true}

// speaks says whether a headline begins or ends with one whose word settles nothing: "Former
// player: …", "…, neighbors say" is read elsewhere.
func (p *part) speaks() bool {
	for i, w := range p.words[:min(6, len(p.words))] {
		if i+1 < len(p.words) && strings.Contains(p.text[w.end:p.words[i+1].start], ":") {
			return voices[w.fold] && !p.claim.content(w)
		}
	}
	n := len(p.words)
	return n > 4 && voices[p.words[n-1].fold] && !p.claim.content(p.words[n-1]) && strings.ContainsAny(p.text[p.words[n-2].end:p.words[n-1].start], "–—:")
}

// authority says whether the one who says so at word i, before it or after, speaks with
// authority on the claim: an office, or a name of the claim itself. One whose word settles
// nothing and who stands before the verb is the one who speaks: "mother says guards took baby".
func (p *part) authority(i int) bool {
	if p.headline && i > 0 && voices[p.words[i-1].fold] && !p.claim.named(p.words[i-1]) {
		return false
	}
	return p.office(i) || p.party(i)
}

// office says whether somebody in office stands beside the verb of speech at word i.
func (p *part) office(i int) bool {
	if i > 1 && strings.HasPrefix(p.words[i-1].fold, "spokes") && voices[p.words[i-2].fold] {
		return false // "family spokesman says"
	}
	return slices.ContainsFunc(p.words[max(0, i-4):min(i+4, len(p.words))], func(w word) bool {
		return slices.Contains(authorities, w.fold) || !outlets[w.fold] && slices.Contains(authorities, strings.TrimSuffix(w.fold, "s"))
	})
}

// party says whether a name of the claim stands right before the verb of speech at word i, or
// before the one who speaks there for it: "Kite designer says".
func (p *part) party(i int) bool {
	if slices.ContainsFunc(p.words[max(0, i-1):i], p.claim.named) {
		return true
	}
	if p.claim.headed(p.words[max(0, i-2):i]) || p.behind(i) && p.claim.headed(p.words[i+1:min(i+4, len(p.words))]) {
		return true
	}
	return i > 1 && p.claim.named(p.words[i-2]) && !voices[p.words[i-1].fold] && speaksFor[p.words[i-1].fold]
}

// behind says whether the one who says so stands behind the verb at word i, which a comma or a
// dash cuts off from what is said.
func (p *part) behind(i int) bool {
	return i > 0 && strings.ContainsAny(p.text[p.words[i-1].end:p.words[i].start], ",–—\"”’'")
}

// headed says whether words are those with which a claim begins, of whom it tells: "the vice
// chancellor".
func (c *claim) headed(list []word) bool {
	if len(c.terms) < 3 || c.terms[1].at != c.terms[0].at+1 || c.isDeed(c.terms[1]) {
		return false
	}
	for _, t := range c.terms[:2] {
		if !slices.ContainsFunc(list, func(w word) bool { return !w.stop && w.class == t.class }) {
			return false
		}
	}
	return true
}

// speaksFor are nouns for those who speak for a house or a person.
var speaksFor = map[string]bool{"rep": true, "reps": true, "representative": true, "publicist": true, "designer": true, "engineer": true, "boss": true, "management": true, "camp": true, "aide": true, "aides": true, "team": true, "office": true, "campaign": true, "bosses": true, "makers": true, "organisers": true, "organizers": true}

// sure says whether a part takes the matter for settled: somebody in office, or one of whom
// the claim tells, confirms or announces it.
func (p *part) sure() bool {
	return slices.ContainsFunc(p.cues, func(q cue) bool { return q.kind == cueSure && (q.to-q.from > 1 || p.authority(q.from)) })
}
