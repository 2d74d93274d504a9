package extract

import (
	"slices"
	"strings"
)

// bareSides reads a caption that gives nobody a role, "UNITED STATES OF AMERICA" over "v." over "VICTOR
// SABO", as criminal cases and orders print it: who stands over the "v." sues.
func bareSides(lines []string) []side {
	versus := nextVersus(lines[:min(len(lines), courtReach)], 0)
	if versus < 1 {
		return nil
	}
	above, below := namesAbove(lines, versus), namesBelow(lines, versus)
	if len(above) == 0 || len(below) == 0 {
		return nil
	}
	return []side{{names: above, roles: []string{"plaintiff"}}, {names: below, roles: []string{"defendant"}}}
}

// namesAbove are the names on the lines over the "v.", up to a blank line behind them.
func namesAbove(lines []string, versus int) []string {
	end := versus
	for end > 0 && (lines[end-1] == "" || caseNumberLine(lines[end-1])) {
		end--
	}
	first := end
	for first > 0 && lines[first-1] != "" && nameLine(lines[first-1]) && !captionBorder(lines[first-1]) && !strings.Contains(strings.ToUpper(lines[first-1]), "COURT") && end-first < 6 {
		first--
	}
	return splitNames(strings.Join(lines[first:end], " "))
}

// namesBelow are the names on the lines under the "v.", down to a blank line behind them.
func namesBelow(lines []string, versus int) []string {
	first := versus + 1
	for first < len(lines) && first < versus+4 && (lines[first] == "" || caseNumberLine(lines[first])) {
		first++
	}
	end := first
	for end < len(lines) && lines[end] != "" && nameLine(lines[end]) && !captionBorder(lines[end]) && end-first < 6 {
		end++
	}
	return splitNames(strings.Join(lines[first:end], " "))
}

// labelledSides reads parties behind the labels of their roles, "Claimant:   Ms A Pike", as tribunals
// print them. Where who represents them is listed in the same way, the first of each counts.
func labelledSides(lines []string) []side {
	var out []side
	seen := map[string]bool{}
	for _, l := range lines[:min(len(lines), courtReach)] {
		label, name, ok := strings.Cut(l, ":")
		role := partyWords[strings.ToLower(strings.TrimSpace(label))]
		if name = strings.TrimSpace(name); !ok || role == "" || name == "" || len(name) > 90 || seen[role] || beginsWith(name, "in person", "no appearance", "not present") {
			continue
		}
		seen[role] = true
		if names := splitNames(name); len(names) > 0 {
			out = append(out, side{names: untitled(names), roles: []string{role}})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// untitled are the names without "Mr" and its like before them.
func untitled(names []string) []string {
	for i := range names {
		for _, title := range []string{"Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Mr. ", "Mrs. ", "Ms. "} {
			names[i] = strings.TrimPrefix(names[i], title)
		}
	}
	return names
}

// titledSides reads "Title     Harbor Pipe LLC v. Ray Hall" of the minutes of a court.
func titledSides(lines []string) []side {
	a, b := subjectLine(lines)
	if a == "" || !slices.ContainsFunc(lines, func(l string) bool { return titleLabel(l) }) {
		return nil
	}
	return []side{{names: splitNames(a), roles: []string{"plaintiff"}}, {names: splitNames(b), roles: []string{"defendant"}}}
}

// titleLabel says whether a line of minutes gives the title of the case.
func titleLabel(l string) bool {
	return beginsWith(l, "title ", "title:", "case title", "case name", "case:") && strings.Contains(l, " v. ")
}

// spacedLabels sets what stands behind "BETWEEN:" or "AND:" on lines of their own, as courts of
// Australia print parties.
func spacedLabels(raw []string) []string {
	out := make([]string, 0, len(raw))
	for _, l := range raw {
		bare := strings.TrimSpace(l)
		i := strings.IndexByte(bare, ':')
		if i < 0 || i > 7 || !beginsWith(bare, "between:", "and:") || len(bare) < i+3 {
			out = append(out, l)
			continue
		}
		out = append(out, bare[:i+1], strings.TrimSpace(bare[i+1:]))
	}
	return out
}

// headAgency is the public body before which a paper is filed: "BEFORE THE FEDERAL TRADE
// COMMISSION"; "" for none.
func headAgency(lines []string) string {
	for _, l := range lines[:min(len(lines), 12)] {
		if !mostlyUpper(l) || !beginsWith(l, "before the ") || len(l) > 80 {
			continue
		}
		name := printed(strings.TrimSpace(l[len("before the "):]))
		tokens := tokenize(nil, name, 0, len(name))
		if slices.ContainsFunc(tokens, func(t token) bool {
			return names().has(&t, agencyWord) || t.is("commission", "board", "department", "agency", "authority", "bureau", "service", "office", "council", "ombudsman")
		}) {
			return name
		}
	}
	return ""
}
