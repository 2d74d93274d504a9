package extract

import (
	"testing"

	"averment/evidence"
)

// A federal court of a state with one district is that court; of a state with several, it stays
// open which.
func TestCourtOfAState(t *testing.T) {
	for text, want := range map[string]string{
		"Ana Ruiz sued Harbor Inc. in a California federal court on Monday.":    "federal court in California",
		"Ana Ruiz sued Harbor Inc. in federal court in Texas on Monday.":        "federal court in Texas",
		"Ana Ruiz sued Harbor Inc. in federal court in Delaware on Monday.":     "United States District Court for the District of Delaware",
		"Harbor Inc. filed for Chapter 11 in bankruptcy court in Delaware.":     "United States Bankruptcy Court for the District of Delaware",
		"Harbor Inc. filed for Chapter 11 in bankruptcy court in Houston.":      "United States Bankruptcy Court for the Southern District of Texas",
		"Ana Ruiz sued Harbor Pty Ltd in the Federal Court on Monday.":          "Federal Court",
		"Ana Ruiz sued Harbor Inc. in the B.C. Supreme Court on Monday.":        "Supreme Court of British Columbia",
		"Ana Ruiz sued Harbor Inc. in a Massachusetts federal court, she said.": "United States District Court for the District of Massachusetts",
	} {
		found := ""
		for _, p := range facts(text).Parties {
			if p.Type == evidence.Court {
				found = p.Name
			}
		}
		if found != want {
			t.Errorf("%s: %q, want %q", text, found, want)
		}
	}
}
