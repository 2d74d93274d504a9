package extract

import (
	"slices"
	"strings"
)

// partsSides says whether a line is the "v." of a caption.
func partsSides(l string) bool {
	if l == "" || l[0]|0x20 >= 'b' && l[0]|0x20 <= 'z' && l[0]|0x20 != 'v' {
		return false
	}
	bare := strings.Trim(l, " -–—_.:")
	if strings.Contains(l, "__") { // a blank of a form
		return false
	}
	if len(bare) <= longestSide {
		switch strings.ToLower(bare) {
		case "v", "vs", "against", "versus":
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

// caseNumberLine says whether a line holds nothing but the number of the case: "Case No. 21-CV-1407".
func caseNumberLine(l string) bool {
	if n := standingDocket(l); n != "" && n == strings.TrimRight(l, " -") {
		return true
	}
	return len(l) < 50 && besideCaption(l) && strings.ContainsAny(l, "0123456789") && beginsWith(l, "case", "no.", "nos.", "docket", "index", "civil action", "cause no", "court file", "cr. no", "file no")
}

// besideRole says whether a line ends what stands over the names: a debtor, the words that
// open the caption.
func besideRole(l string) bool {
	return beginsWith(l, "debtor", "between", "in the matter of", "ex parte")
}

// nameLine says whether a line can hold names of a caption rather than running text.
func nameLine(l string) bool {
	if len(l) > 100 && !longSideLine(l) || numbered(l) && numberedName(l) == "" {
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
	"partnership", "inclusive", "professional", "services", "service", "association", "trust", "organized", "organised", "incorporated", "under", "laws", "municipal", "political",
	"subdivision", "agency", "foreign", "domestic", "general", "individuals", "person", "persons", "single", "married", "couple", "woman", "man", "citizen", "citizens", "public", "private", "body",
	"joint", "venture", "society", "registered", "aged", "years", "occupation", "his", "wife", "husband", "estate", "deceased", "or", "non", "with", "national", "banking", "unincorporated", "minor", "de", "la", "van", "von", "del", "der", "plc", "y", "profit", "nonprofit")

// numberedName is the name behind the number of a party, "1. State of Kerala,"; "" for a numbered
// paragraph.
func numberedName(l string) string {
	mark, name, ok := strings.Cut(l, ". ")
	name = strings.TrimSpace(name)
	if !ok || len(mark) > 2 || name == "" || len(name) > 80 || len(strings.Fields(name)) > 9 || headingWord(name) != "" {
		return ""
	}
	for _, w := range strings.Fields(name) {
		if w[0] >= 'a' && w[0] <= 'z' && !captionSmall[strings.Trim(w, ",.;")] {
			return ""
		}
	}
	if strings.HasSuffix(name, ".") && !nameEnding(name[strings.LastIndexByte(name, ' ')+1:]) {
		return ""
	}
	return name
}

// numbered says whether a line is a numbered paragraph: "1. Plaintiff is a customer."
func numbered(l string) bool {
	mark, _, ok := strings.Cut(l, ". ")
	return ok && mark != "" && strings.Trim(mark, "0123456789") == ""
}

// captionBorder says whether a line bounds the names of a caption.
func captionBorder(l string) bool {
	u := strings.ToUpper(l)
	if ruled(l) {
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
	for _, w := range []string{"NO.", "NOS.", "CASE NO", "CIVIL ACTION", "CASE:", "IN THE ", "IN AND FOR ", "FOR THE COUNTY", "IN RE", "CLAIM NO", "INDEX NO", "OPINION", "FILING DATE", "FILED", "DECIDED", "ARGUED", "SUBMITTED", "PUBLISHED", "UNPUBLISHED", "NOT FOR PUBLICATION", "FOR PUBLICATION", "NOT PRECEDENTIAL", "DATE", "BETWEEN", "HON.", "HONORABLE ", "JUDGE", "JURY "} {
		if strings.HasPrefix(u, w) {
			return true
		}
	}
	if strings.HasPrefix(u, "TO,") || strings.HasPrefix(u, "TO:") || strings.HasPrefix(u, "WRIT PETITION") || strings.HasPrefix(u, "UNDER ARTICLE") || strings.HasPrefix(u, "(UNDER ARTICLE") {
		return true
	}
	if strings.HasPrefix(u, "COUNTY OF ") {
		return !strings.HasSuffix(l, ",") // with a comma it is a party
	}
	return paperLine(l)
}

// ruled says whether a line is a rule: "___________/", "- - - - - - - x".
func ruled(l string) bool {
	if strings.HasPrefix(l, "___") || strings.HasPrefix(l, "---") || strings.HasPrefix(l, "===") || strings.HasPrefix(l, "***") {
		return true
	}
	return len(l) > 4 && strings.Trim(l, " -–—_=*.~:/xX+") == "" && strings.Trim(l, "xX ") != ""
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
