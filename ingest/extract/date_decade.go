package extract

import (
	"time"

	"averment/evidence"
)

// decade reads "the 1990s", "the late 1960s", "mid-1980s" and "the '80s" as ranges of ten
// years. "1900s" is left alone: it may be the century.
func (r *dateReader) decade(i int) (reading, bool) {
	w := r.low(i)
	y := 0
	for k := 0; k < len(w)-1; k++ {
		if w[k] < '0' || w[k] > '9' {
			return reading{}, false
		}
		y = 10*y + int(w[k]-'0')
	}
	first := i
	switch {
	case len(w) == 5 && y >= 1700 && y < 2100:
	case len(w) == 3 && y >= 20 && r.p.at(i-1).is("'", "’", "‘") && !r.p.at(i).space:
		y, first = 1900+y, i-1
	default:
		return reading{}, false
	}
	if w[len(w)-1] != 's' || y%10 != 0 || y%100 == 0 && y != 2000 || !r.decadeContext(first) {
		return reading{}, false
	}
	d, ok := spanned(yearDate(y), yearDate(y+9))
	return reading{first: first, end: i + 1, date: d, rule: "decade"}, ok
}

// decadeContext says whether the word before makes the number a time.
func (r *dateReader) decadeContext(i int) bool {
	switch r.low(i - 1) {
	case "the", "early", "late", "in", "since", "during", "by", "until":
		return true
	case "-":
		return r.low(i-2) == "mid" || r.low(i-2) == "pre" || r.low(i-2) == "post"
	}
	return false
}

// ending reads "the end of the year", "end of this month", "end-1987": the period that ends.
func (r *dateReader) ending(i int) (reading, bool) {
	if y := r.yearAt(i + 2); r.low(i+1) == "-" && y >= 1900 {
		return reading{first: i, end: i + 3, date: yearDate(y), rule: "end of a year"}, true
	}
	if r.low(i+1) == "-" && dateWords[r.low(i+2)] == dateMonth && r.p.at(i+2).capital {
		f, ok := r.plain(i + 2)
		f.first = i
		return f, ok
	}
	if !r.is(i, "end", "of", "the") && !r.is(i, "end", "of") {
		return reading{}, false
	}
	j := i + 2
	if r.low(j) == "the" {
		j++
	}
	u := unitWords[r.low(j)]
	if u == "" || u == evidence.Day || u == "hour" || u == "decade" || r.low(j+1) == "of" || r.p.at(j).low[len(r.low(j))-1] == 's' {
		return reading{}, false
	}
	return reading{first: i, end: j + 1, date: r.current(u, i, j+1), rule: "end of the " + string(u)}, true
}

// yearEnd reads "year-end", "year-end 1986" and "month-end".
func (r *dateReader) yearEnd(i int) (reading, bool) {
	if r.low(i+1) != "-" || r.low(i+2) != "end" {
		return reading{}, false
	}
	u := unitWords[r.low(i)]
	if y := r.yearAt(i + 3); u == evidence.Year && y != 0 {
		return reading{first: i, end: i + 4, date: yearDate(y), rule: "end of a year"}, true
	}
	if u != evidence.Year && u != evidence.Month && u != evidence.Quarter {
		return reading{}, false
	}
	return reading{first: i, end: i + 3, date: r.current(u, i, i+3), rule: "end of the " + string(u)}, true
}

// current is the week, month, quarter, weekend or year that goes on: that of the event told
// before it in the past, else that of publication.
func (r *dateReader) current(u evidence.Precision, i, j int) evidence.Date {
	if u == "weekend" {
		return r.theWeekend(i, j)
	}
	if r.last.Resolved && r.tense(i, j) < 0 {
		if d, ok := sameAs(r.last, u, 0); ok && u != evidence.Quarter {
			d.Anchor = r.last.Anchor
			return d
		}
	}
	return r.anchored(u, "the "+string(u)+" of publication", func(a time.Time) evidence.Date { return period(a, u, 0) })
}
