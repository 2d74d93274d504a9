package extract

import (
	"reflect"
	"strings"
	"testing"

	"averment/evidence"
)

// facts runs every extractor over one page of text.
func facts(text string) *evidence.Document {
	doc := &evidence.Document{Pages: []evidence.Page{*page(text)}}
	Facts(doc)
	return doc
}

const newsText = `Nurses sue Calder Health over pension plan

By Ana Ruiz

Three nurses sued Calder Health Systems Inc. and its parent company, Brightwater Holdings, on Monday in federal court in Seattle, accusing the hospital operator of breach of fiduciary duty under ERISA.

The complaint, filed on behalf of about 4,000 Calder employees, says the company charged excessive fees. It seeks $12 million in damages.

"Calder put profit first," said the plaintiffs' lawyer, Tomas Okafor of Okafor & Lindqvist LLP.

A Calder spokeswoman, Priya Menon, called the claims baseless. U.S. District Judge Helen Marsh will hear the case.

Meanwhile, Delmont Corp settled a separate antitrust case in May, Reuters reported.
`

func TestFactsAreStable(t *testing.T) {
	a, b := facts(newsText), facts(newsText)
	if !reflect.DeepEqual(a, b) {
		t.Error("the same text gave two different results")
	}
	first := len(a.Parties)
	Facts(a)
	if len(a.Parties) != first || !reflect.DeepEqual(a.Citations, b.Citations) {
		t.Error("a second run over the same document changed its facts")
	}
}

func TestFactsKeepWhatTheInputStates(t *testing.T) {
	doc := &evidence.Document{Kind: evidence.Other, Title: "Given", Author: "Given Author", Pages: []evidence.Page{*page(newsText)}}
	Facts(doc)
	if doc.Kind != evidence.Other || doc.Title != "Given" || doc.Author != "Given Author" {
		t.Errorf("kind %q, title %q, author %q", doc.Kind, doc.Title, doc.Author)
	}
}

func TestFactsOfNews(t *testing.T) {
	doc := facts(newsText)
	if doc.Kind != evidence.Article || doc.Title != "Nurses sue Calder Health over pension plan" || doc.Author != "Ana Ruiz" {
		t.Errorf("kind %q, title %q, author %q", doc.Kind, doc.Title, doc.Author)
	}
	wantRoles(t, doc, map[string]string{
		"Ana Ruiz":                   "person author",
		"Calder Health Systems Inc.": "organisation defendant",
		"Brightwater Holdings":       "organisation owner",
		"Calder employees":           "group plaintiff",
		"Tomas Okafor":               "person counsel",
		"Okafor & Lindqvist LLP":     "organisation counsel",
		"Priya Menon":                "person mentioned",
		"Helen Marsh":                "judge judge",
		"United States District Court for the Western District of Washington": "court court",
		"Delmont Corp": "organisation mentioned",
		"Reuters":      "organisation source",
	})
}

// wantRoles checks that each name is a firm party of the type with the role.
func wantRoles(t *testing.T, doc *evidence.Document, want map[string]string) {
	t.Helper()
	found := map[string]evidence.Party{}
	for _, p := range doc.Parties {
		if !p.Proposed {
			found[p.Name] = p
		}
	}
	for name, w := range want {
		kind, role, _ := strings.Cut(w, " ")
		p, ok := found[name]
		if !ok {
			t.Errorf("%s: not found", name)
		} else if string(p.Type) != kind || !p.HasRole(role) {
			t.Errorf("%s: %s %v, want %s", name, p.Type, p.Roles, w)
		}
		delete(found, name)
	}
	for name, p := range found {
		t.Errorf("%s: %s %v, wanted no such party", name, p.Type, p.Roles)
	}
}

func TestSpansHoldNames(t *testing.T) {
	doc := facts(newsText)
	for _, p := range doc.Parties {
		for _, s := range p.Spans {
			if got := s.Text(doc.Pages); !strings.Contains(strings.ToLower(p.Name+" "+strings.Join(p.Aliases, " ")), strings.ToLower(strings.Fields(got)[0])) {
				t.Errorf("%s stands at %v, which is %q", p.Name, s, got)
			}
		}
	}
}

func FuzzFacts(f *testing.F) {
	f.Add(newsText, 0, 0)
	f.Add("UNITED STATES DISTRICT COURT\nX,\nPlaintiff,\nv.\nY,\nDefendant.\nNo. 1:21-cv-1", 3, 9)
	f.Add("(A) & B v. “C” <D> on behalf of owned by its unit -owned's", 1, 2)
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		text = strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", " "), "?")
		p := page(text)
		if 0 <= a && a < b && b <= len(text) {
			p.Furniture = []evidence.Range{{Start: a, End: b}}
		}
		doc := &evidence.Document{Pages: []evidence.Page{*p}}
		Facts(doc)
		for _, q := range doc.Parties {
			for _, s := range q.Spans {
				if s.Start < 0 || s.End > len(text) || s.Start >= s.End || doc.Pages[0].InFurniture(s.Range()) {
					t.Fatalf("%s: span %v", q.Name, s)
				}
			}
		}
	})
}

func benchmarkText() string { return strings.Repeat(newsText, 200) }

func BenchmarkFacts(b *testing.B) {
	b.SetBytes(int64(len(newsText)))
	for b.Loop() {
		facts(newsText)
	}
}

func BenchmarkFactsLong(b *testing.B) {
	text := benchmarkText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		facts(text)
	}
}
