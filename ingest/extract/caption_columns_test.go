package extract

import (
	"slices"
	"testing"
)

// The column beside a caption that only space sets off holds the number and the title, and no
// party; those whom nobody knows are none either.
func TestSpacedCaption(t *testing.T) {
	doc := facts("Ana Marsh (SBN 301772)\nMARSH LAW LLP\nAttorneys for Plaintiffs\n\nUNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n\n" +
		"TOM OSTER, SR. and LENA OSTER,           Case No. 2:24-cv-00177\n\n                 Plaintiffs,             COMPLAINT FOR DAMAGES\n\n        v.                               DEMAND FOR JURY TRIAL\n\n" +
		"HARBOR PIPE, P.S., a Nevada professional\nservices corporation; QUARRY DISTRICT R-7;\nJANE DOES 1-10; and UNKNOWN TENANT NO. 2,\n\n                 Defendants.\n\nPlaintiffs Tom Oster, Sr. and Lena Oster allege:\n\n1. Harbor Pipe sold the tank.\n")
	if f := doc.Filing; f == nil || f.Type != "complaint" || f.Court != "cacd" || f.Title != "Tom Oster, Sr. v. Harbor Pipe, P.S." {
		t.Errorf("caption %+v", f)
	}
	if doc.Title != "Complaint for Damages" {
		t.Errorf("title %q", doc.Title)
	}
	var sides []string
	for _, p := range doc.Parties {
		if p.HasRole("plaintiff") || p.HasRole("defendant") {
			sides = append(sides, p.Roles[0]+" "+p.Name)
		}
	}
	slices.Sort(sides)
	want := []string{"defendant Harbor Pipe, P.S.", "defendant Quarry District R-7", "plaintiff Lena Oster", "plaintiff Tom Oster, Sr."}
	if !slices.Equal(sides, want) {
		t.Errorf("sides %q, want %q", sides, want)
	}
}

// Parties that are numbered, with their roles at the right-hand margin, as courts of India and
// England print them.
func TestRolesAtTheMargin(t *testing.T) {
	doc := facts("IN THE HIGH COURT OF KARNATAKA AT BENGALURU\n\nWRIT PETITION NO. 812 OF 2022\n\n1. Lena Oster,\n   aged 44 years, occupation: clerk\n2. Hill Farmers Society               ... Petitioners\n\n          Versus\n\n" +
		"1. State of Karnataka,\n   through its Secretary\n2. Quarry Works Limited               ... Respondents\n\nPETITION\n\n1. That the respondent No. 2 has dug a pit on the land of the petitioners.\n")
	hasRole(t, doc, "Lena Oster", "person petitioner")
	hasRole(t, doc, "Hill Farmers Society", "organisation petitioner")
	hasRole(t, doc, "Quarry Works Limited", "organisation respondent")
	if doc.Docket == nil || doc.Docket.Number != "812 OF 2022" || doc.Docket.Court != "inkarhc" {
		t.Errorf("docket %+v", doc.Docket)
	}
}

// Trial and higher courts of the states, and courts of other countries, by the heads of papers.
func TestCourtsOfHeads(t *testing.T) {
	for head, want := range map[string]string{
		"IN THE CIRCUIT COURT OF THE NINTH JUDICIAL CIRCUIT\nIN AND FOR ORANGE COUNTY, FLORIDA":          "flacirct",
		"DISTRICT COURT\nCLARK COUNTY, NEVADA":                                                           "nevdistct",
		"COURT OF COMMON PLEAS OF PHILADELPHIA COUNTY\nCOMMONWEALTH OF PENNSYLVANIA":                     "pactcompl",
		"SUPERIOR COURT OF NEW JERSEY\nLAW DIVISION: ESSEX COUNTY":                                       "njsuperct",
		"STATE OF MICHIGAN\nIN THE CIRCUIT COURT FOR THE COUNTY OF WAYNE":                                "michcirct",
		"IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS\n250TH JUDICIAL DISTRICT":                         "texdistct",
		"IN THE CIRCUIT COURT OF THE STATE OF OREGON\nFOR THE COUNTY OF WASHINGTON":                      "orcirct",
		"SUPREME COURT OF THE STATE OF NEW YORK\nCOUNTY OF KINGS":                                        "nysupct",
		"IN THE COURT OF APPEALS OF THE STATE OF NEW MEXICO":                                             "nmctapp",
		"STATE OF MICHIGAN\nCOURT OF APPEALS":                                                            "michctapp",
		"IN THE SUPREME COURT OF BRITISH COLUMBIA":                                                       "bcsc",
		"ONTARIO\nSUPERIOR COURT OF JUSTICE":                                                             "onsc",
		"FEDERAL COURT OF AUSTRALIA":                                                                     "fcaus",
		"IN THE HIGH COURT OF JUSTICE\nKING'S BENCH DIVISION":                                            "ewhc",
		"EMPLOYMENT TRIBUNALS":                                                                           "uket",
		"IN THE UNITED STATES DISTRICT COURT\nFOR THE EASTERN DISTRICT OF WASHINGTON\nSUPERIOR BUILDING": "waed",
	} {
		doc := facts(head + "\n\nANA RUIZ,\n          Plaintiff,\nv.\nHARBOR PIPE LLC,\n          Defendant.\n\nCase No. 2023-1187\n\nCOMPLAINT\n\n1. Harbor sold the tank in May 2022.\n")
		if doc.Filing == nil || doc.Filing.Court != want {
			t.Errorf("%q: %+v, want %s", head, doc.Filing, want)
		}
	}
}
