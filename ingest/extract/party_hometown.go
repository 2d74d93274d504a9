package extract

// homeTown says whether a name is that of the place for which somebody holds an office: "Mayor Ana Ruiz
// of Elk Falls", or where a person of some age lives.
func homeTown(p *pageView, r run) bool {
	if p.at(r.first-1).low != "of" || r.kind != unknownBody || r.end-r.first > 3 || p.at(r.first).upper || names().has(p.at(r.end-1), orgWord|suffixWord|agencyWord) {
		return false
	}
	if age := p.at(r.first - 3); p.at(r.first-2).low == "," && age.digits(2) && len(age.low) == 2 {
		return true // "Ana Ruiz, 58, of Elm Township"
	}
	b := r.first - 2
	for n := 0; n < 4 && p.at(b).capital && !townOffice(p, b); n++ {
		b--
		if p.at(b).low == "." && len(p.at(b-1).low) < 5 {
			b--
		}
	}
	return b < r.first-2 && townOffice(p, b)
}

// townOffice says whether an office that is held for a place stands at k: "Mayor", "Council President".
func townOffice(p *pageView, k int) bool {
	return townOffices[p.at(k).low] || p.at(k).low == "president" && p.at(k-1).is("council", "village", "borough", "board", "township")
}

// townOffices are held for a place.
var townOffices = set("mayor", "councilman", "councilwoman", "councilor", "councillor", "councilmember", "alderman", "alderwoman", "selectman", "selectwoman", "sheriff", "sen", "senator", "rep", "representative", "congressman", "congresswoman",
	"gov", "governor", "assemblyman", "assemblywoman", "supervisor", "delegate", "bishop", "archbishop", "reeve", "provost", "burgess", "warden")
