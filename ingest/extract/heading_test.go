package extract

import (
	"testing"

	"averment/evidence"
)

func TestHeadingLines(t *testing.T) {
	for _, tt := range []struct {
		line                                  string
		versus, dateline, signature, numbered bool
	}{
		{"v.", true, false, false, false},
		{"Plaintiff-Appellee,", true, false, false, false},
		{"Plaintiff Ana Ruiz moved", false, false, false, false},
		{"Effective July 15, 2024", false, true, false, false},
		{"Last updated: May 2023", false, true, false, false},
		{"Effective measures were taken by the board", false, false, false, false},
		{"/s/ Ana Ruiz", false, false, true, false},
		{"Attorneys for Defendant Harbor Inc.", false, false, true, false},
		{"UNITED STATES DISTRICT JUDGE", false, false, true, false},
		{"The district judge was told of it by the clerk of the district judge", false, false, false, false},
		{"3. Deletion of messages", false, false, false, true},
		{"IV. Discussion", false, false, false, true},
		{"Section 4: Your rights", false, false, false, true},
		{"3. The bank closed the account.", false, false, false, false},
		{"12 users were named", false, false, false, false},
	} {
		if got := versus(tt.line); got != tt.versus {
			t.Errorf("versus(%q) = %v", tt.line, got)
		}
		if got := dateline(tt.line); got != tt.dateline {
			t.Errorf("dateline(%q) = %v", tt.line, got)
		}
		if got := signatureLine(tt.line); got != tt.signature {
			t.Errorf("signatureLine(%q) = %v", tt.line, got)
		}
		if got := numberedHeading(tt.line, 0); got != tt.numbered {
			t.Errorf("numberedHeading(%q) = %v", tt.line, got)
		}
	}
}

func TestHeadingsEndSentences(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"numbered", "We keep messages for a year.\n3. Deletion of messages\nYou may delete a message at any time from the menu.",
			[]string{"We keep messages for a year.", "3. Deletion of messages", "You may delete a message at any time from the menu."}},
		{"capitals", "ORDER GRANTING THE MOTION\nThe motion of the bank is granted for the reasons below.",
			[]string{"ORDER GRANTING THE MOTION", "The motion of the bank is granted for the reasons below."}},
		{"wrapped sentence", "The bank told the court that Harbor\nHoldings had left the country in May.",
			[]string{"The bank told the court that Harbor\nHoldings had left the country in May."}},
	} {
		p := page(tt.text)
		cutSentences(p)
		var got []string
		for _, r := range p.Sentences {
			got = append(got, tt.text[r.Start:r.End])
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: %q, want %q", tt.name, got[i], tt.want[i])
			}
		}
	}
}

const orderText = `UNITED STATES DISTRICT COURT
WESTERN DISTRICT OF CASCADIA

ANA RUIZ, Plaintiff,

v.

HARBOR PIPE INC., Defendant.

No. 2:24-cv-00117

ORDER

The motion to dismiss is denied because the complaint states a claim.

IT IS SO ORDERED.

Dated: March 3, 2025

/s/ Helen Marsh
Helen Marsh
United States District Judge
`

func TestHeadingOfAnOrder(t *testing.T) {
	doc := facts(orderText)
	if doc.Kind != evidence.Filing || doc.Filing == nil || doc.Filing.Type != "order" {
		t.Fatalf("kind %s, caption %+v", doc.Kind, doc.Filing)
	}
	for name, role := range map[string]string{"Western District of Cascadia": "court", "Helen Marsh": "judge", "Ana Ruiz": "plaintiff", "Harbor Pipe Inc.": "defendant"} {
		found := false
		for _, p := range doc.Parties {
			found = found || p.Name == name && p.HasRole(role)
		}
		if !found {
			t.Errorf("no %s %s in %+v", role, name, doc.Parties)
		}
	}
	for _, s := range doc.Statements {
		if s.Text == "ORDER" || s.Text == "Helen Marsh" {
			t.Errorf("%q is no statement", s.Text)
		}
	}
}

func TestMailNames(t *testing.T) {
	for address, want := range map[string]string{
		"Ines Park <ines@harbor.example>":           "Ines Park",
		"\"Park, Ines\" <ines@harbor.example>":      "Ines Park",
		"legal@harbor.example":                      "legal@harbor.example",
		"\"Harbor Pipe, Inc.\" <legal@harbor.test>": "Harbor Pipe, Inc.",
	} {
		if got := mailName(address); got != want {
			t.Errorf("mailName(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestPolicyCompanies(t *testing.T) {
	for title, want := range map[string]string{
		"Harbor Privacy Policy":          "Harbor",
		"Harbor Inc. Terms of Service":   "Harbor Inc.",
		"Our Privacy Policy":             "",
		"Privacy Policy":                 "",
		"California Privacy Notice":      "",
		"Changes to the Harbor policies": "",
	} {
		if got := beforePolicy(title); got != want {
			t.Errorf("beforePolicy(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestLetterhead(t *testing.T) {
	doc := facts("DAY & LEE LLP\n12 Quay Street, Dover\nJanuary 13, 2025\nTo the General Counsel of Harbor Pipe, Inc.\nPreservation of evidence\n\nWe represent Ana Ruiz and ask you to keep all records.\n")
	for _, name := range []string{"Day & Lee LLP", "Harbor Pipe, Inc."} {
		found := false
		for _, p := range doc.Parties {
			found = found || p.Name == name && p.Type == evidence.Organisation && !p.Proposed
		}
		if !found {
			t.Errorf("%s is missing in %+v", name, doc.Parties)
		}
	}
}

func TestDeclarant(t *testing.T) {
	for text, want := range map[string]string{
		"DECLARATION OF ANA RUIZ IN SUPPORT OF MOTION\n\nI, Ana Ruiz, declare as follows:\n\n1. I kept the books of the port.\n": "Ana Ruiz",
		"AFFIDAVIT\n\nI, Iosefa Vries, being duly sworn, say that I kept the books of the port.\n":                               "Iosefa Vries",
		"ORDER\n\nI, for one, say that the motion is denied because the claim fails.\n":                                          "",
	} {
		doc := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: filingHead + text, State: evidence.PageText}}}
		Facts(doc)
		witness, spoke := "", false
		for _, p := range doc.Parties {
			if p.HasRole("witness") {
				witness = p.Name
			}
		}
		for _, s := range doc.Statements {
			spoke = spoke || s.Speaker == want
		}
		if witness != want || want != "" && !spoke {
			t.Errorf("%q: witness %q, want %q; statements %+v", text, witness, want, doc.Statements)
		}
	}
}
