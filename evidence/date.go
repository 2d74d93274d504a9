package evidence

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Precision is how exactly a date is known.
type Precision string

// The precisions, from coarse to fine.
const (
	Year    Precision = "year"
	Season  Precision = "season"
	Quarter Precision = "quarter"
	Month   Precision = "month"
	Week    Precision = "week"
	Day     Precision = "day"
	Minute  Precision = "minute"
	Period  Precision = "range"
)

// Date keeps the precision of its source: "August 2024" stays a month.
//
// Value is ISO 8601 cut to its precision ("2024", "2024-08", "2024-08-15",
// "2024-08-15T14:30"), "2024-Q3", "2024-W05" or "2024-SU" for quarters, weeks and
// seasons (SP SU AU WI), and "A/B" for a range. It is "" (null in JSON) while the
// date is unresolved; Candidate then may say what it would be.
type Date struct {
	Value     string
	Precision Precision
	Surface   string // as printed
	Resolved  bool
	Anchor    string // ISO day that a relative date was reckoned from, "" for none
	// Candidate describes an unresolved date, such as "the Tuesday on or before publication".
	Candidate string
	// Method and Confidence say how a publication date was found ("meta", "json-ld",
	// "byline", "text", "stamp", "given", "dateline", "memo", "letter"; confidence "high", "medium" or "doubtful").
	Method     string
	Confidence string
}

type dateJSON struct {
	Value      *string   `json:"value"`
	Precision  Precision `json:"precision"`
	Surface    string    `json:"surface"`
	Resolved   bool      `json:"resolved"`
	Anchor     string    `json:"anchor"`
	Candidate  string    `json:"candidate,omitempty"`
	Method     string    `json:"method,omitempty"`
	Confidence string    `json:"confidence,omitempty"`
}

func (d Date) wire() dateJSON {
	w := dateJSON{nil, d.Precision, d.Surface, d.Resolved, d.Anchor, d.Candidate, d.Method, d.Confidence}
	if d.Resolved {
		w.Value = &d.Value
	}
	return w
}

func (w dateJSON) date() Date {
	d := Date{"", w.Precision, w.Surface, w.Resolved, w.Anchor, w.Candidate, w.Method, w.Confidence}
	if w.Value != nil {
		d.Value = *w.Value
	}
	return d
}

// MarshalJSON writes value as null while the date is unresolved.
func (d Date) MarshalJSON() ([]byte, error) { return json.Marshal(d.wire()) }

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(b []byte) error {
	var w dateJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	*d = w.date()
	return nil
}

var seasonStart = map[string]time.Month{"SP": time.March, "SU": time.June, "AU": time.September, "WI": time.December}

// Bounds gives the first day of the date and the first day after it, in UTC.
// ok is false for a value that is empty or not of the forms that Date describes.
// Seasons are the meteorological ones of the northern hemisphere.
func (d Date) Bounds() (from, to time.Time, ok bool) { return ParseValue(d.Value) }

// ParseValue gives the first day of a Date value and the first day after it.
func ParseValue(v string) (from, to time.Time, ok bool) {
	if a, b, found := strings.Cut(v, "/"); found {
		f1, _, ok1 := ParseValue(a)
		_, t2, ok2 := ParseValue(b)
		return f1, t2, ok1 && ok2 && f1.Before(t2)
	}
	if y, err := strconv.Atoi(v); err == nil && len(v) == 4 {
		from = time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
		return from, from.AddDate(1, 0, 0), true
	}
	if len(v) < 7 || v[4] != '-' {
		return from, to, false
	}
	y, err := strconv.Atoi(v[:4])
	if err != nil {
		return from, to, false
	}
	rest := v[5:]
	if m, isSeason := seasonStart[rest]; isSeason {
		from = time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
		return from, from.AddDate(0, 3, 0), true
	}
	switch n, _ := strconv.Atoi(rest[1:]); {
	case rest[0] == 'Q' && len(rest) == 2 && n >= 1 && n <= 4:
		from = time.Date(y, time.Month(3*n-2), 1, 0, 0, 0, 0, time.UTC)
		return from, from.AddDate(0, 3, 0), true
	case rest[0] == 'W' && len(rest) == 3 && n >= 1 && n <= 53:
		from = isoWeek(y, n)
		return from, from.AddDate(0, 0, 7), true
	}
	for _, layout := range []string{"2006-01", "2006-01-02", "2006-01-02T15:04"} {
		t, err := time.Parse(layout, v)
		if err != nil {
			continue
		}
		from = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		if layout == "2006-01" {
			return from, from.AddDate(0, 1, 0), true
		}
		return from, from.AddDate(0, 0, 1), true
	}
	return from, to, false
}

// isoWeek is the Monday of ISO week n of year y.
func isoWeek(y, n int) time.Time {
	jan4 := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC)
	monday := jan4.AddDate(0, 0, -(int(jan4.Weekday())+6)%7)
	return monday.AddDate(0, 0, 7*(n-1))
}

// DayOf makes a resolved Date of day precision.
func DayOf(t time.Time, surface string) Date {
	return Date{Value: t.Format("2006-01-02"), Precision: Day, Surface: surface, Resolved: true}
}

// ParseDate reads a Date value of any precision, as input files and flags state it.
func ParseDate(v string) (Date, error) {
	v = strings.TrimSpace(v)
	surface := v
	if t, err := time.Parse(time.RFC3339, v); err == nil {
		v = t.Format("2006-01-02")
	}
	if _, _, ok := ParseValue(v); !ok {
		return Date{}, fmt.Errorf("%w: %q is no date; write 2024, 2024-08, 2024-08-15, 2024-Q3 or 2024-08/2024-09", ErrInvalid, surface)
	}
	return Date{Value: v, Precision: PrecisionOf(v), Surface: surface, Resolved: true}, nil
}

// PrecisionOf tells the precision from the form of a valid value.
func PrecisionOf(v string) Precision {
	switch {
	case strings.Contains(v, "/"):
		return Period
	case len(v) == 4:
		return Year
	case strings.Contains(v, "T"):
		return Minute
	case len(v) == 10:
		return Day
	case strings.Contains(v, "Q"):
		return Quarter
	case strings.Contains(v, "W") && len(v) == 8:
		return Week
	case seasonStart[v[5:]] != 0:
		return Season
	}
	return Month
}
