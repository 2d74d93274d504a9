package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// helpNames mark a company's own page of answers, which promises as a policy does.
var helpNames = []string{"frequently asked questions", "faq", "help center", "help centre", "support center", "how we use", "your privacy", "privacy center", "privacy centre"}

// helpPage says whether the title of a document that is no policy is that of such a page.
func helpPage(doc *evidence.Document) bool {
	if doc.Kind != evidence.Article && doc.Kind != evidence.Other {
		return false
	}
	title := strings.ToLower(doc.Title)
	for _, name := range helpNames {
		if strings.Contains(title, name) && !reportsOn(title) {
			return true
		}
	}
	return false
}

// bindsItself names the company that "we" means in a policy or a page of answers.
func bindsItself(v *view) string {
	name := policyCompany(v)
	if p := partyNames(v.doc.Parties)[strings.ToLower(name)]; p != nil {
		return p.Name
	}
	for _, p := range v.doc.Parties {
		if !p.Proposed && name != "" && p.Type == evidence.Organisation && slices.Equal(nameTokens(p.Name), nameTokens(name)) {
			return p.Name
		}
	}
	if name == "" {
		name = soleOrganisation(v.doc.Parties)
	}
	if name == "" {
		return v.doc.Author
	}
	return name
}

// soleOrganisation is the one organisation of a document, "" for none or several.
func soleOrganisation(parties []evidence.Party) string {
	name := ""
	for _, p := range parties {
		if p.Type != evidence.Organisation || p.Proposed {
			continue
		}
		if name != "" {
			return ""
		}
		name = p.Name
	}
	return name
}

// mailbox is the name in "Ines Park <ines@example.org>", the address where there is none.
func mailbox(s string) string {
	name, rest, found := strings.Cut(s, "<")
	if name = strings.Trim(strings.TrimSpace(name), `"'`); name != "" || !found {
		return name
	}
	return strings.Trim(rest, "<> ")
}

// inPart takes the voice of whoever wrote the part of a mail that the unit stands in.
func (s *speech) inPart(u unit) {
	if s.v.mail == nil || u.first >= len(s.p.tokens) {
		return
	}
	who := partAt(s.v.mail, s.p.tokens[u.first].start).author
	s.voice.speaker, s.voice.first = who, who
}
