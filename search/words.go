package search

import (
	"strings"
	"unicode"

	"averment/index"
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

// isMarkedRune holds for the runes of a word to which * ? and the like are added.
func isMarkedRune(r rune, marks string) bool {
	return isWordRune(r) || strings.ContainsRune(marks, r)
}

// split cuts text into words as the index does, with apostrophes made straight.
func split(text string) []string {
	var out []string
	for _, t := range index.Tokens(text) {
		if !t.Alt {
			out = append(out, straight(text[t.Start:t.End]))
		}
	}
	return out
}

func straight(word string) string {
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return '\''
		}
		return r
	}, word)
}

// splitMarked cuts text into words that may contain any of the marks.
func splitMarked(text, marks string) []string {
	pieces := strings.FieldsFunc(text, func(r rune) bool { return !isMarkedRune(r, marks) && !isApostrophe(r) })
	var out []string
	for _, p := range pieces {
		p = strings.TrimFunc(straight(p), isApostrophe)
		switch {
		case strings.ContainsAny(p, marks):
			out = append(out, p)
		case hasWord(p):
			out = append(out, split(p)...)
		}
	}
	return out
}

// hasWord says whether any letter or digit stands in s.
func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
