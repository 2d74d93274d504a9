package extract

import (
	"strings"
	"time"

	"averment/evidence"
)

// effectiveLabels open the line that says from when a policy holds; the earlier of the
// list wins where a policy states several.
var effectiveLabels = [...][]string{{"effective", "date"}, {"effective", "as", "of"}, {"effective", "from"}, {"effective", "on"}, {"effective"},
	{"takes", "effect", "on"}, {"take", "effect", "on"}, {"takes", "effect"}, {"take", "effect"}, {"into", "effect", "on"}, {"into", "force", "on"},
	{"in", "force", "from"}, {"last", "revision"}, {"last", "changed"}, {"last", "updated"}, {"last", "modified"}, {"last", "revised"}, {"updated"}, {"revised"}}

// effectiveDate is the value of the date from which a policy holds, "" when it states
// none.
func effectiveDate(v *view) string {
	best, rank := "", len(effectiveLabels)
	for i := range v.pages {
		p := &v.pages[i]
		for k := range p.tokens {
			for n := 0; n < rank; n++ {
				words := effectiveLabels[n]
				if !p.matches(k, words) {
					continue
				}
				if value := dateWithin(p, k+len(words)); value != "" {
					best, rank = value, n
				}
			}
		}
		if i > 1 {
			break // it stands at the top
		}
	}
	return best
}

func (p *pageView) matches(k int, words []string) bool {
	for n, w := range words {
		if p.at(k+n).low != w {
			return false
		}
	}
	return true
}

// dateWithin is the value of a full date within the next few tokens.
func dateWithin(p *pageView, k int) string {
	r := dateReader{p: p, s: sentence{first: k, end: min(len(p.tokens), k+12)}, anchor: time.Time{}}
	for i := k; i < r.s.end && i < k+5; i++ {
		if f, ok := r.at(i); ok && f.date.Resolved && f.date.Precision == evidence.Day {
			return f.date.Value
		}
	}
	return ""
}

// promised keeps the stance promises for sentences in which a policy binds somebody:
// "we will", "we do not", "you may"; the rest only states.
func (s *speech) promised(u unit, list []evidence.Statement) []evidence.Statement {
	for i := range list {
		st := &list[i]
		if st.Speaker == s.voice.speaker {
			st.Effective = s.voice.effective
		}
		if st.Rule != "own voice" || st.Stance == evidence.Questions {
			continue
		}
		cueRun, ok := s.undertaking(u)
		if !ok {
			st.Stance = evidence.States
			continue
		}
		st.Stance, st.Rule, st.Cue = evidence.Promises, "undertaking", oneLine(lower(s.p.str(cueRun.first, cueRun.end)))
		st.Hedged = st.Hedged && s.p.at(cueRun.first+1).low != "may" // a permission
		where := s.p.span(cueRun.first, cueRun.end)
		st.CueSpan = &where
	}
	return list
}

// undertaking finds "we will", "we do not", "you may not", "we never", "Northlake will" in a unit.
func (s *speech) undertaking(u unit) (tokenRun, bool) {
	for k := u.first; k+1 < u.end; k++ {
		t, next := &s.p.tokens[k], s.p.at(k+1)
		if !t.is("we", "you", "us") && !s.itself(u, k) {
			continue
		}
		switch {
		case next.in(inModals), next.in(inDoForms):
			end := k + 2
			if s.p.at(end).is("not", "never", "also", "only") {
				end++
			}
			return tokenRun{k, end}, true
		case next.is("never", "promise", "commit", "guarantee", "agree", "undertake", "share", "collect", "use", "retain", "delete", "store", "sell", "process", "keep", "protect", "disclose"):
			return tokenRun{k, k + 2}, true
		case next.is("are") && s.p.at(k+2).is("committed", "required", "responsible", "entitled", "prohibited", "not"):
			return tokenRun{k, k + 3}, true
		}
	}
	return s.practised(u)
}

// practised finds "we record" at the head of a clause, where the unit undertakes nothing more
// plainly; not "the data we record", "if we record".
func (s *speech) practised(u unit) (tokenRun, bool) {
	for k := u.first; k+1 < u.end; k++ {
		if !s.p.tokens[k].is("we") && !s.itself(u, k) || !practice(s.p.at(k+1)) {
			continue
		}
		first := k
		for first > u.first && s.p.tokens[first-1].capital && s.p.tokens[k].capital && !s.p.tokens[k].is("we") {
			first--
		}
		if before := s.p.at(first - 1); first == u.first || before.kind == punct || before.is("and", "but", "then", "so") {
			return tokenRun{k, k + 2}, true
		}
	}
	return tokenRun{}, false
}

// itself says whether the name of whoever speaks in the document ends at token k, in full or
// as its first word alone.
func (s *speech) itself(u unit, k int) bool {
	name := strings.Fields(lower(s.voice.speaker))
	t := &s.p.tokens[k]
	if len(name) == 0 || !t.capital {
		return false
	}
	if t.low == name[0] && len(name[0]) > 3 && !s.p.at(k+1).capital {
		return true
	}
	for n := range name {
		if at := k - len(name) + 1 + n; at < u.first || s.p.at(at).low != name[n] {
			return false
		}
	}
	return true
}

// practice says whether a word behind "we" is a verb in the present that tells what the
// company does: "we record audio". What it is, has, thinks or did binds it to nothing.
func practice(t *token) bool {
	if t.kind != word || t.capital || isFunction(t.low) || auxiliary(t.low) || t.in(inPrepositions) || strings.HasSuffix(t.low, "ed") || strings.HasSuffix(t.low, "ly") || t.in(inPastWords) {
		return false
	}
	switch t.low {
	case "believe", "believes", "think", "thinks", "hope", "hopes", "know", "knows", "understand", "understands", "recognise", "recognize", "recommend", "recommends",
		"encourage", "encourages", "value", "values", "care", "cares", "love", "want", "wants", "mean", "means", "refer", "call", "need", "needs", "also", "both", "all", "and", "or":
		return false
	}
	return true
}
