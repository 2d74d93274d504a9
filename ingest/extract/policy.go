package extract

import (
	"time"

	"averment/evidence"
)

// effectiveLabels open the line that says from when a policy holds; the earlier of the
// list wins where a policy states several.
var effectiveLabels = [...][]string{{"effective", "date"}, {"effective", "as", "of"}, {"effective", "from"}, {"effective", "on"}, {"effective"},
	{"in", "force", "from"}, {"last", "updated"}, {"last", "modified"}, {"last", "revised"}, {"updated"}, {"revised"}}

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
		if st.Rule != "own voice" || st.Stance == evidence.Questions {
			continue
		}
		st.Effective = s.voice.effective
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
		party := t.is("we", "you", "us") || t.capital && s.voice.speaker != "" && lower(s.voice.speaker) == t.low
		if !party {
			continue
		}
		switch {
		case modals[next.low], doForms[next.low]:
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
	return tokenRun{}, false
}
