package extract

import "averment/evidence"

// tellings are what a clause is about whose subject speaks in the quotation behind it, though no
// verb of saying governs the quotation.
var tellings = set("apology", "apologies", "condolences", "regret", "regrets", "thanks", "gratitude", "concern", "concerns", "sympathy", "sympathies", "disappointment", "doubts",
	"confidence", "praise", "criticism", "support", "statement", "letter", "email", "message", "memo", "post", "tweet", "affidavit", "testimony", "deposition", "interview", "note",
	"text", "comments", "remarks", "speech", "video", "submission", "submissions")

// behind gives a quotation that no cue governs to the subject of the clause before it: where a
// colon opens the quotation, where its subject is writing or posting, where the clause tells of a
// letter or an apology, and where somebody sues for what stands in the marks.
func (s *speech) behind(un int, q quote, x *evidence.Quotation) bool {
	if un < 0 || s.units[un].heading || q.first <= s.units[un].first+1 {
		return false
	}
	u := s.units[un]
	first, end := q.inner()
	switch before := s.p.at(q.first - 1); {
	case before.low == ":":
		if run, ok := s.unitSubject(u, q.first); ok && s.p.tokens[run.first].capital && s.headOf(run).capital && s.tellsOf(u, q.first-1) {
			s.spokenBy(u, run, x, "subject of the clause before")
			return true
		}
	case before.low == "," && s.writingBefore(u, q.first-1):
	case end-first < 3 || before.kind == punct:
		return false
	case s.suesFor(u, q.first):
	case !s.tellsOf(u, q.first):
		return false
	}
	if run, ok := s.pronounBefore(u, q.first); ok && s.speaksAs(u, run, x, "subject of the clause before") {
		return true
	}
	run, ok := s.unitSubject(u, q.first)
	return ok && s.speaksAs(u, s.named(u, run), x, "subject of the clause before")
}

// writingBefore says whether "writing on its site" or "posting online" ends at the comma k.
func (s *speech) writingBefore(u unit, k int) bool {
	for i := k - 1; i > u.first && i > k-9; i-- {
		switch w := s.low(u, i); {
		case w == "" || w == "," || w == ";":
			return false
		case w == "writing" || w == "posting" || w == "tweeting" || w == "saying" || w == "adding":
			return true
		}
	}
	return false
}

// tellsOf says whether the clause before a quotation at k tells of a writing or a feeling:
// "In a letter read in court, Hall offered the family his apology for “the pain”".
func (s *speech) tellsOf(u unit, k int) bool {
	told := false
	for i := k - 1; i > u.first && i > k-40; i-- {
		w := s.low(u, i)
		if w == "" || w == ";" || subordinators[w] && i > k-8 {
			return false
		}
		told = told || tellings[w]
	}
	return told
}

// suings are verbs by whose "for" and "over" somebody claims something.
var suings = set("sued", "sues", "sue", "suing", "issued", "filed", "brought", "launched", "began", "started", "lodged")

// suits are what those verbs bring.
var suits = set("proceedings", "suit", "lawsuit", "claim", "claims", "action", "complaint", "case", "petition")

// suesFor says whether a quotation at k tells what somebody sues for: "is suing the mill for
// “breach of trust and deceit”".
func (s *speech) suesFor(u unit, k int) bool {
	if !s.p.at(k-1).is("for", "over", "of", "alleging", "citing", "about", "as") {
		return false
	}
	brought := false
	for i := k - 2; i > u.first && i > k-16; i-- {
		w := s.low(u, i)
		brought = brought || suits[w]
		if suings[w] && (brought || w[0] == 's' && w != "started") {
			_, aux := s.verbGroup(u, i)
			return !aux.passive
		}
		if w == "" || w == ";" || subordinators[w] {
			return false
		}
	}
	return false
}

// authored gives a quotation behind a colon to the author of what is read out there.
func (s *speech) authored(un int, q quote, x *evidence.Quotation) bool {
	if un < 0 || q.first <= s.units[un].first+4 || s.p.at(q.first-1).low != ":" {
		return false
	}
	run, ok := s.authorBefore(s.units[un], q.first-1)
	return ok && s.speaksAs(s.units[un], run, x, "author before a colon")
}

// authorBefore is who wrote what is read out before the colon at k: "read from an email by
// Ana Ruiz:", "quoted a letter from the board's chair, Tom Hall:".
func (s *speech) authorBefore(u unit, k int) (tokenRun, bool) {
	for i := k - 2; i > u.first && i > k-16; i-- {
		if !s.p.at(i).is("by", "from") || !(missive(s.low(u, i-1)) || s.p.at(i-1).in(inDocumentNouns)) || s.p.at(i+1).in(inPronouns) {
			continue
		}
		run, ok := s.nounRight(u, i+1)
		if !ok || run.end > k {
			return tokenRun{}, false
		}
		return s.named(u, run), true
	}
	return tokenRun{}, false
}

// announced gives a quotation that is a paragraph of its own to the subject of the sentence before,
// which a colon ends: "In a statement, the company said:".
func (s *speech) announced(un int, x *evidence.Quotation) bool {
	if un == 0 {
		return false
	}
	u := s.units[un-1]
	if u.end-u.first < 3 || s.p.tokens[u.end-1].low != ":" || u.heading && !s.p.tokens[u.end-2].in(inSpeechVerbs) {
		return false
	}
	if run, ok := s.authorBefore(u, u.end-1); ok && s.speaksAs(u, run, x, "author before a colon") {
		return true
	}
	run, ok := s.unitSubject(u, u.end-1)
	if !ok {
		return false
	}
	s.spokenBy(u, s.named(u, run), x, "announced before")
	return x.Speaker != ""
}

// pronounBefore is the pronoun that is a subject before token k, where the clause has one.
func (s *speech) pronounBefore(u unit, k int) (tokenRun, bool) {
	for i := k - 1; i > u.first && i > k-25; i-- {
		if s.p.tokens[i].is("he", "she") && s.mask[i] == 0 && s.p.tokens[i-1].low == "," {
			return tokenRun{i, i + 1}, true
		}
	}
	return tokenRun{}, false
}
