package format

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"averment/evidence"
)

// unit is one paragraph or line of a saved page, with what its shape tells.
type unit struct {
	span   evidence.Range // in the page text, without white space around it
	text   string         // white space folded, list mark taken off; of a long one the first lookAhead bytes
	key    string         // lower case, punctuation around it taken off: for comparing
	words  int
	bullet bool // began with a list mark
	gap    bool // an empty line stands before it
	prose  bool // reads as a sentence or more
	cut    bool // ends in an ellipsis: a teaser

	label     label
	furniture bool
	docket    bool // stands in a block that names a case: title, number, court
}

// lookAhead is how many bytes of a unit are looked at: no headline, byline, notice or menu
// entry is as long, so that a text of one endless line costs no more than its head.
const lookAhead = 2048

var listMark = regexp.MustCompile(`^(?:[•‣▪◦●○■–—*·»›-]|\d{1,2}[.)])\s+`)

// splitUnits cuts page text into units: a line each, except that the lines of a
// hard-wrapped paragraph are one unit.
func splitUnits(text string) []unit {
	var units []unit
	gap := true
	for _, block := range blocksOf(text) {
		for _, r := range joinWrapped(text, block) {
			u := makeUnit(text, r)
			u.gap = gap
			units = append(units, u)
			gap = false
		}
		gap = true
	}
	return units
}

// blocksOf gives the lines of the text, grouped between empty lines.
func blocksOf(text string) [][]evidence.Range {
	var blocks [][]evidence.Range
	var open []evidence.Range
	for at := 0; at <= len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		if r := trimRange(text, evidence.Range{Start: at, End: at + end}); r.Len() > 0 {
			open = append(open, r)
		} else if len(open) > 0 {
			blocks, open = append(blocks, open), nil
		}
		at += end + 1
	}
	if len(open) > 0 {
		blocks = append(blocks, open)
	}
	return blocks
}

// trimRange takes white space off both ends.
func trimRange(text string, r evidence.Range) evidence.Range {
	s := text[r.Start:r.End]
	left := strings.TrimLeftFunc(s, blankRune)
	r.Start += len(s) - len(left)
	r.End = r.Start + len(strings.TrimRightFunc(left, blankRune))
	return r
}

func blankRune(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\u200e' }

// joinWrapped joins the lines of a block that were wrapped by a program: all but the last
// nearly as long as the longest.
func joinWrapped(text string, lines []evidence.Range) []evidence.Range {
	if !wrapped(text, lines) {
		return lines
	}
	var out []evidence.Range
	for i, r := range lines {
		if i > 0 && !listMark.MatchString(text[r.Start:r.End]) {
			out[len(out)-1].End = r.End
			continue
		}
		out = append(out, r)
	}
	return out
}

func wrapped(text string, lines []evidence.Range) bool {
	if len(lines) < 2 {
		return false
	}
	longest, low := 0, 0
	for _, r := range lines {
		longest = max(longest, utf8.RuneCountInString(text[r.Start:r.End]))
	}
	if longest < 40 || longest > 110 {
		return false
	}
	for i, r := range lines[:len(lines)-1] {
		if utf8.RuneCountInString(text[r.Start:r.End]) < longest*2/3 {
			return false
		}
		next, _ := utf8.DecodeRuneInString(text[lines[i+1].Start:])
		if unicode.IsLower(next) {
			low++
		}
	}
	return low*2 >= len(lines)-1
}

func makeUnit(text string, r evidence.Range) unit {
	u := unit{span: r}
	whole := text[r.Start:r.End]
	raw := foldSpace(headOf(whole))
	u.text = listMark.ReplaceAllString(raw, "")
	u.bullet = u.text != raw
	u.words = wordsUpTo(u.text, whole)
	u.key = keyOf(u.text)
	end := whole[max(0, len(whole)-8):]
	u.cut = strings.HasSuffix(end, "…") || strings.HasSuffix(end, "...") || strings.HasSuffix(end, "[…]") || strings.HasSuffix(end, "[...]")
	u.prose = u.isProse()
	return u
}

func foldSpace(s string) string { return strings.Join(strings.FieldsFunc(s, blankRune), " ") }

// headOf gives the first lookAhead bytes of s, whole runes only.
func headOf(s string) string {
	if len(s) <= lookAhead {
		return s
	}
	end := lookAhead
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// wordsUpTo counts the words of a unit: in the folded head, and beyond it by white space.
func wordsUpTo(folded, whole string) int {
	n := 0
	if folded != "" {
		n = strings.Count(folded, " ") + 1
	}
	for at := lookAhead; at < len(whole); at++ {
		if whole[at] == ' ' && whole[at-1] != ' ' {
			n++
		}
	}
	return n
}

var straightQuotes = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// keyOf folds case and quotes and takes off what is no letter, digit or closing bracket
// at either end.
func keyOf(s string) string {
	s = straightQuotes.Replace(strings.ToLower(s))
	return strings.TrimFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '©'
	})
}

var innerStop = regexp.MustCompile(`[a-z0-9)”"’'][.!?]["”’')]*\s*["“‘(]?[A-Z]`)

// isProse tells a sentence by its end or its length; a headline has neither.
func (u *unit) isProse() bool {
	bare := strings.TrimRight(u.text, `"”’')]*`)
	switch {
	case u.words >= 25:
		return true
	case u.cut:
		return u.words >= 16
	case strings.HasSuffix(bare, "."), strings.HasSuffix(bare, "!"):
		return u.words >= 4 && !allTitle(u.text)
	case strings.HasSuffix(bare, "?"), strings.HasSuffix(bare, ":"), strings.HasSuffix(bare, ";"):
		return u.words >= 9
	case strings.HasSuffix(bare, ","):
		return u.words >= 12
	}
	return u.words >= 12 && innerStop.MatchString(u.text) || u.words >= 14 && !titleCase(u.text)
}

// allTitle says whether every word begins with a capital: "Sign Up.", "Acme Corp."
func allTitle(s string) bool {
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// titleCase says whether most long words begin with a capital, as in American headlines.
func titleCase(s string) bool {
	upper, long := 0, 0
	for _, w := range strings.Fields(s) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(r) {
			upper++
		}
	}
	return long > 0 && upper*10 >= long*7
}
