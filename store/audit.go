package store

import (
	"strings"
)

// AuditFilter chooses entries of the log; the zero value takes all.
type AuditFilter struct {
	Actor  string
	Action string
	Object string // begins with this
	Since  string // RFC 3339: not before
	Until  string // RFC 3339: before
	After  uint64 // entries behind this place; with Newest those before it, 0 for all
	Limit  int    // 0 is no limit
	Newest bool   // newest first
}

func (f AuditFilter) takes(e Event) bool {
	return (f.Actor == "" || e.Actor == f.Actor) &&
		(f.Action == "" || e.Action == f.Action) &&
		(f.Object == "" || strings.HasPrefix(e.Object, f.Object)) &&
		(f.Since == "" || e.Time >= f.Since) &&
		(f.Until == "" || e.Time < f.Until)
}

// Audit gives the entries of the custody log that the filter takes, in their order.
// An error of yield ends it and is given back.
func (c *Case) Audit(f AuditFilter, yield func(Event) error) error {
	left := f.Limit
	w := walk{bucket: bucketCustody, after: from(f.After), down: f.Newest}
	return c.each(w, func(k, v []byte) error {
		e, err := decodeEvent(num64(k), v)
		if err != nil {
			return err
		}
		if !f.takes(e) {
			return nil
		}
		if err := yield(e); err != nil {
			return err
		}
		if left--; left == 0 {
			return errStop
		}
		return nil
	})
}
