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
