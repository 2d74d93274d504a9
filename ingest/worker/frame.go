package worker

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
)

// kind is what a message is about.
type kind byte

const (
	kindSetup    kind = iota + 1 // parent → child: what kind of child to be
	kindReady                    // child → parent: the sandbox reached
	kindJob                      // parent → child: header of a job; kindData follows
	kindData                     // either way: bytes that belong to the message before
	kindProgress                 // child → parent: still alive, with a page number
	kindChild                    // child → parent: header of a file found inside; kindData follows
	kindPicture                  // child → parent: header of a picture for OCR; kindData follows
	kindPage                     // parent → child: the page that OCR made; or its error
	kindDone                     // child → parent: the outcome of the job
	kindLast     = kindDone
)

// more is set in the kind byte of a frame whose message goes on in the next frame.
const more = 0x80

// maxFrame caps the payload of one frame.
const maxFrame = 1 << 20

// errFrame is a stream that is not made of frames.
var errFrame = errors.New("malformed frame")

// frameWriter writes messages. A frame is a kind byte, a length of four bytes (big
// endian) and the payload; a message longer than a frame sets the more bit on all its
// frames but the last.
type frameWriter struct{ w *bufio.Writer }

func newFrameWriter(w io.Writer) *frameWriter {
	return &frameWriter{bufio.NewWriterSize(w, 64<<10)}
}

func (f *frameWriter) frame(k kind, flag byte, payload []byte) error {
	var head [5]byte
	head[0] = byte(k) | flag
	binary.BigEndian.PutUint32(head[1:], uint32(len(payload)))
	if _, err := f.w.Write(head[:]); err != nil {
		return err
	}
	_, err := f.w.Write(payload)
	return err
}

// bytes writes one message and flushes.
func (f *frameWriter) bytes(k kind, payload []byte) error {
	for len(payload) > maxFrame {
		if err := f.frame(k, more, payload[:maxFrame]); err != nil {
			return err
		}
		payload = payload[maxFrame:]
	}
	if err := f.frame(k, 0, payload); err != nil {
		return err
	}
	return f.w.Flush()
}

// json writes v as one message.
func (f *frameWriter) json(k kind, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode message %d: %w", k, err)
	}
	return f.bytes(k, b)
}

// value writes v as one message, in pieces.
func (f *frameWriter) value(k kind, v any) error {
	e := &encoder{full: func(piece []byte) error { return f.frame(k, more, piece) }}
	writerOf(reflect.TypeOf(v))(e, reflect.ValueOf(v))
	if e.err != nil {
		return fmt.Errorf("encode message %d: %w", k, e.err)
	}
	return f.bytes(k, e.b)
}

// streamPiece is how much of a stream is in memory at a time.
const streamPiece = 256 << 10

// stream copies r as one message; size says how long it should be, and need not be true.
func (f *frameWriter) stream(k kind, r io.Reader, size int64) error {
	buf := make([]byte, max(1, min(streamPiece, size)))
	for {
		n, err := io.ReadFull(r, buf)
		if n > 0 {
			if err := f.frame(k, more, buf[:n]); err != nil {
				return err
			}
		}
		switch {
		case err == io.EOF || err == io.ErrUnexpectedEOF:
			return f.bytes(k, nil)
		case err != nil:
			return fmt.Errorf("read the document: %w", err)
		}
	}
}

// frameReader reads messages and trusts nothing in them.
type frameReader struct{ r *bufio.Reader }

func newFrameReader(r io.Reader) *frameReader {
	return &frameReader{bufio.NewReaderSize(r, 64<<10)}
}

// header reads the head of a frame. io.EOF is a stream that ended between frames.
func (f *frameReader) header() (k kind, goesOn bool, size int, err error) {
	var head [5]byte
	if _, err := io.ReadFull(f.r, head[:]); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = fmt.Errorf("%w: cut off in a header", errFrame)
		}
		return 0, false, 0, err
	}
	k, goesOn = kind(head[0]&^more), head[0]&more != 0
	n := binary.BigEndian.Uint32(head[1:])
	if k == 0 || k > kindLast || n > maxFrame {
		return 0, false, 0, fmt.Errorf("%w: kind %d, %d bytes", errFrame, k, n)
	}
	return k, goesOn, int(n), nil
}

// next starts reading a message. The body must be read to its end before the next call.
func (f *frameReader) next() (kind, *body, error) {
	k, goesOn, size, err := f.header()
	if err != nil {
		return 0, nil, err
	}
	return k, &body{f: f, kind: k, left: size, more: goesOn}, nil
}

// body is the payload of one message, over all its frames.
type body struct {
	f    *frameReader
	kind kind
	left int
	more bool
}

func (b *body) Read(p []byte) (int, error) {
	for b.left == 0 {
		if !b.more {
			return 0, io.EOF
		}
		k, goesOn, size, err := b.f.header()
		if err != nil {
			return 0, cutOff(err)
		}
		if k != b.kind {
			return 0, fmt.Errorf("%w: kind %d inside a message of kind %d", errFrame, k, b.kind)
		}
		b.left, b.more = size, goesOn
	}
	n, err := b.f.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, cutOff(err)
}

// cutOff turns the end of the stream inside a message into an error.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: cut off in a message", errFrame)
	}
	return err
}

// errTooMuch is a message over its cap.
var errTooMuch = errors.New("message over the cap")

// all reads the whole body, up to a cap in bytes.
func (b *body) all(limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(b, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%w of %d bytes", errTooMuch, limit)
	}
	return data, nil
}

// json reads the body as JSON, up to a cap in bytes.
func (b *body) json(v any, limit int64) error {
	data, err := b.all(limit)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%w: %w", errFrame, err)
	}
	return nil
}

// value reads the body as what value wrote, up to a cap in bytes.
func (b *body) value(v any, limit int64) error {
	if err := decode(b, v, limit); err != nil {
		return err
	}
	if _, err := b.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: more than one value", errFrame)
	}
	return nil
}

// data reads the kindData message that must come next.
func (f *frameReader) data(limit int64) ([]byte, error) {
	k, b, err := f.next()
	if err != nil {
		return nil, cutOff(err)
	}
	if k != kindData {
		return nil, fmt.Errorf("%w: kind %d where data must come", errFrame, k)
	}
	return b.all(limit)
}
