package extract

import (
	"regexp"
	"strings"
	"sync"
	"time"

	"averment/evidence"
)

// headDocket is the first docket number of the head.
func headDocket(lines []string) string {
	if n := adversaryNumber(lines); n != "" {
		return n
	}
	for _, l := range lines {
		if !strings.ContainsAny(l, "0123456789") || foldedIn(l, "opinion no") || foldedIn(l, "advance sheets") {
			continue
		}
		for _, mark := range []string{"No.", "Nos.", "NO.", "NOS.", "Number:", "NUMBER:", " number:", "Docket", "DOCKET", "Case:", "#:", "CASE"} {
			_, rest, ok := strings.Cut(l, mark)
			if !ok {
				continue
			}
			rest = strings.TrimLeft(rest, " .:#")
			for _, again := range []string{"Nos.", "NOS.", "No.", "NO.", "No ", "NO "} {
				rest = strings.TrimLeft(strings.TrimPrefix(rest, again), " .:#")
			}
			if m := numberOfCase(rest); m != "" {
				return m + initialsBehind(m, rest[len(m):])
			}
		}
	}
	for _, l := range lines {
		if n := standingDocket(l); n != "" {
			return n
		}
	}
	return agencyDocket(lines)
}

// agencyDocket is the plain number that agencies print behind "DOCKET NO."; "" for none.
func agencyDocket(lines []string) string {
	for _, l := range lines[:min(len(lines), courtReach)] {
		if !foldedIn(l, "docket no. ") {
			continue
		}
		i := strings.Index(strings.ToUpper(l), "DOCKET NO. ")
		if i < 0 {
			continue
		}
		number := firstWord(strings.TrimSpace(l[i+len("DOCKET NO. "):]))
		if digits := strings.TrimLeft(number, "CD-"); len(digits) > 2 && len(digits) < 7 && strings.Trim(digits, "0123456789") == "" {
			return number
		}
	}
	return ""
}

// initialsBehind are the initials of the judge in parentheses behind the number of a bankruptcy
// case, " (BLS)"; "" for anything else.
func initialsBehind(number, rest string) string {
	if strings.Trim(number, "0123456789-–:") != "" {
		return ""
	}
	in, _, ok := strings.Cut(rest, ")")
	if name, found := strings.CutPrefix(in, " ("); ok && found && len(name) > 1 && len(name) < 5 && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return in + ")"
	}
	return ""
}

// standingDocket is a docket number that a line begins with, or that stands behind the "v." or
// at the end of a line of a caption, "v.    1:19-cr-00112".
func standingDocket(l string) string {
	if n, _ := dockets().readDocket(l); n > 6 {
		return strings.TrimRight(l[:n], " -")
	}
	at := strings.LastIndexAny(l, " \t") + 1
	if at == 0 || !partsSides(l) && !strings.HasSuffix(strings.TrimRight(l[:at], " \t"), ",") {
		return ""
	}
	if n, _ := dockets().readDocket(l[at:]); n > 8 && at+n == len(l) {
		return l[at:]
	}
	return ""
}

// adversaryNumber is the number of an adversary proceeding, whose caption prints that of the
// bankruptcy case first.
func adversaryNumber(lines []string) string {
	for _, l := range lines {
		i := strings.Index(l, "Adv.")
		if i < 0 {
			i = strings.Index(l, "Adversary")
		}
		if i < 0 {
			continue
		}
		if _, rest, ok := strings.Cut(l[i:], "No. "); ok {
			if m := dockets().appellate.FindString(rest); m != "" {
				return m
			}
		}
	}
	return ""
}

// numberOfCase is the docket number that stands behind "No." at the beginning of rest.
func numberOfCase(rest string) string {
	n, _ := dockets().readDocket(rest)
	m := strings.TrimRight(rest[:n], " -")
	if m == "" {
		m = stateDocket().FindString(rest)
	}
	if m == "" {
		m = dockets().appellate.FindString(rest)
	}
	if long := longDocket().FindString(rest); len(long) > len(m) && !strings.Contains(m, ":") {
		return long
	}
	return m
}

// longDocket are numbers of state courts of several parts, with at least one letter or five
// digits running: 37-2021-00041234-CU-PO-CTL, 27-CV-20-11823, WR-88,214-01, 2284CV01190-BLS2,
// 23-2-08816-4 SEA.
var longDocket = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[A-Z]{1,3}-\d{2,3},\d{3}-\d{2}|\d{2}-\d-\d{5}-\d(?: [A-Z]{3})?|` +
		`[A-Z]{0,4}\d{0,6}[A-Z]{0,4}(?:[-–][A-Z0-9]{1,8}){1,5}|\d{2,4}[A-Z]{1,4}\d{3,8}(?:[-–][A-Z0-9]{1,6})*|[A-Z]{1,4}\d{4,10}(?:[-–][A-Z0-9]{1,6})*|\d{2} [A-Z]{2,4} \d{3,6})\b`)
})

// stateDocket are forms of the numbers of courts of the states and of England: 23STCV10442,
// 654417/2021, BL-2022-000417.
var stateDocket = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\d{2}[A-Z]{2,6}\d{4,8}|[A-Z]{2,4} ?\d{1,5}(?:/| of )(?:19|20)\d{2}|\d{1,7}/(?:19|20)\d{2}|\d{1,6} (?:of|OF|Of) (?:19|20)\d{2}|[A-Z]{1,4}-\d{2,4}-\d{3,7}(?:-[A-Z]{1,3})?|\d{2,4}-[A-Z]{1,4}-\d{3,7})\b`)
})

// headFiled reads "Filed February 20, 2020" of the head.
func headFiled(lines []string) *evidence.Date {
	for _, l := range lines {
		_, rest, ok := strings.Cut(l, "Filed ")
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "on ")
		fields := strings.Fields(rest)
		if len(fields) < 3 {
			continue
		}
		surface := strings.TrimRight(strings.Join(fields[:3], " "), ".,;")
		for _, layout := range []string{"January 2, 2006", "Jan. 2, 2006", "2 January 2006"} {
			if t, err := time.Parse(layout, surface); err == nil {
				d := evidence.DayOf(t, surface)
				d.Method, d.Confidence = "text", "high"
				return &d
			}
		}
	}
	return nil
}
