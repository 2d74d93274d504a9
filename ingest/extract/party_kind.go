package extract

import (
	"strings"

	"averment/evidence"
)

// courtWords says whether a name is that of a court by its words: "High Court", "Aylesbury
// Crown Court", "Court of Appeal", "Employment Tribunal".
func courtWords(p *pageView, r run) bool {
	if r.kind != unknownBody || r.end-r.first < 2 || r.judge {
		return false
	}
	first, last := p.at(r.first), p.at(r.end-1)
	if names().has(last, judgeWord) {
		return false
	}
	if courtDirections[first.low] && p.at(r.first+1).low == "district" && p.at(r.first+2).low == "of" {
		return true
	}
	for k := r.first + 1; k+2 < r.end; k++ { // "Circuit Court of Sangamon County"
		if p.at(k).low == "court" && p.at(k+1).low == "of" && p.at(k).capital && !p.at(k).upper {
			return true
		}
	}
	return last.is("court", "tribunal") && last.capital && !last.upper || first.low == "court" && p.at(r.first+1).low == "of" && r.end-r.first > 2 ||
		first.is("supreme", "high", "crown", "county", "superior") && p.at(r.first+1).low == "court"
}

// typeOf tells a name's type from its words and its title.
func (c *cast) typeOf(who *player, p *pageView, r run, last *token) {
	g := names()
	first := p.at(r.first)
	words := len(who.tokens)
	switch {
	case r.campaign:
		who.setKind(evidence.Organisation, "name of a campaign")
		who.firm = true
	case r.judge:
		who.kind = evidence.Judge
		who.role("judge", "title")
	case r.kind == knownRegulator:
		who.setKind(evidence.Agency, "table of agencies")
		who.role("regulator", "table of agencies")
	case r.kind == knownAgency:
		who.setKind(evidence.Agency, "table of agencies")
		who.firm = true
	case r.kind == knownOutlet:
		who.setKind(evidence.Organisation, "table of outlets")
		who.outlet, who.firm = true, true
	case r.kind == knownOrg:
		who.setKind(evidence.Organisation, "table of organisations")
		who.firm = true
	case stoppedForm(p, r), g.has(last, suffixWord) && words >= 1 && r.end-r.first > 1 && !(last.is("as", "se") && !last.upper):
		who.setKind(evidence.Organisation, "corporate suffix")
		who.firm = true
	case r.title != "" && (!weakTitle[r.title] || r.title == "officer" && g.has(p.at(r.first-3), titleWord)) && !g.has(last, orgWord|agencyWord),
		p.at(r.end).is("kc", "qc", "sc") && p.at(r.end).upper && words > 1:
		who.setKind(evidence.Person, "title")
		who.firm = true
	case words > 1 && (g.has(last, agencyWord) || g.has(first, agencyWord) && joiners[first.low]):
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case orgSurnames[last.low] && (words == 2 || words < 5 && hasInitial(p, r)) && (g.has(first, firstName) || hasInitial(p, r)) && !last.upper:
		who.setKind(evidence.Person, "given name")
		who.firm = true
	case words > 1 && (g.has(last, orgWord) || g.has(first, orgWord) && joiners[first.low] || strings.Contains(who.name, "&")):
		who.setKind(evidence.Organisation, "name of an organisation")
		who.firm = who.mid || words > 2 || who.acts > 0
	case words > 1 && last.upper && last.low == "tv", numberedBody(p, r), words > 1 && words < 6 && houseHead(p, r):
		who.setKind(evidence.Organisation, "name of an organisation")
		who.firm = true
	case words > 3 && boardOf(p, r):
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case words > 2 && first.low == "port" && p.at(r.first+1).low == "of":
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case words > 2 && ofBody(p, r):
		who.setKind(evidence.Organisation, "name of an organisation")
		who.firm = true
	case p.at(r.first-1).low == "<" && p.at(r.end).low == ">":
		who.setKind(evidence.Organisation, "name in angle brackets")
		who.firm = true
	case words > 2 && first.is("attorney", "solicitor") && p.at(r.first+2).low == "of":
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case words > 1 && last.low == "county" && countyParty(p, r):
		who.setKind(evidence.Agency, "county as a party")
		who.firm = true
	case words > 1 && lawOffice(p, r, last):
		who.setKind(evidence.Organisation, "name of a law firm")
		who.firm = true
	case words == 2 && p.at(r.first-1).low == "the" && strings.HasSuffix(last.low, "s") && !strings.HasSuffix(last.low, "ss") && r.end-r.first == 2 && knownTown(p, r.first, r.end) && !p.at(r.end).capital:
		who.setKind(evidence.Organisation, "name of a team")
		who.firm = true
	case namedCentre(p, r, last):
		who.setKind(evidence.Organisation, "name of an organisation")
		who.firm = true
	case words > 2 && civic[first.low] && p.at(r.first+1).low == "of":
		who.setKind(evidence.Agency, "name of a public body")
		who.firm = true
	case words > 1 && (shopWords[last.low] && hasPossessor(p, r) || houseBefore(p, r.first)),
		words > 1 && (companyNouns[p.at(r.first-1).low] || bodyNouns[p.at(r.first-1).low]) && !p.at(r.first-1).capital && !p.at(r.first).para && !c.growerNamed(p, r):
		who.setKind(evidence.Organisation, "noun of an organisation before the name")
		who.firm = true
	case words > 1 && words < 5 && (r.trade(p) || r.calledWho(p)):
		who.setKind(evidence.Person, "occupation beside the name")
		who.firm = true
	case words > 1 && words <= 6 && (g.has(first, firstName) || hasInitial(p, r) || hasParticle(p, r)) && !(last.upper && !first.upper && !generational[last.low]):
		who.setKind(evidence.Person, "given name")
		who.firm = true
	}
}

// knownTown says whether a known town or place of one word begins a name at k.
func knownTown(p *pageView, k, limit int) bool {
	if kind, after := names().bodies.match(p.tokens[:limit], k, true); kind == knownPlace && after == k+1 {
		return true
	}
	_, after := courts().cities.match(p.tokens[:limit], k, false)
	return after == k+1
}

// lawOffice says whether a name that ends with "Law" is that of a firm: "Ana Ruiz of Feingold Arts Law".
func lawOffice(p *pageView, r run, last *token) bool {
	prev := p.at(r.first - 1)
	return last.low == "law" && r.end-r.first > 1 && (prev.is("of", "at", "with") && p.at(r.first-2).capital || prev.low == "firm" || prev.low == "," && p.at(r.first-2).low == "firm")
}

// boardOf says whether the name is that of a board with its place before it: "Harrow Township Board of
// Supervisors".
func boardOf(p *pageView, r run) bool {
	for k := r.first + 1; k+1 < r.end; k++ {
		if p.at(k).low == "of" && p.at(k-1).is("board", "department", "office", "commission", "bureau") && p.at(k+1).is("supervisors", "commissioners", "education", "trustees", "health", "corrections", "elections", "regents", "review", "appeals", "adjustment", "aldermen", "selectmen", "public", "police", "transportation", "parks") {
			return true
		}
	}
	return false
}

// documentName says whether a name is that of a policy or of terms: no party.
func documentName(name string) bool {
	name = singleSpaced(name)
	for _, policy := range policyNames {
		if from := len(name) - len(policy); from >= 0 && (from == 0 || name[from-1] == ' ') && strings.EqualFold(name[from:], policy) {
			return true
		}
	}
	return false
}

// calledWho says whether a relative pronoun that only persons have follows the name, or an
// apposition behind "said": "said Odessa Quillfeather, of Quillfeather & Stroud".
func (r run) calledWho(p *pageView) bool {
	if p.at(r.end).low != "," || names().has(p.at(r.end-1), orgWord|suffixWord|agencyWord) {
		return false
	}
	if p.at(r.end+1).is("who", "whom") {
		return p.at(r.first-1).low != "at"
	}
	return p.at(r.first-1).is("said", "says", "added") && p.at(r.end+1).is("of", "chief", "president", "chairman", "chairwoman", "founder", "director", "head", "partner", "lawyer", "attorney", "professor")
}

// weakTitle stand before persons and before much else.
var weakTitle = set("attorney", "attorneys", "officer", "agent", "director", "commissioner", "executive", "chief", "general", "secretary", "major", "father",
	"sister", "lawyer", "lawyers", "founder", "vice", "chair", "king", "prince", "queen", "detective", "inspector", "coach", "captain", "investor", "representative", "minister")

// thingSurnames are words for things that are surnames as well.
var thingSurnames = set("hall", "day", "page", "west", "east", "north", "bridges", "rivers", "street", "case", "award", "park", "parks", "woods", "hill", "lake", "marsh", "stone", "wells", "field", "fields", "forest", "banks")

// orgSurnames are words that end the names of organisations and are surnames as well.
var orgSurnames = set("mills", "glass", "banks", "power", "press", "steel", "homes", "temple", "coffee", "marine", "wells", "nation", "seed", "grain", "inn", "travel", "band", "lodge", "manor")

// civic are the first words of states and towns as parties.
var civic = set("state", "city", "county", "commonwealth", "town", "village", "people")

// hasParticle says whether a small particle stands inside the name: "Joris de Vries".
func hasParticle(p *pageView, r run) bool {
	for k := r.first + 1; k+1 < r.end; k++ {
		if t := p.at(k); nameJoint[t.low] && !t.capital {
			return true
		}
	}
	return false
}

// hasInitial says whether the name has an initial, as only persons' names have.
func hasInitial(p *pageView, r run) bool {
	for k := r.first; k+1 < r.end; k++ {
		if t := p.at(k); t.kind == word && len(t.low) == 1 && p.at(k+1).low == "." && k+2 < r.end && p.at(k+2).space {
			return true
		}
	}
	return false
}

// lawFirm says whether the name has the form of a law firm's.
func (w *player) lawFirm() bool {
	name := strings.TrimSuffix(w.name, ".")
	for _, end := range []string{" llp", " pllc", " pc", " p.c", " solicitors", " law", " law group", " law firm", " chambers", " legal", " lawyers", " attorneys", " advocates", " barristers"} {
		if len(name) >= len(end) && strings.EqualFold(name[len(name)-len(end):], end) {
			return true
		}
	}
	return false
}
