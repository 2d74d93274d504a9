package extract

import (
	"time"

	"averment/evidence"
)

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
	tense := r.tense(i, j)
	return r.anchored(evidence.Day, "the nearest "+monthName(m)+" "+itoa(d), func(a time.Time) evidence.Date {
		y := nearestYear(a, m, d, tense > 0 || tense == 0 && soon(a, m, d))
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

// soonDays is how far ahead a day may lie that no verb puts into the future or the past:
// notices of meetings and payments reach a few weeks ahead.
const soonDays = 45

// soon says whether the day of the month comes within soonDays after a.
func soon(a time.Time, m, d int) bool {
	for _, y := range [2]int{a.Year(), a.Year() + 1} {
		if t, ok := civil(y, m, d); ok && t.After(a) && t.Before(a.AddDate(0, 0, soonDays+1)) {
			return true
		}
	}
	return false
}
