package ui

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"averment/evidence"
)

// sample is an invented case in memory; it stands in for store, index and check.
type sample struct {
	mu      sync.Mutex
	docs    []*evidence.Document
	rows    []evidence.LedgerRow
	events  []Event
	records map[string]map[string][]byte
	saved   []Saved
	touched []string // documents of the last correction
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

// newServer serves the sample; options may be changed before.
func newServer(t testing.TB, change ...func(*Options)) (*Server, *sample) {
	t.Helper()
	c := newSample(t.TempDir())
	o := Options{Name: "Ferrant v. Larkspur Rail, Inc.", Detail: "W.D. Cascadia 3:25-cv-00999", Notice: "Every person, company and court here is invented.", Instance: "case1",
		Search: c, Documents: c, Kin: c, Ledger: c, Marks: c, Keeper: c, Corrector: c, Intake: c, Pages: c, Custody: c, Records: c, Checker: c, Versions: versions{}, Status: c, Version: "test", Log: t.Logf}
	for _, f := range change {
		f(&o)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}
