package extract

import "averment/evidence"

// andOtherLawyers is who stands before "and other attorneys from Day Lee" that is the subject of the verb at k, with the firm.
func (r *reader) andOtherLawyers(k int) (out []*player) {
	for b := k - 1; b > k-24 && b > r.s.first; b-- {
		if !lawyerNouns[r.p.at(b).low] || r.p.at(b-1).low != "other" || r.p.at(b-2).low != "and" {
			continue
		}
		if w := r.lastBefore(b - 2); w != nil && w.kind == evidence.Person {
			out = append(out, w)
		}
		if n := r.firmEnd(b + 1); n > b+1 {
			if firm, m := r.who(n - 1); firm != nil && m.end == n {
				out = append(out, firm)
			}
		}
		return out
	}
	return nil
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
