package index

import (
	"unicode"
	"unicode/utf8"
)

// maxToken is the longest form in bytes; what is longer is cut, in queries as well.
const maxToken = 128

// maxJoin is how many hyphenated parts are joined into one form.
const maxJoin = 6

// Token is one form at one position. Positions count from 1. An Alt token is another
// form at a position already taken: the bare word of a possessive, or the joined form of
// a hyphenated word, which stands at the position of its first part.
type Token struct {
	Text       string // folded
	Pos        int
	Start, End int // bytes of what is printed
	Alt        bool
}

// Tokens splits a text into the tokens that are indexed. Queries and excerpts go through
// the same function.
func Tokens(text string) []Token {
	var out []Token
	s := scanner{text: text, emit: func(t *scanner, form []byte, start, end int, alt bool) {
		out = append(out, Token{string(form), t.pos, start, end, alt})
	}}
	s.run(0, len(text))
	return out
}

// scanner finds words. pos is the position of the token being emitted; it goes on from
// one call of run to the next.
type scanner struct {
	text   string
	pos    int
	emit   func(s *scanner, form []byte, start, end int, alt bool)
	form   []byte
	joined []byte
}

// run emits the tokens of text[from:to].
func (s *scanner) run(from, to int) {
	for i := from; i < to; {
		if c := s.text[i]; c < utf8.RuneSelf {
			if asciiClass[c] == classOther {
				i++
				continue
			}
		} else if r, n := utf8.DecodeRuneInString(s.text[i:to]); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		i = s.compound(i, to)
	}
}

// compound emits a word and the hyphenated words that hang on it.
func (s *scanner) compound(start, to int) int {
	first, parts := s.pos+1, 0
	s.joined = s.joined[:0]
	at := start
	for {
		end := s.word(at, to)
		s.word1(at, end)
		parts++
		if parts <= maxJoin {
			s.joined = append(s.joined, s.form...)
		}
		at = end
		next, ok := s.afterHyphen(end, to)
		if !ok {
			break
		}
		at = next
	}
	if parts > 1 && parts <= maxJoin && len(s.joined) <= maxToken {
		last := s.pos
		s.pos = first
		s.emit(s, s.joined, start, at, true)
		s.pos = last
	}
	return at
}

// word1 emits the word in s.form and the bare word of a possessive.
func (s *scanner) word1(start, end int) {
	s.pos++
	if n := maxToken; len(s.form) > n {
		for n > 0 && !utf8.RuneStart(s.form[n]) {
			n--
		}
		s.form = s.form[:n]
	}
	s.emit(s, s.form, start, end, false)
	n := len(s.form)
	if n > 2 && s.form[n-1] == 's' && s.form[n-2] == '\'' {
		s.emit(s, s.form[:n-2], start, end, true)
	}
}

// word folds the word that begins at i into s.form and gives its end.
func (s *scanner) word(i, to int) int {
	s.form = s.form[:0]
	letter := false
	for i < to {
		c := s.text[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s.text[i:to])
			switch {
			case alone(r):
				if len(s.form) > 0 {
					return i
				}
				s.form = appendFold(s.form, r)
				return i + n
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				s.form = appendFold(s.form, r)
				letter = !unicode.IsDigit(r)
			case isApostrophe(r) && letter && s.letterAt(i+n, to):
				s.form = append(s.form, '\'')
			case !ignorable(r):
				return i
			}
			i += n
			continue
		}
		switch asciiClass[c] {
		case classLetter:
			letter = true
		case classDigit:
			letter = false
		default:
			if c != '\'' || !letter || !s.letterAt(i+1, to) {
				return i
			}
		}
		s.form = append(s.form, asciiLower[c])
		i++
	}
	return i
}

func (s *scanner) letterAt(i, to int) bool {
	if i >= to {
		return false
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return asciiClass[c] == classLetter
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:to])
	return unicode.IsLetter(r)
}

// afterHyphen gives the start of the next part when a hyphen and a word follow directly.
func (s *scanner) afterHyphen(i, to int) (int, bool) {
	if i >= to {
		return 0, false
	}
	r, n := utf8.DecodeRuneInString(s.text[i:to])
	if !isHyphen(r) || i+n >= to {
		return 0, false
	}
	next, _ := utf8.DecodeRuneInString(s.text[i+n : to])
	return i + n, (unicode.IsLetter(next) || unicode.IsDigit(next)) && !alone(next)
}
