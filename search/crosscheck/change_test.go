package crosscheck_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

const firstComplaint = `UNITED STATES DISTRICT COURT
DISTRICT OF VERMONT

PIPER HOLLIS, Plaintiff,
v.
GRANITE LEDGER BANK, Defendant.
Case No. 2:23-cv-00417

COMPLAINT

1. Plaintiff Piper Hollis is a resident of Burlington, Vermont.

2. Defendant Granite Ledger Bank is a corporation with its principal place of business in Montpelier.

3. On March 4, 2022, Granite Ledger Bank charged Hollis an overdraft fee of $36.

4. The bank charged the fee although her account held $2,100.

5. Granite Ledger Bank told its tellers not to refund fees.

6. Plaintiff repeats and realleges the paragraphs above.

7. By its conduct the bank breached its contract with Hollis.

8. Hollis suffered damages of $5,000.
`

const amendedComplaint = `UNITED STATES DISTRICT COURT
DISTRICT OF VERMONT

PIPER HOLLIS, Plaintiff,
v.
GRANITE LEDGER BANK and LEDGER SERVICES INC., Defendants.
Case No. 2:23-cv-00417

FIRST AMENDED COMPLAINT

1. Plaintiff Piper Hollis is a resident of Burlington, Vermont.

2. Defendant Granite Ledger Bank is a corporation with its principal place of business in Montpelier.

3. Defendant Ledger Services Inc. processes payments for the bank.

4. On March 9, 2022, Granite Ledger Bank charged Hollis an overdraft fee of $36.

5. The bank charged the fee although her account held $2,100.

6. Ledger Services Inc. had warned the bank of the error in January 2022.

7. Plaintiff repeats and realleges the paragraphs above.

8. By its conduct the bank breached its contract with Hollis.

9. Hollis suffered damages of $12,500.
`

func pleading(id, title, text, filed string) *evidence.Document {
	d := report(id, title, text, filed)
	d.Kind = evidence.Filing
	return d
}

func TestAmendedPleading(t *testing.T) {
	docs := []*evidence.Document{
		pleading("amended", "First Amended Complaint", amendedComplaint, "2023-11-20"),
		pleading("first", "Complaint", firstComplaint, "2023-08-02"),
		report("other", "A bank", "Granite Ledger Bank charged a fee of $36.", "2023-08-03"),
	}
	got, err := crosscheck.Against(docs, extract.Facts).Changes(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		change        string
		before, after int
		slot          string
		values        [2]string
	}{
		{"same", 1, 1, "", [2]string{}},
		{"same", 2, 2, "", [2]string{}},
		{"added", 0, 3, "", [2]string{}},
		{"changed", 3, 4, "date", [2]string{"2022-03-04", "2022-03-09"}},
		{"same", 4, 5, "", [2]string{}},
		{"added", 0, 6, "", [2]string{}},
		{"dropped", 5, 0, "", [2]string{}},
		{"same", 6, 7, "", [2]string{}},
		{"same", 7, 8, "", [2]string{}},
		{"changed", 8, 9, "amount", [2]string{"5000 USD", "12500 USD"}},
	}
	if len(got.Changes) != len(want) {
		for _, c := range got.Changes {
			t.Log(c.String())
		}
		t.Fatalf("%d changes, want %d", len(got.Changes), len(want))
	}
	number := func(c *crosscheck.Clause) int {
		if c == nil {
			return 0
		}
		return c.Paragraph
	}
	for i, w := range want {
		c := got.Changes[i]
		if c.Change != w.change || number(c.Before) != w.before || number(c.After) != w.after || c.Kind != "pleading" {
			t.Errorf("change %d: %s, want %s from %d to %d", i, c.String(), w.change, w.before, w.after)
		}
		if w.slot != "" && !slices.ContainsFunc(c.Values, func(v crosscheck.ValueChange) bool {
			return v.Slot == w.slot && v.BeforeNormal == w.values[0] && v.AfterNormal == w.values[1]
		}) {
			t.Errorf("change %d: values %+v, want %v", i, c.Values, w.values)
		}
	}
	if c := got.Changes[0]; c.Before.Document != "first" || c.After.Document != "amended" || c.FromBefore != "2023-08-02" || c.FromAfter != "2023-11-20" {
		t.Errorf("versions in the wrong order: %+v", c)
	}
	if c := got.Changes[9]; !slices.ContainsFunc(c.Diff, func(d [2]string) bool { return d[0] == "+" && strings.Contains(d[1], "12,500") }) {
		t.Errorf("diff %v", c.Diff)
	}
}

const oldPolicy = `Lantern Mail Privacy Policy
Effective March 1, 2023

We do not sell your personal data to advertisers.

We keep deleted messages for 30 days.

We will not read your messages to train models.
`

const newPolicy = `Lantern Mail Privacy Policy
Effective September 15, 2023

We do not sell your personal data to advertisers.

We keep deleted messages for 90 days.

We may read your messages to train models.
`

func policies() []*evidence.Document {
	old, next := report("old", "Lantern Mail Privacy Policy", oldPolicy, ""), report("new", "Lantern Mail Privacy Policy", newPolicy, "")
	old.Kind, next.Kind = evidence.Policy, evidence.Policy
	return []*evidence.Document{next, old}
}

// TestPolicyChange checks claims that a policy was changed against both versions.
func TestPolicyChange(t *testing.T) {
	c := crosscheck.Against(policies(), extract.Facts)
	for _, test := range []struct {
		claim         string
		old, new      string // verdicts
		slot, rule    string
		yours, theirs string
	}{
		{"In September 2023 Lantern Mail changed its privacy policy to say that it may read messages to train models.", "", "asserts", "", "", "", ""},
		{"Lantern Mail quietly changed its policy in June 2023 to say that it may read your messages to train models.", "", "differs", "date", "", "June 2023", "September 15, 2023"},
		{"Lantern Mail changed its policy in September 2023 to keep deleted messages for 60 days.", "", "differs", "count", "", "60 days", "90 days"},
		{"In September 2023 Lantern Mail changed its policy to say that it does not sell personal data to advertisers.", "", "differs", "change", "", "", ""},
	} {
		a, err := c.Claim(context.Background(), test.claim, crosscheck.CheckOptions{})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(a.Sentences[0].Verdicts, func(v crosscheck.Verdict) bool { return v.Document == "new" })
		if i < 0 {
			t.Errorf("%s: nothing of the new version", test.claim)
			continue
		}
		v := a.Sentences[0].Verdicts[i]
		if v.Verdict != test.new || v.Slot != test.slot || test.theirs != "" && v.Theirs != test.theirs {
			t.Errorf("%s\n got %s %s yours %q theirs %q (%s)", test.claim, v.Verdict, v.Slot, v.Yours, v.Theirs, v.Rule)
		}
	}
}

// TestNotVersions checks that documents which only look like versions are not compared, and
// that a draft without a docket number is.
func TestNotVersions(t *testing.T) {
	changes := func(docs ...*evidence.Document) int {
		t.Helper()
		got, err := crosscheck.Against(docs, extract.Facts).Changes(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return len(got.Changes)
	}
	first := pleading("first", "Complaint", firstComplaint, "2023-08-02")
	other := strings.Replace(amendedComplaint, "DISTRICT OF VERMONT", "DISTRICT OF MAINE", 1)
	if n := changes(first, pleading("other", "First Amended Complaint", other, "2023-11-20")); n != 0 {
		t.Errorf("one number of two courts: %d changes, want none", n)
	}
	draft := strings.Replace(firstComplaint, "Case No. 2:23-cv-00417\n", "", 1)
	again := strings.Replace(amendedComplaint, "GRANITE LEDGER BANK and LEDGER SERVICES INC., Defendants", "GRANITE LEDGER BANK, Defendant", 1)
	if n := changes(pleading("draft", "Complaint", draft, "2023-08-02"), pleading("amended", "First Amended Complaint", again, "2023-11-20")); n == 0 {
		t.Error("a draft of one caption, without a number, is not compared")
	}
	old, foreign := policies()[1], policies()[0]
	old.Title, foreign.Title = "Privacy Policy", "Privacy Policy"
	foreign.Pages[0].Text = "Borealis Cloud Privacy Policy\nEffective September 15, 2023\n\nBorealis Cloud will not sell your personal data to advertisers.\n"
	if n := changes(old, foreign); n != 0 {
		t.Errorf("policies of two companies: %d changes, want none", n)
	}
}
