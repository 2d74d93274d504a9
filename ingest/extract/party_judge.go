package extract

import "averment/evidence"

// bench reads "Circuit Judges Ana Ruiz, Ray Hall and Paul Lane".
func (r *reader) bench(k int) {
	if !r.p.at(k).capital {
		return
	}
	list := r.phraseAt(k + 1)
	if next := r.separator(list.end); next > list.end { // "Justices Ana Ruiz and Ray Hall agreed"
		if w, m := r.who(next); w != nil && m.first == next && len(list.who) > 0 {
			list.who = append(list.who, w)
		}
	}
	for _, w := range list.who {
		if w.kind == "" || w.kind == evidence.Person || w.kind == evidence.Judge {
			w.kind = evidence.Judge
			w.role("judge", "title")
		}
	}
}

// grants reads "Davidson County Chancellor Ana Ruiz granted a temporary restraining order": only a judge does.
func (r *reader) grants(k int) {
	if n := k + 3; r.p.at(k).low == "granted" && r.p.at(k+1).low == "summary" && r.p.at(n).low == "to" {
		for _, w := range r.phraseAt(n + 1).who {
			if !w.sided() && !w.counsels() {
				r.give(w, "defendant", "wins summary judgment")
			}
		}
	}
	w := r.subject(k)
	if w == nil || r.passive(k) || w.kind != evidence.Person || w.sided() || w.lawyer {
		return
	}
	for f := k + 1; f < k+7 && f < r.s.end; f++ {
		if t := r.p.at(f); t.is("motion", "injunction", "restraining", "bail", "summary", "stay", "bond", "mistrial", "continuance") {
			w.kind = evidence.Judge
			w.role("judge", "decides a motion")
			return
		}
	}
}

// judgeApposition says whether the judge at k stands in an apposition that its article opens: "Ana Ruiz, a federal judge".
func (r *reader) judgeApposition(k int) bool {
	for b := k - 1; b > k-9 && b >= r.s.first; b-- {
		if t := r.p.at(b); t.is("a", "an", "the", "then", "another", "one", "his", "its") {
			return r.p.at(b-1).low == "," || r.p.at(b-1).is("is", "was", "one", "and", "became", "(", "as") || r.p.at(b-1).kind == punct
		} else if isVerb(t) {
			return false
		}
	}
	return true
}

// apposedJudge reads "the trial judge, Ana Ruiz," and "Ana Ruiz, a bankruptcy judge in Reno".
func (r *reader) apposedJudge(k int) {
	if r.p.at(k).capital || r.p.at(k+1).kind == clitic {
		return
	}
	n := k + 1
	if r.p.at(n).is("mr", "mrs", "ms", "dr", "sir") && r.p.at(n).capital {
		n++
	}
	if w, m := r.who(n); w != nil && m.first == n && r.fullPerson(w, m) && r.p.at(k-1).kind == word && !w.sided() {
		w.kind = evidence.Judge
		w.role("judge", "called a judge") // "the employment judge Ana Ruiz"
		return
	}
	w, m := r.who(k + 2)
	if r.p.at(k+1).low != "," || w == nil || m.first != k+2 {
		w = r.modified(k)
		if w != nil && !r.judgeApposition(k) {
			return
		}
		for b := k - 1; w != nil && b > k-9; b-- {
			if isVerb(r.p.at(b)) {
				return
			}
			if r.p.at(b).is("former", "by", "from", "to", "before", "told", "against", "of") {
				return
			}
			if r.p.at(b).low == "," {
				break
			}
		}
	}
	if w != nil && (w.kind == evidence.Person || w.kind == "" && len(w.tokens) > 1) {
		w.kind = evidence.Judge
		w.role("judge", "called a judge")
	}
}
