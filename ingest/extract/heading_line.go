package extract

import "strings"

// headingBreak says whether one of the two lines that meet between prev and next is a
// heading, so that the line end ends a sentence although no blank line stands there: a
// numbered heading without a stop ("3. Deletion"), a line in capitals before ordinary
// text, a line that says from when the text holds, the lines of a signature.
func headingBreak(text string, prev, next *token, width int) bool {
	above, below := lineAround(text, prev.start), lineAround(text, next.start)
	if next.kind == word && !next.capital {
		return versus(above) || versus(below)
	}
	switch {
	case dateline(above), dateline(below), versus(above), versus(below), signatureLine(above), signatureLine(below):
		return true
	case numberedHeading(above, width) && !prev.is(",", ";"):
		return true
	case numberedHeading(below, width) && prev.is(".", "?", "!", ":"):
		return true
	case mostlyUpper(above) != mostlyUpper(below) && len(above) > 3 && len(below) > 3:
		return capitalsHead(above, below, prev)
	}
	return false
}

// lineAround is the line of the text that holds the offset, without white space around it.
func lineAround(text string, at int) string {
	from := strings.LastIndexByte(text[:at], '\n') + 1
	end := strings.IndexByte(text[at:], '\n')
	if end < 0 {
		return strings.TrimSpace(text[from:])
	}
	return strings.TrimSpace(text[from : at+end])
}

// versus says whether a line of a caption is the "v." or a role by itself.
func versus(l string) bool {
	l = strings.Trim(l, " -–_,.)|")
	if len(l) > longestSide {
		return false
	}
	switch strings.ToLower(l) {
	case "v", "vs", "versus", "against", "plaintiff", "plaintiffs", "defendant", "defendants", "petitioner", "respondent", "appellant", "appellee",
		"plaintiff-appellant", "plaintiff-appellee", "defendant-appellant", "defendant-appellee", "claimant", "claimants", "petitioners", "respondents":
		return true
	}
	return false
}

// longestSide bounds a line that only parts the sides of a caption: "Plaintiffs-Appellants".
const longestSide = 30

// beginsWith says whether a line begins with one of the words, in capitals or not.
func beginsWith(l string, words ...string) bool {
	for _, w := range words {
		if len(l) >= len(w) && l[0]|0x20 == w[0]|0x20 && strings.EqualFold(l[:len(w)], w) {
			return true
		}
	}
	return false
}

// dateline says whether the whole line tells from when a text holds: "Effective July 15,
// 2024", "Last updated: May 2023".
func dateline(l string) bool {
	if len(l) > 60 || strings.Count(l, " ") > 7 || !strings.ContainsAny(l, "0123456789") {
		return false
	}
	low := strings.ToLower(l)
	for _, begin := range []string{"effective", "last updated", "last revised", "last modified", "updated:", "revised:", "dated:", "version", "posted:", "published:", "date of last revision"} {
		if strings.HasPrefix(low, begin) {
			return true
		}
	}
	return false
}

func signatureLine(l string) bool {
	return beginsWith(l, "/s/", "attorneys for ", "attorney for ", "counsel for ") || judgeLine(l)
}

// judgeLine says whether a line is the office under a judge's signature.
func judgeLine(l string) bool {
	l = strings.Trim(l, " ,.")
	if l == "" || len(l) > 160 || l[len(l)-1]|0x20 != 'e' && l[len(l)-1]|0x20 != 't' || len(strings.Fields(l)) > 6 {
		return false
	}
	low := strings.ToLower(l)
	return strings.HasSuffix(low, "district judge") || strings.HasSuffix(low, "magistrate judge") || strings.HasSuffix(low, "bankruptcy judge") ||
		strings.HasSuffix(low, "circuit judge") || strings.HasSuffix(low, "judge of the superior court") || strings.HasSuffix(low, "court judge") ||
		strings.HasSuffix(low, "chief judge") || strings.HasSuffix(low, "chief justice") || strings.HasSuffix(low, "associate justice")
}

// numberedHeading says whether a line is a number and a few words without a stop: "3.
// Training of models", "IV. Discussion", "Section 4: Your rights".
func numberedHeading(l string, width int) bool {
	mark, rest, ok := strings.Cut(l, " ")
	rest = strings.TrimSpace(rest)
	if !ok || rest == "" || len(l) > 70 || width > 0 && len(l) > width*3/4 {
		return false
	}
	if w := strings.ToLower(mark); w == "section" || w == "article" || w == "chapter" || w == "part" {
		_, rest, ok = strings.Cut(rest, " ")
		return ok && rest != "" && !endsSentence(rest) && mark[0] >= 'A' && mark[0] <= 'Z'
	}
	if rest[0] < 'A' || rest[0] > 'Z' {
		return false
	}
	if !strings.HasSuffix(mark, ".") && !strings.HasSuffix(mark, ")") && !strings.ContainsAny(mark, "0123456789") {
		return false
	}
	if strings.Trim(mark, "0123456789.)(") != "" && strings.Trim(mark, "IVXivx.)(") != "" && !(len(mark) <= 3 && mark[0] >= 'A' && mark[0] <= 'H') {
		return false
	}
	return !endsSentence(rest) && len(strings.Fields(rest)) <= 9 && !strings.ContainsAny(rest, ".;")
}

func endsSentence(s string) bool { return strings.ContainsAny(s[len(s)-1:], ".?!;:,\"”)") }

// capitalsHead says whether, of two lines of which one is in capitals, that one is a heading:
// what stands above it ends a sentence, or it ends without a stop itself.
func capitalsHead(above, below string, prev *token) bool {
	if mostlyUpper(below) {
		return prev.is(".", "?", "!", ":", ";", ")") && len(strings.Fields(below)) > 1
	}
	return len(strings.Fields(above)) > 1 && !prev.is(",")
}
