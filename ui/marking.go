package ui

import (
	"encoding/csv"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"averment/evidence"
	"averment/search"
)

// markHits tags the ticked documents, takes a tag off them, or gives them as CSV.
func (s *Server) markHits(q *request) error {
	if s.Marks == nil {
		return notOffered("Tagging")
	}
	ids, tag := q.PostFormArray("id"), strings.TrimSpace(q.PostForm("tag"))
	if len(ids) == 0 {
		return invalid("No document is ticked.", "Tick the boxes beside the hits first.")
	}
	do := q.PostForm("do")
	if do == "csv" {
		return s.tickedCSV(q, ids)
	}
	if tag == "" || len(tag) > 100 {
		return invalid("A tag has 1 to 100 characters.", "Write it into the field beside the buttons.")
	}
	for _, id := range ids {
		sha, err := s.Documents.Resolve(id)
		if err != nil {
			return err
		}
		if err := s.mark(do, sha, tag, q.who.Name); err != nil {
			return err
		}
	}
	q.Redirect(http.StatusSeeOther, localPath(q.PostForm("back")))
	return nil
}

func (s *Server) mark(do, sha, tag, by string) error {
	if do == "untag" {
		return s.Marks.Untag(sha, tag, by)
	}
	return s.Marks.Tag(sha, tag, by)
}

// tickedCSV writes the ticked documents; it is an export and needs its role.
func (s *Server) tickedCSV(q *request, ids []string) error {
	if q.who.Role < custodian {
		return &webError{http.StatusForbidden, "forbidden", "Exporting needs the role custodian.", "Ask an administrator of this case.", nil}
	}
	var rows [][]string
	for _, id := range ids {
		sha, err := s.Documents.Resolve(id)
		if err != nil {
			return err
		}
		d, err := s.Documents.Document(sha)
		if err != nil {
			return err
		}
		rows = append(rows, []string{d.ID, d.Title, string(d.Kind), d.Publisher, d.Author, isoDate(d.Date()), d.Source.Path, strings.Join(d.Tags, "; ")})
	}
	if err := s.record(q, "exported", "ticked documents", plural(len(rows), "document"), nil); err != nil {
		return err
	}
	return s.writeCSV(q, "ticked.csv", []string{"id", "title", "kind", "publisher", "author", "date", "path", "tags"}, rows)
}

// writeCSV sends a table whose cells no spreadsheet takes for formulas.
func (s *Server) writeCSV(q *request, name string, head []string, rows [][]string) error {
	s.startCSV(q, name)
	w := csv.NewWriter(q.Writer)
	if err := w.Write(head); err != nil {
		return err
	}
	for _, row := range rows {
		for i := range row {
			row[i] = search.Cell(row[i])
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

func (s *Server) startCSV(q *request, name string) {
	h := q.Writer.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	q.Writer.WriteHeader(http.StatusOK)
}

// searchCSV writes all hits of a search.
func (s *Server) searchCSV(q *request) error {
	a, err := readAsk(q.Request.URL.Query())
	if err != nil {
		return err
	}
	a.Limit = -1
	counted, err := s.Search.Search(q.Request.Context(), a.Request) // refuses a faulty query before the first byte
	if err != nil {
		return err
	}
	if err := s.record(q, "exported", a.Query, plural(counted.Total, "document"), nil); err != nil {
		return err
	}
	a.Limit = 0
	s.startCSV(q, "hits.csv")
	w, err := search.NewHitWriter(q.Writer)
	if err != nil {
		return err
	}
	if err := s.Search.All(q.Request.Context(), a.Request, w.Write); err != nil {
		return err
	}
	return w.Flush()
}

// saveSearch keeps a search under a name with what it finds now.
func (s *Server) saveSearch(q *request) error {
	if s.Keeper == nil {
		return notOffered("Saving searches")
	}
	name := strings.TrimSpace(q.PostForm("name"))
	if name == "" || len(name) > 200 {
		return invalid("A saved search needs a name of up to 200 characters.", "")
	}
	dialect, err := search.ParseDialect(q.PostForm("dialect"))
	if err != nil {
		return err
	}
	query := q.PostForm("q")
	found, err := s.Search.Search(q.Request.Context(), search.Request{Query: query, Dialect: dialect, Limit: -1, NoFacets: true})
	if err != nil {
		return err
	}
	if _, err := s.Keeper.SaveQuery(Saved{Name: name, Query: query, Dialect: string(dialect), By: q.who.Name, LastTotal: found.Total}); err != nil {
		return err
	}
	q.Redirect(http.StatusSeeOther, localPath(q.PostForm("back")))
	return nil
}

func (s *Server) forgetSearch(q *request) error {
	if s.Keeper == nil {
		return notOffered("Saving searches")
	}
	id, err := strconv.ParseUint(q.Param("id"), 10, 64)
	if err != nil {
		return fmt.Errorf("saved search %q: %w", q.Param("id"), evidence.ErrNotFound)
	}
	if err := s.Keeper.DeleteQuery(id, q.who.Name); err != nil {
		return err
	}
	q.Redirect(http.StatusSeeOther, localPath(q.PostForm("back")))
	return nil
}
