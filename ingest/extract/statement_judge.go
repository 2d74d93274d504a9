package extract

import "strings"

// judgement makes a statement of the whole predicate of a verb that says what somebody
// thinks of something or means to do: "criticised the plan", "plans to close the mill".
func (s *speech) judgement(u unit, f frame) (frame, bool) {
	if !s.takesClause(u, f.verb+1, f.lex) && !s.about(u, f.verb) {
		return f, false
	}
	end := s.beforeTrailer(u, f.verb+1, s.contentEnd(u, f.verb+1))
	first := f.cue.first
	if of := aboutCues()[s.p.tokens[f.verb].low]; of[s.low(u, f.verb+1)] {
		f.cue.end = f.verb + 2
	}
	if f.subject.first >= 0 && (f.rule == "subject" || f.rule == "apposition") {
		first = f.subject.first
	}
	if end <= f.verb+1 && !(spokenActs[s.p.tokens[f.verb].low] && first < f.verb) {
		return f, false
	}
	f.whole = true
	f.content = []tokenRun{{first, max(end, f.verb+1)}}
	if f.aside {
		f.content[0].end = s.asideEnd(u, f.verb+1, end)
	}
	return f, true
}

// beforeTrailer is where a predicate that begins at token k ends before an attribution of
// the whole sentence: "plans to close two mills, it said".
func (s *speech) beforeTrailer(u unit, k, end int) int {
	for i := end - 2; i > k && end-i < 14; i-- {
		if s.low(u, i) != "," {
			continue
		}
		if run, ok := s.nounRight(u, i+1); ok && run.end < end {
			if c, known := cues()[s.low(u, run.end)]; known && c.pattern <= cueWeak {
				return i
			}
		}
		if c, known := cues()[s.low(u, i+1)]; known && c.pattern <= cueClause && s.p.at(i+2).capital {
			return i
		}
	}
	return end
}

// about says whether the preposition behind the verb at k makes a judgement of it: "called
// for a ban", "ruled Friday against the firm", "warned the council about the tiles".
func (s *speech) about(u unit, k int) bool {
	verb := s.p.tokens[k].low
	of := aboutCues()[verb]
	if of == nil {
		return false
	}
	from := s.pastTime(u, k+1)
	if next := s.low(u, from); spokenActs[verb] && (next == "." || from >= s.bodyEnd(u)) {
		return true
	}
	if of[s.low(u, from)] {
		return s.low(u, from+1) != "" && s.p.at(from+1).kind != punct || s.maskAt(from+1) != 0
	}
	if !personal[verb] {
		return false
	}
	for i := from + 1; i < from+7; i++ {
		w := s.low(u, i)
		if of[w] {
			return true
		}
		if w == "" || s.p.at(i).kind == punct || auxiliaryVerb(w) || subordinators[w] {
			return false
		}
	}
	return false
}

// spokenActs are verbs that say all by themselves: "She apologised."
var spokenActs = set("apologises", "apologised", "apologizes", "apologized", "disagrees", "disagreed")

// personal are verbs that take a person before the preposition.
var personal = set("warn", "warns", "warned", "warning", "caution", "cautions", "cautioned", "press", "pressed", "pressing", "petition", "petitioned", "petitions")

// governs says whether the verb before token k has what its pattern needs: an object of a
// judgement, an infinitive or a gerund of an intent.
func (s *speech) governs(u unit, k int, c cue) bool {
	w := s.low(u, k)
	if c.pattern == cueJudge {
		if s.maskAt(k) != 0 {
			return true
		}
		return w != "" && s.p.tokens[k].kind != punct && !prepositions[w] && !subordinators[w] && !adverbInVerb(w) && !auxiliaryVerb(w) &&
			w != "and" && w != "or"
	}
	if c.pattern == cueAbout {
		return false
	}
	verb := s.p.at(k - 1).low
	if from := s.pastTime(u, k); s.low(u, from) == "to" {
		next := s.p.at(from + 1)
		return s.maskAt(from+1) != 0 || next.kind == word && !next.in(inDeterminers) && !next.capital && !next.in(inPronouns)
	}
	if strings.HasPrefix(verb, "consider") || strings.HasPrefix(verb, "weigh") {
		return strings.HasSuffix(w, "ing") || w == "whether" || w == "how" || s.thing(u, k) && s.p.at(k).kind != number && !s.p.at(k).capital
	}
	return (strings.HasPrefix(verb, "plan") || strings.HasPrefix(verb, "decid")) && (w == "on" && s.gerund(k+1) || w == "that") || s.gerund(k) && strings.HasPrefix(verb, "intend")
}

// speaks says whether a quotation stands close behind the verb at k: “she laughed: "No"”.
func (s *speech) speaks(u unit, k int) bool {
	for i := k + 1; i < k+5 && i < u.end; i++ {
		if s.mask[i] != 0 {
			return i == k+1 || s.p.at(i-1).is(",", ":", "that") || s.quotes[s.mask[i]-1].first == i && s.closedQuote(s.quotes[s.mask[i]-1].end-1)
		}
	}
	return false
}
