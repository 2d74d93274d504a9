package extract

import "strings"

// futureWords make the time of a sentence the future.
var futureWords = map[string]bool{"will": true, "shall": true, "due": true, "scheduled": true, "expected": true,
	"expects": true, "expect": true, "slated": true, "plans": true, "plan": true, "planned": true, "upcoming": true,
	"set": true, "deadline": true, "'ll": true, "won't": true, "going": true, "begins": true, "starts": true,
	"ends": true, "expires": true, "closes": true, "opens": true, "meets": true, "meet": true, "payable": true, "mature": true, "matures": true, "maturing": true, "convenes": true, "reopens": true, "retires": true, "resumes": true, "hopes": true, "hoped": true, "hope": true, "next": true, "would": true, "must": true, "until": true, "intends": true, "aims": true, "lapses": true, "departs": true, "premieres": true, "debuts": true, "concludes": true}

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
	"fought": true, "dealt": true, "lent": true, "meant": true, "slept": true, "shook": true, "swept": true, "undertook": true,
	"hid": true, "let": true, "overthrew": true, "overrode": true, "oversaw": true, "misled": true, "bore": true, "bound": true, "drank": true, "ate": true,
	"felt": true, "fed": true, "forbade": true, "forgave": true, "gone": true, "laid": true, "lay": true, "rode": true, "sat": true, "shot": true, "shut": true,
	"sought": true, "spun": true, "stuck": true, "tore": true, "upheld": true, "woke": true, "arose": true, "beat": true, "bred": true, "clung": true, "crept": true,
	"dug": true, "hung": true, "heard": true, "thought": true, "understood": true, "foresaw": true, "overheard": true, "resold": true, "rebuilt": true, "repaid": true}

// future says whether the verb that the date hangs on is in the future.
func (r *dateReader) future(i, j int) bool { return r.tense(i, j) > 0 }

// tense is 1 for the future, -1 for the past and 0 where nothing decides. The nearest
// verb to the left counts; without one, the nearest to the right.
func (r *dateReader) tense(i, j int) int {
	if r.deadline(i) || r.fixedFor(i) {
		return 1
	}
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

// deadline says whether the date ends a time that somebody has: "they have until May 27".
func (r *dateReader) deadline(i int) bool {
	if w := r.low(i - 1); w != "until" && w != "till" {
		return false
	}
	for k := i - 2; k >= r.s.first && k > i-6; k-- {
		switch r.low(k) {
		case "have", "has", "'ve", "give", "gives", "gave":
			return true
		}
	}
	return false
}

// fixedFor says whether the date is one that something is fixed for, whenever that was done:
// "the judge set a hearing for June 18".
func (r *dateReader) fixedFor(i int) bool {
	if w := r.low(i - 1); w != "for" && w != "on" {
		return false
	}
	event := false
	for k := i - 2; k >= r.s.first && k > i-9; k-- {
		w := r.low(k)
		event = event || fixedEvents[w]
		switch w {
		case "set", "sets", "scheduled", "schedules", "fixed", "slated", "calendared":
			return event && r.low(k-1) != "had"
		}
	}
	return false
}

// fixedEvents are what courts and assemblies fix a day for.
var fixedEvents = set("hearing", "hearings", "trial", "conference", "argument", "arguments", "sentencing", "vote", "meeting",
	"arraignment", "election", "auction", "retrial", "inquest", "deposition")

func (r *dateReader) tenseOf(k int) int {
	w := r.low(k)
	switch {
	case r.low(k-1) == "be": // "will be signed": the auxiliary before it decides
		return 0
	case w == "set" && r.low(k+1) != "for" && r.low(k+1) != "to":
		return -1
	case w == "until" || w == "next" && k > r.s.first:
		return 0
	case (w == "takes" || w == "goes") && r.p.at(k+1).is("effect", "place", "over", "into", "on"), w == "runs":
		return 1
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
