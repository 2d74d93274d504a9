package ui

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/url"
	"strings"
	"testing"

	"averment/evidence"
	"averment/index"
	"averment/search"
)

func TestDiffWords(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"", "", ""},
		{"one two three", "one two three", "=one two three"},
		{"one two three", "one 2 three", "=one|-two|+2|=three"},
		{"a b c d", "b c d e", "-a|=b c d|+e"},
		{"", "new", "+new"},
		{"old words", "", "-old words"},
		{"we do exactly what we say", "we do what it says", "=we do|-exactly|=what|-we say|+it says"},
	} {
		var got []string
		for _, p := range diffWords(c.a, c.b) {
			got = append(got, p.Op+p.Text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q %q: %s, want %s", c.a, c.b, s, c.want)
		}
	}
}

// FuzzDiffWords: both texts can be put together again from their comparison.
func FuzzDiffWords(f *testing.F) {
	f.Add("a b c", "a c d")
	f.Fuzz(func(t *testing.T, a, b string) {
		var x, y []string
		for _, p := range diffWords(a, b) {
			if p.Op != "+" {
				x = append(x, p.Text)
			}
			if p.Op != "-" {
				y = append(y, p.Text)
			}
		}
		if strings.Join(x, " ") != oneLine(a) || strings.Join(y, " ") != oneLine(b) {
			t.Errorf("%q %q: %q %q", a, b, x, y)
		}
	})
}

// FuzzParagraphs: whatever the spans are, the text comes out whole and in order.
func FuzzParagraphs(f *testing.F) {
	f.Add("one two\n\nthree", 0, 3, 2, 9)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		marks := []markSpan{{Range: evidence.Range{Start: a, End: b}, Class: "p"}, {Range: evidence.Range{Start: c, End: d}, Class: "s", Sign: stanceOf("denies")}}
		var got strings.Builder
		for _, p := range paragraphs(evidence.Page{Number: 1, Text: text}, marks) {
			for _, s := range p.Segments {
				got.WriteString(s.Text)
			}
		}
		if strings.Join(strings.Fields(got.String()), "") != strings.Join(strings.Fields(text), "") {
			t.Errorf("%q became %q", text, got.String())
		}
	})
}

func TestDateWord(t *testing.T) {
	for _, c := range [][2]string{{"2024", "2024"}, {"2024-08", "Aug 2024"}, {"2024-08-05", "5 Aug 2024"}, {"2024-Q3", "Q3 2024"}, {"2024-W05", "week 5 of 2024"}, {"2024-SU", "summer 2024"}, {"2024-08/2024-09", "Aug 2024 – Sep 2024"}, {"2024-08-05T14:30", "5 Aug 2024 14:30"}, {"", ""}, {"x", "x"}} {
		if got := dateWord(c[0]); got != c[1] {
			t.Errorf("dateWord(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestCutMarks(t *testing.T) {
	for _, c := range []struct {
		marks [][2]int
		want  string
	}{
		{nil, "hello"}, {[][2]int{{0, 2}}, "[he]llo"}, {[][2]int{{3, 5}, {0, 1}}, "[h]el[lo]"}, {[][2]int{{1, 3}, {2, 4}}, "h[el]lo"}, {[][2]int{{-1, 3}, {4, 99}, {3, 3}}, "hello"},
	} {
		var got strings.Builder
		for _, p := range cutMarks("hello", c.marks) {
			if p.Mark {
				got.WriteString("[" + p.Text + "]")
			} else {
				got.WriteString(p.Text)
			}
		}
		if got.String() != c.want {
			t.Errorf("%v: %s, want %s", c.marks, got.String(), c.want)
		}
	}
}

func TestExportsEscape(t *testing.T) {
	s, c := newServer(t)
	c.docs[2].Title = "=HYPERLINK(1)"
	v := as(t, s, "custodian")
	for _, res := range []io.Reader{v.do(get, "/search.csv?q=logs", "").Body, v.do(post, "/hits", "do=csv&id="+sha(3)).Body} {
		rows, err := csv.NewReader(res).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Fatalf("%v %v", rows, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("a cell begins with =: %q", cell)
				}
			}
		}
	}
}

func TestUploadAndRetry(t *testing.T) {
	s, _ := newServer(t)
	v := as(t, s, "custodian")
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	w.WriteField("custodian", "D. Whitlow")
	for _, name := range []string{"a.txt", "b.txt"} {
		part, err := w.CreateFormFile("files", name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte("text of " + name))
	}
	w.Close()
	res := v.do(post, "/api/v1/documents", body.String(), "Content-Type", w.FormDataContentType())
	var sum evidence.Summary
	if err := json.NewDecoder(res.Body).Decode(&sum); err != nil {
		t.Fatal(err)
	}
	if sum.Seen != 2 || sum.Indexed != 2 || len(sum.Files) != 2 || sum.Files[0].Custodian != "D. Whitlow" {
		t.Errorf("%+v", sum)
	}
	if got := v.page("/imports").Find("[data-n=found]").Text(); got != "8" {
		t.Errorf("found %s, want 8", got)
	}
	v.do(post, "/imports/5/retry", "password=right")
	if got := v.page("/imports").Find("[data-n=exception]").Text(); got != "0" {
		t.Errorf("%s exceptions after the right password", got)
	}
}

// TestAPI: the keys of the contract are there, and errors have their shape.
func TestAPI(t *testing.T) {
	s, _ := newServer(t)
	v := as(t, s, "custodian")
	for _, c := range []struct {
		method, target, body string
		keys                 []string
	}{
		{get, "/api/v1/search?q=logs", "", []string{"version", "query", "total", "searched", "unsearchable", "pending", "snapshot", "took_ms", "hits", "facets"}},
		{get, "/api/v1/documents/" + sha(1)[:8], "", []string{"version", "id", "pages", "parties", "statements"}},
		{get, "/api/v1/documents/" + sha(1)[:8] + "/pages/1", "", []string{"version", "document", "page"}},
		{get, "/api/v1/terms?q=logs&q=rail", "", []string{"version", "searchable", "terms"}},
		{post, "/api/v1/check", "It is so.", []string{"version", "id", "snapshot", "searched", "unsearchable", "sentences"}},
		{get, "/api/v1/claims", "", []string{"version", "snapshot", "groups"}},
		{get, "/api/v1/ledger", "", []string{"version", "seen", "indexed", "duplicate", "exception", "ignored", "files"}},
		{get, "/api/v1/parties", "", []string{"version", "parties"}},
		{get, "/api/v1/parties/Larkspur%20Rail%2C%20Inc.", "", []string{"version", "parties"}},
		{get, "/api/v1/parties/Nobody", "", []string{"version", "error"}},
		{post, "/api/v1/parties/Larkspur%20Rail%2C%20Inc.", `{"op":"type","to":"agency"}`, []string{"version", "corrections"}},
		{post, "/api/v1/parties/Larkspur%20Rail%2C%20Inc.", `{"op":"type","to":"planet"}`, []string{"version", "error"}},
		{get, "/api/v1/corrections", "", []string{"version", "corrections"}},
		{post, "/api/v1/corrections/1/delete", "", []string{"version", "corrections"}},
		{post, "/api/v1/corrections/1/delete", "", []string{"version", "error"}},
		{get, "/api/v1/openapi.json", "", []string{"openapi", "paths"}},
		{get, "/api/v1/search?q=logs+AND+(x", "", []string{"version", "error"}},
		{get, "/api/v1/documents/ffffffff", "", []string{"version", "error"}},
		{get, "/api/v1/nothing", "", []string{"version", "error"}},
	} {
		var got map[string]json.RawMessage
		res := v.do(c.method, c.target, c.body, "Content-Type", "text/plain")
		if err := json.NewDecoder(res.Body).Decode(&got); err != nil {
			t.Errorf("%s: %v", c.target, err)
			continue
		}
		for _, k := range c.keys {
			if _, ok := got[k]; !ok {
				t.Errorf("%s: no key %s", c.target, k)
			}
		}
	}
	for _, r := range table() {
		path := strings.NewReplacer(":id", "{id}", ":page", "{page}", ":name", "{name}").Replace(r.path)
		if strings.HasPrefix(path, "/api/") && !bytes.Contains(openAPI, []byte(`"`+path+`"`)) {
			t.Errorf("%s is not described", path)
		}
	}
}

// TestWeight: the first load of a search is at most 60 kB, later ones 15 kB.
func TestWeight(t *testing.T) {
	s, _ := newServer(t)
	v := as(t, s, "admin")
	size := func(target string) int {
		b, err := io.ReadAll(v.do(get, target, "", "Accept-Encoding", "gzip").Body)
		if err != nil {
			t.Fatal(err)
		}
		return len(b)
	}
	page := size("/?q=logs")
	css, js := size(s.assets.url("app.css")), size(s.assets.url("app.js"))
	if page > 15<<10 || page+css+js > 60<<10 {
		t.Errorf("page %d, css %d, js %d bytes", page, css, js)
	}
	for name, limit := range map[string]int{"app.css": 20000, "app.js": 25000} {
		if b, err := staticFiles.ReadFile("static/" + name); err != nil || len(b) > limit {
			t.Errorf("%s has %d bytes of %d (%v)", name, len(b), limit, err)
		}
	}
	t.Logf("page %d, css %d, js %d bytes compressed", page, css, js)
}

// A fact that a page break cuts is marked on both pages.
func TestFactMarksOverPageBreak(t *testing.T) {
	over := evidence.Span{Page: 1, Start: 5, End: 14, Continues: &evidence.Span{Page: 2, Start: 3, End: 10}}
	d := &evidence.Document{Statements: []evidence.Statement{{Text: "the gates shut", Spans: []evidence.Span{over}}}}
	for page, want := range map[int]evidence.Range{1: {Start: 5, End: 14}, 2: {Start: 3, End: 10}} {
		marks := factMarks(d, page)
		if len(marks) != 1 || marks[0].Range != want || marks[0].ID != "s0" {
			t.Errorf("page %d: %+v", page, marks)
		}
		groups := factPanel(d, page, func(int, string) string { return "" })
		if len(groups) != 1 || groups[0].Here != 1 {
			t.Errorf("panel of page %d: %+v", page, groups)
		}
	}
	if marks := factMarks(d, 3); len(marks) != 0 {
		t.Errorf("page 3: %+v", marks)
	}
}

// Chosen names of parties are shown as the case knows them, once, and with their counts
// also where they are not among the most frequent.
func TestChosenNamesLead(t *testing.T) {
	v, err := url.ParseQuery("q=milk&facet=party%3DAlder+Rail&facet=kind%3Dfiling&facet=party%3DALDER+RAIL+INC")
	if err != nil {
		t.Fatal(err)
	}
	a, err := readAsk(v)
	if err != nil {
		t.Fatal(err)
	}
	lead := index.FacetCount{Value: "Alder Rail, Inc.", Count: 3}
	answer := &search.Answer{Facets: map[string][]index.FacetCount{"party": {{Value: "Quill Bay", Count: 9}}, "kind": {{Value: "filing", Count: 4}, {Value: "mail", Count: 1}}},
		Chosen: map[string][]index.FacetCount{"party": {lead, lead}, "kind": {{Value: "filing", Count: 4}}}}
	a = a.led(answer)
	if got := strings.Join(a.Choices, "; "); got != "party=Alder Rail, Inc.; kind=filing" {
		t.Errorf("chosen %s", got)
	}
	got := facetLinks(a, "party", answer.Facets["party"], answer.Chosen["party"])
	if len(got) != 2 || got[0].Value != lead.Value || got[0].Count != 3 || !got[0].Chosen || got[1].Chosen || strings.Contains(got[0].URL, "Alder") {
		t.Errorf("%+v", got)
	}
}
