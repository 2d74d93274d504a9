package extract

import (
	"strings"

	"averment/evidence"
)

// passive reads "is accused by X of …", "it was claimed that …", "was told that …".
func (s *speech) passive(u unit, f frame) (frame, bool) {
	k := f.verb
	f.rule = "passive"
	subject, _ := s.nounLeft(u, f.cue.first)
	next := s.low(u, k+1)
	switch {
	case f.lex.pattern == cueAccuse, next == "to" && f.lex.stance == "alleges":
		f.whole = true
		f.content = []tokenRun{s.clauseAround(u, f, subject)}
	case next == "that" || s.low(u, subject.first) == "it" && subject.end-subject.first == 1:
		f.content = s.rightContent(u, k+1)
	case next == "to" && s.low(u, k+2) == "have" && s.quoteWithin(u, k+4, 3):
		return f, false // "is said to have replied, “…”": the verb behind has a frame
	case next == "to" && hearsay[s.p.tokens[k].low]:
		f.whole, f.hedged, f.lex.stance = true, true, evidence.Reports
		f.content = []tokenRun{s.clauseAround(u, f, subject)}
		return f, true
	case f.lex.pattern == cueObject && f.lex.stance != evidence.Admits && (f.lex.stance != evidence.Denies || s.agent(u, k+1).first >= 0):
		f.whole = true
		f.content = []tokenRun{s.clauseAround(u, f, subject)}
	case f.lex.pattern == cueJudge && (next == "as" || next == "for" || s.agent(u, k+1).first >= 0), naming[s.p.tokens[k].low] && (next == "as" || s.maskAt(k+1) != 0 || s.names(u, k+1)):
		f.whole, f.lex.stance = true, evidence.Reports
		f.content = []tokenRun{s.clauseAround(u, f, subject)}
	case f.lex.pattern == cueTold && (next == "that" || s.maskAt(k+1) != 0):
		f.content = s.rightContent(u, k+1)
	default:
		return f, false
	}
	f.subject = s.agent(u, k+1)
	return f, len(f.content) > 0
}

// hearsay are participles before "to" that hand a clause to nobody named.
var hearsay = set("expected", "forecast", "estimated", "predicted", "feared", "presumed", "tipped", "known", "said", "believed", "reported", "understood", "rumoured", "rumored", "thought")

// agent is the noun behind "by" shortly after a passive verb.
func (s *speech) agent(u unit, k int) tokenRun {
	for i := k; i < k+12 && i < u.end; i++ {
		switch s.low(u, i) {
		case "by":
			if run, ok := s.nounRight(u, i+1); ok && !strings.HasSuffix(s.p.tokens[run.first].low, "ing") {
				return run
			}
			return tokenRun{-1, -1}
		case ",", ";", "", "of":
			return tokenRun{-1, -1}
		}
	}
	return tokenRun{-1, -1}
}

// participial reads ", saying that …" and "a lawsuit accusing X of …".
func (s *speech) participial(u unit, f frame) (frame, bool) {
	k := f.verb
	before := s.low(u, f.cue.first-1)
	f.rule = "participle"
	f.cue.first = k
	if !s.takesClause(u, k+1, f.lex) && !s.decidedAside(u, f, before) {
		return f, false
	}
	if prepositions[before] && s.low(u, k+1) != "that" && s.maskAt(k+1) == 0 {
		return f, false
	}
	if before != "," && before != "" && !prepositions[before] && before != "and" && before != "while" {
		if run, ok := s.nounLeft(u, k); ok {
			f.subject = s.sender(u, run) // "a lawsuit accusing", "the workers demanding"
		}
	}
	f.content = s.rightContent(u, s.afterObject(u, k+1, f.lex))
	if f.lex.pattern == cueObject || f.lex.pattern >= cueJudge {
		f.content = []tokenRun{{k, s.contentEnd(u, k+1)}}
	}
	return f, len(f.content) > 0
}

// decidedAside says whether a decider's finding stands in a participle: "The jury awarded
// him $5, finding the firm negligent".
func (s *speech) decidedAside(u unit, f frame, before string) bool {
	if f.lex.stance != evidence.Finds || before != "," {
		return false
	}
	run, ok := s.unitSubject(u, f.verb)
	f.subject = run
	return ok && s.decided(u, f)
}

// documentNouns are things that speak through a participle: "a letter saying that".
var documentNouns = set("letter", "email", "statement", "report", "article", "memo", "post", "notice", "message", "study",
	"petition", "motion", "brief", "order", "complaints", "indictment", "tweet", "survey", "poll", "analysis", "review", "audit", "investigation", "book", "editorial", "paper", "blog", "note", "claim", "lawsuits", "affidavit", "declaration")
