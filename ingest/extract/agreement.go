package extract

import (
	"strings"

	"averment/evidence"
)

// isAgreement says whether a document is a contract between parties that names itself so: a
// settlement, a lease, a purchase agreement. Terms that a company sets its users are a policy.
func isAgreement(v *view) bool {
	if v.doc.Kind != evidence.Other && v.doc.Kind != evidence.Filing || v.heading.kind != "" && v.heading.kind != "exhibit" {
		return false
	}
	title := strings.ToLower(v.doc.Title + " " + v.heading.paper + " " + firstHeadings(v.doc))
	for _, w := range []string{"agreement", "contract", "lease", "memorandum of understanding", "undertaking", "stipulation of settlement", "deed of"} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return false
}

// firstHeadings are the lines in capitals among the first of a document.
func firstHeadings(doc *evidence.Document) string {
	if len(doc.Pages) == 0 {
		return ""
	}
	var out []string
	seen := 0
	for line := range strings.Lines(doc.Pages[0].Text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if seen++; seen > 5 {
			break
		}
		if mostlyUpper(line) && len(line) < 90 {
			out = append(out, line)
		}
	}
	return strings.Join(out, " ")
}

// agreed gives what a clause of an agreement binds a party to, "Harbor shall pay", to that party as
// its promise.
func (s *speech) agreed(u unit, list []evidence.Statement) []evidence.Statement {
	for i := range list {
		st := &list[i]
		if st.Rule != "own voice" || st.Speaker != "" || st.Stance != evidence.States {
			continue
		}
		cue, subject, ok := s.binds(u)
		if !ok {
			continue
		}
		name := s.bound(u, subject)
		if name == "" {
			continue
		}
		st.Speaker, st.Stance, st.Rule, st.Cue = name, evidence.Promises, "undertaking", oneLine(lower(s.p.str(cue.first, cue.end)))
		where, whose := s.p.span(cue.first, cue.end), s.p.span(subject.first, subject.end)
		st.CueSpan, st.SpeakerSpan = &where, &whose
	}
	return list
}

// binds finds the verb that binds the subject before it: "shall pay", "will not disclose", "agrees
// to", "releases".
func (s *speech) binds(u unit) (cue, subject tokenRun, ok bool) {
	first := s.body(u)
	for k := first + 1; k < min(u.end-1, first+14); k++ {
		t := &s.p.tokens[k]
		if t.kind == punct && !t.is("-", "&", ".", "'", "(", ")", ",", "\"", "“", "”") {
			return cue, subject, false
		}
		end := k + 1
		switch {
		case s.mask[k] != 0 || t.kind != word:
			continue
		case t.is("shall", "will", "must"):
			if s.p.at(end).is("not", "never", "also", "promptly") {
				end++
			}
		case t.is("agrees", "agree", "undertakes", "undertake", "covenants", "covenant", "promises", "promise"):
		case t.is("releases", "release", "waives", "waive", "represents", "represent", "warrants", "warrant", "assigns", "assign", "grants", "grant", "guarantees", "guarantee") && k > first+0 && s.p.at(k+1).kind == word:
		default:
			continue
		}
		return tokenRun{k, end}, tokenRun{first, k}, true
	}
	return cue, subject, false
}

// bound is the party that is the subject of a binding clause: by name, by role, or as "the
// Parties"; "" for anything else, such as the sum to be paid.
func (s *speech) bound(u unit, run tokenRun) string {
	if s.p.at(run.first).is("each", "both") {
		run.first++
	}
	if s.p.at(run.first).is("the") && run.end-run.first > 1 {
		run.first++
	}
	if run.end-run.first == 1 && s.p.at(run.first).is("parties") {
		return "the parties"
	}
	said := s.p.str(run.first, run.end)
	if p := s.parties[strings.ToLower(said)]; p != nil && !p.Proposed {
		return p.Name
	}
	if run.end-run.first == 1 {
		if name := s.partyMeant(said); name != "" {
			return name
		}
		if partyWords[s.p.at(run.first).low] != "" {
			return "the " + s.p.at(run.first).low
		}
	}
	name := s.name(u, run)
	if p := s.parties[strings.ToLower(name)]; p != nil && !p.Proposed {
		return p.Name
	}
	return ""
}
