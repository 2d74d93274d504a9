package extract

import (
	"strings"
	"sync"

	"averment/evidence"
)

// abbreviation says how a word with a stop behaves: inner never ends a sentence, open
// ends one when a word that commonly begins sentences follows.
type abbreviation uint8

const (
	plain abbreviation = iota
	inner
	open
	named // inner, when it is written with a capital
)

var abbreviations = sync.OnceValue(func() map[string]abbreviation {
	m := map[string]abbreviation{}
	for _, row := range rows("abbreviations.tsv") {
		class := inner
		switch row[0] {
		case "open":
			class = open
		case "named":
			class = named
		}
		for _, w := range strings.Fields(column(row, 1)) {
			if class != named || m[w] == plain {
				m[w] = max(m[w], class)
			}
		}
	}
	return m
})

// starters are words that commonly begin a sentence and seldom follow an abbreviation
// inside one.
var starters = sync.OnceValue(func() map[string]bool {
	return set(strings.Fields(`the a an this that these those it its he his she her they their we our
		you your i in on at as after before when while if although though however but and so yet
		for from since because under according with without by to there here what who why how
		where which both each all some many most more no nor not neither only also even still
		then thus therefore moreover furthermore accordingly plaintiff plaintiffs defendant
		defendants see id among despite during instead meanwhile additionally last now once one
		two three such any another other none nothing analysts officials shares lawyers joining`)...)
})

// splitTokens cuts the tokens of a page into sentences.
//
// A sentence ends at a stop, a question or exclamation mark, with the quotation marks
// and brackets that close behind it, unless the stop belongs to an abbreviation, an
// initial, a citation, a list number or an ellipsis. A paragraph's end always ends it,
// so that a heading without a stop is a sentence of its own.
func splitTokens(text string, tokens []token) []sentence {
	out := make([]sentence, 0, len(tokens)/20+1)
	for i := 0; i < len(tokens); {
		end := i + 1
		for end < len(tokens) && !tokens[end].para {
			end++
		}
		out = splitParagraph(out, text, tokens, i, end)
		i = end
	}
	return out
}

func splitParagraph(out []sentence, text string, tokens []token, from, to int) []sentence {
	quotes, first, paraFirst := 0, from, from
	emit := func(end int) {
		s := sentence{first: first, end: end, para: first == paraFirst}
		s.Range = evidence.Range{Start: tokens[first].start, End: tokens[end-1].end}
		s.heading = first == from && end == to && !stopped(tokens[first:end])
		out = append(out, s)
		first = end
	}
	for i := from; i < to; i++ {
		if tokens[i].low == "\"" {
			quotes++
			continue
		}
		if !tokens[i].is(".", "?", "!", "…") {
			continue
		}
		end := closing(tokens, i+1, to, quotes)
		if end < to && !endsAt(text, tokens, i, end, first) {
			continue
		}
		for k := i; k < end; k++ {
			if tokens[k].low == "\"" {
				quotes++
			}
		}
		emit(end)
		i = end - 1
	}
	if first < to {
		emit(to)
	}
	return out
}

// stopped says whether the tokens end with a stop, quotation marks aside.
func stopped(tokens []token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		if !tokens[i].is("\"", "”", "'", "’", ")", "]") {
			return tokens[i].is(".", "?", "!", "…", ";")
		}
	}
	return false
}

// closing is the position behind the stops, quotation marks and brackets that close
// at i. A straight quotation mark closes when an odd number was opened before it.
func closing(tokens []token, i, to, quotes int) int {
	for ; i < to; i++ {
		t := &tokens[i]
		switch {
		case t.is(".", "?", "!"):
			if t.space && !(i+1 < to && tokens[i+1].low == ".") && tokens[i-1].low != "." {
				return i
			}
		case t.is("”", "’", ")", "]", "»") && !t.space:
		case t.kind == clitic && t.low == "'" && !t.space:
		case t.low == "'" && !t.space:
		case t.low == "\"" && !t.space && quotes%2 == 1:
			quotes++
		default:
			return i
		}
	}
	return i
}

// endsAt decides whether the stop at position i, with its closing marks up to end,
// ends the sentence that began at first; tokens[end] exists.
func endsAt(text string, tokens []token, i, end, first int) bool {
	next := &tokens[end]
	opening := end
	for next.is("\"", "“", "'", "‘", "(", "[", "•", "-", "–") && opening+1 < len(tokens) {
		opening++
		next = &tokens[opening]
	}
	if next.kind == word && !next.capital || next.is(",", ";", ":", ".", "?", "!") {
		return false
	}
	if next.is("¶", "§") && tokens[i].is(".") && end == i+1 && tokens[i-1].kind == word && tokens[i-1].capital {
		return false // "Compl. ¶ 4"
	}
	if tokens[i].is("!") && names().has(next, suffixWord) && len(next.low) > 1 {
		return false // "Yahoo! Inc."
	}
	if !tokens[i].is(".") {
		return tokens[i].low != "…" || next.in(inStarters)
	}
	if end == i+1 && !tokens[end].space && !next.space {
		return glued(tokens, i, end, opening)
	}
	if i > first && tokens[i-1].low == "." || end > i+1 && tokens[i+1].low == "." {
		return next.in(inStarters) || end > i+1 && tokens[end-1].low != "."
	}
	return endsWord(text, tokens, i, end, first, next)
}

// glued decides about a stop without a space behind it, as in `taken place."It`.
func glued(tokens []token, i, end, opening int) bool {
	if i == 0 || tokens[i].space || tokens[i-1].kind != word || len(tokens[i-1].low) < 3 || tokens[i-1].upper {
		return false
	}
	next := &tokens[opening]
	if opening > end {
		return next.capital
	}
	return next.capital && !next.upper && len(next.low) > 2
}

// endsWord decides by the word before the stop.
func endsWord(text string, tokens []token, i, end, first int, next *token) bool {
	if i == first {
		return false
	}
	prev := &tokens[i-1]
	if tokens[i].space {
		return next.in(inStarters)
	}
	switch prev.kind {
	case number:
		return !(i-1 == first && prev.digits(3)) // the number of a list item
	case word:
		if i-1 == first && len(prev.low) == 1 {
			return false
		}
		switch classOf(text, tokens, i) {
		case inner:
			return end > i+1 && next.in(inStarters)
		case open:
			return next.in(inStarters) && next.capital || firmForms[prev.low] && newSubject(tokens, first, i, end)
		}
	}
	return true
}

// classOf finds how the word before the stop at i behaves, together with the letters
// and stops that are stuck to it ("U.S.C").
func classOf(text string, tokens []token, i int) abbreviation {
	k := i - 1
	for k >= 2 && !tokens[k].space && tokens[k-1].low == "." && !tokens[k-1].space && tokens[k-2].kind == word {
		k -= 2
	}
	if k == i-1 {
		w := &tokens[k]
		if class := abbreviations()[w.low]; class != plain {
			if class == inner && !w.capital && ambiguousWord[w.low] && !(numbersParts[w.low] && i+1 < len(tokens) && tokens[i+1].kind == number) || class == named && !w.capital {
				return plain
			}
			if class == named {
				return inner
			}
			return class
		}
		if len(w.low) == 1 && w.capital {
			return open
		}
		return plain
	}
	if class := abbreviations()[lower(text[tokens[k].start:tokens[i-1].end])]; class != plain {
		return class
	}
	if len(tokens[i-1].low) <= 2 && tokens[k].capital {
		return open
	}
	return abbreviations()[tokens[i-1].low]
}

// numbersParts are those of them that a number makes parts of a work: "fig. 3".
var numbersParts = set("fig", "pt", "cl", "sec", "art", "app", "ex")

// ambiguousWord are abbreviations that, written small, are mostly words.
var ambiguousWord = set("a", "p", "f", "so", "no", "art", "app", "fig", "pt", "ex", "cl", "sec", "ins", "mar",
	"jun", "sun", "sat", "mon", "ill", "ind", "miss", "mass", "wash", "pa", "la", "ga", "md", "me", "gen", "bus", "lab", "reg",
	"fed", "ct", "al", "ch", "ft", "st", "stat", "del", "comp", "gov", "corps", "aff'd", "penal", "app")
