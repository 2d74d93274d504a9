package store

import "averment/evidence"

// slimRow is a ledger row whose JSON leaves out what is mostly empty: the outer fields
// take the place of the inner ones with the same key.
type slimRow struct {
	evidence.LedgerRow
	Warnings   []string `json:"warnings,omitempty"`
	Reason     string   `json:"reason,omitempty"`
	Detail     string   `json:"detail,omitempty"`
	Retryable  bool     `json:"retryable,omitempty"`
	Custodian  string   `json:"custodian,omitempty"`
	Collection string   `json:"collection,omitempty"`
	Note       string   `json:"note,omitempty"`
	Parent     string   `json:"parent,omitempty"`
	Reader     string   `json:"reader,omitempty"`
}

func slim(row evidence.LedgerRow) slimRow {
	return slimRow{row, row.Warnings, row.Reason, row.Detail, row.Retryable,
		row.Custodian, row.Collection, row.Note, row.Parent, row.Reader}
}

func (s slimRow) row() evidence.LedgerRow {
	row := s.LedgerRow
	row.Warnings, row.Reason, row.Detail, row.Retryable = s.Warnings, s.Reason, s.Detail, s.Retryable
	row.Custodian, row.Collection, row.Note = s.Custodian, s.Collection, s.Note
	row.Parent, row.Reader = s.Parent, s.Reader
	if row.Warnings == nil {
		row.Warnings = []string{}
	}
	return row
}
