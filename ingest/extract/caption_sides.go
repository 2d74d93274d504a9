package extract

import (
	"slices"
	"strings"
	"time"

	"averment/evidence"
)

// captionReach bounds the lines of one caption on each side of its "v.".
const captionReach = 24

// captionSides reads the names over and under each "v." of a caption, with their roles; a
// caption of consolidated cases has several.
func captionSides(lines []string) []side {
	lines = inlineSides(lines)
	var out []side
	for at := 0; at < len(lines); {
		versus := nextVersus(lines, at)
		if versus < 0 {
			break
		}
		first := captionTop(lines, versus, at)
		list, end := readSides(lines, first, versus)
		if len(list) >= 2 && len(list[0].names) > 0 && hasSideRoles(list) {
			out = append(out, opposed(list)...)
		}
		at = max(end, versus+1)
	}
	return out
}

func hasSideRoles(list []side) bool {
	return slices.ContainsFunc(list, func(s side) bool { return len(s.roles) > 0 })
}

// opposites are the roles that stand against each other.
var opposites = map[string]string{"plaintiff": "defendant", "defendant": "plaintiff", "petitioner": "respondent", "respondent": "petitioner",
	"appellant": "appellee", "appellee": "appellant"}

// opposed gives a side without a role of its own the one that stands against the other's,
// as in "United States of America v. Ana Ruiz, Defendant". Sides without names are left out.
func opposed(list []side) []side {
	for i := range list[:2] {
		if other := list[1-i]; len(list[i].roles) == 0 && !list[i].apart && len(other.roles) > 0 {
			for _, role := range other.roles {
				list[i].roles = append(list[i].roles, opposites[role])
			}
		}
	}
	return slices.DeleteFunc(list, func(s side) bool { return len(s.names) == 0 })
}

// inlineSides cuts a line such as "HOLT, APPELLANT, v. BOARD OF EDUCATION, APPELLEE." into
// those of a caption.
func inlineSides(lines []string) []string {
	out := make([]string, 0, len(lines)+4)
	for _, l := range lines {
		for _, mark := range sideMarks(l) {
			a, b, ok := strings.Cut(l, mark)
			if ok && len(rolesIn(a)) > 0 && len(rolesIn(b)) > 0 && roleLine(a) && roleLine(strings.TrimRight(b, ".")) {
				out = append(out, a, "v.")
				l = b
				break
			}
		}
		out = append(out, l)
	}
	return out
}

// sideMarks are the marks that may part the sides inside a line: none at most lines.
func sideMarks(l string) []string {
	for i := strings.Index(l, ". "); i > 0; {
		if c := l[i-1]; c|0x20 == 'v' || c == 's' {
			return []string{" v. ", " vs. ", " V. "}
		}
		next := strings.Index(l[i+1:], ". ")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return nil
}

// nextVersus is the position of the next line that parts the sides, -1 for none: "v." alone,
// or before the number of the case in the column beside it.
func nextVersus(lines []string, from int) int {
	between := false
	for i := from; i < len(lines); i++ {
		l := lines[i]
		between = between || beginsWith(l, "between")
		if partsSides(l) || between && strings.EqualFold(strings.Trim(l, " -–_"), "and") && pureRole(lineBefore(lines, i)) {
			return i
		}
		if before, ok := cutVersus(l); ok && len(rolesIn(before)) > 0 {
			return i
		}
	}
	return -1
}

func lineBefore(lines []string, i int) string {
	for i--; i >= 0; i-- {
		if lines[i] != "" {
			return lines[i]
		}
	}
	return ""
}

// partsSides says whether a line is the "v." of a caption.
func partsSides(l string) bool {
	if l == "" || l[0]|0x20 >= 'b' && l[0]|0x20 <= 'z' && l[0]|0x20 != 'v' {
		return false
	}
	bare := strings.Trim(l, " -–_")
	if strings.Contains(l, "__") { // a blank of a form
		return false
	}
	if len(bare) <= longestSide {
		switch strings.ToLower(bare) {
		case "v.", "vs.", "v", "vs", "against", "versus":
			return true
		}
	}
	word, rest, ok := strings.Cut(l, " ")
	return ok && slices.Contains([]string{"v.", "vs.", "V.", "VS."}, word) && besideCaption(strings.TrimSpace(rest))
}

// besideCaption says whether a text stands in the column beside the names: the number of the
// case, its judge.
func besideCaption(s string) bool {
	return s != "" && (s[0] >= '0' && s[0] <= '9' || beginsWith(s, "case", "civil", "civ.", "no.", "nos.", "docket", "c.a.", "adv", "index", "hon.", "judge", "chapter",
		"criminal", "cr.", "cause", "file", "misc", "master", "crim", "appeal", "jury", "court file", "claim no", "c.p."))
}

// cutVersus cuts the "v." from the end of a line.
func cutVersus(l string) (before string, ok bool) {
	for _, end := range []string{" v.", " vs.", " V."} {
		if before, ok = strings.CutSuffix(l, end); ok {
			return before, true
		}
	}
	return "", false
}

// captionTop is the first line of the names over the "v.", not before bound.
func captionTop(lines []string, versus, bound int) int {
	i, named := versus, false
	for i > bound && i > versus-captionReach {
		l := lines[i-1]
		if !named && caseNumberLine(l) {
			i--
			continue
		}
		if captionBorder(l) && !beginsWith(l, "no. ") || besideRole(l) || named && pureRole(l) || !nameLine(l) && !roleLine(l) {
			break
		}
		named = named || l != "" && !pureRole(l)
		i--
	}
	return i
}

// caseNumberLine says whether a line holds nothing but the number of the case: "Case No. 21-CV-1407".
func caseNumberLine(l string) bool {
	return len(l) < 50 && besideCaption(l) && strings.ContainsAny(l, "0123456789") && beginsWith(l, "case", "no.", "nos.", "docket", "index", "civil action", "cause no", "court file", "cr. no", "file no")
}

// besideRole says whether a line ends what stands over the names: a debtor, the words that
// open the caption.
func besideRole(l string) bool {
	return beginsWith(l, "debtor", "between", "in the matter of", "ex parte")
}

// readSides reads the sides from line first on, and says where they end.
func readSides(lines []string, first, versus int) (list []side, end int) {
	var names []string
	flush := func(roles []string, apart bool) {
		if len(names) > 0 {
			list = append(list, side{names: splitNames(strings.Join(names, " ")), roles: roles, apart: apart})
		}
		names = nil
	}
	passed := false
	for i := first; i < len(lines) && i < versus+captionReach; i++ {
		l := lines[i]
		before, ends := cutVersus(l)
		switch {
		case partsSides(l), i == versus && !ends:
			flush(nil, false)
			passed = true
			continue
		case ends && roleLine(before):
			l = before
		}
		switch {
		case l == "", caseNumberLine(l) && len(names) == 0:
		case roleLine(l):
			if name := beforeRole(l); name != "" {
				names = append(names, name)
			}
			flush(rolesIn(l), len(rolesIn(l)) == 0)
			if passed && len(list) > 1 && !goesOnCaption(lines, i+1) {
				return list, i + 1
			}
			passed = passed || ends
		case captionBorder(l), i > versus && !nameLine(l):
			if i > versus && (len(names) > 0 || len(list) > 1) && !strings.Contains(l, "No.") {
				flush(nil, false)
				return list, i
			}
		default:
			names = append(names, l)
		}
	}
	flush(nil, false)
	return list, min(len(lines), versus+captionReach)
}

// goesOnCaption says whether another side follows: a "v.", or a name with its role under it.
func goesOnCaption(lines []string, from int) bool {
	seen := 0
	for i := from; i < len(lines) && seen < 4; i++ {
		l := lines[i]
		switch {
		case l == "" || strings.Trim(l, "_-= ") == "":
			continue
		case partsSides(l) && seen == 0, seen > 0 && pureRole(l):
			return true
		case captionBorder(l), !nameLine(l):
			return false
		}
		seen++
	}
	return false
}

// nameLine says whether a line can hold names of a caption rather than running text.
func nameLine(l string) bool {
	if len(l) > 100 && !longSideLine(l) || numbered(l) {
		return false
	}
	small, words := 0, 0
	for _, w := range strings.Fields(l) {
		words++
		if w[0] >= 'a' && w[0] <= 'z' && !captionSmall[strings.Trim(w, ",.;")] {
			small++
		}
	}
	return small*2 <= words
}

// longSideLine says whether a line that is too long for a name holds the names of a side, as
// where a file keeps no line ends: "ANA RUIZ, an individual; RAY HALL; and others,".
func longSideLine(l string) bool {
	return len(l) < 900 && (strings.HasSuffix(l, ",") || strings.HasSuffix(l, ";")) && strings.Count(l, ". ") < 6
}

// captionSmall are small words that descriptions of parties are written with.
var captionSmall = set("a", "an", "and", "as", "al", "et", "ex", "rel", "of", "the", "in", "on", "his", "her", "their", "its", "by", "for", "to", "through", "behalf",
	"all", "others", "similarly", "situated", "individually", "individual", "official", "capacity", "corporation", "company", "limited", "liability",
	"partnership", "inclusive", "minor", "de", "la", "van", "von", "del", "der", "plc", "y", "profit", "nonprofit")

// numbered says whether a line is a numbered paragraph: "1. Plaintiff is a customer."
func numbered(l string) bool {
	mark, _, ok := strings.Cut(l, ". ")
	return ok && mark != "" && strings.Trim(mark, "0123456789") == ""
}

// captionBorder says whether a line bounds the names of a caption.
func captionBorder(l string) bool {
	u := strings.ToUpper(l)
	if strings.HasPrefix(l, "___") || strings.HasPrefix(l, "---") || strings.HasPrefix(l, "===") {
		return true
	}
	for _, w := range []string{" COURT", "COURT ", "CIRCUIT", "DISTRICT OF ", "APPELLATE DISTRICT", "JUDICIAL DISTRICT", "DIVISION", "ON APPEAL", "APPEAL FROM", "DOCKET", "FILED", "LITIGATION", "BUSINESS LIST", "CAPTION"} {
		if strings.Contains(u, w) {
			return true
		}
	}
	if strings.HasPrefix(l, "AT ") && mostlyUpper(l) && len(strings.Fields(l)) <= 4 {
		return true // where the court sits: "AT TACOMA"
	}
	for _, w := range []string{"NO.", "NOS.", "CASE NO", "CIVIL ACTION", "CASE:", "IN THE ", "IN RE", "CLAIM NO", "INDEX NO", "BETWEEN", "HON.", "HONORABLE ", "JUDGE", "JURY "} {
		if strings.HasPrefix(u, w) {
			return true
		}
	}
	if strings.HasPrefix(u, "COUNTY OF ") {
		return !strings.HasSuffix(l, ",") // with a comma it is a party
	}
	return paperLine(l)
}

// paperLine says whether a line in capitals is, or begins, the title of a paper.
func paperLine(l string) bool {
	if !mostlyUpper(l) || strings.HasSuffix(l, ",") {
		return false
	}
	for i, w := range strings.FieldsFunc(strings.ToLower(l), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if i > 3 {
			return false
		}
		if documentTypes[w] != "" && w != "letter" && w != "exhibit" {
			return true
		}
	}
	return false
}

// headFiled reads "Filed February 20, 2020" of the head.
func headFiled(lines []string) *evidence.Date {
	for _, l := range lines {
		_, rest, ok := strings.Cut(l, "Filed ")
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "on ")
		fields := strings.Fields(rest)
		if len(fields) < 3 {
			continue
		}
		surface := strings.TrimRight(strings.Join(fields[:3], " "), ".,;")
		for _, layout := range []string{"January 2, 2006", "Jan. 2, 2006", "2 January 2006"} {
			if t, err := time.Parse(layout, surface); err == nil {
				d := evidence.DayOf(t, surface)
				d.Method, d.Confidence = "text", "high"
				return &d
			}
		}
	}
	return nil
}
