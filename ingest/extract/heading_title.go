package extract

import (
	"slices"
	"strings"
)

// paperTitle is the title that a filing gives itself, "Order Granting Motion to Dismiss":
// the lines in capitals around the first that names a type of paper, in title case. "" when
// the head has no such line.
func paperTitle(lines []string) string {
	from := nextVersus(lines, 0)
	for i := from + 1; i < len(lines); i++ {
		l := withoutLabel(lines[i])
		if len(l) > 110 || !mostlyUpper(l) || headingWord(l) == "" || titleEdge(l) {
			continue
		}
		first, end := i, i+1
		for first-1 > from && first > i-3 && titlePart(lines[first-1]) && !strings.HasSuffix(lines[first-1], ",") {
			first--
		}
		for end < len(lines) && end < i+5 && titlePart(lines[end]) && !strings.HasSuffix(lines[end-1], ".") && !strings.HasSuffix(lines[end-1], ":") {
			end++
		}
		return titleCased(withoutLabel(strings.Join(lines[first:end], " ")))
	}
	return ""
}

// columnTitle is the title that stands in the right-hand column of a caption: the lines in
// capitals that surround the first with the name of a type of paper.
func columnTitle(right []string) string {
	at := slices.IndexFunc(right, func(l string) bool { return inColumnTitle(l) && headingWord(l) != "" })
	if at < 0 {
		return ""
	}
	first, end := at, at+1
	for first > 0 && inColumnTitle(right[first-1]) {
		first--
	}
	for end < len(right) && end < at+6 && inColumnTitle(right[end]) {
		end++
	}
	return titleCased(strings.Join(right[first:end], " "))
}

// inColumnTitle says whether a line of the column can belong to the title.
func inColumnTitle(l string) bool {
	return mostlyUpper(l) && !slices.ContainsFunc([]string{"CASE", "NO.", "CIVIL", "FILE", "JUDGE", "HON", "DATE", "HEARING", "TIME", "COURTROOM", "DEPT",
		"JURY", "DEMAND", "TRIAL", "CLASS ACTION", "UNLIMITED", "ACTION FILED", "INDEX", "("}, func(edge string) bool {
		return strings.HasPrefix(l, edge) && headingWord(l) == ""
	})
}

// headingWord is the first word of a line that names a type of paper.
func headingWord(l string) string {
	for _, w := range strings.FieldsFunc(strings.ToLower(l), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if documentTypes[w] != "" {
			return w
		}
	}
	if typedPhrase(l) != "" {
		return "claim"
	}
	if strings.HasSuffix(strings.TrimRight(strings.ToUpper(l), " .:"), "AGREEMENT") {
		return "agreement"
	}
	return ""
}

// titlePart says whether a line can belong to the title of a paper of several lines.
func titlePart(l string) bool {
	return len(l) > 1 && len(l) <= 110 && mostlyUpper(l) && !titleEdge(l) && !versus(l) && !judgeLine(l)
}

// titleEdge says whether a line in capitals stands beside a title without being part of it.
func titleEdge(l string) bool {
	u := strings.ToUpper(l)
	if strings.HasPrefix(l, "(") || cameBy(l) != "" || beginsWith(u, "on application", "the grand jury", "count ") || len(rolesIn(l)) > 0 && strings.HasSuffix(l, ",") {
		return true
	}
	return slices.ContainsFunc([]string{"CASE NO", "NO.", "CIVIL ACTION", "JUDGE", "HON", "DATE", "HEARING", "TIME", "COURTROOM", "DEPT", "JURY TRIAL",
		"DEMAND FOR JURY", "TRIAL DATE", "UNITED STATES", "SUPERIOR COURT", "SUPREME COURT", "DIVISION", "I. ", "INTRODUCTION", "TABLE OF", "FILED", "ORDER MADE BY", "DATE OF", "JUDGMENT OF", "CATCHWORDS", "COURT OF", "SLIP OPINION", "OPINION NO", "ACTION FILED"},
		func(edge string) bool { return strings.HasPrefix(u, edge) }) || strings.Contains(u, "DISTRICT OF ") || strings.Contains(u, "DISTRICT COURT") && headingWord(l) == ""
}

// titleSmall are words that a title in ordinary letters prints small.
var titleSmall = set("a", "an", "the", "of", "in", "on", "to", "for", "by", "and", "or", "with", "from", "as", "at", "against", "under", "pursuant", "its", "re", "upon")

// titleCased puts a title in capitals into title case. Roman numerals, legal forms and
// words with stops or digits stay.
func titleCased(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		bare := strings.ToLower(strings.Trim(w, ".,:;()"))
		switch {
		case i > 0 && titleSmall[bare]:
			words[i] = strings.ToLower(w)
		case romanNumeral(bare), keptUpper[bare], strings.Count(w, ".") > 1:
		case names().words[bare]&suffixWord != 0 && bare != "inc" && bare != "corp" && bare != "company" && bare != "corporation" && bare != "limited" && bare != "ltd":
		default:
			words[i] = capitalised(w)
		}
	}
	title := strings.TrimRight(strings.Join(words, " "), " :;,")
	if last := words[len(words)-1]; strings.Count(last, ".") < 2 {
		title = strings.TrimRight(title, " .")
	}
	return strings.TrimSuffix(title, " for")
}

var keptUpper = set("llc", "llp", "plc", "lp", "usa", "us", "erisa", "rico", "ccpa", "gdpr", "fda", "ftc", "sec", "doj", "tro", "mdl", "adr")

func romanNumeral(w string) bool { return len(w) > 1 && strings.Trim(w, "ivx") == "" }
