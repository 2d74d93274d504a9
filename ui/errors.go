package ui

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"averment/evidence"
	"averment/search"
)

// webError is an error with its status and its words.
type webError struct {
	status              int
	code, message, hint string
	cause               error
}

func (e *webError) Error() string { return e.message }
func (e *webError) Unwrap() error { return e.cause }

// notOffered is the error of a page whose backend is not there.
func notOffered(what string) error {
	return &webError{http.StatusNotImplemented, "unsupported", what + " is not offered by this server.", "Ask for it where the case was started.", nil}
}

func invalid(message, hint string) error {
	return &webError{http.StatusBadRequest, "invalid", message, hint, nil}
}

// apiError is the error object of the API. At is the byte of the query, -1 for none.
type apiError struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
	At      int    `json:"at"`
}

type errorBody struct {
	Version int      `json:"version"`
	Error   apiError `json:"error"`
}

// explain is the one place that turns errors into words for people and programs.
func (s *Server) explain(err error) (int, apiError) {
	var own *webError
	var query *search.Error
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &own):
		return own.status, apiError{own.code, own.message, own.hint, -1}
	case errors.As(err, &query):
		return queryStatus(query), apiError{query.Code, query.Message, query.Advice(), query.At}
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge, apiError{"too-large", "At most " + bytesWord(large.Limit) + " may be sent.", "", -1}
	case errors.Is(err, evidence.ErrNotFound):
		return http.StatusNotFound, apiError{"not-found", err.Error(), evidence.Hint(err), -1}
	case errors.Is(err, evidence.ErrInvalid):
		return http.StatusBadRequest, apiError{"invalid", err.Error(), evidence.Hint(err), -1}
	case errors.Is(err, evidence.ErrUnsupported):
		return http.StatusUnprocessableEntity, apiError{"unsupported", err.Error(), evidence.Hint(err), -1}
	case errors.Is(err, context.Canceled):
		return 499, apiError{"canceled", "The request was ended by the one who asked.", "", -1}
	}
	return http.StatusInternalServerError, apiError{"internal", "Something went wrong: " + clip(err.Error(), 300), evidence.Hint(err), -1}
}

func queryStatus(e *search.Error) int {
	if e.Code == search.CodeTimeout {
		return http.StatusServiceUnavailable
	}
	return http.StatusBadRequest
}

// fail answers with the error, as JSON to the API and as a page to people.
func (s *Server) fail(q *request, err error) {
	status, e := s.explain(err)
	if status >= 500 && status != http.StatusNotImplemented {
		s.Log("%s %s: %v", q.Request.Method, q.Request.URL.Path, err)
	}
	if q.Writer.Written() {
		return
	}
	if isAPI(q.Request) {
		writeJSON(q.Writer, status, errorBody{1, e})
		return
	}
	page := errorPage{Status: status, Code: e.Code, Message: e.Message, Hint: e.Hint}
	page.Title = "Not done"
	if status == http.StatusNotFound {
		page.Title = "Not found"
	}
	if err := s.render(q, status, "error", &page); err != nil {
		s.plainError(q.Writer, q.Request, status, e.Code, e.Message)
	}
}

type errorPage struct {
	Chrome
	Status              int
	Code, Message, Hint string
}

func (s *Server) noPage(*request) error {
	return &webError{http.StatusNotFound, "not-found", "There is no such page.", "Start from the search.", nil}
}

func (s *Server) noMethod(*request) error {
	return &webError{http.StatusMethodNotAllowed, "invalid", "This address does not take that method.", "", nil}
}

// writeJSON writes v, which must be marshallable, in one piece.
func writeJSON(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		status, b = http.StatusInternalServerError, []byte(`{"version":1,"error":{"code":"internal","message":"the answer could not be written","hint":"","at":-1}}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(append(b, '\n')) // the reader has gone; nobody is left to tell
}
