package extract

import (
	"strings"

	"averment/evidence"
)

// lawyerNouns are the nouns of those who act for a party in court.
var lawyerNouns = set("lawyer", "lawyers", "attorney", "attorneys", "counsel", "solicitor", "solicitors", "barrister", "barristers", "advocate", "litigator", "litigators")

// lawyerNoun says whether the word at k means lawyers by what stands before it: "her KC", "the
// company's legal team".
func (r *reader) lawyerNoun(k int) bool {
	switch prev := r.p.at(k - 1); r.p.at(k).low {
	case "kc", "qc", "sc", "silk":
		return prev.is("his", "her", "its", "their", "leading") || prev.kind == clitic
	case "defender", "defenders":
		return prev.is("public", "federal")
	case "team", "teams":
		return prev.is("legal", "trial", "defence", "defense", "litigation")
	}
	return false
}

// lawyers are the names that the noun at k introduces: "its lawyers, Ray Hall and Ana Ruiz",
// "counsel for Harbor included Ray Hall", "attorney Ray Hall", "solicitors Day Lee LLP".
func (r *reader) lawyers(k int) phrase {
	n := k + 1
	if t := r.p.at(n); strings.HasSuffix(t.low, "ing") && len(t.low) > 5 && !t.capital && !t.is("representing", "including", "defending") {
		return phrase{} // "the lawyer questioning Ana Ruiz"
	}
	if t := r.p.at(n); t.low == "," && !r.determined(k) && !strings.HasSuffix(r.p.at(k).low, "s") {
		if _, m := r.who(n + 1); m.first == n+1 && !r.p.at(r.afterName(m.end)).is(",", ".", "and", "(") && r.p.at(k-1).is("and", "or", ",") {
			return phrase{} // "hired a firm and barrister, Ray Hall believes"
		}
	}
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
	if r.p.at(n).low == "in" && r.p.at(n+1).is("the", "this", "that") {
		for f := n + 2; f < n+5 && r.p.at(f).kind == word; f++ { // "in the civil case"
			if r.p.at(f).is("case", "suit", "lawsuit", "action", "matter", "appeal") {
				n = f + 1
				break
			}
		}
	}
	for r.p.at(n).is(",", ":", "–", "is", "are", "was", "were", "include", "includes", "included", "including", "led", "by", "named") && n < k+14 {
		n++
	}
	out := r.withoutGap(n)
	kept := out.who[:0]
	for _, w := range out.who {
		if r.generalAmong(w, n, out.end) {
			continue
		}
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
		if r.p.at(b).is("assistant", "deputy") {
			return true
		}
	}
	return false
}

// markLawyers marks whom the text calls a lawyer, who therefore is no side of the suit.
func (r *reader) markLawyers(k int) {
	if r.p.at(k).low == "firm" && r.p.at(k-1).low == "law" {
		if w, m := r.who(k + 1); w != nil && m.first == k+1 && w.kind != evidence.Person {
			w.lawyer = true
		}
	}
	if !r.p.tokens[k].in(inLawyerNouns) && !r.lawyerNoun(k) || r.prosecutor(k) || r.campaigner(k) {
		return
	}
	for _, w := range r.lawyers(k).who {
		w.lawyer = true
	}
	if w := r.modified(k); w != nil && w.kind != evidence.Organisation && !r.clauseBefore(k) && (r.p.at(k-1).is("a", "an", "the", "general") || r.apposedNoun(k)) {
		w.lawyer = true
	}
	if r.p.at(k-1).low == "other" && r.p.at(k-2).low == "and" {
		if w := r.lastBefore(k - 2); w != nil && w.kind == evidence.Person {
			w.lawyer = true // "Ana Ruiz and other attorneys from Day Lee"
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
		client = r.clientName(r.c.suingBody(), "the government")
	}
	if client == "" && (r.p.at(k-1).low == "-" || r.wordAhead(k-4, "and", 4)) {
		client = r.clientInSentence(k)
	}
	if client == "" && r.filesCase(k) {
		client = r.clientName(r.c.sole("plaintiff"), "the plaintiffs")
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
		r.moreCounsel(list.end, client)
		r.firmBehind(list.end, client)
	}
	if w := r.modified(k); w != nil && w.kind != evidence.Organisation && w.kind != evidence.Court && len(list.who) == 0 && r.apposed(k) && !(r.p.at(k-1).low == "," && r.p.at(k).is("lawyers", "attorneys")) {
		r.counselFor(w, client)
		if r.p.at(k).is("lawyers", "attorneys", "counsel", "solicitors", "barristers") {
			for _, x := range r.listedWith(w, k) {
				if x.kind == evidence.Person {
					r.counselFor(x, client)
				}
			}
		}
	}
	if w := r.isLawyer(k); w != nil && len(list.who) == 0 && end > k+1 {
		w.kind = evidence.Person
		r.counselFor(w, client)
	}
}

// suingBody is the only plaintiff, else the only public body that sues.
func (c *cast) suingBody() *player {
	if w := c.sole("plaintiff"); w != nil {
		return w
	}
	var found *player
	for _, w := range c.players {
		if w.has("plaintiff") && !w.blocked && w.kind == evidence.Agency {
			if found != nil {
				return nil
			}
			found = w
		}
	}
	return found
}

// practises reads "Mariana Feld, who practices in Reno," behind a sentence that speaks of a lawyer.
func (r *reader) practises(k int) {
	i := r.p.sentenceAt(r.s.Start)
	if !r.p.at(k-1).is("who") || i <= 0 {
		return
	}
	w := r.modified(k)
	if w == nil || w.kind == evidence.Organisation || w.sided() || w.counsels() {
		return
	}
	before := r.p.sentences[i-1]
	for b := before.first; b < before.end; b++ {
		if lawyerNouns[r.p.at(b).low] {
			sub := &reader{r.c, r.page, r.p, before}
			w.kind = evidence.Person
			r.counselFor(w, sub.clientBefore(b))
			return
		}
	}
}

// filesCase says whether "who filed the case" stands within twelve words of the lawyer at k.
func (r *reader) filesCase(k int) bool {
	for f := k + 1; f < k+13 && f+2 < r.s.end; f++ {
		if r.p.at(f).is("who", "which") && r.p.at(f+1).is("filed", "brought") && r.p.at(f+2).is("the", "his", "her", "their") && broughtNouns[r.p.at(f+3).low] {
			return true
		}
	}
	return false
}

// isLawyer is the person of whom "is a lawyer for" is said, with the noun at k; nil for none.
func (r *reader) isLawyer(k int) *player {
	b := k - 1
	for clientModifiers[r.p.at(b).low] && b > r.s.first {
		b--
	}
	if r.p.at(b).is("a", "an", "the", "one") && r.p.at(b-1).is("is", "was") || r.p.at(b).is("is", "was") {
		for !r.p.at(b).is("is", "was") {
			b--
		}
		if w := r.subject(b); w != nil && (w.kind == evidence.Person || w.kind == "" && len(w.tokens) > 1) {
			return w
		}
	}
	return nil
}

// clientInSentence is the client of the lawyer named last before k in the sentence, whom "co-counsel"
// and "and local counsel Ray Hall" join; "" for none.
func (r *reader) clientInSentence(k int) string {
	for b := k - 1; b >= r.s.first; b-- {
		who, _ := r.who(b)
		if who == nil {
			continue
		}
		for _, role := range who.roles {
			if client, ok := strings.CutPrefix(role, "counsel for "); ok {
				return client
			}
		}
	}
	return ""
}
