package extract

import (
	"strings"

	"averment/evidence"
)

// houseHeads begin the names of houses and firms in languages that put the noun first: "Trattoria
// Bellini", "Banco Ribera", "PT Samudra Tirta".
var houseHeads = set("trattoria", "osteria", "ristorante", "pizzeria", "taqueria", "cantina", "bodega", "bodegas", "casa", "chez", "café", "cafe", "bistro", "brasserie", "hotel", "hôtel", "auberge", "gasthaus", "hostal", "hacienda", "rancho", "maison", "château", "chateau", "domaine",
	"weingut", "brauerei", "groupe", "grupo", "gruppo", "gruppe", "banco", "banca", "banque", "bank", "caisse", "cassa", "caja", "sparkasse", "volksbank", "landesbank", "stadtwerke", "compagnie", "compañía", "companhia", "société", "sociedad", "sociedade", "società",
	"fundación", "fondation", "fondazione", "fundação", "stiftung", "stichting", "stiftelsen", "koninklijke", "universität", "universidad", "université", "universidade", "università", "instituto", "institut", "istituto", "clínica", "clinica", "clinique", "klinik", "éditions", "editorial", "librairie",
	"librería", "azienda", "industrias", "industrie", "constructora", "inmobiliaria", "transportes", "aceros", "cementos", "cervecería", "minera", "pesquera", "petróleos", "aerolíneas", "officine", "acciaierie", "cantieri", "usines", "ateliers", "établissements", "laboratoires", "laboratorios",
	"sia", "uab", "pt", "ooo", "zao", "pao", "oao", "aktiebolaget", "kabushiki", "perusahaan", "syarikat", "restaurant", "ristorante", "restaurante", "gasthof", "kibbutz", "moshav", "teatro", "théâtre", "museo", "musée", "radio", "télé", "canal", "temple", "templo", "congregation", "iglesia", "église", "chiesa", "masjid", "gurdwara", "camp", "campamento", "sindicato", "syndicat", "collectif", "colectivo", "asociación", "associação", "associazione", "verein", "partido")

// upperHeads are those of houseHeads that are legal forms, printed as capitals only.
var upperHeads = set("sia", "uab", "pt", "ooo", "zao", "pao", "oao")

// houseHead says whether the name begins with the noun of a house or a firm.
func houseHead(p *pageView, r run) bool {
	t, next := p.at(r.first), p.at(r.first+1)
	if !houseHeads[t.low] || r.end-r.first < 2 || upperHeads[t.low] != t.upper && upperHeads[t.low] || !next.capital || names().has(next, lawWord|thingWord|suffixWord) {
		return false
	}
	return !r.opening || t.upper || !names().has(t, plainWord)
}

// smallForms are legal forms in small letters with stops: "Strojirna Novak s.r.o.".
var smallForms = set("sro", "doo", "as", "ad", "dd", "zrt", "kft", "ehf", "hf")

// stoppedForm says whether the name ends with a legal form of letters with stops: "Groupe Lavergne S.A.S.".
func stoppedForm(p *pageView, r run) bool {
	for n := 2; n <= 4 && r.end-2*n > r.first; n++ {
		if dottedForm(p, r.end-2*n, r.end) == r.end {
			return true
		}
	}
	last, mark := p.at(r.end-1), p.at(r.end-2)
	return mark.low == "/" && last.is("s", "a", "g") && r.end-r.first > 3
}

// withoutHead joins to the name of a house what goes by its second part alone: "Delmont" to "Maison
// Delmont".
func (c *cast) withoutHead() {
	for _, w := range c.players {
		if w.merged() || len(w.tokens) < 2 || len(w.tokens) > 4 || !houseHeads[w.tokens[0]] || w.kind == evidence.Person || w.blocked {
			continue
		}
		rest := strings.Join(w.tokens[1:], " ")
		short := c.byKey[rest]
		switch {
		case short == nil && len(rest) > 4 && names().words[w.tokens[1]] == 0:
			c.memory.add(rest, w)
		case short != nil && short != w && !short.merged() && short.kind != evidence.Person && len(short.tokens) == len(w.tokens)-1:
			c.merge(short, w)
		}
	}
}
