package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"averment/evidence"
)

// at is the span of the n-th occurrence of a text on the first page, from 0.
func at(d *evidence.Document, text string, n int) []evidence.Span {
	from := 0
	for range n {
		from += strings.Index(d.Pages[0].Text[from:], text) + len(text)
	}
	i := strings.Index(d.Pages[0].Text[from:], text) + from
	return []evidence.Span{{Page: 1, Start: i, End: i + len(text)}}
}

func dated(value string) *evidence.Date {
	d, err := evidence.ParseDate(value)
	if err != nil {
		panic(err)
	}
	return &d
}

// suit is a filing with facts of every kind.
func suit() *evidence.Document {
	d := textDoc("Okafor v. Northlake", "Northlake Networks sold mail of its users in September 2024. Ms. Okafor asks for $1,500,000 in damages. The firm denies any wrong; it has no merit.")
	d.Kind = evidence.Filing
	d.Docket = &evidence.Docket{Number: "5:25-cv-00123", Court: "cand", Filed: dated("2025-01-21")}
	d.Parties = []evidence.Party{
		{Name: "Northlake Networks, Inc.", Aliases: []string{"the firm"}, Roles: []string{"defendant"}, Spans: at(d, "Northlake Networks", 0)},
		{Name: "Ada Okafor", Roles: []string{"plaintiff"}, Spans: at(d, "Okafor", 0)},
		{Name: "Guess Ltd", Proposed: true, Spans: at(d, "firm", 0)},
	}
	d.Dates = []evidence.DateFact{{Date: *dated("2024-09"), Spans: at(d, "September 2024", 0)}}
	d.Amounts = []evidence.Amount{{Value: 1_500_000, Currency: "USD", Spans: at(d, "$1,500,000", 0)}}
	d.Causes = []evidence.Cause{{Name: "breach of contract"}}
	d.Statements = []evidence.Statement{{Speaker: "The firm", Stance: evidence.Denies, Spans: at(d, "The firm denies any wrong; it has no merit.", 0)}}
	return d
}

func report(title, publisher, date, text string) *evidence.Document {
	d := textDoc(title, text)
	d.Kind, d.Publisher = evidence.Article, publisher
	if date != "" {
		d.Published = dated(date)
	}
	return d
}

func TestFacts(t *testing.T) {
	x, _ := indexed(t, suit(),
		report("Mail sold", "Daily Courier", "2025-02-03", "A policy about mail."),
		report("Old news", "The Daily News", "2024", "Nothing here. Furniture outside."))
	day := func(s string) time.Time { from, _, _ := evidence.ParseValue(s); return from }
	party := func(name, role string) PartyIs { return PartyIs{Name: phrase(strings.Fields(name)...), Role: role} }
	tests := []struct {
		name string
		e    Expr
		want []uint64
	}{
		{"party", party("northlake networks", ""), []uint64{1}},
		{"party and role", party("northlake", "defendant"), []uint64{1}},
		{"role of another party", party("northlake", "plaintiff"), nil},
		{"any party of a role", PartyIs{Role: "plaintiff"}, []uint64{1}},
		{"alias", party("the firm", "defendant"), []uint64{1}},
		{"proposed party", party("guess", ""), nil},
		{"party near a word", within(3, party("northlake", ""), Term{"mail"}), []uint64{1}},
		{"party too far", within(2, party("northlake", ""), Term{"mail"}), []uint64{1}},
		{"party farther", within(1, party("northlake", ""), Term{"mail"}), nil},
		{"party near an amount", within(4, party("okafor", ""), AmountIn{Min: 1_000_000, Max: math.Inf(1), Above: true}), []uint64{1}},
		{"amount above", AmountIn{Min: 1_500_000, Max: math.Inf(1), Above: true}, nil},
		{"amount at", AmountIn{Min: 1_500_000, Max: 1_500_000, Currency: "usd"}, []uint64{1}},
		{"amount in another currency", AmountIn{Min: 0, Max: math.Inf(1), Currency: "EUR"}, nil},
		{"date in its year", DateIn{day("2024"), day("2025")}, []uint64{1}},
		{"month is not a day", DateIn{day("2024-09-15"), day("2024-09-16")}, nil},
		{"month is not all after its middle", DateIn{From: day("2024-09-15")}, nil},
		{"date near a word", within(2, DateIn{day("2024-09"), day("2024-10")}, Term{"users"}), []uint64{1}},
		{"says", Says{Stance: "denies"}, []uint64{1}},
		{"says by speaker", Says{Speaker: Term{"firm"}, Stance: "denies", Text: phrase("no", "merit")}, []uint64{1}},
		{"says something else", Says{Speaker: Term{"firm"}, Text: Term{"mail"}}, nil},
		{"says by another", Says{Speaker: Term{"okafor"}}, nil},
		{"published", DocDate{"published", day("2025"), day("2026")}, []uint64{1, 2}},
		{"published of a year only", DocDate{"published", day("2024"), day("2025")}, []uint64{3}},
		{"year is not a month", DocDate{"published", day("2024-01"), day("2024-02")}, nil},
		{"filed", DocDate{Field: "filed", To: day("2026")}, []uint64{1}},
		{"publisher by words", In{"publisher", phrase("daily", "news")}, []uint64{3}},
		{"publisher by pattern", In{"publisher", Pattern{"cour*"}}, []uint64{2}},
		{"publisher by either", In{"publisher", Or{[]Expr{Term{"courier"}, Term{"news"}}}}, []uint64{2, 3}},
		{"publisher whole", Value{"publisher", "Daily News"}, nil},
		{"docket", In{"docket", phrase("25", "cv", "00123")}, []uint64{1}},
		{"court", Value{"court", "cand"}, []uint64{1}},
		{"party field", In{"party", Term{"okafor"}}, []uint64{1}},
		{"id", IDPrefix{suit().ID[:9]}, []uint64{1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(t, x, tt.e); fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	x, _ := indexed(t, textDoc("a", "b"))
	deep := Expr(Term{"b"})
	for range 200 {
		deep = Not{deep}
	}
	tests := map[string]Request{
		"set in a distance":   {Expr: within(3, Term{"a"}, And{[]Expr{Term{"a"}, Term{"b"}}})},
		"not in a phrase":     {Expr: Phrase{[]Expr{Term{"a"}, Not{Term{"b"}}}}},
		"unknown field":       {Expr: In{"colour", Term{"red"}}},
		"date field as words": {Expr: In{"filed", Term{"red"}}},
		"fact in a field":     {Expr: In{"title", DateIn{}}},
		"exact in a field":    {Expr: In{"title", Exact{"A"}}},
		"too deep":            {Expr: deep},
		"three edits":         {Expr: Fuzzy{Text: "word", Edits: 3}},
		"no id":               {Expr: IDPrefix{"xyz"}},
		"unknown facet":       {Facets: []string{"colour"}},
		"unknown filter":      {Filters: map[string][]string{"colour": {"red"}}},
		"unknown order":       {Sort: "size", Limit: 1},
		"broken cursor":       {After: "!", Limit: 1},
		"no date":             {Published: [2]string{"banana", ""}},
	}
	for name, req := range tests {
		if _, err := x.Search(context.Background(), req); !errors.Is(err, evidence.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Search(ctx, Request{Expr: Pattern{"*b"}}); err != nil && !errors.Is(err, ErrDeadline) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestFacets(t *testing.T) {
	x, _ := indexed(t, suit(),
		report("One", "Courier", "2025-02-03", "Mail was sold."),
		report("Two", "Courier", "2025-02-20", "Mail again."),
		report("Three", "Gazette", "2024", "Mail once more."),
		report("Four", "Gazette", "", "Something else."))
	ask := func(r Request) *Result {
		t.Helper()
		r.Limit, r.Histogram = 10, true
		res, err := x.Search(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		return res
	}
	facets := []string{"kind", "publisher", "year", "party", "amount"}
	res := ask(Request{Expr: Term{"mail"}, Facets: facets})
	want := map[string]string{
		"kind": "[{article 3} {filing 1}]", "publisher": "[{Courier 2} {Gazette 1}]", "year": "[{2025 3} {2024 1}]",
		"party": "[{Ada Okafor 1} {Northlake Networks, Inc. 1}]", "amount": "[{USD 1M–10M 1}]",
	}
	for name, w := range want {
		if got := fmt.Sprint(res.Facets[name]); got != w {
			t.Errorf("%s: %s, want %s", name, got, w)
		}
	}
	if got := fmt.Sprint(res.Histogram); got != "[{2024 1} {2025-01 1} {2025-02 2}]" {
		t.Errorf("histogram %s", got)
	}
	res = ask(Request{Expr: Term{"mail"}, Facets: facets, Filters: map[string][]string{"publisher": {"Courier", "Gazette"}, "year": {"2025"}}})
	if res.Total != 2 || fmt.Sprint(res.Facets["year"]) != "[{2025 2} {2024 1}]" || fmt.Sprint(res.Facets["publisher"]) != "[{Courier 2}]" {
		t.Errorf("filtered: %d %v", res.Total, res.Facets)
	}
	res = ask(Request{Expr: Term{"mail"}, Published: [2]string{"2025-02", "2025-02"}})
	if res.Total != 2 {
		t.Errorf("in February: %d", res.Total)
	}
}

func TestOrderAndCursor(t *testing.T) {
	x, _ := indexed(t,
		report("Beta", "", "2025-02-03", "mail"), report("alpha", "", "2023", "mail"),
		report("Gamma", "", "", "mail"), report("2 Delta", "", "2025-02-04", "mail mail"))
	titles := map[Sort][]uint64{
		Newest: {4, 1, 2, 3}, Oldest: {2, 1, 4, 3}, ByTitle: {4, 2, 1, 3}, ByRelevance: {4, 1, 2, 3},
	}
	for sort, want := range titles {
		var paged []uint64
		after := ""
		for {
			res, err := x.Search(context.Background(), Request{Expr: Term{"mail"}, Sort: sort, Limit: 1, After: after})
			if err != nil {
				t.Fatal(err)
			}
			if len(res.Hits) == 0 {
				break
			}
			paged = append(paged, res.Hits[0].Number)
			after = res.Hits[0].Cursor
		}
		if !slices.Equal(paged, want) {
			t.Errorf("%s: %v, want %v", sort, paged, want)
		}
		res, err := x.Search(context.Background(), Request{Expr: Term{"mail"}, Sort: sort, Limit: 2, Offset: 2})
		if err != nil || len(res.Hits) != 2 || res.Hits[0].Number != want[2] {
			t.Errorf("%s from 2: %+v %v", sort, res, err)
		}
	}
}

func TestPlaces(t *testing.T) {
	d := textDoc("Printed Title", "Menu words. Printed title stands here.", "Second page, good\u00adwill and Texaco’s café.")
	d.Pages[0].Furniture = []evidence.Range{{Start: 0, End: 11}}
	x, _ := indexed(t, d)
	spots := func(e Expr) string {
		t.Helper()
		res, err := x.Search(context.Background(), Request{Expr: e, Limit: 1, Places: true})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, h := range res.Hits {
			for _, s := range h.Spots {
				if s.Page == 0 {
					out = append(out, "title")
					continue
				}
				out = append(out, fmt.Sprintf("%d:%s", s.Page, d.Pages[s.Page-1].Text[s.ByteStart:s.ByteEnd]))
			}
		}
		return strings.Join(out, "|")
	}
	tests := []struct {
		e    Expr
		want string
	}{
		{Term{"title"}, "1:title"},
		{phrase("printed", "title"), "1:Printed title"},
		{Term{"menu"}, ""},
		{phrase("words", "printed"), ""},
		{phrase("here", "second"), "1:here|2:Second"},
		{Term{"goodwill"}, "2:good\u00adwill"},
		{Term{"texaco"}, "2:Texaco’s"},
		{And{[]Expr{Exact{"café"}, Term{"page"}}}, "2:page|2:café"},
		{Near{Operands: []Expr{Term{"here"}, Term{"second"}}, Unit: Sentence}, ""},
		{within(2, Term{"stands"}, Term{"second"}), "1:stands|2:Second"},
	}
	for _, tt := range tests {
		if got := spots(tt.e); got != tt.want {
			t.Errorf("%#v: %q, want %q", tt.e, got, tt.want)
		}
	}
	if got := found(t, x, In{"furniture", Term{"menu"}}); len(got) != 1 {
		t.Error("furniture not found")
	}
}
