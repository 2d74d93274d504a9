package format

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"averment/evidence"
)

const monthNames = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

var (
	dayMonth  = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(` + monthNames + `)\.?,?[\s-]+((?:19|20)\d\d)\b`)
	monthDay  = regexp.MustCompile(`(?i)\b(` + monthNames + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b`)
	isoDay    = regexp.MustCompile(`\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T)`)
	slashDay  = regexp.MustCompile(`\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b`)
	aroundDay = regexp.MustCompile(`(?i)^(?:(?:first |originally |last )?(?:published|posted|updated|modified|publication date|date|on|at|uploaded|created|released|by|edited)\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|\d{1,2}[:.h]\d\d(?::\d\d)?|a\.?m\.?|p\.?m\.?|utc|gmt|est|edt|cst|cdt|pst|pdt|pt|et|bst|ist|cet|cest|wat|eat|sgt|aest|aedt|[+-]\d\d:?\d\d|z|and|hrs|\d+ min(?:ute)?s? read|[\s|,.:;•·()–—/@-])+$`)
)

// findDay finds the first full calendar day in s. ok is false when there is none or when
// day and month cannot be told apart.
func findDay(s string) (d evidence.Date, at []int, ok bool) {
	type form struct {
		re      *regexp.Regexp
		y, m, d int
	}
	for _, f := range []form{{dayMonth, 3, 2, 1}, {monthDay, 3, 1, 2}, {isoDay, 1, 2, 3}, {slashDay, 3, 0, 0}} {
		m := f.re.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		at = f.re.FindStringIndex(s)
		month, day := "", ""
		if f.m == 0 {
			month, day, ok = slashParts(m[1], m[2])
			if !ok {
				return d, at, false
			}
		} else {
			month, day = m[f.m], m[f.d]
		}
		d, ok = makeDay(m[f.y], month, day, s[at[0]:at[1]])
		return d, at, ok
	}
	return d, nil, false
}

// slashParts tells month from day in 1/24/2025 and 24/1/2025, when one of them is over 12.
func slashParts(a, b string) (month, day string, ok bool) {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	switch {
	case x > 12 && y <= 12:
		return b, a, true
	case y > 12 && x <= 12, x == y:
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
	if m < 1 || m > 12 || t.Day() != d {
		return evidence.Date{}, false
	}
	return evidence.DayOf(t, strings.TrimSpace(surface)), true
}

func monthNumber(name string) int {
	at := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(name[:3]))
	return at/3 + 1
}

// dateOnly says whether the line is a date with nothing but time, weekday and words such
// as "Published" and "by NAME" around it.
func dateOnly(s string) bool {
	_, ok := headerDate(s)
	return ok
}

// headerDate reads the date of a header line.
func headerDate(s string) (evidence.Date, bool) {
	if len(s) > 160 {
		return evidence.Date{}, false
	}
	d, at, ok := findDay(s)
	if !ok {
		return d, false
	}
	before, after := s[:at[0]], s[at[1]:]
	if _, second, again := findDay(after); again {
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

func isoString(y, m, d int) string { return fmt.Sprintf("%04d-%02d-%02d", y, m, d) }
