package extract

import (
	"strings"

	"averment/evidence"
)

// deciders find and hold what others only say.
var deciders = set("jury", "court", "judge", "tribunal", "panel", "board", "commission", "regulator", "arbitrator", "jurors", "judges",
	"committee", "inquiry", "ombudsman", "watchdog", "investigation", "audit", "authority", "agency")

// finite reads "X said (that) …", "…, X said", "…, said X" and "X, a Y, said …".
func (s *speech) finite(u unit, f frame) (frame, bool) {
	i := f.cue.first - 1
	before := s.low(u, i)
	aside := s.parenthetic(u, i)
	switch {
	case i < u.first && u.heading:
		return f, false
	case aside.end > aside.first:
		f.subject, f.rule = aside, "subject"
	case i >= u.first && s.mask[i] != 0 && s.closedQuote(i), before == "," && (s.namesRight(u, f) || !s.apposition(u, i, &f)), i < u.first, before == "–" || before == ":":
		return s.inverted(u, f)
	case before == ",":
		f.rule = "apposition"
	case before == "who" || before == "which" || before == "that":
		j := i
		if s.low(u, j-1) == "," {
			j--
		}
		run, ok := s.nounLeft(u, j)
		if !ok {
			return f, false
		}
		f.subject, f.rule = s.sender(u, s.nearer(s.seated(u, run), f.verb)), "relative"
		f.aside = j < i
	case (before == "and" || before == "or") && s.infinitiveBefore(u, f, i):
		return f, false
	case before == "and" || before == "but" || before == "then" || before == "or" || before == "nor":
		f.rule = "coordinated"
		f.negated = f.negated || before == "nor"
	default:
		run, ok := s.nounLeft(u, f.cue.first)
		if !ok {
			return f, false
		}
		f.subject, f.rule = run, "subject"
	}
	return s.fill(u, f)
}

// parenthetic is the subject of a verb behind an attribution that its clause runs round: "A
// reply, she said, told him", whose second comma is token i.
func (s *speech) parenthetic(u unit, i int) tokenRun {
	if s.low(u, i) != "," || len(s.frames) == 0 {
		return tokenRun{}
	}
	g := s.frames[len(s.frames)-1]
	if g.cue.first < u.first || g.cue.end != i || g.subject.first <= u.first || s.low(u, g.subject.first-1) != "," {
		return tokenRun{}
	}
	run, ok := s.nounLeft(u, g.subject.first-1)
	if !ok || !s.clauseStart(u, run.first) {
		return tokenRun{}
	}
	return run
}

// saidToHave is the subject of a perfect infinitive that hearsay hands on, whose "have" is
// token k: "he is said to have replied".
func (s *speech) saidToHave(u unit, k int) (tokenRun, bool) {
	if s.low(u, k) != "have" || s.low(u, k-1) != "to" || !hearsay[s.low(u, k-2)] && s.low(u, k-2) != "alleged" {
		return tokenRun{}, false
	}
	start, aux := s.verbGroup(u, k-2)
	if !aux.be {
		return tokenRun{}, false
	}
	return s.nounLeft(u, start)
}

// infinitiveBefore says whether a bare verb behind the conjunction at i goes on an infinitive:
// "declined to threaten the firm or declare it at fault".
func (s *speech) infinitiveBefore(u unit, f frame, i int) bool {
	w := s.p.tokens[f.verb].low
	if f.cue.first != f.verb || strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || pastWords[w] || participles[w] {
		return false
	}
	for k := i - 2; k >= u.first && k > i-16; k-- {
		if s.low(u, k) == "to" && s.p.at(k+1).kind == word && !s.p.at(k+1).capital && !determiners[s.low(u, k+1)] || modals[s.low(u, k)] {
			return true
		}
	}
	return false
}

// namesRight says whether a name stands behind the cue and no verb behind that, as in
// "the disease, which is rare, said Ruth Adler of Tufts".
func (s *speech) namesRight(u unit, f frame) bool {
	t := s.p.at(f.verb + 1)
	if f.lex.pattern > cueWeak || f.lex.stance == evidence.Seeks || !t.capital || t.kind != word || s.maskAt(f.verb+1) != 0 || dateWords[t.low] != dateNone || t.in(inPronouns) {
		return false
	}
	run, ok := s.nounRight(u, f.verb+1)
	if !ok {
		return false
	}
	next := s.low(u, run.end)
	return next == "" || next == "," || next == "." || next == "in" || next == "at" || next == "on"
}

// nearer is the part of an antecedent that a singular verb at k fits: in "breaches of the
// Lease, which forbids" the lease forbids.
func (s *speech) nearer(run tokenRun, k int) tokenRun {
	verb := s.p.tokens[k].low
	for i := run.first + 1; i+1 < run.end; i++ {
		if s.p.tokens[i].low == "of" && strings.HasSuffix(s.p.tokens[i-1].low, "s") && strings.HasSuffix(verb, "s") {
			return tokenRun{i + 1, run.end}
		}
	}
	return run
}

// seated is what sits at the place that a run names: in "a panel sitting in Leeds, which found" the
// panel; the run itself where nothing does.
func (s *speech) seated(u unit, run tokenRun) tokenRun {
	k := run.first - 2
	if !s.p.at(k+1).is("in", "at", "on", "near") || k <= u.first || !strings.HasSuffix(s.low(u, k), "ing") && !s.p.tokens[k].is("based", "seated", "held", "located") {
		return run
	}
	if who, ok := s.nounLeft(u, k); ok {
		return who
	}
	return run
}

// inverted reads "…, said X" behind a quotation or a clause.
func (s *speech) inverted(u unit, f frame) (frame, bool) {
	f.rule = "inverted"
	if f.lex.pattern > cueWeak && s.maskAt(f.cue.first-1) == 0 {
		return f, false
	}
	next := f.verb + 1
	if s.p.at(next).is("in", "back", "up", "out") && s.maskAt(f.cue.first-1) != 0 {
		next++ // “…,” put in his wife
	}
	run, ok := s.nounRight(u, next)
	if !ok {
		return f, false
	}
	f.subject = run
	if f.cue.first <= u.first {
		return s.saidFirst(u, f)
	}
	left := s.leftContent(u, f.cue.first)
	if left.end <= left.first || f.lex.pattern == cueWeak && !s.hasVerb(u, left.first, left.end) || f.lex.pattern == cueQuote && s.maskAt(left.end-1) == 0 {
		return f, false
	}
	f.content = append(f.content, left)
	f.content = append(f.content, s.afterwards(u, s.pastApposition(u, run.end))...)
	return f, true
}

// saidFirst reads `Said Tom Hall, whose herd died: "It won't …"`.
func (s *speech) saidFirst(u unit, f frame) (frame, bool) {
	if f.lex.pattern > cueClause {
		return f, false
	}
	for k := f.subject.end; k+1 < u.end && k < f.subject.end+25 && s.mask[k] == 0; k++ {
		if s.p.tokens[k].is(":", ",") && s.mask[k+1] != 0 {
			f.content = []tokenRun{{k + 1, s.bodyEnd(u)}}
			return f, f.content[0].end > k+1
		}
	}
	return f, false
}
