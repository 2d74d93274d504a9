package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"averment/evidence"
)

// record is what the bucket document holds of a document, as JSON: the pages without
// their text, the length in bytes of each page's text, and the numbers of the pages that
// have boxes, so that boxes which are gone are missed.
type record struct {
	Document evidence.Document `json:"document"`
	Lengths  []int             `json:"lengths"`
	Boxed    []int             `json:"boxed,omitempty"`
}

// head stands before the packed JSON of a record, readable without unpacking: flags,
// the number of the log entry that says how the document was read, and its hash.
type head struct {
	flags  byte
	parsed uint64
	sha    [sha256.Size]byte
}

func (h head) id() string { return hex.EncodeToString(h.sha[:]) }

const (
	headSize       = 1 + 8 + sha256.Size
	flagSearchable = 1
	flagFailed     = 2 // the document could not be read
)

func (h head) encode() []byte {
	return append(append([]byte{h.flags}, key64(h.parsed)...), h.sha[:]...)
}

func decodeHead(value []byte) (head, []byte, error) {
	if len(value) < headSize {
		return head{}, nil, fmt.Errorf("%w: a document's record is cut short", ErrDamaged)
	}
	h := head{flags: value[0], parsed: num64(value[1:])}
	copy(h.sha[:], value[9:])
	return h, value[headSize:], nil
}

// parts is a document ready to be written: everything packed and hashed, so that the
// transaction only has to put it down.
type parts struct {
	doc       *evidence.Document
	flags     byte
	sha       [sha256.Size]byte
	record    []byte // packed
	blocks    map[uint32][]byte
	order     []uint32
	prints    prints
	signature []uint64
}

// prints are the hashes, in hex, that the log keeps of how a document was read.
// Text is over "LENGTH\nTEXT" of each page, LENGTH in decimal; Facts over the record's
// JSON and the sentence table; Boxes over the number of the block in four bytes and the
// boxes of each page, "" without any.
type prints struct{ Text, Facts, Boxes string }

func (c *Case) split(doc *evidence.Document) (*parts, error) {
	p := &parts{doc: doc, blocks: map[uint32][]byte{}, flags: flagsOf(doc), signature: doc.Signature}
	if _, err := hex.Decode(p.sha[:], []byte(doc.ID)); err != nil || !validSHA(doc.ID) {
		return nil, evidence.Invalid("document id %q is no SHA-256", doc.ID)
	}
	raw, err := json.Marshal(recordOf(doc))
	if err != nil {
		return nil, fmt.Errorf("document %s: %w", doc.ID, err)
	}
	text, units := joined(doc.Pages), encodeUnits(doc.Pages)
	p.prints.Text, p.prints.Facts = textPrint(doc.Pages), digest(raw, units)
	inside := text
	if len(text) > blockSize {
		inside = nil
		p.splitText(c.codec, text)
		p.put(unitsBlock, c.codec.pack(units))
		units = nil
	}
	p.record = c.codec.pack(value{inside, units, raw}.encode())
	p.splitBoxes(c.codec)
	return p, nil
}

// value is what is packed into the bucket document. A document of no more than one block
// has its text and its sentence table there too: facts repeat the words that they were
// read from, and packed together these words are kept once.
type value struct{ text, units, json []byte }

func (v value) encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(v.text)))
	b = binary.AppendUvarint(append(b, v.text...), uint64(len(v.units)))
	return append(append(b, v.units...), v.json...)
}

func decodeValue(b []byte) (v value, err error) {
	if v.text, b, err = part(b); err == nil {
		v.units, v.json, err = part(b)
	}
	return v, err
}

// part cuts off a part that begins with its length.
func part(b []byte) (head, rest []byte, err error) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)-size) {
		return nil, nil, fmt.Errorf("%w: a record is not whole", ErrDamaged)
	}
	end := size + int(n)
	return b[size:end:end], b[end:], nil
}

func joined(pages []evidence.Page) (text []byte) {
	for _, page := range pages {
		text = append(text, page.Text...)
	}
	return text
}

// recordOf copies what is kept as JSON; what people add later is kept elsewhere.
func recordOf(doc *evidence.Document) *record {
	r := &record{Document: *doc, Lengths: make([]int, len(doc.Pages))}
	r.Document.Tags, r.Document.Notes, r.Document.Children = nil, nil, nil
	r.Document.PageCount = len(doc.Pages)
	r.Document.Pages = make([]evidence.Page, len(doc.Pages))
	for i, p := range doc.Pages {
		r.Lengths[i] = len(p.Text)
		if p.Layout != nil {
			r.Boxed = append(r.Boxed, i+1)
		}
		p.Text, p.Paragraphs, p.Sentences, p.Layout = "", nil, nil, nil
		r.Document.Pages[i] = p
	}
	return r
}

func (p *parts) put(block uint32, packed []byte) {
	p.blocks[block] = packed
	p.order = append(p.order, block)
}

func (p *parts) splitText(z *codec, text []byte) {
	for i, raw := range cut(text) {
		p.put(uint32(i), z.pack(raw))
	}
}

func (p *parts) splitBoxes(z *codec) {
	h := sha256.New()
	for i, page := range p.doc.Pages {
		if page.Layout == nil {
			continue
		}
		raw, block := encodeBoxes(page.Layout), boxesBlock|uint32(i+1)
		h.Write(append(binary.BigEndian.AppendUint32(nil, block), raw...))
		p.put(block, z.pack(raw))
		p.prints.Boxes = "some"
	}
	if p.prints.Boxes != "" {
		p.prints.Boxes = hex.EncodeToString(h.Sum(nil))
	}
}

func textPrint(pages []evidence.Page) string {
	h := sha256.New()
	for _, p := range pages {
		_, _ = io.WriteString(h, strconv.Itoa(len(p.Text)))
		_, _ = io.WriteString(h, "\n")
		_, _ = io.WriteString(h, p.Text)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func digest(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}
