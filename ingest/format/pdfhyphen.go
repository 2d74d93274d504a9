package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary is the words of a document, in lower case, as evidence of how it spells.
type vocabulary map[string]bool

func vocabularyOf(sheets []sheet) vocabulary {
	v := vocabulary{}
	for i := range sheets {
		for _, l := range sheets[i].lines {
			for _, w := range l.words {
				if !w.joined {
					v[bare(w.text)] = true
				}
			}
		}
	}
	return v
}

// bare is a word without the punctuation around it.
func bare(word string) string {
	return strings.TrimFunc(strings.ToLower(word), func(r rune) bool { return !alphanumeric(r) })
}

// mendHyphens decides at each line that ends with a hyphen whether the hyphen belongs to
// the word ("three-part") or only cut it ("con-tract").
func mendHyphens(sheets []sheet) {
	for i := range sheets {
		joinHyphens(sheets[i].lines)
	}
	v := vocabularyOf(sheets)
	for i := range sheets {
		lines := sheets[i].lines
		for j := range len(lines) - 1 {
			last := &lines[j].words[len(lines[j].words)-1]
			if last.joined && v.keepsHyphen(last.text, lines[j+1].words[0].text) {
				last.text += "-"
			}
		}
		keepLastHyphen(lines)
	}
}

// keepLastHyphen gives the last word of a page back the hyphen that its reader took: what
// it cut stands on the next page.
func keepLastHyphen(lines []textLine) {
	if len(lines) == 0 {
		return
	}
	words := lines[len(lines)-1].words
	if last := &words[len(words)-1]; last.joined {
		last.text, last.joined = last.text+"-", false
	}
}

// joinHyphens marks words that end with a hyphen at the end of a line, and go on in the
// next, where the reader has not marked them itself.
func joinHyphens(lines []textLine) {
	for i := range len(lines) - 1 {
		last := &lines[i].words[len(lines[i].words)-1]
		stem, cut := strings.CutSuffix(last.text, "-")
		end, _ := utf8.DecodeLastRuneInString(stem)
		next, _ := utf8.DecodeRuneInString(lines[i+1].words[0].text)
		if cut && len(stem) > 1 && alphanumeric(end) && alphanumeric(next) {
			last.text, last.joined = stem, true
		}
	}
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// keepsHyphen looks how the document spells the word elsewhere. Where it does not, both
// parts being words of the document speaks for a compound; digits and capitals after
// the hyphen always do.
func (v vocabulary) keepsHyphen(head, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	before, _ := utf8.DecodeLastRuneInString(head)
	if !unicode.IsLower(r) || !unicode.IsLetter(before) {
		return true
	}
	a, b := bare(head), bare(rest)
	switch {
	case v[a+"-"+b]:
		return true
	case v[a+b]:
		return false
	}
	return v[a] && v[b]
}
