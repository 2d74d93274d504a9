package extract

// thingName says whether a name ends as that of a law, a place or another thing does, and nothing shows
// that it is a body's all the same: "Harbor Act", "Elk Street", but "Friends of Elk Street".
func thingName(p *pageView, r run, last *token) bool {
	switch g := names(); {
	case r.campaign || r.kind != unknownBody || !g.has(last, lawWord|thingWord):
		return false
	case g.has(last, orgWord) && r.end-r.first > 1, lawOffice(p, r, last), namedCentre(p, r, last):
		return false
	case thingSurnames[last.low] && g.has(p.at(r.first), firstName) && r.end-r.first < 4:
		return false
	case last.is("county", "township", "borough") && countyParty(p, r):
		return false
	case last.is("east", "west", "north", "south") && r.end-r.first == 2 && contractorBefore(p, r.first):
		return false
	case g.has(last, lawWord):
		return true
	}
	return !(joiners[p.at(r.first).low] && p.at(r.first+1).low == "of") && !ofBody(p, r)
}

// contractorBefore says whether the noun of an organisation stands before the name at k, with a comma or
// not: "a contractor, Hydromatic West,".
func contractorBefore(p *pageView, k int) bool {
	noun := p.at(k - 1)
	if noun.low == "," {
		noun = p.at(k - 2)
	}
	return !noun.capital && (bodyNouns[noun.low] || companyNouns[noun.low])
}
