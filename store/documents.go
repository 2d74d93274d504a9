package store

import (
	"fmt"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// Document gives the metadata and the facts of a document. Its pages have no text,
// paragraphs, sentences or boxes.
func (c *Case) Document(sha string) (*evidence.Document, error) {
	return c.load(func(tx *bolt.Tx) uint64 { return numberOf(tx, sha) }, false, sha)
}

// Full gives a document with the text, paragraphs and sentences of its pages. The boxes
// of a page are only read by Page.
func (c *Case) Full(sha string) (*evidence.Document, error) {
	return c.load(func(tx *bolt.Tx) uint64 { return numberOf(tx, sha) }, true, sha)
}

// ByNumber gives the document with this number, as Full does.
func (c *Case) ByNumber(n uint64) (*evidence.Document, error) {
	return c.load(func(*bolt.Tx) uint64 { return n }, true, fmt.Sprintf("number %d", n))
}

func (c *Case) load(number func(*bolt.Tx) uint64, text bool, name string) (*evidence.Document, error) {
	var doc *evidence.Document
	err := c.view(func(tx *bolt.Tx) error {
		n := number(tx)
		if n == 0 {
			return notFound("document " + name)
		}
		var err error
		doc, err = c.loadNumber(tx, n, text)
		return err
	})
	return doc, err
}

// loadNumber reads a document and applies what people added to it.
func (c *Case) loadNumber(tx *bolt.Tx, n uint64, text bool) (*evidence.Document, error) {
	s, err := c.record(tx, n)
	if err != nil {
		return nil, err
	}
	if text {
		if err := c.fillText(tx, s); err != nil {
			return nil, err
		}
	}
	doc := &s.record.Document
	if err := c.addMarks(tx, n, doc); err != nil {
		return nil, err
	}
	doc.Normalize()
	return doc, nil
}

// Page gives one page, counted from 1, with its text and boxes.
func (c *Case) Page(sha string, number int) (evidence.Page, error) {
	var page evidence.Page
	err := c.view(func(tx *bolt.Tx) error {
		n := numberOf(tx, sha)
		if n == 0 {
			return notFound("document " + sha)
		}
		s, err := c.record(tx, n)
		if err != nil {
			return err
		}
		if number < 1 || number > len(s.record.Lengths) {
			return notFound(fmt.Sprintf("page %d of %d", number, len(s.record.Lengths)))
		}
		page, err = c.page(tx, s, number)
		return err
	})
	return page, err
}

func (c *Case) page(tx *bolt.Tx, s *stored, number int) (evidence.Page, error) {
	start := 0
	for _, n := range s.record.Lengths[:number-1] {
		start += n
	}
	pages := s.record.Document.Pages
	raw, err := c.text(tx, s, start, start+s.record.Lengths[number-1])
	if err != nil {
		return evidence.Page{}, err
	}
	if err := c.fillUnits(tx, s); err != nil {
		return evidence.Page{}, err
	}
	page := pages[number-1]
	page.Text = string(raw)
	if page.Furniture == nil {
		page.Furniture = []evidence.Range{}
	}
	return page, c.fillBoxes(tx, s.number, number, &page)
}

// Documents gives all documents in the order they came in, as Document does.
func (c *Case) Documents(yield func(*evidence.Document) error) error {
	return c.Numbers(func(n uint64) error {
		doc, err := c.load(func(*bolt.Tx) uint64 { return n }, false, fmt.Sprintf("number %d", n))
		if err != nil {
			return err
		}
		return yield(doc)
	})
}
