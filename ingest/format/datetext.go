package format

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"averment/evidence"
)

var (
	dayMonth  = regexp.MustCompile(`(?i)(?:^|[^\d.,:])(\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\.)?(?:\s+(?:of|de|di|do|d[’']))?[\s-]*(\p{L}{3,13})\.?,?(?:\s+del?)?[\s-]+((?:19|20)\d\d)(?:\D|$)`)
	monthDay  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(\p{L}{3,13})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?:\D|$)`)
	isoDay    = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)(?:[-/.]|[年년]\s?)(\d{1,2})(?:[-/.]|[月월]\s?)(\d{1,2})(?:\D|$)`)
	slashDay  = regexp.MustCompile(`(?:^|[^\d.])(\d{1,2})([/.]\s?|-)(\d{1,2})(?:[/.]\s?|-)((?:19|20)\d\d)(?:\D|$)`)
	aroundDay = regexp.MustCompile(`(?i)^(?:(?:first |originally |last )?(?:published|posted|updated|modified|publication date|date|on|at|uploaded|created|released|by|edited)\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|\d{1,2}[:.h]\d\d(?::\d\d)?|a\.?m\.?|p\.?m\.?|utc|gmt|est|edt|ct|mt|cst|cdt|pst|pdt|pt|et|bst|ist|cet|cest|wat|eat|sgt|aest|aedt|[+-]\d\d:?\d\d|z|and|hrs|\d+ min(?:ute)?s? read|(?:\d+|an?) (?:second|minute|min|hour|hr|day|week)s? ago|[\s|,.:;•·()–—/@-])+$`)
)

// dayOrder says which of the two numbers in 3/4/2025 is the day.
type dayOrder int

const (
	orderUnknown dayOrder = iota
	dayFirst
	monthFirst
)

// findDay finds the first full calendar day in s. ok is false when there is none or when
// day and month cannot be told apart.
func findDay(s string) (d evidence.Date, at []int, ok bool) { return findDayIn(s, orderUnknown) }

// findDayIn is findDay where the order of day and month is known from the page's language.
func findDayIn(s string, order dayOrder) (d evidence.Date, at []int, ok bool) {
	for _, f := range []struct {
		re      *regexp.Regexp
		y, m, d int
	}{{dayMonth, 3, 2, 1}, {monthDay, 3, 1, 2}, {isoDay, 1, 2, 3}} {
		for _, m := range f.re.FindAllStringSubmatchIndex(s, 4) {
			part := func(i int) string { return s[m[2*i]:m[2*i+1]] }
			at = []int{m[2], m[7]}
			if strings.HasPrefix(s[at[1]:], "T") {
				at[1]++ // the time of an ISO stamp follows
			}
			if d, ok = makeDay(part(f.y), part(f.m), part(f.d), s[m[2]:m[7]]); ok {
				return d, at, true
			}
		}
	}
	m := slashDay.FindStringSubmatchIndex(s)
	if m == nil {
		return d, nil, false
	}
	at = []int{m[2], m[9]}
	sign := strings.TrimSpace(s[m[4]:m[5]])
	if order == orderUnknown && sign == "." {
		order = dayFirst // dots are written by those who put the day first
	}
	month, day, ok := slashParts(s[m[2]:m[3]], s[m[6]:m[7]], order)
	if !ok {
		return d, at, false
	}
	d, ok = makeDay(s[m[8]:m[9]], month, day, s[at[0]:at[1]])
	return d, at, ok
}

// slashParts tells month from day in 1/24/2025 and 24/1/2025: by the one that is over 12,
// else by the order that the page is known to use.
func slashParts(a, b string, order dayOrder) (month, day string, ok bool) {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	switch {
	case x > 12 && y <= 12, order == dayFirst && y <= 12:
		return b, a, true
	case y > 12 && x <= 12, x == y, order == monthFirst && x <= 12:
		return a, b, true
	}
	return "", "", false
}

func makeDay(year, month, day, surface string) (evidence.Date, bool) {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	m, err := strconv.Atoi(month)
	if err != nil {
		m = monthNumber(month)
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if m < 1 || m > 12 || d < 1 || t.Day() != d {
		return evidence.Date{}, false
	}
	return evidence.DayOf(t, strings.TrimSpace(surface)), true
}

// dateOnly says whether the line is a date with nothing but time, weekday and words such
// as "Published" and "by NAME" around it.
func dateOnly(s string) bool {
	_, ok := headerDate(s)
	return ok
}

// headerDate reads the date of a header line.
func headerDate(s string) (evidence.Date, bool) { return headerDateIn(s, orderUnknown) }

func headerDateIn(s string, order dayOrder) (evidence.Date, bool) {
	if len(s) > 160 {
		return evidence.Date{}, false
	}
	d, at, ok := findDayIn(s, order)
	if !ok {
		return d, false
	}
	before, after := s[:at[0]], s[at[1]:]
	if _, second, again := findDayIn(after, order); again {
		after = after[:second[0]] + after[second[1]:]
	}
	if bylineName(s) != "" || bylineName(strings.TrimRight(before, " |,•·–—-")) != "" {
		return d, true
	}
	return d, plainAround(before) && plainAround(after)
}

func plainAround(s string) bool { return strings.TrimSpace(s) == "" || aroundDay.MatchString(s) }

// wireDateline finds the day in the dateline of a wire report: "SAN JOSE, Jan. 22, 2025
// (Wire) — ". A dateline without its year dates nothing.
func wireDateline(s string) (evidence.Date, bool) {
	lead := s[:min(len(s), 120)]
	cut := strings.IndexAny(lead, "—–")
	if cut < 0 {
		cut = strings.Index(lead, " - ")
	}
	if cut < 0 {
		cut = strings.Index(lead, " -- ")
	}
	if cut < 0 {
		return evidence.Date{}, false
	}
	first, _, _ := strings.Cut(lead[:cut], ",")
	if first == "" || first != strings.ToUpper(first) {
		return evidence.Date{}, false
	}
	d, _, ok := findDay(lead[:cut])
	return d, ok
}

// stated adds to a date how it was found.
func stated(d evidence.Date, method, confidence string) *evidence.Date {
	d.Method, d.Confidence = method, confidence
	return &d
}
