package format

import (
	"strings"
	"unicode"
)

// agreement is the word F1 below which two readers disagree about a page.
const agreement = 0.8

// fewestLetters is how much the second reader must have found before its word counts.
const fewestLetters = 100

// comparedBytes is how much of a page is compared: a page can be of any size.
const comparedBytes = 16 << 10

// disagree says whether two readers of a page found different text, in a way that the
// faults of the second do not explain: it runs words together, leaves out parts of a page,
// garbles fonts that it does not know, and turns around what is written from the right.
// What it did read must be found in the first.
func disagree(first, second string) bool {
	if wordF1(first, second) >= agreement || garbled(second) && !garbled(first) || fromRight(first) {
		return false
	}
	a, b := lettersOf(first), lettersOf(second)
	if len(b) < fewestLetters {
		return false
	}
	words := longWords(first)
	self := covered(a[:min(len(a), comparedBytes)], words)
	return self == 0 || covered(b[:min(len(b), comparedBytes)], words)/self < agreement
}

// fromRight says whether a text has a good part written from right to left.
func fromRight(s string) bool {
	right, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
				right++
			}
		}
	}
	return right*5 > all
}

// lettersOf leaves the letters and digits of a text, in lower case.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if !alphanumeric(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// longWords gives the distinct words of three letters or more.
func longWords(s string) []string {
	var out []string
	for w := range bagOf(s) {
		if len(w) >= 3 {
			out = append(out, w)
		}
	}
	return out
}

// covered is the part of a squeezed text that the words make up, from 0 to 1.
func covered(text string, words []string) float64 {
	if text == "" {
		return 0
	}
	under := make([]bool, len(text))
	for _, w := range words {
		for at := 0; ; {
			i := strings.Index(text[at:], w)
			if i < 0 {
				break
			}
			for j := range w {
				under[at+i+j] = true
			}
			at += i + len(w)
		}
	}
	n := 0
	for _, u := range under {
		if u {
			n++
		}
	}
	return float64(n) / float64(len(text))
}

// wordF1 compares the words of two texts as bags: the harmonic mean of the part of each
// that the other has too, from 0 to 1. Case and punctuation do not count.
func wordF1(a, b string) float64 {
	wa, wb := bagOf(a), bagOf(b)
	na, nb, both := 0, 0, 0
	for w, n := range wa {
		na += n
		both += min(n, wb[w])
	}
	for _, n := range wb {
		nb += n
	}
	if na+nb == 0 {
		return 1
	}
	return 2 * float64(both) / float64(na+nb)
}

func bagOf(s string) map[string]int {
	bag := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !alphanumeric(r) }) {
		bag[w]++
	}
	return bag
}
