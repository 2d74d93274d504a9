package crosscheck

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// compareDate finds the date of a passage for the same event.
func compareDate(d *evidence.DateFact, c *claim, s *source, u *unit, m match) (*slotDifference, string) {
	if !d.Resolved && dayOfYear(d.Surface) == "" {
		return nil, ""
	}
	var other *evidence.DateFact
	for _, t := range u.dates {
		if !t.Resolved {
			continue
		}
		if SameDate(&d.Date, &t.Date) {
			if coarse(&t.Date) && !coarse(&d.Date) {
				continue
			}
			return nil, ""
		}
		if other == nil && (sameEvent(d, t) || beside(c.unit, d, u, t)) && !datesTaken(t, c.unit) {
			other = t
		}
	}
	if other == nil {
		return nil, "date"
	}
	return &slotDifference{slot: "date", yours: d.Surface, theirs: other.Surface, yoursNormal: d.Value, theirsNormal: other.Value, rule: "same event, date differs"}, ""
}

// beside says whether one word of content stands just before two dates: "burst on May 11"
// and "burst on Monday".
func beside(a *unit, d *evidence.DateFact, b *unit, t *evidence.DateFact) bool {
	x, y := a.wordBefore(d), b.wordBefore(t)
	return x != "" && x == y
}

// wordBefore is the class of the nearest word of content before a date, "" where a name
// or a figure stands there.
func (u *unit) wordBefore(d *evidence.DateFact) string {
	for _, sp := range d.Spans {
		from, _, ok := u.within(sp)
		if !ok {
			continue
		}
		for k := len(u.words) - 1; k >= 0; k-- {
			w := u.words[k]
			if w.end > from || w.stop && !w.capital {
				continue
			}
			if w.capital || w.number || words().generic[w.class] {
				break
			}
			return w.class
		}
	}
	return ""
}

// coarse says whether a date is known to the year only.
func coarse(d *evidence.Date) bool {
	return d.Precision == evidence.Year || d.Precision == evidence.Season || d.Precision == evidence.Quarter
}

func datesTaken(t *evidence.DateFact, cu *unit) bool {
	return slices.ContainsFunc(cu.dates, func(d *evidence.DateFact) bool { return SameDate(&d.Date, &t.Date) })
}

// sameEvent says whether the heads of two dated events are one class of verb.
func sameEvent(a, b *evidence.DateFact) bool {
	x, y := strings.Fields(a.Event), strings.Fields(b.Event)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	return words().classOf(x[0]) == words().classOf(y[0])
}

// SameDate says whether two dates can be the same day, month or year within their precision.
func SameDate(a, b *evidence.Date) bool {
	if !a.Resolved || !b.Resolved {
		x, y := dayOfYear(a.Surface), dayOfYear(b.Surface)
		if x == "" && a.Resolved && len(a.Value) == 10 {
			x = a.Value[5:]
		}
		if y == "" && b.Resolved && len(b.Value) == 10 {
			y = b.Value[5:]
		}
		return x != "" && x == y
	}
	af, at, ok1 := a.Bounds()
	bf, bt, ok2 := b.Bounds()
	return ok1 && ok2 && af.Before(bt) && bf.Before(at)
}

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// dayOfYear reads "3 March" or "March 3" as "03-03", "" for anything else.
func dayOfYear(surface string) string {
	month, day := 0, 0
	for _, w := range split(surface) {
		if n, err := strconv.Atoi(strings.TrimRight(w.fold, "stndrh")); err == nil && n >= 1 && n <= 31 {
			day = n
		}
		for i, name := range months {
			if len(w.fold) >= 3 && strings.HasPrefix(w.fold, name) {
				month = i + 1
			}
		}
	}
	if month == 0 || day == 0 {
		return ""
	}
	return fmt.Sprintf("%02d-%02d", month, day)
}
