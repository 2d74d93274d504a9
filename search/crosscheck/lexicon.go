package crosscheck

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"

	"averment/index"
)

//go:embed data/synonyms.txt
var synonymText string

//go:embed data/stop.txt
var stopText string

//go:embed data/generic.txt
var genericText string

//go:embed data/additions.txt
var additionText string

//go:embed data/outcomes.txt
var outcomeText string

//go:embed data/phrases.txt
var phraseText string

//go:embed data/verbs.txt
var verbText string

//go:embed data/stages.txt
var stageText string

//go:embed data/converse.txt
var converseText string

//go:embed data/actions.txt
var actionText string

// lexicon is the tables of data/, read once and never changed.
type lexicon struct {
	class    map[string]string     // stem → name of its class
	members  map[string][]string   // name of a class → its words, folded
	stop     map[string]bool       // folded words
	generic  map[string]bool       // classes
	addition map[string]int        // folded word → class
	outcome  map[string][]side     // folded word → sides it stands on
	action   map[string]string     // folded word → the verb of a deed
	converse map[string]string     // folded word → the verb that tells the same from the other side
	stage    map[string]int        // verb → stage of an affair, from 1
	past     map[string]bool       // irregular past forms
	phrases  map[string][][]string // first folded word → phrases: their class, then their words
}

// side is one side of a pair of outcomes that exclude each other.
type side struct{ pair, half int }

var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{map[string]string{}, map[string][]string{}, map[string]bool{}, map[string]bool{}, map[string]int{}, map[string][]side{}, map[string]string{}, map[string]string{}, map[string]int{}, map[string]bool{}, map[string][][]string{}}
	for _, line := range lines(synonymText) {
		name := stem(line[0])
		for _, w := range line {
			x.class[stem(w)] = name
			x.members[name] = append(x.members[name], w)
		}
	}
	for _, line := range lines(stopText) {
		for _, w := range line {
			x.stop[w] = true
		}
	}
	for _, line := range lines(genericText) {
		for _, w := range line {
			x.generic[x.classOf(w)] = true
		}
	}
	for _, line := range lines(phraseText) {
		x.phrases[line[1]] = append(x.phrases[line[1]], line)
	}
	for _, line := range lines(verbText) {
		for _, w := range line {
			x.past[w] = true
		}
	}
	for _, line := range lines(actionText) {
		for _, w := range line {
			x.action[w] = line[0]
		}
	}
	for _, line := range lines(converseText) {
		for _, w := range line[1:] {
			x.converse[w] = line[0]
		}
	}
	for i, line := range lines(stageText) {
		for _, w := range line {
			x.stage[w], x.stage[x.classOf(w)] = i+1, i+1
		}
	}
	for i, line := range lines(additionText) {
		for _, w := range line {
			x.addition[w] = i + 1
		}
	}
	x.outcome = sides(outcomeText)
	return x
})

// sides are the sides on which the words of a table stand, whose lines are pairs "word word | word".
func sides(text string) map[string][]side {
	out := map[string][]side{}
	for i, line := range lines(text) {
		half := 0
		for _, w := range line {
			if w == "|" {
				half = 1
				continue
			}
			out[w] = append(out[w], side{i, half})
		}
	}
	return out
}

// lines are the words of each line that is no comment.
func lines(text string) (out [][]string) {
	for line := range strings.Lines(text) {
		if f := strings.Fields(line); len(f) > 0 && f[0] != "#" {
			out = append(out, f)
		}
	}
	return out
}

func (x *lexicon) classOf(word string) string {
	s := stem(word)
	if c, ok := x.class[s]; ok {
		return c
	}
	return s
}

// suffixes that a stem loses, the longest first.
var suffixes = []string{"isations", "izations", "isation", "ization", "ments", "ment", "ingly", "edly", "ions", "ures", "ion", "ure", "ing", "ers", "ies", "ied", "ed", "er", "es", "ly", "s", "e", "y"}

// whole are words that endings must not be cut off from, with their stems.
var whole = map[string]string{"lawyer": "lawyer", "lawyers": "lawyer", "judgment": "judgment", "judgments": "judgment", "judgement": "judgment", "earnings": "earnings",
	"action": "action", "actions": "action", "united": "united", "states": "states", "news": "news"}

// stem cuts the endings of English words so that forms of one verb or noun meet.
func stem(word string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	if s, ok := whole[w]; ok || len(w) < 4 {
		return cmp.Or(s, w)
	}
	for range 2 {
		for _, s := range suffixes {
			if rest, ok := strings.CutSuffix(w, s); ok && len(rest) >= 3 && hasVowel(rest) && !(s == "s" && strings.HasSuffix(rest, "s")) {
				w = rest
				break
			}
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("ls", rune(w[n-1])) {
		w = w[:n-1]
	}
	return w
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// word is one word of a unit.
type word struct {
	fold       string
	class      string
	start, end int // bytes of the text
	stop       bool
	capital    bool
	number     bool
	negated    bool
	phrase     string // what a run of words means that begins here: "threw out" is overturned
	head       bool   // what a negation bears on: the next verb, or the next two words
	pair       string // in a headline: this and the next word, where they tell of something together
}

// split gives the words of a text with their classes and whether a negation governs them.
func split(text string) []word {
	x := words()
	var out []word
	for _, t := range index.Tokens(text) {
		if t.Alt {
			continue
		}
		w := word{fold: t.Text, start: t.Start, end: t.End}
		w.stop = x.stop[w.fold] || len(w.fold) < 2
		c := text[t.Start]
		w.capital = c >= 'A' && c <= 'Z' || t.End-t.Start > 2 && text[t.Start+1] >= 'A' && text[t.Start+1] <= 'Z' // "iOS"
		w.number = strings.ContainsAny(w.fold, "0123456789")
		if !w.stop {
			w.class = x.classOf(w.fold)
		}
		out = append(out, w)
	}
	x.join(text, out)
	negate(text, out)
	return out
}

// join gives phrases one class, and tells the country from the pronoun.
func (x *lexicon) join(text string, list []word) {
	for i := range list {
		if w := &list[i]; w.fold == "us" && text[w.start:w.end] == "US" {
			w.class, w.stop = "us", false
		}
		for _, p := range x.phrases[list[i].fold] {
			n := len(p) - 1
			if i+n > len(list) {
				continue
			}
			k := 1
			for k < n && list[i+k].fold == p[k+1] {
				k++
			}
			if k < n {
				continue
			}
			list[i].class, list[i].stop, list[i].phrase = x.classOf(p[0]), false, p[0]
			for j := i + 1; j < i+n; j++ {
				list[j].class, list[j].stop = "", true
			}
		}
	}
}
