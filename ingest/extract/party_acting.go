package extract

import "averment/evidence"

// handled reads "the litigation will be led by Ana Ruiz" as counsel for who sues.
func (r *reader) handled(k int) {
	if r.p.at(k+1).low != "by" || r.defenseLed(k) || !r.passive(k) {
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
	actors := append(r.actors(k), r.andOtherLawyers(k)...)
	if r.p.at(k-1).low == "who" && len(actors) == 1 && actors[0].kind != evidence.Person { // "lawyers from Day Lee and Kent Hall, who acted for"
		actors = append(actors, r.listedWith(actors[0], k)...)
	}
	for _, w := range actors {
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
		firm, m := r.who(b - 1)
		if firm != nil && m.end == b && firm.kind != evidence.Person {
			for r.p.at(m.first-1).is("the", "firm", "law", "boutique") { // "Ray Hall of the law firm Day Lee argued"
				m.first--
			}
		}
		if firm != nil && m.end == b && r.p.at(m.first-1).is("of", "at", "from", "with") {
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
