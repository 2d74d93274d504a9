package extract

import (
	"strings"
	"sync"
)

// courtTables know the courts by name, by abbreviation and by the city they sit in.
type courtTables struct {
	names  trie[courtEntry] // full names and abbreviations
	cities trie[courtEntry] // of federal district courts
	states trie[string]     // state names, with the id of the only federal district or ""
}

// courtEntry is a court: its short id and the form that named it.
type courtEntry struct {
	id    string
	name  string // full name
	short bool   // an abbreviation such as "Cal.", meaningful only in a parenthesis
}

var directions = map[string][2]string{
	"n": {"Northern", "N.D."}, "e": {"Eastern", "E.D."}, "s": {"Southern", "S.D."},
	"w": {"Western", "W.D."}, "m": {"Middle", "M.D."}, "c": {"Central", "C.D."}, "-": {"", "D."},
}

// courts compiles data/courts.tsv and data/districts.tsv.
var courts = sync.OnceValue(func() *courtTables {
	t := &courtTables{}
	t.names.table, t.cities.table, t.states.table = inCourtHeads, inCityHeads, inStateHeads
	for _, row := range rows("courts.tsv") {
		t.names.add(row[1], courtEntry{row[0], row[1], false})
		for _, name := range splitBar(column(row, 2)) {
			t.names.add(name, courtEntry{row[0], row[1], !fullName(name)})
		}
	}
	for _, row := range rows("districts.tsv") {
		districts := splitBar(column(row, 3))
		for _, d := range districts {
			letter, cities, _ := strings.Cut(d, ":")
			t.addDistrict(row, letter, strings.Split(cities, ","))
		}
		only := ""
		if len(districts) == 1 {
			only = row[2] + "d"
		}
		t.states.add(row[0], only)
	}
	return t
})

// fullName says whether another name of a court is one in words, and no abbreviation.
func fullName(name string) bool {
	return strings.Contains(name, "Court") || strings.Contains(name, "Circuit") || strings.Contains(name, "Tribunal")
}

// addDistrict enters the names of one district court and its bankruptcy court. Districts
// with a letter have ids such as cand; the bankruptcy court's ends in b.
func (t *courtTables) addDistrict(row []string, letter string, cities []string) {
	state, abbreviation, prefix := row[0], row[1], row[2]
	dir := directions[letter]
	id := prefix + strings.Trim(letter, "-")
	of, short := "District of "+state, dir[1]+" "+abbreviation
	if letter != "-" {
		of = dir[0] + " " + of
	}
	if strings.HasPrefix(dir[1], "D") || prefix == "ny" {
		short = dir[1] + abbreviation
	}
	if prefix == "dc" {
		of = state
	}
	name := "United States District Court for the " + of
	e := courtEntry{id + "d", name, false}
	for _, form := range []string{name, "United States District Court, " + of, "U.S. District Court for the " + of, "U.S. District Court, " + of,
		"US District Court for the " + of, "District Court for the " + of, "U.S. District Court in the " + of,
		"Federal District Court for the " + of, "United States District Court " + of} {
		t.names.add(form, e)
	}
	if letter == "-" && prefix == "dc" {
		t.names.add("U.S. District Court for D.C.", e)
		of = "District of Columbia"
	} else {
		t.names.add(of, e)
		if letter != "-" {
			t.names.add("U.S. District Court for "+dir[0]+" "+state, e)
			t.names.add("federal court in the "+of, e)
		}
	}
	t.names.add(short, courtEntry{id + "d", name, true})
	t.addBankruptcy(id, of, short)
	for _, city := range cities {
		if city != "" {
			t.cities.add(city, e)
		}
	}
}

func (t *courtTables) addBankruptcy(id, of, short string) {
	name := "United States Bankruptcy Court for the " + of
	b := courtEntry{id + "b", name, false}
	for _, form := range []string{name, "U.S. Bankruptcy Court for the " + of, "United States Bankruptcy Court, " + of,
		"United States Bankruptcy Court " + of, "US Bankruptcy Court for the " + of} {
		t.names.add(form, b)
	}
	t.names.add("Bankr. "+short, courtEntry{id + "b", name, true})
}

// courtNamed is the id of the court that an abbreviation or name among the tokens first
// to end names, as in the parenthesis of a citation; "" for none.
func courtNamed(tokens []token, first, end int) string {
	best, length := "", 0
	for k := first; k < end; k++ {
		e, after := courts().names.match(tokens[:end], k, true)
		if after-k > length {
			best, length = e.id, after-k
		}
		if after > k {
			k = after - 1
		}
	}
	return best
}

// newsCourt reads the forms that newspapers use: "federal court in San Jose", "San
// Francisco federal court", "U.S. District Court in Manhattan", "a California federal
// court". It gives the position behind the form, and an empty id where it leaves open
// which court is meant. i is the position of the first word of the form.
func newsCourt(tokens []token, i int) (e courtEntry, end int) {
	at := func(k int) *token {
		if k < len(tokens) {
			return &tokens[k]
		}
		return &noToken
	}
	if k := federalCourt(at, i); k > i {
		if at(k).is("in", "for", "at") {
			if city, after := courts().cities.match(tokens, k+1, false); after > k+1 && at(k+1).capital {
				if at(k-2).low == "bankruptcy" {
					city = city.bankruptcy()
				}
				return courtEntry{city.id, city.name, false}, after
			}
			if id, after := courts().states.match(tokens, k+1, false); after > k+1 && at(k+1).capital {
				return oneOf(id, tokens[k+1:after], at(k-2).low == "bankruptcy"), after
			}
		}
		if at(i).capital && at(i+1).capital && at(i+1).low == "court" && i > 0 && at(i-1).low == "the" {
			return courtEntry{name: "Federal Court"}, k // of Australia or of Canada
		}
		return courtEntry{}, k
	}
	if !at(i).capital {
		return courtEntry{}, i
	}
	if city, after := courts().cities.match(tokens, i, false); after > i {
		if at(after).low == "," { // "San Jose, California, federal court"
			if _, s := courts().states.match(tokens, after+1, false); s > after+1 {
				after = s
				if at(after).low == "," {
					after++
				}
			}
		}
		if k := federalCourt(at, after); k > after {
			return courtEntry{city.id, city.name, false}, k
		}
	}
	if id, after := courts().states.match(tokens, i, false); after > i {
		if k := federalCourt(at, after); k > after {
			return oneOf(id, tokens[i:after], false), k
		}
	}
	return courtEntry{}, i
}

// oneOf is the federal court of a state: the only one, or one of several, which stays open:
// "federal court in California".
func oneOf(id string, state []token, bankruptcy bool) courtEntry {
	words := make([]string, len(state))
	for i, t := range state {
		words[i] = capitalised(t.low)
	}
	place := strings.ReplaceAll(strings.Join(words, " "), " Of ", " of ")
	switch {
	case id == "" && bankruptcy:
		return courtEntry{name: "bankruptcy court in " + place}
	case bankruptcy:
		return courtEntry{id: id, name: "United States District Court for the District of " + strings.TrimPrefix(place, "District of ")}.bankruptcy()
	case id == "":
		return courtEntry{name: "federal court in " + place}
	case strings.HasPrefix(place, "District of"):
		return courtEntry{id: id, name: "United States District Court for the " + place}
	}
	return courtEntry{id: id, name: "United States District Court for the District of " + place}
}

// bankruptcy is the bankruptcy court of a federal district court.
func (e courtEntry) bankruptcy() courtEntry {
	return courtEntry{strings.TrimSuffix(e.id, "d") + "b", strings.Replace(e.name, "District Court", "Bankruptcy Court", 1), false}
}

// federalCourt is the position behind "federal court", "federal district court", "U.S.
// District Court" at i, or i.
func federalCourt(at func(int) *token, i int) int {
	k := i
	switch {
	case at(k).low == "federal":
		k++
	case at(k).low == "bankruptcy" && at(k+1).low == "court" && at(k+2).is("in", "for"):
	case at(k).low == "u" && at(k+1).low == "." && at(k+2).low == "s" && at(k+3).low == ".":
		k += 4
	case at(k).low == "us" && at(k).capital:
		k++
	default:
		return i
	}
	district := at(k).is("district", "bankruptcy")
	if district {
		k++
	}
	if at(k).low == "court" && (district || at(i).low == "federal" || at(i).low == "bankruptcy") {
		return k + 1
	}
	return i
}
