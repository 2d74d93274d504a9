package search

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// The forms of bare literals. Statutes and reports of cases run over spaces; the
// others are one chunk. Go's regexp is linear in its input.
var (
	citationForm = regexp.MustCompile(`^(?:\d{1,4}\s+(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.?)?|C\.?\s?F\.?\s?R\.?)\s*(?:§+|[Ss]ecs?\.|[Ss]ections?)?\s*\d[\w\-]*(?:\.\d+)*(?:\(\w{1,5}\))*` +
		`|\d{1,4}\s+(?:[A-Z][A-Za-z']*\.(?:\s?(?:\d?[23]d|\d{1,2}th))?\s?){1,5}\s?\d{1,6}\b` +
		`|§+\s*\d[\w\-]*(?:\.\d+)*(?:\(\w{1,5}\))*)`)
	docketForm = regexp.MustCompile(`^(?:\d{1,2}:)?\d{2}-[A-Za-z]{1,4}-\d{2,6}(?:-[A-Za-z]{1,4})*$`)
	dateForm   = regexp.MustCompile(`^(\d{1,4})([/.\-])(\d{1,2})([/.\-])(\d{1,4})$`)
	moneyForm  = regexp.MustCompile(`^(?:US)?[$€£¥]\d`)
)

// citationEnd is the end of a citation that starts at the position, or at itself for
// none. Its first character decides quickly that there is none.
func citationEnd(src string, at int) int {
	if c := src[at]; (c < '0' || c > '9') && !strings.HasPrefix(src[at:], "§") {
		return at
	}
	window := src[at:min(len(src), at+120)]
	return at + len(citationForm.FindString(window))
}

// literalOf makes the literal of a bare text, with the fact that it may stand for.
// The warning names the other reading of a date that can be read in two ways.
func literalOf(text string) (*Literal, string) {
	text = strings.TrimRight(strings.Join(strings.Fields(text), " "), ",;:.")
	lit := &Literal{Text: text, Words: split(text)}
	switch {
	case docketForm.MatchString(text):
		lit.Fact = &Field{"docket", docketWords(lit.Words)}
	case dateForm.MatchString(text):
		d, other := numericDate(text)
		if d != nil {
			lit.Fact = d
		}
		return lit, other
	case moneyForm.MatchString(text):
		if m, err := parseMoney(text); err == nil {
			lit.Fact = m
		}
	case citationForm.FindString(text) != "":
		lit.Fact = &Field{"citation", phraseOf(spelledOut(lit.Words))}
	}
	return lit, ""
}

// docketWords is a docket number as it is kept or as typed: courts leave out the zeros
// before a serial number of five digits as they like.
func docketWords(words []string) Node {
	typed := phraseOf(words)
	padded := slices.Clone(words)
	for i := 2; i < len(words); i++ {
		if w := words[i]; len(w) < 5 && strings.Trim(w, "0123456789") == "" {
			padded[i] = strings.Repeat("0", 5-len(w)) + w
			return &Or{[]Node{typed, phraseOf(padded)}}
		}
	}
	return typed
}

// spelledOut takes the abbreviated names of codes apart, as citations are kept: USC is
// U.S.C., three words.
func spelledOut(words []string) []string {
	var out []string
	for _, w := range words {
		switch strings.ToUpper(w) {
		case "USC", "USCA", "CFR":
			out = append(out, strings.Split(w, "")...)
		default:
			out = append(out, w)
		}
	}
	return out
}

// phraseOf is the phrase of plain words, or the one word.
func phraseOf(words []string) Node {
	if len(words) == 1 {
		return &Word{words[0]}
	}
	parts := make([]Node, len(words))
	for i, w := range words {
		parts[i] = &Word{w}
	}
	return &Phrase{parts}
}

// numericDate reads 2024-01-05, 01/05/24 and the like, month first as American courts
// write it; other is the day-first reading where there is one.
func numericDate(text string) (d *Dates, other string) {
	m := dateForm.FindStringSubmatch(text)
	if m[2] != m[4] {
		return nil, ""
	}
	if len(m[1]) == 4 {
		return dayOf(m[1], m[3], m[5]), ""
	}
	american, european := dayOf(m[5], m[1], m[3]), dayOf(m[5], m[3], m[1])
	switch {
	case american == nil:
		return european, ""
	case european == nil || european.Text == american.Text:
		return american, ""
	}
	return american, european.Text
}

// dayOf is one day, nil when there is no such day. Two digits of a year below 70 are
// of this century.
func dayOf(year, month, day string) *Dates {
	if len(year) == 2 {
		if year < "70" {
			year = "20" + year
		} else {
			year = "19" + year
		}
	}
	t, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	if err != nil || len(year) != 4 {
		return nil
	}
	return &Dates{"date", t, t.AddDate(0, 0, 1), t.Format(time.DateOnly)}
}
