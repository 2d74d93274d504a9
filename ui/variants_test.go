package ui

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// gathered gives the names of each party after documents with these parties were read.
func gathered(edits []PartyEdit, documents ...[]evidence.Party) []string {
	d := &caseDigest{Parties: map[string]*partyProfile{}}
	for i, parties := range documents {
		d.parties(&evidence.Document{ID: sha(i + 1), Parties: parties}, "a document")
	}
	d.gather(edits)
	var out []string
	for name, p := range d.Parties {
		names := slices.Sorted(slices.Values(p.Names))
		out = append(out, name+": "+strings.Join(names, " | "))
	}
	slices.Sort(out)
	return out
}

func company(name string, aliases ...string) evidence.Party {
	return evidence.Party{Name: name, Type: evidence.Organisation, Aliases: aliases}
}

func person(name string, aliases ...string) evidence.Party {
	return evidence.Party{Name: name, Type: evidence.Person, Aliases: aliases}
}

func TestVariantsOfAPartyAreOne(t *testing.T) {
	judge := evidence.Party{Name: "Lena Q. Ost", Type: evidence.Judge}
	apart := []PartyEdit{{Op: "split", Name: "Alder Rail, Inc.", Aliases: []string{"ALDER RAIL INC"}, To: "ALDER RAIL INC"}}
	for _, tt := range []struct {
		name      string
		edits     []PartyEdit
		documents [][]evidence.Party
		want      []string
	}{
		{"legal form, case and dots", nil, [][]evidence.Party{{company("Alder Rail, Inc.")}, {company("ALDER RAIL INC")}, {company("Alder Rail, Inc.")}, {company("Alder Rail")}},
			[]string{"Alder Rail, Inc.: ALDER RAIL INC | Alder Rail | Alder Rail, Inc."}},
		{"two forms", nil, [][]evidence.Party{{company("Alder Rail, Inc.")}, {company("Alder Rail LLC")}, {company("Alder Rail")}},
			[]string{"Alder Rail LLC: Alder Rail LLC", "Alder Rail, Inc.: Alder Rail, Inc.", "Alder Rail: Alder Rail"}},
		{"initials", nil, [][]evidence.Party{{judge}, {person("Lena Ost")}}, []string{"Lena Q. Ost: Lena Ost | Lena Q. Ost"}},
		{"two initials", nil, [][]evidence.Party{{judge}, {person("Lena Ost")}, {person("Lena R. Ost")}},
			[]string{"Lena Ost: Lena Ost", "Lena Q. Ost: Lena Q. Ost", "Lena R. Ost: Lena R. Ost"}},
		{"short name of one company", nil, [][]evidence.Party{{company("Alder Rail, Inc.", "Alder")}, {company("Alder")}},
			[]string{"Alder Rail, Inc.: Alder | Alder Rail, Inc."}},
		{"short name of two", nil, [][]evidence.Party{{company("Alder Rail, Inc.", "Alder")}, {company("Alder Foods, Inc.", "Alder")}, {company("Alder")}},
			[]string{"Alder Foods, Inc.: Alder Foods, Inc.", "Alder Rail, Inc.: Alder Rail, Inc.", "Alder: Alder"}},
		{"a surname", nil, [][]evidence.Party{{person("Lena Ost", "Ost")}, {person("Ost")}}, []string{"Lena Ost: Lena Ost", "Ost: Ost"}},
		{"a surname like a legal form", nil, [][]evidence.Party{{person("Maria Sa")}, {person("Maria")}}, []string{"Maria Sa: Maria Sa", "Maria: Maria"}},
		{"taken apart by a person", apart, [][]evidence.Party{{company("Alder Rail, Inc.")}, {company("ALDER RAIL INC")}},
			[]string{"ALDER RAIL INC: ALDER RAIL INC", "Alder Rail, Inc.: Alder Rail, Inc."}},
	} {
		if got := gathered(tt.edits, tt.documents...); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
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
	v.do(post, "/corrections/1/delete", "")
	if len(c.edits) != 1 || c.edits[0].ID != 2 {
		t.Errorf("corrections left: %+v", c.edits)
	}
	if res := v.do(post, "/parties/Brightwater%20Mills%2C%20Inc./edit", "op=dismiss"); res.StatusCode != http.StatusSeeOther || len(c.edits) != 3 {
		t.Errorf("%d, corrections %+v", res.StatusCode, c.edits)
	}
}

func TestRolesNameTheLeadingName(t *testing.T) {
	d := &caseDigest{Parties: map[string]*partyProfile{}}
	for i, owned := range []string{"Alder Rail, Inc.", "Alder Rail Inc"} {
		owner := company("Quill Bay")
		owner.Roles = []string{"owner of " + owned}
		d.parties(&evidence.Document{ID: sha(i + 1), Parties: []evidence.Party{company(owned), owner}}, "a document")
	}
	d.gather(nil)
	if got := counted(d.party("Quill Bay").Roles); len(got) != 1 || got[0].N != 2 {
		t.Errorf("roles %+v", got)
	}
}

func TestPlural(t *testing.T) {
	for want, got := range map[string]string{"2 policies": plural(2, "policy"), "2 days": plural(2, "day"), "1 entry": plural(1, "entry"), "2 entries": plural(2, "entry"), "2 other": plural(2, "other")} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
