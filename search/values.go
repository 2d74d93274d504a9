package search

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"averment/evidence"
)

// parseDates reads the value of a date field: a date, A..B or "A to B", either end
// of A..B may be open, or a date after >, >=, < or <=. Dates are of any precision.
func parseDates(field, value string) (*Dates, error) {
	value = strings.TrimSpace(value)
	if low, high, ok := strings.Cut(value, " to "); ok {
		return dateRange(field, strings.TrimSpace(low), strings.TrimSpace(high))
	}
	if low, high, ok := strings.Cut(value, ".."); ok {
		return dateRange(field, strings.TrimSpace(low), strings.TrimSpace(high))
	}
	for _, op := range []string{">=", "<=", ">", "<"} {
		if rest, ok := strings.CutPrefix(value, op); ok {
			return dateBound(field, op, strings.TrimSpace(rest))
		}
	}
	from, to, text, err := oneDate(value)
	return &Dates{field, from, to, text}, err
}

func dateRange(field, low, high string) (*Dates, error) {
	d := &Dates{Field: field}
	var a, b string
	var err error
	if low == "" && high == "" {
		return nil, errors.New("a range needs at least one date")
	}
	if low != "" {
		if d.From, _, a, err = oneDate(low); err != nil {
			return nil, err
		}
	}
	if high != "" {
		if _, d.To, b, err = oneDate(high); err != nil {
			return nil, err
		}
	}
	if low != "" && high != "" && !d.From.Before(d.To) {
		return nil, fmt.Errorf("the range ends before it begins")
	}
	d.Text = a + ".." + b
	return d, nil
}

func dateBound(field, op, value string) (*Dates, error) {
	from, to, text, err := oneDate(value)
	d := &Dates{Field: field, Text: op + text}
	switch op {
	case ">=":
		d.From = from
	case ">":
		d.From = to
	case "<":
		d.To = from
	case "<=":
		d.To = to
	}
	return d, err
}

// quarterForm is a quarter as people write it.
var quarterForm = regexp.MustCompile(`(?i)^q([1-4])[ /]?(\d{4})$`)

// oneDate reads a Date value, or a date in English words or American figures.
func oneDate(s string) (from, to time.Time, text string, err error) {
	if from, to, ok := evidence.ParseValue(strings.ToUpper(s)); ok {
		return from, to, strings.ToUpper(s), nil
	}
	if t, ok := wordDate(s); ok {
		return t, t.AddDate(0, 0, 1), t.Format(time.DateOnly), nil
	}
	if m := quarterForm.FindStringSubmatch(s); m != nil {
		return oneDate(m[2] + "-Q" + m[1])
	}
	clean := strings.ReplaceAll(s, ",", "")
	for _, layout := range []string{"January 2006", "Jan 2006", "1/2006"} {
		if t, err := time.Parse(layout, clean); err == nil {
			return t, t.AddDate(0, 1, 0), t.Format("2006-01"), nil
		}
	}
	return from, to, s, fmt.Errorf("%q is no date", s)
}

// wordDate reads a single day written out: "January 10, 2006", "10 Jan 2006", 1/10/2006.
func wordDate(s string) (time.Time, bool) {
	clean := strings.Join(strings.Fields(strings.NewReplacer(",", " ", ".", " ").Replace(s)), " ")
	for _, layout := range []string{"January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006", "2006/1/2", "20060102"} {
		if t, err := time.Parse(layout, clean); err == nil {
			return t, true
		}
	}
	if dateForm.MatchString(s) {
		if d, other := numericDate(s); d != nil && other == "" {
			return d.From, true
		}
	}
	return time.Time{}, false
}

// multipliers are the endings of figures, longest first.
var multipliers = []struct {
	name string
	by   float64
}{
	{"thousand", 1e3}, {"trillion", 1e12}, {"million", 1e6}, {"billion", 1e9},
	{"bn", 1e9}, {"mn", 1e6}, {"tn", 1e12}, {"k", 1e3}, {"m", 1e6}, {"b", 1e9},
}

var currencySigns = []struct{ sign, code string }{
	{"us$", "USD"}, {"a$", "AUD"}, {"c$", "CAD"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"},
}

// parseMoney reads 1000, $1,000, 1000usd, 1.5m, 1k..5k and a figure after >, >=, < or <=.
func parseMoney(value string) (*Money, error) {
	value = strings.TrimSpace(value)
	if low, high, ok := strings.Cut(value, ".."); ok {
		return moneyRange(low, high)
	}
	for _, op := range []string{">=", "<=", ">", "<"} {
		if rest, ok := strings.CutPrefix(value, op); ok {
			v, currency, err := figure(rest)
			m := &Money{Currency: currency, Over: op == ">", Under: op == "<"}
			if op[0] == '>' {
				m.Low = &v
			} else {
				m.High = &v
			}
			return m, err
		}
	}
	v, currency, err := figure(value)
	high := v
	return &Money{Low: &v, High: &high, Currency: currency}, err
}

func moneyRange(low, high string) (*Money, error) {
	m := &Money{}
	if strings.TrimSpace(low) == "" && strings.TrimSpace(high) == "" {
		return nil, errors.New("a range needs at least one amount")
	}
	for i, side := range []string{low, high} {
		if strings.TrimSpace(side) == "" {
			continue
		}
		v, currency, err := figure(side)
		if err != nil {
			return nil, err
		}
		if currency != "" && m.Currency != "" && currency != m.Currency {
			return nil, errors.New("the ends of the range are in two currencies")
		}
		m.Currency = max(m.Currency, currency)
		if i == 0 {
			m.Low = &v
		} else {
			m.High = &v
		}
	}
	if m.Low != nil && m.High != nil && *m.Low > *m.High {
		return nil, errors.New("the range ends before it begins")
	}
	return m, nil
}

// figure reads one amount with its sign or code of currency and its multiplier.
func figure(s string) (float64, string, error) {
	rest, currency := cutCurrency(strings.ToLower(strings.TrimSpace(s)))
	by := 1.0
	for _, m := range multipliers {
		if r, ok := strings.CutSuffix(rest, m.name); ok {
			rest, by = strings.TrimSpace(r), m.by
			break
		}
	}
	rest = strings.ReplaceAll(rest, ",", "")
	if rest == "" || strings.Trim(rest, "0123456789.") != "" {
		return 0, "", fmt.Errorf("%q is no amount", strings.TrimSpace(s))
	}
	v, err := strconv.ParseFloat(rest, 64)
	if err != nil {
		return 0, "", fmt.Errorf("%q is no amount", strings.TrimSpace(s))
	}
	return v * by, currency, nil
}

// cutCurrency takes a currency off either end; currency is "" for none.
func cutCurrency(s string) (rest, currency string) {
	for _, c := range currencySigns {
		if r, ok := strings.CutPrefix(s, c.sign); ok {
			return strings.TrimSpace(r), c.code
		}
		if r, ok := strings.CutSuffix(s, c.sign); ok {
			return strings.TrimSpace(r), c.code
		}
	}
	for _, code := range []string{"usd", "eur", "gbp", "jpy", "chf", "cad", "aud", "inr", "cny", "sek", "nok", "dkk", "pln", "brl", "mxn", "krw"} {
		if r, ok := strings.CutSuffix(s, code); ok {
			return strings.TrimSpace(r), strings.ToUpper(code)
		}
		if r, ok := strings.CutPrefix(s, code); ok {
			return strings.TrimSpace(r), strings.ToUpper(code)
		}
	}
	return s, ""
}
