package extract

import "averment/evidence"

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
			if r.s = s; s.matter != deskMatter {
				out = append(out, r.sentence()...)
			}
		}
	}
	return out
}

// sentence reads one sentence: first the sums, then what each of them is for, because
// a law is tied to the sum that stands nearest before it.
func (r *amountReader) sentence() []evidence.Amount {
	var sums []sum
	for i := r.s.first; i < r.s.end; {
		if !beginsAmount(&r.p.tokens[i]) {
			i++
			continue
		}
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
	if len(sums) == 0 {
		return nil
	}
	out := make([]evidence.Amount, 0, len(sums))
	for k, x := range sums {
		a := x.amount
		a.Surface = r.p.str(x.first, x.end)
		a.Spans = []evidence.Span{r.p.span(x.first, x.end)}
		if a.For == "" && (a.Currency != "" || a.Bound == unspecified) {
			a.For = r.purpose(x)
		}
		if k > 0 && out[k-1].For != "" && a.Money() && (a.For == "" || a.For == "payment") && r.compared(sums[k-1], x) {
			a.For = out[k-1].For
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

// beginsAmount says whether an amount may begin with the token, as it does with few.
func beginsAmount(t *token) bool {
	switch t.kind {
	case number, mixed:
		return true
	case punct:
		return t.in(inCurrencySigns)
	case word:
		return t.in(inAmountWords)
	}
	return false
}

// at reads the amount that begins at token i, if one does.
func (r *amountReader) at(i int) (sum, bool) {
	if i >= r.s.end || !beginsAmount(&r.p.tokens[i]) {
		return sum{}, false
	}
	switch t := &r.p.tokens[i]; t.kind {
	case number, mixed:
		return r.number(i)
	case punct:
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

func (t *token) wordyNumber() bool { return t.kind == number || t.kind == mixed }

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
	n := r.repeated(r.figure(i))
	if !n.ok {
		return sum{}, false
	}
	x := sum{first: i, core: i, end: n.end, amount: evidence.Amount{Value: n.value}}
	if y, ok := r.ratio(x, n); ok {
		return r.finish(y), true
	}
	x = r.upper(x, n)
	if y, ok := r.worded(x); ok {
		return r.finish(y), true
	}
	if y, ok := r.percentage(x); ok {
		return r.finish(y), true
	}
	return r.count(x, n)
}
