package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"averment/evidence"
	"averment/search"
	"averment/store"
)

// The exit codes of every command.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2 // for verify: tampering
	exitPartly   = 3 // done, but some files could not be read
	exitLocked   = 11
	interruption = 130
)

// usageError is a command line that cannot be understood.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

// exitError ends the program with a code, its words having been printed already.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// exitCode turns an error into words for a person, or into JSON, and into the exit code.
func (a *app) exitCode(err error) int {
	var code exitError
	if err == nil {
		return exitDone
	}
	if errors.As(err, &code) {
		return int(code)
	}
	a.explain(err)
	var usage usageError
	var query *search.Error
	switch {
	case errors.As(err, &usage), errors.As(err, &query), strings.HasPrefix(err.Error(), "unknown command"):
		return exitUsage
	case errors.Is(err, store.ErrLocked):
		return exitLocked
	case errors.Is(err, context.Canceled):
		return interruption
	}
	return exitFailed
}

func (a *app) explain(err error) {
	var query *search.Error
	if errors.As(err, &query) {
		a.explainQuery(query)
		return
	}
	hint := evidence.Hint(err)
	if a.json {
		_ = a.printJSON(struct { // the error itself is on its way out
			Version int      `json:"version"`
			Error   apiError `json:"error"`
		}{1, apiError{codeOf(err), err.Error(), hint, nil}})
		return
	}
	fmt.Fprintln(a.err, "averment:", plain(err.Error()))
	if hint != "" {
		fmt.Fprintln(a.err, "  hint:", plain(hint))
	}
}

type apiError struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
	At      *int   `json:"at,omitempty"`
}

func codeOf(err error) string {
	switch {
	case errors.Is(err, store.ErrLocked):
		return "locked"
	case errors.Is(err, evidence.ErrNotFound):
		return "not-found"
	case errors.Is(err, evidence.ErrInvalid):
		return "invalid"
	case errors.Is(err, evidence.ErrUnsupported):
		return "unsupported"
	}
	return "failed"
}

// printJSON writes one value to standard output.
func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}
