package extract

import (
	"testing"

	"averment/evidence"
)

// Heads of papers that print no roles, that stand before an agency, that are minutes of a court, and
// those of Australia with their labels.
func TestHeadsWithoutRoles(t *testing.T) {
	tests := []struct {
		name, text, title, kind, court, docket, judge string
		parties                                       map[string]string
	}{
		{
			name:  "criminal case",
			text:  "IN THE UNITED STATES DISTRICT COURT\nFOR THE EASTERN DISTRICT OF PENNSYLVANIA\n\nUNITED STATES OF AMERICA         :\n                                 :\n           v.                    :     CRIMINAL NO. 2:23-cr-00145\n                                 :\nTOM OSTER                        :     Hon. Ana Marsh\n\nORDER\n\nThe motion is denied.\n",
			title: "United States of America v. Tom Oster", kind: "order", court: "paed", docket: "2:23-cr-00145", judge: "Ana Marsh",
			parties: map[string]string{"Tom Oster": "person defendant", "United States of America": "agency plaintiff"},
		},
		{
			name:  "minutes",
			text:  "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n\nCIVIL MINUTES - GENERAL\n\nCase No.  5:22-cv-01904-JAK                    Date  April 17, 2023\nTitle     Quarry Wines LLC v. Harbor Pipe, Inc.\n\nPresent: The Honorable    ANA MARSH, United States District Judge\n\nProceedings: (IN CHAMBERS) ORDER RE: MOTION TO AMEND\n\nThe Court GRANTS the motion.\n",
			title: "Quarry Wines LLC v. Harbor Pipe, Inc.", kind: "order", court: "cacd", docket: "5:22-cv-01904-JAK", judge: "Ana Marsh",
			parties: map[string]string{"Quarry Wines LLC": "organisation plaintiff", "Harbor Pipe, Inc.": "organisation defendant"},
		},
		{
			name:  "agency",
			text:  "UNITED STATES OF AMERICA\nBEFORE THE FEDERAL TRADE COMMISSION\n\nIn the Matter of\n\nHARBOR PIPE CORP., a\ncorporation, and                              DOCKET NO. 9423\n\nTOM OSTER, individually and as an\nofficer of Harbor Pipe Corp.,\n\n                    Respondents.\n\nCOMPLAINT\n\n1. Respondents sold tanks that leaked.\n",
			title: "", kind: "complaint", docket: "9423",
			parties: map[string]string{"Harbor Pipe Corp.": "organisation respondent", "Tom Oster": "person respondent", "Federal Trade Commission": "agency regulator"},
		},
		{
			name:  "Australia",
			text:  "FEDERAL COURT OF AUSTRALIA\n\nFile number:              NSD 412 of 2023\nJudgment of:              MARSH J\n\nBETWEEN:     HARBOR PIPE PTY LTD\n             Applicant\n\nAND:         QUARRY RAIL LIMITED\n             Respondent\n\nREASONS FOR JUDGMENT\n\n1 The applicant sells pipes. In May 2022 Quarry Rail promised trains.\n",
			title: "Harbor Pipe Pty Ltd v. Quarry Rail Limited", kind: "opinion", court: "fcaus", docket: "NSD 412 of 2023", judge: "Marsh",
			parties: map[string]string{"Harbor Pipe Pty Ltd": "organisation plaintiff", "Quarry Rail Limited": "organisation respondent"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := facts(tt.text)
			if doc.Kind != evidence.Filing || doc.Filing == nil || doc.Docket == nil {
				t.Fatalf("kind %q, caption %v, docket %v", doc.Kind, doc.Filing, doc.Docket)
			}
			if f := doc.Filing; tt.title != "" && f.Title != tt.title || f.Type != tt.kind || f.Court != tt.court {
				t.Errorf("caption %+v", *f)
			}
			if d := doc.Docket; d.Number != tt.docket || d.Judge != tt.judge {
				t.Errorf("docket %+v", *d)
			}
			for name, want := range tt.parties {
				hasRole(t, doc, name, want)
			}
		})
	}
}

// Papers of one state court's case have one key, those of two cases have two.
func TestKeysOfStateDockets(t *testing.T) {
	head := func(number string) string {
		return facts("SUPERIOR COURT OF NEW JERSEY\n\nANA RUIZ,\nPlaintiff,\nv.\nHARBOR PIPE LLC,\nDefendant.\n\nDOCKET NO. " + number + "\n\nANSWER\n\n1. Denied.\n").Docket.Core
	}
	if a, b := head("ESX-L-004417-23"), head("ESX-L-004418-23"); a == "" || a == b || a != head("ESX-L-004417-23") {
		t.Errorf("%q, %q", a, b)
	}
}

// A plaintiff that claims damages seeks them, and a sentence is not cut at a charge for goods.
func TestClaimsDamages(t *testing.T) {
	got := spokenOf(headOfFiling + "STATEMENT OF CLAIM\n\n1. The plaintiff claims damages of $40,000 and costs.\n\n2. Since April 1, 2021, Harbor charged her for tanks that were never sent.\n")
	wantLines(t, got, "Ana Ruiz seeks: The plaintiff claims damages of $40,000 and costs", "Ana Ruiz alleges: Since April 1, 2021, Harbor charged her for tanks that were never sent")
}
