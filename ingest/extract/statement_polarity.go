package extract

import (
	"strings"
	"sync"

	"averment/evidence"
)

// rebuttals are phrases by which somebody answers a charge without the word "deny".
var rebuttals = [...][]string{{"no", "merit"}, {"without", "merit"}, {"lack", "merit"}, {"lacks", "merit"}, {"baseless"},
	{"meritless"}, {"unfounded"}, {"false", "claims"}, {"false", "allegations"}, {"without", "foundation"}, {"untrue"},
	{"without", "basis"}, {"no", "basis"}, {"groundless"}, {"frivolous"}, {"no", "wrongdoing"}, {"nothing", "wrong"},
	{"was", "false"}, {"were", "false"}, {"a", "hoax"}, {"been", "debunked"}, {"not", "true"}, {"is", "fake"}, {"are", "fake"}, {"was", "fake"}, {"fabricated"}, {"misguided"}, {"nonsense"}, {"absurd"}, {"spurious"}, {"pure", "fiction"}, {"ridiculous"}, {"flat", "wrong"},
	{"are", "false"}, {"is", "false"}, {"totally", "false"}, {"categorically", "false"}}

// rebuttalHeads are the first words of rebuttals, which rule out nearly every token.
var rebuttalHeads = sync.OnceValue(func() map[string]bool {
	heads := map[string]bool{}
	for _, words := range rebuttals {
		heads[words[0]] = true
	}
	return heads
})

// rebuts says whether the clause answers a charge: it calls it baseless, or says that
// it has no merit.
func (s *speech) rebuts(run tokenRun) bool {
	for k := run.first; k < run.end; k++ {
		if !s.p.tokens[k].in(inRebuttalHeads) {
			continue
		}
		for _, words := range rebuttals {
			n := 0
			for n < len(words) && s.p.at(k+n).low == words[n] {
				n++
			}
			if n == len(words) && !(s.p.at(k-1).is("not", "never", "if", "whether") && words[0] != "not") {
				return true
			}
		}
	}
	return false
}

// polarity sets Hedged and Negated from the words of the clause.
func (s *speech) polarity(st *evidence.Statement, f *frame, run tokenRun) {
	st.Hedged = f.hedged
	switch f.lex.stance {
	case evidence.NoComment, evidence.Silent, evidence.Declined:
		return
	}
	s.wordPolarity(st, run, f.cue)
	if st.Stance == evidence.Denies {
		st.Negated = false // the stance says it
	}
	st.Negated = st.Negated || f.negated
}

func (s *speech) wordPolarity(st *evidence.Statement, run, cueRun tokenRun) {
	aside := false // inside a relative or subordinate clause
	for k := run.first; k < run.end; k++ {
		t := &s.p.tokens[k]
		if t.low == "," {
			aside = false
		}
		if t.kind != word || k >= cueRun.first && k < cueRun.end {
			continue
		}
		if k > run.first && t.in(inSubordinators) && !t.is("while", "but", "as", "since", "so") {
			aside = true
		}
		if aside {
			continue
		}
		if t.in(inHedges) && !(t.low == "may" && t.capital && k > run.first) {
			st.Hedged = true
		}
		switch {
		case t.low == "no" && s.p.at(k+1).is("longer", "doubt", "."):
			st.Negated = st.Negated || s.p.at(k+1).low == "longer"
		case t.low == "not" && (s.p.at(k+1).low == "only" || s.p.at(k-1).is("choose", "or", "whether", "opt")):
		case t.low == "lack" && s.p.at(k+1).low == "of":
		case t.in(inNegators), strings.HasSuffix(t.low, "n't") && t.low != "n't" || t.low == "n't":
			st.Negated = true
		case t.low == "without" && s.p.at(k-1).in(inBeForms):
			st.Negated = true
		}
	}
}
