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
	if t := r.p.at(j); t.is("'", "’", "‘") && r.inside(j+1) && r.p.at(j+1).digits(2) && !r.p.at(j+1).space {
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

// deicticYear reads "last year", "of this year", "next year" behind a month or a day.
func (r *dateReader) deicticYear(j int, date func(y int) evidence.Date, p evidence.Precision) (evidence.Date, int, bool) {
	if r.low(j) == "of" || r.low(j) == "," {
		j++
	}
	n, ok := deicticShift(r.low(j))
	if !ok || r.low(j+1) != "year" {
		return evidence.Date{}, j, false
	}
	return r.anchored(p, "in the year of publication, or the one named", func(a time.Time) evidence.Date {
		return date(a.Year() + n)
	}), j + 2, true
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
func (r *dateReader) bareMonth(i, j int, t token) bool {
	before, after := r.low(i-1), r.low(j)
	switch before {
	case "in", "since", "until", "till", "through", "during", "early", "late", "mid", "last", "next", "this",
		"previous", "by", "before", "after", "throughout":
		return !r.p.at(j).capital || r.low(j) == "" || t.upper || r.p.at(j).kind != word
	case "-":
		return r.low(i-2) == "mid"
	}
	if nameLike[t.low] || i == r.s.first || t.upper {
		return false
	}
	switch before {
	case "of", "from", "to", "for", "between", "and", "the", "its", "a", "their", "on", "'s", "as":
		return !r.p.at(j).capital
	}
	return after == "'s" || after == "and" || after == "-"
}

// nameLike are months that are also verbs or given names.
var nameLike = map[string]bool{"may": true, "march": true, "april": true, "june": true, "august": true}

// nearestMonth is the month on or before the anchor, or on or after it where the verb
// is in the future.
func (r *dateReader) nearestMonth(i, j, m int) evidence.Date {
	future := r.future(i, j)
	return r.anchored(evidence.Month, "the nearest "+monthName(m), func(a time.Time) evidence.Date {
		return monthDate(nearestYear(a, m, 0, future), m)
	})
}

// nearestDay is the same for a day of a month.
func (r *dateReader) nearestDay(i, j, m, d int) evidence.Date {
	future := r.future(i, j)
	return r.anchored(evidence.Day, "the nearest "+monthName(m)+" "+itoa(d), func(a time.Time) evidence.Date {
		y := nearestYear(a, m, d, future)
		t, ok := civil(y, m, d)
		for k := 0; !ok && k < 8; k++ { // 29 February
			y--
			t, ok = civil(y, m, d)
		}
		return dayDate(t)
	})
}

func nearestYear(a time.Time, m, d int, future bool) int {
	y, am, ad := a.Date()
	later := m > int(am) || m == int(am) && d > ad
	same := m == int(am) && (d == ad || d == 0)
	switch {
	case same:
		return y
	case later && !future:
		return y - 1
	case !later && future:
		return y + 1
	}
	return y
}

func monthName(m int) string { return time.Month(m).String() }

// weekday reads "Tuesday", "Tuesday night", "Tuesday, March 3" and "Tuesday of last week".
func (r *dateReader) weekday(i int) (reading, bool) {
	t := r.p.at(i)
	d, short, ok := weekdayOf(t.low)
	if !ok || !t.capital {
		return reading{}, false
	}
	j := i + 1
	if short && r.low(j) == "." {
		j++
	}
	if f, ok := r.weekdayOfDate(i, j); ok {
		return f, true
	}
	if short || r.namedDay(i, j) {
		return reading{}, false
	}
	end := j
	if dayParts[r.low(end)] {
		end++
	}
	if n, ok := deicticShift(r.low(end + 1)); ok && r.is(end, "of") && r.low(end+2) == "week" {
		return reading{first: i, end: end + 3, rule: "weekday of a relative week",
			date: r.anchored(evidence.Day, t.low+" of the week named", func(a time.Time) evidence.Date {
				return dayDate(mondayOf(a).AddDate(0, 0, 7*n+(d+6)%7))
			})}, true
	}
	return reading{first: i, end: end, rule: "weekday", date: r.nearestWeekday(i, end, d, 0)}, true
}

// weekdayOfDate absorbs the weekday of a full date: "Tuesday, March 3, 2024".
func (r *dateReader) weekdayOfDate(i, j int) (reading, bool) {
	k := j
	if r.low(k) == "," {
		k++
	}
	if r.low(k) == "the" {
		k++
	}
	var f reading
	var ok bool
	switch {
	case dateWords[r.low(k)] == dateMonth:
		f, ok = r.month(k)
		ok = ok && f.date.Precision == evidence.Day
	case r.dayAt(k) != 0:
		f, ok = r.dayMonth(k)
	}
	f.first = i
	return f, ok
}

// namedDay is true for Black Friday, the Sunday Times and their like.
func (r *dateReader) namedDay(i, j int) bool {
	switch r.low(i - 1) {
	case "black", "good", "bloody", "ash", "super", "cyber", "palm", "easter", "ruby", "sheffield", "freaky", "holy":
		return true
	}
	switch r.low(j) {
	case "times", "mirror", "express", "telegraph", "mail", "post", "herald", "people", "sun", "world":
		return r.p.at(j).capital
	case "the":
		return r.dayAt(j+1) != 0
	}
	return false
}

// nearestWeekday is the day on or before the anchor, after it where the verb is in the
// future; move shifts by whole weeks: -1 for "last", 1 for "next".
func (r *dateReader) nearestWeekday(i, j, d, move int) evidence.Date {
	future := move > 0 || move == 0 && r.future(i, j)
	candidate := "the " + time.Weekday(d).String() + " on or before publication"
	if future {
		candidate = "the " + time.Weekday(d).String() + " after publication"
	}
	return r.anchored(evidence.Day, candidate, func(a time.Time) evidence.Date {
		back := (int(a.Weekday()) - d + 7) % 7
		switch {
		case future && back == 0:
			return dayDate(a.AddDate(0, 0, 7))
		case future:
			return dayDate(a.AddDate(0, 0, 7-back))
		case move < 0 && back == 0:
			back = 7
		}
		return dayDate(a.AddDate(0, 0, -back))
	})
}

func mondayOf(t time.Time) time.Time { return t.AddDate(0, 0, -((int(t.Weekday()) + 6) % 7)) }
