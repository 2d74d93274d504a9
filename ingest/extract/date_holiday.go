package extract

import (
	"strings"
	"sync"
	"time"

	"averment/evidence"
)

// holiday is a day that is named rather than numbered. bare ones are also said without "Day":
// they count only where a preposition makes a time of them, since they name shopping, trees
// and meals as well.
type holiday struct {
	words []string
	on    func(year int) time.Time
	bare  bool
}

// fixedDay is a holiday on the same day of every year.
func fixedDay(m time.Month, d int) func(int) time.Time {
	return func(y int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
}

// nthDay is a holiday on the nth weekday of a month, from the end for n below 0.
func nthDay(m time.Month, n int, d time.Weekday) func(int) time.Time {
	return func(y int) time.Time {
		if n < 0 {
			last := time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC)
			return last.AddDate(0, 0, -int(last.Weekday()-d+7)%7)
		}
		first := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
		return first.AddDate(0, 0, int(d-first.Weekday()+7)%7+7*(n-1))
	}
}

// easterDay is Easter Sunday of the Western churches, moved by some days, after the anonymous
// Gregorian computus.
func easterDay(move int) func(int) time.Time {
	return func(y int) time.Time {
		a, b, c := y%19, y/100, y%100
		h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
		l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
		m := (a + 11*h + 22*l) / 451
		n := h + l - 7*m + 114
		return time.Date(y, time.Month(n/31), n%31+1+move, 0, 0, 0, 0, time.UTC)
	}
}

// holidays are the holidays by their first word, those of more words first.
var holidays = sync.OnceValue(func() map[string][]holiday {
	out := map[string][]holiday{}
	add := func(name string, bare bool, on func(int) time.Time) {
		var words []string
		for _, t := range tokenize(nil, name, 0, len(name)) {
			words = append(words, t.low)
		}
		out[words[0]] = append(out[words[0]], holiday{words, on, bare})
	}
	add("new year's eve", false, fixedDay(time.December, 31))
	add("new year's day", false, fixedDay(time.January, 1))
	add("martin luther king jr. day", false, nthDay(time.January, 3, time.Monday))
	add("martin luther king day", false, nthDay(time.January, 3, time.Monday))
	add("valentine's day", false, fixedDay(time.February, 14))
	add("presidents' day", false, nthDay(time.February, 3, time.Monday))
	add("presidents day", false, nthDay(time.February, 3, time.Monday))
	add("good friday", false, easterDay(-2))
	add("easter sunday", false, easterDay(0))
	add("easter monday", false, easterDay(1))
	add("easter", true, easterDay(0))
	add("mother's day", false, nthDay(time.May, 2, time.Sunday))
	add("memorial day", false, nthDay(time.May, -1, time.Monday))
	add("juneteenth", false, fixedDay(time.June, 19))
	add("father's day", false, nthDay(time.June, 3, time.Sunday))
	add("labor day", false, nthDay(time.September, 1, time.Monday))
	add("columbus day", false, nthDay(time.October, 2, time.Monday))
	add("halloween", true, fixedDay(time.October, 31))
	add("veterans day", false, fixedDay(time.November, 11))
	add("thanksgiving day", false, nthDay(time.November, 4, time.Thursday))
	add("thanksgiving", true, nthDay(time.November, 4, time.Thursday))
	add("christmas eve", false, fixedDay(time.December, 24))
	add("christmas day", false, fixedDay(time.December, 25))
	add("christmas", true, fixedDay(time.December, 25))
	add("boxing day", false, fixedDay(time.December, 26))
	return out
})

// holiday reads "Christmas Day", "Thanksgiving 2020", "last Easter", "on Halloween".
func (r *dateReader) holiday(i int) (reading, bool) {
	if !r.p.at(i).capital {
		return reading{}, false
	}
	for _, h := range holidays()[r.low(i)] {
		if end := i + len(h.words); r.is(i, h.words...) && r.p.at(end-1).kind != punct {
			return r.holidayAt(i, end, h)
		}
	}
	return reading{}, false
}

// holidayAt finishes a holiday with its year: the one behind it, a relative one, or the nearest
// that fits the tense.
func (r *dateReader) holidayAt(i, end int, h holiday) (reading, bool) {
	f := reading{first: i, end: end, rule: "holiday"}
	full := func(y int) evidence.Date { return dayDate(h.on(y)) }
	if y, after := r.yearAfter(end); y != 0 {
		f.end, f.date = after, full(y)
		return f, true
	}
	if d, after, ok := r.deicticYear(end, full, evidence.Day); ok {
		f.end, f.date = after, d
		return f, true
	}
	n, relative := deicticShift(r.low(i - 1))
	if h.bare && !relative && !r.timed(i, end) {
		return f, false
	}
	if relative {
		f.first--
	}
	tense := r.tense(i, end)
	if n != 0 {
		tense = n
	}
	f.date = r.anchored(evidence.Day, "the nearest "+strings.Join(h.words, " "), func(a time.Time) evidence.Date {
		return dayDate(nearestHoliday(a, h.on, tense))
	})
	return f, true
}

// timed says whether a preposition stands before the holiday and nothing that it describes
// behind it: "by Christmas", not "by Christmas shoppers".
func (r *dateReader) timed(i, end int) bool {
	switch r.low(i - 1) {
	case "on", "by", "before", "after", "since", "until", "till", "around", "at":
		t := r.p.at(end)
		return !r.inside(end) || t.kind == punct || t.kind == word && isFunction(t.low)
	}
	return false
}

// nearestHoliday is the newest such day on or before a, or the next where the tense is the
// future, or where none decides and it is near.
func nearestHoliday(a time.Time, on func(int) time.Time, tense int) time.Time {
	past, next := on(a.Year()-1), on(a.Year())
	if !next.After(a) {
		past, next = next, on(a.Year()+1)
	}
	near := next.Before(a.AddDate(0, 0, soonDays+1))
	switch {
	case past.Equal(a), tense < 0, tense == 0 && !near:
		return past
	}
	return next
}
