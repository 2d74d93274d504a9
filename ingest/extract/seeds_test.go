package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/ingest/format"
)

// sharedDocument reads a file of ../shared and all its facts; it skips where the folder is
// absent, unless AVERMENT_REQUIRE_SHARED is set.
func sharedDocument(t *testing.T, pattern string, o format.Options) *evidence.Document {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(shared(), pattern))
	if len(found) == 0 {
		if os.Getenv("AVERMENT_REQUIRE_SHARED") == "1" {
			t.Fatal("../shared/" + pattern + " is missing")
		}
		t.Skip("needs ../shared/" + pattern)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	result, err := format.Read(context.Background(), found[0], data, o)
	if err != nil {
		t.Fatal(err)
	}
	extract.Facts(result.Document)
	return result.Document
}

func TestSeedParties(t *testing.T) {
	tests := []struct {
		seed    string
		roles   []string // name = role
		causes  []string
		absent  []string // words that are in no firm party's name
		mention []string // laws that are named about others
	}{
		{"000", []string{"LinkedIn = defendant", "Microsoft = owner of LinkedIn", "Elon Musk = mentioned"},
			[]string{"Stored Communications Act", "breach of contract", "California's unfair competition law"}, []string{"OpenAI", "De La Torre", "Grok"}, []string{"General Data Protection Regulation"}},
		{"001", []string{"LinkedIn = defendant", "Microsoft = owner of LinkedIn", "Alessandro De La Torre = plaintiff", "ICO = regulator", "Donald Trump = mentioned", "SoftBank = mentioned"},
			[]string{"Stored Communications Act", "breach of contract", "California's unfair competition law"}, []string{"Twitter", "Apple", "Facebook", "TikTok", "Bain", "Jack Dorsey", "InMail"}, nil},
		{"002", []string{"LinkedIn = defendant", "Microsoft = owner of LinkedIn", "Alessandro De La Torre = plaintiff", "Edelson PC = counsel for Alessandro De La Torre"},
			[]string{"Stored Communications Act", "breach of contract", "California's unfair competition law"}, []string{"LSA", "InMail", "Navigator"}, nil},
		{"003", []string{"LinkedIn = defendant", "Microsoft = owner of LinkedIn", "Reuters = source", "Oracle = mentioned"},
			[]string{"Stored Communications Act", "breach of contract", "California's unfair competition law"}, []string{"De La Torre", "InMail"}, nil},
		{"004", []string{"LinkedIn = defendant", "BBC = source"},
			[]string{"California's unfair competition law"}, []string{"Microsoft", "De La Torre"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.seed, func(t *testing.T) {
			doc := sharedDocument(t, "seeds/"+tt.seed+"_*.txt", format.Options{})
			if doc.Kind != evidence.Article {
				t.Errorf("kind %s", doc.Kind)
			}
			for _, want := range tt.roles {
				name, role, _ := strings.Cut(want, " = ")
				p := party(doc, name)
				if p == nil || p.Proposed || !slices.Contains(p.Roles, role) && !(role == "mentioned" && !p.HasRole("defendant")) {
					t.Errorf("%s: %+v", want, p)
				}
			}
			for _, p := range doc.Parties {
				if p.HasRole("defendant") && p.Name != "LinkedIn" {
					t.Errorf("defendant %s (%s)", p.Name, p.Basis)
				}
				if p.HasRole("plaintiff") && p.HasRole("owner") {
					t.Errorf("the owner %s as plaintiff (%s)", p.Name, p.Basis)
				}
				for _, word := range tt.absent {
					if !p.Proposed && strings.Contains(p.Name, word) {
						t.Errorf("party %s (%s)", p.Name, p.Basis)
					}
				}
			}
			checkCauses(t, doc, tt.causes, tt.mention)
		})
	}
}

func party(doc *evidence.Document, name string) *evidence.Party {
	for i, p := range doc.Parties {
		if p.Name == name || slices.Contains(p.Aliases, name) {
			return &doc.Parties[i]
		}
	}
	return nil
}

func checkCauses(t *testing.T, doc *evidence.Document, causes, mentions []string) {
	t.Helper()
	for _, c := range doc.Causes {
		want := causes
		if c.Mention {
			want = mentions
		}
		if !slices.Contains(want, c.Name) {
			t.Errorf("cause %s, mention %v", c.Name, c.Mention)
		}
	}
	if len(doc.Causes) != len(causes)+len(mentions) {
		t.Errorf("%d causes, want %v and %v", len(doc.Causes), causes, mentions)
	}
}

func TestFilings(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the PDF reader, which takes seconds")
	}
	pdf, err := format.NewPDF(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		file, court, core, title, kind string
		roles                          []string
	}{
		{"ca10_*", "ca10", "2100800", "In re Richard P. Liebowitz", "order", nil},
		{"ca1_*", "ca1", "2001507", "Calvary Chapel of Bangor v. Janet T. Mills", "opinion", []string{"Calvary Chapel of Bangor = appellant", "Janet T. Mills = appellee"}},
		{"ca3_*", "ca3", "1702678", "Christopher Mielo v. Steak N Shake Operations Inc", "letter", nil},
		{"ca5_*", "ca5", "2150498", "Vanessa St. Pierre v. Standard Insurance Company", "opinion", []string{"Vanessa St. Pierre = plaintiff", "Standard Insurance Company = defendant", "Dearborn National Life Insurance Company = appellee"}},
		{"ca6_*", "ca6", "1703994", "Island Creek Coal Company v. Linda Hill", "letter", nil},
		{"ca7_*", "ca7", "1702400", "Michael Tofaute v. Fedex Ground Package System, Inc.", "order", []string{"Michael Tofaute = appellant"}},
		{"ca9_*", "ca9", "2016276", "Angel Zepeda Rivas v. David Jennings", "motion", []string{"David Jennings = defendant", "Vince Chhabria = judge"}},
		{"cafc_*", "cafc", "1401326", "", "notice", nil},
		{"*cacd*", "cacd", "1601261", "Consumerinfo.com, Inc. v. Esteban Leon", "order", []string{"Consumerinfo.com, Inc. = plaintiff", "Esteban Leon = defendant"}},
		{"opinion_tax*", "tax", "1319031", "Rock Bordelon v. Commissioner of Internal Revenue", "opinion", []string{"Rock Bordelon = petitioner", "Torie Bordelon = petitioner", "Commissioner of Internal Revenue = respondent"}},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			doc := sharedDocument(t, "corpus/filings/"+tt.file+".pdf", format.Options{PDF: pdf})
			if doc.Kind != evidence.Filing || doc.Docket == nil || doc.Filing == nil {
				t.Fatalf("kind %s, docket %v, caption %v", doc.Kind, doc.Docket, doc.Filing)
			}
			if d, f := doc.Docket, doc.Filing; d.Court != tt.court || d.Core != tt.core || f.Title != tt.title || f.Type != tt.kind {
				t.Errorf("docket %+v, caption %+v", *d, *f)
			}
			for _, want := range tt.roles {
				name, role, _ := strings.Cut(want, " = ")
				if p := party(doc, name); p == nil || !p.HasRole(role) {
					t.Errorf("%s: %+v", want, p)
				}
			}
		})
	}
}
