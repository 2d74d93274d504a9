package extract

import (
	"slices"

	"averment/evidence"
)

// handled reads "the litigation will be led by Ana Ruiz" as counsel for who sues.
func (r *reader) handled(k int) {
	if r.p.at(k+1).low != "by" || !r.passive(k) {
		return
	}
	for b := k - 1; b > k-9 && b >= r.s.first; b-- {
		client := r.clientName(r.c.sole("plaintiff"), "the plaintiffs")
		if r.p.at(b).low == "team" {
			client = r.clientBefore(b)
		}
		if r.p.at(b).is("litigation", "prosecution", "case") || r.p.at(b).low == "team" && client != "" {
			list := r.phraseAt(k + 2)
			defer r.firmBehind(list.end, client)
			for _, w := range list.who {
				if w.kind == evidence.Person || w.kind == "" && len(w.tokens) > 1 {
					w.kind = evidence.Person
					r.counselFor(w, client)
				}
			}
			return
		}
	}
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
	if client == "" && law {
		client = r.clientBefore(k - 1)
		if client == "" && r.p.at(k-2).is("longtime", "longstanding", "regular") {
			client = r.clientBefore(k - 2)
		}
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
	case t.is("running", "handling", "leading", "bringing", "arguing") && r.p.at(n).low == "the" && r.p.at(n+1).is("case", "appeal", "litigation", "action") && r.p.at(n+2).low == "for":
		n += 3
	case t.is("running", "handling", "leading", "bringing", "arguing"):
		r.runsCase(k)
		return
	case t.is("argued", "appeared", "acted", "acting", "appearing", "acts", "appears"):
		if r.p.at(n).low == "the" && r.p.at(n+1).is("case", "appeal") {
			n += 2
		}
		switch {
		case r.p.at(n).low == "for":
			n++
		case r.p.at(n).low == "on" && r.p.at(n+1).low == "behalf" && r.p.at(n+2).low == "of":
			n += 3
		default:
			return
		}
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
		client, after = r.groupClient(n)
	}
	if client == "" {
		return
	}
	r.firmBehind(after, client)
	if r.opener(k, after, client) {
		return
	}
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
	r.gapped(after, "for")
	if r.p.at(after).is("along", "together", "with") { // "appearing for Harbor along with advocates Ana Ruiz and Ray Hall"
		n := after + 1 + b2i(r.p.at(after).low != "with")
		for r.p.at(n).is("advocate", "advocates", "counsel", "solicitors", "attorneys", "lawyers", "co-counsel") {
			n++
		}
		for _, w := range r.phraseAt(n).who {
			if w.kind == evidence.Person || w.kind == "" {
				w.kind = evidence.Person
				r.counselFor(w, client)
			}
		}
	}
}

// opener reads "Appearing for Harbor, senior advocate Ray Hall said": the lawyer stands behind the
// participle that begins the sentence.
func (r *reader) opener(k, after int, client string) bool {
	for n := after; n < after+7 && r.p.at(n).is("in", "at", "before", "the") || n < after+7 && r.p.at(n).capital; n++ {
		after = n + 1 // "in the High Court"
	}
	if r.p.at(after).low == "and" && r.p.at(after+1).is("the", "its", "his", "her") {
		for n := after + 2; n < after+6 && r.p.at(n).kind == word && !r.p.at(n).capital; n++ {
			if r.p.at(n+1).low == "," {
				after = n + 1 // "for the hospital and the surgeon,"
				break
			}
		}
	}
	if k != r.s.first || r.p.at(after).low != "," {
		return false
	}
	n := r.skipDescription(after + 1)
	who, m := r.who(n)
	if who == nil || m.first != n || who.kind == evidence.Organisation && !who.lawFirm() {
		return false
	}
	if who.kind == "" {
		who.kind = evidence.Person
	}
	r.counselFor(who, client)
	r.firmBehind(m.end, client)
	return true
}

// actors are who acts at k: the subject, or the name before "who" or a participle, and the
// lawyer of the firm that stands there.
func (r *reader) actors(k int) []*player {
	b := k
	for r.p.at(b-1).is("who", "which", "is", "are", "was", "were", "has", "have", "also", "been", "kc", "qc", "sc", "esq") && b > r.s.first {
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
		if out := r.partnerOf(b); out != nil {
			return out
		}
		return r.doers(b)
	}
	who := r.modified(b)
	if out := r.partnerOf(b); out != nil && (who == nil || who.kind != evidence.Person) {
		return out
	}
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

// partnerOf reads back from "who" at k the lawyer and the firm: "Ana Ruiz, a partner at Day Lee in Reno who",
// "Ray Hall of the Nashville firm Day Lee, who"; nil for none.
func (r *reader) partnerOf(k int) []*player {
	if !r.p.at(k).is("who") {
		return nil
	}
	for b := k - 1; b > k-16 && b > r.s.first; b-- {
		firm, m := r.who(b)
		if firm == nil {
			if isVerb(r.p.at(b)) {
				return nil
			}
			continue
		}
		if firm.kind == evidence.Person {
			return nil
		}
		f := m.first - 1
		for f > r.s.first && f > m.first-6 && !r.p.at(f).is("of", "at", "from", "with", ",") {
			f--
		}
		if !r.p.at(f).is("of", "at", "from", "with") {
			return nil
		}
		lawyer := r.lastBefore(f)
		if lawyer == nil && r.p.at(f-1).is("partner", "lawyer", "attorney", "associate", "counsel", "principal", "shareholder", "solicitor", "litigator", "barrister") {
			lawyer = r.modified(f - 1)
		}
		if lawyer == nil || lawyer.kind == evidence.Organisation {
			return nil
		}
		return []*player{lawyer, firm}
	}
	return nil
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
		c.namePartner(m.who)
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
		if !t.is(",", "of", "at", "from", "with", "the", "law", "firm", "a", "partner", "new", "york", "works", "practices", "who", "is", "an", "attorney", "lawyer", "associate", "founding", "managing", "senior", "name", "founder", "principal", "shareholder", "one", "firms") {
			return false
		}
		of = of || t.is("of", "at", "from", "with")
	}
	return of
}

// ownFirms gives firms that bear a lawyer's surname the lawyer's clients: "Grady's firm, Grady Pruett & Sims",
// "Teresa Vang, one of the plaintiffs' attorneys and a partner at Vang Moretti".
func (c *cast) ownFirms() {
	lawyers := map[string]*player{} // by surname, the first of each
	for _, w := range c.players {
		if n := len(w.tokens); n > 1 && w.kind == evidence.Person && w.counsels() && lawyers[w.tokens[n-1]] == nil {
			lawyers[w.tokens[n-1]] = w
		}
	}
	if len(lawyers) == 0 {
		return
	}
	for _, m := range c.mentions {
		w := m.who
		if w.kind == evidence.Person || w.kind == evidence.Court || w.kind == evidence.Agency || w.counsels() || w.sided() || w.blocked || len(w.tokens) < 2 || len(w.tokens) > 6 {
			continue
		}
		p := &c.v.pages[m.page]
		k := m.first - 1
		for p.at(k).is("the", "firm", "law", ",") {
			k--
		}
		if k == m.first-1 && !p.at(k).is("at", "of", "with", "from") {
			continue
		}
		for _, low := range w.tokens {
			if lawyer := lawyers[low]; lawyer != nil {
				w.firm = true
				share(lawyer, w)
				break
			}
		}
	}
}

// namesakes gives a partner or founder the clients of the firm that bears the surname: "said Trevor Lasko,
// co-founding partner of the firm".
func (c *cast) namesakes() {
	firms := map[string]*player{} // of counsel, by each word of their names
	for _, w := range c.players {
		if w.kind != evidence.Person && w.counsels() {
			for _, low := range w.tokens {
				firms[low] = w
			}
		}
	}
	for _, m := range c.mentions {
		w := m.who
		if w.kind != evidence.Person || w.counsels() || w.sided() || len(w.tokens) < 2 {
			continue
		}
		p := &c.v.pages[m.page]
		partner := p.at(m.first-1).is("partner", "founder") || p.at(m.first-1).low == "," && p.at(m.first-2).is("partner", "founder")
		for k := m.end + 1; k < m.end+7 && p.at(m.end).low == "," && !partner && !p.at(k).is(".", "who"); k++ {
			partner = p.at(k).is("partner", "founder", "principal", "shareholder")
		}
		if !partner {
			continue
		}
		if firm := firms[w.tokens[len(w.tokens)-1]]; firm != nil {
			share(firm, w)
		}
	}
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

// namePartner gives a lawyer without a client the clients of the firm that bears his name: "Sam Quick"
// of "Quick & Dale PC".
func (c *cast) namePartner(lawyer *player) {
	if lawyer.kind != evidence.Person || !lawyer.has("counsel") || len(lawyer.tokens) < 2 {
		return
	}
	for _, firm := range c.players {
		if firm != lawyer && firm.kind != evidence.Person && firm.counsels() && !firm.has("counsel") && len(firm.tokens) > 1 && slices.Contains(firm.tokens, lawyer.tokens[len(lawyer.tokens)-1]) {
			lawyer.roles = slices.DeleteFunc(lawyer.roles, func(role string) bool { return role == "counsel" })
			share(firm, lawyer)
			return
		}
	}
}

// assistantGeneral says whether the sentence calls the person an assistant or deputy attorney general.
func (r *reader) assistantGeneral(w *player) bool {
	for k := r.s.first + 3; k < r.s.end; k++ {
		if who, m := r.who(k); who == w && m.first == k {
			return r.p.at(k-1).low == "general" && r.p.at(k-3).is("assistant", "deputy")
		}
	}
	return false
}

// runsCase reads "law firm Day Lee, which is running the case": a firm that runs a case does so for who
// sues.
func (r *reader) runsCase(k int) {
	if r.p.at(k+1).low != "the" || !r.p.at(k+2).is("case", "action", "class", "lawsuit", "litigation", "suit", "claim") {
		return
	}
	for _, w := range r.actors(k) {
		if r.assistantGeneral(w) {
			r.counselFor(w, r.clientName(r.c.suingBody(), "the state"))
			continue
		}
		if w.lawFirm() || w.has("counsel") {
			r.counselFor(w, r.clientName(r.c.sole("plaintiff"), "the plaintiffs"))
		}
	}
}
