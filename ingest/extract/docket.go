package extract

import (
	"regexp"
	"strings"
	"sync"

	"averment/evidence"
)

// docketForms are the written forms of docket numbers. They are only tried where a token
// such as "cv" or "No." stands, and at that place.
type docketForms struct {
	district  *regexp.Regexp // 1:21-cv-01234-ABC-DEF, 21-cv-1234, 97cv0001-H(CM)
	civ       *regexp.Regexp // 97 Civ. 1234 (ABC), 22 C 5530
	appellate *regexp.Regexp // 21-1234, 22A123, 01-12-00345-CV
	mdl       *regexp.Regexp // MDL No. 2741
}

var dockets = sync.OnceValue(func() docketForms {
	return docketForms{
		district:  regexp.MustCompile(`^(?i:(\d{1,2}):)?(\d{2}|\d{4})[-– ]?(?i:(cv|cr|mc|mj|md|ml|bk|ap|ad|po|vv|mn|gj|sw|civ|cri|crim))[-– ]?(\d{1,6})(?:[-–]?[A-Z][A-Za-z]{0,5}(?:[-/ ][A-Z]{2,4})*)?(?:\([A-Za-z]{1,4}\))*`),
		civ:       regexp.MustCompile(`^(\d{2}|\d{4}) (?:Civ|CIV|Cr|CR|Crim|Cv|MD|MC|C)\.? (?:No\. )?(\d{2,6})(?: ?\([A-Z]{2,4}\))*`),
		appellate: regexp.MustCompile(`^(?:\d{2}[-–]\d{2}[-–]\d{4,6}(?:[-–]CV|[-–]CR)?|\d{2}[-–]\d{1,5}(?:[-–][A-Z]{1,4})?|\d{2}[AMO]\d{1,4}|\d{4}[-–]\d{3,5}|[A-Z]{1,3}\d{5,7}|\d{4,6}[-–]\d{2}[A-Z]?)\b`),
		mdl:       regexp.MustCompile(`^MDL(?: Docket)?(?: No\.?)? (\d{3,4})`),
	}
})

// readDocket reads a docket number at the beginning of s: its length, and its core key,
// the two-digit year and five-digit serial ("8:16-cv-01261" gives "1601261").
func (f docketForms) readDocket(s string) (length int, core string) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, "" // all forms begin with a year or the number of an office
	}
	if m := f.district.FindStringSubmatch(s); m != nil {
		if len(m[2]) == 4 && m[2][:2] != "19" && m[2][:2] != "20" {
			return len(m[0]), "" // "2284CV01190": the year and the number of a court
		}
		return len(m[0]), coreKey(m[2], m[4])
	}
	if m := f.civ.FindStringSubmatch(s); m != nil {
		return len(m[0]), coreKey(m[1], m[2])
	}
	return 0, ""
}

// coreKey joins the last two digits of the year and the serial padded to five.
func coreKey(year, serial string) string {
	serial = strings.TrimLeft(serial, "0")
	if len(serial) < 5 {
		serial = "00000"[len(serial):] + serial
	}
	return year[len(year)-2:] + serial
}

// CoreOf is the core key of a docket number as printed, "" when it has none. A number is
// unique only within a court.
func CoreOf(number string) string {
	if n, core := dockets().readDocket(number); n > 0 && !goesOnNumber(number[n:]) {
		return core
	}
	if m := dockets().appellate.FindString(number); m != "" && !goesOnNumber(number[len(m):]) {
		if year, serial, ok := strings.Cut(strings.ReplaceAll(m, "–", "-"), "-"); ok {
			serial, _, _ = strings.Cut(serial, "-")
			if len(year) > 4 || len(year) == 4 && len(serial) == 2 { // the Tax Court prints the serial first
				year, serial = serial, year
			}
			return coreKey("0"+year, serial)
		}
	}
	return ""
}

// foldedNumber is the letters and digits of a number of which no core is known, in small letters: what
// tells two papers of the same state court's case.
func foldedNumber(number string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, number)
}

// goesOnNumber says whether digits of the number follow, "-00041234-CU-PO-CTL", so that what
// was read before them is only the county or the year.
func goesOnNumber(rest string) bool {
	return len(rest) > 1 && (rest[0] == '-' || rest[0] == '/') && rest[1] >= '0' && rest[1] <= '9'
}

// docket reads a docket number that is cited at i, or behind "No." at i.
func (c *citer) docket(i int) int {
	t := &c.p.tokens[i]
	if t.kind != word {
		if !c.docketLetters(i) {
			return i
		}
		n, _ := dockets().readDocket(window(c.p.text, t.start))
		return c.addDocket(i, i, n)
	}
	if t.low == "mdl" {
		return c.addDocket(i, i, len(dockets().mdl.FindString(window(c.p.text, t.start))))
	}
	k := i + 1
	for k < i+4 && c.p.at(k).is(".", "no", "nos", ":") {
		k++
	}
	if !t.capital || k == i+1 || c.p.at(k).kind != number && c.p.at(k).kind != mixed && !c.p.at(k).capital {
		return i
	}
	s := window(c.p.text, c.p.at(k).start)
	if n, _ := dockets().readDocket(s); n > 0 {
		return c.addDocket(i, k, n)
	}
	return c.addDocket(i, k, len(dockets().appellate.FindString(s)))
}

// docketLetters says whether "cv" or its like stands among the next tokens, so that the
// patterns are worth trying.
func (c *citer) docketLetters(i int) bool {
	for k := i; k < i+6; k++ {
		t := c.p.at(k)
		if t.is("cv", "cr", "mc", "mj", "md", "ml", "bk", "ap", "civ", "crim", "vv") && k > i {
			return true
		}
		if t.kind == mixed && (strings.Contains(t.low, "cv") || strings.Contains(t.low, "cr")) {
			return true
		}
		if k > i && t.space && !t.is("civ", "cr", "crim") {
			return false
		}
	}
	return false
}

// addDocket stores the docket number of n bytes at token k, read from token i on.
func (c *citer) addDocket(i, k, n int) int {
	if n == 0 {
		return i
	}
	stop := c.p.at(k).start + n
	end := k + 1
	for end < len(c.p.tokens) && c.p.tokens[end].end <= stop {
		end++
	}
	d := cite{first: k, end: end}
	d.Type = "docket"
	c.add(d)
	return end
}

// window is the text that a docket number at start can fill.
func window(text string, start int) string { return text[start:min(len(text), start+60)] }

// docketSpans are the places on the first page where the number of the case stands, so that the year
// in it is read as no date.
func docketSpans(v *view) []evidence.Span {
	d := v.doc.Docket
	if d == nil || len(d.Number) < 5 || len(v.pages) == 0 {
		return nil
	}
	var out []evidence.Span
	p := &v.pages[0]
	for at := 0; ; {
		i := strings.Index(p.text[at:], d.Number)
		if i < 0 {
			return out
		}
		at += i + len(d.Number)
		out = append(out, evidence.Span{Page: p.number, Start: at - len(d.Number), End: at})
	}
}

// stampDocket makes the docket of a document from its first stamped page.
func stampDocket(doc *evidence.Document) *evidence.Docket {
	for i := range doc.Pages {
		s := doc.Pages[i].Stamp
		if s == nil || s.Docket == "" {
			continue
		}
		return &evidence.Docket{Number: s.Docket, Core: CoreOf(s.Docket), Court: s.Court, Entry: s.Entry, Filed: s.Filed}
	}
	return nil
}
