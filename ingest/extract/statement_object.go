package extract

import "strings"

// directs says whether a quotation behind "to" tells what somebody was bidden: "ordered him to
// “freeze”".
func (s *speech) directs(u unit, k int) bool { return s.directed(u, k) > k }

// directed is where the quotation behind "to" begins, k for none.
func (s *speech) directed(u unit, k int) int {
	for i := k; i < k+8 && i+1 < u.end; i++ {
		switch w := s.low(u, i); {
		case w == "to" && s.maskAt(i+1) != 0:
			return i + 1
		case w == "", w == ",", subordinators[w], auxiliaryVerb(w):
			return k
		}
	}
	return k
}

// pastAside is where a quotation begins behind a phrase between the comma at k and another: "told
// a guard, in French and English, “…”"; k for none.
func (s *speech) pastAside(u unit, k int) int {
	if !s.p.at(k+1).is("in", "with", "at", "on", "by", "through", "after", "before", "over", "from") {
		return k
	}
	for i := k + 2; i < k+12 && i+1 < u.end; i++ {
		if w := s.low(u, i); w == "," {
			if s.maskAt(i+1) != 0 {
				return i + 1
			}
			return k
		} else if w == "" || auxiliaryVerb(w) || subordinators[w] {
			return k
		}
	}
	return k
}

// naming are the verbs that hold an opinion of something.
var naming = set("call", "calls", "called", "calling", "describe", "describes", "described", "describing", "label", "labels", "labeled", "labelled", "labeling", "labelling")

// names reads "the ruling a mistake", "it disappointing" and "the deal as fair" behind "called".
func (s *speech) names(u unit, k int) bool {
	if w := s.low(u, k); !determiners[w] && !objectPronouns[w] {
		return false
	}
	for i := k + 1; i < k+9 && i < u.end; i++ {
		switch w := s.low(u, i); {
		case w == "" || w == "," || w == "." || prepositions[w] && w != "of" && w != "as" && w != "by" || subordinators[w] && w != "as" && w != "so":
			return false
		case w == "a" || w == "an" || w == "as" || opinionEnding(w):
			return true
		case verdicts[w] && (i > k+1 || objectPronouns[s.low(u, k)]):
			next := s.low(u, i+1)
			return next == "" || next == "," || next == "and" || next == "or" || next == "but" || next == "."
		}
	}
	return false
}

// verdicts are adjectives of opinion that end a clause behind its object.
var verdicts = set("overdue", "premature", "excessive", "unconstitutional", "illegal", "unlawful", "racist", "sexist", "political", "true", "untrue", "tragic", "necessary", "unnecessary",
	"legal", "proper", "improper", "bogus", "absurd", "sad", "good", "bad", "great", "terrible", "unprecedented", "unjustified", "justified", "inadequate", "adequate", "appropriate",
	"inappropriate", "arbitrary", "dishonest", "corrupt", "cruel", "inhumane", "immoral", "unwise", "welcome", "unwelcome", "insufficient", "irrelevant", "inaccurate", "defective", "unsafe", "dead", "moot")

var objectPronouns = set("it", "them", "him", "her", "this", "that", "these", "those")

// opinionEnding says whether a word has the form of an adjective of opinion.
func opinionEnding(w string) bool {
	for _, end := range []string{"ous", "ful", "less", "ing", "ible", "able", "wrong", "false", "flawed", "unfair", "fair", "misguided", "historic"} {
		if strings.HasSuffix(w, end) && len(w) > 4 {
			return true
		}
	}
	return w == "fair" || w == "wrong"
}

// askedTo reads "the firm to explain" behind "asked".
func (s *speech) askedTo(u unit, k int) bool {
	if w := s.low(u, k); w == "not" {
		return false // "asked not to be named"
	} else if w == "to" {
		return s.p.at(k+1).kind == word && !determiners[s.low(u, k+1)] && !s.p.at(k+1).capital
	}
	for i := k + 1; i < k+8; i++ {
		switch w := s.low(u, i); {
		case w == "to":
			next := s.p.at(i + 1)
			return next.kind == word && !next.in(inDeterminers) && !next.capital
		case w == "" || w == "," || auxiliaryVerb(w) || subordinators[w]:
			return false
		}
	}
	return false
}

// bidden reads "the defendant not to contact" behind "warned".
func (s *speech) bidden(u unit, k int) bool {
	for i := k + 1; i < k+6; i++ {
		if s.low(u, i) == "not" && s.low(u, i+1) == "to" {
			return true
		}
		if w := s.low(u, i); w == "" || w == "," || auxiliaryVerb(w) || subordinators[w] {
			return false
		}
	}
	return false
}

func (s *speech) quoteWithin(u unit, k, n int) bool {
	for i := k; i < k+n && i < u.end; i++ {
		if s.mask[i] != 0 {
			return true
		}
	}
	return false
}

// outlooks are cues whose content may be a thing: "expects a gain of 2 pct".
var outlooks = set("expect", "expects", "expected", "predict", "predicts", "predicted", "forecast", "forecasts", "estimate", "estimates", "estimated", "anticipate", "anticipates", "anticipated",
	"expecting", "question", "questions", "questioned", "questioning", "propose", "proposes", "proposed", "recommend", "recommends", "recommended",
	"urge", "urges", "urged", "urging", "suggest", "suggests", "suggested")

// thing says whether a noun phrase begins at token k.
func (s *speech) thing(u unit, k int) bool {
	w, t := s.low(u, k), s.p.at(k)
	return w != "" && (determiners[w] && w != "that" || t.kind == number || t.kind == word && !prepositions[w] && !subordinators[w] && !auxiliaryVerb(w) && !adverbInVerb(w) && w != "and" && w != "or" && dateWords[w] == dateNone)
}

// evidenceNouns are what shows and finds things.
var evidenceNouns = set("study", "studies", "survey", "surveys", "poll", "polls", "data", "figures", "report", "reports", "research", "analysis", "review", "records", "statistics",
	"audit", "investigation", "inquiry", "results", "tests", "documents", "researchers", "scientists", "investigators", "auditors", "inspectors", "census")

// shows reads what a study finds: "polls show a close contest", "the report found 31 cases".
func (s *speech) shows(u unit, k int, w string) bool {
	if v := s.p.at(k - 1).low; !strings.HasPrefix(v, "show") && v != "find" && v != "finds" && v != "found" || !s.thing(u, k) {
		return false
	}
	run, ok := s.nounLeft(u, k-1)
	if !ok {
		return false
	}
	for i := run.first; i < run.end; i++ {
		if evidenceNouns[s.p.tokens[i].low] {
			return true
		}
	}
	return false
}
