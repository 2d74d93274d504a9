package extract

// namedCentre says whether a last word that also ends the names of things belongs to the name of a
// body: "Medical Center", "Harbor School District", "the Free Speech Project has sued".
func namedCentre(p *pageView, r run, last *token) bool {
	kind := p.at(r.end - 2)
	switch {
	case last.low == "state":
		return campusState(p, r)
	case last.is("memorial", "regional", "general", "presbyterian", "methodist"):
		return wardName(p, r)
	case r.end-r.first < 3:
		return false
	case last.is("center", "centre"):
		return names().has(kind, orgWord) || kind.is("law", "cancer", "research", "community", "advocacy", "justice", "policy", "care", "nursing", "rehabilitation", "skate", "garden", "shopping", "resources", "resource", "rights", "liberties", "legal", "defense", "defence", "innocence", "immigrant", "immigrants", "history", "heritage", "arts", "performing", "family", "women's", "children's", "crisis", "advocates", "surgery", "birth", "dialysis", "trauma", "memorial") || acting(p, r)
	case last.low == "home":
		return kind.is("nursing", "care", "funeral", "retirement", "rest", "convalescent", "children", "'s", "'")
	case last.low == "conference":
		return kind.is("athletic", "collegiate", "football", "basketball", "hockey", "interscholastic", "bishops", "chiefs", "mayors", "lakes", "coast", "valley") || acting(p, r) || joined(p, r)
	case last.is("district", "system", "plan", "project", "program", "initiative", "village", "park", "hall"):
		return bodyPairs[kind.low] && !last.is("village", "park", "hall") || acting(p, r)
	}
	return false
}

// bodyPairs are the words before "District", "System", "Plan" or "Project" in the names of bodies.
var bodyPairs = set("school", "schools", "water", "fire", "hospital", "transit", "utility", "sanitation", "college", "park", "irrigation", "library", "health", "pension", "retirement", "legal", "defender", "access", "policy",
	"university", "benefit", "superannuation", "innocence", "justice", "expression", "freedom", "rights", "law", "defense", "defence", "accountability", "integrity", "oversight", "improvement", "conservation", "unified", "elementary", "independent",
	"protection", "control", "conservancy", "drainage", "sewer", "lighting", "levee", "utilities", "recreation", "cemetery", "ambulance", "abatement", "reclamation", "port", "harbor", "airport", "redevelopment", "electric", "high", "area", "sanitary", "septic", "mosquito", "fisheries", "parks")

// acting says whether the words around a name show that it acts or is acted against in a suit.
func acting(p *pageView, r run) bool {
	b, next := r.first-1, p.at(r.end)
	if p.at(b).is("the", "a") {
		b--
	}
	prev, before := p.at(b), p.at(b-1)
	if prev.is("against", "sued", "sues", "suing", "accuses", "accused", "names", "blocking") || prev.low == "by" && before.is("owned", "operated", "run", "filed", "brought", "represented", "employed", "backed", "defended", "supported", "funded") || prev.low == "from" && lawyerNouns[before.low] {
		return true
	}
	if prev.is("of", "at", "with") && before.capital && before.kind == word && !before.upper && p.at(r.end-1).is("center", "centre", "project", "initiative", "program") && (p.at(b-2).capital || lawyerNouns[p.at(b-2).low]) {
		return true // "said Ana Ruiz of the Open Streets Project"
	}
	if next.is("is", "was") { // "The Open Ballot Project is a nonprofit organization"
		for k := r.end + 1; k < r.end+7; k++ {
			if t := p.at(k); bodyNouns[t.low] && !t.capital {
				return true
			} else if t.kind != word && t.low != "," && t.low != "-" {
				break
			}
		}
	}
	return (next.in(inSpeechVerbs) || litigantActs[next.low] || next.is("fined", "suspended", "dropped", "disqualified", "expelled", "accused", "fired", "hired")) && !next.capital && !next.is("reported", "estimated", "offered")
}

// joined says whether members leave or enter the body that is named: "dropped out of the Lake Shore
// Conference".
func joined(p *pageView, r run) bool {
	b := r.first - 1
	if p.at(b).low == "the" {
		b--
	}
	return p.at(b).is("joined", "left", "joins", "leaves", "quit", "joining", "leaving", "entered") || p.at(b).low == "of" && p.at(b-1).is("out", "members", "member", "commissioner", "rules", "bylaws")
}

// campusState says whether a name that ends with "State" is that of a university, as in texts about
// campuses and teams: "Concord State".
func campusState(p *pageView, r run) bool {
	prev, next := p.at(r.first-1), p.at(r.end)
	if n := r.end - r.first; n < 2 || n > 3 || p.at(r.first).is("new", "the", "washington", "solid", "deep", "islamic", "federal", "welfare", "nation") || prev.is("the", "in") || p.at(r.end-1).upper || next.capital && next.kind == word || next.low == "of" && p.at(r.end+1).capital {
		return false
	}
	for k := r.first - 120; k < r.end+120; k++ {
		if t := p.at(max(k, 0)); campusWords[t.low] {
			return true
		}
	}
	return false
}

// wardName says whether a name that ends with "Memorial" is that of a hospital, as in texts that speak of
// one: "Dover Memorial".
func wardName(p *pageView, r run) bool {
	if n := r.end - r.first; n < 2 || n > 4 || p.at(r.first-1).low == "the" || p.at(r.end-2).is("attorney", "solicitor", "inspector", "surgeon", "postmaster", "veterans", "war", "lincoln", "jefferson") || p.at(r.end).capital && p.at(r.end).kind == word {
		return false
	}
	for k := r.first - 60; k < r.end+60; k++ {
		if t := p.at(max(k, 0)); wardWords[t.low] && !t.capital {
			return true
		}
	}
	return false
}

// wardWords are said of hospitals.
var wardWords = set("hospital", "patient", "patients", "nurse", "nurses", "surgeon", "surgeons", "surgery", "doctor", "doctors", "physician", "physicians", "clinic", "emergency", "medical")

// campusWords are said of universities and their teams.
var campusWords = set("university", "universities", "campus", "college", "quarterback", "athletic", "athletics", "football", "basketball", "ncaa", "coach", "athlete", "athletes", "professor", "provost", "conference", "semester", "sorority", "fraternity", "undergraduate", "dorm")
