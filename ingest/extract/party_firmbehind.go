package extract

import "averment/evidence"

// forClient reads the British "Ray Hall KC, for Harbor, said".
func (r *reader) forClient(k int) {
	if k == r.s.first {
		r.forSide(k)
		return
	}
	if r.p.at(k-1).low != "," {
		return
	}
	silk := r.p.at(k-2).is("kc", "qc", "sc")
	who, m := r.who(k - 2)
	if who == nil {
		who, m = r.who(k - 3)
	}
	if who == nil || m.end < k-2 {
		return
	}
	client, after := r.client(k + 1)
	if client == "" && silk && r.p.at(k+1).low == "the" {
		client, after = r.groupClient(k + 1)
		client = "the " + client
	}
	if !silk && (who.kind != evidence.Person || r.titleStart(m.first) != r.s.first || r.p.at(after).low != ",") {
		return
	}
	if client != "" {
		who.kind = evidence.Person
		r.counselFor(who, client)
	}
}

// forSide reads the list of counsel "For Harbor: Ray Hall of Day Lee LLP".
func (r *reader) forSide(k int) {
	client, after := r.client(k + 1)
	if _, m := r.who(after + 1); client != "" && r.p.at(after).low == "and" && m.first == after+1 {
		after = m.end
	}
	if client == "" || r.p.at(after).low != ":" {
		return
	}
	list := r.phraseAt(after + 1)
	for _, w := range list.who {
		r.counselFor(w, client)
	}
	r.firmBehind(list.end, client)
}

// firmBehind gives the firm behind a lawyer or a client its role: "lawyers for the plaintiffs
// at Day Lee LLP", "Ray Hall of Day Lee LLP".
func (r *reader) firmBehind(k int, client string) {
	if r.p.at(k).low == "," {
		k++
	}
	if !r.p.at(k).is("at", "from", "with", "of") {
		return
	}
	n := r.skipDescription(r.office(k + 1))
	if who, m := r.who(n); who != nil && m.first == n && r.isFirm(who) {
		r.counselFor(who, client)
		if next, nm := r.who(m.end + 1); r.p.at(m.end).low == "and" && next != nil && nm.first == m.end+1 && !isVerb(r.p.at(nm.end)) && r.isFirm(next) {
			r.counselFor(next, client) // "from Day Lee and Pike Hall"
		}
	}
}

// isFirm says whether the name can be that of a law firm, and takes one without a type for it.
func (r *reader) isFirm(who *player) bool {
	if who.kind == evidence.Person || who.kind == evidence.Court || who.kind == evidence.Agency || who.kind == evidence.Judge {
		return false
	}
	if who.kind == "" && !who.firm && len(who.tokens) == 1 {
		return false // "Grady Pruitt of Staunton"
	}
	if who.kind == "" {
		who.kind = evidence.Organisation
	}
	return true
}

// office is the position behind "the Palo Alto office of" at k, else k.
func (r *reader) office(k int) int {
	for n := k; n < k+6; n++ {
		if r.p.at(n).is("office", "offices") && r.p.at(n+1).is("of", "at") {
			return n + 2
		}
		if t := r.p.at(n); t.kind != word || joinWord[t.low] {
			return k
		}
	}
	return k
}
