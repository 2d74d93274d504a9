package store

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Event is one entry of the custody log: who did what to which object.
type Event struct {
	Seq  uint64 // place in the log, from 0; set by the store
	Time string // RFC 3339 in UTC; set by the store when ""
	// Actor is the person or program; "" is the one of Options.
	Actor string
	// Action: added, seen, parsed, exception, ignored, retried, viewed, searched, exported,
	// tagged, untagged, noted, checked, signed-in, refused, configured, …
	Action  string
	Object  string            // SHA-256 of a document, a query, a name
	Outcome string            // "ok", "refused", "12 documents"
	Detail  map[string]string // what else belongs to it; keys are words without ": "
}

// The log holds events as lines of text, so that anybody can read them with any tool:
// "averment custody 1", then "time: …", "actor: …" and so on, then details in the order
// of their keys. Line breaks inside a value are written \n, a backslash \\.
const eventHeader = "averment custody 1\n"

func (e Event) encode() []byte {
	b := []byte(eventHeader)
	line := func(key, value string) {
		b = append(append(append(b, key...), ": "...), escapeLine(value)...)
		b = append(b, '\n')
	}
	line("time", e.Time)
	line("actor", e.Actor)
	line("action", e.Action)
	line("object", e.Object)
	line("outcome", e.Outcome)
	for _, key := range slices.Sorted(maps.Keys(e.Detail)) {
		line("detail "+key, e.Detail[key])
	}
	return b
}

var (
	lineEscaper   = strings.NewReplacer("\\", `\\`, "\n", `\n`, "\r", `\r`)
	lineUnescaper = strings.NewReplacer(`\\`, "\\", `\n`, "\n", `\r`, "\r")
)

func escapeLine(s string) string {
	if strings.ContainsAny(s, "\\\n\r") {
		return lineEscaper.Replace(s)
	}
	return s
}

func unescapeLine(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		return lineUnescaper.Replace(s)
	}
	return s
}

// decodeEvent reads what encode wrote; unknown lines are kept as details.
func decodeEvent(seq uint64, data []byte) (Event, error) {
	e := Event{Seq: seq}
	body, ok := bytes.CutPrefix(data, []byte(eventHeader))
	if !ok || !bytes.HasSuffix(body, []byte("\n")) {
		return e, fmt.Errorf("%w: log entry %d is not readable", ErrDamaged, seq)
	}
	for line := range strings.Lines(string(body)) {
		key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if !ok {
			return e, fmt.Errorf("%w: log entry %d has a line without a key", ErrDamaged, seq)
		}
		e.set(key, unescapeLine(value))
	}
	return e, nil
}

func (e *Event) set(key, value string) {
	switch key {
	case "time":
		e.Time = value
	case "actor":
		e.Actor = value
	case "action":
		e.Action = value
	case "object":
		e.Object = value
	case "outcome":
		e.Outcome = value
	default:
		if e.Detail == nil {
			e.Detail = map[string]string{}
		}
		e.Detail[strings.TrimPrefix(key, "detail ")] = value
	}
}
