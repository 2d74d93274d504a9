package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Classes of ASCII bytes.
const (
	classOther = iota
	classLetter
	classDigit
)

// asciiClass and asciiLower are read only.
var asciiClass, asciiLower = asciiTables()

func asciiTables() (class, lower [128]byte) {
	for i := range lower {
		c := byte(i)
		lower[i] = c
		switch {
		case c >= '0' && c <= '9':
			class[i] = classDigit
		case c >= 'a' && c <= 'z':
			class[i] = classLetter
		case c >= 'A' && c <= 'Z':
			class[i] = classLetter
			lower[i] = c + 'a' - 'A'
		}
	}
	return class, lower
}

// latinFolds holds the folded forms of the letters from U+0080 to U+024F, read only.
var latinFolds = latinTable()

func latinTable() (table [0x250]string) {
	for r := rune(0x80); r < 0x250; r++ {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			table[r] = decompose(r)
		}
	}
	return table
}

// undecomposed are letters that Unicode does not take apart though readers do.
var undecomposed = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'ł': "l", 'Ł': "l", 'þ': "th", 'Þ': "th",
	'ħ': "h", 'Ħ': "h", 'ı': "i", 'ŧ': "t", 'Ŧ': "t", 'ς': "σ",
}

// decompose lowers a letter and drops its accents.
func decompose(r rune) string {
	if s, ok := undecomposed[r]; ok {
		return s
	}
	var b strings.Builder
	for _, c := range norm.NFKD.String(string(r)) {
		if unicode.In(c, unicode.Mn, unicode.Me) {
			continue
		}
		c = unicode.ToLower(c)
		if s, ok := undecomposed[c]; ok {
			b.WriteString(s)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

// appendFold appends the folded form of a letter or digit that is not ASCII.
func appendFold(dst []byte, r rune) []byte {
	if int(r) < len(latinFolds) {
		return append(dst, latinFolds[r]...)
	}
	return append(dst, decompose(r)...)
}

// Fold gives the folded form of a word: lower case, without accents, curly apostrophes
// made straight. It does not split.
func Fold(word string) string {
	dst := make([]byte, 0, len(word))
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			dst = append(dst, asciiLower[c])
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		switch {
		case isApostrophe(r):
			dst = append(dst, '\'')
		case ignorable(r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			dst = appendFold(dst, r)
		default:
			dst = append(dst, word[i-n:i]...)
		}
	}
	return string(dst)
}

// Surface gives the form by which Exact compares: composed, straight apostrophes, no
// soft hyphens.
func Surface(word string) string {
	if isASCII(word) {
		return word
	}
	clean := strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return '\''
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, word)
	return norm.NFC.String(clean)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '\uFF07'
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// ignorable runes stand inside a word without being part of it: accents and invisible
// format characters.
func ignorable(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) }

// alone says whether each character of the script is a word by itself, since the script
// does not put spaces between words.
func alone(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
