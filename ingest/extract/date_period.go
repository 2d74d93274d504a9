package extract

import (
	"strconv"
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
	if r.low(j) != "quarter" && r.low(j) != "qtr" {
		return reading{}, false
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

// season reads "summer 2024", "summer of 2024", "the summer" only with a year.
func (r *dateReader) season(i int) (reading, bool) {
	code := seasonCodes[r.low(i)]
	j := i + 1
	if r.low(j) == "of" || r.low(j) == "," {
		j++
	}
	if y := r.yearAt(j); y != 0 && !r.measured(j+1) {
		return reading{first: i, end: j + 1, date: seasonDate(y, code), rule: "season year"}, true
	}
	d, end, ok := r.deicticYear(i+1, func(y int) evidence.Date { return seasonDate(y, code) }, evidence.Season)
	return reading{first: i, end: end, date: d, rule: "season of a relative year"}, ok
}

// fiscal reads "fiscal 2024", "fiscal year 2024", "FY2024" and "FY 24".
func (r *dateReader) fiscal(i int) (reading, bool) {
	j := i + 1
	if w := r.low(i); strings.HasPrefix(w, "fy") && len(w) > 2 {
		n, err := strconv.Atoi(w[2:])
		if err != nil || len(w) != 4 && len(w) != 6 {
			return reading{}, false
		}
		if len(w) == 4 {
			n = century(n)
		}
		return reading{first: i, end: j, date: yearDate(n), rule: "fiscal year"}, n < 2200
	}
	if r.low(j) == "year" || r.low(j) == "'" || r.low(j) == "’" {
		j++
	}
	if y := r.yearAt(j); y != 0 {
		return reading{first: i, end: j + 1, date: yearDate(y), rule: "fiscal year"}, true
	}
	if t := r.p.at(j); r.low(i) == "fy" && r.inside(j) && t.digits(2) && t.end-t.start == 2 {
		return reading{first: i, end: j + 1, date: yearDate(r.shortYear(j)), rule: "fiscal year"}, true
	}
	return reading{}, false
}

// unit reads what begins with a unit: "hours earlier", "weeks later", "year-earlier",
// "week of March 3", "years ago".
func (r *dateReader) unit(i int) (reading, bool) {
	w := r.low(i)
	if w == "week" {
		return r.weekOf(i)
	}
	if w == "year" {
		j := i + 1
		if r.low(j) == "-" {
			j++
		}
		if r.low(j) != "ago" && r.low(j) != "earlier" || j == i+1 && r.low(i-1) != "" && r.p.at(i-1).kind == word && r.low(i-1) != "the" {
			return reading{}, false
		}
		return reading{first: i, end: j + 1, rule: "year before", date: r.anchored(evidence.Year, "the year before publication",
			func(a time.Time) evidence.Date { return yearDate(a.Year() - 1) })}, true
	}
	return r.shifted(i, i, 0)
}

// ranged reads "from A to B" and "between A and B" as one range.
func (r *dateReader) ranged(i int) (reading, bool) {
	a, ok := r.plain(i + 1)
	if !ok {
		return reading{}, false
	}
	link := r.low(a.end)
	between := r.low(i) == "between"
	if between && link != "and" || !between && link != "to" && link != "through" && link != "until" && link != "till" && link != "–" && link != "-" {
		return reading{}, false
	}
	b, ok := r.plain(a.end + 1)
	if !ok {
		return reading{}, false
	}
	a = r.borrowYear(a, b)
	d, ok := spanned(a.date, b.date)
	if !ok {
		return reading{}, false
	}
	return reading{first: i, end: b.end, date: d, rule: "range"}, true
}

// plain reads a calendar date that may be an end of a range.
func (r *dateReader) plain(i int) (reading, bool) {
	t := r.p.at(i)
	switch {
	case !r.inside(i):
	case t.kind == number || t.kind == mixed:
		if y := r.yearAt(i); y >= 1700 && y <= 2100 && !r.measured(i+1) && !r.counts(i+1) {
			return reading{first: i, end: i + 1, date: yearDate(y), rule: "year"}, true
		}
		return r.numeric(i)
	case dateWords[t.low] == dateMonth:
		if m, short := monthOf(t.low); !short && t.capital && r.dayAt(i+1) == 0 {
			if y, end := r.yearAfter(i + 1); y != 0 {
				return reading{first: i, end: end, date: monthDate(y, m)}, true
			}
			return reading{first: i, end: i + 1, date: r.nearestMonth(i, i+1, m), rule: "month"}, true
		}
		return r.month(i)
	case dateWords[t.low] == dateQuarterWord:
		return r.quarter(i)
	}
	return reading{}, false
}

// borrowYear gives the first end of a range the year that only the second one states.
func (r *dateReader) borrowYear(a, b reading) reading {
	from, _, ok := b.date.Bounds()
	if !ok || a.rule != "month" && a.rule != "month day" && a.rule != "day month" && a.rule != "quarter" || b.date.Anchor != "" {
		return a
	}
	m, _ := monthOf(r.low(a.first))
	d := r.dayAt(a.first + 1)
	if m == 0 {
		m, _ = monthOf(r.low(a.first + 1))
		d = r.dayAt(a.first)
	}
	switch {
	case m != 0 && d != 0:
		if t, ok := civil(from.Year(), m, d); ok {
			a.date = dayDate(t)
		}
	case m != 0:
		a.date = monthDate(from.Year(), m)
	case a.rule == "quarter":
		if q := ordinalWords[r.low(a.first)]; q != 0 {
			a.date = quarterDate(from.Year(), q)
		}
	}
	return a
}
