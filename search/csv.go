package search

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"averment/evidence"
)

// Cell makes a text safe as a cell of a spreadsheet: one that a spreadsheet would take
// for a formula gets an apostrophe before it (OWASP, "CSV Injection").
func Cell(s string) string {
	if s == "" {
		return s
	}
	if strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// HitWriter writes hits as CSV, one a row, with a heading.
type HitWriter struct{ csv *csv.Writer }

// NewHitWriter writes the heading.
func NewHitWriter(w io.Writer) (*HitWriter, error) {
	h := &HitWriter{csv.NewWriter(w)}
	return h, h.csv.Write([]string{"id", "title", "kind", "publisher", "author", "published", "docket", "path", "occurrences", "score", "page", "excerpt", "place"})
}

// Write writes one hit with its best passage.
func (w *HitWriter) Write(h Hit) error {
	row := []string{h.ID, h.Title, string(h.Kind), h.Publisher, h.Author, dateCell(h.Published), h.Docket, h.Path, strconv.Itoa(h.Occurrences), strconv.FormatFloat(h.Score, 'f', 4, 64), "", "", ""}
	if len(h.Excerpts) > 0 {
		x := h.Excerpts[0]
		row[10], row[11], row[12] = strconv.Itoa(x.Page), strings.Join(strings.Fields(x.Text), " "), x.Place
	}
	return w.csv.Write(cells(row))
}

// Flush writes what is still buffered.
func (w *HitWriter) Flush() error {
	w.csv.Flush()
	return w.csv.Error()
}

func dateCell(d *evidence.Date) string {
	if d == nil || !d.Resolved {
		return ""
	}
	return d.Value
}

func cells(row []string) []string {
	for i, s := range row {
		row[i] = Cell(s)
	}
	return row
}

// WriteCSV writes a search term report, and below it what could not be searched.
func (r *TermReport) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"query", "reads", "documents", "with_family", "unique", "occurrences", "error"}}
	for _, t := range r.Terms {
		failure := ""
		if t.Error != nil {
			failure = *t.Error
		}
		rows = append(rows, cells([]string{t.Query, t.Reads, strconv.Itoa(t.Documents), strconv.Itoa(t.WithFamily), strconv.Itoa(t.Unique), strconv.Itoa(t.Occurrences), failure}))
	}
	rows = append(rows, []string{"", "searchable documents", strconv.Itoa(r.Searchable), "", "", "", ""},
		[]string{"", "documents and files without searchable text", strconv.Itoa(r.Unsearchable), "", "", "", ""})
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write term report: %w", err)
	}
	return nil
}
