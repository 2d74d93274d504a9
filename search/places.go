package search

import (
	"context"
	"fmt"

	"averment/evidence"
	"averment/index"
)

// Place is one marked passage of a document, for walking from hit to hit.
type Place struct {
	Number int            `json:"number"` // from 1
	Span   evidence.Span  `json:"span"`
	Text   string         `json:"text"`
	Place  string         `json:"place"` // page and line, "45:12–14", "" where lines have no numbers
	Boxes  []evidence.Box `json:"boxes"` // on the page image, points from the top left; [] without a layout
}

// Places gives every passage of a document that made it match, in order; none when the
// document does not match. The error wraps evidence.ErrNotFound for an unknown id.
func (e *Engine) Places(ctx context.Context, query string, d Dialect, id string) ([]Place, error) {
	q, err := Parse(query, d)
	if err != nil {
		return nil, err
	}
	doc, err := e.texts.Full(id)
	if err != nil {
		return nil, fmt.Errorf("read document %s: %w", id, err)
	}
	ctx, cancel := e.limit(ctx)
	defer cancel()
	expr, err := e.compile(ctx, q.Root)
	if err != nil {
		return nil, e.explain(err)
	}
	here := index.And{Of: []index.Expr{expr, index.IDPrefix{Hex: doc.ID}}}
	found, err := e.find.Search(ctx, index.Request{Expr: here, Limit: 1, Spots: true})
	if err != nil {
		return nil, e.explain(err)
	}
	if len(found.Hits) == 0 {
		return []Place{}, nil
	}
	return e.placesOf(doc, index.NewMap(doc).Locate(found.Hits[0].Spots))
}

// placesOf reads the layout of each page that has spots.
func (e *Engine) placesOf(doc *evidence.Document, spots []index.Spot) ([]Place, error) {
	out := []Place{}
	var p evidence.Page
	for _, s := range bodySpots(doc, spots) {
		if p.Number != s.Page {
			var err error
			if p, err = e.texts.Page(doc.ID, s.Page); err != nil {
				return nil, fmt.Errorf("read page %d of %s: %w", s.Page, doc.ID, err)
			}
		}
		out = append(out, placeOf(&p, s, len(out)+1))
	}
	return out, nil
}

func placeOf(p *evidence.Page, s index.Spot, number int) Place {
	r := evidence.Range{Start: s.ByteStart, End: s.ByteEnd}
	at := Place{Number: number, Span: evidence.Span{Page: p.Number, Start: r.Start, End: r.End}, Text: p.Text[r.Start:r.End], Boxes: []evidence.Box{}}
	at.Place = evidence.Locator([]evidence.Page{*p}, at.Span)
	if p.Layout == nil {
		return at
	}
	for _, b := range p.Layout.Boxes {
		if r.Overlaps(evidence.Range{Start: b.Start, End: b.End}) {
			at.Boxes = append(at.Boxes, b)
		}
	}
	return at
}
