package extract

import (
	"strconv"
	"strings"
)

// quarterDigits reads "3Q 2024", "3Q24" and "1H 2024" is left alone.
func (r *dateReader) quarterDigits(i int) (reading, bool) {
	w := r.low(i)
	if len(w) < 2 || w[1] != 'q' || w[0] < '1' || w[0] > '4' {
		return reading{}, false
	}
	q := int(w[0] - '0')
	if len(w) == 4 {
		if n, err := strconv.Atoi(w[2:]); err == nil {
			return reading{first: i, end: i + 1, date: quarterDate(century(n), q), rule: "quarter"}, true
		}
	}
	return r.quarterOf(i, i+1, q)
}

// yearAlone reads a year that stands for itself: after a preposition, in a range, or
// before a noun with an article before it.
func (r *dateReader) yearAlone(i int) (reading, bool) {
	y := r.yearAt(i)
	if y < 1700 || y > 2100 || r.measured(i+1) {
		return reading{}, false
	}
	if f, ok := r.yearRange(i, y); ok {
		return f, true
	}
	next := r.p.at(i + 1)
	if r.inside(i+1) && !next.space && (next.kind == word || next.kind == number || next.is("/", "-") && r.p.at(i+2).kind == number) {
		return reading{}, false
	}
	if !r.yearContext(i) {
		return reading{}, false
	}
	return reading{first: i, end: i + 1, date: yearDate(y), rule: "year"}, true
}

// yearContext says whether what stands before the number makes it a year.
func (r *dateReader) yearContext(i int) bool {
	round := r.yearAt(i)%1000 == 0
	if i == r.s.first { // "1986 net includes a gain"
		next := r.p.at(i + 1)
		return r.yearAt(i) >= 1900 && !round && r.inside(i+1) && next.kind == word && !next.capital && next.space && !r.counts(i+1)
	}
	switch r.low(i - 1) {
	case "in", "since", "during", "throughout", "late", "early", "year", "until", "till", "circa":
		return !r.counts(i + 1)
	case "of", "from", "by", "before", "after", "through", "for", "to", "and", "between", "mid":
		return !round && !r.counts(i+1) && (r.low(i-1) != "to" && r.low(i-1) != "and" && r.low(i-1) != "for" ||
			!r.p.at(i+1).wordy() || !r.inside(i+1) || isFunction(r.low(i+1)))
	case "the", "its", "his", "her", "their", "'s", "a", "that":
		t := r.p.at(i + 1)
		return !round && r.inside(i+1) && t.wordy() && !t.capital && !r.counts(i+1) && !isFunction(t.low)
	case "-":
		return r.low(i-2) == "mid" || r.low(i-2) == "pre" || r.low(i-2) == "post"
	case "(":
		return r.low(i+1) == ")" && i > r.s.first+1 && r.yearAt(i) >= 1900 && !r.p.at(i-2).is(".")
	}
	return false
}

// counts says whether the word at i is a plural that a bare number would count.
func (r *dateReader) counts(i int) bool {
	t := r.p.at(i)
	w := t.low
	if !r.inside(i) || t.kind != word || len(w) < 4 || isFunction(w) {
		return false
	}
	return w[len(w)-1] == 's' && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !plurale[w]
}

// plurale are words in -s that often follow a year which is a year.
var plurale = map[string]bool{"sales": true, "results": true, "elections": true, "earnings": true, "profits": true,
	"games": true, "olympics": true, "was": true, "has": true, "says": true, "rates": true, "prices": true,
	"levels": true, "highs": true, "lows": true, "attacks": true, "riots": true, "protests": true, "floods": true, "wildfires": true, "talks": true,
	"primaries": true, "standards": true}

func isFunction(w string) bool {
	switch w {
	case "and", "or", "to", "in", "on", "at", "by", "for", "with", "from", "as", "the", "a", "an", "when", "after",
		"before", "that", "which", "who", "but", "while", "if", "because", "has", "had", "have", "was", "were", "is",
		"are", "will", "would", "it", "he", "she", "they", "we", "under", "over", "than", "until", "through",
		"against", "its", "their", "his", "her", "this", "these", "those", "where", "and/or", "of", "into", "about",
		"compared", "versus", "vs", "said", "alone":
		return true
	}
	return false
}

// yearRange reads "2019-2021", "2019 to 2021", "1986/87" and "1986-87".
func (r *dateReader) yearRange(i, y int) (reading, bool) {
	sep := r.low(i + 1)
	if sep != "-" && sep != "–" && sep != "/" || r.extended(i, i+3, sep) {
		return reading{}, false
	}
	end := r.yearAt(i + 2)
	if t := r.p.at(i + 2); end == 0 && t.digits(2) && t.end-t.start == 2 && r.joined(i, 3) {
		n, _ := strconv.Atoi(t.low)
		end = y/100*100 + n
	}
	if end <= y || end-y > 60 || y < 1900 {
		return reading{}, false
	}
	d, ok := spanned(yearDate(y), yearDate(end))
	return reading{first: i, end: i + 3, date: d, rule: "years"}, ok
}
