package format

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"strings"

	"averment/evidence"
)

const (
	tnefReader = "tnef/1"
	// MediaTNEF is what Outlook makes of a rich message for others: "winmail.dat".
	MediaTNEF = "application/ms-tnef"
)

var tnefMark = []byte{0x78, 0x9f, 0x3e, 0x22}

// Attributes of a TNEF stream ([MS-OXTNEF] 2.1.3.1).
const (
	tnefSubject     = 0x00018004
	tnefBody        = 0x0002800C
	tnefProperties  = 0x00069003
	tnefAttachment  = 0x00069002 // begins the attributes of an attachment
	tnefAttachName  = 0x00018010
	tnefAttachData  = 0x0006800F
	tnefAttachProps = 0x00069005
)

// readTNEF reads the file in which Outlook packs the rich form of a message: its text is a
// page, its attachments are children.
func readTNEF(_ context.Context, _ string, data []byte, o Options) (*Result, error) {
	root, cut := tnefTree(data, o.Limits)
	d := &evidence.Document{Kind: evidence.Other, Reader: tnefReader, Title: oneLine(root.text[propSubject])}
	if cut {
		d.Warnings = append(d.Warnings, "partial: the file breaks off, what comes behind was not read")
	}
	page, warning := root.body()
	if warning != "" {
		d.Warnings = append(d.Warnings, warning)
	}
	if page.Reader = tnefReader; page.Text != "" {
		d.Pages, d.Language = []evidence.Page{page}, language(page.Text)
	}
	res := &Result{Document: d}
	return res, root.attachments(res, o)
}

// tnefTree reads the attributes: those of the message, and a node for each attachment. cut
// says that the stream breaks off.
func tnefTree(data []byte, l Limits) (root *msgNode, cut bool) {
	root = newMsgNode("")
	at := root
	le := binary.LittleEndian
	for data = data[min(6, len(data)):]; len(data) > 0; {
		if len(data) < 11 {
			return root, true
		}
		id, size := le.Uint32(data[1:]), int(le.Uint32(data[5:]))
		if size > len(data)-11 {
			return root, true
		}
		value := data[9 : 9+size]
		data = data[9+size+2:] // a checksum
		if id == tnefAttachment {
			if len(root.nodes) > l.Members {
				return root, true
			}
			at = newMsgNode(fmt.Sprintf("__attach_version1.0_#%08X", len(root.nodes)))
			root.nodes = append(root.nodes, at)
			continue
		}
		at.tnefAttribute(id, value)
	}
	return root, false
}

func (n *msgNode) tnefAttribute(id uint32, value []byte) {
	text := func(prop int) {
		if n.text[prop] == "" {
			n.text[prop] = decodeText(bytes.TrimRight(value, "\x00"), "")
		}
	}
	switch id {
	case tnefSubject:
		text(propSubject)
	case tnefBody:
		text(propBody)
	case tnefAttachName:
		text(propFileShort)
	case tnefAttachData:
		n.data[propData] = value
	case tnefProperties, tnefAttachProps:
		n.tnefProps(value)
	}
}

// tnefProps reads properties ([MS-OXTNEF] 2.1.3.4): a count, and for each its type and
// number, a name where the number is a made-up one, and its value.
func (n *msgNode) tnefProps(data []byte) {
	c := &tnefCursor{data: data}
	for count := c.word(); count > 0 && !c.bad; count-- {
		kind, id := c.half(), int(c.half())
		if id >= 0x8000 {
			c.skipName()
		}
		values := uint32(1)
		sized := kind&0x0fff == 0x1e || kind&0x0fff == 0x1f || kind&0x0fff == 0x102 || kind&0x0fff == 0x0d
		if sized || kind&0x1000 != 0 {
			values = c.word()
		}
		for ; values > 0 && !c.bad; values-- {
			if sized {
				n.tnefProp(id, kind, c.padded(c.word()))
			} else {
				c.take(tnefFixed(kind & 0x0fff))
			}
		}
	}
}

// tnefProp keeps a text or a run of bytes. An attached message is a stream like this one,
// behind the sixteen bytes that say what it is.
func (n *msgNode) tnefProp(id int, kind uint16, value []byte) {
	switch {
	case kind == 0x1f:
		n.text[id] = strings.TrimRight(clean(fromUTF16(value, false)), "\x00")
	case kind == 0x1e:
		n.text[id] = decodeText(bytes.TrimRight(value, "\x00"), "")
	case kind == 0x0d && len(value) > 16:
		n.data[id] = value[16:]
	case kind == 0x102:
		n.data[id] = value
	}
}

// tnefFixed is the room in bytes of a value of fixed size.
func tnefFixed(kind uint16) uint32 {
	switch kind {
	case 0x05, 0x06, 0x07, 0x14, 0x40:
		return 8
	case 0x48:
		return 16
	}
	return 4
}

// tnefCursor reads values one after the other, until one is not whole.
type tnefCursor struct {
	data []byte
	bad  bool
}

func (c *tnefCursor) take(n uint32) []byte {
	if c.bad || uint64(n) > uint64(len(c.data)) {
		c.bad = true
		return nil
	}
	out := c.data[:n]
	c.data = c.data[n:]
	return out
}

func (c *tnefCursor) half() uint16 {
	if b := c.take(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (c *tnefCursor) word() uint32 {
	if b := c.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// padded takes n bytes and what fills them up to a multiple of four.
func (c *tnefCursor) padded(n uint32) []byte {
	out := c.take(n)
	c.take(min(-n&3, uint32(len(c.data))))
	return out
}

// skipName passes the name of a property: a GUID, and a number or a text.
func (c *tnefCursor) skipName() {
	c.take(16)
	if c.word() == 0 {
		c.word()
		return
	}
	c.padded(c.word())
}
