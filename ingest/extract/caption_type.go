package extract

import "strings"

// documentTypes are the words of a filing's title, with its type.
var documentTypes = map[string]string{"complaint": "complaint", "answer": "answer", "motion": "motion", "order": "order", "opinion": "opinion",
	"memorandum": "brief", "brief": "brief", "notice": "notice", "exhibit": "exhibit", "letter": "letter", "judgment": "order", "petition": "complaint",
	"declaration": "exhibit", "application": "motion", "stipulation": "motion", "ruling": "opinion", "decision": "opinion", "reply": "brief",
	"opposition": "brief", "response": "brief", "affidavit": "exhibit", "particulars": "complaint", "disclosure": "notice", "certificate": "notice", "mandate": "order", "summons": "notice", "appearance": "notice",
	"indictment": "complaint", "subpoena": "notice", "deposition": "exhibit", "transcript": "exhibit", "defence": "answer", "warrant": "order", "verdict": "order", "recommendation": "opinion", "findings": "opinion", "responses": "notice", "interrogatories": "notice", "minutes": "order", "reasons": "opinion"}

// typedPhrases are titles of which one word alone tells another type, with the type.
var typedPhrases = [...][2]string{{"STATEMENT OF CLAIM", "complaint"}, {"NOTICE OF CIVIL CLAIM", "complaint"}, {"POINTS OF CLAIM", "complaint"}, {"DETAILS OF CLAIM", "complaint"}, {"STATEMENT OF DEFENCE", "answer"},
	{"POINTS OF DEFENCE", "answer"}, {"GROUNDS OF RESISTANCE", "answer"}, {"RESPONSE TO CIVIL CLAIM", "answer"}, {"WITNESS STATEMENT", "exhibit"}, {"FINDINGS OF FACT", "opinion"}, {"REPORT AND RECOMMENDATION", "opinion"}}

// typedPhrase is the type of paper that a phrase of a line in capitals names, "" for none.
func typedPhrase(l string) string {
	for _, p := range typedPhrases {
		if strings.Contains(l, p[0]) {
			return p[1]
		}
	}
	return ""
}

// headType is the type of document that its title states.
func headType(lines []string) string {
	for i, l := range lines {
		l = withoutLabel(l)
		switch {
		case i < 4 && strings.HasPrefix(l, "T.C. Memo"), byTheCourt(l):
			return "opinion"
		case i < 12 && isCoverSheet(l):
			return "notice"
		}
		if l == "" || len(l) > 110 || !mostlyUpper(l) && !strings.HasPrefix(l, "Notice of ") || cameBy(l) != "" || beginsWith(l, "on application") {
			continue
		}
		squeezed := strings.ReplaceAll(strings.ReplaceAll(l, "  ", "\x00"), " ", "")
		if strings.Count(l, " ") >= len(l)/2-1 {
			l = strings.ReplaceAll(squeezed, "\x00", " ") // "O R D E R"
		}
		if kind := typedPhrase(l); kind != "" {
			return kind
		}
		for _, w := range strings.FieldsFunc(l, func(r rune) bool { return r < 'A' || r > 'z' }) {
			if kind := documentTypes[strings.ToLower(w)]; kind != "" {
				if kind == "notice" && strings.Contains(l, "COMPLAINT") && beginsWith(l, "summons") {
					return "complaint"
				}
				if kind == "brief" && strings.Contains(l, "OPINION") || kind == "brief" && strings.Contains(l, "MEMORANDUM AND ORDER") {
					return "opinion"
				}
				return kind
			}
		}
	}
	for i, l := range lines {
		switch {
		case beginsWith(l, "before") && strings.HasSuffix(l, "Circuit Judges"), strings.HasPrefix(l, "Per Curiam"), strings.HasSuffix(l, "Circuit Judges."), strings.HasSuffix(l, "Circuit Judge."):
			return "opinion"
		case (strings.HasPrefix(l, "Dear ") || strings.HasPrefix(l, "To All ")) && i < 70:
			return "letter"
		}
	}
	return ""
}

// withoutLabel drops what the minutes of a court print before the name of a ruling.
func withoutLabel(l string) string {
	for _, label := range []string{"Proceedings:", "PROCEEDINGS:", "(IN CHAMBERS)", "(In Chambers)"} {
		l = strings.TrimSpace(strings.TrimPrefix(l, label))
	}
	return l
}

// byTheCourt says whether a line tells who wrote an opinion: "PER CURIAM.", "HOLT, J.",
// "Opinion for the Court filed by Circuit Judge Holt."
func byTheCourt(l string) bool {
	if l == "PER CURIAM." || l == "PER CURIAM:" || strings.HasPrefix(l, "Opinion for the Court") || strings.Contains(l, "Slip Opinion No.") || strings.HasPrefix(l, "(Slip Opinion)") || strings.Contains(l, " delivered the opinion of the") || beginsWith(l, "(opinion filed") {
		return true
	}
	l = strings.TrimRight(l, ":")
	if !strings.HasSuffix(l, "J.") {
		return false
	}
	for _, office := range []string{", J.", ", C.J.", ", P.J.", ", JJ."} {
		if name, ok := strings.CutSuffix(l, office); ok && mostlyUpper(name) && len(strings.Fields(name)) < 4 {
			return true
		}
	}
	return false
}
