package extract

import (
	"strings"
	"time"

	"averment/evidence"
)

// weekdaysAgo reads "two Fridays ago"; j is the position of the weekday, n its count.
func (r *dateReader) weekdaysAgo(i, j, n int) (reading, bool) {
	name, plural := strings.CutSuffix(r.low(j), "s")
	d, short, ok := weekdayOf(name)
	if !ok || short || n == 0 || !r.p.at(j).capital || r.low(j+1) != "ago" || !plural && n > 1 {
		return reading{}, false
	}
	return reading{first: i, end: j + 2, rule: "count of weekdays", date: r.anchored(evidence.Day, quantity(n, name)+" before publication", func(a time.Time) evidence.Date {
		back := (int(a.Weekday()) - d + 6) % 7
		return dayDate(a.AddDate(0, 0, -back-1-7*(n-1)))
	})}, true
}

// agoOn reads what fixes a count of time more closely: "a week ago Tuesday", "thirty years ago
// this month". f ends behind "ago".
func (r *dateReader) agoOn(f reading, n int, u evidence.Precision) (reading, bool) {
	years, days := 0, 0
	switch {
	case n == 0:
		return f, false
	case u == evidence.Year:
		years = n
	case u == "decade":
		years = 10 * n
	case u == evidence.Week:
		days = 7 * n
	default:
		return f, false
	}
	j := f.end
	if d, short, ok := weekdayOf(r.low(j)); ok && !short && r.p.at(j).capital {
		f.end++
		f.date = r.anchored(evidence.Day, "that weekday so long before publication", func(a time.Time) evidence.Date {
			return dayDate(a.AddDate(-years, 0, -(int(a.Weekday())-d+7)%7-days))
		})
		return f, true
	}
	unit := unitWords[r.low(j+1)]
	today := r.low(j) == "today"
	if !today && (r.low(j) != "this" || years == 0 || unit != evidence.Week && unit != evidence.Month) {
		return f, false
	}
	f.end += 2 - b2i(today)
	if today {
		unit = evidence.Day
	}
	f.date = r.anchored(unit, "the same "+string(unit)+" so long before publication", func(a time.Time) evidence.Date {
		a = a.AddDate(-years, 0, -days)
		if today {
			return dayDate(a)
		}
		return period(a, unit, 0)
	})
	return f, true
}

// fromNamed reckons "one day after" from a date that stands at j, perhaps behind an article:
// "Tuesday's hearing", "the Aug. 4 vote".
func (r *dateReader) fromNamed(j, n int, u evidence.Precision) (evidence.Date, bool) {
	if n == 0 || u == "decade" || u == "hour" {
		return evidence.Date{}, false
	}
	switch r.low(j) {
	case "the", "its", "his", "her", "their", "a", "on", "in":
		j++
	}
	switch dateWords[r.low(j)] {
	case dateWeekday, dateMonth, dateDay, dateHoliday:
	default:
		return evidence.Date{}, false
	}
	f, ok := r.at(j)
	if !ok || !f.date.Resolved {
		return evidence.Date{}, false
	}
	d, ok := shift(f.date, n, u)
	d.Anchor = f.date.Anchor
	return d, ok
}
