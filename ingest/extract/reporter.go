package extract

import (
	"cmp"
	"strings"
	"sync"
)

// edition is a reporter, code or journal that is cited by volume and page (or by title
// and section).
type edition struct {
	kind   string // case, neutral, journal, statute, regulation
	normal string // the abbreviation as usually printed
	court  string // court that it implies, "" when it reports several
}

// editionTables are the editions by their abbreviation. One abbreviation may be both a
// neutral citation, used with a year ("2015 ND 4"), and a report ("15 N.D. 4").
type editionTables struct {
	byVolume trie[edition]
	neutral  trie[edition]
	alone    trie[edition] // reports of a single volume, cited by page alone
}

// editions compiles data/reporters.tsv.
var editions = sync.OnceValue(func() *editionTables {
	t := &editionTables{}
	for _, row := range rows("reporters.tsv") {
		e := edition{kind: row[0], court: column(row, 3)}
		names := append([]string{column(row, 1)}, splitBar(column(row, 4))...)
		for _, series := range strings.Fields(column(row, 2)) {
			e.normal = inSeries(names[0], series)
			for _, name := range names {
				t.enter(inSeries(name, series), e)
				if long := longSeries[series]; long != "" {
					t.enter(inSeries(name, long), e)
				}
				if glued := gluedLetters(name); len(glued) > 1 && series != "1" {
					t.enter(glued+" "+series, e)
				}
			}
		}
	}
	return t
})

// longSeries are series as laymen print them: "11 F.3rd 4".
var longSeries = map[string]string{"2d": "2nd", "3d": "3rd"}

func (t *editionTables) enter(name string, e edition) {
	into := &t.byVolume
	switch e.kind {
	case "neutral":
		into = &t.neutral
	case "alone":
		into = &t.alone
		e.kind = "case"
	}
	into.add(name, e)
	if glued := gluedLetters(name); glued != "" {
		into.add(glued, e)
	}
}

// inSeries prints an abbreviation with its series: "F.3d", "F. Supp. 2d".
func inSeries(name, series string) string {
	if series == "1" {
		return name
	}
	if n := len(name); n >= 2 && name[n-1] == '.' && (n == 2 || !isLetter(name, n-3)) {
		return name + series
	}
	return name + " " + series
}

var withoutStops = strings.NewReplacer(".", "", " ", "")

// gluedLetters is an abbreviation of single letters without its stops ("NE2d" for
// "N.E.2d"), "" for any other.
func gluedLetters(name string) string {
	for part := range strings.SplitSeq(name, ".") {
		part = strings.TrimSpace(part)
		if len(part) > 1 && part[0] > '9' {
			return ""
		}
	}
	return withoutStops.Replace(name)
}

// splitBar splits a column of variants.
func splitBar(s string) []string {
	if s == "" {
		return nil
	}
	parts := strings.Split(s, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// code is a code, a body of rules or a constitution that is cited by name and section.
type code struct {
	kind   string // statute, regulation, rule, constitution
	normal string
	direct bool // the number may follow at once, without a section sign
}

// codes compiles data/codes.tsv.
var codes = sync.OnceValue(func() *trie[code] {
	t := &trie[code]{table: inCodeHeads}
	for _, row := range rows("codes.tsv") {
		kind, direct := strings.CutSuffix(row[0], "+")
		subjects := splitBar(column(row, 2))
		if subjects == nil {
			subjects = []string{""}
		}
		for _, subject := range subjects {
			name := strings.Replace(column(row, 1), "*", subject, 1)
			dotted := strings.Contains(name, ".") && len(name) > 5
			normal := name
			if book, ok := strings.CutPrefix(name, "Federal Rule"); ok {
				book, _, _ = strings.Cut(strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(book, "s"), " of ")), " ")
				normal = cmp.Or(ruleBooks[book], name)
			}
			t.add(name, code{kind, normal, direct || dotted})
		}
	}
	return t
})
