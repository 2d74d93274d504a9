package extract

import (
	"math"
	"strconv"
	"strings"
)

// figure is a number as written, with its scale.
type figure struct {
	value  float64
	bare   float64 // without the scale
	scaled bool
	words  bool // spelt out
	end    int
	ok     bool
}

// figure reads the number at token i: "1,000", "1.7bn", "10.53 billion", "two million",
// "half a million", "a quarter", "12 1/2", "two-thirds".
func (r *amountReader) figure(i int) figure {
	if i >= r.s.end {
		return figure{}
	}
	t := &r.p.tokens[i]
	switch t.kind {
	case number, mixed:
		return r.scaled(r.digits(i))
	case word:
		return r.spelled(i)
	}
	return figure{}
}

// digits reads a number in digits, with letters for its scale and a fraction behind it.
func (r *amountReader) digits(i int) figure {
	w := r.low(i)
	n := 0
	for n < len(w) && (w[n] >= '0' && w[n] <= '9' || w[n] == ',' || w[n] == '.') {
		n++
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w[:n], ",", ""), 64)
	if err != nil || math.IsInf(v, 0) {
		return figure{}
	}
	f := figure{value: v, bare: v, end: i + 1, ok: true}
	if n < len(w) {
		s, known := scaleWords[w[n:]]
		if !known {
			return figure{}
		}
		f.value, f.scaled = times(v, s), true
		return f
	}
	return r.fraction(f)
}

// fraction reads "1/2" or "-1/2" behind a whole number, and "1/2" alone.
func (r *amountReader) fraction(f figure) figure {
	j := f.end
	if r.low(j) == "/" && !r.p.at(j).space && r.p.at(j+1).digits(2) {
		if d, _ := strconv.Atoi(r.low(j + 1)); d > 1 && f.bare < float64(d) && d <= 64 && r.low(j+2) != "/" {
			f.value /= float64(d)
			f.bare, f.end = f.value, j+2
		}
		return f
	}
	if r.low(j) == "-" {
		j++
	}
	if !r.p.at(j).digits(2) || r.low(j+1) != "/" || !r.p.at(j+2).digits(2) || j >= r.s.end {
		return f
	}
	a, _ := strconv.Atoi(r.low(j))
	b, _ := strconv.Atoi(r.low(j + 2))
	if a > 0 && b > a && b <= 64 {
		f.value += float64(a) / float64(b)
		f.bare, f.end = f.value, j+3
	}
	return f
}

// times multiplies as one does on paper: 4.1 billion is 4,100,000,000 and no less.
func times(v, scale float64) float64 {
	if x := v * scale; x < 1e15 {
		return math.Round(x*1e4) / 1e4
	}
	return v * scale
}

// scaled reads the scale words behind a number: "billion", "mln", "-billion".
func (r *amountReader) scaled(f figure) figure {
	if !f.ok {
		return f
	}
	for n := 0; n < 2; n++ {
		j := f.end
		if r.low(j) == "-" && scaleWords[r.low(j+1)] != 0 {
			j++
		}
		s := scaleWords[r.low(j)]
		if s == 0 || len(r.low(j)) == 1 && (r.p.at(j).space && r.low(j) != "m" || f.words) {
			break
		}
		f.value, f.scaled, f.end = times(f.value, s), true, j+1
	}
	return f
}

var fractionNames = map[string]float64{"half": 50, "third": 100. / 3, "quarter": 25, "fifth": 20, "tenth": 10,
	"thirds": 100. / 3, "quarters": 25, "fifths": 20, "fourths": 25, "tenths": 10}

// spelled reads a number in words.
func (r *amountReader) spelled(i int) figure {
	w := r.low(i)
	if w == "half" || w == "a" || w == "one" && (fractionNames[r.low(i+1)] != 0 || r.low(i+1) == "-" && fractionNames[r.low(i+2)] != 0) {
		return r.part(i)
	}
	n := countWords[w]
	if n == 0 {
		return figure{}
	}
	f := figure{bare: float64(n), end: i + 1, ok: true, words: true}
	j := i + 1
	if r.low(j) == "-" {
		j++
	}
	if n >= 20 {
		if u := countWords[r.low(j)]; u > 0 && u < 10 && r.low(j) != "a" && r.low(j) != "an" {
			f.bare, f.end = float64(n+u), j+1
		}
	} else if p := fractionNames[r.low(j)]; p != 0 && n > 1 && strings.HasSuffix(r.low(j), "s") {
		return figure{value: p * float64(n), end: j + 1, ok: true, words: true, bare: -1}
	}
	f.value = f.bare
	return r.scaled(f)
}

// part reads "half a million" as a number, and "half of", "a quarter", "a third" as a
// percentage, which bare -1 marks.
func (r *amountReader) part(i int) figure {
	w := r.low(i)
	if w == "half" {
		if r.low(i+1) == "a" && scaleWords[r.low(i+2)] >= 1e6 {
			return figure{value: scaleWords[r.low(i+2)] / 2, bare: .5, scaled: true, words: true, end: i + 3, ok: true}
		}
		if r.low(i+1) == "of" || r.low(i+1) == "the" {
			return figure{value: 50, bare: -1, words: true, end: i + 1, ok: true}
		}
		return figure{}
	}
	if s := scaleWords[r.low(i+1)]; s > 1 && w == "a" && len(r.low(i+1)) > 4 {
		f := r.scaled(figure{value: 1, bare: 1, words: true, end: i + 1, ok: true})
		return f
	}
	if w == "one" && r.low(i+1) == "-" {
		i++ // "one-third"
	}
	if p := fractionNames[r.low(i+1)]; p != 0 && !r.periodic(i) {
		return figure{value: p, bare: -1, words: true, end: i + 2, ok: true}
	}
	return figure{}
}

// periodic is true of "a quarter" that is three months, or no share of anything.
func (r *amountReader) periodic(i int) bool {
	next := r.low(i + 2)
	if r.low(i+1) == "half" {
		return next != "of"
	}
	if r.low(i+1) != "quarter" && r.low(i+1) != "third" {
		return next != "of"
	}
	return next != "of" && next != "are" && next != "were" && next != "residing" && next != "living" && next != "in" && next != "based"
}

// upper reads the other end of a range: "$5 to $10 million", "5-7 pct", "between 3 and 5".
func (r *amountReader) upper(x sum, n figure) sum {
	j := x.end
	link := r.low(j)
	between := r.low(x.first-1) == "between"
	switch {
	case link == "-" || link == "–":
	case link == "to" && (r.low(x.first-1) != "from" || r.p.at(x.first-2).is("range", "ranges", "ranged", "ranging", "anywhere", "vary", "varies", "varied", "varying")):
	case link == "and" && between:
	default:
		return x
	}
	j++
	if sign := currencySigns[r.low(j)]; sign != "" && sign == x.amount.Currency {
		j++
	} else if dollarPrefixes[r.low(j)] != "" && r.low(j+1) == "$" {
		j += 2
	}
	if !r.p.at(j).wordyNumber() || j >= r.s.end {
		return x
	}
	m := r.figure(j)
	if !m.ok || m.value <= 0 {
		return x
	}
	if m.scaled && !n.scaled && n.bare < m.bare*1000 {
		x.amount.Value = n.bare * m.value / m.bare
	}
	if m.value <= x.amount.Value {
		return x
	}
	high := m.value
	x.amount.High, x.end = &high, m.end
	if between {
		x.first--
	}
	return x
}
