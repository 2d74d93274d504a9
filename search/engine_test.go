package search

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"averment/evidence"
	"averment/index"
)

// TestAnswerJSON holds the keys of the answer to the contract.
func TestAnswerJSON(t *testing.T) {
	e := rowsCase().engine(t)
	for _, query := range []string{`zzz`, `apple OR bloggs AND pear`, `*`} {
		a, err := e.Search(context.Background(), Request{Query: query})
		if err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]any
		if err := json.Unmarshal(raw, &got); err != nil {
			t.Fatal(err)
		}
		keys(t, got, "version", "query", "total", "searched", "unsearchable", "pending", "snapshot", "took_ms", "hits", "facets")
		keys(t, got["query"].(map[string]any), "text", "reads", "warnings")
		facets := got["facets"].(map[string]any)
		keys(t, facets, "kind", "party", "author", "docket", "custodian", "collection", "role", "cause", "court", "publisher", "stance", "speaker", "citation", "amount", "year", "tag", "state")
		for name, values := range facets {
			if values == nil {
				t.Errorf("facet %s is null", name)
			}
		}
		for _, h := range got["hits"].([]any) {
			keys(t, h.(map[string]any), "id", "title", "kind", "publisher", "published", "score", "occurrences", "excerpts")
			for _, x := range h.(map[string]any)["excerpts"].([]any) {
				keys(t, x.(map[string]any), "page", "start", "end", "text", "marks")
			}
		}
		if strings.Contains(string(raw), `:null`) && !strings.Contains(string(raw), `"published":null`) {
			t.Errorf("a null in %s", raw)
		}
	}
}

func keys(t *testing.T, m map[string]any, want ...string) {
	t.Helper()
	for _, k := range want {
		if _, ok := m[k]; !ok {
			t.Errorf("no key %q in %v", k, m)
		}
	}
}

// TestReadings counts both readings of a query in which AND and OR meet.
func TestReadings(t *testing.T) {
	e := rowsCase().engine(t)
	a, err := e.Search(context.Background(), Request{Query: `apple OR bloggs AND joe`})
	if err != nil {
		t.Fatal(err)
	}
	want := []Alternative{{`(apple OR bloggs) AND joe`, 1}, {`apple OR (bloggs AND joe)`, 3}}
	if a.Total != 1 || len(a.Query.Warnings) != 1 || !slices.Equal(a.Query.Warnings[0].Alternatives, want) {
		t.Errorf("total %d, warnings %+v", a.Total, a.Query.Warnings)
	}
}

// TestMarks: what is marked is exactly what made the document match.
func TestMarks(t *testing.T) {
	m := rowsCase()
	e := m.engine(t)
	for _, c := range []struct{ query, doc, marks string }{
		{`apple not w/20 pear`, "far", "apple"},
		{`apple w/5 pear`, "far", "apple pear"},
		{`Joe w/4 Bloggs`, "joe", "Joe Bloggs"},
		{`"convincing evidence"`, "standard", "convincing evidence"},
		{`contract~`, "cafe", "Contracting contracts"},
		{`=Term`, "cafe", "Term"},
		{`goodwill`, "breaches", "good"},
		{`amount:>1m`, "filing", "5 million"},
		{`kind:filing`, "filing", ""},
		{`merit -lunch`, "filing", "merit"},
	} {
		a, err := e.Search(context.Background(), Request{Query: c.query, Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(a.Hits, func(h Hit) bool { return m.names[h.ID] == c.doc })
		if i < 0 {
			t.Errorf("%s: %s is no hit", c.query, c.doc)
			continue
		}
		if got := marked(t, m, a.Hits[i]); got != c.marks {
			t.Errorf("%s marks %q in %s, want %q", c.query, got, c.doc, c.marks)
		}
	}
}

// marked gives the marked text of all excerpts, and checks that excerpts are cut from
// their page.
func marked(t *testing.T, m *memory, h Hit) string {
	t.Helper()
	doc, _ := m.Full(h.ID)
	var out []string
	for _, x := range h.Excerpts {
		if page := doc.Pages[x.Page-1].Text; page[x.Start:x.End] != x.Text {
			t.Errorf("excerpt %q is not bytes %d to %d of page %d", x.Text, x.Start, x.End, x.Page)
		}
		for _, k := range x.Marks {
			out = append(out, x.Text[k[0]:k[1]])
		}
	}
	return strings.Join(out, " ")
}

// TestTitleMarks: a title that the body does not print is marked itself.
func TestTitleMarks(t *testing.T) {
	e := rowsCase().engine(t)
	a, err := e.Search(context.Background(), Request{Query: `"quarterly zebra" OR subscribed`})
	if err != nil || len(a.Hits) != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
	h := a.Hits[0]
	var got []string
	for _, k := range h.TitleMarks {
		got = append(got, h.Title[k[0]:k[1]])
	}
	if strings.Join(got, " ") != "Quarterly Zebra" || len(h.Excerpts) != 1 || len(h.Excerpts[0].Marks) != 0 {
		t.Errorf("title marks %v, excerpts %+v", got, h.Excerpts)
	}
}

// TestExcerpts come best first, from the right pages, and stay out of furniture.
func TestExcerpts(t *testing.T) {
	m := &memory{}
	d := &evidence.Document{Pages: text("MENU alpha. "+words(60)+" alpha once. "+words(60), words(80)+" alpha beta gamma together. "+words(80), "Only beta here.")}
	d.Pages[0].Furniture = []evidence.Range{{Start: 0, End: 12}}
	m.add("long", d)
	a, err := m.engine(t).Search(context.Background(), Request{Query: "alpha OR beta OR gamma"})
	if err != nil {
		t.Fatal(err)
	}
	x := a.Hits[0].Excerpts
	if len(x) != 3 || x[0].Page != 2 || !strings.Contains(x[0].Text, "alpha beta gamma together.") || len(x[0].Marks) != 3 {
		t.Fatalf("excerpts %+v", x)
	}
	for _, x := range x {
		if len(x.Text) > 700 || x.Page == 1 && strings.Contains(x.Text, "MENU") {
			t.Errorf("excerpt %+v", x)
		}
	}
	if a.Hits[0].Occurrences != 5 {
		t.Errorf("%d occurrences, want 5", a.Hits[0].Occurrences)
	}
}

func TestFacetsSortPages(t *testing.T) {
	m := rowsCase()
	e := m.engine(t)
	all := m.found(t, e, Request{Query: "*"})
	if got := m.found(t, e, Request{}); !slices.Equal(got, all) {
		t.Errorf("no query finds %v", got)
	}
	if got := m.found(t, e, Request{Query: "*", Facets: map[string][]string{"kind": {"filing", "mail"}}}); strings.Join(got, " ") != "filing mail" {
		t.Errorf("chosen kinds find %v", got)
	}
	if got := m.found(t, e, Request{Query: "*", Facets: map[string][]string{"kind": {"article"}, "tag": {"hot"}}}); strings.Join(got, " ") != "article" {
		t.Errorf("chosen kind and tag find %v", got)
	}
	if got := m.found(t, e, Request{Query: "*", Published: [2]string{"2024", "2024"}}); strings.Join(got, " ") != "filing" {
		t.Errorf("published 2024 finds %v", got)
	}
	for _, sort := range []string{"relevance", "date", "-date", "title"} {
		var got []string
		r := Request{Query: "*", Sort: sort, Limit: 4}
		for {
			a, err := e.Search(context.Background(), r)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range a.Hits {
				got = append(got, m.names[h.ID])
			}
			if r.Cursor = a.Cursor; r.Cursor == "" || len(a.Hits) == 0 {
				break
			}
		}
		if sort == "date" && got[0] != "mail" || sort == "-date" && got[0] != "article" {
			t.Errorf("sorted by %s: %v", sort, got)
		}
		slices.Sort(got)
		if !slices.Equal(got, all) {
			t.Errorf("pages sorted by %s give %v", sort, got)
		}
	}
	for _, r := range []Request{{Query: "a", Sort: "size"}, {Query: "a", Facets: map[string][]string{"colour": {"red"}}}, {Query: "a", Cursor: "!"}, {Query: "a", Published: [2]string{"soon"}}} {
		var own *Error
		if _, err := e.Search(context.Background(), r); !errors.As(err, &own) {
			t.Errorf("%+v: %v", r, err)
		}
	}
	if _, err := ParseFacets([]string{"kind"}); err == nil {
		t.Error("a facet without a value is read")
	}
}

func TestPlaces(t *testing.T) {
	m := &memory{}
	d := &evidence.Document{Pages: text("one alpha", "alpha beta")}
	d.Pages[1].Layout = &evidence.Layout{Width: 600, Height: 800, Boxes: []evidence.Box{{Start: 0, End: 5, X0: 1, Y0: 2, X1: 3, Y1: 4}, {Start: 6, End: 10, X0: 5}}}
	doc := m.add("d", d)
	e := m.engine(t)
	got, err := e.Places(context.Background(), "alpha", Averment, doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Span != (evidence.Span{Page: 1, Start: 4, End: 9}) || len(got[0].Boxes) != 0 || got[1].Number != 2 || len(got[1].Boxes) != 1 || got[1].Boxes[0].X1 != 3 {
		t.Errorf("places %+v", got)
	}
	if got, err := e.Places(context.Background(), "zzz", Averment, doc.ID); err != nil || len(got) != 0 {
		t.Errorf("places of another query: %v, %v", got, err)
	}
	if _, err := e.Places(context.Background(), "alpha", Averment, "ffffffff"); !errors.Is(err, evidence.ErrNotFound) {
		t.Errorf("unknown document: %v", err)
	}
}

func TestTerms(t *testing.T) {
	m := &memory{}
	mail := m.add("mail", &evidence.Document{Kind: evidence.Mail, Pages: text("cover note")})
	sheet := m.add("sheet", &evidence.Document{Parent: mail.ID, Pages: text("alpha figures")})
	m.add("inner", &evidence.Document{Parent: sheet.ID, Pages: text("nothing")})
	m.add("alone", &evidence.Document{Pages: text("alpha beta alpha")})
	m.add("scan", &evidence.Document{Pages: []evidence.Page{{State: evidence.PageImageOnly}}})
	e := m.engine(t)
	e.exceptions = func() (int, error) { return 2, nil }
	r, err := e.Terms(context.Background(), []string{"alpha", "beta", "=gamma", "date:banana", "note"}, Averment)
	if err != nil {
		t.Fatal(err)
	}
	want := []Term{{Documents: 2, WithFamily: 4, Unique: 1, Occurrences: 3}, {Documents: 1, WithFamily: 1, Occurrences: 1}, {}, {}, {Documents: 1, WithFamily: 3, Unique: 1, Occurrences: 1}}
	for i, w := range want {
		g := r.Terms[i]
		if g.Documents != w.Documents || g.WithFamily != w.WithFamily || g.Unique != w.Unique || g.Occurrences != w.Occurrences || (g.Error != nil) != (i == 3) {
			t.Errorf("%s: %+v", g.Query, g)
		}
	}
	if r.Searchable != 4 || r.Unsearchable != 3 {
		t.Errorf("searchable %d, unsearchable %d", r.Searchable, r.Unsearchable)
	}
	mixed, err := e.Terms(context.Background(), []string{"alpha OR cover AND beta"}, Averment)
	if err != nil || len(mixed.Terms[0].Warnings) != 1 || mixed.Terms[0].Warnings[0].Alternatives[1].Total != 2 {
		t.Errorf("readings of a term: %+v, %v", mixed, err)
	}
	var b bytes.Buffer
	if err := r.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 8 || rows[3][0] != "'=gamma" {
		t.Errorf("CSV %v, %v", rows, err)
	}
}

func TestCell(t *testing.T) {
	for in, want := range map[string]string{"": "", "a": "a", "=1+1": "'=1+1", "+1": "'+1", "-x": "'-x", "@A1": "'@A1", "\tx": "'\tx", "a=b": "a=b"} {
		if got := Cell(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestHitCSV(t *testing.T) {
	m := rowsCase()
	e := m.engine(t)
	var b bytes.Buffer
	w, err := NewHitWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.All(context.Background(), Request{Query: "*"}, w.Write); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != len(m.docs)+1 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	stop := errors.New("stop")
	if err := e.All(context.Background(), Request{Query: "*"}, func(Hit) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("All goes on after %v", err)
	}
}

func TestSuggestSaved(t *testing.T) {
	m := &memory{}
	m.add("one", &evidence.Document{Title: "One", Pages: text("The arbitration of the tannery dispute about leather and hides.")})
	m.add("two", &evidence.Document{Title: "Two", Pages: text("Leather hides from the tannery were late.")})
	m.add("three", &evidence.Document{Title: "Three", Pages: text("The orchard sold apples and the weather was fine.")})
	e := m.engine(t)
	a, err := e.Search(context.Background(), Request{Query: "arbitraton AND leather"})
	if err != nil || len(a.Query.Warnings) != 1 || a.Query.Warnings[0].Alternatives[0] != (Alternative{"arbitration AND leather", 1}) {
		t.Errorf("suggests %+v, %v", a, err)
	}
	saved, err := e.RunSaved(context.Background(), []Saved{{Name: "hides", Query: "leather hides", Dialect: DTSearch}, {Name: "both", Query: "leather hides", LastTotal: 1}, {Name: "bad", Query: "("}})
	if err != nil || saved[0].Total != 1 || saved[1].Total != 2 || saved[1].New != 1 || saved[2].Error == nil {
		t.Errorf("saved: %+v, %v", saved, err)
	}
}

// slow is an index that does not answer in time.
type slow struct{}

func (slow) Search(ctx context.Context, _ index.Request) (*index.Result, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}
func (slow) Families() ([][]uint64, error) { return nil, nil }
func (slow) Status() index.Status          { return index.Status{} }

func TestDeadline(t *testing.T) {
	e := New(slow{}, &memory{}, Options{Deadline: time.Millisecond})
	_, err := e.Search(context.Background(), Request{Query: "a"})
	var own *Error
	if !errors.As(err, &own) || own.Code != CodeTimeout || !strings.Contains(own.Message, "1ms") {
		t.Fatalf("%v", err)
	}
	raw, err := json.Marshal(own)
	if err != nil || !strings.HasPrefix(string(raw), `{"version":1,"error":{"code":"timeout","message":"`) {
		t.Errorf("%s, %v", raw, err)
	}
}

func TestReads(t *testing.T) {
	for in, want := range map[string]string{
		`breach w/5 contract`:             `documents with "breach" within 5 words of "contract"`,
		`breach pre/1 contract`:           `documents with "breach" at most 1 word before "contract"`,
		`NOT breach`:                      `documents without "breach"`,
		`a b -c`:                          `documents with "a" and "b", but without "c"`,
		`a OR "b c"`:                      `documents with either "a" or the phrase "b c"`,
		`a not w/5 b`:                     `documents with "a" where it is not within 5 words of "b"`,
		`a w/s b`:                         `documents with "a" in the same sentence as "b"`,
		`discrim* *ation wom?n`:           `documents with a word that begins with "discrim" and a word that ends in "ation" and a word like "wom?n"`,
		`date:2024-08`:                    `documents with a date from 2024-08-01 to 2024-08-31`,
		`amount:>1musd`:                   `documents with an amount over 1000000 USD`,
		`says("Acme", denies, "no")`:      `documents with a statement in which "Acme" denies "no"`,
		`party("Acme", defendant)`:        `documents with the party "Acme" as defendant`,
		`kind:filing title:"privacy act"`: `documents with the kind filing and the phrase "privacy act" in the field title`,
		`*`:                               `all documents`,
		`atleast3(a)`:                     `documents with at least 3 occurrences of "a"`,
		`1:21-cv-01234`:                   `documents with ("1:21-cv-01234", or the phrase "1 21 cv 01234" in the field docket)`,
	} {
		q, err := Parse(in, Averment)
		if err != nil || q.Reads() != want {
			t.Errorf("%s reads %q, want %q (%v)", in, q.Reads(), want, err)
		}
	}
}
