package extract

import (
	"slices"
	"testing"

	"averment/evidence"
)

// TestSpeakersOfReports: who speaks where a report winds the name into its sentence.
func TestSpeakersOfReports(t *testing.T) {
	tests := []struct {
		text, speaker string
		stance        evidence.Stance
	}{
		{"Harbor Inc agreed to pay Pipeco Corp 3 mln dlrs to end the dispute over Lakeland Oil, the companies said.", "the companies", evidence.States},
		{`"They knew it all along," said Beltran's lawyer, Deirdre Lang of Lang & Whitfield.`, "Deirdre Lang", evidence.States},
		{"Harbor Chairman W.A. Kistler said the board acted properly.", "W.A. Kistler", evidence.States},
		{"A jury ordered Harbor Inc to pay 31 mln dlrs to patients who said the drug made them ill.", "patients", evidence.States},
		{"Harbor Chairman Alfred Dean called the ruling a miscarriage of justice.", "Alfred Dean", evidence.States},
		{"Kistler told reporters Harbor had been willing to accept a bond of 2 mln dlrs.", "Kistler", evidence.States},
		{`Judge Farrow allowed the claim. Ms Obi, 41, who brought it in 2019, told the BBC she felt "vindicated".`, "Obi", evidence.Alleges},
		{"Allied Stannard, controlled by the developer Emil Sarkis, said it would appeal.", "Allied Stannard", evidence.States},
		{"Harbor Inc, which settled, admitted no wrongdoing.", "Harbor Inc", evidence.Denies},
		{"A federal judge in Reno on Monday let most of the suit against Harbor Inc go ahead but dismissed the claim of fraud.", "a federal judge in Reno", evidence.Holds},
	}
	for _, tt := range tests {
		found := false
		list := facts(tt.text).Statements
		for _, s := range list {
			found = found || s.Speaker == tt.speaker && s.Stance == tt.stance
		}
		if !found {
			t.Errorf("%s\nwant %s %s, got %+v", tt.text, tt.speaker, tt.stance, list)
		}
	}
	for _, s := range facts("Harbor Inc said it filed suit in Texas state court to make Pipeco Inc go ahead. The judge ruled that Ana Ruiz had not shown that the directors acted in bad faith.").Statements {
		if s.Cue == "state" || s.Cue == "had not shown" {
			t.Errorf("read as speech: %+v", s)
		}
	}
}

// TestSidesOfReports: roles in reports of rulings and settlements.
func TestSidesOfReports(t *testing.T) {
	tests := []struct{ text, name, role string }{
		{"A federal judge dismissed a lawsuit brought by a shareholder against Harbor Inc <HBR.N> over its buyback of shares from Kessler Partners.", "Harbor Inc", "defendant"},
		{"A federal appeals court overturned a 31 mln dlr jury award against Harbor Inc over its heart drug.", "Harbor Inc", "defendant"},
		{"A court left in place a judgment won by Pipeco Corp against Harbor Inc.", "Pipeco Corp", "plaintiff"},
		{"The settlement needs the approval of a bankruptcy judge, Howard Sender.", "Howard Sender", "judge"},
		{"Harbor Inc, a unit of Japan's Hoshino Group, was sued on Tuesday.", "Hoshino Group", "owner of Harbor Inc"},
		{"Ms Adaeze Obi, 41, who brought the claim in Bristol County Court in 2019, won.", "Adaeze Obi", "plaintiff"},
		{"Luis and Andre Fontaine sued Harbor Inc. They allege in their petition that Harbor kept $312,000.", "Luis Fontaine", "plaintiff"},
		{"The claims are against First Meridian Bank, a subsidiary of Meridian Bancorp. Ana Ruiz sued First Meridian last year.", "First Meridian Bank", "defendant"},
		{"Harbor Inc was sued. The company, owned by Hoshino Group, had no comment.", "Hoshino Group", "owner of Harbor Inc"},
	}
	for _, p := range facts("Harbor Inc, owned by Pipeco, is facing a lawsuit in the state which accuses the platform of theft.").Parties {
		if p.Name == "Pipeco" && p.HasRole("plaintiff") {
			t.Errorf("what a suit accuses of is not said by the owner: %+v", p)
		}
	}
	for _, tt := range tests {
		found := false
		list := facts(tt.text).Parties
		for _, p := range list {
			found = found || p.Name == tt.name && slices.Contains(p.Roles, tt.role)
		}
		if !found {
			t.Errorf("%s\nwant %s %s, got %+v", tt.text, tt.name, tt.role, list)
		}
	}
}
