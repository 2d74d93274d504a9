package extract

import (
	"slices"
	"testing"
)

func TestSplitNames(t *testing.T) {
	for text, want := range map[string][]string{
		"ANA RUIZ, an individual,": {"Ana Ruiz"},
		"HARBOR PIPE, INC., a Delaware corporation; and DOES 1 through 10, inclusive":    {"Harbor Pipe, Inc."},
		"ANA RUIZ, RAY HALL, and LENA OSTER, individually and on behalf of all others":   {"Ana Ruiz", "Ray Hall", "Lena Oster"},
		"ANA RUIZ, as trustee of the Hall Trust, and RAY HALL":                           {"Ana Ruiz", "Ray Hall"},
		"RAY HALL, Warden, Millbrook State Prison,":                                      {"Ray Hall"},
		"Wachtel, Reese and Katz":                                                        {"Wachtel, Reese and Katz"},
		"DEPARTMENT OF HEALTH AND HUMAN SERVICES; UNITED STATES OF AMERICA":              {"Department of Health and Human Services", "United States of America"},
		"BELL SALVAGE AND TOWING CO., and LENA OSTER, M.D.":                              {"Bell Salvage and Towing Co.", "Lena Oster"},
		"LENA OSTER, survivor of Tom Oster; DIRECTOR, OFFICE OF HARBOUR SAFETY":          {"Lena Oster", "Director, Office of Harbour Safety"},
		"UNITED STATES OF AMERICA ex rel. ANA RUIZ":                                      {"United States of America", "Ana Ruiz"},
		"(1) RAY HALL (2) HARBOR PIPE LIMITED":                                           {"Ray Hall", "Harbor Pipe Limited"},
		"COMMISSIONER OF INTERNAL REVENUE":                                               {"Commissioner of Internal Revenue"},
		"ANA RUIZ AND RAY HALL":                                                          {"Ana Ruiz", "Ray Hall"},
		"RAY HALL, in his official capacity as Sheriff of Pike County, and PIKE COUNTY,": {"Ray Hall", "Pike County"},
		"HALL LOGISTICS CO., INC. and LENA OSTER":                                        {"Hall Logistics Co., Inc.", "Lena Oster"},
		"ANA RUIZ, as Chapter 7 Trustee for the Estate of Hall Mining, Inc.,":            {"Ana Ruiz"},
		"State of Cascadia, by its Attorney General, Lena Oster,":                        {"State of Cascadia"},
		"HALL OPTIK GMBH and RAY MCNAIR III":                                             {"Hall Optik GmbH", "Ray McNair III"},
		"Ana Ruiz, et al.,":                                                              {"Ana Ruiz"},
		"RAY HALL, JR., a/k/a \"Skip,\" and LENA OSTER":                                  {"Ray Hall, Jr.", "Lena Oster"},
	} {
		if got := splitNames(text); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
