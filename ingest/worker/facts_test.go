package worker

import (
	"context"
	"errors"
	"strings"
	"testing"

	"averment/evidence"
)

// stored is a document as a store holds it, of some megabytes: more than a header may have.
func stored() *evidence.Document {
	text := strings.Repeat("The port said that the berth is open. ", 300_000)
	d := &evidence.Document{ID: "abc", SourceID: "s1", Title: "Berths", Parent: "p", Tags: []string{"kept"}, Signature: []uint64{1, 2},
		Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText, Paragraphs: []int{0},
			Layout: &evidence.Layout{Width: 1, Height: 1, Boxes: []evidence.Box{{Start: 0, End: 3, X1: 1, Y1: 1}}}}}}
	d.Normalize()
	return d
}

// TestFactsInChild has the facts of a stored document read again: they are there, and all
// else is as it was.
func TestFactsInChild(t *testing.T) {
	p := newPool(t, PoolOptions{NoOCR: true, Light: true, Size: 1})
	d := stored()
	text := d.Pages[0].Text
	if err := p.Facts(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	if len(d.Amounts) != 1 || len(d.Amounts[0].Spans) != 1 || d.Kind != evidence.Article || d.Author != "Ada Brice" || len(d.Pages[0].Sentences) != 1 {
		t.Errorf("amounts %+v, kind %q, author %q, sentences %v", d.Amounts, d.Kind, d.Author, d.Pages[0].Sentences)
	}
	page := d.Pages[0]
	if page.Text != text || page.Layout == nil || len(page.Layout.Boxes) != 1 || len(page.Paragraphs) != 1 {
		t.Error("the page has changed")
	}
	if d.ID != "abc" || d.SourceID != "s1" || d.Parent != "p" || len(d.Tags) != 1 || len(d.Signature) != 2 {
		t.Errorf("the document is another: %q %q %q %v %v", d.ID, d.SourceID, d.Parent, d.Tags, d.Signature)
	}
}

// TestFactsOfPoison lets the extractors die over a text: the error has a code, the
// document keeps what it had, and the pool goes on.
func TestFactsOfPoison(t *testing.T) {
	p := newPool(t, PoolOptions{NoOCR: true, Light: true, Size: 1})
	d := &evidence.Document{Title: "kept", Pages: []evidence.Page{{Number: 1, Text: poison, State: evidence.PageText}}}
	err := p.Facts(context.Background(), d)
	var refused *evidence.ReadError
	if !errors.As(err, &refused) || refused.Code != evidence.Crashed || d.Title != "kept" {
		t.Errorf("%v, title %q", err, d.Title)
	}
	if err := p.Facts(context.Background(), stored()); err != nil {
		t.Error(err)
	}
}

// TestFaultOfFacts reads a text over which the extractors panic: the text is kept, with a
// warning, and facts that were there are not lost for it.
func TestFaultOfFacts(t *testing.T) {
	p := newPool(t, PoolOptions{NoOCR: true, Light: true, Size: 1})
	out, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte(faulty)})
	if err != nil {
		t.Fatal(err)
	}
	if out.Document.Pages[0].Text != faulty || !strings.Contains(strings.Join(out.Document.Warnings, " "), "facts") {
		t.Errorf("%q, warnings %q", out.Document.Pages[0].Text, out.Document.Warnings)
	}
	err = p.Facts(context.Background(), out.Document)
	var refused *evidence.ReadError
	if !errors.As(err, &refused) || refused.Code != evidence.Crashed {
		t.Errorf("%v", err)
	}
}
