package extract

import (
	"strings"
	"time"

	"averment/evidence"
)

// quarter reads "third quarter", "third-quarter", "Q3 2024", "second half" is left alone.
func (r *dateReader) quarter(i int) (reading, bool) {
	w := r.low(i)
	if len(w) == 2 && w[0] == 'q' {
		return r.quarterOf(i, i+1, int(w[1]-'0'))
	}
	if f, ok := r.partYear(i); ok {
		return f, true
	}
	j := i + 1
	if r.low(j) == "-" || r.low(j) == "fiscal" {
		j++
	}
	if !quarterUnit[r.low(j)] {
		return reading{}, false
	}
	if q := ordinalDigits[w]; q != 0 {
		return r.quarterOf(i, j+1, q)
	}
	return r.quarterOf(i, j+1, ordinalWords[w])
}

// partYear reads "first half of 1989" and "first nine months of 1989" as ranges.
func (r *dateReader) partYear(i int) (reading, bool) {
	n, j := 0, i+1
	if r.low(j) == "-" {
		j++
	}
	if r.low(j) == "half" {
		n, j = 6, j+1
	} else if c, k := r.countAt(j); c > 0 && c < 12 && r.low(k) == "months" {
		n, j = c, k+1
	}
	which := ordinalWords[r.low(i)]
	if n == 0 || which > 2 || which == 2 && n != 6 {
		return reading{}, false
	}
	if r.low(j) == "of" || r.low(j) == "in" {
		j++
	}
	for r.low(j) == "fiscal" {
		j++
	}
	from := 1 + 6*(which-1)
	part := func(y int) evidence.Date {
		d, _ := spanned(monthDate(y, from), monthDate(y, from+n-1))
		return d
	}
	if y := r.yearAt(j); y != 0 {
		return reading{first: i, end: j + 1, date: part(y), rule: "part of a year"}, true
	}
	if r.is(j, "the", "year") || r.is(j, "the", "current", "year") {
		for r.low(j) != "year" {
			j++
		}
		return reading{first: i, end: j + 1, rule: "part of a relative year",
			date: r.anchored(evidence.Period, "in the year of publication", func(a time.Time) evidence.Date { return part(a.Year()) })}, true
	}
	d, end, ok := r.deicticYear(j, part, evidence.Period)
	return reading{first: i, end: end, date: d, rule: "part of a relative year"}, ok
}

// quarterOf finishes a quarter with its year, or with the nearest that fits the tense.
func (r *dateReader) quarterOf(i, j, q int) (reading, bool) {
	f := reading{first: i, end: j, rule: "quarter"}
	k := j
	if r.low(k) == "of" || r.low(k) == "in" {
		k++
	}
	for r.low(k) == "fiscal" || r.low(k) == "the" || r.low(k) == "year" && r.yearAt(k+1) != 0 {
		k++
	}
	if y := r.yearAt(k); y != 0 {
		f.end, f.date = k+1, quarterDate(y, q)
		return f, true
	}
	if d, end, ok := r.deicticYear(j, func(y int) evidence.Date { return quarterDate(y, q) }, evidence.Quarter); ok {
		f.end, f.date = end, d
		return f, true
	}
	future := r.future(i, j)
	f.date = r.anchored(evidence.Quarter, "the nearest quarter "+itoa(q), func(a time.Time) evidence.Date {
		y := a.Year()
		now := (int(a.Month()) + 2) / 3
		switch {
		case q > now && !future:
			y--
		case q < now && future:
			y++
		}
		return quarterDate(y, q)
	})
	return f, true
}

// quarterUnit are words for a quarter of a year.
var quarterUnit = map[string]bool{"quarter": true, "qtr": true}

// lastQuarter reads "latest quarter", "most recent quarter" and "previous quarter": the
// newest that is over. i is the first word.
func (r *dateReader) lastQuarter(i int) (reading, bool) {
	j := i + 1
	if r.low(i) == "most" {
		j++
	}
	if r.low(j) == "fiscal" {
		j++
	}
	u := unitWords[r.low(j)]
	if r.low(j-1) != "latest" && r.low(j-1) != "recent" && r.low(j-2) != "latest" && r.low(j-2) != "recent" {
		return reading{}, false
	}
	if r.low(j) == "qtr" {
		u = evidence.Quarter
	}
	if u != evidence.Quarter && u != evidence.Month {
		return reading{}, false
	}
	return reading{first: i, end: j + 1, rule: "latest " + string(u), date: r.anchored(u, "the "+string(u)+" before publication",
		func(a time.Time) evidence.Date { return period(a, u, -1) })}, true
}

// samePeriod reads "same period last year", "same quarter of 1986" and "same 1985 period":
// the quarter, month or range told before it, in the year named. i is the word "same".
func (r *dateReader) samePeriod(i int) (reading, bool) {
	j := i + 1
	y := r.yearAt(j)
	if y != 0 {
		j++
	}
	u := unitWords[r.low(j)]
	if r.low(j) != "period" && u != evidence.Quarter && u != evidence.Month || !r.last.Resolved {
		return reading{}, false
	}
	if end := j + 1; y == 0 {
		if y, j = r.yearNamed(end); y == 0 {
			return reading{}, false
		}
		j--
	}
	f := reading{first: i, end: j + 1, rule: "same period"}
	f.date, y = r.last, y-r.yearOf(r.last)
	switch r.last.Precision {
	case evidence.Quarter, evidence.Month:
		f.date, _ = shift(r.last, y, evidence.Year)
	case evidence.Period:
		a, b, _ := strings.Cut(r.last.Value, "/")
		from, ok := shift(resolved(a, evidence.PrecisionOf(a)), y, evidence.Year)
		to, ok2 := shift(resolved(b, evidence.PrecisionOf(b)), y, evidence.Year)
		if f.date, _ = spanned(from, to); !ok || !ok2 || len(a) > 7 {
			return reading{}, false
		}
	default:
		return reading{}, false
	}
	f.date.Anchor = r.last.Anchor
	return f, true
}

// yearOf is the year that a resolved date begins in.
func (r *dateReader) yearOf(d evidence.Date) int {
	from, _, _ := d.Bounds()
	return from.Year()
}

// yearNamed reads "last year", "of 1986", "in 1986", "a year ago" and "a year earlier" at j.
func (r *dateReader) yearNamed(j int) (year, end int) {
	if (r.low(j) == "of" || r.low(j) == "in") && r.yearAt(j+1) != 0 {
		return r.yearAt(j + 1), j + 2
	}
	if r.low(j) == "of" {
		j++
	}
	if n, ok := deicticShift(r.low(j)); ok && r.low(j+1) == "year" && !r.anchor.IsZero() {
		return r.anchor.Year() + n, j + 2
	}
	if r.is(j, "a", "year", "ago") || r.is(j, "a", "year", "earlier") || r.is(j, "the", "previous", "year") || r.is(j, "the", "year", "before") {
		return r.yearOf(r.last) - 1, j + 3
	}
	return 0, j
}

// yearAgo reads "year-ago quarter", "year earlier" and "year-earlier period": the quarter or
// month told before it, or else the year, one year back.
func (r *dateReader) yearAgo(i int) (reading, bool) {
	j := i + 1
	if r.low(j) == "-" {
		j++
	}
	if r.low(j) != "ago" && r.low(j) != "earlier" || j == i+1 && r.low(i-1) != "" && r.p.at(i-1).kind == word && r.low(i-1) != "the" {
		return reading{}, false
	}
	f := reading{first: i, end: j + 1, rule: "year before"}
	f.date = r.anchored(evidence.Year, "the year before publication", func(a time.Time) evidence.Date { return yearDate(a.Year() - 1) })
	noun := r.low(j + 1)
	if !quarterUnit[noun] && noun != "period" && noun != "month" {
		return f, true
	}
	f.end++
	p := r.last.Precision
	switch {
	case r.last.Resolved && (p == evidence.Quarter && noun != "month" || p == evidence.Month && noun != "quarter"):
		f.date, _ = shift(r.last, -1, evidence.Year)
		f.date.Anchor = r.last.Anchor
	case quarterUnit[noun]:
		f.date = r.anchored(evidence.Quarter, "the quarter a year before the newest", func(a time.Time) evidence.Date { return period(a, evidence.Quarter, -5) })
	}
	return f, true
}

// quarterOfYear reads a quarter whose year stands before it: "1986 fourth quarter",
// "1987's first qtr".
func (r *dateReader) quarterOfYear(i int) (reading, bool) {
	y, j := r.yearAt(i), i+1
	if y == 0 {
		return reading{}, false
	}
	if r.low(j) == "'s" || r.low(j) == "fiscal" {
		j++
	}
	q, k := ordinalWords[r.low(j)], j+1
	if q == 0 {
		q = ordinalDigits[r.low(j)]
	}
	if r.low(k) == "-" {
		k++
	}
	if w := r.low(j); q == 0 && len(w) == 2 && w[0] == 'q' && w[1] >= '1' && w[1] <= '4' {
		return reading{first: i, end: j + 1, date: quarterDate(y, int(w[1]-'0')), rule: "quarter"}, true
	}
	return reading{first: i, end: k + 1, date: quarterDate(y, q), rule: "quarter"}, q != 0 && quarterUnit[r.low(k)]
}

var ordinalDigits = map[string]int{"1st": 1, "2nd": 2, "2d": 2, "3rd": 3, "3d": 3, "4th": 4}
