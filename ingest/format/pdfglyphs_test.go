package format

import (
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium/responses"
)

// textOf makes the lines of a stream of characters.
func textOf(stream string) string {
	var chars []*responses.GetPageTextStructuredChar
	for _, r := range stream {
		chars = append(chars, &responses.GetPageTextStructuredChar{Text: string(r)})
	}
	var lines []string
	for _, l := range linesOf(chars, func(responses.CharPosition) rect { return rect{} }) {
		lines = append(lines, l.text())
	}
	return strings.Join(lines, "|")
}

func TestFontsWithoutMap(t *testing.T) {
	glyphs := strings.Map(func(r rune) rune { return r - glyphShift }, "The clerk sent the writ.")
	tests := []struct{ name, in, want string }{
		{"numbers of glyphs", glyphs, "The clerk sent the writ."},
		{"and another line", glyphs + "\r\nPlain words, 12 of them", "The clerk sent the writ.|Plain words, 12 of them"},
		{"ligatures of TeX", "a\x1edavit, \x1cnal, con\x1dict, de\x0cne, su\x0ecient", "affidavit, final, conflict, define, sufficient"},
		{"a page break", "one\x0c Two", "one Two"},
		{"stray controls", "12\x1c34 \x03\x03", "1234"},
		{"a shout", "WE THE JURY FIND", "WE THE JURY FIND"},
	}
	for _, tt := range tests {
		if got := textOf(tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
