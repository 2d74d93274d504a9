package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is the shape of a token.
type tokenKind uint8

const (
	word   tokenKind = iota // letters, perhaps with digits behind: "Smith", "F", "Q3"
	number                  // digits with inner commas and points: "1,000", "1.7", "2024"
	mixed                   // digits first, then letters: "3d", "1.7bn", "9th"
	clitic                  // "'s" or "’s" or a bare apostrophe behind a plural: "users’"
	punct                   // one rune of anything else
)

// token is a word, a number or a sign of the body of a page.
//
// low is the lower-cased text of a word, with curly apostrophes straightened; for a
// sign it is the sign, with curly double quotes kept (opening and closing differ) and
// all dashes but the hyphen folded to an en dash.
type token struct {
	start, end int
	low        string
	kind       tokenKind
	capital    bool    // begins with a capital letter
	upper      bool    // two letters or more, and none of them small
	space      bool    // white space stands before it
	line       bool    // first on its line
	para       bool    // first of its paragraph
	lex        *lexeme // what the tables know of the word; nil where nobody has looked it up
}

// is says whether the token's folded text is one of the words.
func (t *token) is(words ...string) bool {
	for _, w := range words {
		if t.low == w {
			return true
		}
	}
	return false
}

// wordy says whether the token is a word or begins like one.
func (t *token) wordy() bool { return t.kind == word }

// digits says whether the token is a plain run of digits, and at most max of them.
func (t *token) digits(max int) bool {
	if t.kind != number || t.end-t.start > max {
		return false
	}
	return !strings.ContainsAny(t.low, ",.")
}

// tokenize appends the tokens of text[from:to] to out.
func tokenize(out []token, text string, from, to int) []token {
	space, line := true, true
	folded := "" // the range in small letters, one string for all its words
	for i := from; i < to; {
		c := text[i]
		switch {
		case c == '\n' || c == '\r' || c == '\f':
			space, line = true, true
			i++
			continue
		case c == ' ' || c == '\t':
			space = true
			i++
			continue
		}
		t := token{start: i, space: space, line: line}
		switch {
		case isLetter(text, i):
			if plainWordAt(&t, text, to) || fillWord(&t, text, to) {
				if folded == "" {
					folded = foldASCII(text[from:to])
				}
				t.low = folded[t.start-from : t.end-from]
			}
		case c >= '0' && c <= '9':
			t.end, t.kind = numberEnd(text, i, to)
			t.low = lower(text[i:t.end])
		default:
			if !fillSign(&t, text, to) {
				i, space = t.end, true
				continue
			}
		}
		t.end = min(t.end, to) // a range may end inside a rune
		out = append(out, t)
		i, space, line = t.end, false, false
	}
	return out
}

func isLetter(text string, i int) bool {
	c := text[i]
	if c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// wordEnd is the end of the word that begins at i. An apostrophe inside belongs to
// the word ("O'Brien", "didn't"), a final 's does not.
func wordEnd(text string, i, to int) int {
	for i < to {
		c := text[i]
		if c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' {
				i++
				continue
			}
			if c == '\'' && inWord(text, i+1, to) {
				i++
				continue
			}
			return i
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			i += n
		case r == '’' && inWord(text, i+n, to):
			i += n
		default:
			return i
		}
	}
	return i
}

// inWord says whether the letters at i go on a word after an apostrophe, rather than
// being the possessive 's.
func inWord(text string, i, to int) bool {
	if i >= to || !isLetter(text, i) {
		return false
	}
	if text[i] != 's' && text[i] != 'S' {
		return true
	}
	return i+1 < to && isLetter(text, i+1)
}

// letterCases has for each ASCII letter whether it is small or large, and a bit for digits.
var letterCases = func() (out [256]uint8) {
	for c := '0'; c <= '9'; c++ {
		out[c] = 1
	}
	for c := 'a'; c <= 'z'; c++ {
		out[c], out[c-0x20] = 2, 4
	}
	return out
}()

// plainWordAt reads a word of ASCII letters and digits in one go, as most are; it says whether
// low has still to be folded. A word with anything else in it is left to fillWord: its end
// stays 0.
func plainWordAt(t *token, text string, to int) (fold bool) {
	i, seen := t.start, uint8(0)
	for i < to {
		c := letterCases[text[i]]
		if c == 0 {
			if text[i] == '\'' || text[i] >= utf8.RuneSelf {
				return false
			}
			break
		}
		seen |= c
		i++
	}
	t.end = i
	t.low = text[t.start:i]
	t.capital = letterCases[text[t.start]] == 4
	t.upper = t.capital && i-t.start > 1 && seen&2 == 0
	return seen&4 != 0
}

// fillWord reads a word that plainWordAt left, if it did, and its case; it says whether low has
// still to be folded, as that of an ASCII word with capitals has.
func fillWord(t *token, text string, to int) (fold bool) {
	if t.end > 0 {
		return false
	}
	t.end = wordEnd(text, t.start, to)
	s := text[t.start:t.end]
	small, large := false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			fillForeign(t, s)
			return false
		}
		small = small || c >= 'a' && c <= 'z'
		large = large || c >= 'A' && c <= 'Z'
	}
	t.low = s
	t.capital = s[0] >= 'A' && s[0] <= 'Z'
	t.upper = t.capital && len(s) > 1 && !small
	return large
}

// foldASCII writes the capitals of ASCII small and keeps every other byte where it is.
func foldASCII(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	from := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' {
			b.WriteString(s[from:i])
			b.WriteByte(c | 0x20)
			from = i + 1
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// fillForeign is fillWord for words beyond ASCII.
func fillForeign(t *token, s string) {
	t.low = lower(s)
	r, _ := utf8.DecodeRuneInString(s)
	t.capital = unicode.IsUpper(r)
	t.upper = t.capital && len(s) > 1 && strings.ToUpper(s) == s
}

// lower folds case and straightens apostrophes; it allocates only where it must.
func lower(s string) string {
	s = strings.ToLower(s)
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return s
}

// numberEnd is the end of the number at i: digits, commas and points between digits,
// and letters stuck to the end, which make it mixed.
func numberEnd(text string, i, to int) (int, tokenKind) {
	digit := func(k int) bool { return k < to && text[k] >= '0' && text[k] <= '9' }
	for digit(i) || i < to && (text[i] == ',' || text[i] == '.') && digit(i+1) {
		i++
	}
	if i < to && isLetter(text, i) {
		return wordEnd(text, i, to), mixed
	}
	return i, number
}

// fillSign reads one sign; false means that it is white space after all.
func fillSign(t *token, text string, to int) bool {
	t.kind = punct
	c := text[t.start]
	if c < utf8.RuneSelf {
		t.end = t.start + 1
		t.low = text[t.start:t.end]
		if c == '\'' {
			fillClitic(t, text, to)
		}
		return c > ' '
	}
	r, n := utf8.DecodeRuneInString(text[t.start:])
	t.end = t.start + n
	t.low = text[t.start:t.end]
	switch {
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == 2:
		return false
	case r == '—' || r == '―' || r == '‒':
		t.low = "–"
	case r == '‑' || r == '‐':
		t.low = "-"
	case r == '’':
		fillClitic(t, text, to)
	}
	return true
}

// fillClitic turns an apostrophe behind a word into the possessive.
func fillClitic(t *token, text string, to int) {
	if t.space {
		return
	}
	if t.end < to && (text[t.end] == 's' || text[t.end] == 'S') &&
		(t.end+1 >= to || !isLetter(text, t.end+1)) {
		t.end++
		t.kind, t.low = clitic, "'s"
	} else if t.start > 0 && (text[t.start-1] == 's' || text[t.start-1] == 'S') {
		t.kind, t.low = clitic, "'"
	}
}
