package extract

import "strings"

// otherVerb says whether the verb at k means something else than its cue here: "went" without
// "on", "points" without "out", "hold" of what is no court, "post a notice".
func (s *speech) otherVerb(u unit, k int, c cue) bool {
	next := s.low(u, k+1)
	switch w := s.p.tokens[k].low; w {
	case "go", "goes", "went":
		return next != "on"
	case "state":
		return stateNouns[next]
	case "states":
		return next == "sue" || next == "sued" || next == "seek" || next == "join" || next == "and"
	case "chime", "chimes", "chimed", "pipe", "pipes", "piped", "fired", "burst", "cut", "put", "shot", "shoots", "broke", "jump", "jumps", "jumped":
		return !spokenParticles[next] || s.maskAt(k-1) == 0 && !s.quoteWithin(u, k+2, 3)
	case "point", "points", "pointed", "pointing":
		return next != "out" && next != "that"
	case "hold", "holds":
		run, ok := s.nounLeft(u, k)
		return next != "that" && !(ok && (s.judicial(run) || s.decider(run) || strings.Contains(s.low(u, run.end-1), "circuit")))
	case "posted", "emailed":
		return !s.quoteWithin(u, max(u.first, k-6), min(6, k-u.first)) && next != "that"
	case "claim", "charge", "report", "estimate", "plan", "demand", "request", "promise", "complaint", "finding", "order", "answer", "text", "message", "post", "print", "tweet", "object", "protest":
		return s.compound(u, k)
	}
	return false
}

// spokenParticles make a verb one of speaking: "put in", "shot back", "piped up".
var spokenParticles = set("in", "back", "up", "out")

// compound says whether the bare word at k is a noun behind those that say what kind: a verb
// in that form wants a plural before it, and "the breach of contract claim" has none.
func (s *speech) compound(u unit, k int) bool {
	run, ok := s.nounLeft(u, k)
	if !ok || run.end != k || !s.p.tokens[run.first].in(inDeterminers) || run.end-run.first < 2 {
		return false
	}
	for i := run.first; i < run.end; i++ {
		if w := s.p.tokens[i].low; w == "and" || i == run.first+1 && pluralSubject(w) {
			return false
		}
	}
	return !pluralSubject(s.p.tokens[run.end-1].low)
}

// pluralSubject says whether a noun takes a verb in the plural, as some that name several
// people do.
func pluralSubject(w string) bool {
	switch w {
	case "police", "people", "staff", "couple", "family", "team", "public", "men", "women", "children", "government", "council", "club", "crew", "band", "group", "media":
		return true
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// showings are cues that put nothing forward where they are negated: "had not shown that".
var showings = set("show", "shows", "shown", "showed", "learn", "learned", "demonstrate", "demonstrated", "know", "knew", "establish", "established")

// stateNouns follow "state" where it is a noun: "filed in Texas state court".
var stateNouns = set("court", "courts", "law", "laws", "judge", "judges", "attorney", "attorneys", "officials", "regulators", "police", "prison", "supreme", "senate",
	"house", "legislature", "government", "agency", "agencies", "department", "bank", "senator", "lawmakers", "appeals", "university", "capital", "budget", "and", "or")

// asksFor says whether what is asked at k is what a suit can ask for: "asks for $4 million",
// "asked the judge for an injunction".
func (s *speech) asksFor(u unit, k int) bool {
	if !strings.HasPrefix(s.p.tokens[k].low, "ask") {
		return false
	}
	for i := k + 1; i < k+7; i++ {
		w := s.low(u, i)
		if w == "" || w == "," || w == "to" || w == "that" || w == "about" {
			return false
		}
		if w != "for" {
			continue
		}
		for n := i + 1; n < i+8 && n < u.end; n++ {
			if t := s.p.at(n); t.kind == number || t.is("$", "£", "€", "damages", "injunction", "compensation", "relief", "order", "restitution", "trial", "ban", "declaration") {
				return true
			}
		}
		return false
	}
	return false
}
