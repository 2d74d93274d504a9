package extract

import (
	"strings"

	"averment/evidence"
)

// pleaders are words by which a report of a hearing calls the lawyer who spoke last.
var pleaders = set("counsel", "barrister", "solicitor", "advocate", "silk")

// pleader is whom "counsel" or "the barrister" means: the newest of the lawyers told of.
func (s *speech) pleader(first, end int) string {
	if end-first > 2 || !pleaders[s.p.tokens[end-1].low] || end-first == 2 && s.p.tokens[first].low != "the" {
		return ""
	}
	for n := len(s.memory) - 1; n >= 0 && n > len(s.memory)-9; n-- {
		if p := s.parties[lower(s.memory[n].name)]; p != nil && p.Type == evidence.Person && p.HasRole("counsel") {
			return p.Name
		}
	}
	return ""
}

// kinsfolk are what persons are to each other.
var kinsfolk = set("mother", "father", "mum", "mom", "dad", "wife", "husband", "widow", "widower", "sister", "brother", "son", "daughter", "grandmother", "grandfather", "aunt", "uncle",
	"partner", "fiancé", "fiancée", "girlfriend", "boyfriend", "stepfather", "stepmother", "niece", "nephew")

// noteKinsfolk notes who is whose mother: in "His mother, Ana Ruiz," and "Ruiz's son, Tom Hall," the
// persons named, and in "Her son, Tom Hall," the mother whom the pronoun means.
func (s *speech) noteKinsfolk(u unit) {
	for k := u.first; k+2 < u.end; k++ {
		t := &s.p.tokens[k]
		if s.mask[k] != 0 || !t.is("his", "her", "their", "'s", "'") || !kinsfolk[s.low(u, k+1)] {
			continue
		}
		next := k + 2 + b2i(s.low(u, k+2) == ",")
		name, end := s.personAt(next, u.end)
		if name == "" || end < next+2 {
			continue
		}
		s.related(s.p.tokens[k+1].low, name)
		if noun := s.p.tokens[k+1].low; noun != "son" && noun != "daughter" {
			continue
		}
		if t.low == "her" {
			s.related("mother", s.person("she"))
		} else if t.low == "his" {
			s.related("father", s.person("he"))
		}
	}
}

func (s *speech) related(noun, name string) {
	if name == "" {
		return
	}
	if s.kin == nil {
		s.kin = map[string]string{}
	}
	s.kin[noun] = name
}

// kinsman is whom "his mother" means.
func (s *speech) kinsman(first, end int) string {
	if end-first != 2 || !s.p.tokens[first].is("his", "her", "their") || len(s.kin) == 0 {
		return ""
	}
	return s.kin[s.p.tokens[end-1].low]
}

// bearer is the only person of the text whose surname the one word is that its firm is called by
// too: "Nolan" of Barrett Nolan and Nolan Farr LLP.
func (s *speech) bearer(p *evidence.Party, first, end int) string {
	if p == nil || p.Type != evidence.Organisation || end-first != 1 || strings.EqualFold(p.Name, s.p.tokens[first].low) {
		return ""
	}
	tail, found := " "+s.p.tokens[first].low, ""
	for key, q := range s.parties {
		person := q != nil && (q.Type == evidence.Person || q.HasRole("counsel") && strings.Count(key, " ") < 3)
		if !person || !strings.HasSuffix(key, tail) || key != lower(q.Name) {
			continue
		}
		if found != "" {
			return ""
		}
		found = q.Name
	}
	return found
}

// withoutPlace ends the description of a spokesman before where he sits: "a spokesman for Harbor in
// Leeds", and that of a paper before who saw it: "documents seen by the paper".
func (s *speech) withoutPlace(first, end int) int {
	for k := first + 1; k < end-1; k++ {
		t := &s.p.tokens[k]
		if t.low == "in" && s.p.tokens[k+1].capital && s.p.tokens[k-1].capital && k > first+2 {
			for i := first + 1; i < k; i++ {
				if s.p.tokens[i].low == "for" && callsPerson(s.p.tokens[i-1].low) {
					return k
				}
			}
		}
		if obtained[t.low] && s.p.tokens[k+1].low == "by" {
			return k
		}
	}
	return end
}

// obtained are participles behind a document that a paper has come by.
var obtained = set("seen", "obtained", "reviewed", "viewed", "released", "provided", "shared", "published", "made", "leaked", "unsealed", "examined", "read", "filed", "submitted", "posted", "sent", "issued", "signed", "drafted", "prepared")

// evidencePlurals are writings that are told of in the plural.
var evidencePlurals = set("documents", "papers", "records", "emails", "filings", "messages", "letters", "files", "minutes", "transcripts", "notes", "memos", "texts", "submissions", "document", "filing", "transcript", "texts", "correspondence", "email", "paperwork", "accounts")

// obtainedBy says whether the "by" at token k tells who has seen or made a writing: "court documents
// seen by the paper".
func (s *speech) obtainedBy(u unit, k int) bool {
	if s.low(u, k) != "by" || !obtained[s.low(u, k-1)] {
		return false
	}
	w := s.low(u, k-2)
	return documentNouns[w] || evidencePlurals[w]
}
