package search

import (
	"strings"
	"unicode"
)

// isApostrophe holds for the apostrophes that may stand inside a word.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// isQuote holds for the quotation marks that open and close a phrase.
func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '＂':
		return true
	}
	return false
}

// isWordRune holds for what a word is made of; a combining mark belongs to its letter.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// split cuts text into words as the index does: runs of letters and digits, with an
// apostrophe between two letters kept (as a straight one). Runes for which extra holds
// belong to words too.
func split(text string, extra func(rune) bool) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case isWordRune(r) || extra != nil && extra(r):
			b.WriteRune(r)
		case isApostrophe(r) && i > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1]):
			b.WriteByte('\'')
		default:
			flush()
		}
	}
	flush()
	return out
}

// hasLetter says whether any letter or digit stands in s.
func hasWord(s string) bool { return strings.IndexFunc(s, isWordRune) >= 0 }
