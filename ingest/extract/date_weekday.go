package extract

import (
	"time"

	"averment/evidence"
)

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
	if short || r.namedDay(i, j) || r.everyDay(i) {
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

// everyDay says whether the weekday at i is one of each week rather than of one: "every Monday
// and Thursday", "open Monday through Friday".
func (r *dateReader) everyDay(i int) bool {
	k := i - 1
	for k > r.s.first && (dateWords[r.low(k)] == dateWeekday || r.p.at(k).is("and", "or", ",", "through", "to", "-", "–")) {
		k--
	}
	switch r.low(k) {
	case "every", "each", "most", "open", "weekdays":
		return true
	case "hours", "from", "available":
		return r.low(i+1) == "through" || r.low(i-1) == "through" || r.low(i+1) == "-" || r.low(i-1) == "-"
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
