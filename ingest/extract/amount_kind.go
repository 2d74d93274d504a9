package extract

import "averment/evidence"

// worded reads the currency behind a number: "5 million dollars", "18 mln dlrs".
func (r *amountReader) worded(x sum) (sum, bool) {
	j := x.end
	if r.low(j) == "and" && r.low(j+2) == "/" && r.low(j+3) == "100" {
		j += 4 // "Fifty Thousand and 00/100 Dollars"
	}
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
	if cur := nationalCurrencies[r.low(j+1)][r.low(j)]; cur != "" {
		x.end, x.amount.Currency, x.amount.Rule = j+2, cur, "currency word"
		return x, true
	}
	w := r.low(j)
	if r.low(j) == "-" {
		w, j = r.low(j+1), j+1
	}
	cur := currencyNames[w]
	if cur == "" || w == "pound" && r.p.at(j+1).kind == word && r.low(j-1) == "-" {
		return x, false
	}
	if w == "pounds" && r.weighed(x.first, j) {
		return x, false
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
	same := y.amount.Currency == x.amount.Currency
	if !ok || !y.amount.Money() || same && (y.amount.Value != x.amount.Value || x.amount.Rule != "currency word") {
		return x
	}
	end := y.end
	for n := 0; n < 3 && r.low(end) != ")" && r.low(end) != ""; n++ {
		end++
	}
	if r.low(end) != ")" {
		return x
	}
	if same { // "five hundred dollars ($500)"
		x.end = end + 1
		return x
	}
	other := y.amount
	other.Surface = r.p.str(y.first, y.end)
	other.Spans = []evidence.Span{r.p.span(y.first, y.end)}
	x.amount.Also = append(x.amount.Also, other)
	x.end = end + 1
	return x
}
