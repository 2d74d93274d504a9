package extract

import (
	"slices"
	"strings"
	"time"

	"averment/evidence"
)

// captionSides reads the names over and under the "v." of a caption, with their roles.
func captionSides(lines []string) []side {
	at, tail := versusLine(lines)
	if at < 0 {
		return nil
	}
	left := tail
	for i := at - 1; i >= 0 && i > at-16; i-- {
		if strings.HasPrefix(lines[i], "No. ") {
			continue
		}
		if captionBorder(lines[i]) {
			break
		}
		left = lines[i] + "\n" + left
	}
	right, roleSeen := "", false
	for i := at + 1; i < len(lines) && i < at+22; i++ {
		l := lines[i]
		if captionBorder(l) || roleSeen {
			if roleSeen || right != "" && !strings.Contains(l, "No.") {
				break
			}
			continue
		}
		right += l + "\n"
		roleSeen = len(rolesIn(l)) > 0
	}
	a, b := sideOf(left), sideOf(right)
	if len(a.names) == 0 || len(b.names) == 0 || len(a.roles)+len(b.roles) == 0 {
		return nil
	}
	return []side{a, b}
}

// versusLine finds the line that is "v." alone, or ends with it; tail is what stands before
// the "v." on that line.
func versusLine(lines []string) (at int, tail string) {
	for i, l := range lines {
		bare := strings.Trim(l, " -–_")
		if len(bare) > longestSide {
			bare = ""
		}
		switch strings.ToLower(bare) {
		case "v.", "vs.", "v", "vs", "against", "versus":
			return i, ""
		}
		for _, end := range []string{" v.", " vs.", ", v.", " V."} {
			if before, ok := strings.CutSuffix(l, end); ok && len(rolesIn(before)) > 0 {
				return i, before
			}
		}
	}
	return -1, ""
}

// captionBorder says whether a line bounds the names of a caption.
func captionBorder(l string) bool {
	u := strings.ToUpper(l)
	if strings.HasPrefix(l, "___") || strings.HasPrefix(l, "---") || strings.HasPrefix(l, "===") {
		return true
	}
	for _, w := range []string{" COURT", "COURT ", "CIRCUIT", "DISTRICT OF ", "DIVISION", "ON APPEAL", "APPEAL FROM", "DOCKET", "FILED", "LITIGATION"} {
		if strings.Contains(u, w) {
			return true
		}
	}
	if strings.HasPrefix(l, "AT ") && mostlyUpper(l) && len(strings.Fields(l)) <= 4 {
		return true // where the court sits: "AT TACOMA"
	}
	for _, w := range []string{"NO.", "NOS.", "CASE NO", "CIVIL ACTION", "CASE:", "COUNTY OF", "IN THE ", "IN RE"} {
		if strings.HasPrefix(u, w) {
			return true
		}
	}
	return documentTypes[strings.ToLower(strings.Trim(l, " :"))] != "" && mostlyUpper(l)
}

// rolesIn are the roles that a line names: "Plaintiffs-Appellees," gives plaintiff, appellee.
func rolesIn(l string) []string {
	var out []string
	words := strings.FieldsFunc(l, func(r rune) bool { return r < 'A' || r > 'z' || r > 'Z' && r < 'a' })
	for _, w := range words {
		if role := partyWords[strings.ToLower(w)]; role != "" && !slices.Contains(out, role) {
			out = append(out, role)
		}
	}
	return out
}

// sideOf reads the names and roles of one side.
func sideOf(text string) side {
	var s side
	var names []string
	for l := range strings.SplitSeq(text, "\n") {
		l = strings.TrimSpace(l)
		if roles := rolesIn(l); len(roles) > 0 {
			s.roles = append(s.roles, roles...)
			l = beforeRole(l)
		}
		if l != "" && !strings.HasPrefix(strings.ToUpper(l), "CASE NO") {
			names = append(names, l)
		}
	}
	s.names = splitNames(strings.Join(names, " "))
	return s
}

// beforeRole is what stands on a line before the word that names the role.
func beforeRole(l string) string {
	first := len(l)
	low := strings.ToLower(l)
	for w := range partyWords {
		if i := strings.Index(low, w); i >= 0 {
			first = min(first, i)
		}
	}
	return strings.TrimRight(l[:first], " ,")
}

// captionTitle is "X v. Y" or "In re X".
func captionTitle(sides []side, lines []string) string {
	if len(sides) == 2 {
		return sides[0].names[0] + " v. " + sides[1].names[0]
	}
	if a, b := subjectLine(lines); a != "" {
		return a + " v. " + b
	}
	for i, l := range lines {
		if i > 40 || !beginsWith(l, "IN RE") {
			continue
		}
		rest := strings.Trim(l[len("in re"):], " :,]")
		if at := strings.Index(rest, " No."); at > 0 {
			rest = rest[:at]
		}
		for n := i + 1; n < len(lines) && n < i+4 && lines[n] != "" && mostlyUpper(lines[n]); n++ {
			rest += " " + lines[n]
		}
		if rest != "" {
			return "In re " + printed(strings.Trim(rest, " ,]"))
		}
	}
	return ""
}

// subjectLine reads the names of "RE: X, et al. v. Y" and "Re: Case No. 17-394, X v. Y".
func subjectLine(lines []string) (a, b string) {
	for _, l := range lines {
		if !beginsWith(l, "re:", "short title:", "case name:") {
			continue
		}
		left, right, ok := strings.Cut(l[strings.Index(l, ":")+1:], " v. ")
		if !ok {
			continue
		}
		if i := strings.LastIndex(left, ", "); i >= 0 && strings.ContainsAny(left[:i], "0123456789") {
			left = left[i+2:]
		}
		a, b = bareName(left), bareName(right)
		if a != "" && b != "" {
			return printed(a), printed(b)
		}
	}
	return "", ""
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
