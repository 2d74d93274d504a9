package extract

import (
	"slices"
	"strings"
)

// courtReach is how many lines of a head may name the court.
const courtReach = 45

// headCourt is the court that the lines at the head of a filing name; found is true where they
// name a court, known or not.
func headCourt(lines []string) (id string, found bool) {
	if slices.ContainsFunc(lines[:min(len(lines), 12)], slipOfOhio) {
		return "ohio", true
	}
	named := courtLines(lines)
	joined := strings.Join(named, " ")
	if id = courtIn(joined); id != "" {
		return id, true
	}
	if text := withoutState(joined); len(text) < len(joined) {
		if id = courtIn(text); id != "" {
			return id, true
		}
	}
	if !foldedIn(joined, "court") {
		return "", slices.ContainsFunc(named, courtInCapitals)
	}
	if id = higherCourt(named); id == "" {
		id = trialCourt(named)
	}
	return id, id != "" || slices.ContainsFunc(named, courtInCapitals)
}

// reviews says whether a court by its id only reviews what others decided.
func reviews(id string) bool {
	return id == "scotus" || strings.HasPrefix(id, "ca") && len(id) < 5 && id != "cal" && id != "cand" && id != "cacd" || strings.Contains(id, "app") || strings.HasSuffix(id, "ca") && len(id) < 6
}

// slipOfOhio says whether a line is the number that the Supreme Court of Ohio gives its slip opinions,
// which print no name of the court: "SLIP OPINION NO. 2023-OHIO-3391".
func slipOfOhio(l string) bool {
	return beginsWith(l, "slip opinion no. ") && foldedIn(l, "-ohio-")
}

// courtIn is the first court of the table that a text names in full, "" for none.
func courtIn(text string) string {
	tokens := tokenize(nil, text, 0, len(text))
	for k := range tokens {
		e, after := courts().names.match(tokens, k, false)
		if after > k+1 && !e.short && slices.ContainsFunc(tokens[k:after], func(t token) bool {
			return t.is("court", "tribunal", "tribunals", "committee", "panel", "circuit", "district")
		}) {
			return e.id
		}
	}
	return ""
}

// withoutState drops "THE STATE OF" between a court and its state: "COURT OF APPEALS OF THE STATE
// OF OREGON" is the Court of Appeals of Oregon.
func withoutState(text string) string {
	text = smallASCII(text)
	for _, w := range []string{"of the state of ", "of the commonwealth of ", "for the state of ", "of the province of "} {
		text = strings.ReplaceAll(text, w, "of ")
	}
	return text
}

// courtInCapitals says whether a line in capitals names some court.
func courtInCapitals(l string) bool {
	return mostlyUpper(l) && (strings.Contains(l, "COURT") || strings.Contains(l, "TRIBUNAL") || strings.Contains(l, "SUPERIOR"))
}

// courtLines are those parts of the first lines that can belong to the name of the court, each
// column of a line apart: "SUFFOLK, ss.      SUPERIOR COURT". They end where another court is
// named from which the case came.
func courtLines(lines []string) []string {
	var out []string
	for i, l := range lines[:min(len(lines), courtReach)] {
		if cameBy(l) != "" {
			break
		}
		beside := false
		for part := range strings.SplitSeq(l, "    ") {
			if part = strings.TrimSpace(part); part != "" && (courtLine(part) || beside && placeOfCourt(part)) {
				out = append(out, part)
			}
			beside = true
		}
		if i > 0 && partsSides(l) && len(out) > 0 && courtIn(strings.Join(out, " ")) != "" {
			break
		}
	}
	return out
}

// placeOfCourt says whether what stands in the right-hand column is the place of a court there:
// "BEXAR COUNTY, TEXAS", "225TH JUDICIAL DISTRICT".
func placeOfCourt(part string) bool {
	return mostlyUpper(part) && (strings.Contains(part, "COUNTY") || strings.Contains(part, "JUDICIAL"))
}

// courtLine says whether a line can be part of a court's heading: short, beginning with a word of
// such headings or in capitals with the word for a court.
func courtLine(l string) bool {
	if len(l) > 100 || len(l) < 4 || strings.HasSuffix(l, ",") && !strings.HasPrefix(l, "IN ") {
		return false
	}
	if strings.HasSuffix(l, ".") && !mostlyUpper(l) {
		return false
	}
	first, _, _ := strings.Cut(l, " ")
	if courtLineWords[strings.ToLower(strings.TrimRight(first, ","))] {
		return len(l) <= 80 || mostlyUpper(l)
	}
	if !nameLine(l) || foldedIn(l, "clerk") || foldedIn(l, "reporter") || foldedIn(l, "filed") || foldedIn(l, "street") || paperLine(l) {
		return false
	}
	return foldedIn(l, " court") || foldedIn(l, "tribunal") || mostlyUpper(l) && (foldedIn(l, " county,") || foldedIn(l, "county of ") || foldedIn(l, "parish of "))
}

var courtLineWords = set("in", "united", "us", "u.s.", "supreme", "superior", "court", "for", "district", "northern", "southern", "eastern", "western", "middle",
	"central", "state", "commonwealth", "circuit", "of", "the", "appellate", "bankruptcy", "county", "high", "federal", "employment", "king's", "queen's", "province", "ontario", "alberta", "manitoba", "saskatchewan", "quebec", "québec")

// headDistrict is the federal district that a line of the head names, "WESTERN DISTRICT OF
// CASCADIA", in ordinary letters; "" for none.
func headDistrict(lines []string) string {
	for i, l := range lines {
		if i > 30 {
			break
		}
		if len(l) > 70 || !foldedIn(l, "district") {
			continue
		}
		words := strings.Fields(l)
		for len(words) > 0 && !courtDirections[strings.ToLower(words[0])] {
			words = words[1:]
		}
		if len(words) < 4 || len(words) > 7 || !strings.EqualFold(words[1], "district") || !strings.EqualFold(words[2], "of") {
			continue
		}
		return printed(strings.TrimRight(strings.Join(words, " "), " ,."))
	}
	return ""
}
