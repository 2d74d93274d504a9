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

// splitMarked cuts text into words that may contain any of the marks. An apostrophe
// stays where it touches a letter and stands between letters or marks.
func splitMarked(text, marks string) []string {
	runes := []rune(straight(text))
	for i, r := range runes {
		if r == '\'' && !joins(runes, i, marks) {
			runes[i] = ' '
		}
	}
	var out []string
	for _, p := range strings.FieldsFunc(string(runes), func(r rune) bool { return !isMarkedRune(r, marks) && r != '\'' }) {
		switch {
		case strings.ContainsAny(p, marks):
			out = append(out, p)
		case hasWord(p):
			out = append(out, split(p)...)
		}
	}
	return out
}

// joins says whether the apostrophe at i belongs to a word.
func joins(runes []rune, i int, marks string) bool {
	if i == 0 || i+1 == len(runes) {
		return false
	}
	before, after := runes[i-1], runes[i+1]
	return isMarkedRune(before, marks) && isMarkedRune(after, marks) && (unicode.IsLetter(before) || unicode.IsLetter(after))
}

// hasWord says whether any letter or digit stands in s.
func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
