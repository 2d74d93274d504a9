package worker

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestFramesRoundTrip(t *testing.T) {
	for _, size := range []int{0, 1, maxFrame - 1, maxFrame, maxFrame + 1, 3*maxFrame + 7} {
		payload := bytes.Repeat([]byte{7}, size)
		var b bytes.Buffer
		w := newFrameWriter(&b)
		if err := errors.Join(w.bytes(kindData, payload), w.json(kindProgress, []int{1, 2}), w.stream(kindData, bytes.NewReader(payload), int64(len(payload)))); err != nil {
			t.Fatal(err)
		}
		r := newFrameReader(&b)
		got, err := r.data(int64(size))
		if err != nil || !bytes.Equal(got, payload) {
			t.Errorf("%d bytes: %d bytes, %v", size, len(got), err)
		}
		var pair []int
		k, body, err := r.next()
		if err != nil || k != kindProgress || body.json(&pair, 100) != nil || len(pair) != 2 {
			t.Errorf("%d bytes: message %d %v, %v", size, k, pair, err)
		}
		if got, err = r.data(int64(size)); err != nil || len(got) != size {
			t.Errorf("%d bytes streamed: %d bytes, %v", size, len(got), err)
		}
		if _, _, err := r.next(); err != io.EOF {
			t.Errorf("after the last message: %v", err)
		}
	}
}

func TestMalformedFrames(t *testing.T) {
	tests := []struct {
		name, in string
		want     error
	}{
		{"cut in a header", "\x04\x00\x00", errFrame},
		{"kind 0", "\x00\x00\x00\x00\x00", errFrame},
		{"unknown kind", "\x70\x00\x00\x00\x00", errFrame},
		{"too long", "\x04\xff\xff\xff\xff", errFrame},
		{"cut in a body", "\x04\x00\x00\x00\x05ab", errFrame},
		{"another kind inside", "\x84\x00\x00\x00\x01a\x05\x00\x00\x00\x01b", errFrame},
		{"not data", "\x05\x00\x00\x00\x01a", errFrame},
		{"over the cap", "\x04\x00\x00\x00\x0b" + strings.Repeat("a", 11), errTooMuch},
	}
	for _, tt := range tests {
		if _, err := newFrameReader(strings.NewReader(tt.in)).data(10); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func FuzzFrames(f *testing.F) {
	var b bytes.Buffer
	w := newFrameWriter(&b)
	if err := errors.Join(w.value(kindDone, outcome{Image: true}), w.bytes(kindData, []byte("x"))); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("\x84\x00\x00\x00\x01a\x04\x00\x00\x00\x01b"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := newFrameReader(bytes.NewReader(in))
		total := 0
		for {
			_, body, err := r.next()
			if err != nil {
				return
			}
			data, err := body.all(1 << 16)
			if total += len(data); total > len(in) {
				t.Fatalf("%d bytes out of %d", total, len(in))
			}
			if err != nil {
				return
			}
		}
	})
}

// FuzzReceive lets a child say anything: the parent must neither panic nor pass on what
// is out of range.
func FuzzReceive(f *testing.F) {
	var b bytes.Buffer
	seed := damagedDocument()
	seed.Title = "short" // long seeds take the fuzzer's time
	if err := newFrameWriter(&b).value(kindDone, outcome{Document: wire(seed)}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, in []byte) {
		x := testExchange(bytes.NewReader(in), io.Discard)
		o, err := x.receive()
		if err != nil {
			return
		}
		if d := o.Document.document(); d != nil {
			repair(d, x.limits)
			checkDocument(t, d)
		}
	})
}
