package format

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"averment/evidence"
)

const (
	xlsxReader = "xlsx/1"
	csvReader  = "csv/1"
	// MediaCSV is a table of text.
	MediaCSV = "text/csv"
)

// readXLSX reads a workbook: a page for each sheet, a line for each row, cells parted by
// a bar. Hidden sheets are read and flagged.
func readXLSX(ctx context.Context, _ string, data []byte, o Options) (*Result, error) {
	// The worksheets must stay in memory: the sandbox allows no temporary files.
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: o.Limits.Total, UnzipXMLSizeLimit: o.Limits.Total})
	if err != nil {
		return nil, fail(evidence.Damaged, "open the workbook: %v", err)
	}
	defer func() { _ = book.Close() }() // removes temporary files, of which there are none
	d := &evidence.Document{Reader: xlsxReader}
	if p, err := book.GetDocProps(); err == nil {
		d.Title, d.Author = oneLine(p.Title), properAuthor(oneLine(p.Creator))
	}
	left := o.Limits.Text
	for i, sheet := range book.GetSheetList() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		page, err := sheetPage(book, sheet, i+1, &left)
		if err != nil {
			d.Warnings = append(d.Warnings, fmt.Sprintf("partial: sheet %s: %v", sheet, err))
		}
		d.Pages = append(d.Pages, page)
	}
	return &Result{Document: d}, nil
}

func sheetPage(book *excelize.File, sheet string, number int, left *int) (evidence.Page, error) {
	b := &pageBuilder{}
	rows, err := book.Rows(sheet)
	if err != nil {
		return b.page(number, xlsxReader), err
	}
	for rows.Next() && *left > 0 {
		cells, colErr := rows.Columns()
		if colErr != nil {
			err = colErr
			break
		}
		line := rowLine(cells)
		*left -= len(line)
		b.line(line, false)
	}
	err = errors.Join(err, rows.Error(), rows.Close())
	page := b.page(number, xlsxReader)
	page.Label = sheet
	if shown, visErr := book.GetSheetVisible(sheet); visErr == nil && !shown {
		page.Flags = append(page.Flags, "hidden sheet")
	}
	return page, err
}

// rowLine joins the cells of a row; cells with line breaks are folded.
func rowLine(cells []string) string {
	for i, c := range cells {
		cells[i] = oneLine(c)
	}
	return strings.TrimRight(strings.Join(cells, " | "), " |")
}

// recordColumns are the columns of a table of documents, named as in JSON lines.
var recordColumns = map[string]bool{"id": true, "title": true, "publisher": true, "author": true, "published": true, "url": true, "kind": true, "text": true}

// readCSV reads a table. With a column "text" and at least one more of the columns of
// JSON lines it is a list of documents: each row becomes a child whose original is the
// row as a JSON line. Else it is one page, a line for each row.
func readCSV(ctx context.Context, name string, data []byte, o Options) (*Result, error) {
	source, comma := separator(decodeText(data, ""))
	in := csv.NewReader(strings.NewReader(source))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = comma, -1, true
	header, err := in.Read()
	if err != nil {
		return readText(ctx, name, data, o)
	}
	if columns := documentColumns(header); columns != nil {
		return csvDocuments(ctx, name, in, columns, o)
	}
	d := &evidence.Document{Reader: csvReader, Kind: evidence.Other}
	b := &pageBuilder{}
	for row := header; err == nil && b.text.Len() < o.Limits.Text; row, err = in.Read() {
		b.line(rowLine(row), false)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		d.Warnings = append(d.Warnings, "partial: "+err.Error())
	}
	d.Pages = []evidence.Page{b.page(1, csvReader)}
	return &Result{Document: d}, nil
}

// separator takes off the line with which Excel says what parts the columns ("sep=;"), and
// gives that, or what delimiter finds.
func separator(source string) (rest string, comma rune) {
	first, rest, _ := strings.Cut(source, "\n")
	said, found := strings.CutPrefix(strings.ToLower(first), "sep=")
	if r := []rune(strings.TrimRight(said, "\r")); found && len(r) == 1 && strings.ContainsRune(",;\t|:", r[0]) {
		return rest, r[0]
	}
	return source, delimiter(source)
}

// delimiter is the one of comma, semicolon, tab and bar that the first line has most of.
func delimiter(source string) rune {
	line, _, _ := strings.Cut(source, "\n")
	best, most := ',', 0
	for _, r := range ",;\t|" {
		if n := strings.Count(line, string(r)); n > most {
			best, most = r, n
		}
	}
	return best
}

// documentColumns maps the columns of JSON lines to their places, nil for another table.
func documentColumns(header []string) map[string]int {
	columns := map[string]int{}
	for i, h := range header {
		if h = strings.ToLower(strings.TrimSpace(h)); recordColumns[h] {
			columns[h] = i
		}
	}
	if _, found := columns["text"]; !found || len(columns) < 2 && len(header) > 1 {
		return nil
	}
	return columns
}

func csvDocuments(ctx context.Context, name string, in *csv.Reader, columns map[string]int, o Options) (*Result, error) {
	res := &Result{Document: &evidence.Document{Reader: csvReader, Kind: evidence.Other}}
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return res, nil
		}
		line, _ := in.FieldPos(0)
		if err != nil {
			var bad *csv.ParseError
			if !errors.As(err, &bad) {
				return nil, err
			}
			line = bad.StartLine
		}
		if err := res.give(lineChild(name, line, rowRecord(row, columns), o.Limits), o); err != nil {
			return nil, err
		}
	}
}

// rowRecord writes a row as a JSON line.
func rowRecord(row []string, columns map[string]int) []byte {
	out := map[string]string{}
	for column, i := range columns {
		if i < len(row) && strings.TrimSpace(row[i]) != "" {
			out[column] = row[i]
		}
	}
	return marshalRecord(out)
}
