package extract

import (
	"strings"

	"averment/evidence"
)

// counsel reads "the law firm representing the plaintiff, Day & Lee", "Ray Hall, a lawyer
// for Harbor", "attorney Ray Hall", "counsel for the plaintiffs".
func (r *reader) counsel(k int) {
	t := r.p.at(k)
	if t.low == "for" {
		r.forClient(k)
		return
	}
	if !t.is("lawyer", "lawyers", "attorney", "attorneys", "counsel", "representing", "represents", "represented", "solicitor", "barrister", "represent") {
		return
	}
	if t.low == "represented" && r.p.at(k+1).low == "by" {
		r.representedBy(k)
		return
	}
	if r.possessedCounsel(k) {
		return
	}
	n := k + 1
	if !t.is("representing", "represents") {
		if r.p.at(n).low != "for" && r.p.at(n).low != "representing" {
			return
		}
		n++
	}
	client, after := r.client(n)
	if client == "" {
		return
	}
	r.firmBehind(after, client)
	if r.p.at(after).low == "," {
		if who, m := r.who(after + 1); who != nil && m.first == after+1 {
			r.counselFor(who, client)
			return
		}
	} else if who, m := r.who(after); who != nil && m.first == after {
		r.counselFor(who, client)
		return
	}
	if who := r.modified(k); who != nil {
		if r.p.at(k-1).low == "who" && who.kind != evidence.Person { // "Ana Ruiz, a partner at Day Lee who represents"
			if _, m := r.who(k - 2); m.first > r.s.first && r.p.at(m.first-1).is("at", "of", "with") {
				r.counselFor(r.modified(m.first-1), client)
			}
		}
		r.counselFor(who, client)
	} else if t.is("represents") || r.passive(k) {
		w := r.subject(k)
		r.counselFor(w, client)
		if w != nil {
			for _, other := range r.listedWith(w, k) {
				r.counselFor(other, client)
			}
		}
	}
}

// representedBy reads "Harbor is represented by Ray Hall of Day Lee LLP" and "they are
// represented by lawyers from Day Lee".
func (r *reader) representedBy(k int) {
	n := r.skipDescription(k + 2)
	if r.p.at(k+2).is("lawyers", "attorneys", "counsel") && r.p.at(k+3).is("from", "at", "of") {
		n = r.skipDescription(k + 4)
	}
	who, m := r.who(n)
	if who == nil {
		return
	}
	b := k - 1
	for r.p.at(b).is("is", "are", "was", "were", "being") {
		b--
	}
	client := r.clientName(r.subject(k), "")
	if client == "" && r.p.at(b).is("they", "plaintiffs") {
		client = "the plaintiffs"
	}
	if client == "" && r.p.at(b).low == "," && groupNouns[r.p.at(b-1).low] {
		client = "the " + r.p.at(b-1).low
	}
	r.counselFor(who, client)
	r.firmBehind(m.end, client)
}

// possessedCounsel reads "Harbor's lawyer, Ray Hall" and "her lawyer Ray Hall", where the
// pronoun means the person named last.
func (r *reader) possessedCounsel(k int) bool {
	n := k + 1
	if r.p.at(n).low == "," {
		n++
	}
	who, m := r.who(n)
	if who == nil || m.first != n || who.kind == evidence.Organisation {
		return false
	}
	var client *player
	switch prev := r.p.at(k - 1); {
	case prev.kind == clitic:
		if role := partyWords[r.p.at(k-2).low]; role != "" {
			r.counselFor(who, r.clientName(r.c.sole(role), "the "+r.p.at(k-2).low))
			return true
		}
		client = r.lastBefore(k - 1)
	case prev.is("defense", "defence"):
		if client = r.c.sole("defendant"); client == nil {
			return false
		}
	case prev.is("its"):
		client = r.antecedent(k - 1)
	case prev.is("his", "her"):
		client = r.personBefore(k - 1)
	default:
		client = r.lastBefore(k)
	}
	if client == nil {
		return false
	}
	r.counselFor(who, client.name)
	if r.p.at(m.end).low == "and" {
		if other, second := r.who(m.end + 1); other != nil && second.first == m.end+1 && (other.kind == evidence.Person || other.kind == "") {
			r.counselFor(other, client.name)
			m = second
		}
	}
	r.firmBehind(m.end, client.name)
	return true
}

// personBefore is the person named last before position k on the page.
func (r *reader) personBefore(k int) *player {
	for b := k - 1; b >= 0 && b > k-80; b-- {
		if who, _ := r.c.whoAt(r.page, b); who != nil && who.kind == evidence.Person && who.firm {
			return who
		}
	}
	return nil
}

// client reads whom counsel acts for at n: a name or a side.
func (r *reader) client(n int) (name string, after int) {
	for r.p.at(n).is("the", "lead", "named", "proposed", "company") {
		n++
	}
	if who, m := r.who(n); who != nil && m.first == n {
		if r.groupAt(m.end) {
			return "", n
		}
		return who.name, m.end
	}
	if role := partyWords[r.p.at(n).low]; role != "" {
		after = n + 1
		if who, m := r.who(after); who != nil && m.first == after && who.has(role) {
			return who.name, m.end
		}
		return r.clientName(r.c.sole(role), "the "+r.p.at(n).low), after
	}
	return "", n
}

func (r *reader) clientName(w *player, other string) string {
	if w != nil {
		return w.name
	}
	return other
}

// counselFor gives the role of counsel, which excludes that of a party.
func (r *reader) counselFor(w *player, client string) {
	if w == nil || client == "" || client == w.name || w.has("defendant") || w.has("plaintiff") {
		return
	}
	w.role("counsel for "+client, "counsel")
}

// sources gives the role of source to outlets that are credited and to persons who speak
// and have no other role, and that of witness to those who testify.
func (c *cast) sources() {
	for _, m := range c.mentions {
		w, p := m.who, &c.v.pages[m.page]
		prev, before, next := p.at(m.first-1), p.at(m.first-2), p.at(m.end)
		credited := prev.low == "to" && before.low == "according" || prev.is("by", "told") && before.is("reported", "first") || prev.low == ":" && before.is("source", "sources") ||
			next.is("reported", "reports") || prev.low == "told"
		if next.low == "reported" && p.at(m.end+1).low == "." && w.kind == evidence.Organisation && len(w.roles) == 0 {
			w.role("source", "credited")
		}
		switch {
		case w.outlet && (credited || speechVerbs()[next.low]):
			w.role("source", "credited")
		case len(w.roles) == 0 && w.firm && w.kind == evidence.Person && next.kind != clitic && (speechVerbs()[next.low] || prev.is("said", "told") || credited):
			w.role("source", "subject of speech")
		}
		if author := c.v.doc.Author; author != "" && strings.EqualFold(author, w.name) {
			w.role("author", "byline")
		}
	}
}
