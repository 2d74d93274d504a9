package extract

import "averment/evidence"

// giveAll assigns a role to all of a phrase.
func (r *reader) giveAll(who []*player, role, basis string) bool {
	for _, w := range who {
		r.give(w, role, basis)
	}
	return len(who) > 0
}

// lawsuitNoun is the noun of a suit within n words behind k: its position, 0 for none.
func (r *reader) lawsuitNoun(k, n int) int {
	for f := k + 1; f < r.s.end && f <= k+n; f++ {
		t := r.p.at(f)
		switch {
		case t.is(";", "against", "with", "by", "that", "said") || t.low == "," && f < k+2:
			return 0
		case t.low == "charges" || t.low == "charge":
			return f
		case motions[t.low]:
			return 0
		case legalActions[t.low] && !(t.is("class", "case") && legalActions[r.p.at(f+1).low]):
			if next := r.p.at(f + 1); legalActions[next.low] || next.is("report") {
				continue
			}
			return f
		}
	}
	return 0
}

// motions are papers that both sides file.
var motions = set("motion", "motions", "appeal", "appeals", "answer", "response", "brief", "briefs", "notice", "bankruptcy", "report", "reply", "application", "registration",
	"papers", "documents", "defense", "defence")

// counter says whether the noun of a suit at n is one that the defendant brings, which makes
// who is sued by it no defendant.
func (r *reader) counter(n int) bool {
	return r.p.at(n).is("counterclaim", "counterclaims", "countersuit", "countersuits", "cross-complaint", "cross-claim")
}

// against reads who stands behind "against" at k: "a suit against Harbor and Pipeco", "a
// countersuit against Harbor", "filed against it by Harbor".
func (r *reader) against(k int) {
	noun := 0
	for b := k - 1; b >= r.s.first && b > k-16 && noun == 0; b-- {
		if t := r.p.at(b); legalActions[t.low] && !t.is("filing", "allegations") {
			noun = b
		}
	}
	if !r.suitBefore(k) {
		return
	}
	doer := r.possessor(noun)
	var skip []*player
	if doer != nil {
		skip = append(skip, doer)
	}
	object := r.phraseAt(k+1, skip...)
	if noun > 0 && r.counter(noun) {
		r.giveAll(object.who, "plaintiff", "counterclaim against")
		if len(object.who) > 0 {
			r.give(doer, "defendant", "brings a counterclaim")
		}
		return
	}
	r.giveAll(object.who, "defendant", "suit against")
	if len(object.who) > 0 && doer != nil && r.p.at(noun).is("suit", "lawsuit", "complaint", "action", "case", "claim", "claims", "litigation", "fight", "petition") {
		r.give(doer, "plaintiff", "possessor of the suit")
	}
}

// possessor is whose suit the noun at k names: "Kestrel's trade secret action", "its suit"
// where it is the subject of the sentence.
func (r *reader) possessor(k int) *player {
	for b := k - 1; b >= r.s.first && b > k-5; b-- {
		t := r.p.at(b)
		switch {
		case t.kind == clitic:
			return r.lastBefore(b)
		case t.low == "its":
			return r.referent(b, false, nil)
		case t.is("his", "her"):
			return r.personBefore(b)
		case t.kind != word || t.is("a", "an", "the", "by", "of", "in", "filed"):
			return nil
		}
	}
	return nil
}

// sues reads "X sued Y", "Y was sued by X", "X sued to block the sale of Y to Z".
func (r *reader) sues(k int) {
	t, next := r.p.at(k), r.p.at(k+1)
	if t.low == "sued" && (r.passive(k) || next.low == "by" || r.headline() && r.participle(k)) {
		r.giveAll(r.doers(k), "defendant", "was sued")
		r.agentOf(k, "plaintiff")
		return
	}
	doers := r.suers(k)
	r.giveAll(doers, "plaintiff", "sues")
	n := k + 1
	for r.p.at(n).is("both", "only", "also", "successfully", "individual", "individually") {
		n++
	}
	if r.p.at(n).low == "to" {
		r.blocked(n+1, doers)
		return
	}
	r.giveAll(r.phraseAt(n, doers...).who, "defendant", "object of a suit")
}

// suers are who sues: the subject of the verb at k, the pronouns and nouns that stand for it
// included.
func (r *reader) suers(k int) []*player {
	doers := r.doers(k)
	b := r.beforeVerb(k)
	if len(doers) > 0 {
		if r.p.at(b).low == "," {
			doers = append(doers, r.joinedBy(b)...)
		}
		return doers
	}
	switch t := r.p.at(b); {
	case t.is("states", "others", "officials", "people", "plaintiffs", "customers", "employees", "shareholders", "groups", "counties", "cities", "families"):
		return r.joinedBefore(b)
	case t.low == "it":
		if w := r.referent(b, false, nil); w != nil {
			return []*player{w}
		}
	case t.low == "they":
		return r.pair(b)
	case t.is("he", "she"):
		if w := r.personBefore(b); w != nil {
			return []*player{w}
		}
	case t.is("which", "who"):
		if w := r.modified(b); w != nil {
			return []*player{w}
		}
		for n := b - 2; n > b-5 && r.p.at(b-1).low == ","; n-- { // "the company, which is suing"
			if w, end := r.definite(n, nil); w != nil && end == b-1 {
				return []*player{w}
			}
		}
	case t.low == ",":
		if who := r.joinedBy(b); len(who) > 0 {
			return who
		}
	}
	r.groupBefore(k)
	return nil
}

// pair is whom "they" at k means: the first names of the sentence, or of the one before, where
// several stand in one list.
func (r *reader) pair(k int) []*player {
	if who := r.phraseAt(r.s.first).who; len(who) > 1 {
		return who
	}
	i := r.p.sentenceAt(r.s.Start)
	if i <= 0 {
		return nil
	}
	before := &reader{r.c, r.page, r.p, r.p.sentences[i-1]}
	if who := before.phraseAt(before.s.first).who; len(who) > 1 && k < r.s.first+4 {
		return who
	}
	return nil
}

// joinedBefore are the names before "and five states" that ends at b.
func (r *reader) joinedBefore(b int) []*player {
	for n := b - 1; n > b-7 && n > r.s.first; n-- {
		t := r.p.at(n)
		if !t.is("and") && r.p.at(n).kind != number && (t.kind != word || t.capital || joinWord[t.low]) {
			return nil
		}
		if who, m := r.who(n - 1); t.low == "and" && who != nil && m.end == n {
			return append([]*player{who}, r.listedWith(who, n)...)
		}
	}
	return nil
}

// joinedBy are the names in "Keep Our Schools, joined by Ana Ruiz and Ray Hall," that ends at b.
func (r *reader) joinedBy(b int) []*player {
	for n := b - 1; n > b-14 && n > r.s.first; n-- {
		if r.p.at(n).low == "joined" && r.p.at(n+1).low == "by" && r.p.at(n-1).low == "," {
			out := r.phraseAt(n + 2).who
			if who, m := r.who(n - 2); who != nil && m.end == n-1 {
				out = append(out, who)
			}
			return out
		}
	}
	return nil
}

// headline says whether the sentence is a line of its own.
func (r *reader) headline() bool { return r.s.heading }

// participle says whether "sued" at k can only be a participle, as in the headline "Harbor
// sued over fees".
func (r *reader) participle(k int) bool {
	next := r.p.at(k + 1)
	return next.is("over", "for", "in", "after", "by") || k+1 >= r.s.end || next.kind == punct
}

// blocked reads what a suit is to stop: "to block Harbor's $2 bln purchase of Pipeco", "to stop
// Harbor from buying Pipeco". Who wants to do it is a defendant, and so is who is bought.
func (r *reader) blocked(k int, doers []*player) {
	if !r.p.at(k).is("stop", "block", "prevent", "force", "bar", "halt", "make", "undo", "unwind", "compel", "enjoin", "break", "overturn") {
		return
	}
	if r.p.at(k+1).low == "it" {
		if w := r.referent(k+1, false, doers); w != nil {
			r.give(w, "defendant", "what a suit is to stop")
		}
		return
	}
	for n := k + 1; n < k+12 && n < r.s.end; n++ {
		who, m := r.who(n)
		if who == nil || m.first != n {
			continue
		}
		if head, hm := r.modifiedBy(m); head != nil && r.p.at(m.end).kind != clitic {
			who, m = head, hm
		}
		if containsPlayer(doers, who) {
			return
		}
		if r.p.at(r.afterName(m.end)).low == "by" && dealNouns[r.dealBefore(n)] { // "the acquisition of Pipeco by Harbor"
			r.giveAll(r.phraseAt(r.afterName(m.end)+1, doers...).who, "defendant", "what a suit is to stop")
			return
		}
		r.give(who, "defendant", "what a suit is to stop")
		for f := m.end; f < m.end+9 && f < r.s.end; f++ {
			if dealNouns[r.p.at(f).low] {
				n := f + 1
				if r.p.at(n).is("of", "with", "for") {
					n++
				}
				r.giveAll(r.phraseAt(n, doers...).who, "defendant", "what a suit is to stop")
				return
			}
		}
		return
	}
}

var dealNouns = set("acquisition", "purchase", "takeover", "merger", "buying", "acquiring", "deal", "buyout")

// dealBefore is the noun of a deal in the words before n, "" for none.
func (r *reader) dealBefore(n int) string {
	for b := n - 1; b > n-5 && b > r.s.first; b-- {
		if dealNouns[r.p.at(b).low] {
			return r.p.at(b).low
		}
	}
	return ""
}

// restrained reads "an injunction preventing Harbor from buying", "barred Harbor from selling".
func (r *reader) restrained(k int) {
	if r.passive(k) || !r.courtInSentence() {
		return
	}
	object := r.phraseAt(k + 1)
	if len(object.who) > 0 && r.p.at(object.end).is("from", "and") {
		r.giveAll(object.who, "defendant", "restrained by a court")
	}
}

// targets reads "their complaint goes after Harbor": who is the object of what a suit does.
func (r *reader) targets(k int) {
	n := k + 1
	if r.p.at(k).is("goes", "go", "going") {
		if r.p.at(n).low != "after" {
			return
		}
		n++
	}
	for b := k - 1; b > k-12 && b >= r.s.first; b-- {
		if legalActions[r.p.at(b).low] {
			r.giveAll(r.phraseAt(n).who, "defendant", "named in the suit")
			return
		}
		if r.p.at(b).is(",", ";") {
			return
		}
	}
}

// asksCourt reads "the association asked the court to quash": who asks is a plaintiff, and who
// is to be stopped a defendant.
func (r *reader) asksCourt(k int) {
	for f := k + 1; f < r.s.end && f < k+12; f++ {
		if r.p.at(f).low != "to" {
			continue
		}
		verb := r.p.at(f + 1)
		if !r.courtAhead(k, f-k) || !verb.is("quash", "block", "stop", "overturn", "halt", "order", "declare", "strike", "prevent", "void", "force", "bar", "rescind", "invalidate", "annul", "suspend", "freeze", "review", "set") {
			return
		}
		doers := r.suers(k)
		r.stand(doers, "plaintiff", "asks the court")
		r.blocked(f+1, doers)
		return
	}
}

// takenToCourt reads "took Harbor to court", "dragged their landlord, Harbor, to the tribunal".
func (r *reader) takenToCourt(k int) {
	object := r.phraseAt(k + 1)
	if len(object.who) == 0 {
		return
	}
	n := object.end
	if r.p.at(n).low == "," {
		n++
	}
	if !r.p.at(n).is("to") && !(r.p.at(k).low == "challenge" && r.p.at(n).low == "in") || !r.courtAhead(n, 7) {
		return
	}
	doers := r.suers(k)
	if r.passive(k) {
		return
	}
	r.giveAll(object.who, "defendant", "taken to court")
	r.giveAll(doers, "plaintiff", "takes to court")
}

// courtAhead says whether a court stands within n tokens behind k.
func (r *reader) courtAhead(k, n int) bool {
	for f := k + 1; f < r.s.end && f <= k+n; f++ {
		if r.p.at(f).is("court", "courts", "tribunal", "arbitration", "judge") {
			return true
		}
		if who, _ := r.who(f); who != nil && who.kind == evidence.Court {
			return true
		}
		if r.p.at(f).is(".", ";") {
			return false
		}
	}
	return false
}

// files reads "X filed a suit", "the suit was filed by X", "Harbor lodged a counterclaim".
func (r *reader) files(k int) {
	t, next, prev := r.p.at(k), r.p.at(k+1), r.p.at(k-1)
	if t.is("filed", "brought", "lodged") && prev.is("appeal", "petition", "challenge", "application") {
		role := map[string]string{"appeal": "appellant", "petition": "petitioner"}[prev.low]
		if role == "" {
			role = "plaintiff"
		}
		r.agentOf(k, role)
		return
	}
	if r.passive(k) || t.is("filed", "brought", "lodged", "launched", "initiated", "started") && (legalActions[prev.low] || prev.low == "," && !r.lawsuitSoon(k) || next.is("by", "on", "in", "last", "late", "against", "earlier")) {
		if r.suitBefore(k) {
			r.agentOf(k, "plaintiff")
		}
		return
	}
	noun := r.lawsuitNoun(k, 9)
	if noun == 0 {
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
	}
}

// lawsuitSoon says whether the object of a verb at k is a suit.
func (r *reader) lawsuitSoon(k int) bool { return r.lawsuitNoun(k, 6) > 0 }

// lawFirmFiles says whether it is a law firm that files on behalf of others, and makes it
// their counsel.
func (r *reader) lawFirmFiles(doers []*player, noun int) bool {
	if len(doers) != 1 || !doers[0].lawFirm() {
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

// names reads "the complaint names Harbor and Pipeco as defendants", "Harbor was named in a
// lawsuit", "also named in the suit are Harbor and Pipeco", "it names Harbor".
func (r *reader) names(k int) {
	t, next := r.p.at(k), r.p.at(k+1)
	if r.negated(k) {
		return
	}
	if t.low == "named" && r.passive(k) {
		if r.p.at(k+1).is("as", "in") && (r.suitAfter(k, 8) || r.wordAhead(k, "defendant", 5) || r.wordAhead(k, "defendants", 5) || r.wordAhead(k, "co-defendant", 5)) {
			r.giveAll(r.suers(k), "defendant", "named in the suit")
			r.agentOf(k, "plaintiff")
		}
		return
	}
	if t.low == "named" && next.is("in", "as") && (r.suitAfter(k, 6) || r.wordAhead(k, "defendant", 5) || r.wordAhead(k, "defendants", 5)) { // "also named in the suit are X"
		for f := k + 2; f < k+9 && f < r.s.end; f++ {
			if r.p.at(f).is("are", "is", "were", "was") {
				r.giveAll(r.phraseAt(f+1).who, "defendant", "named in the suit")
				return
			}
		}
	}
	if !r.suitSubject(k) && !r.defendantsAhead(k) {
		return
	}
	object := r.phraseAt(k + 1)
	role := "defendant"
	if r.p.at(object.end).low == "as" {
		if w := partyWords[r.p.at(object.end+1).low]; w != "" {
			role = w
		}
	}
	r.giveAll(object.who, role, "named in the suit")
}

// defendantsAhead says whether "as defendants" follows in the sentence.
func (r *reader) defendantsAhead(k int) bool {
	for f := k + 1; f+1 < r.s.end && f < k+30; f++ {
		if r.p.at(f).low == "as" && partyWords[r.p.at(f+1).low] != "" {
			return true
		}
	}
	return false
}

// suitSubject says whether the verb at k has a suit, or what stands for it, as its subject.
func (r *reader) suitSubject(k int) bool {
	b := k - 1
	for r.p.at(b).is("also", "only", "now", "further") && b > r.s.first {
		b--
	}
	t := r.p.at(b)
	if legalActions[t.low] || t.low == "it" && r.suitBeforeSentence() {
		return true
	}
	if t.low != "," {
		return false
	}
	for n := b - 1; n > r.s.first && n > b-20; n-- { // "the complaint, filed by Irving Glazer, names"
		if r.p.at(n).low == "," {
			return legalActions[r.p.at(n-1).low]
		}
	}
	return false
}

// suitBeforeSentence says whether the sentence before speaks of a suit.
func (r *reader) suitBeforeSentence() bool {
	i := r.p.sentenceAt(r.s.Start)
	if i <= 0 {
		return false
	}
	for _, t := range r.p.sentenceTokens(r.p.sentences[i-1]) {
		if legalActions[t.low] {
			return true
		}
	}
	return false
}

// negated says whether "not" stands close before the verb at k.
func (r *reader) negated(k int) bool {
	for b := k - 1; b >= r.s.first && b > k-5; b-- {
		if r.p.at(b).is("not", "never", "wasn't", "weren't", "isn't", "aren't", "nor", "neither") {
			return true
		}
	}
	return false
}

// charged reads "the SEC charged Ana Ruiz with fraud", "Ana Ruiz was indicted", "pleaded not
// guilty".
func (r *reader) charged(k int) {
	t := r.p.at(k)
	if r.negated(k) {
		return
	}
	if r.passive(k) {
		if !r.p.at(k+1).is("that", "by", "to") {
			r.giveAll(r.doers(k), "defendant", "is charged")
		}
		return
	}
	if t.low == "pleaded" || t.low == "pled" {
		if r.wordAhead(k, "guilty", 4) {
			r.giveAll(r.doers(k), "defendant", "pleads")
		}
		return
	}
	if r.p.at(k+1).is("that", "in", "for", "by") {
		return
	}
	doers := r.suers(k)
	object := r.phraseAt(k+1, doers...)
	r.giveAll(object.who, "defendant", "object of a charge")
	if len(object.who) > 0 && t.is("charged", "charges") && len(doers) > 0 && doers[0].kind == evidence.Agency {
		r.give(doers[0], "plaintiff", "charges")
	}
}

// awards reads who wins: "the jury awarded $2 million to Ana Ruiz", "Ana Ruiz was awarded …".
func (r *reader) awards(k int) {
	if r.p.at(k).low == "award" && !r.p.at(k-1).is("to", "will", "would", "may", "could", "should", "not") {
		return // "a jury award against Harbor"
	}
	if r.passive(k) {
		if r.courtInSentence() {
			r.giveAll(r.doers(k), "plaintiff", "is awarded")
		}
		return
	}
	for b := k - 1; b >= r.s.first && b > k-12; b-- {
		if who, _ := r.who(b); r.p.at(b).is("jury", "jurors", "judge", "court", "tribunal", "panel", "arbitrators") || who != nil && (who.kind == evidence.Court || who.kind == evidence.Judge) {
			r.awardee(k)
			return
		}
	}
}

func (r *reader) awardee(k int) {
	if who := r.phraseAt(k + 1).who; len(who) > 0 {
		r.giveAll(who, "plaintiff", "is awarded")
		return
	}
	for f := k + 1; f < r.s.end && f < k+8; f++ {
		if r.p.at(f).low == "to" {
			r.giveAll(r.phraseAt(f+1).who, "plaintiff", "is awarded")
			return
		}
	}
}

// courtInSentence says whether the sentence speaks of a court or a jury.
func (r *reader) courtInSentence() bool {
	return r.courtAhead(r.s.first-1, r.s.end-r.s.first) || r.wordAhead(r.s.first, "jury", r.s.end-r.s.first)
}
