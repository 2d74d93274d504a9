package extract

import (
	"strings"
	"time"

	"averment/evidence"
)

var unitWords = map[string]evidence.Precision{
	"day": evidence.Day, "days": evidence.Day, "week": evidence.Week, "weeks": evidence.Week,
	"month": evidence.Month, "months": evidence.Month, "year": evidence.Year, "years": evidence.Year,
	"quarter": evidence.Quarter, "quarters": evidence.Quarter, "decade": "decade", "decades": "decade",
	"hour": "hour", "hours": "hour", "minute": "hour", "minutes": "hour", "weekend": "weekend",
}

// deictic reads "last week", "next Tuesday", "this month", "last August", "earlier this
// year", "last night", "this summer".
func (r *dateReader) deictic(i int) (reading, bool) {
	w := r.low(i)
	if w == "earlier" || w == "later" {
		if n := r.low(i + 1); n == "this" || n == "last" {
			f, ok := r.deictic(i + 1)
			f.first = i
			return f, ok
		}
		if r.is(i+1, "in", "the", "day") || r.is(i+1, "today") {
			end := i + 2 + 2*b2i(r.low(i+1) == "in")
			return reading{first: i, end: end, rule: "today", date: r.dayFrom(0, "the day of publication")}, true
		}
		if u := unitWords[r.low(i+3)]; r.is(i+1, "in", "the") && (u == evidence.Week || u == evidence.Month || u == evidence.Year) && r.low(i+3) == string(u) {
			return reading{first: i, end: i + 4, date: r.current(u, i, i+4), rule: "relative " + string(u)}, true
		}
		return reading{}, false
	}
	n, ok := deicticShift(w)
	if w == "coming" {
		n, ok = 1, true
	}
	if !ok {
		return reading{}, false
	}
	return r.deicticUnit(i, n)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (r *dateReader) deicticUnit(i, n int) (reading, bool) {
	j := i + 1
	if r.low(j) == "coming" || r.low(j) == "past" {
		j++
	}
	if m, _ := monthOf(r.low(j)); m != 0 && r.p.at(j).capital {
		return r.deicticMonth(i, j, n, m)
	}
	if d, _, ok := weekdayOf(r.low(j)); ok && r.p.at(j).capital && !r.namedDay(j, j+1) {
		if n == 0 && r.tense(i, j+1) >= 0 {
			n = 1
		}
		return reading{first: i, end: j + 1, date: r.nearestWeekday(i, j+1, d, n), rule: "relative weekday"}, true
	}
	if code := seasonCodes[r.low(j)]; code != "" {
		return r.deicticSeason(i, j, n, code)
	}
	if w := r.low(j); dayParts[w] {
		return reading{first: i, end: j + 1, rule: "part of a day", date: r.dayFrom(min(n, 0), "the day of publication, or the one before")}, n <= 0
	}
	return r.deicticPeriod(i, j, n)
}

// deicticPeriod reads the units of the calendar behind last, this and next.
func (r *dateReader) deicticPeriod(i, j, n int) (reading, bool) {
	fiscal := r.low(j) == "fiscal" || r.low(j) == "calendar" || r.low(j) == "financial"
	if fiscal {
		j++
	}
	u := unitWords[r.low(j)]
	if u == "" || strings.HasSuffix(r.low(j), "s") || r.low(j+1) == "of" || r.low(j+1) == "-" && r.p.at(j+2).low == "old" {
		return reading{}, false
	}
	f := reading{first: i, end: j + 1, rule: "relative " + string(u)}
	candidate := "the " + string(u) + " of publication"
	if n != 0 {
		candidate = "the " + string(u) + map[int]string{-1: " before", 1: " after"}[n] + " publication"
	}
	switch u {
	case evidence.Week, evidence.Month, evidence.Year, evidence.Quarter:
		f.date = r.anchored(u, candidate, func(a time.Time) evidence.Date { return period(a, u, n) })
	case "weekend":
		f.date = r.anchored(evidence.Period, candidate, func(a time.Time) evidence.Date { return weekend(a, n) })
	default:
		return f, false
	}
	return f, true
}

// period is the week, month, quarter or year n units from the one that holds a.
func period(a time.Time, u evidence.Precision, n int) evidence.Date {
	switch u {
	case evidence.Week:
		return weekDate(a.AddDate(0, 0, 7*n))
	case evidence.Month:
		m := time.Date(a.Year(), a.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return monthDate(m.Year(), int(m.Month()))
	case evidence.Quarter:
		m := time.Date(a.Year(), a.Month()+time.Month(3*n), 1, 0, 0, 0, 0, time.UTC)
		return quarterDate(m.Year(), (int(m.Month())+2)/3)
	}
	return yearDate(a.Year() + n)
}

// weekend is the Saturday and Sunday of the week n weeks from a; last weekend is the
// newest that is over.
func weekend(a time.Time, n int) evidence.Date {
	sat := mondayOf(a).AddDate(0, 0, 5+7*n)
	d, _ := spanned(dayDate(sat), dayDate(sat.AddDate(0, 0, 1)))
	return d
}

// deicticMonth reads "last August": the newest August that is over, or goes on.
func (r *dateReader) deicticMonth(i, j, n, m int) (reading, bool) {
	if d := r.dayAt(j + 1); d != 0 { // "this September 18", "last March 3, 2024"
		f, ok := r.month(j)
		f.first = i
		return f, ok
	}
	end := j + 1
	if y, e := r.yearAfter(end); y != 0 {
		return reading{first: i, end: e, date: monthDate(y, m), rule: "month year"}, true
	}
	candidate := map[int]string{-1: "the last ", 0: "this ", 1: "the next "}[n] + monthName(m)
	return reading{first: i, end: end, rule: "relative month", date: r.anchored(evidence.Month, candidate, func(a time.Time) evidence.Date {
		y := a.Year()
		switch am := int(a.Month()); {
		case n < 0 && m >= am:
			y--
		case n > 0 && m <= am:
			y++
		}
		return monthDate(y, m)
	})}, true
}

func (r *dateReader) deicticSeason(i, j, n int, code string) (reading, bool) {
	return reading{first: i, end: j + 1, rule: "relative season", date: r.anchored(evidence.Season, "the "+r.low(j)+" before publication", func(a time.Time) evidence.Date {
		y := a.Year()
		from, _, _ := seasonDate(y, code).Bounds()
		if n < 0 && !from.AddDate(0, 3, 0).Before(a) {
			y--
			if from.AddDate(-1, 3, 0).After(a) {
				y--
			}
		}
		if n > 0 && !from.After(a) {
			y++
		}
		return seasonDate(y, code)
	})}, true
}

// dayFrom is the day n days from the anchor.
func (r *dateReader) dayFrom(n int, candidate string) evidence.Date {
	return r.anchored(evidence.Day, candidate, func(a time.Time) evidence.Date {
		return dayDate(a.AddDate(0, 0, n))
	})
}

// day reads today, yesterday, tomorrow and tonight, but not "USA Today" or "today's youth".
func (r *dateReader) day(i int) (reading, bool) {
	t := r.p.at(i)
	if t.capital && !t.upper && i > r.s.first && r.p.at(i-1).capital {
		return reading{}, false
	}
	n, candidate := 0, "the day of publication"
	switch t.low {
	case "yesterday":
		n, candidate = -1, "the day before publication"
	case "tomorrow":
		n, candidate = 1, "the day after publication"
	}
	return reading{first: i, end: i + 1, date: r.dayFrom(n, candidate), rule: "day word"}, true
}

// same reads "the same day", "that day", "the following month", "the previous year",
// "the third quarter", "the week of March 3".
func (r *dateReader) same(i int) (reading, bool) {
	if f, ok := r.weekOf(i + 1); ok {
		f.first = i
		return f, true
	}
	w := r.low(i + 1)
	if w == "weekend" && r.is(i, "the") && dayOf[r.low(i-1)] {
		return reading{first: i, end: i + 2, date: r.theWeekend(i, i+2), rule: "the weekend"}, true
	}
	if f, ok := r.dayOfMonth(i); ok {
		return f, true
	}
	if code := seasonCodes[w]; code != "" && r.is(i, "that") {
		return r.thatSeason(i, code), true
	}
	j, shiftBy := i+1, 0
	switch w {
	case "very":
		j++
	case "same":
		if f, ok := r.samePeriod(j); ok {
			f.first = i
			return f, true
		}
		j++
	case "following", "next":
		j, shiftBy = j+1, 1
	case "previous", "preceding", "prior":
		j, shiftBy = j+1, -1
	case "day", "month", "year", "week":
		if r.is(i, "the") && r.low(i+2) != "before" && r.low(i+2) != "after" {
			return reading{}, false
		}
	default:
		return reading{}, false
	}
	if r.low(j) == "same" {
		j++
	}
	return r.sameUnit(i, j, shiftBy)
}

// thatSeason reads "that autumn": the season of the year of the event told before it.
func (r *dateReader) thatSeason(i int, code string) reading {
	f := reading{first: i, end: i + 2, rule: "season of the event told before it", date: unresolvedDate(evidence.Season, "in the year of the event told before it")}
	if r.last.Resolved {
		f.date = seasonDate(r.yearOf(r.last), code)
		f.date.Anchor = r.last.Anchor
	}
	return f
}

func (r *dateReader) sameUnit(i, j, by int) (reading, bool) {
	u := unitWords[r.low(j)]
	if dayParts[r.low(j)] {
		u = evidence.Day
	}
	if u != evidence.Day && u != evidence.Week && u != evidence.Month && u != evidence.Year {
		return reading{}, false
	}
	f := reading{first: i, end: j + 1, rule: "same " + string(u)}
	switch r.low(j + 1) {
	case "before":
		f.end, by = j+2, -1
	case "after":
		f.end, by = j+2, 1
	}
	if f.end == j+2 && r.p.at(f.end).wordy() && r.inside(f.end) {
		f.date = unresolvedDate(u, "counted from the event named after it")
		return f, true
	}
	f.date = unresolvedDate(u, map[int]string{-1: "the one before the event told before it", 0: "that of the event told before it", 1: "the one after the event told before it"}[by])
	if r.last.Resolved {
		if d, ok := sameAs(r.last, u, by); ok {
			d.Anchor = r.last.Anchor
			f.date = d
		}
	}
	return f, true
}

// sameAs is the unit that holds the date, moved by n units.
func sameAs(d evidence.Date, u evidence.Precision, n int) (evidence.Date, bool) {
	from, _, ok := d.Bounds()
	rank := map[evidence.Precision]int{evidence.Day: 1, evidence.Week: 2, evidence.Month: 3, evidence.Quarter: 4, evidence.Season: 4, evidence.Year: 5}
	if !ok || rank[d.Precision] == 0 || rank[d.Precision] > rank[u] {
		return d, false
	}
	if u == evidence.Day {
		return dayDate(from.AddDate(0, 0, n)), true
	}
	return period(from, u, n), true
}

// theWeekend is the weekend that "the weekend" means: the next one where the verb is in the
// future, else the newest that has begun.
func (r *dateReader) theWeekend(i, j int) evidence.Date {
	future := r.future(i, j)
	return r.anchored(evidence.Period, "the weekend on or before publication", func(a time.Time) evidence.Date {
		if future || a.Weekday() == time.Sunday || a.Weekday() == time.Saturday {
			return weekend(a, 0)
		}
		return weekend(a, -1)
	})
}

// dayOf are prepositions before a time.
var dayOf = set("over", "during", "at", "on", "by", "before", "after", "of", "until", "since")

// dayOfMonth reads "on the 14th": the nearest 14th.
func (r *dateReader) dayOfMonth(i int) (reading, bool) {
	d := r.dayAt(i + 1)
	t := r.p.at(i + 2)
	if d == 0 || r.p.at(i+1).kind != mixed || !dayOf[r.low(i-1)] || r.low(i-1) == "of" || r.low(i) != "the" ||
		r.inside(i+2) && t.kind != punct && !isFunction(t.low) || t.is("-", "of") {
		return reading{}, false
	}
	future := r.future(i, i+2)
	return reading{first: i, end: i + 2, rule: "day of the month", date: r.anchored(evidence.Day, "the nearest "+r.low(i+1), func(a time.Time) evidence.Date {
		m := time.Date(a.Year(), a.Month(), 1, 0, 0, 0, 0, time.UTC)
		switch {
		case future && d < a.Day():
			m = m.AddDate(0, 1, 0)
		case !future && d > a.Day():
			m = m.AddDate(0, -1, 0)
		}
		return dayDate(m.AddDate(0, 0, d-1))
	})}, true
}
