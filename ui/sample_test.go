package ui

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"averment/evidence"
	"averment/index"
	"averment/search"
)

// sample is an invented case in memory; it stands in for store, index and check.
type sample struct {
	mu      sync.Mutex
	docs    []*evidence.Document
	rows    []evidence.LedgerRow
	events  []Event
	records map[string]map[string][]byte
	saved   []Saved
	edits   []PartyEdit
	dir     string
}

func sha(n int) string { return strings.Repeat(fmt.Sprintf("%02x", n+0xa0), 32) }

// findSpan is the place of a text in a page.
func findSpan(d *evidence.Document, page int, text string) []evidence.Span {
	i := strings.Index(d.Pages[page-1].Text, text)
	if i < 0 {
		panic("sample: no " + text)
	}
	return []evidence.Span{{Page: page, Start: i, End: i + len(text)}}
}

// lay gives every word of a page a box.
func lay(p *evidence.Page) {
	p.Layout = &evidence.Layout{Width: 612, Height: 792}
	x, y, at := float32(90), float32(90), 0
	for _, w := range strings.Fields(p.Text) {
		i := strings.Index(p.Text[at:], w) + at
		width := float32(len(w)) * 5.4
		if x+width > 540 {
			x, y = 90, y+24
		}
		p.Layout.Boxes = append(p.Layout.Boxes, evidence.Box{Start: i, End: i + len(w), X0: x, Y0: y, X1: x + width, Y1: y + 12})
		x += width + 5
		at = i + len(w)
	}
}

func day(v string) *evidence.Date {
	return &evidence.Date{Value: v, Precision: evidence.PrecisionOf(v), Surface: v, Resolved: true}
}

func newSample(dir string) *sample {
	s := &sample{records: map[string]map[string][]byte{}, dir: dir}
	one := "Defendant Larkspur Rail denies that its signal logs were altered in March 2025.\n\nLarkspur Rail admits that it paid Quill Inspectors $310,000 for the audit of 4 April 2025, and no more.\n\nMs. Odile Brandt said: \u201cThe logs are as the machine wrote them.\u201d"
	two := "Larkspur Rail lacks knowledge of the number of riders and denies that 12,000 riders were delayed.\n\nWherefore it asks that the complaint be dismissed."
	a := &evidence.Document{ID: sha(1), Kind: evidence.Filing, Title: "Answer of Larkspur Rail, Inc. to the Complaint", PageCount: 2,
		Pages:  []evidence.Page{{Number: 1, Text: one, State: evidence.PageText, Stamp: &evidence.Stamp{Entry: "31", Page: 1, Of: 2, PageID: "412"}}, {Number: 2, Text: two, State: evidence.PageText}},
		Docket: &evidence.Docket{Number: "3:25-cv-00999", Court: "wdc", Entry: "31", Filed: day("2025-07-25")},
		Filing: &evidence.Caption{Title: "Ferrant v. Larkspur Rail, Inc.", Type: "answer"}, Source: evidence.Source{Path: "docket/031.pdf", MediaType: "application/pdf", Size: 80000, Added: "2025-11-03T09:14:00Z"}, Reader: "pdfium/1", Sandbox: "full", Tags: []string{"key"}}
	lay(&a.Pages[0])
	lay(&a.Pages[1])
	a.Parties = []evidence.Party{{Name: "Larkspur Rail, Inc.", Aliases: []string{"Larkspur Rail"}, Type: evidence.Organisation, Roles: []string{"defendant"}, Basis: "caption", Verified: true, Spans: findSpan(a, 1, "Larkspur Rail")},
		{Name: "Quill Inspectors", Type: evidence.Organisation, Roles: []string{"mentioned"}, Basis: "suffix", Spans: findSpan(a, 1, "Quill Inspectors")},
		{Name: "Odile Brandt", Type: evidence.Person, Roles: []string{"source"}, Basis: "title", Spans: findSpan(a, 1, "Odile Brandt")}}
	a.Dates = []evidence.DateFact{{Date: evidence.Date{Value: "2025-03", Precision: evidence.Month, Surface: "March 2025", Resolved: true}, Event: "logs altered", Spans: findSpan(a, 1, "March 2025")},
		{Date: *day("2025-04-04"), Event: "audit", Spans: findSpan(a, 1, "4 April 2025")}}
	a.Amounts = []evidence.Amount{{Value: 310000, Currency: "USD", For: "audit", Surface: "$310,000", Spans: findSpan(a, 1, "$310,000")}}
	a.Quotations = []evidence.Quotation{{Text: "The logs are as the machine wrote them.", Speaker: "Odile Brandt", Spans: findSpan(a, 1, "The logs are as the machine wrote them.")}}
	a.Statements = []evidence.Statement{{Text: "signal logs were altered", Speaker: "Larkspur Rail, Inc.", Stance: evidence.Denies, Paragraph: 31, Spans: findSpan(a, 1, "Defendant Larkspur Rail denies that its signal logs were altered in March 2025.")},
		{Text: "paid Quill Inspectors", Speaker: "Larkspur Rail, Inc.", Stance: evidence.Admits, Paragraph: 33, Spans: findSpan(a, 1, "Larkspur Rail admits that it paid Quill Inspectors $310,000 for the audit of 4 April 2025, and no more.")}}
	b := s.article(2, "Rail company accused of changed logs", "The Marsh Gazette", "Tess Okonjo", "2025-03-09", "Home News Sport\n\nLarkspur Rail changed its signal logs in March 2025, according to a complaint seeking $5,000 for each rider.\n\nThe company did not comment.")
	b.Pages[0].Furniture = []evidence.Range{{Start: 0, End: 15}}
	c := s.article(3, "<script>alert('title')</script> Logs \u202etxt.exe", "Evening <b>Bell</b>", "\"><img src=x onerror=alert(1)>", "2024-11-02", "<script>document.title='owned'</script> & <svg onload=alert(1)> the logs of Larkspur Rail. Zero\u200bwidth.")
	c.Source.Path = "press/\"><script>alert(2)</script>.html"
	c.Tags = []string{"<i>tag</i>"}
	c.Notes = []evidence.Note{{ID: 1, Text: "<script>alert(3)</script>", By: "reviewer", At: "2025-11-04T10:00:00Z"}}
	s.docs = []*evidence.Document{a, b, c}
	for _, d := range s.docs {
		d.Source.SHA256 = d.ID
		d.Normalize()
	}
	s.rows = []evidence.LedgerRow{{Number: 1, Path: "docket/031.pdf", State: evidence.Indexed, ID: sha(1), Pages: 2, Kind: evidence.Filing, Size: 80000, At: "2025-11-03T09:14:00Z"},
		{Number: 2, Path: "press/gazette.html", State: evidence.Indexed, ID: sha(2), Pages: 1, Kind: evidence.Article, At: "2025-11-03T09:14:00Z"},
		{Number: 3, Path: "press/\"><script>alert(2)</script>.html", State: evidence.Indexed, ID: sha(3), Pages: 1, Kind: evidence.Article, At: "2025-11-03T09:15:00Z"},
		{Number: 4, Path: "docket/031 (1).pdf", State: evidence.Duplicate, ID: sha(1), At: "2025-11-03T09:16:00Z"},
		{Number: 5, Path: "docket/sealed.pdf", State: evidence.Exception, Reason: "encrypted", Detail: "needs a password", Retryable: true, Attempts: 1, At: "2025-11-03T09:17:00Z"},
		{Number: 6, Path: "docket/~$x.docx", State: evidence.Ignored, Reason: "temporary", At: "2025-11-03T09:18:00Z"}}
	return s
}

func (s *sample) article(n int, title, publisher, author, date, text string) *evidence.Document {
	d := &evidence.Document{ID: sha(n), Kind: evidence.Article, Title: title, Publisher: publisher, Author: author, Published: day(date), PageCount: 1,
		Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}, Source: evidence.Source{Path: "press/a.html", MediaType: "text/html", Added: "2025-11-03T09:14:00Z"}}
	d.Parties = []evidence.Party{{Name: "Larkspur Rail, Inc.", Aliases: []string{"Larkspur Rail"}, Type: evidence.Organisation, Roles: []string{"defendant"}, Basis: "name", Spans: findSpan(d, 1, "Larkspur Rail")}}
	if strings.Contains(text, "$5,000") {
		d.Amounts = []evidence.Amount{{Value: 5000, Currency: "USD", For: "relief", Surface: "$5,000", Spans: findSpan(d, 1, "$5,000")}}
		d.Dates = []evidence.DateFact{{Date: evidence.Date{Value: "2025-03", Precision: evidence.Month, Surface: "March 2025", Resolved: true}, Event: "logs altered", Spans: findSpan(d, 1, "March 2025")}}
	}
	return d
}

// spots are the places of the words of a query in a document.
func spots(d *evidence.Document, query string) []evidence.Span {
	var out []evidence.Span
	for _, p := range d.Pages {
		low := strings.ToLower(p.Text)
		for _, w := range strings.Fields(strings.ToLower(query)) {
			for at := 0; ; {
				i := strings.Index(low[at:], w)
				if i < 0 {
					break
				}
				out = append(out, evidence.Span{Page: p.Number, Start: at + i, End: at + i + len(w)})
				at += i + len(w)
			}
		}
	}
	slices.SortFunc(out, func(a, b evidence.Span) int {
		if a.Before(b) {
			return -1
		}
		return 1
	})
	return out
}

func (s *sample) Search(_ context.Context, r search.Request) (*search.Answer, error) {
	if i := strings.Index(r.Query, "("); i >= 0 && !strings.Contains(r.Query, ")") {
		return nil, &search.Error{Code: search.CodeInvalid, Message: "a bracket is not closed", Hint: "Write ) at the end.", At: i, Suggestion: r.Query + ")"}
	}
	a := &search.Answer{Version: 1, Query: search.Echo{Text: r.Query, Reads: "documents with " + r.Query, Warnings: []search.Warning{}}, Searched: 3, Unsearchable: 1, Snapshot: "5nap5hot5nap5hot", TookMS: 1.2, Hits: []search.Hit{}, Facets: map[string][]index.FacetCount{}, Histogram: []index.FacetCount{}}
	for _, d := range s.docs {
		found := spots(d, r.Query)
		if r.Query != "" && len(found) == 0 || len(r.Facets["kind"]) > 0 && !slices.Contains(r.Facets["kind"], string(d.Kind)) {
			continue
		}
		a.Total++
		h := search.Hit{ID: d.ID, Title: d.Title, Kind: d.Kind, Publisher: d.Publisher, Author: d.Author, Published: d.Date(), Path: d.Source.Path, Score: 1, Occurrences: len(found), Excerpts: []search.Excerpt{}, TitleMarks: [][2]int{}}
		if len(found) > 0 {
			p := d.Pages[found[0].Page-1]
			h.Excerpts = append(h.Excerpts, search.Excerpt{Page: p.Number, End: len(p.Text), Text: p.Text, Marks: [][2]int{{found[0].Start, found[0].End}}})
		}
		if r.Limit >= 0 {
			a.Hits = append(a.Hits, h)
		}
		a.Facets["kind"] = count(a.Facets["kind"], string(d.Kind))
		a.Facets["publisher"] = count(a.Facets["publisher"], d.Publisher)
		a.Histogram = count(a.Histogram, d.Date().Value[:7])
	}
	if strings.Contains(r.Query, " ") {
		a.Query.Warnings = append(a.Query.Warnings, search.Warning{Message: "two readings", Alternatives: []search.Alternative{{Query: `"` + r.Query + `"`, Total: 1}}})
	}
	return a, nil
}

func count(list []index.FacetCount, value string) []index.FacetCount {
	for i := range list {
		if list[i].Value == value {
			list[i].Count++
			return list
		}
	}
	if value == "" {
		return list
	}
	return append(list, index.FacetCount{Value: value, Count: 1})
}

func (s *sample) All(ctx context.Context, r search.Request, yield func(search.Hit) error) error {
	a, err := s.Search(ctx, r)
	if err != nil {
		return err
	}
	for _, h := range a.Hits {
		if err := yield(h); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) Places(_ context.Context, q string, _ search.Dialect, id string) ([]search.Place, error) {
	d, err := s.Full(id)
	if err != nil {
		return nil, err
	}
	var out []search.Place
	for i, sp := range spots(d, q) {
		out = append(out, search.Place{Number: i + 1, Span: sp, Text: sp.Text(d.Pages)})
	}
	return out, nil
}

func (s *sample) Terms(_ context.Context, queries []string, _ search.Dialect) (*search.TermReport, error) {
	r := &search.TermReport{Version: 1, Searchable: 3, Unsearchable: 1, Terms: []search.Term{}}
	for _, q := range queries {
		r.Terms = append(r.Terms, search.Term{Query: q, Reads: "documents with " + q, Documents: 2, WithFamily: 2, Unique: 1, Occurrences: 5, Warnings: []search.Warning{}})
	}
	return r, nil
}

func (s *sample) RunSaved(_ context.Context, list []search.Saved) ([]search.SavedResult, error) {
	out := []search.SavedResult{}
	for _, one := range list {
		out = append(out, search.SavedResult{Saved: one, Total: one.LastTotal + 2, New: 2})
	}
	return out, nil
}

func (s *sample) Resolve(prefix string) (string, error) {
	for _, d := range s.docs {
		if len(prefix) >= 8 && strings.HasPrefix(d.ID, prefix) {
			return d.ID, nil
		}
	}
	return "", fmt.Errorf("document %q: %w", prefix, evidence.ErrNotFound)
}

func (s *sample) Full(id string) (*evidence.Document, error) {
	for _, d := range s.docs {
		if d.ID == id {
			c := *d
			return &c, nil
		}
	}
	return nil, evidence.ErrNotFound
}
func (s *sample) Document(id string) (*evidence.Document, error) { return s.Full(id) }

func (s *sample) Page(id string, n int) (evidence.Page, error) {
	d, err := s.Full(id)
	if err != nil || n < 1 || n > len(d.Pages) {
		return evidence.Page{}, evidence.ErrNotFound
	}
	return d.Pages[n-1], nil
}

func (s *sample) Documents(yield func(*evidence.Document) error) error {
	for _, d := range s.docs {
		if err := yield(d); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) Relatives(id string) ([]Relative, error) {
	if id == sha(2) {
		return []Relative{{ID: sha(3), Relation: "near-duplicate", Similarity: .87}}, nil
	}
	return nil, nil
}

func (s *sample) Rows(q LedgerQuery, yield func(evidence.LedgerRow) error) error {
	rows := slices.Clone(s.rows)
	if q.Newest {
		slices.Reverse(rows)
	}
	n := 0
	for _, r := range rows {
		if q.State != "" && r.State != q.State || q.ID != "" && r.ID != q.ID || q.Newest && q.After > 0 && r.Number >= q.After || q.Limit > 0 && n >= q.Limit {
			continue
		}
		n++
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) LedgerSums() (evidence.Summary, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sum := evidence.Summary{Version: 1}
	for _, r := range s.rows {
		sum.Tally(r.State)
	}
	return sum, nil
}

func (s *sample) Tag(id, tag, _ string) error {
	for _, d := range s.docs {
		if d.ID == id {
			d.Tags = append(slices.Clone(d.Tags), tag)
		}
	}
	return nil
}

func (s *sample) Untag(id, tag, _ string) error {
	for _, d := range s.docs {
		if d.ID == id {
			d.Tags = slices.DeleteFunc(slices.Clone(d.Tags), func(t string) bool { return t == tag })
		}
	}
	return nil
}
func (s *sample) Tags() (map[string]int, error) { return map[string]int{"key": 1}, nil }

func (s *sample) AddNote(id string, n evidence.Note) (evidence.Note, error) {
	for _, d := range s.docs {
		if d.ID == id {
			n.ID = uint64(len(d.Notes) + 1)
			d.Notes = append(slices.Clone(d.Notes), n)
		}
	}
	return n, nil
}
func (s *sample) RemoveNote(string, uint64, string) error { return nil }
func (s *sample) SavedQueries() ([]Saved, error)          { return s.saved, nil }
func (s *sample) SaveQuery(q Saved) (Saved, error) {
	q.ID = uint64(len(s.saved) + 1)
	s.saved = append(s.saved, q)
	return q, nil
}
func (s *sample) DeleteQuery(id uint64, _ string) error {
	s.saved = slices.DeleteFunc(s.saved, func(q Saved) bool { return q.ID == id })
	return nil
}
func (s *sample) EditParty(e PartyEdit) (PartyEdit, error) {
	s.edits = append(s.edits, e)
	return e, nil
}

func (s *sample) Take(_ context.Context, name string, r io.Reader, l Labels) (evidence.LedgerRow, error) {
	n, err := io.Copy(io.Discard, r)
	s.mu.Lock()
	defer s.mu.Unlock()
	row := evidence.LedgerRow{Number: uint64(len(s.rows) + 1), Path: name, State: evidence.Indexed, ID: sha(2), Size: n, Custodian: l.Custodian, At: "2025-11-05T10:00:00Z"}
	s.rows = append(s.rows, row)
	return row, err
}

func (s *sample) Retry(_ context.Context, row uint64, password, _ string) (evidence.LedgerRow, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.rows {
		if s.rows[i].Number == row {
			if password == "right" {
				s.rows[i].State, s.rows[i].Reason, s.rows[i].Detail, s.rows[i].ID = evidence.Indexed, "", "", sha(1)
			} else {
				s.rows[i].Attempts++
			}
			return s.rows[i], nil
		}
	}
	return evidence.LedgerRow{}, evidence.ErrNotFound
}

func (s *sample) Render(context.Context, string, int, int) ([]byte, error) {
	im := image.NewGray(image.Rect(0, 0, 306, 396))
	for i := range im.Pix {
		im.Pix[i] = 0xff
	}
	for y := 45; y < 200; y += 12 {
		for x := 45; x < 270; x++ {
			im.SetGray(x, y, color.Gray{Y: 150})
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, im)
	return b.Bytes(), err
}

func (s *sample) Original(string) (*os.File, error) {
	name := filepath.Join(s.dir, "original")
	if err := os.WriteFile(name, []byte("<script>alert(1)</script>"), 0o600); err != nil {
		return nil, err
	}
	return os.Open(name)
}

func (s *sample) Record(e Event) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	e.Seq, e.Time = uint64(len(s.events)), "2025-11-05T10:00:00Z"
	s.events = append(s.events, e)
	return nil
}

func (s *sample) Audit(q AuditQuery, yield func(Event) error) error {
	s.mu.Lock()
	list := slices.Clone(s.events)
	s.mu.Unlock()
	for _, e := range slices.Backward(list) {
		if q.Object != "" && e.Object != q.Object || q.Actor != "" && e.Actor != q.Actor || q.Action != "" && e.Action != q.Action {
			continue
		}
		if err := yield(e); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) GetRecord(kind, key string) ([]byte, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, ok := s.records[kind][key]
	return b, ok, nil
}
func (s *sample) PutRecord(kind, key string, value []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.records[kind] == nil {
		s.records[kind] = map[string][]byte{}
	}
	s.records[kind][key] = value
	return nil
}
func (s *sample) DeleteRecord(kind, key string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.records[kind], key)
	return nil
}
func (s *sample) Records(kind string, yield func(string, []byte) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, k := range sortedKeys(s.records[kind]) {
		if err := yield(k, s.records[kind][k]); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) Claim(ctx context.Context, claim string) (*CheckAnswer, error) {
	out := &CheckAnswer{Version: 1, Sentences: []Sentence{}}
	return out, s.Check(ctx, strings.ReplaceAll(claim, ".", ","), func(one Sentence) error {
		out.Sentences = append(out.Sentences, one)
		return nil
	})
}

func (s *sample) Check(_ context.Context, text string, yield func(Sentence) error) error {
	five, three := 5000.0, 3000.0
	for one := range strings.SplitSeq(text, ".") {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		st := Sentence{Text: one + ".", Summary: "differs", Verdicts: []Verdict{
			{Document: sha(2), Title: "Rail company accused of changed logs", Verdict: "attributes", Speaker: "a complaint", Stance: "alleges", Passage: Passage{Page: 1, Start: 17, End: 60, Text: "Larkspur Rail changed its signal logs"}, Score: .9},
			{Document: sha(2), Title: "Rail company accused of changed logs", Verdict: "differs", Slot: "amount", Yours: "$3,000", Theirs: "$5,000", YoursValue: &three, TheirsValue: &five, Rule: "same relief, amount differs", Passage: Passage{Page: 1, Start: 17, End: 60, Text: "a complaint seeking $5,000 for each rider"}, Score: .8}},
			Quotations: []QuotationCheck{{Text: "logs are right", Result: "altered", Document: sha(1), Passage: Passage{Page: 1}, Diff: [][2]string{{"=", "The logs are "}, {"-", "right"}, {"+", "as the machine wrote them"}}}}}
		if err := yield(st); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) Claims(_ context.Context, _ string) (*Claims, error) {
	cell := func(n int, stance, speaker, text string, start int) Cell {
		return Cell{Document: sha(n), Stance: stance, Speaker: speaker, Text: text, Page: 1, Span: evidence.Span{Page: 1, Start: start, End: start + len(text)}}
	}
	return &Claims{Version: 1, Snapshot: "5nap", Groups: []Group{
		{ID: "1", Claim: "Larkspur Rail changed its signal logs in March 2025", Documents: 2, Independent: 2, Cells: []Cell{cell(1, "denies", "Larkspur Rail, Inc.", "denies that its signal logs were altered", 10), cell(2, "reports", "", "Larkspur Rail changed its signal logs", 17)}, Differences: []Difference{}},
		{ID: "2", Claim: "The complaint seeks an amount for each rider", Documents: 2, Independent: 1, Cells: []Cell{cell(2, "seeks", "the complaint", "seeking $5,000 for each rider", 40), cell(3, "reports", "", "asks $3,000 for each", 3)},
			Differences: []Difference{{Slot: "amount", Hard: true, Values: []Value{{Value: "$5,000", Normal: "5000 USD", Documents: []string{sha(2)}}, {Value: "$3,000", Normal: "3000 USD", Documents: []string{sha(3)}}}}}}}}, nil
}

func (s *sample) Level() Level {
	return Level{Searchable: len(s.docs), Unsearchable: 1, Snapshot: "5nap5hot5nap5hot", Sandbox: "full", OCR: "eng", FreeBytes: 9 << 30}
}

// newServer serves the sample; options may be changed before.
func newServer(t testing.TB, change ...func(*Options)) (*Server, *sample) {
	t.Helper()
	c := newSample(t.TempDir())
	o := Options{Name: "Ferrant v. Larkspur Rail, Inc.", Detail: "W.D. Cascadia 3:25-cv-00999", Notice: "Every person, company and court here is invented.", Instance: "case1",
		Search: c, Documents: c, Kin: c, Ledger: c, Marks: c, Keeper: c, Intake: c, Pages: c, Custody: c, Records: c, Checker: c, Versions: versions{}, Status: c, Version: "test", Log: t.Logf}
	for _, f := range change {
		f(&o)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}
