package extract

import "averment/evidence"

// signedBy reads "the complaint, signed by Ana Ruiz of Day Lee,": who signs is counsel for whose paper it is.
func (r *reader) signedBy(k int) {
	if r.p.at(k+1).low != "by" {
		return
	}
	for b := k - 1; b > k-5 && b >= r.s.first; b-- {
		if t := r.p.at(b); !t.is("complaint", "suit", "lawsuit", "motion", "petition", "brief", "filing") {
			continue
		}
		client := r.clientName(r.possessor(b), r.clientName(r.c.sole("plaintiff"), "the plaintiffs"))
		list := r.phraseAt(r.skipDescription(k + 2))
		for _, w := range list.who {
			if (w.kind == evidence.Person || w.lawFirm()) && !w.sided() && w.name != client {
				r.counselFor(w, client)
			}
		}
		if len(list.who) > 0 {
			r.firmBehind(list.end, client)
		}
		return
	}
}

// addresses reads "In closing, Ana Ruiz of Day Lee said" and "In her opening statement, Ray Hall told jurors": who
// addresses a jury is counsel, for whom the sentence before tells where it speaks of lawyers.
func (r *reader) addresses(k int) {
	n := k + 1
	for r.p.at(n).is("statement", "statements", "argument", "arguments", "speech", "address") {
		n++
	}
	if r.p.at(r.s.first).low != "in" || k > r.s.first+2 || r.p.at(n).low != "," {
		return
	}
	who, m := r.who(n + 1)
	if who == nil || m.first != n+1 || !r.fullPerson(who, m) || who.sided() || who.counsels() {
		return
	}
	client := r.lawyersBefore()
	r.counselFor(who, client)
	r.firmBehind(m.end, client)
}

// lawyersBefore is whose lawyers the sentence before speaks of, "" where it does not say.
func (r *reader) lawyersBefore() string {
	i := r.p.sentenceAt(r.s.Start)
	if i <= 0 {
		return ""
	}
	before := &reader{r.c, r.page, r.p, r.p.sentences[i-1]}
	for k := before.s.first; k < before.s.end; k++ {
		if lawyerNouns[r.p.at(k).low] {
			return before.clientBefore(k)
		}
	}
	return ""
}

// defenseLed reads "The defense, led by Ana Ruiz,".
func (r *reader) defenseLed(k int) bool {
	if r.p.at(k-1).low != "," || !r.p.at(k-2).is("defense", "defence") {
		return false
	}
	client := r.clientName(r.c.sole("defendant"), "the defendants")
	list := r.phraseAt(k + 2)
	for _, w := range list.who {
		if w.kind == evidence.Person {
			r.counselFor(w, client)
		}
	}
	r.firmBehind(list.end, client)
	return true
}

// directorOf gives the person of the mention at i the clients of the centre behind "legal director for": "Ana Ruiz, legal director
// for the Harbor Defense Fund,".
func (c *cast) directorOf(i int) {
	m := c.mentions[i]
	if i+1 >= len(c.mentions) || m.who.kind != evidence.Person || m.who.counsels() || m.who.sided() {
		return
	}
	p, next := &c.v.pages[m.page], c.mentions[i+1]
	if next.page != m.page || next.first-m.end > 7 || !next.who.counsels() || next.who.kind == evidence.Person || p.at(m.end).low != "," {
		return
	}
	legal, joint := false, false
	for k := m.end + 1; k < next.first; k++ {
		legal = legal || p.at(k).is("legal", "litigation", "staff", "counsel", "attorney")
		joint = joint || p.at(k).is("for", "of", "at", "with")
	}
	if legal && joint {
		share(next.who, m.who)
	}
}

// directors gives who leads a firm or centre the clients of it: "represented by the Harbor Law Center. Its executive director,
// Ana Ruiz, said".
func (c *cast) directors() {
	for i, m := range c.mentions {
		w := m.who
		c.directorOf(i)
		if i == 0 || w.kind != evidence.Person || w.counsels() || w.sided() || len(w.tokens) < 2 {
			continue
		}
		p := &c.v.pages[m.page]
		if p.at(m.first-1).low != "," || !p.at(m.first-2).is("director", "president", "founder", "counsel", "attorney", "officer", "head") {
			continue
		}
		for b := m.first - 3; b > m.first-6; b-- {
			if firm := c.mentions[i-1]; p.at(b).low == "its" && firm.page == m.page && firm.who.kind != evidence.Person && firm.who.counsels() && b-firm.end < 8 {
				share(firm.who, w)
				break
			}
		}
	}
}

// alongWithFirm reads "The centre represented the drivers along with the law firm Day Lee": the firm has the clients of who
// represents them.
func (r *reader) alongWithFirm(k int) {
	n := k + 2
	if r.p.at(k+1).low != "with" {
		return
	}
	for r.p.at(n).is("the", "law", "firm", "of") {
		n++
	}
	firm, m := r.who(n)
	if firm == nil || m.first != n || firm.kind == evidence.Person || n == k+2 || !r.wordAhead(k, "firm", 5) && !firm.lawFirm() {
		return
	}
	for b := k - 1; b > k-14 && b > r.s.first; b-- {
		if !r.p.at(b).is("represented", "represents", "represent", "representing") || r.passive(b) {
			continue
		}
		client, _ := r.client(b + 1)
		if client == "" {
			client, _ = r.groupClient(b + 1)
		}
		r.counselFor(firm, client)
		return
	}
}
