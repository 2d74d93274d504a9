package extract

import (
	"fmt"
	"strconv"
	"time"

	"averment/evidence"
)

func resolved(value string, p evidence.Precision) evidence.Date {
	return evidence.Date{Value: value, Precision: p, Resolved: true}
}

func yearDate(y int) evidence.Date { return resolved(fmt.Sprintf("%04d", y), evidence.Year) }

func monthDate(y, m int) evidence.Date {
	return resolved(fmt.Sprintf("%04d-%02d", y, m), evidence.Month)
}

func quarterDate(y, q int) evidence.Date {
	return resolved(fmt.Sprintf("%04d-Q%d", y, q), evidence.Quarter)
}

func seasonDate(y int, code string) evidence.Date {
	return resolved(fmt.Sprintf("%04d-%s", y, code), evidence.Season)
}

func weekDate(t time.Time) evidence.Date {
	y, w := t.ISOWeek()
	return resolved(fmt.Sprintf("%04d-W%02d", y, w), evidence.Week)
}

func dayDate(t time.Time) evidence.Date {
	d := evidence.DayOf(t, "")
	return d
}

// civil makes a day; ok is false for 31 February and its like.
func civil(y, m, d int) (time.Time, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d && int(t.Month()) == m && y > 0
}

// unresolvedDate is a date that lacks an anchor; candidate says what it would be.
func unresolvedDate(p evidence.Precision, candidate string) evidence.Date {
	return evidence.Date{Precision: p, Candidate: candidate}
}

// anchored marks a date as reckoned from the anchor, or as unresolved without one.
func (r *dateReader) anchored(p evidence.Precision, candidate string, reckon func(a time.Time) evidence.Date) evidence.Date {
	if r.anchor.IsZero() {
		return unresolvedDate(p, candidate)
	}
	d := reckon(r.anchor)
	d.Anchor = r.anchor.Format("2006-01-02")
	return d
}

// shift moves a date by n units, keeping the coarser precision of the two: a month
// after 15 August 2024 is "2024-09". ok is false where the date is too coarse to move.
func shift(d evidence.Date, n int, unit evidence.Precision) (evidence.Date, bool) {
	from, _, ok := d.Bounds()
	if !ok || d.Precision == evidence.Period {
		return d, false
	}
	switch {
	case unit == evidence.Day && d.Precision == evidence.Day:
		return dayDate(from.AddDate(0, 0, n)), true
	case unit == evidence.Week && d.Precision == evidence.Day:
		return dayDate(from.AddDate(0, 0, 7*n)), true
	case unit == evidence.Week && d.Precision == evidence.Week:
		return weekDate(from.AddDate(0, 0, 7*n)), true
	case unit == evidence.Month && (d.Precision == evidence.Day || d.Precision == evidence.Month):
		m := time.Date(from.Year(), from.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return monthDate(m.Year(), int(m.Month())), true
	case unit == evidence.Year:
		return shiftYear(d, from, n), true
	}
	return d, false
}

func shiftYear(d evidence.Date, from time.Time, n int) evidence.Date {
	y := from.Year() + n
	switch d.Precision {
	case evidence.Quarter, evidence.Season:
		return resolved(fmt.Sprintf("%04d%s", y, d.Value[4:]), d.Precision)
	case evidence.Month:
		return monthDate(y, int(from.Month()))
	}
	return yearDate(y)
}

// spanned joins two resolved dates into a range; ok is false when they are out of order.
func spanned(a, b evidence.Date) (evidence.Date, bool) {
	d := resolved(a.Value+"/"+b.Value, evidence.Period)
	_, _, ok := d.Bounds()
	d.Anchor = a.Anchor
	if d.Anchor == "" {
		d.Anchor = b.Anchor
	}
	return d, ok && a.Resolved && b.Resolved
}

// yearAt reads four digits between 1000 and 2199 at token i, 0 when there are none.
func (r *dateReader) yearAt(i int) int {
	if i >= r.s.end || i < r.s.first {
		return 0
	}
	t := r.p.at(i)
	if t.kind != number || t.end-t.start != 4 || !t.digits(4) {
		return 0
	}
	y, _ := strconv.Atoi(t.low)
	if y < 1000 || y > 2199 {
		return 0
	}
	return y
}

// dayAt reads a day of the month, "3", "03" or "3rd", at token i; 0 when there is none.
func (r *dateReader) dayAt(i int) int {
	w := r.low(i)
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0
	}
	n := 0
	for n < len(w) && w[n] >= '0' && w[n] <= '9' {
		n++
	}
	switch w[n:] {
	case "", "st", "nd", "rd", "th", "d":
	default:
		return 0
	}
	d, err := strconv.Atoi(w[:n])
	if err != nil || n > 2 || d < 1 || d > 31 {
		return 0
	}
	return d
}
