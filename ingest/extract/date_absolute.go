package extract

import (
	"time"

	"averment/evidence"
)

// month reads a date that begins with a month's name: "March 3, 2024", "Mar. 3",
// "March 2024", "March 3-7", "August last year", "in March".
func (r *dateReader) month(i int) (reading, bool) {
	t := r.p.at(i)
	m, short := monthOf(t.low)
	if m == 0 || !t.capital {
		return reading{}, false
	}
	j := i + 1
	if short && r.low(j) == "." && !r.p.at(j).space {
		j++
	}
	if f, ok := r.monthDay(i, j, m); ok {
		return f, true
	}
	if y, end := r.yearAfter(j); y != 0 {
		return reading{first: i, end: end, date: monthDate(y, m), rule: "month year"}, true
	}
	if y := r.sharedYear(j, m); y != 0 {
		return reading{first: i, end: j, date: monthDate(y, m), rule: "month, year behind the next"}, true
	}
	if d, end, ok := r.deicticYear(j, func(y int) evidence.Date { return monthDate(y, m) }, evidence.Month); ok {
		return reading{first: i, end: end, date: d, rule: "month of a relative year"}, true
	}
	if short && j == i+1 || !r.bareMonth(i, j, t) {
		return reading{}, false
	}
	return reading{first: i, end: j, date: r.nearestMonth(i, j, m), rule: "month"}, true
}

// monthDay reads what follows a month when that is a day.
func (r *dateReader) monthDay(i, j, m int) (reading, bool) {
	if r.low(j) == "the" {
		j++
	}
	d := r.dayAt(j)
	if d == 0 || r.measured(j+1) {
		return reading{}, false
	}
	j++
	if d2, end := r.dayRange(j); d2 > d {
		return r.daySpan(i, end, m, d, d2)
	}
	return r.withYear(i, j, m, d, "month day")
}

// dayRange reads "-7", "–7", "to 7" or "through 7" behind a day; 0 when there is none.
func (r *dateReader) dayRange(j int) (day, end int) {
	switch r.low(j) {
	case "-", "–", "to", "through", "until":
		if d := r.dayAt(j + 1); d != 0 && !r.measured(j+2) {
			return d, j + 2
		}
	}
	return 0, j
}

// daySpan is a run of days in one month.
func (r *dateReader) daySpan(i, end, m, d1, d2 int) (reading, bool) {
	a, ok1 := r.withYear(i, end, m, d1, "days of a month")
	b, ok2 := r.withYear(i, end, m, d2, "days of a month")
	if !ok1 || !ok2 {
		return reading{}, false
	}
	if span, ok := spanned(a.date, b.date); ok {
		b.date = span
	}
	return b, true
}

// withYear finishes a month and a day: with the year behind them, a relative year, or
// the nearest year that fits the tense.
func (r *dateReader) withYear(i, j, m, d int, rule string) (reading, bool) {
	full := func(y int) evidence.Date {
		t, _ := civil(y, m, d)
		return dayDate(t)
	}
	if _, ok := civil(2024, m, d); !ok {
		return reading{}, false
	}
	if y, end := r.yearAfter(j); y != 0 {
		_, ok := civil(y, m, d)
		return reading{first: i, end: end, date: full(y), rule: rule + " year"}, ok
	}
	if date, end, ok := r.deicticYear(j, full, evidence.Day); ok {
		return reading{first: i, end: end, date: date, rule: rule + ", relative year"}, true
	}
	if y := r.sharedDayYear(j, m); y != 0 {
		_, ok := civil(y, m, d)
		return reading{first: i, end: j, date: full(y), rule: rule + ", year behind the next"}, ok
	}
	if m == 9 && d == 11 && r.p.at(j).is("attack", "attacks", "hijackers", "hijackings", "terrorist", "terror", "commission") {
		return reading{first: i, end: j, date: theAttacks, rule: "9/11"}, true
	}
	return reading{first: i, end: j, date: r.nearestDay(i, j, m, d), rule: rule}, true
}

// yearAfter reads ", 2024", "2024", "of 2024" or "'24" behind a month or a day; 0 when none.
func (r *dateReader) yearAfter(j int) (year, end int) {
	if y := r.yearAt(j); y != 0 && !r.measured(j+1) {
		return y, j + 1
	}
	if r.low(j) == "," || r.low(j) == "of" || r.low(j) == "." && r.p.at(j+1).kind == number {
		if y := r.yearAt(j + 1); y != 0 && !r.measured(j+2) {
			return y, j + 2
		}
	}
	if t := r.p.at(j); t.is("'", "’", "‘") && r.inside(j+1) && r.p.at(j+1).digits(2) && len(r.p.at(j+1).low) == 2 && !r.p.at(j+1).space {
		return century(int(r.p.at(j + 1).low[0]-'0')*10 + int(r.p.at(j + 1).low[1]-'0')), j + 2
	}
	return 0, j
}

// century completes a two-digit year: 00 to 49 are of this century.
func century(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

// measured says whether the token makes the number before it a quantity.
func (r *dateReader) measured(j int) bool {
	switch r.low(j) {
	case "%", "percent", "pct", "million", "billion", "mln", "bn", "per", "users", "people", "shares",
		"dollars", "dlrs", "pounds", "points", "employees", "workers", "jobs", "degrees":
		return true
	case ":":
		return r.p.at(j+1).kind == number && !r.p.at(j+1).space
	}
	return false
}

// sharedYear is the year that stands behind the next month only: "August and September 2022";
// 0 when there is none.
func (r *dateReader) sharedYear(j, m int) int {
	if !r.p.at(j).is("and", "or") {
		return 0
	}
	next, short := monthOf(r.low(j + 1))
	if next == 0 || !r.p.at(j+1).capital {
		return 0
	}
	k := j + 2
	if short && r.low(k) == "." {
		k++
	}
	y, _ := r.yearAfter(k)
	if y != 0 && next < m {
		y-- // "December and January 2022"
	}
	return y
}

// listedDay reads the second day of "March 3 and 4, 2021", where a year stands behind it.
func (r *dateReader) listedDay(i int) (reading, bool) {
	if !r.p.at(i-1).is("and", "or") || r.dayAt(i) == 0 || r.dayAt(i-2) == 0 {
		return reading{}, false
	}
	m, _ := monthOf(r.low(i - 3))
	if r.low(i-3) == "." {
		m, _ = monthOf(r.low(i - 4))
	}
	y, end := r.yearAfter(i + 1)
	if m == 0 || y == 0 {
		return reading{}, false
	}
	t, ok := civil(y, m, r.dayAt(i))
	return reading{first: i, end: end, date: dayDate(t), rule: "listed day"}, ok
}

// sharedDayYear is the same behind a day: "March 3 and 4, 2021", "March 3 and April 5, 2021".
func (r *dateReader) sharedDayYear(j, m int) int {
	if !r.p.at(j).is("and", "or") {
		return 0
	}
	k, next := j+1, m
	if n, short := monthOf(r.low(k)); n != 0 && r.p.at(k).capital {
		k, next = k+1, n
		if short && r.low(k) == "." {
			k++
		}
	}
	if r.dayAt(k) == 0 || next < m {
		return 0
	}
	y, _ := r.yearAfter(k + 1)
	return y
}

// deicticYear reads "last year", "of this year", "next year" behind a month or a day.
func (r *dateReader) deicticYear(j int, date func(y int) evidence.Date, p evidence.Precision) (evidence.Date, int, bool) {
	if r.low(j) == "of" || r.low(j) == "," {
		j++
	}
	if d, end, ok := r.sameYear(j, date, p); ok {
		return d, end, true
	}
	n, ok := deicticShift(r.low(j))
	if !ok || r.low(j+1) != "year" {
		return evidence.Date{}, j, false
	}
	return r.anchored(p, "in the year of publication, or the one named", func(a time.Time) evidence.Date {
		return date(a.Year() + n)
	}), j + 2, true
}

// sameYear reads "that year" and "the same year" behind a month or a day: the year of the
// event told before it.
func (r *dateReader) sameYear(j int, date func(y int) evidence.Date, p evidence.Precision) (evidence.Date, int, bool) {
	end := j + 2
	if r.is(j, "the", "same", "year") {
		end++
	} else if !r.is(j, "that", "year") {
		return evidence.Date{}, j, false
	}
	from, _, ok := r.last.Bounds()
	if !ok {
		return unresolvedDate(p, "in the year of the event told before it"), end, true
	}
	d := date(from.Year())
	d.Anchor = r.last.Anchor
	return d, end, true
}

func deicticShift(w string) (int, bool) {
	switch w {
	case "last":
		return -1, true
	case "this", "current":
		return 0, true
	case "next":
		return 1, true
	}
	return 0, false
}

// bareMonth says whether a month's name alone is a date here, rather than a verb or a name.
func (r *dateReader) bareMonth(i, j int, t *token) bool {
	before, after := r.low(i-1), r.low(j)
	switch before {
	case "in", "since", "until", "till", "through", "during", "early", "late", "mid", "last", "next", "this",
		"previous", "by", "before", "after", "throughout":
		return !r.p.at(j).capital || r.low(j) == "" || t.upper || r.p.at(j).kind != word
	case "-":
		return r.low(i-2) == "mid" || r.low(i-2) == "end"
	}
	if next := r.p.at(j); (before == "the" || before == "its") && r.inside(j) && next.kind == word && !next.capital && !isFunction(next.low) {
		return true // "the April figures"
	}
	if (before == "and" || before == "or") && dateWords[r.low(i-2)] == dateMonth && r.p.at(i-2).capital {
		return true // "in February and March"
	}
	if i == r.s.first || t.upper || nameLike[t.low] && !r.amongMonths(i) && !r.measuredOver(i) {
		return false
	}
	switch before {
	case "of", "from", "to", "for", "between", "and", "the", "its", "a", "their", "on", "'s", "as":
		return !r.p.at(j).capital
	}
	return after == "'s" || after == "and" || after == "-"
}

// amongMonths says whether a month that may be a name is one beside another month, or beside
// what is planned: "orders for September fell from August", "set for April".
func (r *dateReader) amongMonths(i int) bool {
	if r.low(i-1) == "for" {
		switch r.low(i - 2) {
		case "planned", "scheduled", "set", "due", "slated", "expected", "delivery", "figures", "data":
			return true
		}
	}
	for k := max(r.s.first, i-16); k < min(r.s.end, i+16); k++ {
		if m, _ := monthOf(r.low(k)); m != 0 && k != i && r.p.at(k).capital && !nameLike[r.low(k)] {
			return true
		}
	}
	return false
}

// measuredOver says whether a month that may be a name is the time that something is counted
// for: "the unemployment rate for March", "the 12 months to April".
func (r *dateReader) measuredOver(i int) bool {
	switch r.low(i - 1) {
	case "for", "of", "to", "from":
	default:
		return false
	}
	switch r.low(i - 2) {
	case "rate", "rates", "months", "month", "quarter", "year", "week", "end", "start", "beginning", "middle", "sales", "output", "production", "prices", "index",
		"report", "exports", "imports", "surplus", "deficit", "profit", "earnings", "orders", "inflation", "unemployment", "readings", "reading", "estimate", "forecast":
		return true
	}
	return false
}

// nameLike are months that are also verbs or given names.
var nameLike = map[string]bool{"may": true, "march": true, "april": true, "june": true, "august": true}
