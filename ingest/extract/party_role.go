package extract

import "averment/evidence"

// legalActions name a legal action.
var legalActions = set("counterclaim", "counterclaims", "countersuits", "cross-complaint", "cross-claim", "lawsuit", "lawsuits", "count", "counts", "suit", "suits", "complaint", "complaints", "action", "actions", "case", "cases", "claim", "claims",
	"litigation", "petition", "charges", "charge", "proceedings", "proceeding", "judgment", "judgement", "verdict", "class-action", "filing",
	"allegations", "indictment", "countersuit", "injunction", "award")

// partyWords are the words that name a side of a suit, with the role they give.
var partyWords = map[string]string{"plaintiff": "plaintiff", "plaintiffs": "plaintiff", "defendant": "defendant", "defendants": "defendant",
	"petitioner": "petitioner", "petitioners": "petitioner", "respondent": "respondent", "respondents": "respondent", "appellant": "appellant",
	"appellants": "appellant", "appellee": "appellee", "appellees": "appellee", "codefendant": "defendant", "co-defendant": "defendant",
	"claimant": "plaintiff", "claimants": "plaintiff", "applicant": "plaintiff", "applicants": "plaintiff", "complainant": "plaintiff", "complainants": "plaintiff",
	"co-defendants": "defendant", "codefendants": "defendant"}

// reader applies the rules of roles to one sentence.
type reader struct {
	c    *cast
	page int
	p    *pageView
	s    sentence
}

// longestSentence is how many tokens a rule of roles sees at once.
const longestSentence = 1000

// readRoles reads roles out of every sentence: first the sides of the suit and owners,
// then counsel, who may be named for a side.
func (c *cast) readRoles() {
	c.callings()
	c.bothSides = c.captioned()
	parts := c.roleParts()
	r := &reader{c: c} // one for all, since there are many sentences
	for _, pass := range []func(*reader, int){(*reader).markLawyers, (*reader).side, (*reader).suing, (*reader).standing, (*reader).frames, (*reader).allegation, (*reader).owner} {
		r.eachTrigger(parts, pass)
	}
	c.listedBelow()
	for _, w := range c.convicted {
		if !w.sided() && !w.counsels() {
			r.give(w, "defendant", "is judged")
		}
	}
	r.eachTrigger(parts, (*reader).counsel)
	c.colleagues()
	c.ownFirms()
	c.namesakes()
	c.directors()
	c.lateMerges()
	c.nameThem()
	c.nameSued()
	c.opponents()
	c.clientNames()
	c.sources()
}

// eachTrigger calls a pass wherever a rule of roles may begin.
func (r *reader) eachTrigger(parts []rolePart, pass func(*reader, int)) {
	for _, part := range parts {
		r.page, r.p, r.s = part.page, &r.c.v.pages[part.page], part.s
		for _, k := range part.triggers {
			pass(r, k)
		}
	}
}

// rolePart is a sentence, or a part of one that is longer than any, with the places where a rule
// of roles may begin.
type rolePart struct {
	page     int
	s        sentence
	triggers []int
}

// roleParts are the sentences in which a rule of roles may find something.
func (c *cast) roleParts() []rolePart {
	out := make([]rolePart, 0, 16)
	all := make([]int, 0, c.v.tokenCount()/4)
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for _, s := range p.sentences {
			for end := s.end; s.first < end; s.first = s.end {
				s.end = min(s.first+longestSentence, end)
				from := len(all)
				for k := s.first; k < s.end; k++ {
					if t := &p.tokens[k]; t.kind == word && t.in(inRoleTriggers) {
						all = append(all, k)
					}
				}
				if from < len(all) {
					out = append(out, rolePart{i, s, all[from:len(all):len(all)]})
				}
			}
		}
	}
	return out
}

func (r *reader) who(k int) (*player, mention) {
	if k < r.s.first || k >= r.s.end {
		return nil, mention{}
	}
	return r.c.whoAt(r.page, k)
}

// side reads the frames that put a name on a side of the suit.
func (r *reader) side(k int) {
	t := r.p.at(k)
	if t.in(inPartyWords) {
		r.named(k, partyWords[t.low])
		return
	}
	if !r.c.lawsuit {
		return
	}
	switch t.low {
	case "against":
		r.against(k)
	case "sued", "sues", "sue", "suing":
		r.sues(k)
	case "take", "takes", "took", "taken", "taking", "drag", "drags", "dragged", "dragging", "haul", "hauls", "hauled", "hauling", "challenge":
		r.takenToCourt(k)
	case "accuse", "accuses", "accused", "accusing":
		r.accuses(k)
	case "testified":
		if w := r.subject(k); w != nil && w.kind == evidence.Person {
			w.role("witness", "testifies")
		}
	case "infringed", "violated", "breached", "defrauded", "discriminated", "misappropriated", "infringes", "violates":
		if r.ruling(k) {
			w := r.subject(k)
			if w == nil && r.p.at(k-1).low == "it" {
				w = r.antecedent(k)
			}
			r.give(w, "defendant", "what was found of it")
		}
	case "finding":
		if object := r.phraseAt(k + 1); len(object.who) > 0 && r.p.at(object.end).is("negligent", "liable", "guilty", "responsible") {
			r.giveAll(object.who, "defendant", "is judged")
		}
	case "ordering":
		if object := r.phraseAt(k + 1); r.courtInSentence() && r.p.at(object.end).low == "to" && r.p.at(object.end+1).is("pay", "refund", "compensate", "stop", "reinstate") {
			r.giveAll(object.who, "defendant", "is judged")
			r.payee(object.end + 1)
		}
	case "ordered", "found", "convicted", "sentenced", "acquitted":
		r.judged(k)
	case "granted", "denied", "dismissed", "dropped", "removed":
		if r.p.at(k+1).is("from", "as") && r.passive(k) && (r.lawsuitNoun(k+1, 4) > 0 || r.wordAhead(k, "defendant", 5)) {
			r.giveAll(r.suers(k), "defendant", "dismissed from the suit")
			return
		}
		if !r.p.at(k).is("granted", "denied", "dismissed") {
			return
		}
		r.grants(k)
	case "opposite":
		r.oppositeParty(k)
	case "another":
		r.another(k)
	case "won":
		if r.p.at(k-1).is("judgment", "judgement", "verdict", "award", "damages", "ruling") && r.p.at(k+1).low == "by" {
			r.agentOf(k, "plaintiff")
		}
		r.wins(k)
	case "wins", "secured", "obtained", "scored":
		r.wins(k)
	case "awarded", "awards", "award":
		r.awards(k)
	case "issued", "filed", "brought", "lodged", "launched", "files", "filing", "initiated", "commenced", "started", "begun", "began", "instituted", "mounted", "launches", "brings":
		r.files(k)
	case "faces", "face", "facing", "faced", "targeted", "hit", "slapped", "served", "fights":
		r.faces(k)
	case "notice", "notices":
		if r.p.at(k-1).is("issued", "issues", "issuing") && r.p.at(k+1).low == "to" && r.courtInSentence() {
			for _, w := range r.phraseAt(k + 2).who {
				if !w.sided() && !w.counsels() {
					r.give(w, "defendant", "a court gives notice to it")
				}
			}
		}
	case "names", "named", "naming", "name":
		r.names(k)
	case "fault", "blame", "liability":
		if r.p.at(k+1).low == "to" && r.courtRoom() {
			r.blameTo(k)
		}
	case "behalf":
		if r.p.at(k-1).low == "on" && r.p.at(k+1).low == "of" && r.suitInSentence() && !r.p.at(k-2).is("appeared", "appearing", "appear", "appears", "argued", "arguing", "acting", "acted", "spoke", "speaking", "said", "submitted", "wrote") {
			r.giveAll(r.phraseAt(k+2).who, "plaintiff", "on behalf of")
		}
	case "lawsuit", "suit", "complaint", "claim", "claims", "action", "case", "lawsuits", "suits", "petition", "appeal", "application":
		r.suitBy(k)
	case "fined", "investigating", "fines":
		r.fined(k)
	case "preventing", "barring", "prohibiting", "enjoining", "enjoined", "barred":
		r.restrained(k)
	case "goes", "targets", "targeting":
		r.targets(k)
	case "asked", "asks", "asking":
		r.asksCourt(k)
	case "motion", "bid", "request":
		r.moves(k)
	case "led":
		if b := k - 1; r.p.at(k+1).low == "by" && (groupNouns[r.p.at(b).low] || r.p.at(b).low == "," && groupNouns[r.p.at(b-1).low]) {
			for _, w := range r.phraseAt(k + 2).who {
				if !w.sided() && !w.counsels() {
					r.give(w, "plaintiff", "leads the plaintiffs")
				}
			}
		}
	case "fighting", "battling":
		if r.suitInSentence() {
			r.stand(r.phraseAt(k+1).who, "defendant", "fought in a suit")
		}
	case "fight", "battle", "dispute", "feud":
		r.disputes(k)
	case "petitioned":
		r.giveAll(r.suers(k), r.petitions(), "petitions")
	case "applied":
		if r.p.at(k+1).low == "for" && (r.wordAhead(k, "review", 6) || r.relief(k, 6)) {
			r.giveAll(r.suers(k), "plaintiff", "applies to the court")
		}
	case "illegally", "unlawfully", "wrongly", "improperly", "wrongfully", "negligently":
		if r.ruling(k) {
			r.giveAll(r.doers(k), "defendant", "what was found of it")
		}
	case "representatives", "representative":
		if r.p.at(k-1).low == "class" {
			r.named(k, "plaintiff")
		}
	case "member":
		if w, m := r.who(k + 1); w != nil && m.first == k+1 && r.p.at(k-1).is("judicial", "technical", "presiding") {
			w.kind = evidence.Judge
			w.role("judge", "member of a tribunal")
		}
	case "judges", "justices":
		r.bench(k)
	case "judge", "magistrate", "justice", "surrogate":
		r.apposedJudge(k)
	case "charged", "indicted", "charges", "pleaded", "pled", "arraigned":
		r.charged(k)
	}
}
