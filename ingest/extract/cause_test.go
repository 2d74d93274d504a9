package extract

import (
	"slices"
	"strings"
	"testing"
)

func TestCauses(t *testing.T) {
	tests := []struct{ in, want string }{ // want: causes; mentions in brackets
		{"The lawsuit seeks $5 for violations of the Stored Communications Act and breach of contract.", "Stored Communications Act; breach of contract"},
		{"The suit alleges violations of California’s unfair competition law.", "California's unfair competition law"},
		{"The claims of the suit include unfair competition under California law.", "California's unfair competition law"},
		{"The plaintiffs sued for fraud and negligence under RICO.", "fraud; negligence; Racketeer Influenced and Corrupt Organizations Act"},
		{"The complaint cites 18 U.S.C. § 2701 and claims conversion.", "conversion; Stored Communications Act"},
		{"The complaint alleges a count of breach of the implied covenant of good faith and fair dealing.", "breach of the implied covenant of good faith and fair dealing"},
		{"A jury found that it infringed patents in the suit.", "patent infringement"},
		{"The fraud of the weather is our trespass. The suit failed.", ""},
		{"An Ada programmer had an idea. The suit failed.", ""},
		{"The law known as GDPR came into force in May.", "(General Data Protection Regulation)"},
		{"The SCA meets on Monday. The suit was filed.", ""},
		{"The suit cites the Stored Communications Act. It says the SCA was violated.", "Stored Communications Act"},
		{"The suit alleges violations of the Washington Consumer Protection Act. It says that the Consumer Protection Act was violated twice.", "Washington Consumer Protection Act"},
		{"The suit alleges violations of Oregon's Unlawful Trade Practices Act and the Employment Rights Act 1996.", "Oregon Unlawful Trade Practices Act; Employment Rights Act 1996"},
		{"She sued for violating the Pennsylvania Wiretap Act and the Wiretap Act.", "Pennsylvania Wiretap Act; Wiretap Act"},
		{"The suit says that this Court has jurisdiction under the Class Action Fairness Act.", "(Class Action Fairness Act)"},
		{"The suit says the Act was a Balancing Act..", ""},
		{"The suit cites the Fair Labor Standards Act. The ruling in another case under the Lanham Act helps it, the suit says.", "Fair Labor Standards Act; (Lanham Act)"},
		{"The suit alleges violations of Virginia's Consumer Data Protection Act.", "Virginia Consumer Data Protection Act"},
		{"A jury convicted the doctor of health care fraud and obstruction of justice.", "health care fraud; obstruction of justice"},
		{"Olmec accused Brandt of infringing three of its patents in the suit.", "patent infringement"},
		{"Prosecutors charged her with wire fraud, money laundering and obstruction of justice. Bribery is old.", "wire fraud; money laundering; obstruction of justice"},
		{"The SEC charged the founder with violating the Securities Exchange Act of 1934.", "Securities Exchange Act of 1934"},
		{"The suit seeks damages under the Lanham Act. The firm was fined last year under the Fair Housing Act.", "Lanham Act; (Fair Housing Act)"},
		{"The lawsuit says it breached the implied warranty of habitability and its express warranties; it breached the warranty.", "breach of the implied warranty of habitability; breach of warranty"},
		{"Retirees accuse the trustees of breaching their fiduciary duties under ERISA.", "breach of fiduciary duty; Employee Retirement Income Security Act"},
		{"THIRD CAUSE OF ACTION\n\n(Conversion)\n\n31. Plaintiff realleges each paragraph of this complaint.", "conversion"},
		{"The suit was filed in May. The Stored Communications Act forbids a provider to divulge what it carries.", "Stored Communications Act"},
		{"The suit was filed in May. The Stored Communications Act is older than the web.", "(Stored Communications Act)"},
		{"Ana Ruiz sued Harbor Inc for libel.\n\nThe suit recalls that of Delmont Corp, which was accused of violating the Lanham Act.", "libel; (Lanham Act)"},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range facts(tt.in).Causes {
			name := c.Name
			if c.Mention {
				name = "(" + name + ")"
			}
			got = append(got, name)
		}
		if tt.want == "" && len(got) == 0 {
			continue
		}
		want := strings.Split(tt.want, "; ")
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %v\nwant %v", tt.in, got, want)
		}
	}
}

func TestTablesHaveShape(t *testing.T) {
	tests := []struct {
		file        string
		columns, at int // columns at least, and rows at least
	}{
		{"reporters.tsv", 3, 500}, {"codes.tsv", 2, 200}, {"courts.tsv", 2, 100}, {"districts.tsv", 4, 54}, {"trialcourts.tsv", 3, 51}, {"acts.tsv", 2, 70},
		{"causes.tsv", 1, 110}, {"firstnames.tsv", 1, 5}, {"genders.tsv", 2, 4}, {"cues.tsv", 3, 40}, {"corporate.tsv", 2, 8}, {"titles.tsv", 2, 3}, {"places.tsv", 2, 5}, {"abbreviations.tsv", 2, 8},
	}
	for _, tt := range tests {
		got := rows(tt.file)
		if len(got) < tt.at {
			t.Errorf("%s: %d rows, want at least %d", tt.file, len(got), tt.at)
		}
		for _, row := range got {
			if len(row) < tt.columns || strings.TrimSpace(row[0]) == "" {
				t.Errorf("%s: row %q", tt.file, row)
			}
		}
	}
}

func TestEveryEditionIsRead(t *testing.T) {
	for _, row := range rows("reporters.tsv") {
		if row[0] != "case" {
			continue
		}
		for _, series := range strings.Fields(row[2]) {
			text := "12 " + inSeries(row[1], series) + " 345"
			if c := citations("See " + text + "."); len(c) != 1 || c[0].Text != text {
				t.Errorf("%s: read as %+v", text, c)
			}
		}
	}
}
