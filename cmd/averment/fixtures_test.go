package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/worker"
)

// expectation is a file of fixtures/expected: what a careful reader insists on finding in
// a document, and what must not be found. A fact is a set of keys of the JSON of show
// that must hold together; how a value is compared is said at fieldHolds. known_gaps
// maps the name of a fact, as a failure prints it, to why it is not yet found.
type expectation struct {
	File       string            `json:"file"`
	Error      evidence.Code     `json:"error"`
	States     []string          `json:"states"`      // of the pages
	WithoutOCR []string          `json:"without_ocr"` // states where there is no OCR; nothing else is then expected
	Document   map[string]any    `json:"document"`    // keys may be paths, such as docket.number
	Furniture  []string          `json:"furniture"`   // words that must be marked as furniture
	Body       []string          `json:"body"`        // words that must not
	MustNot    map[string][]fact `json:"must_not"`
	KnownGaps  map[string]string `json:"known_gaps"`

	Parties    []fact `json:"parties"`
	Dates      []fact `json:"dates"`
	Causes     []fact `json:"causes"`
	Citations  []fact `json:"citations"`
	Amounts    []fact `json:"amounts"`
	Quotations []fact `json:"quotations"`
	Statements []fact `json:"statements"`
}

type fact map[string]any

func (f fact) String() string {
	data, err := json.Marshal(map[string]any(f)) // keys in order
	if err != nil {
		return err.Error()
	}
	return string(data)
}

func (e expectation) facts() map[string][]fact {
	return map[string][]fact{"parties": e.Parties, "dates": e.Dates, "causes": e.Causes, "citations": e.Citations,
		"amounts": e.Amounts, "quotations": e.Quotations, "statements": e.Statements}
}

// tally counts, over all files, what was wanted of a kind and what was found of it.
type tally map[string]*[2]int

func (n tally) count(kind string, found bool) {
	if n[kind] == nil {
		n[kind] = new([2]int)
	}
	n[kind][1]++
	if found {
		n[kind][0]++
	}
}

// TestFixtures reads every file of the sample case as the program does and compares it
// with what a careful reader expects of it.
func TestFixtures(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(fixturesFolder(t), "expected", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatal("nothing is expected:", err)
	}
	t.Setenv("AVERMENT_CACHE", wasmCache(t))
	a := &app{out: os.Stdout, err: os.Stderr, quiet: true, allowNoSandbox: true}
	pool, err := a.newPool(a.newProgress("reading"))
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	counts := tally{}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".json"), func(t *testing.T) {
			compareFixture(t, readExpectation(t, name), pool, counts)
		})
	}
	for _, kind := range slices.Sorted(keysOf(counts)) {
		n := counts[kind]
		t.Logf("%-12s %3d of %3d expected facts found (recall %.2f)", kind, n[0], n[1], float64(n[0])/float64(n[1]))
	}
}

func keysOf(n tally) func(func(string) bool) {
	return func(yield func(string) bool) {
		for kind := range n {
			if !yield(kind) {
				return
			}
		}
	}
}

func readExpectation(t *testing.T, name string) (e expectation) {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d := json.NewDecoder(file)
	d.DisallowUnknownFields()
	if err := d.Decode(&e); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return e
}

func compareFixture(t *testing.T, e expectation, pool *worker.Pool, counts tally) {
	data, err := os.ReadFile(filepath.Join(fixturesFolder(t), filepath.FromSlash(e.File)))
	if err != nil {
		t.Fatal(err)
	}
	out, err := pool.Read(context.Background(), worker.Job{Name: path.Base(e.File), Data: data})
	if e.Error != "" {
		if got := failedDocument(source{name: e.File, data: data}, err).Error; err == nil || got.Code != e.Error {
			t.Errorf("the error is %v, want %s", err, e.Error)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	c := comparison{t, e, generic(t, out.Document), counts, map[string]bool{}}
	if !c.states(out.Document) {
		return
	}
	c.text(out.Document)
	c.document()
	c.present()
	c.absent()
	for gap := range e.KnownGaps {
		if !c.gaps[gap] {
			t.Logf("a gap that is none any more, or is spelled otherwise: %s", gap)
		}
	}
}

// generic is the document as its JSON says it.
func generic(t *testing.T, doc *evidence.Document) (out map[string]any) {
	t.Helper()
	doc.Normalize()
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	decode(t, data, &out)
	return out
}

// comparison is one document beside what is expected of it; gaps are those met.
type comparison struct {
	t      *testing.T
	e      expectation
	doc    map[string]any
	counts tally
	gaps   map[string]bool
}

// report fails unless the gap is known.
func (c comparison) report(name, problem string) {
	c.t.Helper()
	if why, known := c.e.KnownGaps[name]; known {
		c.gaps[name] = true
		c.t.Logf("known gap: %s: %s: %s", problem, name, why)
		return
	}
	c.t.Errorf("%s: %s", problem, name)
}

// states compares the states of the pages; false ends the comparison.
func (c comparison) states(doc *evidence.Document) bool {
	want := c.e.States
	if c.e.WithoutOCR != nil && !hasOCR(c.t) {
		want = c.e.WithoutOCR
	}
	var got []string
	for _, p := range doc.Pages {
		got = append(got, string(p.State))
		if want == nil && p.State != evidence.PageText {
			c.t.Errorf("page %d is %s", p.Number, p.State)
		}
	}
	if want != nil && !slices.Equal(got, want) {
		c.t.Errorf("the pages are %v, want %v", got, want)
	}
	return c.e.WithoutOCR == nil || hasOCR(c.t)
}

// text looks for the words that are furniture and those that are not, wherever lines break.
func (c comparison) text(doc *evidence.Document) {
	var furniture, body strings.Builder
	for _, p := range doc.Pages {
		at := 0
		for _, f := range p.Furniture {
			body.WriteString(p.Text[at:f.Start] + " ")
			furniture.WriteString(p.Text[f.Start:f.End] + " ")
			at = f.End
		}
		body.WriteString(p.Text[at:] + " ")
	}
	for _, words := range c.e.Furniture {
		found := contains(furniture.String(), words) && !contains(body.String(), words)
		c.counts.count("furniture", found)
		if !found {
			c.report("furniture "+words, "not furniture")
		}
	}
	for _, words := range c.e.Body {
		found := contains(body.String(), words)
		c.counts.count("body", found)
		if !found {
			c.report("body "+words, "not in the body")
		}
	}
}

func (c comparison) document() {
	for key, want := range c.e.Document {
		var got any = c.doc
		for _, step := range strings.Split(key, ".") {
			m, _ := got.(map[string]any)
			got = m[step]
		}
		found := fieldHolds(got, want)
		c.counts.count("document", found)
		if !found {
			c.report(key, fmt.Sprintf("is %v, want %v", got, want))
		}
	}
}

func (c comparison) present() {
	for kind, facts := range c.e.facts() {
		for _, want := range facts {
			found := slices.ContainsFunc(c.list(kind), want.holds)
			c.counts.count(kind, found)
			if !found {
				c.report(kind+" "+want.String(), "missing")
			}
		}
	}
}

func (c comparison) absent() {
	for kind, facts := range c.e.MustNot {
		for _, bad := range facts {
			if slices.ContainsFunc(c.list(kind), bad.holds) {
				c.report("must_not "+kind+" "+bad.String(), "found")
			}
		}
	}
}

func (c comparison) list(kind string) []any {
	list, _ := c.doc[kind].([]any)
	return list
}

// holds says whether a fact of the document has all the keys of f. A proposed fact is a
// weak guess and does not count.
func (f fact) holds(found any) bool {
	got, _ := found.(map[string]any)
	if got["proposed"] == true {
		return false
	}
	for key, want := range f {
		switch key {
		case "name":
			names, _ := got["aliases"].([]any)
			if !slices.ContainsFunc(append([]any{got["name"]}, names...), func(n any) bool { return fieldHolds(n, want) }) {
				return false
			}
		case "role":
			roles, _ := got["roles"].([]any)
			if !slices.ContainsFunc(roles, func(r any) bool { return fieldHolds(r, want) }) {
				return false
			}
		case "value": // 2024-08 is not 2024-08-14
			text, isText := want.(string)
			if isText && !slices.Contains(strings.Split(text, "|"), fmt.Sprint(got[key])) || !isText && got[key] != want {
				return false
			}
		case "words":
			if !hasWords(got["text"], want) {
				return false
			}
		default:
			if !fieldHolds(got[key], want) {
				return false
			}
		}
	}
	return true
}

// fieldHolds compares one value. A string is found anywhere in the text, whatever its
// case; "=…" is the whole text, "" is nothing at all, and | parts alternatives. An object
// stands for its value, so that a date is written as its day. A list holds all that is
// wanted of it.
func fieldHolds(got, want any) bool {
	if object, ok := got.(map[string]any); ok {
		got = object["value"]
	}
	switch w := want.(type) {
	case []any:
		list, _ := got.([]any)
		for _, x := range w {
			if !slices.ContainsFunc(list, func(g any) bool { return fieldHolds(g, x) }) {
				return false
			}
		}
		return true
	case string:
		return textHolds(got, w)
	default:
		return got == want
	}
}

func textHolds(got any, want string) bool {
	text, _ := got.(string)
	if want == "" {
		return text == ""
	}
	for _, one := range strings.Split(want, "|") {
		whole, exact := strings.CutPrefix(one, "=")
		if exact && plainWords(text) == plainWords(whole) || !exact && contains(text, one) {
			return true
		}
	}
	return false
}

func hasWords(got, want any) bool {
	text, _ := got.(string)
	words, _ := want.(string)
	for _, w := range strings.Fields(words) {
		if !contains(text, w) {
			return false
		}
	}
	return words != ""
}

func contains(text, words string) bool { return strings.Contains(plainWords(text), plainWords(words)) }

// plainWords evens out case, spaces and curly marks.
func plainWords(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "…", "...").Replace(s)
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
