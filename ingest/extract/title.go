package extract

import (
	"cmp"
	"strings"

	"averment/evidence"
)

// fillTitle takes title and byline from the text where the document has none: a first line
// that is a headline, "By Ana Ruiz" under it, and for a filing the name of the case. It
// never guesses: where no line is clearly a title there is none.
func fillTitle(v *view) {
	doc := v.doc
	if doc.Kind == evidence.Filing && (doc.Title == "" || doc.Title == v.heading.title || v.guessedTitle()) {
		doc.Title = cmp.Or(v.heading.paper, v.heading.title, doc.Title)
		return
	}
	doc.Author = bareAuthor(doc)
	if doc.Mail != nil && doc.Author == doc.Mail.From {
		doc.Author = mailName(doc.Mail.From)
	}
	if len(v.pages) == 0 || doc.Kind == evidence.Filing || doc.Kind == evidence.Mail {
		return
	}
	p := &v.pages[0]
	for i, s := range p.sentences {
		if i > 3 {
			break
		}
		if !s.heading {
			continue
		}
		text := singleSpaced(p.text[s.Start:s.End])
		if doc.Author == "" {
			doc.Author = byline(text)
		}
		if doc.Title == "" && i == 0 && len(p.sentences) > 1 && headlineLike(text) {
			doc.Title = text
		}
	}
}

// guessedTitle says whether the title of a plain text is only a line that the reader of the file
// took for one, such as the name of the court.
func (v *view) guessedTitle() bool {
	if !strings.HasPrefix(v.doc.Reader, "text/") || len(v.doc.Pages) == 0 {
		return false
	}
	for line := range strings.Lines(v.doc.Pages[0].Text) {
		if singleSpaced(strings.TrimSpace(line)) == v.doc.Title {
			return true
		}
	}
	return false
}

// bareAuthor is the author without what a page prints behind the name: the paper, "is a
// reporter at …".
func bareAuthor(doc *evidence.Document) string {
	name, _, _ := strings.Cut(doc.Author, " is a ")
	if doc.Publisher != "" {
		name = strings.TrimSuffix(name, ", "+doc.Publisher)
	}
	for _, bio := range []string{" is a", " is an", " is the"} {
		name = strings.TrimSuffix(name, bio)
	}
	name, _, _ = strings.Cut(name, " is a ")
	return name
}

// headlineLike says whether a line of its own can be a headline.
func headlineLike(s string) bool {
	words := strings.Fields(s)
	if names().words[lower(words[len(words)-1])]&suffixWord != 0 && mostlyUpper(s) { // the head of a letter
		return false
	}
	if len(words) < 3 && !policyHeading(s) || len(words) > 25 || strings.HasSuffix(s, ":") || strings.ContainsAny(s[:1], "-•*<(0123456789") {
		return false
	}
	return byline(s) == ""
}

// byline is the name in "By Ana Ruiz" or "By Ana Ruiz and Ray Hall", "" for any other line.
func byline(s string) string {
	rest, ok := strings.CutPrefix(s, "By ")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "BY "); !ok {
			return ""
		}
	}
	rest, _, _ = strings.Cut(rest, ",")
	rest, _, _ = strings.Cut(rest, " | ")
	words := strings.Fields(rest)
	if len(words) < 2 || len(words) > 8 {
		return ""
	}
	for _, w := range words {
		if (w[0] < 'A' || w[0] > 'Z') && w[0] < 0x80 && w != "and" && !nameJoint[w] {
			return ""
		}
	}
	return printed(rest)
}

// fillDocket completes docket and caption from stamps and the heading; what the reader of
// the file found stays.
func fillDocket(v *view) {
	doc, h := v.doc, v.heading
	if doc.Kind != evidence.Filing {
		return
	}
	if doc.Docket == nil {
		doc.Docket = stampDocket(doc)
	}
	if doc.Docket == nil && h.docket != "" {
		doc.Docket = &evidence.Docket{Number: h.docket, Core: CoreOf(h.docket), Court: h.court, Filed: h.filed}
	}
	if d := doc.Docket; d != nil {
		if d.Court == "" {
			d.Court = h.court
		}
		if d.Judge == "" {
			d.Judge = h.judge
		}
		if d.Core == "" {
			d.Core = cmp.Or(CoreOf(d.Number), foldedNumber(d.Number))
		}
	}
	if doc.Filing == nil && (h.title != "" || h.kind != "" || h.court != "") {
		court := h.court
		if court == "" && doc.Docket != nil {
			court = doc.Docket.Court
		}
		doc.Filing = &evidence.Caption{Title: h.title, Type: h.kind, Court: court, Judge: h.judge}
	}
}
