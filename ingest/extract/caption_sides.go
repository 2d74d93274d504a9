package extract

import (
	"slices"
	"strings"
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
		if partsSides(l) || between && strings.EqualFold(strings.Trim(l, " -–—_:"), "and") && pureRole(lineBefore(lines, i)) {
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

// captionTop is the first line of the names over the "v.", not before bound.
func captionTop(lines []string, versus, bound int) int {
	i, named := versus, false
	for i > bound && i > versus-captionReach {
		l := lines[i-1]
		if !named && caseNumberLine(l) {
			i--
			continue
		}
		if named && stateOfCourt(lines, i-1) {
			break
		}
		if captionBorder(l) && !beginsWith(l, "no. ") || besideRole(l) || named && pureRole(l) || !nameLine(l) && !roleLine(l) {
			break
		}
		named = named || l != "" && !pureRole(l)
		i--
	}
	return i
}

// stateOfCourt says whether a line names the state under the name of its court, "STATE OF OKLAHOMA",
// and no party: a blank line parts it from the names.
func stateOfCourt(lines []string, i int) bool {
	if !beginsWith(lines[i], "state of ", "commonwealth of ", "province of ") || strings.HasSuffix(lines[i], ",") || i+1 >= len(lines) || lines[i+1] != "" {
		return false
	}
	return i > 0 && strings.Contains(strings.ToUpper(lines[i-1]), "COURT")
}

// readSides reads the sides from line first on, and says where they end.
func readSides(lines []string, first, versus int) (list []side, end int) {
	var names []string
	flush := func(roles []string, apart bool) {
		if len(names) > 0 {
			list = append(list, side{names: knownNames(splitNames(strings.Join(names, " ")), roles), roles: roles, apart: apart})
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
			if name := numberedName(l); name != "" && numbered(l) {
				l = "; " + name
			}
			names = append(names, l)
		}
	}
	flush(nil, false)
	return list, min(len(lines), versus+captionReach)
}

// knownNames leaves out of a side that is sued the "John Doe" whom nobody knows; who sues under
// that name is a party like others.
func knownNames(names, roles []string) []string {
	if !slices.Contains(roles, "defendant") && !slices.Contains(roles, "respondent") {
		return names
	}
	return slices.DeleteFunc(names, func(n string) bool {
		low := strings.ToLower(n)
		return len(names) > 1 && (strings.HasPrefix(low, "john doe") || strings.HasPrefix(low, "jane doe") || strings.HasPrefix(low, "john roe") || strings.HasPrefix(low, "jane roe"))
	})
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
