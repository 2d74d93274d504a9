package main

import (
	"strings"

	"averment/evidence"
	"averment/store"
	"averment/ui"
)

// Tag puts a tag on a document.
func (d *desk) Tag(sha, tag, by string) error { return d.changed(d.store.Tag(sha, tag, by)) }

// Untag takes a tag off.
func (d *desk) Untag(sha, tag, by string) error { return d.changed(d.store.Untag(sha, tag, by)) }

// Tags gives all tags with their documents.
func (d *desk) Tags() (map[string]int, error) { return d.store.Tags() }

// AddNote leaves a remark on a document.
func (d *desk) AddNote(sha string, n evidence.Note) (evidence.Note, error) {
	n, err := d.store.AddNote(sha, n)
	return n, d.changed(err)
}

// RemoveNote takes a remark away.
func (d *desk) RemoveNote(sha string, id uint64, by string) error {
	return d.changed(d.store.RemoveNote(sha, id, by))
}

// changed wakes the index when a document changed.
func (d *desk) changed(err error) error {
	if err == nil {
		d.index.Notify()
	}
	return err
}

// SavedQueries gives the searches that somebody keeps.
func (d *desk) SavedQueries() ([]ui.Saved, error) {
	list, err := d.store.SavedQueries()
	out := make([]ui.Saved, len(list))
	for i, q := range list {
		out[i] = ui.Saved(q)
	}
	return out, err
}

// SaveQuery keeps a search.
func (d *desk) SaveQuery(q ui.Saved) (ui.Saved, error) {
	kept, err := d.store.SaveQuery(store.SavedQuery(q))
	return ui.Saved(kept), err
}

// DeleteQuery forgets a search.
func (d *desk) DeleteQuery(id uint64, by string) error { return d.store.DeleteQuery(id, by) }

// records are people, tokens and sessions, opaque to the store.
type records struct{ *store.Case }

func (r records) PutRecord(kind, key string, value []byte) error {
	return r.Case.PutRecord(kind, key, value)
}

func (r records) DeleteRecord(kind, key string) error { return r.Case.DeleteRecord(kind, key) }

// bodyText is the text of a document without its furniture.
func bodyText(doc *evidence.Document) string {
	var b strings.Builder
	for _, p := range doc.Pages {
		at := 0
		for _, f := range p.Furniture {
			b.WriteString(p.Text[at:f.Start])
			at = f.End
		}
		b.WriteString(p.Text[at:] + "\n\n")
	}
	return b.String()
}
