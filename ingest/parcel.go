package ingest

import (
	"encoding/hex"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"averment/evidence"
	"averment/ingest/format"
)

// row is the beginning of a ledger row for a candidate.
func (m *Importer) row(c Candidate, state evidence.State) evidence.LedgerRow {
	return evidence.LedgerRow{Number: c.Row, Path: Shown(c.Path), State: state, Size: c.Size, Custodian: c.Labels.Custodian,
		Collection: c.Labels.Collection, Note: c.Labels.Note, Warnings: []string{}}
}

func (m *Importer) itemRow(it item, state evidence.State) evidence.LedgerRow {
	row := m.row(it.candidate, state)
	row.Path, row.ID, row.Parent, row.Size = it.name, it.sha, it.parent, it.size()
	return row
}

// duplicate is another sighting of a document that the store has.
func (m *Importer) duplicate(it item, known *evidence.Document) parcel {
	row := m.itemRow(it, evidence.Duplicate)
	row.Pages, row.Kind, row.SourceID = known.PageCount, known.Kind, known.SourceID
	return parcel{intakes: []evidence.Intake{{Row: row}}, candidate: it.candidate}
}

// exception is a file whose original is kept and that can be found by its name only.
func (m *Importer) exception(it item, why *evidence.ReadError) parcel {
	row := m.itemRow(it, evidence.Exception)
	row.Reason, row.Detail, row.Retryable = string(why.Code), why.Detail, why.Retryable
	doc := &evidence.Document{ID: it.sha, Kind: evidence.Other, Title: filepath.Base(it.name),
		Error: &evidence.Failure{Code: why.Code, Message: why.Detail}}
	if it.child != nil {
		doc.SourceID, row.SourceID = it.child.SourceID, it.child.SourceID
	}
	m.label(it, doc)
	row.Kind = doc.Kind
	return parcel{intakes: []evidence.Intake{{Row: row, Document: doc}}, candidate: it.candidate}
}

// refused is a source that was not read at all; sha is "" when not even its bytes are kept.
func (m *Importer) refused(c Candidate, sha string, why *evidence.ReadError) parcel {
	if sha != "" {
		p := m.exception(item{candidate: c, name: Shown(c.Path), sha: sha}, why)
		p.intakes[0].Row.Size, p.intakes[0].Document.Source.Size = c.Size, c.Size
		return p
	}
	row := m.row(c, evidence.Exception)
	row.Reason, row.Detail, row.Retryable = string(why.Code), why.Detail, why.Retryable
	return parcel{intakes: []evidence.Intake{{Row: row}}, candidate: c}
}

// indexed is a document that was read, if only in part.
func (m *Importer) indexed(it item, doc *evidence.Document) parcel {
	m.label(it, doc)
	doc.Normalize()
	row := m.itemRow(it, evidence.Indexed)
	row.Pages, row.Kind, row.Warnings = len(doc.Pages), doc.Kind, doc.Warnings
	row.SourceID, row.Reader = doc.SourceID, doc.Reader
	if f := doc.Error; f != nil { // of a sealed message the header could be read
		row.State, row.Reason, row.Detail = evidence.Exception, string(f.Code), f.Message
		row.Retryable = f.Code == evidence.Encrypted
	}
	return parcel{intakes: []evidence.Intake{{Row: row, Document: doc}}, candidate: it.candidate}
}

// label writes onto the document what only the import knows.
func (m *Importer) label(it item, doc *evidence.Document) {
	doc.ID, doc.Parent = it.sha, it.parent
	doc.Source.Path, doc.Source.SHA256, doc.Source.Size = it.name, it.sha, it.size()
	doc.Custodian, doc.Collection = it.candidate.Labels.Custodian, it.candidate.Labels.Collection
	if m.options.Kind != "" {
		doc.Kind = m.options.Kind
	}
}

// Shown is a path as people and JSON can have it: bytes that are no UTF-8 become \xNN.
func Shown(path string) string {
	if utf8.ValidString(path) {
		return path
	}
	var b strings.Builder
	for i, r := range path {
		if _, size := utf8.DecodeRuneInString(path[i:]); r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&b, `\x%02x`, path[i])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var escapedByte = regexp.MustCompile(`\\x[0-9a-f]{2}`)

// hidden gives back the raw bytes of a shown path.
func hidden(path string) string {
	return escapedByte.ReplaceAllStringFunc(path, func(s string) string {
		b, err := hex.DecodeString(s[2:])
		if err != nil {
			return s
		}
		return string(b)
	})
}

// childName shows a part behind its container. Lines name themselves.
func childName(container string, c format.Child) string {
	if c.Line > 0 {
		dir, _ := filepath.Split(container)
		if strings.HasPrefix(c.Name, filepath.Base(container)+":") {
			return dir + c.Name
		}
	}
	return container + "/" + strings.TrimLeft(c.Name, "/")
}
