package extract

// bandHeads are the heads of the names of peoples, orders and brotherhoods: "Cold Spring Band of
// Ojibwe", "Sisters of the Open Gate". Unlike joiners, they are heads only behind another word of the name
// or inside a sentence, since they are common nouns too.
var bandHeads = set("band", "bands", "tribe", "tribes", "community", "communities", "nation", "nations", "pueblo", "brotherhood", "sisterhood", "congregation", "sisters", "brothers", "daughters", "sons",
	"fraternity", "sorority", "knights", "parish", "fellowship", "assembly", "confederation", "confederacy", "oblates", "servants", "disciples", "lodge", "temple", "mosque", "synagogue", "sanctuary",
	"symphony", "philharmonic", "orchestra", "opera", "ballet", "choir", "conservatory", "polytechnic", "consortium", "collective", "cooperative", "guild", "club", "party", "organization", "organisation",
	"clinic", "secretariat", "conservancy", "legion", "keepers", "guardians", "neighbors", "voices", "campaign", "movement", "network", "project", "initiative")

// ideals begin the names of causes: "Equality of Voice", "Dignity of Labour".
var ideals = set("equality", "dignity", "fairness", "unity", "harmony", "integrity", "solidarity", "liberty", "light", "spirit", "circle", "hope", "voices", "keepers", "guardians", "defenders", "champions", "champion",
	"bread", "hands", "hearts", "house", "houses", "justice", "freedom")

// rights are what laws and complaints call freedoms, which make no name of a cause.
var rights = set("speech", "religion", "information", "press", "association", "assembly", "expression", "movement", "representatives", "lords", "commons", "delegates", "peace", "appeal", "appeals")

// bandOf says whether the "of" at k goes on the name that begins at i, as behind a band or an ideal.
func bandOf(p *pageView, i, k, limit int) bool {
	n := k + 1
	if p.at(n).low == "the" {
		n++
	}
	if p.at(k).low == "the" && k == i+1 && p.at(i).is("christ", "jesus", "mary") && p.at(n).capital {
		return true // "Christ the Shepherd"
	}
	head, next := p.at(k-1), p.at(n)
	if p.at(k).low != "of" || n >= limit || !next.capital || next.kind != word || next.para || dateWords[next.low] != dateNone || !head.capital || head.upper {
		return false
	}
	if head.low == "lady" && k == i+2 && p.at(i).low == "our" {
		return true
	}
	if k == i+1 && ideals[head.low] && n == k+1 {
		return !rights[next.low]
	}
	if before := p.at(i - 1); !bandHeads[head.low] || k == i+1 && !before.is("the", "of", "and", "by", "against") && !bodyNouns[before.low] && !houseNouns[before.low] {
		return false
	}
	if head.is("community", "communities", "club", "network") && p.at(i-1).low == "the" && p.at(i-2).is("in", "across", "around") {
		return false // "in the Community of Harrow Wells"
	}
	kind, after := bodyAt(p.tokens[:limit], n)
	return kind != knownPlace || after < limit && p.at(after).capital || head.is("nation", "nations", "tribe", "tribes", "band", "parish", "fellowship", "synagogue", "congregation", "brotherhood", "symphony", "opera", "orchestra", "confederation", "assembly")
}
