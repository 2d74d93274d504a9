package extract

import (
	"slices"
	"strings"
)

// formSides reads the parties of forms, which have no caption of names over and under a
// "v.": the cover sheet of a civil case, and a statement that says who makes it.
func formSides(lines []string) []side {
	if list := coverSheet(lines); len(list) > 0 {
		return list
	}
	if list := selfStated(lines); len(list) > 0 {
		return list
	}
	if name := exParte(lines); name != "" {
		return []side{{names: []string{name}, roles: []string{"petitioner"}}}
	}
	if list := inReSides(lines); len(list) > 0 {
		return list
	}
	return titleLine(lines)
}

// inReSides reads the names over "Appellants" under the title "In re …" of an appeal, which has
// no other side.
func inReSides(lines []string) []side {
	re := slices.IndexFunc(lines[:min(len(lines), 40)], func(l string) bool { return beginsWith(l, "in re", "in the matter of") })
	if re < 0 {
		return nil
	}
	for i := re + 1; i < min(len(lines), re+14); i++ {
		if !pureRole(lines[i]) || len(rolesIn(lines[i])) != 1 || rolesIn(lines[i])[0] == "plaintiff" || rolesIn(lines[i])[0] == "defendant" || rolesIn(lines[i])[0] == "appellee" {
			continue
		}
		first := i
		for first > re+1 && nameLine(lines[first-1]) && !captionBorder(lines[first-1]) {
			first--
		}
		if s := (side{names: splitNames(strings.Join(lines[first:i], " ")), roles: rolesIn(lines[i])}); len(s.names) > 0 {
			return []side{s}
		}
	}
	return nil
}

// titleLine reads the name of the case where a court prints it on a line or two in capitals
// instead of a caption: "HOLT, SECRETARY OF LABOR v. DOVER MILLS, INC.". How the case came
// there gives the sides their roles.
func titleLine(lines []string) []side {
	for i, l := range lines[:min(len(lines), 40)] {
		a, b, ok := strings.Cut(l, " v. ")
		if !ok || !mostlyUpper(l) || len(l) > 100 {
			continue
		}
		n := i + 1
		for ; n < len(lines) && n < i+3 && lines[n] != "" && mostlyUpper(lines[n]) && cameBy(lines[n]) == "" && !captionBorder(lines[n]); n++ {
			b += " " + lines[n]
		}
		for ; n < len(lines) && n < i+8; n++ {
			role := cameBy(lines[n])
			first, second := splitNames(a), splitNames(b)
			if role == "" || len(first) == 0 || len(second) == 0 {
				continue
			}
			return []side{{names: first, roles: []string{role}}, {names: second, roles: []string{opposites[role]}}}
		}
	}
	return nil
}

// cameBy is the role of the side that brought a case before a court of review, from a line
// that says how: "CERTIORARI TO THE COURT OF APPEALS", "APPEAL FROM THE DISTRICT COURT"; ""
// for any other line.
func cameBy(l string) string {
	switch {
	case beginsWith(l, "certiorari to", "on writ of certiorari", "on petition for", "on certiorari", "on writs of certiorari"):
		return "petitioner"
	case beginsWith(l, "appeal from", "on appeal from", "appeals from", "on appeals from"):
		return "appellant"
	}
	return ""
}

// coverSheet reads the names under "PLAINTIFFS" and "DEFENDANTS" of a civil cover sheet.
func coverSheet(lines []string) []side {
	if !slices.ContainsFunc(lines[:min(len(lines), 12)], isCoverSheet) {
		return nil
	}
	var out []side
	for i, l := range lines {
		l = strings.TrimLeft(l, "I.1 ()a")
		role := partyWords[strings.ToLower(strings.TrimRight(l, " :"))]
		if role == "" || len(out) == 2 || !mostlyUpper(l) {
			continue
		}
		var names []string
		for n := i + 1; n < len(lines) && n < i+5 && nameLine(lines[n]) && !beginsWith(lines[n], "(b", "(c", "county", "attorneys", "i", "defendant"); n++ {
			names = append(names, lines[n])
		}
		if s := (side{names: splitNames(strings.Join(names, " ")), roles: []string{role}}); len(s.names) > 0 {
			out = append(out, s)
		}
	}
	return out
}

func isCoverSheet(l string) bool { return foldedIn(l, "civil cover sheet") }

// foldedIn says whether the text holds the small words of ASCII in any case. It allocates nothing,
// since it is asked of every line of a head.
func foldedIn(s, small string) bool {
	first, last := small[0], small[len(small)-1]
	for i, end := 0, len(s)-len(small); i <= end; i++ {
		if s[i]|0x20 == first && s[i+len(small)-1]|0x20 == last && strings.EqualFold(s[i:i+len(small)], small) {
			return true
		}
	}
	return false
}

// selfStated reads "Caption: X v. Y" and, under a name, "who is the plaintiff-appellant".
func selfStated(lines []string) []side {
	a, b := subjectLine(lines)
	if a == "" {
		return nil
	}
	for i, l := range lines {
		rest, ok := strings.CutPrefix(l, "who is ")
		if !ok {
			continue
		}
		rest, _, _ = strings.Cut(rest, ", makes")
		roles := rolesIn(rest)
		if len(roles) == 0 || len(roles) > 3 {
			continue
		}
		for n := i - 1; n >= 0 && n > i-5; n-- {
			for k, name := range []string{a, b} {
				if strings.EqualFold(strings.Trim(lines[n], " ,."), strings.Trim(name, " ,.")) {
					list := []side{{names: []string{a}}, {names: []string{b}}}
					list[k].roles = roles
					return opposed(list)
				}
			}
		}
	}
	return nil
}

// titleRoles gives the two parties of "X v. Y", where a paper has no caption, the roles that
// follow: in a case of a district court the first sues the second, and a side whose only
// opponent appeals answers the appeal.
func (c *cast) titleRoles() {
	a, b, ok := strings.Cut(c.v.heading.title, " v. ")
	if !ok || len(c.v.heading.sides) > 0 {
		return
	}
	first, second := c.player(a), c.player(b)
	if c.v.heading.civil {
		first.role("plaintiff", "case name")
		second.role("defendant", "case name")
	}
	for _, pair := range [][2]*player{{first, second}, {second, first}} {
		for _, role := range []string{"appellant", "petitioner"} {
			if pair[0].has(role) && !pair[1].has(role) {
				pair[1].role(opposites[role], "opponent in the case name")
			}
		}
	}
}

// civilCase says whether the head names the number of a civil case of a district court.
func civilCase(lines []string) bool {
	return slices.ContainsFunc(lines, func(l string) bool {
		return len(l) < 100 && (foldedIn(l, "-cv-") || foldedIn(l, " civ. "))
	})
}
