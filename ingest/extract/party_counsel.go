package extract

import (
	"slices"

	"averment/evidence"
)

// counsel reads "the law firm representing the plaintiff, Day & Lee", "Ray Hall, a lawyer
// for Harbor", "attorney Ray Hall", "counsel for the plaintiffs".
func (r *reader) counsel(k int) {
	switch low := r.p.at(k).low; low {
	case "for":
		r.forClient(k)
	case "kc", "qc", "sc", "bl":
		if r.lawyerNoun(k) {
			r.lawyer(k)
		} else {
			r.barrister(k)
		}
	case "practices", "practises":
		r.practises(k)
	case "advised", "defended":
		if r.p.at(k+1).low == "by" && r.passive(k) {
			r.representedBy(k, k+1)
		}
	case "firms":
		if r.p.at(k-1).low == "law" && (r.wordAhead(k, "leading", 12) || r.wordAhead(k, "case", 12) || r.wordAhead(k, "bringing", 12)) {
			for _, w := range r.phraseAt(k + 1).who {
				if r.isFirm(w) {
					w.firm = true
					r.counselFor(w, r.clientName(r.c.sole("plaintiff"), "the plaintiffs"))
				}
			}
		}
	case "firm":
		r.lawFirmNoun(k)
	case "turned":
		if r.p.at(k+1).low == "to" {
			r.retains(k)
		}
	case "signed":
		r.signedBy(k)
	case "retained", "engaged", "hired", "instructed", "retains", "retain", "enlisted", "retaining", "hiring":
		r.retains(k)
	case "closing", "opening":
		r.addresses(k)
	case "led", "handled", "conducted", "prosecuted", "tried", "litigated":
		r.handled(k)
	case "along":
		r.alongWithFirm(k)
	case "represented":
		if r.p.at(k+1).low == "by" {
			r.representedBy(k, k+1)
		} else if by := r.laterBy(k); by > 0 && r.passive(k) {
			r.representedBy(k, by)
		} else {
			r.acts(k)
		}
	case "representing", "represents", "represent", "argued", "appeared", "acted", "acting", "appearing", "acts", "appears", "running", "handling", "leading", "bringing", "arguing":
		r.acts(k)
	default:
		if r.p.tokens[k].in(inLawyerNouns) && !r.campaigner(k) || r.lawyerNoun(k) || low == "representative" && r.p.at(k-1).is("'s", "'", "his", "her") {
			r.lawyer(k)
		}
	}
}

// representedBy reads "Harbor is represented by Ray Hall of Day Lee LLP" and "they are
// represented by lawyers from Day Lee".
// by is the position of its "by".
func (r *reader) representedBy(k, by int) {
	n := r.skipDescription(by + 1)
	if r.p.at(by+1).is("lawyers", "attorneys", "counsel") && r.p.at(by+2).is("from", "at", "of") {
		n = r.skipDescription(by + 3)
	}
	for f := by + 1; f < by+7; f++ { // "defended by the Reno office of Day Lee"
		if r.p.at(f).is("office", "offices", "team", "partners") && r.p.at(f+1).is("of", "from", "at") {
			n = r.skipDescription(f + 2)
			break
		}
	}
	who, m := r.who(n)
	if who == nil {
		return
	}
	b := k - 1
	for r.p.at(b).is("is", "are", "was", "were", "being") {
		b--
	}
	subject := r.subject(k)
	doers := r.suers(k)
	if len(doers) == 1 && subject == nil {
		subject = doers[0]
	}
	client := r.clientName(subject, "")
	if len(doers) > 1 && subject == nil {
		client = r.clientName(r.c.sole("plaintiff"), "the plaintiffs")
	}
	if client == "" && subject == nil {
		if who := r.theNoun(b); who != nil {
			client = who.name
		} else if r.p.at(b).kind == word && r.p.at(b-1).low == "the" && (groupNouns[r.p.at(b).low] || r.p.at(b).is("groups", "companies", "couple", "family", "brothers", "sisters", "men", "women", "pair", "trio", "states", "firms", "organizations", "organisations", "parents", "banks")) {
			client = "the " + r.p.at(b).low
		}
	}
	if client == "" && r.p.at(b).is("they", "plaintiffs") {
		client = "the plaintiffs"
	}
	if client == "" && r.p.at(b).low == "," && groupNouns[r.p.at(b-1).low] {
		client = "the " + r.p.at(b-1).low
	}
	list := r.withoutGap(n)
	for _, w := range list.who {
		r.counselFor(w, client)
	}
	r.gapped(m.end, "by")
	r.gapped(list.end, "by")
	if len(list.who) == 0 {
		r.counselFor(who, client)
		list.end = m.end
		if lawyer, lm := r.who(m.end + 1); r.p.at(m.end).kind == clitic && lawyer != nil && lm.first == m.end+1 { // "by Day Lee's Ray Hall"
			r.counselFor(lawyer, client)
			list.end = lm.end
		}
	}
	r.firmBehind(list.end, client)
	r.moreCounsel(list.end, client)
}

// withoutGap is the list of lawyers at n, less the next client in "by Day Lee, and Pipeco by Kent Hall".
func (r *reader) withoutGap(n int) phrase {
	list := r.phraseAt(n)
	last := len(list.who) - 1
	if last < 1 || r.p.at(list.end).low != "by" {
		return list
	}
	for b := list.end - 1; b > n; b-- {
		if who, m := r.who(b); who == list.who[last] && m.end == list.end {
			return phrase{list.who[:last], m.first - 1}
		}
	}
	return list
}

// moreCounsel reads the lawyers who follow those at k and their firm: "… of Day Lee LLP, Paul Lane of
// Kent Hall and by Joan Hecht of Pike LLP".
func (r *reader) moreCounsel(k int, client string) {
	for n := 0; n < 6; n++ {
		at := r.firmEnd(k)
		next := r.separator(at)
		if r.p.at(next).low == "by" {
			next++
		}
		if t := r.p.at(next); !t.capital && !t.is("the", "a", "an", "partner", "partners", "attorney", "lawyer", "barrister", "solicitor", "co", "former", "fellow", "senior", "junior", "counsel", "solicitors", "attorneys") {
			return // "his lawyer, Ray Hall, called the first witness, Ana Ruiz"
		}
		next = r.skipDescription(next)
		who, m := r.who(next)
		if next == at || who == nil || m.first != next || isVerb(r.p.at(m.end)) || r.p.at(m.end).low == "by" || who.kind == evidence.Court || who.sided() {
			return
		}
		list := r.phraseAt(next)
		for _, w := range list.who {
			r.counselFor(w, client)
		}
		r.firmBehind(list.end, client)
		k = list.end
	}
}

// laterBy is the position of the "by" of "was represented at no charge by", 0 for none.
func (r *reader) laterBy(k int) int {
	for f := k + 1; f < k+7; f++ {
		t := r.p.at(f)
		if t.low == "by" {
			return f
		}
		if t.kind != word || t.capital || isVerb(t) {
			return 0
		}
	}
	return 0
}

// counselFor gives the role of counsel, which excludes that of a party.
func (r *reader) counselFor(w *player, client string) {
	if w == nil || client == w.name || r.uninvolved() || w.has("defendant") || w.has("plaintiff") || w.kind == evidence.Court || w.kind == evidence.Judge || w.kind == evidence.Group {
		return
	}
	if client == "" {
		if !w.counsels() {
			w.role("counsel", "counsel")
		}
		return
	}
	if w.has("counsel") {
		w.roles = slices.DeleteFunc(w.roles, func(role string) bool { return role == "counsel" })
	}
	w.role("counsel for "+client, "counsel")
}

// gapped reads who else is represented where the verb is left out: "Harbor was represented by
// Day Lee; Pipeco by Kent Hall", "Ray Hall appeared for Harbor and Kent Lee for Pipeco". link is
// "by" or "for".
func (r *reader) gapped(k int, link string) {
	for n := 0; n < 4 && r.p.at(k).is(";", ",", "and", "while"); n++ {
		k++
	}
	who, m := r.who(k)
	if who == nil || m.first != k || r.p.at(m.end).low != link || m.end+1 >= r.s.end {
		return
	}
	if link == "for" {
		client, _ := r.client(m.end + 1)
		if client == "" {
			client, _ = r.groupClient(m.end + 1)
		}
		if client != "" && who.kind != evidence.Court && who.kind != evidence.Agency {
			r.counselFor(who, client)
		}
		return
	}
	if lawyer, at := r.who(m.end + 1); lawyer != nil && at.first == m.end+1 && lawyer != who {
		r.counselFor(lawyer, r.clientName(who, who.name))
	}
}

// uninvolved says whether the sentence says of a lawyer that he has no part in the case. What
// is longer than any sentence says nothing of its lawyers, and is not read again for each.
func (r *reader) uninvolved() bool {
	if r.s.end-r.s.first > longestUnit {
		return false
	}
	for k := r.s.first; k+1 < r.s.end; k++ {
		if r.p.at(k).low == "neither" && r.p.at(k+1).is("side", "party", "of") && r.p.at(k-1).low == "for" {
			return true
		}
		if r.p.at(k).is("not", "no", "n't", "isn't", "aren't", "wasn't", "weren't") && r.p.at(k+1).is("involved", "representing", "connected", "involvement", "part", "role", "connection", "stake") {
			return true
		}
	}
	return false
}

// counsels says whether the party is counsel for anybody.
func (w *player) counsels() bool {
	return slices.ContainsFunc(w.roles, func(role string) bool { return evidence.RoleWord(role) == "counsel" })
}
