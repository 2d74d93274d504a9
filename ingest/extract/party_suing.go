package extract

// suing reads the frames in which news names who sues without the plain "Harbor sued": lists of those
// who sue, those who join a suit, whose suit it is, and for whom a court decides.
func (r *reader) suing(k int) {
	if !r.c.lawsuit {
		return
	}
	t := r.p.at(k)
	switch t.low {
	case "sued", "sues", "sue", "suing":
		r.suingToo(k)
	case "filed", "files", "filing", "brought", "lodged", "launched", "launch", "bring", "take", "takes", "took", "taken", "dragged", "won", "accuse", "accused", "accuses", "accusing":
		r.filesUnnamed(k)
	case "according":
		r.suitTells(k)
	case "states", "cities", "counties":
		r.statesThatSue(k)
	case "joined", "joins", "joining", "join":
		if r.joiners(k) {
			return
		}
		if r.p.at(k+1).low == "by" && r.passive(k) && (r.p.at(r.beforeVerb(k)).low == "they" || r.sidedSubject(k)) {
			r.giveAll(r.phraseAt(k+2).who, "plaintiff", "joins the suit")
			return
		}
		if n := r.lawsuitNoun(k, 7); n > 0 && r.p.at(k+1).low != "by" && broughtNouns[r.p.at(n).low] {
			r.giveAll(r.suers(k), "plaintiff", "joins the suit")
		} else if r.wordAhead(k, "plaintiff", 7) || r.wordAhead(k, "plaintiffs", 7) || r.wordAhead(k, "co-plaintiff", 7) {
			r.giveAll(r.suers(k), "plaintiff", "joins as a plaintiff")
		}
	case "target":
		if r.p.at(k-1).low == "the" && r.p.at(k+1).is("is", "was") && k < r.s.first+3 {
			r.stand(r.phraseAt(k+2).who, "defendant", "target of the suit")
		}
	case "leading", "led", "spearheading":
		r.leadsSuit(k)
	case "bringing":
		r.bringsSuit(k)
	case "signed":
		if r.p.at(k+1).low == "on" && (r.sidesAmong(r.s.first, r.s.end) || r.sidesBefore()) && !r.p.at(k+2).is("to", "with", "as") {
			r.giveAll(r.suers(k), "plaintiff", "joins the suit")
		}
	case "behind":
		r.manBehind(k)
	case "through":
		if n := r.p.at(k - 1); n.is("sued", "sue", "suing", "sues") || n.low == "and" && r.p.at(k-2).low == "by" {
			r.giveAll(r.phraseAt(k+1).who, "plaintiff", "through whom a child sues")
		}
	case "find", "found", "finds":
		r.findsFor(k)
	case "whose":
		r.whoseSuit(k)
	case "pits":
		r.pits(k)
	case "did":
		if r.p.at(k-1).low == "so" && r.suedBefore() {
			r.giveAll(r.phraseAt(k+1).who, "plaintiff", "sues too")
		}
	case "pay", "compensate", "repay", "refund", "reimburse":
		r.paysTo(k)
	case "for", "with", "of":
		r.decidedFor(k)
	case "lost", "loses":
		r.filesUnnamed(k)
		if n := r.lawsuitNoun(k, 5); n > 0 && r.p.at(n+1).low == "against" && !r.passive(k) {
			r.stand(r.suers(k), "plaintiff", "loses a suit against")
		}
	case "settlement":
		if n := r.lawsuitNoun(k, 6); n > 0 && r.p.at(k+1).low == "of" && (r.p.at(n+1).is("brought", "filed", "by") || r.p.at(n).is("lawsuit", "suit", "lawsuits")) {
			for b := k - 1; b > k-7 && b > r.s.first; b-- { // "Harbor's $27 million settlement of a lawsuit"
				if r.p.at(b).kind == clitic {
					r.stand([]*player{r.lastBefore(b)}, "defendant", "settles a suit")
					break
				}
			}
		}
	case "receive", "receives", "received", "accepted", "accepts":
		if (r.wordAhead(k, "payout", 9) || r.wordAhead(k, "damages", 9) || r.wordAhead(k, "compensation", 9)) && !r.negated(k) && !r.uncertain(k) {
			if doers := r.suers(k); len(doers) > 0 {
				r.stand(doers, "plaintiff", "is paid damages")
			} else {
				r.nameless(k)
			}
		}
	case "permission", "leave":
		r.permitted(k)
	case "say", "said", "says", "alleges", "alleged", "allege", "demand", "demands", "demanded", "argue", "contend", "claim", "claims", "claimed", "contends", "argues", "argued":
		if r.inComplaint(k) || r.accordingToSuit(k) {
			r.giveAll(r.claimants(k), "plaintiff", "alleges in the complaint")
		}
	case "want", "wants", "wanted", "asking", "ask", "asks", "asked", "urged", "urges":
		r.wants(k)
	case "challenge", "challenges", "review":
		r.challengeOf(k)
	default:
		if t.in(inBroughtNouns) {
			r.suitOf(k)
		}
	}
}

// broughtNouns are the nouns by which a suit can only be what somebody brings.
var broughtNouns = set("lawsuit", "suit", "complaint", "claim", "action", "case", "petition", "lawsuits", "suits", "class-action", "litigation", "legal", "claims")

// suingToo reads "among those suing are Ana Ruiz and Ray Hall", "Ana Ruiz, one of 40 passengers suing
// Harbor", "is suing with her husband, Ray Hall" and "Harbor and Pipeco are suing each other".
func (r *reader) suingToo(k int) {
	next := r.p.at(k + 1)
	switch {
	case r.p.at(k).low == "sued" && r.p.at(k-1).is("those", "companies", "individuals", "people", "officials", "firms") && next.is("are", "were", "include", "included"):
		r.giveAll(r.phraseAt(k+2).who, "defendant", "among the sued")
		return
	case next.is("are", "is", "were", "include", "included") && r.p.at(k).low != "sues":
		r.giveAll(r.phraseAt(k+2).who, "plaintiff", "among those who sue")
		return
	case next.low == "each" && r.p.at(k+2).low == "other", next.low == "one" && r.p.at(k+2).low == "another":
		for _, w := range r.suers(k) {
			w.role("plaintiff", "sues the other")
			w.role("defendant", "sued by the other")
		}
		return
	case r.p.at(k).is("suing", "sue") && r.p.at(k-1).kind == word && !r.p.at(k-1).capital && !verbHelpers[r.p.at(k-1).low]:
		if w := r.oneOf(k); w != nil {
			r.give(w, "plaintiff", "among those who sue")
		}
	}
	doers := r.suers(k)
	if !r.passive(k) || r.p.at(k).low == "suing" {
		r.together(k)
		if len(doers) == 0 && !r.negated(k) {
			r.nameless(k)
		}
	} else {
		r.secondAgent(k)
	}
}

// filesUnnamed notes that who files a suit at k is only described, and reads "the brothers filed it".
func (r *reader) filesUnnamed(k int) {
	t := r.p.at(k)
	if r.passive(k) || t.is("filed", "brought", "lodged", "launched") && r.p.at(k+1).low == "by" {
		for f := k + 1; f < k+4; f++ {
			if r.p.at(f).low == "by" && r.suitBefore(k) && len(r.phraseAt(f+1).who) == 0 {
				r.c.nameless(r.page, f+1, r.p)
			}
		}
		return
	}
	if r.p.at(k+1).low == "it" && r.suitBeforeSentence() && t.is("filed", "brought", "lodged") {
		r.giveAll(r.suers(k), "plaintiff", "files a suit")
		return
	}
	suit := r.lawsuitNoun(k, 8) > 0
	if t.is("take", "takes", "took", "taken", "dragged") {
		suit = r.wordAhead(k, "to", 9) && r.courtAhead(k, 14)
	} else if t.is("accuse", "accused", "accuses", "accusing") {
		suit = r.suitInSentence() && t.low != "accusing"
	}
	if suit && !r.negated(k) && r.p.at(r.beforeVerb(k)).kind == word && len(r.suers(k)) == 0 {
		r.nameless(k)
	}
}

// suitTells reads "According to the lawsuit, Ana Ruiz was told": of whom a suit tells first may be who
// brings it.
func (r *reader) suitTells(k int) {
	if r.p.at(k+1).low != "to" || !r.p.at(k+2).is("the", "a") || k != r.s.first {
		return
	}
	for f := k + 3; f < k+6; f++ {
		if r.p.at(f).is("lawsuit", "suit", "complaint", "claim") && r.p.at(f+1).low == "," {
			r.c.unnamed = append(r.c.unnamed, nameless{page: r.page, at: f + 2})
		}
	}
}

// oneOf is who is "one of 40 passengers" before the participle at k, nil where nobody is.
func (r *reader) oneOf(k int) *player {
	for b := k - 1; b > k-8 && b >= r.s.first; b-- {
		if r.p.at(b).is("one", "among") {
			return r.modified(b)
		}
		if t := r.p.at(b); t.low == "," || isVerb(t) {
			return nil
		}
	}
	return nil
}

// directly says whether "along with" at f stands right behind the sued, whose list ends at k: with a time between, "sued
// the county in March together with two neighbours", those who sue are meant.
func (r *reader) directly(k, f int) bool {
	return f <= k+1 || r.p.at(f).low != "together" || !r.p.at(k).is("in", "on", "last", "this", "earlier")
}

// uncertain says whether the verb at k tells of what may be: "could receive".
func (r *reader) uncertain(k int) bool {
	return r.p.at(k-1).is("could", "may", "might", "would", "should", "can") || r.p.at(k-1).low == "to" && r.p.at(k-2).is("eligible", "entitled", "expected", "likely", "hopes", "hoping", "able")
}

// together reads who sues "with her husband, Ray Hall" behind the verb at k.
func (r *reader) together(k int) {
	for f := k + 1; f < r.s.end && f < k+24; f++ {
		t := r.p.at(f)
		if t.is("that", "after", "because", ";", "said") {
			return
		}
		if t.is("with", "alongside") && (r.p.at(f+1).is("his", "her", "their", "its", "fellow") || r.p.at(f-1).is("along", "together") || t.low == "alongside") {
			if t.low == "with" && r.p.at(f-1).is("along", "together") && f > k+2 && len(r.phraseAt(k+1).who) > 0 && r.directly(r.phraseAt(k+1).end, f-1) {
				r.giveAll(r.phraseAt(f+1).who, "defendant", "sued with another")
				return
			}
			r.giveAll(r.phraseAt(f+1).who, "plaintiff", "sues with another")
			return
		}
	}
}

// secondAgent reads "was sued by Ana Ruiz in 2020 and by Ray Hall a year later".
func (r *reader) secondAgent(k int) {
	for f := k + 2; f < r.s.end && f < k+24; f++ {
		if r.p.at(f).low == "by" && r.p.at(f-1).low == "and" {
			r.giveAll(r.phraseAt(f+1).who, "plaintiff", "agent of the suit")
		}
	}
	if r.p.at(k+1).low == "by" && len(r.phraseAt(k+2).who) == 0 {
		r.c.nameless(r.page, k+2, r.p)
	}
}

// pits reads "the case pits Ana Ruiz against Harbor".
func (r *reader) pits(k int) {
	first := r.phraseAt(k + 1)
	if len(first.who) == 0 || r.p.at(first.end).low != "against" && !(r.p.at(first.end).low == "," && r.p.at(first.end+1).low == "against") {
		return
	}
	n := first.end + 1
	if r.p.at(n).low == "against" {
		n++
	}
	r.stand(first.who, "plaintiff", "pitted against")
	r.stand(r.phraseAt(n, first.who...).who, "defendant", "pitted against")
}

// suedBefore says whether the sentence before is about somebody who sues.
func (r *reader) suedBefore() bool {
	i := r.p.sentenceAt(r.s.Start)
	if i <= 0 {
		return false
	}
	for _, t := range r.p.sentenceTokens(r.p.sentences[i-1]) {
		if t.is("sued", "sues", "suing", "filed") {
			return true
		}
	}
	return false
}
