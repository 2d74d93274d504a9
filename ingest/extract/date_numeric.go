package extract

import (
	"strconv"
	"strings"

	"averment/evidence"
)

func itoa(n int) string { return strconv.Itoa(n) }

// numeric reads a date that begins with digits: 2024-08-15, 8/15/2024, 15.08.2024,
// "15 August 2024", "3rd of March", "2 years ago", "2019-21", "in 2024", "3Q 2024".
func (r *dateReader) numeric(i int) (reading, bool) {
	if f, ok := r.iso(i); ok {
		return f, true
	}
	if f, ok := r.slashed(i); ok {
		return f, true
	}
	if f, ok := r.listedDay(i); ok {
		return f, true
	}
	if f, ok := r.nineEleven(i); ok {
		return f, true
	}
	if f, ok := r.dotted(i); ok {
		return f, true
	}
	if f, ok := r.dayMonth(i); ok {
		return f, true
	}
	if f, ok := r.quarterDigits(i); ok {
		return f, true
	}
	if f, ok := r.quarterOfYear(i); ok {
		return f, true
	}
	if r.p.at(i).kind == mixed {
		if f, ok := r.decade(i); ok {
			return f, true
		}
		if ordinalDigits[r.low(i)] != 0 {
			return r.quarter(i)
		}
	}
	if f, ok := r.counted(i); ok {
		return f, true
	}
	return r.yearAlone(i)
}

// joined says whether the tokens i to i+n-1 stand without spaces between them.
func (r *dateReader) joined(i, n int) bool {
	for k := i + 1; k < i+n; k++ {
		if !r.inside(k) || r.p.at(k).space {
			return false
		}
	}
	return true
}

// iso reads 2024-08-15, with or without a time of day behind it.
func (r *dateReader) iso(i int) (reading, bool) {
	y := r.yearAt(i)
	if y == 0 || !r.joined(i, 5) || r.low(i+1) != "-" || r.low(i+3) != "-" || len(r.low(i+2)) != 2 {
		return reading{}, false
	}
	m, err := strconv.Atoi(r.low(i + 2))
	day := r.low(i + 4)
	if cut := strings.IndexByte(day, 't'); cut == 2 {
		day = day[:2]
	}
	d, err2 := strconv.Atoi(day)
	t, ok := civil(y, m, d)
	return reading{first: i, end: i + 5, date: dayDate(t), rule: "iso"}, ok && err == nil && err2 == nil && len(day) == 2
}

// slashed reads three numbers with / or - between them, the year last.
func (r *dateReader) slashed(i int) (reading, bool) {
	sep := r.low(i + 1)
	if sep != "/" && sep != "-" || r.low(i+3) != sep || !r.joined(i, 5) || r.extended(i, i+5, sep) {
		return reading{}, false
	}
	a, b, y := r.dayAt(i), r.dayAt(i+2), r.shortYear(i+4)
	if a == 0 || b == 0 || y == 0 || sep == "-" && y < 1900 {
		return reading{}, false
	}
	return r.ordered(i, i+5, a, b, y)
}

// nineEleven reads "9/11", which has one meaning only.
func (r *dateReader) nineEleven(i int) (reading, bool) {
	if !r.is(i, "9", "/", "11") || !r.joined(i, 3) || r.extended(i, i+3, "/") || r.p.at(i-1).kind == number {
		return reading{}, false
	}
	return reading{first: i, end: i + 3, date: theAttacks, rule: "9/11"}, true
}

// theAttacks is the day of the attacks of September 11.
var theAttacks = resolved("2001-09-11", evidence.Day)

// extended is true when the numbers go on to either side: part of a longer number.
func (r *dateReader) extended(i, end int, sep string) bool {
	if i > r.s.first && !r.p.at(i).space {
		switch r.low(i - 1) {
		case "(", "[", "“", "\"", "–":
		default:
			return true
		}
	}
	t := r.p.at(end)
	return r.inside(end) && !t.space && (t.low == sep || t.kind == word || t.kind == number)
}

func (r *dateReader) shortYear(i int) int {
	if y := r.yearAt(i); y != 0 {
		return y
	}
	if r.inside(i) && r.p.at(i).digits(2) && r.p.at(i).end-r.p.at(i).start == 2 {
		n, _ := strconv.Atoi(r.p.at(i).low)
		return century(n)
	}
	return 0
}

// ordered decides which of two numbers is the month: the one that can be, else the
// order that the document shows elsewhere, else neither.
func (r *dateReader) ordered(i, end, a, b, y int) (reading, bool) {
	us, okUS := civil(y, a, b)
	uk, okUK := civil(y, b, a)
	f := reading{first: i, end: end, rule: "numeric"}
	switch {
	case okUS && okUK && a != b && r.monthFirst() == 0:
		f.date = unresolvedDate(evidence.Day, us.Format("2006-01-02")+" or "+uk.Format("2006-01-02"))
	case okUS && (r.monthFirst() >= 0 || !okUK):
		f.date = dayDate(us)
	case okUK:
		f.date = dayDate(uk)
	default:
		return f, false
	}
	return f, true
}

// dotted reads 15.08.2024, which is one number token and always day first.
func (r *dateReader) dotted(i int) (reading, bool) {
	if strings.Count(r.low(i), ".") != 2 {
		return reading{}, false
	}
	parts := strings.Split(r.low(i), ".")
	if len(parts[2]) != 4 || len(parts[0]) > 2 || len(parts[1]) > 2 {
		return reading{}, false
	}
	d, err1 := strconv.Atoi(parts[0])
	m, err2 := strconv.Atoi(parts[1])
	y, err3 := strconv.Atoi(parts[2])
	t, ok := civil(y, m, d)
	return reading{first: i, end: i + 1, date: dayDate(t), rule: "dotted"},
		ok && err1 == nil && err2 == nil && err3 == nil && y >= 1800
}

// dayMonth reads "15 August 2024", "15-17 August", "3rd of March", "15-Aug-2024".
func (r *dateReader) dayMonth(i int) (reading, bool) {
	d1 := r.dayAt(i)
	if d1 == 0 {
		return reading{}, false
	}
	j, d2 := i+1, 0
	if day, end := r.dayRange(j); day > d1 {
		d2, j = day, end
	}
	if r.is(j, "day", "of") {
		j++ // "this 30th day of July, 2025", as courts date their orders
	}
	if r.low(j) == "of" || r.low(j) == "-" && r.joined(i, 3) {
		j++
	}
	m, short := monthOf(r.low(j))
	if m == 0 || !r.p.at(j).capital {
		return reading{}, false
	}
	j++
	if short && r.low(j) == "." && !r.p.at(j).space && r.inside(j+1) {
		j++
	}
	if r.low(j) == "-" && r.yearAt(j+1) != 0 {
		j++
	}
	if m == 5 && r.low(j) != "," && r.yearAt(j) == 0 && r.p.at(j).kind == word && commonVerb(r.low(j)) {
		return reading{}, false // "Section 5 May be", a title in capitals
	}
	if d2 != 0 {
		return r.daySpan(i, j, m, d1, d2)
	}
	return r.withYear(i, j, m, d1, "day month")
}

func commonVerb(w string) bool {
	switch w {
	case "be", "have", "not", "also", "apply", "include":
		return true
	}
	return false
}

// monthFirst is how the document writes 3/4/2024: 1 month first, -1 day first, 0 undecided.
func (r *dateReader) monthFirst() int {
	if r.v != nil {
		r.order, r.v = numericOrder(r.v), nil
	}
	return r.order
}

// numericOrder learns from the unambiguous numeric dates of a document, then from its
// kind and its spelling, whether 3/4/2024 has the month first (1), the day first (-1)
// or may be either (0).
func numericOrder(v *view) int {
	us, uk := 0, 0
	for i := range v.pages {
		p := &v.pages[i]
		for k := range p.tokens {
			switch t := &p.tokens[k]; t.low {
			case "/":
				a, b := p.at(k-1), p.at(k+1)
				if p.at(k+2).low != "/" || !a.digits(2) || !b.digits(2) {
					continue
				}
				x, _ := strconv.Atoi(a.low)
				y, _ := strconv.Atoi(b.low)
				if y > 12 && x <= 12 {
					us += 10
				} else if x > 12 && y <= 12 {
					uk += 10
				}
			case "£", "organisation", "favour", "behaviour", "solicitor", "solicitors", "barrister", "plc", "whilst":
				uk++
			case "u", "district", "attorney", "attorneys", "dlrs", "$", "california", "york":
				us++
			}
		}
	}
	if v.doc.Docket != nil || v.doc.Kind == evidence.Filing {
		us += 3
	}
	switch {
	case us > uk && us > 1:
		return 1
	case uk > us && uk > 1:
		return -1
	}
	return 0
}

// week reads "week of March 3".
func (r *dateReader) weekOf(i int) (reading, bool) {
	if !r.is(i, "week", "of") {
		return reading{}, false
	}
	j := i + 2
	if r.low(j) == "the" {
		j++
	}
	f, ok := r.month(j)
	if !ok {
		f, ok = r.dayMonth(j)
	}
	if !ok || f.date.Precision != evidence.Day {
		return reading{}, false
	}
	if from, _, set := f.date.Bounds(); set {
		anchor := f.date.Anchor
		f.date = weekDate(from)
		f.date.Anchor = anchor
	} else {
		f.date.Precision = evidence.Week
	}
	f.first, f.rule = i, "week of"
	return f, true
}
