package extract

// ownsName says whether the possessive at k stands inside the name of a body: "Workers' Union",
// "Sheriff's Office".
func ownsName(p *pageView, k, limit int) bool {
	if p.at(k).low == "'s" && !possessedHeads[p.at(k-1).low] {
		if shopName(p, k, limit) {
			return true
		}
		for n := k + 1; n < k+6 && n < limit && (p.at(n).capital && p.at(n).kind == word || p.at(n).low == ","); n++ { // "Mama Lou's Franchising LLC"
			if p.at(n).upper && p.at(n).is("llc", "inc", "ltd", "llp", "lp", "plc") && n > k+1 {
				return true
			}
		}
		return false
	}
	for n := k + 1; n < k+4 && n < limit; n++ {
		t := p.at(n)
		if t.kind != word || !t.capital || t.para {
			return false
		}
		if names().has(t, orgWord|agencyWord) || t.is("center", "centre", "guild", "local", "compensation", "home", "retirement", "pension", "care", "aid", "defense", "defence", "advocacy", "support", "action", "relief", "market", "clinic", "shelter", "rights", "law", "cancer") {
			return true
		}
	}
	return false
}

// possessedHeads are nouns of persons in the names of bodies.
var possessedHeads = set("women", "men", "children", "people", "sheriff", "commissioner", "watermen", "fishermen", "king", "queen", "farmer", "consumer",
	"driver", "nurse", "worker", "veteran", "mother", "parent", "girl", "boy", "teacher", "coroner", "attorney", "governor", "mayor", "firemen", "policemen", "longshoremen", "lloyd", "st",
	"prosecutor", "prosecutors", "clerk", "auditor", "treasurer", "assessor", "recorder", "examiner", "general", "defender", "comptroller", "marshal", "superintendent", "controller", "registrar", "ombudsman", "chancellor", "advocate",
	"child", "student", "tenant", "patient", "artist", "writer", "actor", "player", "pilot", "widow", "pensioner", "officer", "soldier", "sailor", "pharmacist", "retiree", "employee")

// shopName says whether the possessive at k stands inside the name of a shop or an eating house that is
// called after somebody: "Dorsey's Markets", "Papa Gino's Kitchen".
func shopName(p *pageView, k, limit int) bool {
	owner := p.at(k - 1)
	if k+1 >= limit || !owner.capital || owner.upper || names().has(owner, orgWord|agencyWord|suffixWord|peopleWord|plainWord) || knownTown(p, k-1, limit) {
		return false
	}
	if kind, _ := bodyAt(p.tokens[:limit], k-1); kind != unknownBody {
		return false
	}
	for n := k + 1; n < k+3 && n < limit; n++ {
		t := p.at(n)
		if t.kind != word || !t.capital || t.para || t.upper {
			return false
		}
		if shopWords[t.low] {
			return !p.at(n+1).capital || !p.at(n+1).space || p.at(n+1).kind != word || shopWords[p.at(n+1).low]
		}
	}
	return false
}

// hasPossessor says whether a possessive stands inside the name.
func hasPossessor(p *pageView, r run) bool {
	for k := r.first + 1; k < r.end-1; k++ {
		if p.at(k).kind == clitic {
			return true
		}
	}
	return false
}

// houseBefore says whether a noun of a house, a band or a committee stands before the name at k, with "the"
// between them or not: "the rock band Velvet Plow", "the trio the Hollow Reeds".
func houseBefore(p *pageView, k int) bool {
	noun := p.at(k - 1)
	if noun.low == "the" {
		if noun = p.at(k - 2); bodyNouns[noun.low] && !noun.capital && noun.kind == word && !p.at(k-1).line {
			return noun.is("group", "collective", "crew", "gang", "club", "team", "firm", "newspaper")
		}
	}
	return houseNouns[noun.low] && (!noun.capital || noun.upper) && !p.at(k).para
}

// houseNouns are nouns of houses, bands, committees and works that stand before their names.
var houseNouns = set("distillery", "brewery", "bar", "pub", "cafe", "café", "bakery", "nightclub", "winery", "vineyard", "eatery", "steakhouse", "pizzeria", "diner", "bistro", "caterer", "pharmacy", "gym", "salon", "spa", "shop", "bookshop", "bookstore",
	"dealership", "shipyard", "nursery", "daycare", "magazine", "label", "band", "trio", "duo", "quartet", "quintet", "orchestra", "choir", "ensemble", "troupe", "supergroup", "pac", "committee", "consultancy", "practice", "startup", "start-up", "nonprofit", "non-profit",
	"congregation", "synagogue", "mosque", "seminary", "convent", "sorority", "fraternity", "sect", "cult", "tribe", "cooperative", "co-op", "microbrewery", "roaster", "roastery", "confectioner", "jeweler", "jeweller", "caterers",
	"hospice", "clinic", "museum", "gallery", "studio", "restaurant", "hotel", "resort", "casino")

// shopWords end the names of shops and houses that are called after persons.
var shopWords = set("market", "markets", "kitchen", "kitchens", "tavern", "bakery", "bakeries", "diner", "grill", "pizza", "pizzeria", "grocers", "grocery", "groceries", "deli", "delicatessen", "pub", "bar", "books", "bookshop", "bookstore",
	"hardware", "steakhouse", "cafe", "café", "creamery", "dairy", "farm", "farms", "garage", "seafood", "crab", "chicken", "burgers", "donuts", "doughnuts", "bbq", "barbecue", "candy", "candies", "chocolates", "cleaners", "salon", "barbershop",
	"motors", "auto", "jewelers", "jewellers", "furniture", "appliances", "appliance", "pharmacy", "drugs", "drugstore", "saloon", "lounge", "nightclub", "cabaret", "restaurant", "restaurants", "inn", "lodge", "ranch", "nursery", "florist", "florists", "plumbing", "roofing",
	"towing", "gym", "fitness", "catering", "caterers", "foods", "liquor", "liquors", "wine", "wines", "brewing", "brewery", "brewhouse", "taproom", "smokehouse", "chophouse", "oysters", "tacos", "taqueria", "cantina", "trattoria", "bistro",
	"supermarket", "supermarkets", "superstore", "stores", "store", "toys", "pets", "bridal", "tailors", "shoes", "boots", "hats", "carpets", "flooring", "moving", "trucking", "excavating", "landscaping", "lawn", "boatyard", "marina", "stables", "kennels", "orchard", "orchards", "vineyard", "vineyards")
