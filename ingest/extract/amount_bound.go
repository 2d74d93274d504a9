package extract

import (
	"strings"

	"averment/evidence"
)

// boundPhrases stand before a number; the longest that fits wins.
var boundPhrases = []struct {
	words []string
	bound string
}{
	{[]string{"in", "excess", "of"}, "over"}, {[]string{"more", "than"}, "over"}, {[]string{"greater", "than"}, "over"},
	{[]string{"upwards", "of"}, "over"}, {[]string{"upward", "of"}, "over"}, {[]string{"north", "of"}, "over"}, {[]string{"not", "to", "exceed"}, "up to"},
	{[]string{"capped", "at"}, "up to"}, {[]string{"a", "cap", "of"}, "up to"}, {[]string{"as", "little", "as"}, "at least"}, {[]string{"as", "low", "as"}, "at least"},
	{[]string{"as", "high", "as"}, "up to"}, {[]string{"a", "total", "of", "about"}, "about"}, {[]string{"more", "or", "less"}, "about"},
	{[]string{"south", "of"}, "under"}, {[]string{"a", "minimum", "of"}, "at least"}, {[]string{"minimum", "of"}, "at least"}, {[]string{"maximum", "of"}, "up to"}, {[]string{"just", "over"}, "over"}, {[]string{"over"}, "over"},
	{[]string{"above"}, "over"}, {[]string{"exceeding"}, "over"}, {[]string{"topping"}, "over"},
	{[]string{"no", "less", "than"}, "at least"}, {[]string{"not", "less", "than"}, "at least"}, {[]string{"no", "fewer", "than"}, "at least"},
	{[]string{"at", "least"}, "at least"}, {[]string{"a", "minimum", "of"}, "at least"},
	{[]string{"no", "more", "than"}, "up to"}, {[]string{"not", "more", "than"}, "up to"}, {[]string{"as", "much", "as"}, "up to"},
	{[]string{"as", "many", "as"}, "up to"}, {[]string{"up", "to"}, "up to"}, {[]string{"a", "maximum", "of"}, "up to"},
	{[]string{"at", "most"}, "up to"}, {[]string{"not", "exceeding"}, "up to"},
	{[]string{"less", "than"}, "under"}, {[]string{"fewer", "than"}, "under"}, {[]string{"just", "under"}, "under"},
	{[]string{"under"}, "under"}, {[]string{"below"}, "under"},
	{[]string{"nearly"}, "about"}, {[]string{"almost"}, "about"}, {[]string{"about"}, "about"}, {[]string{"around"}, "about"},
	{[]string{"roughly"}, "about"}, {[]string{"approximately"}, "about"}, {[]string{"some"}, "about"},
	{[]string{"close", "to"}, "about"}, {[]string{"an", "estimated"}, "about"}, {[]string{"estimated"}, "about"},
	{[]string{"circa"}, "about"}, {[]string{"approx"}, "about"},
}

// bounded takes the words before and behind a number that make it a bound.
func (r *amountReader) bounded(x sum) sum {
	best := 0
	for _, b := range boundPhrases {
		n := len(b.words)
		if n > best && r.is(x.first-n, b.words...) {
			x.amount.Bound, best = b.bound, n
		}
	}
	if best == 1 && r.low(x.first-1) == "under" && r.dependent(x.first-2) {
		x.amount.Bound, best = "", 0
	}
	x.first -= best
	if best == 0 && r.low(x.first-1) == "~" {
		x.amount.Bound, x.first = "about", x.first-1
	}
	return r.boundedBehind(x)
}

// dependent is true where "under" or "over" belongs to the word before it.
func (r *amountReader) dependent(i int) bool {
	switch r.low(i) {
	case "liable", "relief", "damages", "claims", "sued":
		return true
	}
	return false
}

func (r *amountReader) boundedBehind(x sum) sum {
	j := x.end
	switch {
	case r.is(j, "or", "more"), r.is(j, "and", "above"), r.is(j, "or", "above"):
		x.amount.Bound, x.end = "at least", j+2
	case r.is(j, "or", "less"), r.is(j, "or", "under"):
		x.amount.Bound, x.end = "up to", j+2
	case r.is(j, "or", "so"):
		x.amount.Bound, x.end = "about", j+2
	case r.is(j, "-", "odd"):
		x.amount.Bound, x.end = "about", j+2
	case r.is(j, "-", "plus"):
		x.amount.Bound, x.end = "over", j+2
	case r.is(j, "+"):
		x.amount.Bound, x.end = "over", j+1
	}
	return x
}

// rated reads "per user", "a share", "each", "for each violation" and "/user" behind a sum.
func (r *amountReader) rated(x sum) sum {
	if x.amount.Per != "" || x.amount.Currency == "" {
		return x
	}
	j := x.end
	w := r.low(j)
	switch {
	case w == "per" || w == "/" || w == "for" && (r.low(j+1) == "each" || r.low(j+1) == "every"):
		k := j + 1 + b2i(w == "for")
		if x.amount.Currency == "%" && perWords[r.low(k)] == "" {
			return x
		}
		if r.p.at(k).kind == word && k < r.s.end {
			k = r.counter(k)
			x.amount.Per = perForm(r, k)
			x.end = k + 1
		}
	case w == "-" && r.low(j+1) == "a" && r.low(j+2) == "-" && perNouns[r.low(j+3)]:
		x.amount.Per, x.end = perForm(r, j+3), j+4
	case (w == "a" || w == "an") && perNouns[r.low(j+1)] && !(r.low(j+1) == "year" && perShift[r.low(j+2)]):
		x.amount.Per, x.end = perForm(r, j+1), j+2
	case w == "each" && perNouns[r.low(j+1)]:
		x.amount.Per, x.end = perForm(r, j+1), j+2
	case w == "each" || w == "apiece":
		x.amount.Per, x.end = "person", j+1
		if r.p.at(j+1).kind == word && perWords[r.low(j+1)] != "" {
			x.end++
		}
	}
	return x
}

// counter is the noun that a sum is counted by, behind the words that describe it: "for each
// affected household", "per qualifying claim".
func (r *amountReader) counter(k int) int {
	for n := k; n < k+3 && n+1 < r.s.end; n++ {
		w := r.low(n)
		described := strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || describing[w]
		if next := r.p.at(n + 1); perWords[w] != "" || !described || next.kind != word || isFunction(next.low) || next.in(inPrepositions) {
			return n
		}
	}
	return k
}

// describing are adjectives that stand before what a sum is counted by.
var describing = set("eligible", "individual", "single", "separate", "additional", "extra", "new", "valid", "wilful", "willful", "negligent",
	"intentional", "reckless", "full", "ordinary", "common", "outstanding", "subsequent", "further", "other", "first", "second")

// perShift are words that make "a year" behind a sum a date.
var perShift = set("earlier", "ago", "before", "later")

// perForm is the normal form of what is counted: a user and a member are persons.
func perForm(r *amountReader, k int) string {
	w := r.low(k)
	for n := k; n < k+4 && n < r.s.end && r.p.at(n).kind == word; n++ {
		if p := perWords[r.low(n)]; p != "" && (n == k || r.p.at(n-1).capital || r.low(n-1) == "affected" || r.low(n-1) == "class") {
			return p
		}
	}
	return strings.TrimSuffix(w, "s")
}

// percentForm turns a share in words into a percentage.
func percentForm(x sum) sum {
	x.amount.Currency, x.amount.Rule = "%", "share"
	return x
}

// count reads a bare number by the plural noun that it counts.
func (r *amountReader) count(x sum, n figure) (sum, bool) {
	if n.bare == -1 {
		return r.finish(percentForm(x)), true
	}
	if next := r.p.at(x.end); !n.scaled && n.value < 1000 && r.p.at(x.first).line && (next.line || countWords[next.low] > 1) {
		return x, false // a page number or the mark of a footnote
	}
	unit, end := r.counted(x.end)
	if unit == "" || r.labelled(x.first) || n.value <= 1 && (n.words || n.value == 1) {
		return x, false
	}
	if y := n.value; !n.scaled && !n.words && y >= 1900 && y < 2100 && r.p.at(x.first).digits(4) && !boundBefore(r, x.first) {
		return x, false // rather a year
	}
	x.amount.Unit, x.amount.Rule = unit, "count"
	x = r.bounded(x)
	if unitWords[unit] != "" && r.low(x.first) == "over" {
		x.first, x.amount.Bound = x.core, "" // during that time
	}
	x.end = max(x.end, end)
	return x, true
}

func boundBefore(r *amountReader, i int) bool {
	x := r.bounded(sum{first: i, end: i, amount: evidence.Amount{}})
	return x.first < i
}

// counted is the plural noun at or shortly behind token i, and where it ends.
func (r *amountReader) counted(i int) (unit string, end int) {
	if r.is(i, "-", "plus") || r.is(i, "-", "odd") {
		i += 2
	}
	if r.low(i) == "-" {
		return "", i
	}
	if r.low(i) == "of" && r.low(i+1) != "" {
		i++
	}
	for k := i; k < i+4 && k < r.s.end; k++ {
		t := &r.p.tokens[k]
		if t.kind != word {
			return "", i
		}
		if isFunction(t.low) || t.in(inPrepositions) || auxiliary(t.low) {
			return "", i
		}
		if pluralNoun(t.low) {
			next := r.p.at(k + 1)
			if t.capital && k+1 < r.s.end && next.kind == word && pluralNoun(next.low) {
				continue
			}
			return t.low, k + 1
		}
	}
	return "", i
}

func pluralNoun(w string) bool {
	switch w {
	case "people", "men", "women", "children", "staff", "persons":
		return true
	case "is", "was", "has", "does", "says", "its", "his", "this", "us", "as", "yes", "plus", "versus", "business", "always", "times", "news", "others", "tops", "basis":
		return false
	}
	return len(w) > 3 && w[len(w)-1] == 's' && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "'s")
}

// labelled is true of a number that names a thing: Section 230, Rule 12, Office 365.
func (r *amountReader) labelled(i int) bool {
	if i <= r.s.first {
		return false
	}
	t := r.p.at(i - 1)
	switch t.low {
	case "section", "sections", "rule", "article", "chapter", "title", "page", "no", "count", "paragraph", "exhibit", "§", "¶", "#", "form", "part", "level", "item", "figure", "phase":
		return true
	case ".", "-", "/":
		return !r.p.at(i).space || r.low(i-2) == "no" || r.low(i-2) == "nos"
	}
	return t.kind == word && t.capital && i-1 > r.s.first && !t.upper
}

// plural reads "millions of subscribers" and "thousands of dollars".
func (r *amountReader) plural(i int) (sum, bool) {
	v := pluralScales[r.low(i)]
	j := i + 1
	for r.low(j) == "of" && pluralScales[r.low(j+1)] != 0 {
		v *= pluralScales[r.low(j+1)]
		j += 2
	}
	if r.low(j) != "of" {
		return sum{}, false
	}
	x := sum{first: i, core: i, end: j + 1, amount: evidence.Amount{Value: v, Bound: "at least", Rule: "plural"}}
	if c := currencyNames[r.low(j+1)]; c != "" {
		x.amount.Currency, x.end = c, j+2
		return x, true
	}
	unit, end := r.counted(j + 1)
	x.amount.Unit, x.end = unit, end
	return x, unit != ""
}

// unspecified reads "an unspecified amount" and "unspecified damages".
func (r *amountReader) unspecified(i int) (sum, bool) {
	x := sum{first: i, core: i, end: i + 1, amount: evidence.Amount{Bound: unspecified, Rule: "unspecified"}}
	for k := i + 1; k < i+4 && k < r.s.end; k++ {
		switch r.low(k) {
		case "damages", "compensation", "relief":
			x.amount.For, x.end = "relief", k+1
			return r.article(x), true
		case "amount", "amounts", "sum", "sums":
			x.end = k + 1
			if r.low(k+1) == "of" && (r.low(k+2) == "money" || r.low(k+2) == "damages") {
				x.end += 2
			}
			return r.article(x), true
		case "penalty", "penalties", "fine", "fines":
			x.amount.For, x.end = "fine", k+1
			return r.article(x), true
		}
	}
	return sum{}, false
}

func (r *amountReader) article(x sum) sum {
	if r.low(x.first-1) == "an" {
		x.first--
	}
	return x
}
