package extract

import (
	"averment/evidence"
)

// amountReader reads money, percentages and counts, token by token.
type amountReader struct {
	p      *pageView
	s      sentence
	taken  []evidence.Span // citations and dates: their numbers are no amounts
	causes []evidence.Cause
}

// sum is an amount at the tokens first to end; core is where its number begins.
type sum struct {
	first, core, end int
	amount           evidence.Amount
}

// readAmounts finds the amounts of the document and ties them to what they are for.
// Spans in taken hold no amounts.
func readAmounts(v *view, taken []evidence.Span, causes []evidence.Cause) []evidence.Amount {
	var out []evidence.Amount
	r := amountReader{causes: causes}
	for i := range v.pages {
		r.p = &v.pages[i]
		r.taken = spansOn(taken, r.p.number)
		for _, s := range r.p.sentences {
			r.s = s
			out = append(out, r.sentence()...)
		}
	}
	return out
}

// sentence reads one sentence: first the sums, then what each of them is for, because
// a law is tied to the sum that stands nearest before it.
func (r *amountReader) sentence() []evidence.Amount {
	var sums []sum
	for i := r.s.first; i < r.s.end; {
		x, ok := r.at(i)
		if !ok {
			i++
			continue
		}
		i = x.end
		if !overlapsAny(r.taken, r.p.span(x.core, x.end)) {
			sums = append(sums, x)
		}
	}
	out := make([]evidence.Amount, 0, len(sums))
	for k, x := range sums {
		a := x.amount
		a.Surface = r.p.str(x.first, x.end)
		a.Spans = []evidence.Span{r.p.span(x.first, x.end)}
		if a.For == "" && (a.Currency != "" || a.Bound == unspecified) {
			a.For = r.purpose(x)
		}
		if a.For == "" && k > 0 && (a.Bound == unspecified || a.Money() && r.coordinated(sums[k-1].end, x.first)) {
			a.For = out[k-1].For
		}
		if a.Currency != "%" && a.Unit == "" {
			a.Law = r.law(sums, k)
		}
		out = append(out, a)
	}
	return out
}

// coordinated says whether "as well as" or "and" joins what follows token i to what
// begins at token j.
func (r *amountReader) coordinated(i, j int) bool {
	for k := i; k < j; k++ {
		if r.parted(k, k+1) {
			return false
		}
	}
	switch r.low(j - 1) {
	case "and", "as", "plus", "or":
		return true
	}
	return false
}

// at reads the amount that begins at token i, if one does.
func (r *amountReader) at(i int) (sum, bool) {
	if i >= r.s.end {
		return sum{}, false
	}
	t := &r.p.tokens[i]
	switch t.kind {
	case number, mixed:
		return r.number(i)
	case punct:
		if currencySigns[t.low] == "" {
			return sum{}, false
		}
		return r.money(i)
	case word:
		switch amountWords[t.low] {
		case amountNumber, amountFraction:
			return r.number(i)
		case amountCode:
			return r.coded(i)
		case amountPlural:
			return r.plural(i)
		case amountUnknown:
			return r.unspecified(i)
		}
	}
	return sum{}, false
}

// low is the folded text of token i in the sentence, "" outside.
func (r *amountReader) low(i int) string {
	if i < r.s.first || i >= r.s.end {
		return ""
	}
	return r.p.tokens[i].low
}

// is says whether the tokens from i on are the words.
func (r *amountReader) is(i int, words ...string) bool {
	for k, w := range words {
		if r.low(i+k) != w {
			return false
		}
	}
	return true
}

// money reads "$1.7bn", "$5 to $10 million" and "$1,000 (£812)".
func (r *amountReader) money(i int) (sum, bool) {
	cur, start := r.signed(i)
	n := r.figure(i + 1)
	if !n.ok || !r.p.tokens[i+1].wordyNumber() {
		return sum{}, false
	}
	x := sum{first: start, core: start, end: n.end, amount: evidence.Amount{Value: n.value, Currency: cur, Rule: "sign"}}
	x = r.upper(x, n)
	return r.finish(x), true
}

func (t token) wordyNumber() bool { return t.kind == number || t.kind == mixed }

// signed is the currency of the sign at i and where it begins: "US$", "HK$".
func (r *amountReader) signed(i int) (currency string, start int) {
	cur := currencySigns[r.low(i)]
	if r.low(i) == "$" && i > r.s.first && !r.p.tokens[i].space {
		if c := dollarPrefixes[r.low(i-1)]; c != "" {
			return c, i - 1
		}
		if r.low(i-1) == "." && r.low(i-2) == "s" && r.low(i-3) == "." && r.low(i-4) == "u" {
			return "USD", i - 4
		}
	}
	return cur, i
}

// coded reads "USD 5 million", "Rs 500" and "EUR1.2bn".
func (r *amountReader) coded(i int) (sum, bool) {
	cur := currencyCodes[r.low(i)]
	j := i + 1
	if r.low(j) == "." {
		j++
	}
	n := r.figure(j)
	if !n.ok || !r.p.at(i).capital || !r.p.at(j).wordyNumber() {
		return sum{}, false
	}
	x := sum{first: i, core: i, end: n.end, amount: evidence.Amount{Value: n.value, Currency: cur, Rule: "code"}}
	return r.finish(r.upper(x, n)), true
}

// number reads what begins with a number and gets its kind from what follows: money
// in words, a percentage, or a count of something.
func (r *amountReader) number(i int) (sum, bool) {
	n := r.figure(i)
	if !n.ok {
		return sum{}, false
	}
	x := sum{first: i, core: i, end: n.end, amount: evidence.Amount{Value: n.value}}
	x = r.upper(x, n)
	if y, ok := r.worded(x); ok {
		return r.finish(y), true
	}
	if y, ok := r.percentage(x); ok {
		return r.finish(y), true
	}
	return r.count(x, n)
}

// worded reads the currency behind a number: "5 million dollars", "18 mln dlrs".
func (r *amountReader) worded(x sum) (sum, bool) {
	j := x.end
	prefix := ""
	for k := 0; k < 2; k++ {
		if c := dollarPrefixes[r.low(j)]; c != "" {
			prefix = c
			j++
			if r.low(j) == "kong" || r.low(j) == "zealand" {
				j++
			}
		}
	}
	if r.is(j, "u", ".", "s", ".") {
		prefix, j = "USD", j+4
	}
	w := r.low(j)
	if r.low(j) == "-" {
		w, j = r.low(j+1), j+1
	}
	cur := currencyNames[w]
	if cur == "" || w == "pound" && r.p.at(j+1).kind == word && r.low(j-1) == "-" {
		return x, false
	}
	if w == "pounds" && (r.low(j+1) == "of" || r.low(j+1) == "per") {
		return x, false // weight
	}
	if prefix != "" && (w[0] == 'd') {
		cur = prefix
	}
	x.end = j + 1
	if r.low(x.end) == "sterling" || r.low(x.end) == "stg" {
		x.end++
	}
	x.amount.Currency, x.amount.Rule = cur, "currency word"
	if centWords[w] {
		x.amount.Value /= 100
		if h := x.amount.High; h != nil {
			high := *h / 100
			x.amount.High = &high
		}
	}
	return x, true
}

// percentage reads "25%", "15 pct", "25 per cent", and points of percentage.
func (r *amountReader) percentage(x sum) (sum, bool) {
	j := x.end
	if r.low(j) == "-" {
		j++
	}
	switch {
	case r.low(j) == "%" || r.low(j) == "percent" || r.low(j) == "pct":
		x.end = j + 1
	case r.is(j, "per", "cent"):
		x.end = j + 2
	case r.is(j, "percentage", "points") || r.is(j, "percentage", "point"):
		x.end = j + 2
		x.amount.Unit = "points"
	default:
		return x, false
	}
	x.amount.Currency, x.amount.Rule = "%", "percentage"
	return x, true
}

// finish adds what stands around a sum: the bound, the unit it is counted by, and the
// same amount in another currency.
func (r *amountReader) finish(x sum) sum {
	x = r.bounded(x)
	x = r.rated(x)
	if r.low(x.end) == "(" && x.amount.Currency != "%" {
		x = r.converted(x)
	}
	return r.rated(x)
}

// converted reads "(£812)" or "(about $650,000)" behind a sum.
func (r *amountReader) converted(x sum) sum {
	j := x.end + 1
	for n := 0; n < 3 && r.low(j) != "" && currencySigns[r.low(j)] == "" && !r.p.at(j).wordyNumber() && currencyCodes[r.low(j)] == "" && dollarPrefixes[r.low(j)] == ""; n++ {
		j++
	}
	if dollarPrefixes[r.low(j)] != "" && r.low(j+1) == "$" {
		j++
	}
	y, ok := r.at(j)
	if !ok || !y.amount.Money() || y.amount.Currency == x.amount.Currency {
		return x
	}
	end := y.end
	for n := 0; n < 3 && r.low(end) != ")" && r.low(end) != ""; n++ {
		end++
	}
	if r.low(end) != ")" {
		return x
	}
	other := y.amount
	other.Surface = r.p.str(y.first, y.end)
	other.Spans = []evidence.Span{r.p.span(y.first, y.end)}
	x.amount.Also = append(x.amount.Also, other)
	x.end = end + 1
	return x
}
