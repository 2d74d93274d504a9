package extract

import (
	"strconv"
	"strings"
	"time"

	"averment/evidence"
)

// counted reads "two years ago", "a month later", "three days earlier", "a year-ago".
func (r *dateReader) counted(i int) (reading, bool) {
	n, j := r.countAt(i)
	if j == i {
		return reading{}, false
	}
	return r.shifted(i, j, n)
}

// countAt reads a number in digits or words; j is i where there is none, n is 0 for
// "several" and "a few".
func (r *dateReader) countAt(i int) (n, j int) {
	w := r.low(i)
	if w == "several" || w == "a" && r.low(i+1) == "few" || w == "few" {
		return 0, i + 1 + b2i(w == "a")
	}
	if w == "a" && r.low(i+1) == "couple" && r.low(i+2) == "of" {
		return 2, i + 3
	}
	if n = countWords[w]; n != 0 {
		return n, i + 1
	}
	if r.p.at(i).kind == number && r.inside(i) {
		if n, err := strconv.Atoi(w); err == nil && n > 0 && n < 200 {
			return n, i + 1
		}
	}
	return 0, i
}

// shifted reads the unit and the direction behind a count.
func (r *dateReader) shifted(i, j, n int) (reading, bool) {
	if r.low(j) == "-" {
		j++
	}
	u := unitWords[r.low(j)]
	if u == "" || u == "weekend" {
		return r.weekdaysAgo(i, j, n)
	}
	unit := r.low(j)
	j++
	if r.low(j) == "-" {
		j++
	}
	f := reading{first: i, end: j + 1, rule: "count of " + string(u)}
	switch r.low(j) {
	case "ago":
		if g, ok := r.agoOn(f, n, u); ok {
			return g, true
		}
		f.date = r.ago(n, u, unit, -1)
	case "hence":
		f.date = r.ago(n, u, unit, 1)
	case "earlier", "before", "later", "after":
		return r.eventShift(f, n, u, unit)
	case "from":
		f.end++
		f.date = r.ago(n, u, unit, 1)
		return f, r.low(j+1) == "now" || r.low(j+1) == "today"
	default:
		return f, false
	}
	return f, true
}

// ago moves the anchor by n units in the direction sign.
func (r *dateReader) ago(n int, u evidence.Precision, unit string, sign int) evidence.Date {
	candidate := strings.TrimSpace(itoa(n) + " " + unit + map[int]string{-1: " before", 1: " after"}[sign] + " publication")
	switch {
	case u == "decade":
		return r.anchored(evidence.Year, candidate, func(a time.Time) evidence.Date { return yearDate(a.Year() + 10*n*sign) })
	case u == "hour":
		return unresolvedDate(evidence.Day, unit+" before or after publication")
	case n == 0:
		return unresolvedDate(u, "some "+unit+" before publication")
	case u == evidence.Day:
		return r.dayFrom(n*sign, candidate)
	}
	return r.anchored(u, candidate, func(a time.Time) evidence.Date { return period(a, u, n*sign) })
}

// eventShift is a date told from another event: "a month later". It holds when the
// paragraph has dated an event before it.
func (r *dateReader) eventShift(f reading, n int, u evidence.Precision, unit string) (reading, bool) {
	w := r.low(f.end - 1)
	sign := 1
	if w == "earlier" || w == "before" {
		sign = -1
	}
	if w == "after" || w == "before" {
		if next := r.p.at(f.end); next.wordy() && r.inside(f.end) {
			if d, ok := r.fromNamed(f.end, n*sign, u); ok {
				f.date = d
				return f, true
			}
			f.date = unresolvedDate(coarse(u), "counted from the event named after it")
			return f, u == "hour" || n > 0 && sign != 0
		}
	}
	if (w == "after" || w == "before") && !r.last.Resolved {
		return f, false // a period of notice
	}
	f.date = unresolvedDate(coarse(u), quantity(n, unit)+map[int]string{-1: " before", 1: " after"}[sign]+" the event told before it")
	if d, ok := r.apposed(f.end); ok {
		f.date = d
		return f, true
	}
	if u == evidence.Year && n == 1 && sign < 0 && r.last.Precision == evidence.Quarter && r.comparison(f.first) {
		if y, ok := sameAs(r.last, evidence.Year, -1); ok { // results are compared by the year
			y.Anchor = r.last.Anchor
			f.date = y
			return f, true
		}
	}
	if n > 0 && r.last.Resolved {
		if d, ok := shift(r.last, n*sign, u); ok {
			d.Anchor = r.last.Anchor
			f.date = d
		}
	}
	if !f.date.Resolved && u == evidence.Year && n == 1 && r.comparison(f.first) {
		f.date = r.anchored(evidence.Year, "the year before publication", func(a time.Time) evidence.Date { return yearDate(a.Year() - 1) })
	}
	return f, true
}

// comparison says whether a report compares results: "from $3 a year earlier".
func (r *dateReader) comparison(i int) bool {
	for k := i - 1; k >= r.s.first && k > i-8; k-- {
		switch r.low(k) {
		case "from", "with", "versus", "vs", "against", "than":
			return true
		}
	}
	return false
}

func quantity(n int, unit string) string {
	if n == 0 {
		return "some " + unit
	}
	return itoa(n) + " " + unit
}

func coarse(u evidence.Precision) evidence.Precision {
	switch u {
	case "hour", evidence.Day, evidence.Week:
		return evidence.Day
	case "decade":
		return evidence.Year
	}
	return u
}

// apposed reads the date that explains a relative one: "a month later, on September 18, 2024".
func (r *dateReader) apposed(i int) (evidence.Date, bool) {
	if r.low(i) != "," {
		return evidence.Date{}, false
	}
	i++
	if r.low(i) == "on" || r.low(i) == "in" {
		i++
	}
	if dateWords[r.low(i)] != dateMonth {
		return evidence.Date{}, false
	}
	f, ok := r.month(i)
	return f.date, ok && f.date.Resolved
}
