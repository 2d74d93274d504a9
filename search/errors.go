package search

import (
	"encoding/json"
	"fmt"

	"averment/evidence"
)

// The codes of an Error, as the web API gives them.
const (
	CodeInvalid  = "invalid-query"
	CodeTimeout  = "timeout"
	CodeTooLarge = "query-too-large"
)

// Error is a query that cannot be run. At is the byte offset in the query where the
// trouble is; Suggestion is a query that can be run, or "".
type Error struct {
	Code       string
	Message    string // what is wrong and what was expected
	Hint       string // what to do
	At         int
	Suggestion string
}

func (e *Error) Error() string { return fmt.Sprintf("query, character %d: %s", e.At+1, e.Message) }

// Unwrap makes a query error one of invalid input.
func (e *Error) Unwrap() error {
	if e.Code == CodeTimeout {
		return nil
	}
	return evidence.ErrInvalid
}

// Advice is the hint with the suggested query, for people.
func (e *Error) Advice() string {
	if e.Suggestion == "" {
		return e.Hint
	}
	try := "Try: " + e.Suggestion
	if e.Hint == "" {
		return try
	}
	return e.Hint + " " + try
}

type errorBody struct {
	Code       string `json:"code"`
	Message    string `json:"message"`
	Hint       string `json:"hint"`
	At         int    `json:"at"`
	Suggestion string `json:"suggestion,omitempty"`
}

// MarshalJSON gives the error object of the web API, version included.
func (e *Error) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Version int       `json:"version"`
		Error   errorBody `json:"error"`
	}{1, errorBody{e.Code, e.Message, e.Advice(), e.At, e.Suggestion}})
}

// Warning is said beside an answer: the query runs, but may not mean what was meant.
type Warning struct {
	Message      string        `json:"message"`
	At           int           `json:"at"`
	Alternatives []Alternative `json:"alternatives"`
}

// Alternative is one way to read a query, with the documents it finds.
type Alternative struct {
	Query string `json:"query"`
	Total int    `json:"total"`
}
