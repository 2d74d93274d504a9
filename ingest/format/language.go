package format

import (
	"strings"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

// languageSample is how many bytes of a text are looked at.
const languageSample = 4096

// language gives the ISO 639-1 code of the text's language, "" when it cannot be told.
func language(text string) string {
	sample := text[:min(len(text), languageSample)]
	for len(sample) > 0 && !utf8.ValidString(sample) {
		sample = sample[:len(sample)-1]
	}
	if len(strings.Fields(sample)) < 4 {
		return ""
	}
	if englishByWords(sample) {
		return "en"
	}
	info := whatlanggo.Detect(sample)
	if info.Confidence < 0.5 && !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}

// englishByWords counts function words: quicker than trigrams, which short texts full of
// names mislead.
func englishByWords(sample string) bool {
	hits, words := 0, 0
	for _, w := range strings.Fields(strings.ToLower(sample)) {
		words++
		switch w {
		case "the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "by", "as", "has", "it", "from", "said":
			hits++
		}
	}
	return hits*6 > words
}
