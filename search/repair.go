package search

import (
	"strings"
)

// maxJoined is how many words after a value may belong to it: of "January 5, 2024 to …".
const maxJoined = 4

// repaired is the query with a value that a field cannot read made readable: the words
// after it taken in, a range written with .., its ends in order. Where none of that
// helps an example stands in its place.
func (p *parser) repaired(t token, text string, at int) string {
	if at > 0 && !endsInQuote(p.src[:at]) {
		if value, end := p.joinedValue(t.text, at); value != "" {
			return p.src[:at] + value + p.src[end:]
		}
	}
	if value := asRange(t.text, text); value != "" {
		return p.swap(at, text, value)
	}
	return p.swap(at, text, exampleValue(t.text))
}

func endsInQuote(s string) bool {
	return s != "" && strings.IndexFunc(s[len(s)-1:], isQuote) == 0 || strings.HasSuffix(s, "“")
}

// joinedValue takes in the words after an unquoted value, as few as make it readable:
// August 2024 becomes "August 2024", [2024 TO 2025] becomes 2024..2025.
func (p *parser) joinedValue(field string, at int) (value string, end int) {
	l := lexer{src: p.src, pos: at, dialect: p.dialect}
	for n := 0; n <= maxJoined; n++ {
		l.skipSpace()
		chunk := l.chunk()
		if chunk == "" {
			break
		}
		l.pos += len(chunk)
		text := p.src[at:l.pos]
		if n > 0 && canRead(field, text) {
			return `"` + text + `"`, l.pos
		}
		if value := asRange(field, text); value != "" {
			return value, l.pos
		}
	}
	return "", at
}

// canRead says whether a field of dates or amounts can read a value.
func canRead(field, text string) bool {
	switch kindOfField(field) {
	case dateField:
		_, err := parseDates(field, text)
		return err == nil
	case moneyField:
		_, err := parseMoney(text)
		return err == nil
	}
	return false
}

// rangeSigns are ways to write a range, besides "..".
var rangeSigns = []string{" TO ", " to ", "..", "–", "—", "-"}

// asRange is a value written as A..B, its ends in order, "" where it is no range.
func asRange(field, text string) string {
	bare := strings.TrimSpace(strings.Trim(text, "[]{}()"))
	for _, sign := range rangeSigns {
		for i := 0; i < len(bare); {
			next := strings.Index(bare[i:], sign)
			if next < 0 {
				break
			}
			i += next
			low, high := strings.TrimSpace(bare[:i]), strings.TrimSpace(bare[i+len(sign):])
			i += len(sign)
			if low == "" || high == "" || !canRead(field, low) || !canRead(field, high) {
				continue
			}
			for _, value := range []string{low + ".." + high, high + ".." + low} {
				if canRead(field, value) {
					return quotedValue(value)
				}
			}
		}
	}
	return ""
}

// quotedValue puts a value with a space in it in quotation marks.
func quotedValue(value string) string {
	if strings.ContainsAny(value, " \t") {
		return `"` + value + `"`
	}
	return value
}
