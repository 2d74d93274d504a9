package extract

// causes are what associations and centres are founded for; in their names two of them may be joined.
var causes = set("rights", "expression", "justice", "freedom", "education", "educational", "health", "science", "development", "environment", "environmental", "labor", "labour", "trade", "technology", "research", "policy",
	"democracy", "remembrance", "peace", "equality", "liberty", "liberties", "religion", "privacy", "speech", "press", "culture", "cultural", "heritage", "conservation", "ethics", "responsibility", "accountability", "transparency", "security",
	"safety", "welfare", "energy", "agriculture", "commerce", "industry", "employment", "housing", "transport", "transportation", "communications", "finance", "families", "children", "women", "youth", "animals", "wildlife", "parks",
	"recreation", "tourism", "sport", "sports", "arts", "letters", "sciences", "medicine", "engineering", "mathematics", "immigration", "citizenship", "refugees", "defense", "defence", "advocacy", "rehabilitation", "corrections", "aging", "disability",
	"disabilities", "nutrition", "food", "forestry", "oceans", "climate", "water", "resources", "planning", "innovation", "skills", "business", "communities", "editors", "publishers", "technologists", "engineers", "teachers", "scientists", "reform",
	"inclusion", "diversity", "prevention", "protection", "training", "history", "law", "society", "change", "opportunity", "dignity", "humanity", "reconciliation", "study", "studies", "information", "legal", "civil", "human", "social", "economic", "public", "community")

// causeHeads are the heads of such names.
var causeHeads = set("foundation", "institute", "center", "centre", "committee", "alliance", "coalition", "council", "association", "society", "fund", "league", "union", "campaign", "network", "project", "initiative", "organization", "organisation",
	"trust", "academy", "commission", "federation", "clinic", "school", "college", "office", "bureau", "campaign", "partnership", "program", "programme")

// causeAnd is the position behind the cause that the "and" at k joins to another inside a name that begins at i: "Foundation for
// Individual Rights and Expression", "Legal Defense and Education Fund"; k for none.
func causeAnd(p *pageView, i, k, limit int) int {
	if !causes[p.at(k-1).low] || !p.at(k-1).capital || k+1 >= limit || !p.at(k+1).capital || !causes[p.at(k+1).low] {
		return k
	}
	if next := p.at(k + 2); k+2 < limit && next.capital && next.kind == word && !next.para && (causeHeads[next.low] || names().has(next, orgWord|agencyWord)) {
		return k + 3 // "Defense and Education Fund"
	}
	for n := i; n < k-1; n++ {
		if causeHeads[p.at(n).low] && p.at(n+1).is("for", "of", "on") {
			return k + 2
		}
	}
	return k
}
