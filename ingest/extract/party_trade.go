package extract

import "strings"

// trade says whether the name stands behind a person's occupation or before an age: "chief
// technology officer Kiran Bose", "Kiran Bose, 34,".
func (r run) trade(p *pageView) bool {
	if p.at(r.end).low == "," && p.at(r.end+1).digits(2) && p.at(r.end+2).low == "," && len(p.at(r.end+1).low) == 2 {
		return true
	}
	if p.at(r.end).low == "," && p.at(r.end+1).is("a", "an") && p.at(r.end+2).kind == number && p.at(r.end+3).low == "-" && p.at(r.end+4).low == "year" {
		return true // "Tasha Monroe, a 29-year-old dancer"
	}
	t := p.at(r.first - 1)
	if t.low == "and" && p.at(r.first-2).capital { // "songwriters Mae Collier and Dev Anand"
		for b := r.first - 3; b > r.first-7; b-- {
			if w := p.at(b); w.kind == word && strings.HasSuffix(w.low, "s") && (isTrade(w.low) || names().has(&token{low: strings.TrimSuffix(w.low, "s")}, roleNoun)) {
				return !names().has(p.at(r.end-1), orgWord|suffixWord|agencyWord)
			}
		}
	}
	if t.low == "chief" && p.at(r.first-2).kind == word && !p.at(r.first-2).capital && !joinWord[p.at(r.first-2).low] {
		return !names().has(p.at(r.end-1), orgWord|suffixWord|agencyWord) // "human resources chief Ana Ruiz"
	}
	if t.kind != word || t.capital || t.is("owner", "partner", "plaintiff", "defendant", "investor", "shareholder", "counsel", "broker", "customer", "user", "developer", "publisher", "tenant", "landlord", "chief") {
		return false
	}
	return names().has(t, roleNoun) || isTrade(t.low) || callsPerson(t.low) || furtherTrades[t.low] || compoundTrade(t.low)
}

// compoundTrade says whether a word ends with what persons do: "schoolteacher", "businessowner".
func compoundTrade(low string) bool {
	for n := 3; n < len(low)-4; n++ {
		if tradeNouns[low[n:]] {
			return true
		}
	}
	return false
}

// growerNamed says whether the noun before the name, which is said of firms and of persons alike, is said
// of a person there: "wheat grower Stan Petralis", called "Mr Petralis" behind.
func (c *cast) growerNamed(p *pageView, r run) bool {
	noun, last := p.at(r.first-1).low, p.at(r.end-1)
	return (strings.HasSuffix(noun, "er") || strings.HasSuffix(noun, "or") || noun == "landlord") && r.end-r.first < 4 && names().has(p.at(r.first), firstName) &&
		!names().has(last, orgWord|suffixWord|thingWord) && (c.aloneWords()[last.low] || c.titledAlone(last.low)) && !c.aloneWords()[p.at(r.first).low]
}

// titledAlone says whether the word stands alone behind a title: "Mr Petralis".
func (c *cast) titledAlone(low string) bool {
	for _, r := range c.runs {
		if r.end-r.first == 1 && r.title != "" && c.v.pages[r.page].at(r.first).low == low {
			return true
		}
	}
	return false
}

// furtherTrades are what persons do in sport, on the stage, in the church, in trades and in offices, where
// they stand directly before a name.
var furtherTrades = set("quarterback", "goalkeeper", "goalie", "pitcher", "catcher", "striker", "midfielder", "defender", "winger", "linebacker", "cornerback", "halfback", "fullback", "lineman", "kicker", "punter", "shortstop", "outfielder", "infielder",
	"referee", "umpire", "gymnast", "swimmer", "diver", "runner", "sprinter", "skater", "skier", "snowboarder", "cyclist", "rower", "surfer", "wrestler", "batsman", "bowler", "rider", "trainer", "teammate", "champion",
	"violinist", "pianist", "cellist", "bassist", "saxophonist", "trumpeter", "soprano", "tenor", "baritone", "conductor", "choreographer", "dancer", "ballerina", "frontman", "vocalist", "screenwriter", "filmmaker", "cinematographer", "animator",
	"illustrator", "cartoonist", "sculptor", "potter", "poet", "historian", "biographer", "columnist", "broadcaster", "podcaster", "influencer", "streamer", "youtuber", "translator", "narrator", "magician", "stuntman",
	"pastor", "priest", "rabbi", "imam", "deacon", "nun", "monk", "missionary", "chaplain", "minister", "bishop",
	"carpenter", "welder", "roofer", "painter", "mason", "bricklayer", "plasterer", "joiner", "fisherman", "lobsterman", "oysterman", "shrimper", "crabber", "whaler", "logger", "lumberjack", "rancher", "shepherd", "beekeeper", "winemaker", "butcher",
	"baker", "barber", "hairdresser", "tailor", "seamstress", "waiter", "waitress", "bartender", "barista", "cook", "dishwasher", "cleaner", "janitor", "caretaker", "groundskeeper", "gardener", "landscaper", "florist", "forester", "surveyor",
	"machinist", "miller", "miner", "roughneck", "lineman", "technician", "foreman", "supervisor", "dispatcher", "conductor", "bosun", "skipper", "sailor", "seaman", "stevedore", "longshoreman", "docker", "steward", "stewardess",
	"detective", "constable", "patrolman", "ranger", "warden", "marshal", "bailiff", "sheriff", "deputy", "lieutenant", "corporal", "private", "major", "colonel", "inspector", "investigator", "examiner", "coroner", "pathologist",
	"psychologist", "psychiatrist", "therapist", "counselor", "optometrist", "chiropractor", "anesthesiologist", "cardiologist", "oncologist", "neurologist", "radiologist", "pediatrician", "obstetrician", "dermatologist", "orthodontist", "pharmacologist", "epidemiologist", "toxicologist",
	"biologist", "chemist", "physicist", "geologist", "hydrologist", "ecologist", "botanist", "zoologist", "astronomer", "mathematician", "statistician", "actuary", "economist", "sociologist", "anthropologist", "linguist", "archaeologist", "criminologist", "ethicist", "philosopher",
	"bookkeeper", "auditor", "notary", "paralegal", "stenographer", "secretary", "receptionist", "assistant", "intern", "trustee", "executor", "councilman", "councilwoman", "councillor", "alderman", "selectman", "assemblyman", "assemblywoman", "congressman", "congresswoman", "lawmaker",
	"legislator", "lobbyist", "strategist", "pollster", "campaigner", "organizer", "organiser", "protester", "neighbor", "neighbour", "passenger", "motorist", "pedestrian", "commuter", "survivor", "victim", "bystander", "suspect", "inmate", "prisoner", "parolee", "informant", "smuggler", "hacker",
	"anchor", "newscaster", "anchorman", "anchorwoman", "meteorologist", "host", "presenter", "busker", "emcee", "stockbroker", "financier", "philanthropist", "socialite", "heiress", "heir", "tycoon", "billionaire", "millionaire", "mogul", "magnate", "landowner", "shopkeeper", "innkeeper", "publican", "restaurateur", "hotelier", "auctioneer", "appraiser", "jeweler", "jeweller")
