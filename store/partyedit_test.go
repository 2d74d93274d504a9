package store

import (
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
