package extract

import "averment/evidence"

// ratio reads a share as one number among another: "one in five", "nine out of ten", "3 in 10".
// Both are written alike, and the whole is a round number, so that "two in five days" and "1 in
// 2019" are none.
func (r *amountReader) ratio(x sum, n figure) (sum, bool) {
	j := x.end
	switch {
	case r.low(j) == "in":
		j++
	case r.is(j, "out", "of"), r.is(j, "of", "every"), r.is(j, "in", "every"):
		j += 2
	default:
		return x, false
	}
	m := r.figure(j)
	if !m.ok || m.words != n.words || n.scaled || m.scaled || n.value < 1 || n.value >= m.value || !wholes[int(m.value)] || m.value != float64(int(m.value)) {
		return x, false
	}
	if next := r.low(m.end); unitWords[next] != "" || r.low(m.end) == "-" || r.low(m.end) == "%" || r.p.at(m.end).low == "/" {
		return x, false
	}
	x.end = m.end
	x.amount = evidence.Amount{Value: times(100*n.value/m.value, 1)}
	return percentForm(x), true
}

// wholes are numbers that shares are told of.
var wholes = map[int]bool{2: true, 3: true, 4: true, 5: true, 6: true, 7: true, 8: true, 9: true, 10: true, 12: true, 20: true, 25: true, 30: true, 50: true,
	100: true, 1000: true}

// repeated steps over a number that is written a second time in digits: "thirty (30) days".
func (r *amountReader) repeated(n figure) figure {
	if !n.words || r.low(n.end) != "(" || r.low(n.end+2) != ")" || !r.p.at(n.end+1).wordyNumber() {
		return n
	}
	if m := r.digits(n.end + 1); m.ok && m.value == n.value {
		n.end += 3
	}
	return n
}

// weighed says whether the pounds at token j, behind a number that begins at token i, are a
// weight: "it weighs 200 pounds", "40 pounds of copper", "lost 12 pounds".
func (r *amountReader) weighed(i, j int) bool {
	if r.low(j+1) == "of" || r.low(j+1) == "per" || r.low(j) == "pound" && r.p.at(j+1).kind == word && r.low(j-1) == "-" {
		return true
	}
	for k := i - 1; k >= r.s.first && k > i-5; k-- {
		switch r.low(k) {
		case "weigh", "weighs", "weighed", "weighing", "lift", "lifted", "lifting":
			return true
		}
	}
	switch r.low(j + 1) {
	case "heavier", "lighter", "overweight":
		return true
	}
	return false
}

// shareBase says whether the word at token i is what a percentage is taken of: "4 % of global
// annual turnover".
func (r *amountReader) shareBase(i int) bool {
	for k := i - 1; k >= r.s.first && k > i-6; k-- {
		if r.low(k) == "of" {
			return r.p.at(k-1).is("%", "percent", "pct", "cent")
		}
		if r.p.at(k).kind != word && r.p.at(k).kind != clitic {
			return false
		}
	}
	return false
}

// compared says whether sum y is only what sum x is measured against: "to $2.3bn from $2bn",
// "$9m, compared with $8m", "£1m, up from £900,000".
func (r *amountReader) compared(x, y sum) bool {
	if x.amount.Currency != y.amount.Currency || y.first-x.end > 5 {
		return false
	}
	for k := x.end; k < y.first; k++ {
		switch r.low(k) {
		case "from", "versus", "vs", "against":
			return true
		case "compared":
			return r.low(k+1) == "with" || r.low(k+1) == "to"
		}
	}
	return false
}
