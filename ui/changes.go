package ui

import (
	"net/http"
	"strings"

	"averment/search/crosscheck"
)

// Changes and Change are what versions of a policy or of a pleading change.
type (
	Changes = crosscheck.Changes
	Change  = crosscheck.Change
	Clause  = crosscheck.Clause
)

type changesPage struct {
	Chrome
	Query string
	All   bool // also what stays the same
	Texts []changedText
}

// changedText is one policy or pleading with what became of its clauses.
type changedText struct {
	Kind, Name, From, To string
	Rows                 []changeRow
	Same                 int
}

type changeRow struct {
	Change        string
	Before, After *clauseView
	Diff          [][2]string
	Values        []crosscheck.ValueChange
}

type clauseView struct {
	Text, URL string
	Paragraph int
	Page      int
}

// changesPage shows what the versions of policies and pleadings add, drop and change.
func (s *Server) changesPage(q *request) error {
	if s.Versions == nil {
		return notOffered("The page of versions")
	}
	list, err := s.Versions.Changes(q.Request.Context(), q.Query("q"))
	if err != nil {
		return err
	}
	v := &changesPage{Chrome: Chrome{Title: "Versions", Section: "claims"}, Query: q.Query("q"), All: q.Query("show") == "all"}
	for _, c := range list.Changes {
		v.add(c)
	}
	return s.render(q, http.StatusOK, "changes", v)
}

// add puts a change under its text; changes of one text follow each other.
func (v *changesPage) add(c Change) {
	name := strings.TrimSpace(c.Policy + " " + c.Docket)
	n := len(v.Texts) - 1
	if n < 0 || v.Texts[n].Name != name || v.Texts[n].From != c.FromBefore || v.Texts[n].To != c.FromAfter {
		v.Texts = append(v.Texts, changedText{Kind: c.Kind, Name: name, From: c.FromBefore, To: c.FromAfter})
		n++
	}
	t := &v.Texts[n]
	if !c.Changed {
		t.Same++
		if !v.All {
			return
		}
	}
	t.Rows = append(t.Rows, changeRow{c.Change, viewClause(c.Before), viewClause(c.After), c.Diff, c.Values})
}

func viewClause(c *Clause) *clauseView {
	if c == nil {
		return nil
	}
	return &clauseView{Text: oneLine(c.Text), URL: passageURL(c.Document, c.Page, c.Span.Start), Paragraph: c.Paragraph, Page: c.Page}
}

func (s *Server) apiChanges(q *request) error {
	if s.Versions == nil {
		return notOffered("Versions")
	}
	list, err := s.Versions.Changes(q.Request.Context(), q.Query("q"))
	if err != nil {
		return err
	}
	return s.json(q, list)
}
