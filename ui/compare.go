package ui

import (
	"net/http"
	"strings"

	"averment/evidence"
)

type comparePage struct {
	Chrome
	A, B         *evidence.Document
	NameA, NameB string
	URLA, URLB   string
	Parts        []diffPart
	Same         bool
	Changes      int
}

// keptWords are shown on each side of a change; what is the same beyond is left out.
const keptWords = 40

// comparePage shows two documents word by word.
func (s *Server) comparePage(q *request) error {
	docs := [2]*evidence.Document{}
	for i, id := range []string{q.Param("id"), q.Query("with")} {
		sha, err := s.Documents.Resolve(id)
		if err != nil {
			return err
		}
		if docs[i], err = s.Documents.Full(sha); err != nil {
			return err
		}
		if err := s.record(q, "viewed", sha, "compared", nil); err != nil {
			return err
		}
	}
	a, b := docs[0], docs[1]
	v := &comparePage{A: a, B: b, NameA: nameOf(a.Title, a.Source.Path, a.ID), NameB: nameOf(b.Title, b.Source.Path, b.ID),
		URLA: "/documents/" + short(a.ID), URLB: "/documents/" + short(b.ID)}
	v.Title, v.Section = "Compare", "search"
	for _, p := range diffWords(bodyText(a), bodyText(b)) {
		if p.Op != "=" {
			v.Changes++
		} else {
			p.Text = shorten(p.Text)
		}
		v.Parts = append(v.Parts, p)
	}
	v.Same = v.Changes == 0
	return s.render(q, http.StatusOK, "compare", v)
}

// bodyText joins the pages without their furniture.
func bodyText(d *evidence.Document) string {
	var b strings.Builder
	for _, p := range d.Pages {
		at := 0
		for _, f := range p.Furniture {
			if f.Start >= at && f.End <= len(p.Text) {
				b.WriteString(p.Text[at:f.Start])
				at = f.End
			}
		}
		b.WriteString(p.Text[at:])
		b.WriteByte('\n')
	}
	return b.String()
}

func shorten(text string) string {
	words := strings.Fields(text)
	if len(words) <= 2*keptWords+10 {
		return text
	}
	left := len(words) - 2*keptWords
	return strings.Join(words[:keptWords], " ") + " [… " + countWord(left) + " words the same …] " + strings.Join(words[len(words)-keptWords:], " ")
}
