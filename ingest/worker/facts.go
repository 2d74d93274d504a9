package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"averment/evidence"
)

// Facts fills in the facts of a document whose pages have text, in a child: the text may
// come from anybody. What a document is, where it came from and its pages stay as they
// are, but for their sentences. Errors are those of Read.
func (p *Pool) Facts(ctx context.Context, d *evidence.Document) error {
	data, err := encode(wireDocument{Document: textOnly(d)})
	if err != nil {
		return fmt.Errorf("hand a document over: %w", err)
	}
	if len(data) > maxDocument {
		return &evidence.ReadError{Code: evidence.TooLarge, Detail: fmt.Sprintf("more than %d bytes of text", maxDocument)}
	}
	src := bytes.NewReader(data)
	o, err := p.attempt(ctx, job{Task: taskFacts, Limits: p.options.Limits}, src, noParts)
	if dead(err) {
		o, err = p.attempt(ctx, job{Task: taskFacts, Limits: p.options.Limits, NoSecond: true}, src, noParts)
	}
	if err != nil {
		return coded(err)
	}
	found := o.Document.document()
	if found == nil || len(found.Pages) != len(d.Pages) {
		return &evidence.ReadError{Code: evidence.Crashed, Detail: "the worker gave no document"}
	}
	takeFacts(d, found)
	repairFacts(d)
	d.Normalize()
	return nil
}

// textOnly is a copy without what facts are not read from, but costs much to send.
func textOnly(d *evidence.Document) *evidence.Document {
	out := *d
	out.Pages = make([]evidence.Page, len(d.Pages))
	for i, page := range d.Pages {
		page.Layout = nil
		out.Pages[i] = page
	}
	return &out
}

// takeFacts takes over what the extractors fill in.
func takeFacts(d, found *evidence.Document) {
	d.Kind, d.Title, d.Author = found.Kind, tidy(found.Title), tidy(found.Author)
	d.Docket, d.Filing, d.Origin = found.Docket, found.Filing, found.Origin
	d.Parties, d.Dates, d.Causes, d.Citations = found.Parties, found.Dates, found.Causes, found.Citations
	d.Amounts, d.Quotations, d.Statements = found.Amounts, found.Quotations, found.Statements
	for i := range d.Pages {
		p := &d.Pages[i]
		p.Sentences, p.Carries = goodRanges(found.Pages[i].Sentences, p.Text), found.Pages[i].Carries
		p.Carries = goodCarries(*p)
	}
}

// tryFacts makes an error of a fault of the extractors: the text that was read is worth
// keeping without them.
func tryFacts(facts func(*evidence.Document), d *evidence.Document) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("the extractors failed: %v", cause)
		}
	}()
	facts(d)
	return nil
}

// facts is the job of a child. The texts are not sent back.
func (c *child) facts(data []byte) error {
	var w wireDocument
	if err := decode(bytes.NewReader(data), &w, maxDocument); err != nil || w.Document == nil || c.reader.Facts == nil {
		return errors.Join(errFrame, err)
	}
	d := w.Document
	if err := tryFacts(c.reader.Facts, d); err != nil {
		return c.out.value(kindDone, outcome{Error: &evidence.ReadError{Code: evidence.Crashed, Detail: err.Error()}})
	}
	for i := range d.Pages {
		d.Pages[i].Text = ""
	}
	d.Normalize()
	return c.out.value(kindDone, outcome{Document: wire(d)})
}
