package main

import (
	"fmt"
	"strings"
	"unicode"

	"averment/evidence"
)

// plain makes text from a document fit for a terminal: control characters and marks
// that reorder text are shown, not obeyed.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r >= 0x200B && r <= 0x200F:
			return '\uFFFD'
		}
		return r
	}, s)
}

// line is plain text on one line.
func line(s string) string { return strings.Join(strings.Fields(plain(s)), " ") }

func short(id string) string {
	if len(id) > 12 {
		return id[:12]
	}
	return id
}

func dateWords(d *evidence.Date) string {
	switch {
	case d == nil:
		return ""
	case !d.Resolved:
		return "undated (" + d.Surface + ")"
	}
	return d.Value
}

func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
