package extract

import (
	"strconv"
	"strings"
	"time"

	"averment/evidence"
)

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
	if d, end, ok := r.deicticYear(i+1, func(y int) evidence.Date { return seasonDate(y, code) }, evidence.Season); ok {
		return reading{first: i, end: end, date: d, rule: "season of a relative year"}, true
	}
	if !r.bareSeason(i) {
		return reading{}, false
	}
	future := r.future(i, i+1)
	return reading{first: i, end: i + 1, rule: "season", date: r.anchored(evidence.Season, "the nearest "+r.low(i), func(a time.Time) evidence.Date {
		return nearestSeason(a, code, future)
	})}, true
}

// bareSeason says whether a season stands for itself, "by summer", "in the spring", rather
// than before a noun ("the spring term") or as a verb or a noun ("the fall of").
func (r *dateReader) bareSeason(i int) bool {
	if r.p.at(i).capital {
		return false
	}
	if t := r.p.at(i + 1); r.inside(i+1) && t.kind == word && !isFunction(t.low) || r.low(i+1) == "of" || r.low(i+1) == "from" || r.low(i+1) == "-" {
		return false
	}
	k := i - 1
	if r.low(k) == "the" {
		k--
	}
	switch r.low(k) {
	case "in", "by", "until", "since", "during", "before", "after", "till", "early", "late":
		return r.low(i) != "fall" || k < i-1
	}
	return false
}

// nearestSeason is the season that goes on, or the newest one before a, or the next.
func nearestSeason(a time.Time, code string, future bool) evidence.Date {
	y := a.Year()
	from, to, _ := seasonDate(y, code).Bounds()
	switch {
	case future && !to.After(a):
		y++
	case !future && from.After(a):
		y--
	}
	return seasonDate(y, code)
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
	if f, ok := r.yearEnd(i); ok {
		return f, true
	}
	if w == "year" {
		return r.yearAgo(i)
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
