package extract

import "averment/evidence"

// files reads "X filed a suit", "the suit was filed by X", "Harbor lodged a counterclaim".
func (r *reader) files(k int) {
	t, next, prev := r.p.at(k), r.p.at(k+1), r.p.at(k-1)
	if prev.low == "," {
		r.broughtBy(k)
	}
	if prev.low == "one" && next.low == "by" && (r.wordAhead(r.s.first, "trial", k-r.s.first) || r.suitInSentence()) {
		r.agentOf(k, "plaintiff") // "others, among them one brought by Ana Ruiz"
		return
	}
	if t.is("filed", "brought", "lodged") && prev.is("appeal", "petition", "challenge", "application") {
		role := map[string]string{"appeal": "appellant", "petition": "petitioner"}[prev.low]
		if role == "" {
			role = "plaintiff"
		}
		r.agentOf(k, role)
		return
	}
	if noun := r.p.at(k - 2); r.passive(k) && next.low == "by" && noun.is("appeal", "application", "challenge", "petition") {
		role := "plaintiff"
		if noun.low == "appeal" && !r.landUse() {
			role = "appellant"
		}
		r.agentOf(k, role)
		return
	}
	if r.passive(k) || t.is("filed", "brought", "lodged", "launched", "initiated", "started") && (legalActions[prev.low] || prev.low == "," && !r.lawsuitSoon(k) || next.is("by", "on", "in", "last", "late", "against", "earlier")) {
		if r.suitBefore(k) || r.passive(k) && r.p.at(r.s.first).low == "the" && broughtNouns[r.p.at(r.s.first+1).low] && k < r.s.first+32 || prev.is("was", "were") && r.p.at(k-2).is("one", "first", "second", "third", "other", "another", "latest") || prev.low == "," && r.p.at(k-2).is("second", "third", "fourth", "another", "other", "one") {
			r.agentOf(k, "plaintiff")
		}
		return
	}
	noun := r.lawsuitNoun(k, 9)
	if noun == 0 {
		if next.low == "against" && legalActions[r.p.at(k-2).low] || next.low == "against" && r.p.at(k-2).is("that", "which") && r.suitBefore(k-1) {
			r.giveAll(r.suers(k), "plaintiff", "files a suit") // "the action that it brought against Harbor"
		} else if next.is("one", "its", "their") && r.ownOne(k+1) && r.suitBeforeSentence() {
			r.giveAll(r.suers(k), "plaintiff", "files a suit") // "the city filed one of its own"
		} else {
			r.broughtBy(k)
		}
		return
	}
	doers := r.suers(k)
	switch {
	case r.counter(noun):
		r.giveAll(doers, "defendant", "brings a counterclaim")
	case r.p.at(noun).is("charges", "charge") && len(doers) > 0 && doers[0].kind != evidence.Agency:
	case r.lawFirmFiles(doers, noun):
	case r.p.at(noun-1).low == "party" && r.p.at(noun-3).low == "third":
		r.giveAll(doers, "defendant", "brings a third-party complaint")
	default:
		r.giveAll(doers, "plaintiff", "files a suit")
		r.ownSuit(k, noun, doers)
		r.filedTo(noun, doers)
	}
}

// ownOne says whether "one of its own", "its own" stands at k.
func (r *reader) ownOne(k int) bool {
	if r.p.at(k).low == "one" && r.p.at(k+1).low == "of" {
		k += 2
	}
	return r.p.at(k).is("its", "their", "his", "her") && r.p.at(k+1).low == "own" && r.p.at(k+2).is(".", ",", "on", "in", "last", "against", "later", "two", "three")
}

// broughtBy reads "a lawsuit that Ana Ruiz, 48, brought in 2022" and "the suit Harbor filed last year".
func (r *reader) broughtBy(k int) {
	if !r.p.at(k).is("filed", "brought", "lodged", "launched") {
		return
	}
	doers := r.suers(k)
	for b := k - 1; len(doers) > 0 && b > k-12 && b > r.s.first; b-- {
		who, m := r.who(b)
		if who != doers[0] || m.end != b+1 {
			continue
		}
		n := m.first - 1
		if r.p.at(n).is("that", "which") {
			n--
		}
		if t := r.p.at(n); broughtNouns[t.low] && !t.is("legal", "action", "case") {
			r.giveAll(doers, "plaintiff", "files a suit")
		}
		return
	}
}

// landUse says whether the text is about an appeal from a local body, which opens a suit at first
// instance.
func (r *reader) landUse() bool {
	return r.c.writes("zoning") || r.c.writes("land") && r.c.writes("township")
}

// filedTo reads "filed suit in federal court on Thursday to block the merger of Harbor with Pipeco".
func (r *reader) filedTo(noun int, doers []*player) {
	for f := noun + 1; f < noun+14 && f < r.s.end; f++ {
		if t := r.p.at(f); t.is("against", "by", ";", "that", "alleging", "accusing") {
			return
		} else if t.low == "to" {
			r.blocked(f+1, doers)
			return
		}
	}
}

// ownSuit reads "Harbor filed its own complaint against Pipeco": who is sued elsewhere sues too, and
// whom it sues is sued.
func (r *reader) ownSuit(k, noun int, doers []*player) {
	if r.p.at(noun-1).low != "own" && !r.p.at(k-1).is("then", "back") {
		return
	}
	for _, w := range doers {
		if w.has("defendant") {
			w.role("plaintiff", "files its own suit")
		}
	}
	for f := noun + 1; f < noun+12 && f < r.s.end; f++ {
		if r.p.at(f).low == "against" {
			for _, w := range r.phraseAt(f+1, doers...).who {
				if w.has("plaintiff") && !containsPlayer(doers, w) {
					w.role("defendant", "sued in turn")
				}
			}
			return
		}
	}
}

// lawsuitSoon says whether the object of a verb at k is a suit.
func (r *reader) lawsuitSoon(k int) bool { return r.lawsuitNoun(k, 6) > 0 }

// lawFirmFiles says whether it is a law firm that files on behalf of others, and makes it
// their counsel.
func (r *reader) lawFirmFiles(doers []*player, noun int) bool {
	if len(doers) != 1 || !doers[0].lawFirm() && !(doers[0].lawyer && doers[0].kind != evidence.Person) {
		return false
	}
	doers[0].role("counsel for the plaintiffs", "law firm that files")
	return true
}

// faces reads "Harbor faces a suit by Pipeco", "Harbor was hit with a class action", "Harbor
// must face claims".
func (r *reader) faces(k int) {
	t := r.p.at(k)
	noun := r.suitAfter(k, 12)
	if !noun {
		return
	}
	if t.is("hit", "slapped", "served", "targeted") && !r.passive(k) && !r.headline() {
		if t.is("hit", "slapped") { // "drivers have hit the firm with a lawsuit"
			object := r.phraseAt(k + 1)
			if len(object.who) > 0 && r.p.at(object.end).low == "with" {
				r.giveAll(object.who, "defendant", "hit with a suit")
				r.giveAll(r.suers(k), "plaintiff", "hits with a suit")
			}
		}
		return
	}
	r.giveAll(r.doers(k), "defendant", "faces a suit")
	for f := k + 1; f < r.s.end && f < k+24; f++ {
		if r.p.at(f).is("by", "from") && r.suitBefore(f) {
			r.giveAll(r.phraseAt(f+1).who, "plaintiff", "suit by")
			return
		}
	}
}

// tokensBefore are the tokens of the sentence before, the last of them where it is longer than any
// sentence.
func (r *reader) tokensBefore() []token {
	i := r.p.sentenceAt(r.s.Start)
	if i <= 0 {
		return nil
	}
	tokens := r.p.sentenceTokens(r.p.sentences[i-1])
	return tokens[max(0, len(tokens)-longestSentence):]
}

// suitBeforeSentence says whether the sentence before speaks of a suit.
func (r *reader) suitBeforeSentence() bool {
	for _, t := range r.tokensBefore() {
		if legalActions[t.low] || t.is("appeal", "application", "notice") {
			return true
		}
	}
	return false
}
