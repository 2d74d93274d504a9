package extract

import (
	"slices"
	"testing"

	"averment/evidence"
)

// An answer whose responses leave their subject out is that of the defendant who opens it.
func TestResponsesWithoutSubject(t *testing.T) {
	got := spokenOf("SUPREME COURT OF THE STATE OF NEW YORK\nCOUNTY OF KINGS\n\nANA RUIZ,\n          Plaintiff,\n     -against-\nHARBOR PIPE LLC and TOM OSTER,\n          Defendants.\n\nIndex No. 651902/2023\n\nVERIFIED ANSWER\n\n" +
		"Defendant Harbor Pipe LLC, by its attorneys, answers the Complaint as follows:\n\n1. Denies the allegations contained in paragraph 1.\n\n2. Admits that it owns the yard.\n\n3. Denies knowledge or information sufficient to form a belief as to paragraph 3.\n\nAFFIRMATIVE DEFENSE\n\n4. Plaintiff sued too late.\n")
	wantLines(t, got, "Harbor Pipe LLC denies: Denies the allegations contained in paragraph 1", "Harbor Pipe LLC admits: it owns the yard",
		"Harbor Pipe LLC lacks-knowledge: Denies knowledge or information sufficient to form a belief as to paragraph 3", "Harbor Pipe LLC states: Plaintiff sued too late")
}

// Parties behind labels, the state under the name of its court, slip opinions of Ohio, and a judge
// who is only addressed.
func TestOtherHeads(t *testing.T) {
	doc := facts("EMPLOYMENT TRIBUNALS\n\nClaimant:        Ms A Pike\nRespondent:      Harbor Care Homes Limited\n\nBefore:    Employment Judge Ana Marsh\n\nRepresentation\nClaimant:    In person\n\nCase Number: 2304417/2022\n\nJUDGMENT\n\n1. The claim is dismissed.\n")
	hasRole(t, doc, "A Pike", "person plaintiff")
	hasRole(t, doc, "Harbor Care Homes Limited", "organisation respondent")
	if d := doc.Docket; d == nil || d.Number != "2304417/2022" || d.Judge != "Ana Marsh" || d.Court != "uket" {
		t.Errorf("docket %+v", d)
	}
	doc = facts("IN THE DISTRICT COURT OF GARFIELD COUNTY\nSTATE OF OKLAHOMA\n\nHARBOR GRAIN COMPANY,\n     Plaintiff,\nvs.                    Case No. CV-2021-00417\nTOM OSTER,\n     Defendant.\n\nPETITION\n\nTO THE HONORABLE JUDGE OF SAID COURT:\n\n1. Oster owes $9,000.\n")
	hasRole(t, doc, "Harbor Grain Company", "organisation plaintiff")
	if slices.ContainsFunc(doc.Parties, func(p evidence.Party) bool { return p.HasRole("judge") || p.Name == "State of Oklahoma" }) {
		t.Errorf("%+v", doc.Parties)
	}
	doc = facts("SLIP OPINION NO. 2023-OHIO-3391\n\nOSTER, APPELLEE, v. BOARD OF ELECTIONS OF PERRIN COUNTY, APPELLANT.\n\n(No. 2022-0871--Submitted June 6, 2023--Decided September 27, 2023.)\n\nMARSH, J.\n\n{¶ 1} The board argues that the petition was late. We affirm the judgment below.\n")
	if d := doc.Docket; d == nil || d.Number != "2022-0871" || d.Court != "ohio" || d.Judge != "Marsh" {
		t.Errorf("docket %+v", d)
	}
	for _, s := range doc.Statements {
		if s.Stance == evidence.Alleges && s.Speaker != "Board of Elections of Perrin County" {
			t.Errorf("%q by %q", s.Text, s.Speaker)
		}
	}
}

// The battery of a van is no tort, and the notice of a firm's copyright names no party.
func TestThingsAndNotices(t *testing.T) {
	doc := facts(headOfFiling + "COMPLAINT\n\n1. Harbor charged her twice for the battery of the van, and the battery pack failed.\n\nCOUNT ONE: NEGLIGENCE\n\n2. Harbor was careless.\n\n© 2024 Marsh Law LLP. All rights reserved.\n")
	if slices.ContainsFunc(doc.Causes, func(c evidence.Cause) bool { return c.Name == "battery" }) {
		t.Errorf("%+v", doc.Causes)
	}
	if slices.ContainsFunc(doc.Parties, func(p evidence.Party) bool { return p.Name == "Marsh Law LLP" }) || len(doc.Statements) != 3 && len(doc.Statements) != 2 {
		t.Errorf("%+v %+v", doc.Parties, doc.Statements)
	}
	if c := facts(headOfFiling + "COMPLAINT\n\nCOUNT ONE: BATTERY\n\n1. Hall struck her.\n").Causes; len(c) != 1 || c[0].Name != "battery" {
		t.Errorf("%+v", c)
	}
}
