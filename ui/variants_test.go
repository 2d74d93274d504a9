package ui

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// gathered reads documents with these parties.
func gathered(documents ...[]evidence.Party) *caseDigest {
	d := newDigest()
	for i, parties := range documents {
		d.parties(&evidence.Document{ID: sha(i + 1), Parties: parties}, "a document")
	}
	d.gather()
	return d
}

func company(name string, aliases ...string) evidence.Party {
	return evidence.Party{Name: name, Type: evidence.Organisation, Aliases: aliases}
}

func TestVariantsOfAPartyAreOneProfile(t *testing.T) {
	both := company("Alder Rail Inc")
	both.Roles = []string{"defendant"}
	again := company("Alder Rail, Inc.")
	again.Roles, again.Spans = []string{"defendant", "mentioned"}, []evidence.Span{{Page: 1, Start: 4, End: 9}}
	guess := company("ALDER RAIL")
	guess.Proposed = true
	d := gathered([]evidence.Party{both, again}, []evidence.Party{again}, []evidence.Party{guess})
	p := d.party("Alder Rail Inc")
	if p == nil || p.Name != "Alder Rail, Inc." || len(d.Parties) != 1 {
		t.Fatalf("parties %v", slices.Collect(maps.Keys(d.Parties)))
	}
	if len(p.Documents) != 3 || p.sure() != 2 || p.Roles["defendant"] != 2 || p.Roles["mentioned"] != 0 || p.Proposed {
		t.Errorf("%d documents, %d of them sure, roles %v, proposed %v", len(p.Documents), p.sure(), p.Roles, p.Proposed)
	}
	if doc := p.Documents[sha(1)]; doc.Start != 4 || doc.Mentions != 1 {
		t.Errorf("%+v", doc)
	}
}

func TestAPartySaysWhatItsNamesSay(t *testing.T) {
	d := newDigest()
	doc := &evidence.Document{ID: sha(1), Parties: []evidence.Party{company("Alder Rail, Inc.")}}
	for _, speaker := range []string{"Alder Rail", "Alder Rail, Inc.", "the complaint"} {
		doc.Statements = append(doc.Statements, evidence.Statement{Speaker: speaker, Stance: evidence.Denies})
	}
	d.parties(doc, "a document")
	d.gather()
	if n := d.party("Alder Rail, Inc.").Stances["denies"]; n != 2 {
		t.Errorf("denies %d times, want 2", n)
	}
}

// TestACorrectionHoldsForEveryVariant posts corrections of a party that two documents
// write in two ways, and takes one back.
func TestACorrectionHoldsForEveryVariant(t *testing.T) {
	s, c := newServer(t)
	c.docs[0].Parties = append(c.docs[0].Parties, company("Brightwater Mills, Inc."))
	c.docs[1].Parties = append(c.docs[1].Parties, company("BRIGHTWATER MILLS INC"))
	v := as(t, s, "reviewer")
	res := v.do(post, "/parties/BRIGHTWATER%20MILLS%20INC/edit", "op=rename&to=Brightwater+Mills+Corp.")
	if res.StatusCode != http.StatusSeeOther || len(c.edits) != 2 || c.edits[0].Name == c.edits[1].Name || c.edits[1].To != "Brightwater Mills Corp." || len(c.touched) != 2 {
		t.Fatalf("%d, corrections %+v", res.StatusCode, c.edits)
	}
	if got := v.page("/parties").Find(".facts form").Length(); got != 1 {
		t.Errorf("%d corrections to take back, want one for both names", got)
	}
	v.do(post, "/corrections/2/delete", "")
	if len(c.edits) != 0 {
		t.Errorf("corrections left: %+v", c.edits)
	}
	if res := v.do(post, "/parties/Brightwater%20Mills%2C%20Inc./edit", "op=dismiss"); res.StatusCode != http.StatusSeeOther || len(c.edits) != 2 {
		t.Errorf("%d, corrections %+v", res.StatusCode, c.edits)
	}
}

func TestRolesNameTheLeadingName(t *testing.T) {
	var docs [][]evidence.Party
	for _, owned := range []string{"Alder Rail, Inc.", "Alder Rail Inc"} {
		owner := company("Quill Bay")
		owner.Roles = []string{"owner of " + owned}
		docs = append(docs, []evidence.Party{company(owned), owner})
	}
	d := gathered(docs...)
	if got := counted(d.party("Quill Bay").Roles); len(got) != 1 || got[0].N != 2 {
		t.Errorf("roles %+v", got)
	}
}

// TestCorrectionsOfNames says what a correction of a party that is written in three ways
// is to the store.
func TestCorrectionsOfNames(t *testing.T) {
	owner := company("Quill Bay", "Quill")
	owner.Roles = []string{"owner of ALDER RAIL", "witness"}
	d := gathered([]evidence.Party{company("Alder Rail, Inc.", "the Railway"), owner}, []evidence.Party{company("ALDER RAIL")}, []evidence.Party{company("Alder Rail, Inc.")})
	for _, tt := range []struct {
		e    PartyEdit
		want string // OP NAME>TO of each, "" for a refusal
	}{
		{PartyEdit{Op: "confirm", Name: "ALDER RAIL", To: "x"}, "confirm Alder Rail, Inc.>; confirm ALDER RAIL>"},
		{PartyEdit{Op: "merge", Name: "Alder Rail, Inc.", To: "Quill Bay"}, "merge Alder Rail, Inc.>Quill Bay; merge ALDER RAIL>Quill Bay"},
		{PartyEdit{Op: "merge", Name: "Quill Bay", To: "ALDER RAIL"}, "merge Quill Bay>Alder Rail, Inc."},
		{PartyEdit{Op: "merge", Name: "Alder Rail, Inc.", To: "ALDER RAIL"}, ""},
		{PartyEdit{Op: "merge", Name: "Alder Rail, Inc.", To: "Nobody"}, ""},
		{PartyEdit{Op: "split", Name: "Alder Rail, Inc.", To: "Alder of Ohio", Aliases: []string{"ALDER RAIL"}}, "split Alder Rail, Inc.>Alder of Ohio; rename ALDER RAIL>Alder of Ohio"},
		{PartyEdit{Op: "split", Name: "Alder Rail, Inc.", To: "Alder Rail", Aliases: []string{"the Railway"}}, "split Alder Rail, Inc.>Alder Rail; split ALDER RAIL>Alder Rail"},
		{PartyEdit{Op: "split", Name: "Alder Rail, Inc.", To: "Bell", Aliases: []string{"Bell"}}, ""},
		{PartyEdit{Op: "split", Name: "Quill Bay", To: "Bell", Aliases: []string{"Quill Bay"}}, ""},
		{PartyEdit{Op: "type", Name: "Quill Bay", To: "agency"}, "type Quill Bay>agency"},
		{PartyEdit{Op: "type", Name: "Quill Bay", To: "planet"}, ""},
		{PartyEdit{Op: "role", Name: "Quill Bay", To: "counsel for Alder Rail, Inc."}, "role Quill Bay>counsel for Alder Rail, Inc."},
		{PartyEdit{Op: "role", Name: "Quill Bay", To: "witness", Document: sha(2)}, ""},
		{PartyEdit{Op: "role", Name: "Quill Bay", To: "counsel"}, ""},
		{PartyEdit{Op: "no-role", Name: "Quill Bay", To: "owner of Alder Rail, Inc."}, "no-role Quill Bay>owner of ALDER RAIL"},
		{PartyEdit{Op: "no-role", Name: "Quill Bay", To: "judge"}, ""},
		{PartyEdit{Op: "confirm", Name: "Nobody"}, ""},
	} {
		edits, touched, err := d.correct(tt.e)
		var got []string
		for _, e := range edits {
			got = append(got, e.Op+" "+e.Name+">"+e.To)
		}
		if (err != nil) != (tt.want == "") || err == nil && (strings.Join(got, "; ") != tt.want || len(touched) == 0) {
			t.Errorf("%+v: %q touching %d, want %q (%v)", tt.e, got, len(touched), tt.want, err)
		}
	}
}

func TestPlural(t *testing.T) {
	for want, got := range map[string]string{"2 policies": plural(2, "policy"), "2 days": plural(2, "day"), "1 entry": plural(1, "entry"), "2 entries": plural(2, "entry"), "2 other": plural(2, "other")} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
