package evidence

import (
	"errors"
	"fmt"
)

// The sentinels that every package wraps with the operation and the cause.
var (
	ErrNotFound    = errors.New("not found")
	ErrInvalid     = errors.New("invalid")
	ErrUnsupported = errors.New("unsupported")
)

// invalidError is an ErrInvalid that is said in words of its own.
type invalidError string

func (e invalidError) Error() string        { return string(e) }
func (e invalidError) Is(target error) bool { return target == ErrInvalid }

// Invalid says in a whole sentence what is wrong with what somebody gave. It is an
// ErrInvalid, and does not end in that word.
func Invalid(format string, args ...any) error {
	return invalidError(fmt.Sprintf(format, args...))
}

// HintError adds to an error what a person can do about it.
type HintError struct {
	Err  error
	Hint string
}

func (e *HintError) Error() string { return e.Err.Error() }
func (e *HintError) Unwrap() error { return e.Err }

// WithHint wraps err with a hint; nil stays nil.
func WithHint(err error, hint string) error {
	if err == nil {
		return nil
	}
	return &HintError{err, hint}
}

// Hint finds the hint in the chain of err, "" when there is none.
func Hint(err error) string {
	var h *HintError
	if errors.As(err, &h) {
		return h.Hint
	}
	return ""
}

// ReadError is a file that could not be read, with the code for its ledger row.
type ReadError struct {
	Code      Code
	Detail    string
	Retryable bool
}

func (e *ReadError) Error() string { return string(e.Code) + ": " + e.Detail }
