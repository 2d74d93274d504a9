package index

import (
	"context"
	"testing"

	"averment/evidence"
)

func TestStatements(t *testing.T) {
	doc := textDoc("suit", "The complaint says the firm sold data. The firm denies that it sold data. Weather was fine.")
	doc.Statements = []evidence.Statement{
		{Speaker: "the complaint", Stance: evidence.Alleges, Spans: []evidence.Span{{Page: 1, Start: 0, End: 38}}},
		{Speaker: "The Firm Inc.", Stance: evidence.Denies, Spans: []evidence.Span{{Page: 1, Start: 39, End: 73}}},
	}
	x, m := indexed(t, doc, textDoc("other", "Prices rose. Nothing was sold."))
	ask := func(r StatementRequest) []StatementHit {
		t.Helper()
		hits, err := x.Statements(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		return hits
	}
	hits := ask(StatementRequest{Text: "the firm sold data"})
	if len(hits) != 3 || hits[0].Number != 1 || hits[0].Document != doc.ID || hits[2].Number != 2 {
		t.Fatalf("got %+v", hits)
	}
	first := hits[0]
	if first.Page != 1 || first.Stance == "" || first.Speaker == "" || doc.Pages[0].Text[first.Start:first.End] == "" {
		t.Errorf("incomplete hit %+v", first)
	}
	hits = ask(StatementRequest{Text: "sold data", Stances: []evidence.Stance{evidence.Denies}})
	if len(hits) != 1 || hits[0].Speaker != "The Firm Inc." || hits[0].Order != 1 {
		t.Errorf("denials: %+v", hits)
	}
	if hits = ask(StatementRequest{Text: "sold", Speaker: "firm"}); len(hits) != 1 {
		t.Errorf("by speaker: %+v", hits)
	}
	if hits = ask(StatementRequest{Text: "sold", Documents: []uint64{2}}); len(hits) != 1 || hits[0].Number != 2 {
		t.Errorf("in one document: %+v", hits)
	}
	m.replace(1, textDoc("suit", "Nothing more."))
	if err := x.Sync(context.Background()); err != nil {
		t.Fatal(err)
	}
	if hits = ask(StatementRequest{Text: "sold data"}); len(hits) != 1 {
		t.Errorf("after the document was replaced: %+v", hits)
	}
}

// A sentence that a page break cuts is one unit, found by the words of both pages, and said
// by whoever says most of it.
func TestStatementOverPageBreak(t *testing.T) {
	doc := textDoc("suit", "Weather was fine. The complaint says the firm", "sold the records of widows. The end.")
	doc.Pages[0].Carries = 2
	doc.Pages[0].Furniture = []evidence.Range{{Start: len(doc.Pages[0].Text), End: len(doc.Pages[0].Text) + 7}}
	doc.Pages[0].Text += " No. 4."
	over := evidence.Span{Page: 1, Start: 37, End: 45, Continues: &evidence.Span{Page: 2, Start: 0, End: 26}}
	doc.Statements = []evidence.Statement{{Speaker: "the complaint", Stance: evidence.Alleges, Spans: []evidence.Span{over}}}
	x, _ := indexed(t, doc)
	hits, err := x.Statements(context.Background(), StatementRequest{Text: "complaint records of widows"})
	if err != nil || len(hits) != 1 || hits[0].Page != 1 || hits[0].Speaker != "the complaint" {
		t.Fatalf("got %+v, %v", hits, err)
	}
	start, end, ok := NewMap(doc).Position(over)
	if !ok || end-start != 7 {
		t.Errorf("positions %d to %d", start, end)
	}
	near := Near{Unit: Sentence, Operands: []Expr{Term{"complaint"}, Term{"widows"}}}
	if got := found(t, x, near); len(got) != 1 {
		t.Errorf("in one sentence: %v", got)
	}
}
