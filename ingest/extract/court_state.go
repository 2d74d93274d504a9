package extract

import (
	"strings"
	"sync"
)

// stateCourtKinds are the kinds of trial court with the end of the short id that each gives; the
// beginning is the state's: "calsuperct", "flacirct", "texdistct", "pactcompl".
var stateCourtKinds = map[string]string{"superior": "superct", "circuit": "circt", "district": "distct", "pleas": "ctcompl", "chancery": "ch", "county": "ctyct",
	"supreme": "supct", "municipal": "munict", "family": "famct", "probate": "probct", "magistrate": "magct", "justice": "justct", "state": "statect", "land": "landct",
	"housing": "housct", "civil": "civct", "surrogate": "surct"}

// stateCourtWords are how heads name those kinds, in the order in which they are looked for: the
// district court of a county is no county court.
var stateCourtWords = []struct{ words, kind string }{
	{"court of common pleas", "pleas"}, {"common pleas court", "pleas"}, {"court of chancery", "chancery"}, {"chancery court", "chancery"}, {"county court", "county"},
	{"superior court", "superior"}, {"circuit court", "circuit"}, {"municipal court", "municipal"}, {"family court", "family"}, {"probate court", "probate"},
	{"probate and family court", "probate"}, {"surrogate's court", "surrogate"}, {"surrogate’s court", "surrogate"}, {"magistrate court", "magistrate"},
	{"land court", "land"}, {"housing court", "housing"}, {"justice court", "justice"}, {"civil court", "civil"}, {"supreme court", "supreme"},
	{"judicial district court", "district"}, {"district court", "district"}, {"county court at law", "county"}, {"state court of", "state"},
}

// stateCourts are the states, by name, with the beginning of the ids of their courts and the
// kinds of trial court that they have.
type stateCourts struct {
	state, prefix string
	kinds         map[string]bool
}

var trialCourts = sync.OnceValue(func() []stateCourts {
	var out []stateCourts
	for _, row := range rows("trialcourts.tsv") {
		out = append(out, stateCourts{strings.ToLower(row[0]), column(row, 1), set(splitBar(column(row, 2))...)})
	}
	return out
})

// trialCourt is the id of the trial court of a state that the lines of a head name together,
// "IN THE CIRCUIT COURT OF THE NINTH JUDICIAL CIRCUIT", "ORANGE COUNTY, FLORIDA"; "" where they
// name no such court or leave the state open.
func trialCourt(lines []string) string {
	low := strings.ToLower(strings.Join(lines, "\n"))
	if strings.Contains(low, "united states") || strings.Contains(low, "court of appeal") || strings.Contains(low, "appellate") {
		return ""
	}
	home := homeState(lines)
	if home == nil {
		return ""
	}
	for _, w := range stateCourtWords {
		if strings.Contains(low, w.words) && home.kinds[w.kind] {
			return home.prefix + stateCourtKinds[w.kind]
		}
	}
	return ""
}

// homeState is the state whose court the lines of a head name: "STATE OF OREGON", "CLARK COUNTY,
// NEVADA", "CONNECTICUT SUPERIOR COURT"; nil for none. A county may bear the name of another
// state, so that the forms that only states have come first.
func homeState(lines []string) *stateCourts {
	low := strings.ToLower(strings.Join(lines, "\n"))
	best, at := (*stateCourts)(nil), len(low)
	states := trialCourts()
	for i := range states {
		s := &states[i]
		if !strings.Contains(low, s.state) {
			continue
		}
		if strings.Contains(low, "state of "+s.state) || strings.Contains(low, "commonwealth of "+s.state) || strings.Contains(low, ", "+s.state+"\n") || strings.HasSuffix(low, ", "+s.state) {
			return s
		}
		if k := wordIndex(low, s.state); k >= 0 && (k < at || k == at && len(s.state) > len(best.state)) {
			best, at = s, k
		}
	}
	return best
}

// wordIndex is where the words stand in the small text as whole words, -1 for nowhere.
func wordIndex(text, words string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return -1
		}
		i += from
		before := i == 0 || text[i-1] < 'a' || text[i-1] > 'z'
		if end := i + len(words); before && (end == len(text) || text[end] < 'a' || text[end] > 'z') {
			return i
		}
		from = i + 1
	}
}

// higherCourt is the id of the higher court of a state that two lines name apart: "STATE OF
// MICHIGAN", "COURT OF APPEALS".
func higherCourt(lines []string) string {
	home := homeState(lines)
	if home == nil {
		return ""
	}
	low := strings.ToLower(strings.Join(lines, "\n"))
	for _, level := range []string{"court of criminal appeals", "court of civil appeals", "court of appeals", "court of appeal", "appellate court", "appeals court", "supreme judicial court", "supreme court"} {
		if !strings.Contains(low, level) {
			continue
		}
		for _, form := range []string{home.state + " " + level, level + " of " + home.state} {
			tokens := tokenize(nil, form, 0, len(form))
			if e, after := courts().names.match(tokens, 0, false); after == len(tokens) {
				return e.id
			}
		}
	}
	return ""
}
