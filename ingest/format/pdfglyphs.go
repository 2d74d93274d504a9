package format

import (
	"unicode"

	"github.com/klippa-app/go-pdfium/responses"
)

// pdfRune is a character of a page with its place.
type pdfRune struct {
	r   rune
	pos responses.CharPosition
}

// runesOf gives the characters of a page, those of fonts without a map to Unicode put
// right where their codes betray what they are.
func runesOf(chars []*responses.GetPageTextStructuredChar) []pdfRune {
	out := make([]pdfRune, 0, len(chars))
	for _, c := range chars {
		for _, r := range c.Text {
			out = append(out, pdfRune{r, c.PointPosition})
		}
	}
	for start := 0; start < len(out); {
		end := start
		for end < len(out) && out[end].r != '\n' {
			end++
		}
		if line := out[start:end]; glyphNumbers(line) {
			shiftGlyphs(line)
		}
		start = end + 1
	}
	return out
}

// glyphShift is what parts the number of a glyph from the code of its character in most
// TrueType fonts, whose first glyphs are three for no character and then those of ASCII.
const glyphShift = ' ' - glyphSpace

// glyphSpace is the glyph of a space in such fonts. No text has this control character.
const glyphSpace = 3

// glyphNumbers says whether a line is not of characters but of the numbers of glyphs: it
// has spaces among them, and moved to characters it is nearly all letters.
func glyphNumbers(line []pdfRune) bool {
	spaces, letters, all := 0, 0, 0
	for _, c := range line {
		switch {
		case c.r == '\r' || c.r == ' ':
			continue
		case c.r == glyphSpace:
			spaces++
		case c.r < 0x80-glyphShift && unicode.IsLetter(c.r+glyphShift):
			letters++
		}
		all++
	}
	return spaces > 0 && letters*5 > (all-spaces)*4 && spaces*20 > all
}

func shiftGlyphs(line []pdfRune) {
	for i, c := range line {
		if c.r != '\r' && c.r != ' ' && c.r < 0x7F-glyphShift {
			line[i].r += glyphShift
		}
	}
}

// texLigatures are the codes of ligatures in the encodings of TeX, T1 and OT1. Fonts of
// it without a map to Unicode give them as they are.
var texLigatures = map[rune]rune{
	0x1B: 'ﬀ', 0x1C: 'ﬁ', 0x1D: 'ﬂ', 0x1E: 'ﬃ', 0x1F: 'ﬄ',
	0x0B: 'ﬀ', 0x0C: 'ﬁ', 0x0E: 'ﬃ', 0x0F: 'ﬄ',
}

// ligatureAt gives the ligature that a control character within a word stands for. Codes
// that are white space elsewhere need letters on both sides.
func ligatureAt(chars []pdfRune, i int) (rune, bool) {
	lig, known := texLigatures[chars[i].r]
	if !known {
		return 0, false
	}
	before := i > 0 && unicode.IsLetter(chars[i-1].r)
	after := i+1 < len(chars) && unicode.IsLower(chars[i+1].r)
	if unicode.IsSpace(chars[i].r) {
		return lig, before && after
	}
	return lig, before || after
}
