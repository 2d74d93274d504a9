package extract

import (
	"strings"

	"averment/evidence"
)

// describers are words by which a report calls the organisation it is about.
var describers = set("company", "firm", "platform", "network", "site", "website", "bank", "chain", "maker", "carrier", "airline", "giant",
	"startup", "corporation", "retailer", "publisher", "manufacturer", "developer", "lender", "insurer", "business", "service", "app", "operator", "hospital", "utility")

// described is the organisation that "the company" means: the only defendant, or else
// the only organisation among the newest subjects.
func (s *speech) described(bare, first, end int) string {
	if bare == first || !s.p.tokens[first].is("the", "this") || !s.p.tokens[end-1].in(inDescribers) {
		return ""
	}
	for k := bare; k < end; k++ {
		if t := &s.p.tokens[k]; t.capital && s.p.at(k+1).low != "-" || t.kind == clitic || t.in(inNounLinks) {
			return ""
		}
	}
	if s.p.tokens[end-1].low == "firm" {
		if name := s.lawFirm(first); name != "" {
			return name
		}
	}
	if s.defendant != "" && !ofTheState(s.defendant) {
		return s.defendant
	}
	name := ""
	for n := len(s.memory) - 1; n >= 0 && n > len(s.memory)-6; n-- {
		p := s.parties[strings.ToLower(s.memory[n].name)]
		if p == nil || p.Type != evidence.Organisation || p.Name == name || clubby(p.Name) || ofTheState(p.Name) {
			continue
		}
		if name != "" {
			return ""
		}
		name = p.Name
	}
	return name
}

// clubby says whether the name is that of a body of members, which nobody calls a company: "Guild of
// Fiction Authors".
func clubby(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if clubWords[w] {
			return true
		}
	}
	return false
}

// clubWords stand in the names of bodies of members.
var clubWords = set("guild", "union", "brotherhood", "federation", "association", "tribe", "band", "church", "diocese", "archdiocese", "congregation", "citizens", "friends", "neighbors", "society", "coalition", "alliance")

// soleDefendant names the one organisation that is sued, "" for none or several.
func soleDefendant(parties []evidence.Party) string {
	return soleName(parties, func(p *evidence.Party) bool { return p.Type == evidence.Organisation && p.HasRole("defendant") })
}

// soleJudge names the one judge of a report, "" for none or several.
func soleJudge(parties []evidence.Party) string {
	return soleName(parties, func(p *evidence.Party) bool { return p.Type == evidence.Judge })
}

// soleName names the only sure party that fits, "" for none or several.
func soleName(parties []evidence.Party, fits func(*evidence.Party) bool) string {
	name := ""
	for i := range parties {
		if p := &parties[i]; !p.Proposed && fits(p) {
			if name != "" {
				return ""
			}
			name = p.Name
		}
	}
	return name
}

// common says whether a capitalised first word is no name.
func (s *speech) common(w string) bool {
	return determiners[w] || plaintiffWords[w] || strings.HasSuffix(w, "s") && s.parties[w] == nil && len(w) > 6
}

var plaintiffWords = set("plaintiff", "plaintiffs", "defendant", "defendants", "lawyers", "analysts", "officials", "critics", "police", "prosecutors", "investors", "users", "customers")

// suit says whether a noun phrase means the complaint: "the lawsuit", "a proposed class
// action filed on …", but not "a regulatory filing".
func (s *speech) suit(first, end int) bool {
	for k := first; k < end; k++ {
		t := &s.p.tokens[k]
		if t.is("of", "for", "against", "by", "from", "filed", "in", ",", "'s", "who", "'") && k > first {
			end = k
			break
		}
	}
	if end-first >= 1 && s.p.tokens[end-1].low == "statement" && s.p.at(end).low == "of" && s.p.at(end+1).is("claim", "claims") {
		return true
	}
	if end <= first || !s.p.tokens[end-1].in(inSuitNouns) {
		return false
	}
	for k := first; k < end-1; k++ {
		if s.p.tokens[k].is("regulatory", "securities", "sec", "annual", "bankruptcy", "stock", "exchange", "patent", "tax", "internal", "customer", "military", "industrial", "legislative") {
			return false
		}
	}
	last := s.p.tokens[end-1].low
	if last == "action" {
		prev := s.p.at(end - 2).low
		return prev == "the" || prev == "class" || prev == "legal" || prev == "-" || prev == "this" || prev == "court" || prev == "civil"
	}
	return true
}

// stateBodies stand in the names of bodies that nobody calls a company.
var stateBodies = set("council", "county", "city", "borough", "department", "ministry", "police", "court", "tribunal", "government", "parliament", "commission", "agency")

// ofTheState says whether the name is that of a council, a department or the like.
func ofTheState(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if stateBodies[w] {
			return true
		}
	}
	return false
}

// lawFirm is whom the words "law firm" introduce shortly before token k: "with the public
// interest law firm Hale Grey"; "" for none.
func (s *speech) lawFirm(k int) string {
	for i := k - 1; i > 0 && i > k-150; i-- {
		if s.p.tokens[i].low != "firm" || s.p.tokens[i-1].low != "law" || !s.p.at(i+1).capital {
			continue
		}
		end := s.nameRunOf(unit{first: i + 1, end: len(s.p.tokens)}, i+1)
		for end > i+2 && !s.p.tokens[end-1].capital {
			end--
		}
		name := oneLine(s.p.str(i+1, end))
		if p := partyCalled(s.parties, name); p != nil {
			return p.Name
		}
		return name
	}
	return ""
}
