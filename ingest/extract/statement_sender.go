package extract

import "strings"

// sendings are verbs by which somebody puts a writing forward.
var sendings = set("sent", "send", "sends", "sending", "wrote", "write", "writes", "writing", "issued", "issues", "issuing", "released", "releases", "posted", "posts", "posting", "circulated", "published",
	"left", "leaving", "filed", "files", "filing", "submitted", "drafted", "emailed", "texted", "tweeted", "mailed", "made", "gave", "delivered", "signed", "shared", "read")

// missives are what somebody sends: their words are the sender's.
func missive(w string) bool {
	switch w = strings.TrimSuffix(w, "s"); w {
	case "message", "email", "text", "letter", "note", "memo", "tweet", "post", "statement", "voicemail", "postcard", "call", "mail", "card", "release", "speech", "remark", "comment", "brief", "motion", "affidavit", "declaration":
		return true
	}
	return false
}

// sender is the subject of the verb that a writing is the object of: in "a landlord who sent
// messages threatening to" the landlord. It is the run itself where nobody is told to send it.
func (s *speech) sender(u unit, run tokenRun) tokenRun {
	if run.first < 0 || run.end <= run.first || !missive(s.headOf(run).low) {
		return run
	}
	for k := run.first; k < run.end; k++ {
		if s.p.tokens[k].is("from", "by", "of") {
			return run // "a letter from his doctor"
		}
	}
	k := run.first - 1
	for n := 0; n < 4 && k > u.first && s.p.tokens[k].kind == word && !sendings[s.low(u, k)]; n++ {
		k-- // "sent us a message"
	}
	if !sendings[s.low(u, k)] {
		return run
	}
	start, aux := s.verbGroup(u, k)
	if aux.passive || aux.infinitive {
		return run
	}
	j := start
	if s.low(u, j-1) == "who" {
		j -= 1 + b2i(s.low(u, j-2) == ",")
	}
	if who, ok := s.nounLeft(u, j); ok {
		return who
	}
	return run
}

// papers are further writings whose words "it" hands on.
var papers = set("opinion", "ruling", "decision", "judgment", "judgement", "agreement", "contract", "policy", "memorandum", "transcript", "document", "resolution", "lease", "will", "plea", "dissent", "concurrence",
	"postcard", "card", "sign", "placard", "poster", "banner", "caption", "label", "sticker", "plaque", "headline", "slip", "text", "tattoo", "inscription", "voicemail", "leaflet", "flyer")

// noteWriting notes a writing that somebody is told to file or send, which "it said" in the
// next sentence can mean where the one who did is no "it".
func (s *speech) noteWriting(u unit) {
	for k := u.first + 1; k+2 < u.end; k++ {
		if s.mask[k] != 0 || !s.p.at(k+1).is("a", "an", "the", "its", "his", "her", "their") {
			continue
		}
		for i := k + 2; i < k+5 && i < u.end; i++ {
			if t := &s.p.tokens[i]; t.in(inDocumentNouns) || t.in(inSuitNouns) || papers[t.low] {
				s.wrote, s.wroteAt = s.writing(tokenRun{k + 1, i + 1}), u.end
				if sendings[s.p.tokens[k].low] {
					s.keep(referent{name: s.wrote, thing: true, head: t.low})
				}
				break
			}
		}
	}
}

// writing names a document by its noun phrase, whose article is its first token.
func (s *speech) writing(run tokenRun) string {
	if s.suit(run.first, run.end) {
		return suitName
	}
	return "the " + lower(oneLine(s.p.str(run.first+1, run.end)))
}

// noteAgent notes who does something in the passive, "is represented by Ana Ruiz", whom "she"
// means in the next sentence where its subject is no person.
func (s *speech) noteAgent(u unit) {
	for k := u.first + 1; k+2 < u.end; k++ {
		if s.mask[k] != 0 || s.p.tokens[k].low != "by" || !participle(s.low(u, k-1)) && s.low(u, k-1) != "brought" {
			continue
		}
		if s.p.at(k+1).capital && !s.noteList(u, k+1) {
			s.noteName(u, k+1)
		} else if run, ok := s.nounRight(u, k+1); ok && !s.p.at(k+1).capital && manyOf(s.headOf(run), false) && mayBePersons(s.headOf(run).low) {
			s.keep(referent{name: s.name(u, run), plural: true}) // "was brought by the parents of Ana Ruiz"
		}
	}
}

// mayBePersons says whether a plural may call persons or bodies that speak.
func mayBePersons(w string) bool {
	one := strings.TrimSuffix(w, "s")
	return many[w] || one != w && (mayBePerson(one) || callings()[one]) || w == "families" || w == "companies" || w == "agencies" || w == "states" || w == "parents"
}

// noteIdentity notes whom the subject of a sentence is said to be: "Its lawyer is Ana Ruiz".
func (s *speech) noteIdentity(u unit, subject tokenRun) {
	if k := subject.end; beForms[s.low(u, k)] && s.p.at(k+1).capital && callsPerson(s.headOf(subject).low) {
		s.noteName(u, k+1)
	}
}

// noteList notes the names of a list that begins at token k together, "Pell, Hall Group and Adler
// Motors deny", whom "they" means in the next sentence; false where no list stands there.
func (s *speech) noteList(u unit, k int) bool {
	names := 0
	for i := k; i < u.end && i < k+40 && s.mask[i] == 0; {
		end := s.listed(u, i)
		if end == i || s.p.tokens[i].kind != word || !s.p.tokens[i].capital {
			return false
		}
		names++
		last, joined := end, false
		for end < u.end && s.p.tokens[end].is(",", "and", "&") {
			joined = joined || s.p.tokens[end].low == "and"
			end++
		}
		if joined || end == last {
			if !joined || names < 2 {
				return false
			}
			if last = s.listed(u, end); last == end {
				return false
			}
			s.keep(referent{name: oneLine(s.p.str(k, last)), plural: true})
			return true
		}
		i = end
	}
	return false
}

// listed is the end of the name in a list that begins at token k.
func (s *speech) listed(u unit, k int) int {
	end := k
	for end < u.end && end < k+6 && s.mask[end] == 0 && !s.p.tokens[end].is("and", "of") && s.properPart(end) {
		end++
	}
	return end
}

// noteName notes a full name that begins at token k and may be a person's.
func (s *speech) noteName(u unit, k int) {
	end := s.nameRun(u, k)
	words := nameWordsOf(s.p, k, end)
	if len(words) < 2 || len(words) > 4 || organisedWords(words) || s.mask[k] != 0 {
		return
	}
	name := s.name(u, tokenRun{k, end})
	known := s.people.byName[lower(name)] != nil
	s.keep(referent{name: name, person: known, maybe: !known})
}
