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
	case last.low == "county" && countyParty(p, r):
		return false
	case g.has(last, lawWord):
		return true
	}
	return !(joiners[p.at(r.first).low] && p.at(r.first+1).low == "of") && !ofBody(p, r)
}
