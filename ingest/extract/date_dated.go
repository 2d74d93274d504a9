package extract

import "strings"

// eventOf names what the date dates: the head verb of its clause with its object, or
// with its subject where the verb is passive.
func eventOf(p *pageView, s sentence, first, end int) string {
	if w := saidAt(p, s, first, end); w != "" {
		return w
	}
	v := eventVerb(p, s, first, end)
	if v < 0 {
		return dueEvent(p, s, first)
	}
	if particle := p.at(v + 1); particle.is("on", "off", "out", "down", "up", "over") && v+2 < s.end && p.tokens[v+2].is("the", "a", "an", "its", "his", "her", "their") {
		if object := nounAfter(p, s, v+2, first); object != "" {
			return p.tokens[v].low + " " + particle.low + " " + object
		}
	}
	if object := nounAfter(p, s, v+1, first); object != "" {
		return p.tokens[v].low + " " + object
	}
	if subject := nounBefore(p, s, v); subject != "" {
		return p.tokens[v].low + " " + subject
	}
	return p.tokens[v].low
}

// saidAt is the verb of speech that stands at the date, "said on Tuesday": the date is that
// of the saying, not of what was said. Before "that" the verb may stand further off: "told
// a court last week that".
func saidAt(p *pageView, s sentence, first, end int) string {
	if end < s.end && p.tokens[end].is("that") {
		for k := first - 1; k >= s.first && k > first-8; k-- {
			if p.tokens[k].is("told", "informed", "warned", "assured") {
				return p.tokens[k].low
			}
		}
	}
	k := first - 1
	if k > s.first && p.tokens[k].is("on", "in", "late", "early") {
		k--
	}
	if k >= s.first && p.tokens[k].is("said", "told", "says", "announced", "added", "confirmed") {
		return p.tokens[k].low
	}
	return ""
}

// dueEvent names what a date dates without a full verb: "effective July 15", "the hearing
// is scheduled for June 4".
func dueEvent(p *pageView, s sentence, first int) string {
	for k := first - 1; k >= s.first && k > first-4; k-- {
		t := &p.tokens[k]
		if dueWords[t.low] {
			if subject := nounBefore(p, s, k); subject != "" {
				return t.low + " " + subject
			}
			return t.low
		}
		if !t.in(inPrepositions) && !t.is(":", "the", "date") {
			break
		}
	}
	return ""
}

// dueWords tell of a date without being full verbs.
var dueWords = set("effective", "due", "payable", "scheduled", "expected", "slated", "valid")

// leadsOn are words before "to" and the verb of an event: "agreed to open".
var leadsOn = set("expects", "expected", "expect", "plans", "planned", "plan", "agreed", "agrees", "set", "scheduled", "due", "slated", "going", "wants", "hopes", "hoped",
	"intends", "intended", "ordered", "required", "failed", "refused", "tried", "began", "asked", "decided", "voted", "needs", "continue", "aims", "promised", "pledged", "is", "are", "has", "have", "had")

// farVerb bounds how many tokens before a date its verb may stand, for texts without stops.
const farVerb = 120

// eventVerb is the verb nearest before the date in its clause, else the first after it.
func eventVerb(p *pageView, s sentence, first, end int) int {
	for k := first - 1; k >= max(s.first, first-farVerb); k-- {
		if headVerb(p, s, k) {
			return k
		}
		if p.tokens[k].is(";", "“", "”") {
			break
		}
	}
	for k := end; k < s.end && k < end+25; k++ {
		if headVerb(p, s, k) {
			return k
		}
	}
	return -1
}

// headVerb says whether token k looks like a full verb in a finite or past form.
func headVerb(p *pageView, s sentence, k int) bool {
	t := &p.tokens[k]
	if t.kind != word || t.capital && k > s.first && !t.upper && p.at(k-1).low != "–" {
		return false
	}
	w := t.low
	if auxiliary(w) {
		return false
	}
	before := p.at(k - 1)
	if k > s.first && before.is("the", "a", "an", "its", "his", "her", "their", "of", "'s", "this", "that") && !strings.HasSuffix(w, "ed") {
		return false
	}
	if t.in(inPastWords) || t.in(inVerbForms) {
		return true
	}
	if strings.HasSuffix(w, "ed") && len(w) > 4 {
		next := p.at(k + 1)
		if adverbOfManner(before.low) && p.at(k-2).in(inPrepositions) {
			return false // "a page of frequently asked questions"
		}
		return !before.is("the", "a", "an", "its", "their") || next.kind != word
	}
	if before.low == "to" && leadsOn[p.at(k-2).low] && k-2 >= s.first {
		return len(w) > 2 && !isFunction(w)
	}
	return k > s.first && before.is("will", "would", "shall", "may", "must", "can", "could", "should") && w != "the" && len(w) > 2 && !isFunction(w)
}

func auxiliary(w string) bool {
	switch w {
	case "was", "were", "had", "has", "have", "did", "been", "said", "says", "told", "since", "expected", "scheduled", "alleged", "united":
		return true
	}
	return false
}

// verbForms are present forms that date events in headlines and summaries.
var verbForms = map[string]bool{"files": true, "sues": true, "opens": true, "launches": true, "begins": true,
	"expires": true, "takes": true, "take": true, "set": true, "begin": true, "start": true, "starts": true, "ends": true, "expect": true, "expects": true, "announces": true, "signs": true, "pays": true, "filing": true, "launching": true}

// nounAfter is the object behind a verb, without its article, up to the next clause.
func nounAfter(p *pageView, s sentence, k, stop int) string {
	from := k
	for n := 0; from < s.end && n < 2 && p.tokens[from].is("the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "such", "our", "up", "out"); n++ {
		from++
	}
	to := from
	for to < s.end && to-from < 5 && to != stop {
		t := &p.tokens[to]
		if t.kind == number || t.is("not", "never") || adverbInVerb(t.low) && to == from {
			break
		}
		if t.kind == punct && (t.low != "-" || to == from) || t.kind == word && (isFunction(t.low) || t.in(inPrepositions)) {
			break
		}
		to++
	}
	if to == from || p.tokens[from].kind == number || p.tokens[from].is("one", "few", "third", "several") {
		return ""
	}
	return lower(p.str(from, to))
}

// nounBefore is the head of the subject before the auxiliaries of a passive verb.
func nounBefore(p *pageView, s sentence, v int) string {
	k := v - 1
	for k >= s.first && (auxiliary(p.tokens[k].low) || p.tokens[k].is("is", "are", "be", "being", "also", "not", "originally", "first")) {
		k--
	}
	end := k + 1
	for k > s.first && p.tokens[k].low == "-" {
		k--
	}
	for k >= s.first && end-k <= 3 && !(k+1 < end && p.tokens[k+1].capital && !p.tokens[k].capital) && (p.tokens[k].kind == word && !isFunction(p.tokens[k].low) && !p.tokens[k].in(inPrepositions) || p.tokens[k].low == "-") {
		k--
	}
	if k+1 >= end {
		return ""
	}
	return lower(p.str(k+1, end))
}

var prepositions = map[string]bool{"in": true, "on": true, "at": true, "by": true, "for": true, "with": true, "from": true,
	"to": true, "of": true, "as": true, "against": true, "into": true, "over": true, "after": true, "before": true,
	"about": true, "under": true, "during": true, "until": true, "since": true, "between": true, "through": true,
	"without": true, "within": true, "upon": true, "toward": true, "towards": true, "via": true, "per": true,
	"including": true, "regarding": true, "alleging": true, "accusing": true, "claiming": true, "last": true, "next": true}
