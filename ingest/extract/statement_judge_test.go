package extract

import (
	"strings"
	"testing"
)

func TestJudgementsAndNouns(t *testing.T) {
	for _, tt := range []struct{ text, want string }{ // "speaker | cue | stance" of each statement with a cue
		{"Tom Hall criticised the plan and said it would fail.", "Tom Hall | criticised | states; Tom Hall | said | states"},
		{"Hall called for an inquiry into the fire.", "Hall | called for | states"},
		{"Officials expressed deep concern about the rule.", "Officials | expressed deep concern | states"},
		{"Hall's belief that the mill would close was shared by unions.", "Hall | belief | states"},
		{"Asked whether the mill would close, Tom Hall said no decision had been made.", " | asked | questions; Tom Hall | said | states"},
		{"Ana Ruiz has pleaded not guilty to two counts of fraud.", "Ana Ruiz | has pleaded not guilty | denies"},
		{"The court ruled Friday against the mill.", "the court | ruled | holds"},
		{"The company plans to close two mills.", "the company | plans | states"},
		{"The defending champion lost.", ""},
		{"A campaign group appealed.", ""},
		{"The company agreed to pay the fine.", ""},
		{"Twenty-seven states led the way.", ""},
		{"The tool, called Lumo, allows searches.", ""},
	} {
		doc := articleOf(tt.text)
		Facts(doc)
		var got []string
		for _, s := range doc.Statements {
			if s.CueSpan != nil {
				got = append(got, s.Speaker+" | "+s.Cue+" | "+string(s.Stance))
			}
		}
		if line := strings.Join(got, "; "); line != tt.want {
			t.Errorf("%q\n got %q\nwant %q", tt.text, line, tt.want)
		}
	}
}
