package extract

import "strings"

// captionTitle is "X v. Y" or "In re X".
func captionTitle(sides []side, lines []string) string {
	if len(sides) >= 2 {
		return sides[0].names[0] + " v. " + sides[1].names[0]
	}
	if a, b := subjectLine(lines); a != "" {
		return a + " v. " + b
	}
	if name := exParte(lines); name != "" {
		return "Ex parte " + name
	}
	for i, l := range lines {
		if i > 40 || !beginsWith(l, "IN RE") {
			continue
		}
		rest := strings.Trim(l[len("in re"):], " :,]")
		if at := strings.Index(rest, " No."); at > 0 {
			rest = rest[:at]
		}
		n := i + 1
		for rest == "" && n < len(lines) && n < i+3 && lines[n] == "" {
			n++
		}
		for end := n + 3; n < len(lines) && n < end && lines[n] != "" && mostlyUpper(lines[n]) && !pureRole(lines[n]); n++ {
			rest += " " + lines[n]
		}
		rest = withoutOthers(rest)
		if rest != "" {
			return "In re " + printed(strings.Trim(rest, " ,]"))
		}
	}
	return ""
}

// withoutOthers is the name of a matter without "et al." and a mark behind it.
func withoutOthers(name string) string {
	if i := strings.Index(smallASCII(name), ", et al"); i > 0 {
		name = name[:i]
	}
	return strings.TrimSpace(name)
}

// exParte is the name behind "EX PARTE" on a line of its own at the head of a paper, "" for
// none.
func exParte(lines []string) string {
	for _, l := range lines[:min(len(lines), 40)] {
		if !beginsWith(l, "ex parte ", "ex parte: ") || len(l) > 70 {
			continue
		}
		name, described, _ := strings.Cut(strings.TrimLeft(l[len("ex parte"):], " :"), ",")
		if nameEnding(firstWord(strings.TrimSpace(described))) {
			name += ", " + firstWord(strings.TrimSpace(described))
		}
		if name = strings.Trim(name, " .,"); len(name) > 2 && leadingName(name) != "" && len(strings.Fields(name)) < 7 {
			return printed(name)
		}
	}
	return ""
}

// subjectLine reads the names of "RE: X, et al. v. Y" and "Re: Case No. 17-394, X v. Y".
func subjectLine(lines []string) (a, b string) {
	for _, l := range lines {
		if i := strings.Index(l[:min(len(l), 39)], " Caption: "); i > 0 {
			l = l[i+1:]
		}
		if !beginsWith(l, "re:", "short title:", "case name:", "caption:") && !titleLabel(l) {
			continue
		}
		label := strings.Index(l, ":") + 1
		if beginsWith(l, "title ") {
			label = len("title ")
		}
		left, right, ok := strings.Cut(l[label:], " v. ")
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
