package extract

import "averment/evidence"

// lawyerNouns are the nouns of those who act for a party in court.
var lawyerNouns = set("lawyer", "lawyers", "attorney", "attorneys", "counsel", "solicitor", "solicitors", "barrister", "barristers", "advocate", "litigator")

// clientModifiers stand between whose lawyer it is and the noun.
var clientModifiers = set("lead", "general", "chief", "main", "outside", "trial", "criminal", "legal", "co", "-", "court-appointed", "deputy", "corporate", "litigation", "other", "then")

// lawyers are the names that the noun at k introduces: "its lawyers, Ray Hall and Ana Ruiz",
// "counsel for Harbor included Ray Hall", "attorney Ray Hall", "solicitors Day Lee LLP".
func (r *reader) lawyers(k int) phrase {
	n := k + 1
	if r.p.at(k).is("attorney", "attorneys") && r.p.at(n).low == "general" {
		if !r.assistant(k) {
			return phrase{}
		}
		n++
	}
	if _, after := r.forWhom(n); after > n {
		n = after
	}
	n = r.firmEnd(n)
	for r.p.at(n).is(",", ":", "–", "is", "are", "was", "were", "include", "includes", "included", "including", "led", "by", "named") && n < k+14 {
		n++
	}
	out := r.phraseAt(n)
	kept := out.who[:0]
	for _, w := range out.who {
		if w.kind == evidence.Person || w.kind == "" && len(w.tokens) > 1 || w.lawFirm() || r.p.at(k).low == "solicitors" && w.kind != evidence.Court {
			kept = append(kept, w)
		}
	}
	out.who = kept
	return out
}

// assistant says whether the words before "attorney" at k make it a lawyer of a government:
// "Assistant U.S. Attorney", "Assistant Attorneys General".
func (r *reader) assistant(k int) bool {
	if r.p.at(k).low == "attorney" && r.p.at(k-1).low != "." && r.p.at(k-1).is("assistant") && r.p.at(k+1).low == "general" {
		return false // also the head of a division, who tries no cases
	}
	for b := k - 1; b > k-6 && b >= r.s.first; b-- {
		if r.p.at(b).low == "assistant" {
			return true
		}
	}
	return false
}

// forWhom reads the client behind "for" or "representing" at n; after is n where none follows.
func (r *reader) forWhom(n int) (client string, after int) {
	if !r.p.at(n).is("for", "representing", "defending", "of", "to") && !(r.p.at(n).low == "who" && r.p.at(n+1).is("represents", "represented", "represent")) {
		return "", n
	}
	from := n + 1
	if r.p.at(n).low == "who" {
		from++
	}
	if r.p.at(n).is("of", "to") {
		if who, m := r.who(from); who == nil || m.first != from || r.p.at(n-1).low != "counsel" {
			return "", n
		}
	}
	if client, after = r.client(from); client != "" {
		return client, after
	}
	k := from
	for r.p.at(k).is("the", "a", "an", "his", "her", "their", "its") {
		k++
	}
	if t := r.p.at(k); t.kind == word && !isVerb(t) && !joinWord[t.low] {
		end := k + 1
		for end < k+3 && r.p.at(end).kind == word && !joinWord[r.p.at(end).low] && !isVerb(r.p.at(end)) && !r.p.at(end).capital {
			end++
		}
		return r.p.str(from, end), end
	}
	return "", n
}

// firmEnd is the position behind "at the firm Day Lee LLP" at n, else n.
func (r *reader) firmEnd(n int) int {
	k := n
	if r.p.at(k).low == "," {
		k++
	}
	if !r.p.at(k).is("at", "from", "with", "of") {
		return n
	}
	at := r.skipDescription(k + 1)
	if who, m := r.who(at); who != nil && m.first == at && who.kind != evidence.Person && who.kind != evidence.Court {
		return m.end
	}
	return n
}

// markLawyers marks whom the text calls a lawyer, who therefore is no side of the suit.
func (r *reader) markLawyers(k int) {
	if !lawyerNouns[r.p.at(k).low] || r.prosecutor(k) {
		return
	}
	for _, w := range r.lawyers(k).who {
		w.lawyer = true
	}
	if w := r.modified(k); w != nil && w.kind != evidence.Organisation && r.p.at(k-1).is("a", "an", "the", "general") {
		w.lawyer = true
	}
}

// prosecutor says whether the noun at k is the office of a head of prosecutors: "District
// Attorney", "U.S. Attorney" without "Assistant".
func (r *reader) prosecutor(k int) bool {
	return r.p.at(k).low == "attorney" && (r.p.at(k-1).low == "district" || r.p.at(k).capital && r.p.at(k-1).low == "." && r.p.at(k-2).low == "s" && !r.assistant(k))
}

// handled reads "the litigation will be led by Ana Ruiz" as counsel for who sues.
func (r *reader) handled(k int) {
	if r.p.at(k+1).low != "by" || !r.passive(k) {
		return
	}
	for b := k - 1; b > k-9 && b >= r.s.first; b-- {
		if r.p.at(b).is("litigation", "prosecution", "case") {
			for _, w := range r.phraseAt(k + 2).who {
				if w.kind == evidence.Person || w.kind == "" && len(w.tokens) > 1 {
					w.kind = evidence.Person
					r.counselFor(w, r.clientName(r.c.sole("plaintiff"), "the plaintiffs"))
				}
			}
			return
		}
	}
}

// lawyer gives the names beside the noun at k the role of counsel.
func (r *reader) lawyer(k int) {
	if r.prosecutor(k) {
		return
	}
	client := r.clientBefore(k)
	end := k + 1
	if c, after := r.forWhom(k + 1); after > k+1 {
		end = after
		if c != "" {
			client = c
		}
	}
	if client == "" && r.assistant(k) {
		client = r.clientName(r.c.sole("plaintiff"), "the government")
	}
	list := r.lawyers(k)
	for _, w := range list.who {
		if w.kind == "" {
			w.kind = evidence.Person
		}
		r.counselFor(w, client)
	}
	r.firmBehind(end, client)
	if len(list.who) > 0 {
		r.firmBehind(list.end, client)
	}
	if w := r.modified(k); w != nil && w.kind != evidence.Organisation && w.kind != evidence.Court && len(list.who) == 0 && r.apposed(k) {
		r.counselFor(w, client)
	}
}

// apposed says whether the noun at k describes the name before the comma: "Ray Hall, an
// attorney for", "Ray Hall, Harbor's general counsel".
func (r *reader) apposed(k int) bool {
	for b := k - 1; b > k-8 && b >= r.s.first; b-- {
		t := r.p.at(b)
		if t.low == "," {
			return true
		}
		if isVerb(t) || t.is("and", "that", "his", "her", "by") {
			return false
		}
	}
	return false
}

// clientBefore is whose lawyer the noun at k means: "Harbor's lawyer", "Harbor attorney",
// "the plaintiffs' lead lawyer", "her solicitor", "town counsel"; "" where it is not said.
func (r *reader) clientBefore(k int) string {
	b := k - 1
	for clientModifiers[r.p.at(b).low] && b > r.s.first {
		b--
	}
	t, before := r.p.at(b), r.p.at(b-1)
	switch {
	case t.kind == clitic:
		if role := partyWords[before.low]; role != "" {
			return r.clientName(r.c.sole(role), "the "+before.low)
		}
		if who := r.lastBefore(b); who != nil {
			return who.name
		}
		if who, _ := r.definite(b-2, nil); who != nil {
			return who.name
		}
		if w := r.c.bearing(before.low); w != nil && companyNouns[before.low] {
			return w.name
		}
		if companyNouns[before.low] || agencyNouns[before.low] {
			return r.clientName(r.referent(b, agencyNouns[before.low], nil), "the "+before.low)
		}
	case t.is("defense", "defence"):
		return r.clientName(r.c.sole("defendant"), "the defendants")
	case t.low == "its":
		return r.clientName(r.referent(b, false, nil), "")
	case t.is("his", "her"):
		return r.clientName(r.personBefore(b), "")
	case t.low == "their":
		return r.clientName(r.c.sole("plaintiff"), "the plaintiffs")
	case t.is("company", "firm") && before.is("the", "a"):
		return r.clientName(r.referent(b, false, nil), "")
	case t.is("town", "city", "state", "county", "crown", "government", "federal", "defence"):
		return "the " + t.low
	default:
		if who, m := r.who(b); who != nil && m.end == b+1 && r.p.at(m.first-1).low != "," && (who.kind != evidence.Person || !r.p.at(k+1).is("for", ",")) {
			return who.name
		}
	}
	return ""
}

// lawFirmNoun reads "the law firm Day Lee", "Day Lee PC, the firm acting for Harbor"; k is at
// "firm".
func (r *reader) lawFirmNoun(k int) {
	law := r.p.at(k-1).low == "law"
	n := k + 1
	acting := r.p.at(n).is("acting", "representing", "for", "that", "which", "handling") && r.wordAhead(n-1, "for", 4) || r.p.at(n).is("representing")
	if !law && !acting {
		return
	}
	client, after := "", n
	for f := n; f < n+4; f++ {
		if r.p.at(f).is("for", "representing", "represents", "represented") {
			if client, after = r.client(f + 1); after == f+1 {
				client, after = "", n
			}
			break
		}
	}
	if r.p.at(after).low == "," {
		after++
	}
	if who, m := r.who(after); law && who != nil && m.first == after && who.kind != evidence.Person {
		if c, _ := r.forWhom(m.end); client == "" {
			client = c
		}
		r.counselFor(who, client)
		return
	}
	if w := r.modified(k); w != nil && w.kind != evidence.Person {
		r.counselFor(w, client)
	}
}

// acts reads "Ray Hall argued for Harbor", "Day Lee represented Harbor", "who represents
// Harbor", "Ray Hall, representing Harbor".
func (r *reader) acts(k int) {
	t := r.p.at(k)
	n := k + 1
	switch {
	case t.is("argued", "appeared", "acted", "acting", "appearing", "acts", "appears"):
		if r.p.at(n).low == "the" && r.p.at(n+1).is("case", "appeal") {
			n += 2
		}
		if r.p.at(n).low != "for" {
			return
		}
		n++
	case t.low == "represented" && r.passive(k):
		return
	}
	client, after := r.client(n)
	if client == "" && t.is("represents", "represented", "representing", "argued", "appeared") {
		if client, after = r.forWhom(n - 1); after == n-1 && r.p.at(n).capital {
			client, after = r.p.str(n, n+1), n+1
		}
	}
	if client == "" {
		return
	}
	r.firmBehind(after, client)
	if r.p.at(after).low == "," && t.low == "representing" {
		if who, m := r.who(after + 1); who != nil && m.first == after+1 && (r.p.at(k-1).is("firm", "lawyer", "lawyers", "attorney", "attorneys")) {
			r.counselFor(who, client)
			return
		}
	}
	for _, w := range r.actors(k) {
		if w.kind != evidence.Court && w.kind != evidence.Agency {
			r.counselFor(w, client)
		}
	}
}

// actors are who acts at k: the subject, or the name before "who" or a participle, and the
// lawyer of the firm that stands there.
func (r *reader) actors(k int) []*player {
	b := k
	for r.p.at(b-1).is("who", "which", "is", "are", "was", "were", "has", "have", "also", "been") && b > r.s.first {
		b--
	}
	if r.p.at(b-1).low != "," {
		if firm, m := r.who(b - 1); firm != nil && m.end == b && r.p.at(m.first-1).is("of", "at", "from", "with") {
			if lawyer := r.lastBefore(m.first - 1); lawyer != nil { // "Ray Hall of Day Lee argued"
				return []*player{lawyer, firm}
			}
			if lawyer := r.modified(m.first - 1); lawyer != nil && lawyer.kind != evidence.Organisation { // "Ray Hall, a partner at Day Lee who represents"
				return []*player{lawyer, firm}
			}
		}
		return r.doers(b)
	}
	who := r.modified(b)
	if who == nil {
		return r.doers(k)
	}
	out := []*player{who}
	if _, m := r.who(b - 2); m.first > r.s.first && who.kind != evidence.Person {
		f := m.first - 1
		for r.p.at(f).is("the", "firm", "law", "boutique") {
			f--
		}
		if r.p.at(f).is("at", "of", "with", "from") {
			if lawyer := r.modified(f); lawyer != nil {
				out = append(out, lawyer)
			} else if lawyer := r.lastBefore(f); lawyer != nil {
				out = append(out, lawyer)
			}
		}
	}
	return out
}

// colleagues gives a lawyer the clients of the firm and a firm the clients of its lawyer: "Ray
// Hall of Day Lee", "partner Ray Hall" behind a firm that acts.
func (c *cast) colleagues() {
	for i, m := range c.mentions {
		p := &c.v.pages[m.page]
		if i == 0 {
			continue
		}
		before := c.mentions[i-1]
		if before.page != m.page || before.who == m.who {
			continue
		}
		between := p.tokens[before.end:m.first]
		switch {
		case before.who.kind == evidence.Person && len(between) < 6 && ofFirm(between):
			share(before.who, m.who)
			share(m.who, before.who)
		case m.who.kind == evidence.Person && p.at(m.first-1).is("partner", "associate"):
			for b := i - 1; b >= 0 && c.mentions[b].page == m.page && m.first-c.mentions[b].end < 60; b-- {
				if c.mentions[b].who.counsels() && c.mentions[b].who.kind != evidence.Person {
					share(c.mentions[b].who, m.who)
					break
				}
			}
		}
	}
}

// ofFirm says whether the words between a lawyer and a firm say that the one belongs to the
// other.
func ofFirm(between []token) bool {
	of := false
	for _, t := range between {
		if !t.is(",", "of", "at", "from", "with", "the", "law", "firm", "a", "partner", "new", "york") {
			return false
		}
		of = of || t.is("of", "at", "from", "with")
	}
	return of
}

// share gives to the roles of counsel of from.
func share(from, to *player) {
	if to.kind == evidence.Court || to.kind == evidence.Agency || to.has("plaintiff") || to.has("defendant") {
		return
	}
	for _, role := range from.roles {
		if evidence.RoleWord(role) == "counsel" && role != "counsel for "+to.name {
			to.role(role, "counsel")
			return
		}
	}
}
