package store

import (
	"errors"
	"strings"
	"testing"

	"averment/evidence"
)

// described is a document with two companies, one that speaks, and counsel of it.
func described() *evidence.Document {
	d := sample("a", "Some text of the document.")
	d.Parties = []evidence.Party{
		{Name: "Harbor Freight Lines", Aliases: []string{"Harbor"}, Roles: []string{"defendant"}, Spans: []evidence.Span{{Page: 1, Start: 1, End: 3}}},
		{Name: "Quill Bay", Roles: []string{"owner of Harbor Freight Lines"}, Spans: []evidence.Span{{Page: 1, Start: 5, End: 9}}},
		{Name: "Terms of Use", Roles: []string{"mentioned"}},
	}
	d.Statements = []evidence.Statement{{Text: "it paid", Speaker: "Quill Bay"}, {Text: "it did not", Speaker: "Harbor Freight Lines"}}
	d.Quotations = []evidence.Quotation{{Text: "never", Speaker: "Harbor Freight Lines"}}
	return d
}

// corrected is the described document after some corrections, read again.
func corrected(t *testing.T, edits ...PartyEdit) *evidence.Document {
	t.Helper()
	c, d := newCase(t), described()
	add(t, c, d)
	for _, e := range edits {
		if _, err := c.EditParty(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Replace(described()); err != nil {
		t.Fatal(err)
	}
	got, err := c.Document(d.ID)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func speakers(d *evidence.Document) string {
	var out []string
	for _, st := range d.Statements {
		out = append(out, st.Speaker)
	}
	for _, q := range d.Quotations {
		out = append(out, q.Speaker)
	}
	return strings.Join(out, ", ")
}

func TestARenamedPartySpeaksUnderItsNewName(t *testing.T) {
	d := corrected(t, PartyEdit{Op: Rename, Name: "Harbor Freight Lines", To: "Harbor Lines LLC"})
	if got, want := speakers(d), "Quill Bay, Harbor Lines LLC, Harbor Lines LLC"; got != want {
		t.Errorf("speakers %s, want %s", got, want)
	}
	if got, want := describe(d.Parties), "Harbor Lines LLC(Harbor,Harbor Freight Lines)[defendant]! Quill Bay()[owner of Harbor Lines LLC] Terms of Use()[mentioned]"; got != want {
		t.Errorf("parties %s, want %s", got, want)
	}
}

func TestASplitTakesAMergeBack(t *testing.T) {
	d := corrected(t, PartyEdit{Op: Merge, Name: "Quill Bay", To: "Harbor Freight Lines"},
		PartyEdit{Op: Split, Name: "Harbor Freight Lines", To: "Quill Bay Ltd.", Aliases: []string{"Quill Bay"}})
	if got, want := speakers(d), "Quill Bay Ltd., Harbor Freight Lines, Harbor Freight Lines"; got != want {
		t.Errorf("speakers %s, want %s", got, want)
	}
	if got, want := describe(d.Parties), "Harbor Freight Lines(Harbor)[defendant]! Quill Bay Ltd.(Quill Bay)[owner of Harbor Freight Lines]! Terms of Use()[mentioned]"; got != want {
		t.Errorf("parties %s, want %s", got, want)
	}
	if n := len(d.Parties[1].Spans); n != 1 {
		t.Errorf("the party has %d places after all, want its own", n)
	}
}

func TestADismissedPartyStaysAway(t *testing.T) {
	d := corrected(t, PartyEdit{Op: Dismiss, Name: "terms of use"})
	if findParty(d.Parties, "Terms of Use") >= 0 || len(d.Parties) != 2 {
		t.Errorf("parties %s", describe(d.Parties))
	}
}

func TestTypesAndRolesAreCorrected(t *testing.T) {
	d := corrected(t, PartyEdit{Op: Retype, Name: "quill bay", To: "agency"},
		PartyEdit{Op: AddRole, Name: "Quill Bay", To: "witness"}, PartyEdit{Op: NotRole, Name: "Quill Bay", To: "owner of Harbor Freight Lines"},
		PartyEdit{Op: NotRole, Name: "Harbor Freight Lines", To: "defendant"}, PartyEdit{Op: AddRole, Name: "Terms of Use", To: "counsel for Quill Bay"})
	if got, want := describe(d.Parties), "Harbor Freight Lines(Harbor)[mentioned]! Quill Bay()[witness]! Terms of Use()[counsel for Quill Bay]!"; got != want {
		t.Errorf("parties %s, want %s", got, want)
	}
	if d.Parties[1].Type != evidence.Agency {
		t.Errorf("type %q", d.Parties[1].Type)
	}
	if len(d.Corrections) != 5 {
		t.Errorf("corrections %v, want five", d.Corrections)
	}
	c := newCase(t)
	for _, bad := range []PartyEdit{{Op: Retype, Name: "x", To: "planet"}, {Op: AddRole, Name: "x", To: "counsel"}, {Op: AddRole, Name: "x", To: "owner for y"}, {Op: AddRole, Name: "x", To: "king"}, {Op: NotRole, Name: "x"}} {
		if _, err := c.EditParty(bad); !errors.Is(err, evidence.ErrInvalid) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

// TestWhatWasSaidHoldsForThoseThatBecomeTheSame: the type and the roles of a party are also
// those of one that is merged into it later.
func TestWhatWasSaidHoldsForThoseThatBecomeTheSame(t *testing.T) {
	d := corrected(t, PartyEdit{Op: Retype, Name: "Harbor Lines LLC", To: "agency"}, PartyEdit{Op: AddRole, Name: "Harbor Lines LLC", To: "witness"},
		PartyEdit{Op: Merge, Name: "Harbor Freight Lines", To: "Harbor Lines LLC"})
	if p := d.Parties[0]; p.Type != evidence.Agency || !p.HasRole("witness") || len(d.Corrections) != 3 {
		t.Errorf("%+v after %v", p, d.Corrections)
	}
}

func TestARoleIsCorrectedInOneDocument(t *testing.T) {
	c := newCase(t)
	one, two := described(), sample("b", "Another text.")
	two.Parties = described().Parties
	add(t, c, one)
	add(t, c, two)
	if _, err := c.EditParties([]PartyEdit{{Op: AddRole, Name: "Quill Bay", To: "witness", Document: two.ID}}, nil); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]bool{one.ID: false, two.ID: true} {
		d, err := c.Document(id)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Parties[1].HasRole("witness"); got != want {
			t.Errorf("a witness: %v, want %v", got, want)
		}
	}
}

func TestASplitKeepsNamesApart(t *testing.T) {
	d := corrected(t, PartyEdit{Op: Split, Name: "Harbor Freight Lines", To: "Harbor", Aliases: []string{"Harbor"}})
	apart := map[string]string{}
	for _, p := range d.Parties {
		apart[p.Name] = strings.Join(p.Apart, ", ")
	}
	if apart["Harbor Freight Lines"] != "Harbor" || apart["Harbor"] != "Harbor Freight Lines" || apart["Quill Bay"] != "" {
		t.Errorf("kept apart: %q", apart)
	}
}

// TestWhatWasDoneTogetherIsTakenBackTogether: and only the touched document is queued.
func TestWhatWasDoneTogetherIsTakenBackTogether(t *testing.T) {
	c, d := newCase(t), described()
	add(t, c, d)
	add(t, c, sample("b", "Another one."))
	before := c.LastQueue()
	edits, err := c.EditParties([]PartyEdit{{Op: Rename, Name: "Quill Bay", To: "Q"}, {Op: Rename, Name: "Terms of Use", To: "Q"}}, []string{d.ID})
	if err != nil || len(edits) != 2 || edits[1].Act != edits[0].ID {
		t.Fatalf("%+v, %v", edits, err)
	}
	if n := c.LastQueue() - before; n != 1 {
		t.Errorf("%d documents queued, want 1", n)
	}
	if _, err := c.EditParties([]PartyEdit{{Op: Confirm, Name: "Q"}, {Op: Rename, Name: "Q"}}, nil); !errors.Is(err, evidence.ErrInvalid) {
		t.Errorf("half an act: %v", err)
	}
	if err := c.RemovePartyEdit(edits[1].ID, "Rivera", d.ID); err != nil {
		t.Fatal(err)
	}
	if left, err := c.PartyEdits(); err != nil || len(left) != 0 {
		t.Errorf("left: %+v, %v", left, err)
	}
	got, err := c.Document(d.ID)
	if err != nil || describe(got.Parties) != describe(described().Parties) || len(got.Corrections) != 0 {
		t.Errorf("%s, %v", describe(got.Parties), err)
	}
	var outcomes []string
	err = c.Audit(AuditFilter{Action: "party corrected"}, func(e Event) error { outcomes = append(outcomes, e.Outcome); return nil })
	if got := strings.Join(outcomes, ", "); err != nil || got != "rename, rename, taken back, taken back" {
		t.Errorf("logged %s, %v", got, err)
	}
}

// TestCorrectionsAreReadAsTheyStand: what a transaction from before a change left behind
// is not taken for the corrections after it.
func TestCorrectionsAreReadAsTheyStand(t *testing.T) {
	c, d := newCase(t), described()
	add(t, c, d)
	read := func() *evidence.Document {
		doc, err := c.Document(d.ID)
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	read()
	none, before := c.edits, c.editsAt
	kept, err := c.EditParty(PartyEdit{Op: Rename, Name: "Quill Bay", To: "Q"}, d.ID)
	if err != nil {
		t.Fatal(err)
	}
	c.edits, c.editsAt = none, before
	if got := read(); findParty(got.Parties, "Q") < 0 {
		t.Errorf("after it: %s", describe(got.Parties))
	}
	one, then := c.edits, c.editsAt
	if err := c.RemovePartyEdit(kept.ID, "Rivera", d.ID); err != nil {
		t.Fatal(err)
	}
	c.edits, c.editsAt = one, then
	if got := read(); findParty(got.Parties, "Quill Bay") < 0 {
		t.Errorf("taken back: %s", describe(got.Parties))
	}
}
