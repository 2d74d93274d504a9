package extract

import "strings"

// futureWords make the time of a sentence the future.
var futureWords = map[string]bool{"will": true, "shall": true, "due": true, "scheduled": true, "expected": true,
	"expects": true, "expect": true, "slated": true, "plans": true, "plan": true, "planned": true, "upcoming": true,
	"set": true, "deadline": true, "'ll": true, "won't": true, "going": true, "begins": true, "starts": true,
	"ends": true, "expires": true, "closes": true, "opens": true, "meets": true, "meet": true, "payable": true, "mature": true, "matures": true, "maturing": true, "convenes": true, "reopens": true, "retires": true, "resumes": true, "hopes": true, "hoped": true, "hope": true, "next": true, "would": true, "must": true, "until": true, "intends": true, "aims": true}

// modalFuture are modals that look forward; "May" with a capital is a month.
var modalFuture = map[string]bool{"may": true, "should": true, "might": true, "could": true, "likely": true}

// pastWords are irregular past forms and auxiliaries of the past.
var pastWords = map[string]bool{"said": true, "told": true, "was": true, "were": true, "had": true, "did": true,
	"has": true, "have": true, "began": true, "went": true, "came": true, "rose": true, "fell": true, "sold": true, "bought": true,
	"made": true, "took": true, "gave": true, "won": true, "lost": true, "met": true, "held": true, "found": true,
	"sent": true, "sued": true, "paid": true, "left": true, "wrote": true, "spoke": true, "signed": true, "got": true,
	"led": true, "hit": true, "saw": true, "became": true, "grew": true, "brought": true, "struck": true,
	"broke": true, "drew": true, "threw": true, "died": true, "ran": true, "been": true, "says": true, "since": true,
	"spent": true, "built": true, "kept": true, "knew": true, "chose": true, "drove": true, "fled": true, "taught": true, "caught": true,
	"sank": true, "stood": true, "forgot": true, "froze": true, "stole": true, "swore": true, "withdrew": true, "flew": true, "wore": true,
	"fought": true, "dealt": true, "lent": true, "meant": true, "slept": true, "shook": true, "swept": true, "undertook": true}

// future says whether the verb that the date hangs on is in the future.
func (r *dateReader) future(i, j int) bool { return r.tense(i, j) > 0 }

// tense is 1 for the future, -1 for the past and 0 where nothing decides. The nearest
// verb to the left counts; without one, the nearest to the right.
func (r *dateReader) tense(i, j int) int {
	for k := i - 1; k >= r.s.first && k > i-14; k-- {
		if n := r.tenseOf(k); n != 0 {
			return n
		}
		if r.p.at(k).is(";", "”", "“") {
			break
		}
	}
	for k := j; k < r.s.end && k < j+14; k++ {
		if n := r.tenseOf(k); n != 0 {
			return n
		}
	}
	return 0
}

func (r *dateReader) tenseOf(k int) int {
	w := r.low(k)
	switch {
	case r.low(k-1) == "be": // "will be signed": the auxiliary before it decides
		return 0
	case w == "set" && r.low(k+1) != "for" && r.low(k+1) != "to":
		return -1
	case w == "until" || w == "next" && k > r.s.first:
		return 0
	case futureWords[w], modalFuture[w] && (!r.p.at(k).capital || r.p.at(k).upper):
		return 1
	case pastWords[w]:
		return -1
	case len(w) > 4 && strings.HasSuffix(w, "ed") && w != "need" && w != "united" && w != "speed" && w != "indeed":
		if r.p.at(k).capital && !r.p.at(k).upper && k > r.s.first {
			return 0
		}
		return -1
	case w == "to" && k > r.s.first && (r.low(k-1) == "is" || r.low(k-1) == "are"):
		return 1
	}
	return 0
}

// eventOf names what the date dates: the head verb of its clause with its object, or
// with its subject where the verb is passive.
func eventOf(p *pageView, s sentence, first, end int) string {
	v := eventVerb(p, s, first, end)
	if v < 0 {
		return ""
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

// eventVerb is the verb nearest before the date in its clause, else the first after it.
func eventVerb(p *pageView, s sentence, first, end int) int {
	for k := first - 1; k >= s.first; k-- {
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
	if t.kind != word || t.capital && k > s.first && !t.upper {
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
	if pastWords[w] || verbForms[w] {
		return true
	}
	if strings.HasSuffix(w, "ed") && len(w) > 4 {
		next := p.at(k + 1)
		if adverbOfManner(before.low) && prepositions[p.at(k-2).low] {
			return false // "a page of frequently asked questions"
		}
		return !before.is("the", "a", "an", "its", "their") || next.kind != word
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
	"expires": true, "takes": true, "announces": true, "signs": true, "pays": true, "filing": true, "launching": true}

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
		if t.kind == punct && (t.low != "-" || to == from) || t.kind == word && (isFunction(t.low) || prepositions[t.low]) {
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
	for k >= s.first && end-k <= 3 && !(k+1 < end && p.tokens[k+1].capital && !p.tokens[k].capital) && (p.tokens[k].kind == word && !isFunction(p.tokens[k].low) && !prepositions[p.tokens[k].low] || p.tokens[k].low == "-") {
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
