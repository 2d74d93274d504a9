package extract

import (
	"slices"

	"averment/evidence"
)

// retains reads "Harbor has retained Ray Hall of Day Lee to defend it", "she has engaged Ray Hall
// KC": whom a party engages is its counsel, where a word says that it is a lawyer.
func (r *reader) retains(k int) {
	if r.passive(k) {
		return
	}
	if r.p.at(k).low == "instructed" && r.p.at(k+1).low == "by" {
		r.instructedBy(k)
		return
	}
	clients := r.suers(k)
	if len(clients) == 0 {
		return
	}
	n := k + 1
	if r.p.at(k).low == "turned" {
		n++
	}
	list := r.phraseAt(n)
	for _, w := range list.who {
		if w.lawFirm() || w.lawyer || r.ofOwnFirm(w, list.end) || w.kind == evidence.Person && !w.sided() && r.p.at(k).is("retained", "retains") && len(list.who) == 1 || w.kind == evidence.Organisation && (r.toLitigate(list.end) || r.forCase(list.end)) || w.kind == evidence.Person && r.p.at(k).low == "turned" && r.forCase(list.end) || (w.kind == evidence.Person || w.kind == "") && (r.lawyerWords(k+1, list.end) || r.toLitigate(list.end)) {
			if w.kind == "" {
				w.kind = evidence.Person
			}
			r.counselFor(w, clients[0].name)
			r.firmBehind(r.atFirm(list.end), clients[0].name)
		}
	}
}

// forCase says whether "for all three cases", "for its defence", "as its lawyers" follows within twelve words of k.
func (r *reader) forCase(k int) bool {
	for n := k; n < k+12 && n+1 < r.s.end; n++ {
		if !r.p.at(n).is("for", "in", "as") {
			continue
		}
		for f := n + 1; f < n+5; f++ {
			if r.p.at(f).is("case", "cases", "defense", "defence", "appeal", "lawsuit", "suit", "litigation", "lawyers", "counsel", "attorneys", "trial") {
				return true
			}
		}
	}
	return false
}

// instructedBy gives the solicitors behind "instructed by" the clients of the barrister before.
func (r *reader) instructedBy(k int) {
	for b := k - 1; b >= r.s.first && b > k-12; b-- {
		lawyer, _ := r.who(b)
		if lawyer == nil || !lawyer.counsels() {
			continue
		}
		for _, w := range r.phraseAt(k + 2).who {
			if r.isFirm(w) {
				w.firm = true
				share(lawyer, w)
			}
		}
		return
	}
}

// barrister reads the letters of rank behind a name: "For the council, Ray Hall KC said", "Ray Hall SC, with
// Ana Ruiz BL, instructed by Day Lee Solicitors".
func (r *reader) barrister(k int) {
	who, m := r.who(k - 1)
	if who == nil || m.end != k || !r.p.at(k).upper || who.kind == evidence.Judge || who.kind == evidence.Court || who.sided() {
		return
	}
	who.kind = evidence.Person
	client := ""
	for f := r.s.first; f < m.first && client == ""; f++ { // "Closing the case for Harbor, Ray Hall KC"
		if r.p.at(f).low != "for" || f > r.s.first && !r.p.at(f-1).is("case", "speech", "submissions", "evidence", "arguments", "appearing", "acting") {
			continue
		}
		if c, after := r.client(f + 1); c != "" && r.p.at(after).is(",", "and") {
			client = c
		}
	}
	if client != "" || !who.counsels() {
		r.counselFor(who, client)
	}
}

// ofOwnFirm says whether "of" and a name with the person's surname stand at k: "has hired Gideon Farr of Farr
// Montague".
func (r *reader) ofOwnFirm(w *player, k int) bool {
	n := len(w.tokens)
	if n < 2 || w.kind != evidence.Person || !r.p.at(k).is("of", "at") {
		return false
	}
	firm, m := r.who(k + 1)
	return firm != nil && m.first == k+1 && firm != w && slices.Contains(firm.tokens, w.tokens[n-1])
}

// lawyerWords says whether a word among the tokens first to end, or a letter of rank behind them,
// tells a lawyer.
func (r *reader) lawyerWords(first, end int) bool {
	for n := first; n <= end && n < r.s.end; n++ {
		if t := r.p.at(n); lawyerNouns[t.low] || t.is("kc", "qc", "sc", "silk", "litigators", "solicitor") || t.low == "law" && r.p.at(n+1).low == "firm" {
			return true
		}
	}
	return false
}

// toLitigate says whether "to argue the case", "to defend it" follows within twelve words of k.
func (r *reader) toLitigate(k int) bool {
	for n := k; n < k+12 && n+1 < r.s.end; n++ {
		if r.p.at(n).low == "to" && r.p.at(n+1).is("argue", "represent", "defend", "litigate", "appeal", "fight", "handle") {
			return true
		}
	}
	return false
}

// atFirm is the position of the "at" of ", now at Day Lee" at k, else k.
func (r *reader) atFirm(k int) int {
	if r.p.at(k).low == "," && r.p.at(k+1).is("now", "currently", "formerly", "a") {
		for n := k + 1; n < k+5; n++ {
			if r.p.at(n).is("at", "with", "of") {
				return n
			}
		}
	}
	return k
}
