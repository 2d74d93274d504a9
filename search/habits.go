package search

import (
	"fmt"
	"regexp"
	"strings"
)

// habit is a way of writing from another program that is no error here but means
// something else. The query runs as it stands, with a warning that offers the other
// reading, so that nothing is approximated in silence.
type habit struct {
	form    *regexp.Regexp
	message string // %s is what was written
	instead string // expansion of the submatches of form
}

// habits come from the manuals of Westlaw (% for BUT NOT), Lexis (ADJ, NEAR), Google
// (AROUND), EBSCO (W5) and dtSearch (% inside a word). The forms are looked for outside
// quotation marks. Go's regexp takes time in proportion to the query.
var habits = []habit{
	{regexp.MustCompile(`()(\s)%(\s+)`), "%s alone was left out; where it is to mean BUT NOT, write AND NOT", `${2}AND NOT${3}`},
	{regexp.MustCompile(`(?i)()\b(?:w|near|around|within)(?:\s*/\s+|\s+/\s*|)(\d{1,4})(\s)`), "%s was searched as words; for a distance write w/n", `w/${2}${3}`},
	{regexp.MustCompile(`(?i)()\b(?:pre(?:\s+/\s*|)|(?:adj|onear)(?:\s+/\s*|/|))(\d{1,4})(\s)`), "%s was searched as words; for a distance in this order write pre/n", `pre/${2}${3}`},
	{regexp.MustCompile(`(?i)()\b(?:around|near)\s?\((\d{1,4})\)`), "%s was searched as words; for a distance write w/n", `w/${2}`},
	{regexp.MustCompile(`(?i)()\bwithin\s+(\d{1,4})\s+words?(?:\s+of\b)?`), "%s was searched as words; for a distance write w/n", `w/${2}`},
	{regexp.MustCompile(`([^\s(|])(\s)(?:WITHIN\s+(\d{1,4}))(\s)`), "%s was searched as words; for a distance write w/n", `${1}${2}w/${3}${4}`},
	{regexp.MustCompile(`([^\s(|])(\s)NEAR(\s)`), "%s was searched as a word; for a distance write w/n", `${1}${2}w/10${3}`},
	{regexp.MustCompile(`([^\s(|])(\s)ADJ(\s)`), "%s was searched as a word; for words in a row write pre/1 or a phrase", `${1}${2}pre/1${3}`},
	{regexp.MustCompile(`(?i)()\batleast\s+/?(\d{1,4})\s*\(`), "%s was searched as words; write the number right after atleast", `atleast${2}(`},
	{regexp.MustCompile(`(^|[\s(])(\pL+)%+(\pL+)%*($|[\s)])`), "%s was searched without the %%; for a spelling within one difference write ~1", `${1}${2}${3}~1${4}`},
	{regexp.MustCompile(`(^|[\s(])['‘’](\pL[^'‘’"]*\s[^'‘’"]*[\pL\pN*!])['’]($|[\s),;])`), "%s was searched as single words; a phrase takes double quotation marks", `${1}"${2}"${3}`},
	{regexp.MustCompile(`()\b(\p{Lu}[\pL'’]+)\s+(vs?\.?)\s+(\p{Lu}[\pL'’]+)`), "%s was searched as single words; for the name of a case write a phrase", `"${2} ${3} ${4}"`},
	{regexp.MustCompile(`(?i)()\b((?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\.?\s+\d{1,2},?\s+\d{4})\b`), "%s was searched as single words; for the date write date:", `date:"${2}"`},
	{regexp.MustCompile(`(?i)()\b(date|published|filed|sent|added|year):(\S+)\s+(?:to|-|–|—|through|until)\s+(\d\S*)`), "%s was searched as a single date and a word; for the range write ..", `${2}:${3}..${4}`},
	{regexp.MustCompile(`(?i)()\bamount:([<>=]*[$€£¥]?[\d.,]+)\s+(thousand|million|billion|trillion)\b`), "%s was searched as a figure and a word; write the amount as one", `amount:"${2} ${3}"`},
	{regexp.MustCompile(`^()\s*\d{1,3}[.)]\s`), "%s was searched as a number; leave out the number of the line", ``},
}

// warnHabits looks for habits in a query of our own dialect that has been read.
func (p *parser) warnHabits() {
	if p.dialect != Averment {
		return
	}
	open := maskPhrases(p.src)
	for _, h := range habits {
		m := h.form.FindStringSubmatchIndex(open)
		if m == nil {
			continue
		}
		other := p.src[:m[0]] + string(h.form.ExpandString(nil, h.instead, p.src, m)) + p.src[m[1]:]
		if !readable(other) {
			continue
		}
		at := m[1] - len(strings.TrimLeft(p.src[m[3]:m[1]], " \t\r\n("))
		p.warn(at, fmt.Sprintf(h.message, quoted(strings.TrimSpace(p.src[at:m[1]]))), other)
	}
}

// readable says whether a query can be parsed.
func readable(query string) bool {
	_, err := (&parser{src: query, dialect: Averment}).parse()
	return err == nil
}

// maskPhrases is the query with the insides of its phrases blanked, byte for byte.
func maskPhrases(src string) string {
	out := []byte(src)
	inside := false
	for i, r := range src {
		if isQuote(r) {
			inside = !inside
		} else if inside {
			for j := range len(string(r)) {
				out[i+j] = '_'
			}
		}
	}
	return string(out)
}

// closestField is the field that a name is most likely to stand for, "" for none.
func closestField(name string) string {
	if f, ok := otherNames[name]; ok {
		return f
	}
	best, least := "", 3
	for _, f := range FieldNames() {
		if d := differences(name, f); d < least && 2*d < len(name) {
			best, least = f, d
		}
	}
	return best
}

// otherNames are names of fields in other programs.
var otherNames = map[string]string{
	"type": "kind", "doctype": "kind", "filename": "path", "file": "path", "filepath": "path", "folder": "path",
	"site": "publisher", "source": "publisher", "outlet": "publisher", "by": "author", "byline": "author",
	"headline": "title", "name": "title", "sender": "from", "recipient": "to", "recipients": "to",
	"dt": "published", "datesent": "sent", "datefiled": "filed", "ju": "judge", "co": "court", "ci": "citation",
	"cites": "citation", "cite": "citation", "case": "docket", "casenumber": "docket", "ti": "title", "language": "lang",
	"tags": "tag", "label": "tag", "begbates": "bates", "hash": "id", "sha": "id", "plaintiff": "party", "defendant": "party",
}

// differences counts the letters to change, add or leave out between two short words.
func differences(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
