package extract

import (
	"strings"
	"testing"
)

// pair is a word as a token of a page and as one that nobody has looked up.
func pair(low string) (looked, bare token) {
	tokens := []token{{low: low, kind: word}}
	lookUp(tokens)
	return tokens[0], token{low: low, kind: word}
}

// TestLexemesTellWhatTheTablesSay asks every table for its own words, those of its neighbour and
// words that no table has.
func TestLexemesTellWhatTheTablesSay(t *testing.T) {
	tables := wordTables()
	for id := noTable + 1; id < tableCount; id++ {
		others := tables[1+(id%(tableCount-1))].words
		for _, words := range []func(func(string) bool){tables[id].words, others, func(yield func(string) bool) {
			_ = yield("zyxomancy") && yield("é") && yield("-")
		}} {
			for low := range words {
				looked, bare := pair(low)
				if want := tables[id].has(low); looked.in(id) != want || bare.in(id) != want {
					t.Errorf("table %d: %q: %v with a lexeme, %v without, wanted %v", id, low, looked.in(id), bare.in(id), want)
				}
			}
		}
	}
}

func TestLexemesKeepClassesDatesAndCues(t *testing.T) {
	classes := []wordClass{firstName, suffixWord, orgWord, agencyWord, lawWord, thingWord, titleWord, judgeWord, roleNoun, peopleWord, plainWord}
	for _, low := range strings.Fields("ana mark may inc judge tuesday said alleges against harbor zyxomancy") {
		looked, bare := pair(low)
		for _, class := range classes {
			if names().has(&looked, class) != names().has(&bare, class) {
				t.Errorf("%q: class %b", low, class)
			}
		}
		if looked.date() != bare.date() || looked.cue() != bare.cue() || looked.auxiliaryVerb() != bare.auxiliaryVerb() || looked.mayTitle() != bare.mayTitle() {
			t.Errorf("%q: date, cue, auxiliary or title differ with a lexeme", low)
		}
	}
}

func TestFiltersPassWhatWasAdded(t *testing.T) {
	var f headFilter
	words := strings.Fields("a ab Northlake québec 9th of-the x’s")
	for _, w := range words {
		f.add(w)
	}
	for _, w := range words {
		if !f.fits(w) {
			t.Errorf("%q does not pass", w)
		}
	}
	passed := 0
	for _, w := range strings.Fields(newsText) {
		passed += b2i(f.fits(w))
	}
	if passed > 20 {
		t.Errorf("%d other words pass", passed)
	}
}

func TestTriesTellWordsAndPhrasesAlike(t *testing.T) {
	var byPhrase, byWords trie[int]
	byPhrase.add("Bank of St. Ives's Heirs", 1)
	byWords.addWords([]string{"bank", "of", "st", "ives", "'s", "heirs"}, 1)
	tokens := tokenize(nil, "the BANK of St Ives's heirs sued", 0, 32)
	for _, tr := range []*trie[int]{&byPhrase, &byWords} {
		if v, end := tr.match(tokens, 1, false); v != 1 || end != 7 {
			t.Errorf("value %d up to token %d", v, end)
		}
		if _, end := tr.match(tokens, 0, false); end != 0 {
			t.Errorf("an entry of %d tokens at the article", end)
		}
	}
}

func TestWordsAreReadWhateverTheirLetters(t *testing.T) {
	tests := []struct{ in, low, shape string }{
		{"Harbor", "harbor", "capital"}, {"harbor", "harbor", ""}, {"HARBOR", "harbor", "capital upper"}, {"H", "h", "capital"},
		{"q3", "q3", ""}, {"Q3", "q3", "capital upper"}, {"O'Brien", "o'brien", "capital"}, {"O’Brien", "o'brien", "capital"},
		{"Émile", "émile", "capital"}, {"naïve", "naïve", ""}, {"ÉTÉ", "été", "capital upper"}, {"didn't", "didn't", ""}, {"iPhone", "iphone", ""},
	}
	for _, tt := range tests {
		text := "x " + tt.in + " y"
		tokens := tokenize(nil, text, 2, len(text))
		shape := strings.TrimSpace(strings.Repeat("capital", b2i(tokens[0].capital)) + strings.Repeat(" upper", b2i(tokens[0].upper)))
		if len(tokens) != 2 || tokens[0].low != tt.low || shape != tt.shape || text[tokens[0].start:tokens[0].end] != tt.in {
			t.Errorf("%s: %d tokens, %q, %q", tt.in, len(tokens), tokens[0].low, shape)
		}
	}
}
