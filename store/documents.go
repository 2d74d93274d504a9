package store

import (
	"fmt"
	"strings"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// Document gives the metadata and the facts of a document. Its pages have no text,
// paragraphs, sentences or boxes.
func (c *Case) Document(sha string) (*evidence.Document, error) {
	return c.load(sha, false)
}

// Full gives a document with the text, paragraphs and sentences of its pages. The boxes
// of a page are only read by Page.
func (c *Case) Full(sha string) (*evidence.Document, error) {
	return c.load(sha, true)
}

// ByNumber gives the document with this number, as Full does.
func (c *Case) ByNumber(n uint64) (*evidence.Document, error) { return c.numbered(n, true) }

func (c *Case) load(sha string, text bool) (doc *evidence.Document, err error) {
	err = c.view(func(tx *bolt.Tx) error {
		s, err := c.named(tx, sha)
		if err == nil {
			doc, err = c.loadStored(tx, s, text)
		}
		return err
	})
	return doc, err
}

// named reads the record of the document with this hash.
func (c *Case) named(tx *bolt.Tx, sha string) (*stored, error) {
	n := numberOf(tx, sha)
	if n == 0 {
		return nil, notFound("document " + sha)
	}
	s, err := c.record(tx, n)
	if err == nil && !strings.EqualFold(s.head.id(), sha) {
		return nil, fmt.Errorf("%w: the hash %s leads to another document", ErrDamaged, sha)
	}
	return s, err
}

func (c *Case) numbered(n uint64, text bool) (doc *evidence.Document, err error) {
	err = c.view(func(tx *bolt.Tx) error {
		s, err := c.record(tx, n)
		if err == nil {
			doc, err = c.loadStored(tx, s, text)
		}
		return err
	})
	return doc, err
}

// loadStored makes a document of its record and applies what people added to it.
func (c *Case) loadStored(tx *bolt.Tx, s *stored, text bool) (*evidence.Document, error) {
	if text {
		if err := c.fillVouched(tx, s); err != nil {
			return nil, err
		}
	}
	doc := &s.record.Document
	if err := c.addMarks(tx, s.number, doc); err != nil {
		return nil, err
	}
	doc.Normalize()
	return doc, nil
}

// Page gives one page, counted from 1, with its text and boxes.
func (c *Case) Page(sha string, number int) (evidence.Page, error) {
	var page evidence.Page
	err := c.view(func(tx *bolt.Tx) error {
		s, err := c.named(tx, sha)
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
	return page, c.fillBoxes(tx, s, number, &page)
}

// Documents gives all documents in the order they came in, as Document does.
func (c *Case) Documents(yield func(*evidence.Document) error) error {
	return c.Numbers(func(n uint64) error {
		doc, err := c.numbered(n, false)
		if err != nil {
			return err
		}
		return yield(doc)
	})
}
