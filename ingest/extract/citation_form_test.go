package extract

import (
	"slices"
	"testing"
)

// Citations of the common law outside America, of the Union, of local rules, and of cases whose
// year stands with what became of them.
func TestCitationForms(t *testing.T) {
	for text, want := range map[string][]string{ // type, normal form, name, court, year
		"R v Oster [1994] 1 AC 212 (HL)":                                        {"case [1994] 1 AC 212 R v Oster  1994"},
		"Hall v Oster LLC [2021] UKSC 50, [2022] AC 1217 at [12]":               {"case [2021] UKSC 50 Hall v Oster LLC uksc 2021", "case [2022] AC 1217 Hall v Oster LLC  2022"},
		"[2019] EWHC 2213 (QB)":                                                 {"case [2019] EWHC 2213 (QB)  ewhc 2019"},
		"[2020] EWCA Civ 77":                                                    {"case [2020] EWCA Civ 77  ewcaciv 2020"},
		"It sold [2019] 12 QB cars in [2020] AC units.":                         nil,
		"Directive 95/46/EC and Directive (EU) 2016/680":                        {"regulation Directive 95/46/EC   ", "regulation Directive (EU) 2016/680   "},
		"Regulation (EC) No 44/2001":                                            {"regulation Regulation (EC) No 44/2001   "},
		"The Directive 12/5 of the board":                                       nil,
		"Local Rule 56.1(a) and LCvR 7(h)":                                      {"rule Local Rule 56.1(a)   ", "rule LCvR 7(h)   "},
		"Federal Rule of Evidence 403":                                          {"rule Fed. R. Evid. 403   "},
		"Hall v. Orr, 300 F.2d 12 (2d Cir.), cert. denied, 370 U.S. 901 (1962)": {"case 300 F.2d 12 Hall v. Orr ca2 1962", "case 370 U.S. 901  scotus 1962"},
		"Hall v. Orr, 2020 Tex. App. LEXIS 33 (Tex. App.—Houston [14th Dist.] Apr. 21, 2020, no pet.)": {"case 2020 Tex. App. LEXIS 33 Hall v. Orr texapp 2020"},
	} {
		var got []string
		for _, c := range facts(text).Citations {
			got = append(got, c.Type+" "+c.Normal+" "+c.Name+" "+c.Court+" "+c.Year)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}
