package ui

import (
	"fmt"
	"html/template"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"averment/evidence"
)

// functions are those of the templates.
func functions(a *assets) template.FuncMap {
	return template.FuncMap{
		"asset": a.url, "date": dateWord, "iso": isoDate, "size": bytesWord, "count": countWord, "plural": plural,
		"stance": stanceOf, "verdict": verdictOf, "state": stateOf, "short": short, "when": whenWord, "path": url.PathEscape,
		"name": nameOf, "add": func(a, b int) int { return a + b }, "clip": clip, "lower": strings.ToLower, "capital": capital,
		"sub": func(a, b int) int { return a - b }, "freeword": func(n uint64) string { return bytesWord(int64(n)) },
		"dy": func(y float64) float64 { return y - 9 }, "ty": func(y float64) float64 { return y + 4 }, "mid": func(x, w float64) float64 { return x + w/2 }, "number": number, "join": strings.Join,
	}
}

// sign is how a meaning is shown: a colour class, a letter, and a word.
type sign struct{ Class, Letter, Word string }

var stanceSigns = map[string]sign{
	"alleges": {"alleges", "A", "alleges"}, "denies": {"denies", "D", "denies"}, "admits": {"admits", "M", "admits"},
	"lacks-knowledge": {"denies", "K", "lacks knowledge"}, "states": {"reports", "S", "states"}, "reports": {"reports", "R", "reports"},
	"seeks": {"seeks", "W", "seeks"}, "finds": {"finds", "F", "finds"}, "holds": {"finds", "H", "holds"},
	"promises": {"promises", "P", "promises"}, "questions": {"reports", "?", "questions"}, "no-comment": {"reports", "N", "no comment"},
	"silent": {"silent", "–", "silent"}, "declined": {"reports", "C", "declined"},
}

func stanceOf(s string) sign {
	if v, ok := stanceSigns[s]; ok {
		return v
	}
	return sign{"reports", "·", s}
}

var verdictSigns = map[string]sign{
	"asserted": {"asserted", "+", "asserted"}, "attributed": {"attributed", "“", "attributed"}, "denied": {"denied", "D", "denied"},
	"disputed": {"disputed", "±", "disputed"}, "differs": {"differs", "≠", "differs"}, "not-found": {"absent", "∅", "not found"},
	"asserts": {"asserted", "+", "asserts"}, "attributes": {"attributed", "“", "attributes"}, "denies": {"denied", "D", "denies"},
	"related": {"reports", "·", "related"},
}

func verdictOf(s string) sign {
	if v, ok := verdictSigns[s]; ok {
		return v
	}
	return sign{"reports", "·", s}
}

func stateOf(s evidence.State) sign {
	switch s {
	case evidence.Indexed:
		return sign{"indexed", "✓", "indexed"}
	case evidence.Duplicate:
		return sign{"duplicate", "=", "duplicate"}
	case evidence.Exception:
		return sign{"exception", "!", "exception"}
	case evidence.Ignored:
		return sign{"ignored", "–", "ignored"}
	}
	return sign{"waiting", "…", string(s)}
}

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// dateWord writes a date value with the precision it has: 2024-08-15 → 15 Aug 2024.
func dateWord(value string) string {
	if a, b, ok := strings.Cut(value, "/"); ok {
		return dateWord(a) + " – " + dateWord(b)
	}
	if day, clock, ok := strings.Cut(value, "T"); ok {
		return dateWord(day) + " " + clock
	}
	year, rest, ok := strings.Cut(value, "-")
	if !ok {
		return value
	}
	if season := map[string]string{"SP": "spring", "SU": "summer", "AU": "autumn", "WI": "winter"}[rest]; season != "" {
		return season + " " + year
	}
	if strings.HasPrefix(rest, "Q") {
		return rest + " " + year
	}
	if strings.HasPrefix(rest, "W") {
		return "week " + strings.TrimPrefix(rest[1:], "0") + " of " + year
	}
	month, day, _ := strings.Cut(rest, "-")
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 {
		return value
	}
	return strings.TrimSpace(strings.TrimPrefix(day, "0") + " " + months[m-1] + " " + year)
}

// isoDate is the value of a document's date, "" for none.
func isoDate(d *evidence.Date) string {
	if d == nil || !d.Resolved {
		return ""
	}
	return d.Value
}

// whenWord writes a moment in the log as 3 Nov 2025 09:14 UTC.
func whenWord(stamp string) string {
	t, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return stamp
	}
	return t.UTC().Format("2 Jan 2006 15:04 UTC")
}

func bytesWord(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	case n >= 1000:
		return fmt.Sprintf("%d kB", (n+512)/1024)
	}
	return fmt.Sprintf("%d bytes", n)
}

// countWord groups digits: 12345 → 12,345.
func countWord(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// number writes a value without needless zeros.
func number(f float64) string {
	if f == float64(int64(f)) {
		return countWord(int(f))
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// plural says 1 document, 2 documents.
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	switch {
	case word == "other" || word == "mail":
		return countWord(n) + " " + word
	case strings.HasSuffix(word, "y") && !strings.ContainsAny(word[max(len(word)-2, 0):len(word)-1], "aeou"):
		word = strings.TrimSuffix(word, "y") + "ie"
	}
	return countWord(n) + " " + word + "s"
}

// short is the beginning of a hash.
func short(sha string) string { return clipBytes(sha, 12) }

func clipBytes(s string, n int) string { return s[:min(len(s), n)] }

// clip cuts a text after n runes and says so.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n])) + " …"
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return strings.ToUpper(string(r)) + s[n:]
}

// nameOf is what a document is called: its title, else its file's name, else its hash.
func nameOf(title, path, id string) string {
	if strings.TrimSpace(title) != "" {
		return title
	}
	if i := strings.LastIndexByte(path, '/'); path != "" {
		return path[i+1:]
	}
	return "document " + short(id)
}
