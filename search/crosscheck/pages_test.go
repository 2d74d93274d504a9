package crosscheck_test

import (
	"context"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// overBreak is a report of which a page break cuts a sentence and a quotation in it.
func overBreak() *evidence.Document {
	first := "The mill at Osgood closed in May.\n\nThe owner of the mill paid the widow of the warden a sum of $40,000 after the fall of the"
	second := "north gate, the board said. “We kept the gates of the mill open for as long as we were"
	third := "allowed to do so,” said Ana Ruiz, a member of the board."
	return &evidence.Document{ID: "mill", Kind: evidence.Article, Pages: []evidence.Page{
		{Number: 1, State: evidence.PageText, Text: first + "\n\n- 1 -", Furniture: []evidence.Range{{Start: len(first) + 2, End: len(first) + 7}}},
		{Number: 2, State: evidence.PageText, Text: second}, {Number: 3, State: evidence.PageText, Text: third}}}
}

func TestPassageOverPageBreak(t *testing.T) {
	c := crosscheck.Against([]*evidence.Document{overBreak()}, extract.Facts)
	a, err := c.Claim(context.Background(), "The owner paid the widow of the warden $50,000 after the north gate fell.", crosscheck.CheckOptions{})
	if err != nil || len(a.Sentences[0].Verdicts) == 0 {
		t.Fatalf("%+v %v", a, err)
	}
	v := a.Sentences[0].Verdicts[0]
	if v.Verdict != crosscheck.Differs || v.Theirs != "$40,000" || !strings.Contains(v.Passage.Text, "fall of the north gate") {
		t.Errorf("%s %q: %q", v.Verdict, v.Theirs, v.Passage.Text)
	}
	if at := v.Passage; at.Page != 1 || at.Continues == nil || at.Continues.Page != 2 {
		t.Errorf("passage %+v", at)
	}
}

func TestQuotationOverPageBreak(t *testing.T) {
	c := crosscheck.Against([]*evidence.Document{overBreak()}, extract.Facts)
	for text, want := range map[string]string{
		"“We kept the gates of the mill open for as long as we were allowed to do so,” said Ana Ruiz.":   "exact",
		"“We kept the gates of the mill open for as long as we were forced to do so,” said Ana Ruiz.":    "altered",
		"“We kept the gates of the mill open for as long as we were allowed to do so,” said Tom Renner.": "wrong-speaker",
	} {
		a, err := c.Claim(context.Background(), text, crosscheck.CheckOptions{})
		if err != nil || len(a.Sentences[0].Quotations) != 1 {
			t.Fatalf("%+v %v", a, err)
		}
		q := a.Sentences[0].Quotations[0]
		if q.Result != want {
			t.Errorf("%s: %s, want %s", text, q.Result, want)
		}
		if want == "exact" && (q.Passage.Page != 2 || q.Passage.Continues == nil || q.Passage.Continues.Page != 3 || !strings.HasSuffix(q.Passage.Text, "we were allowed to do so")) {
			t.Errorf("passage %+v", q.Passage)
		}
	}
}
