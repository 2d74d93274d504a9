package extract

import (
	"testing"

	"averment/evidence"
)

// Captions as state courts, courts of review and criminal cases print them.
func TestCaptionsOfOtherCourts(t *testing.T) {
	tests := []struct {
		name, text                       string
		title, kind, court, docket, core string
		parties                          map[string]string // name: type and role
	}{
		{
			name: "side on one long line",
			text: "IN THE SUPERIOR COURT OF THE STATE OF CALIFORNIA\nCOUNTY OF SAN DIEGO\n\nESTATE OF LENA OSTER, by and through its personal representative TOM OSTER; TOM OSTER, an individual,\n\n" +
				"Plaintiffs,\nvs.\n\nHARBOUR CARE HOMES, a California corporation; and DOES 1 through 50, inclusive,\n\nDefendants.\n\nCASE NO. 37-2021-00041234-CU-PO-CTL\n\nCOMPLAINT FOR DAMAGES:\n1. Negligence\n",
			title: "Estate of Lena Oster v. Harbour Care Homes", kind: "complaint", court: "calsuperct", docket: "37-2021-00041234-CU-PO-CTL",
			parties: map[string]string{"Tom Oster": "person plaintiff", "Harbour Care Homes": "organisation defendant"},
		},
		{
			name:  "number behind the versus",
			text:  "UNITED STATES DISTRICT COURT\nSOUTHERN DISTRICT OF OHIO\n\nUNITED STATES OF AMERICA,\n          Plaintiff,\n     v.                                   1:19-cr-00112\n\nRAY HALL,                              Judge Oster\n          Defendant.\n\nINDICTMENT\nTHE GRAND JURY CHARGES:\nCOUNT 1\n",
			title: "United States of America v. Ray Hall", kind: "complaint", court: "ohsd", docket: "1:19-cr-00112", core: "1900112",
			parties: map[string]string{"Ray Hall": "person defendant"},
		},
		{
			name:  "ex parte",
			text:  "EX PARTE TOM R. OSTER\n\nNo. WR-88,214-01\n\nON APPLICATION FOR A WRIT OF HABEAS CORPUS\n\nIN THE COURT OF CRIMINAL APPEALS OF TEXAS\n\nPer curiam.\n\nO R D E R\n\nApplicant was convicted of burglary.\n",
			title: "Ex parte Tom R. Oster", kind: "order", court: "texcrimapp", docket: "WR-88,214-01",
			parties: map[string]string{"Tom R. Oster": "person petitioner"},
		},
		{
			name:  "name of the case in a line",
			text:  "(Slip Opinion)              OCTOBER TERM, 2022\n\nSUPREME COURT OF THE UNITED STATES\n\nOSTER, SECRETARY OF LABOR, ET AL. v. WESTGATE\nMILLS, INC.\n\nCERTIORARI TO THE UNITED STATES COURT OF APPEALS FOR THE FOURTH CIRCUIT\n\nNo. 21-877.   Argued January 10, 2023—Decided May 22, 2023\n",
			title: "Oster v. Westgate Mills, Inc.", kind: "opinion", court: "scotus", docket: "21-877", core: "2100877",
			parties: map[string]string{"Westgate Mills, Inc.": "organisation respondent"},
		},
		{
			name:  "column set off by two brackets",
			text:  "IN THE COURT OF CHANCERY OF THE STATE OF DELAWARE\n\nIN RE QUARRY HOLDINGS, INC.            )   CONSOLIDATED\nSTOCKHOLDER LITIGATION                 )   C.A. No. 2021-0455-KSM\n\nMEMORANDUM OPINION\n",
			title: "In re Quarry Holdings, Inc. Stockholder Litigation", kind: "opinion", court: "delch", docket: "2021-0455-KSM", core: "2100455",
		},
		{
			name:  "number beside the role",
			text:  "STATE OF MINNESOTA                          DISTRICT COURT\nCOUNTY OF HENNEPIN                 FOURTH JUDICIAL DISTRICT\n\nRay Hall,\n                    Plaintiff,              Court File No. 27-CV-20-11823\nvs.\n\nHarbor Pipe, Inc.,\n                    Defendant.\n\nCOMPLAINT\n",
			title: "Ray Hall v. Harbor Pipe, Inc.", kind: "complaint", court: "minndistct", docket: "27-CV-20-11823",
			parties: map[string]string{"Ray Hall": "person plaintiff", "Harbor Pipe, Inc.": "organisation defendant"},
		},
		{
			name:  "number on a line between the sides",
			text:  "STATE OF WISCONSIN          CIRCUIT COURT          DANE COUNTY\n\nLENA OSTER,\n          Plaintiff,\n                                        Case No. 21-CV-1407\nv.\nBADGER ROOFING, LLC, and\nTOM VOSS, JR.,\n          Defendants.\n\nCOMPLAINT\n",
			title: "Lena Oster v. Badger Roofing, LLC", kind: "complaint", court: "wiscirct", docket: "21-CV-1407", core: "2101407",
			parties: map[string]string{"Lena Oster": "person plaintiff", "Tom Voss, Jr.": "person defendant"},
		},
		{
			name:  "title of the paper beside the versus",
			text:  "UNITED STATES DISTRICT COURT\nEASTERN DISTRICT OF NEW YORK\n-----------------------------------X\nUNITED STATES OF AMERICA\n\n     - against -                          I N D I C T M E N T\n\nRAY HALL, also known as \"Skip,\"       Cr. No. 22-CR-0345 (LDH)\nand LENA OSTER,\n\n                    Defendants.\n-----------------------------------X\n\nTHE GRAND JURY CHARGES:\n",
			title: "United States of America v. Ray Hall", kind: "complaint", court: "nyed", docket: "22-CR-0345", core: "2200345",
			parties: map[string]string{"Lena Oster": "person defendant"},
		},
		{
			name:  "appeal in a matter",
			text:  "UNITED STATES COURT OF APPEALS\nFOR THE THIRD CIRCUIT\n_____________\n\nNo. 22-2713\n_____________\n\nIN RE: HALL PHARMA ANTITRUST LITIGATION\n\nCITY OF DOVER; TEAMSTERS LOCAL 88 FUND,\n                             Appellants\n_____________\n\nOn Appeal from the United States District Court\nfor the District of New Jersey\n\nBefore: HART, LOWE and BIBBS, Circuit Judges\n",
			title: "In re Hall Pharma Antitrust Litigation", kind: "opinion", court: "ca3", docket: "22-2713", core: "2202713",
			parties: map[string]string{"City of Dover": "agency appellant"},
		},
		{
			name:  "court in the column of the county",
			text:  "COMMONWEALTH OF MASSACHUSETTS\n\nSUFFOLK, ss.                                 SUPERIOR COURT\n                                             CIVIL ACTION NO. 2284CV01190-BLS2\n\nRAY HALL,\n        Plaintiff,\nv.\nBAYLINE UTILITIES CORP.,\n        Defendant.\n\nCOMPLAINT\n",
			title: "Ray Hall v. Bayline Utilities Corp.", kind: "complaint", court: "masssuperct", docket: "2284CV01190-BLS2",
			parties: map[string]string{"Ray Hall": "person plaintiff", "Bayline Utilities Corp.": "organisation defendant"},
		},
		{
			name:  "judge of the court below",
			text:  "United States Court of Appeals\nFor the Seventh Circuit\n\nNo. 22-1984\n\nTOM OSTER,\nPlaintiff-Appellant,\nv.\n\nHARBOR PIPE CO., INC. and RAY HALL,\nDefendants-Appellees.\n\nNo. 1:19-cv-02210 — Anne Marsh, Judge.\n\nBefore WOOD and PARR, Circuit Judges.\n",
			title: "Tom Oster v. Harbor Pipe Co., Inc.", kind: "opinion", court: "ca7", docket: "22-1984", core: "2201984",
			parties: map[string]string{"Ray Hall": "person appellee", "Anne Marsh": "judge judge"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := facts(tt.text)
			if doc.Kind != evidence.Filing || doc.Filing == nil || doc.Docket == nil {
				t.Fatalf("kind %q, caption %v, docket %v", doc.Kind, doc.Filing, doc.Docket)
			}
			if f := doc.Filing; f.Title != tt.title || f.Type != tt.kind || f.Court != tt.court {
				t.Errorf("caption %+v", *f)
			}
			if d := doc.Docket; d.Number != tt.docket || tt.core != "" && d.Core != tt.core {
				t.Errorf("docket %+v", *d)
			}
			for name, want := range tt.parties {
				hasRole(t, doc, name, want)
			}
		})
	}
}
