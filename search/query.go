package search

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Dialect is the language a query is written in.
type Dialect string

// The dialects.
const (
	Averment Dialect = "averment"
	DTSearch Dialect = "dtsearch"
)

// ParseDialect reads the name of a dialect; "" is averment.
func ParseDialect(name string) (Dialect, error) {
	switch d := Dialect(strings.ToLower(name)); d {
	case "", Averment:
		return Averment, nil
	case DTSearch:
		return d, nil
	}
	return "", &Error{Code: CodeInvalid, Message: fmt.Sprintf("there is no dialect %q", name), Hint: "The dialects are averment and dtsearch."}
}

// Limits of a query. They keep the work of any input in proportion to its length.
const (
	MaxBytes = 64 << 10
	MaxDepth = 64
	MaxNodes = 16384
	maxTree  = 90 // levels of the tree, which the index can evaluate
)

// Query is a parsed query.
type Query struct {
	Text     string // as typed
	Dialect  Dialect
	Root     Node
	Warnings []Warning
}

// Parse reads a query. The error is an *Error that points at the character.
func Parse(text string, d Dialect) (*Query, error) {
	d, err := ParseDialect(string(d))
	if err != nil {
		return nil, err
	}
	if len(text) > MaxBytes {
		return nil, &Error{Code: CodeTooLarge, At: MaxBytes, Message: fmt.Sprintf("the query has %d bytes; at most %d can be read", len(text), MaxBytes), Hint: "Split it into several queries; a search term report runs a list of them."}
	}
	if !utf8.ValidString(text) {
		at := strings.IndexRune(text, utf8.RuneError)
		return nil, &Error{Code: CodeInvalid, At: max(at, 0), Message: "the query is not valid UTF-8", Hint: "Send the query in UTF-8.", Suggestion: ""}
	}
	p := &parser{src: text, dialect: d}
	root, err := p.parse()
	if err != nil {
		return nil, withSound(err, text, d)
	}
	p.warnHabits()
	if height(root) > maxTree {
		return nil, &Error{Code: CodeTooLarge, Message: fmt.Sprintf("more than %d operators stand inside each other", maxTree), Hint: "Split the query into several."}
	}
	q := &Query{Text: text, Dialect: d, Root: root, Warnings: p.soundWarnings()}
	q.addReadings(p.mixed)
	return q, nil
}

// height counts the levels of a tree.
func height(n Node) int {
	most := 0
	for _, c := range children(n) {
		most = max(most, height(c))
	}
	return most + 1
}

// withSound repairs the suggestion of an error until it can be parsed, a few times at
// most. When that does not help it is the words of the query, or else every document.
func withSound(err error, text string, d Dialect) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	if e.Code != CodeInvalid {
		return e
	}
	for range 4 {
		if e.Suggestion == "" {
			break
		}
		_, again := (&parser{src: e.Suggestion, dialect: d}).parse()
		var next *Error
		if !errors.As(again, &next) {
			return e
		}
		e.Suggestion = next.Suggestion
	}
	e.Suggestion = plainQuery(text)
	return e
}

// soundWarnings are the warnings; a second reading that cannot be read itself, as when a
// word without its sign is an operator, is not offered.
func (p *parser) soundWarnings() []Warning {
	for i, w := range p.warnings {
		for _, a := range w.Alternatives {
			if _, err := (&parser{src: a.Query, dialect: p.dialect}).parse(); err != nil {
				p.warnings[i].Alternatives = []Alternative{}
				break
			}
		}
	}
	return p.warnings
}

// plainQuery is the words of a query that cannot be read, without its operators.
func plainQuery(text string) string {
	var words []string
	for _, w := range split(text) {
		if !isOperatorWord(w) && w != "w" && kindOfField(strings.ToLower(w)) == noField {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return "*"
	}
	plain := strings.Join(words[:min(len(words), 64)], " AND ")
	if !readable(plain) {
		return "*"
	}
	return plain
}

// mix is a part of the query that can be read in two ways.
type mix struct {
	ours, other Node
	at          int
	message     string
}

const (
	mixedLevel = "AND and OR meet here without parentheses; OR was joined first, and AND NOT last"
	mixedChain = "dtSearch leaves open which of these distances comes first; the smallest was taken first"
)

// addReadings warns of every mixed level, with the whole query in both readings.
func (q *Query) addReadings(mixed []mix) {
	if len(mixed) == 0 {
		return
	}
	ours := q.String()
	for _, m := range mixed[:min(len(mixed), maxWarnings)] {
		other := &Query{Dialect: q.Dialect, Root: replace(q.Root, m.ours, m.other)}
		q.Warnings = append(q.Warnings, Warning{
			Message:      m.message,
			At:           m.at,
			Alternatives: []Alternative{{Query: ours}, {Query: other.String()}},
		})
	}
}
