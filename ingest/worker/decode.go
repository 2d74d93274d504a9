package worker

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"reflect"
	"strings"
	"sync"

	"averment/evidence"
)

// decoder reads what an encoder in another process wrote, and trusts none of it: no length
// makes it take memory before the bytes are there, no value lies deeper than deepest, and
// strings and numbers are such as JSON can have, for that is how they are kept.
type decoder struct {
	r     io.Reader
	buf   []byte
	a, z  int   // what of buf is not read yet
	left  int64 // bytes that the message may still have
	depth int
	err   error
}

// deepest is how deep values may lie within each other.
const deepest = 1000

// decode reads one value into the variable that v points to, from a message of at most
// limit bytes.
func decode(r io.Reader, v any, limit int64) error {
	d := &decoder{r: r, buf: make([]byte, 16<<10), left: limit}
	into := reflect.ValueOf(v).Elem()
	readerOf(into.Type())(d, into)
	if d.err == nil && d.z > d.a {
		d.fail("more than one value")
	}
	return d.err
}

func (d *decoder) fail(what string) {
	if d.err == nil {
		d.err = fmt.Errorf("%w: %s", errFrame, what)
	}
}

// fill reads more bytes behind those that are not read yet.
func (d *decoder) fill() {
	if d.err != nil {
		return
	}
	if d.a > 0 {
		d.z, d.a = copy(d.buf, d.buf[d.a:d.z]), 0
	}
	n, err := d.r.Read(d.buf[d.z:])
	d.z += n
	switch d.left -= int64(n); {
	case d.left < 0:
		d.err = errTooMuch
	case n == 0 && err == io.EOF:
		d.fail("a value breaks off")
	case err != nil && err != io.EOF:
		d.err = err
	}
}

// next gives n bytes, no more than the buffer holds; nil after an error.
func (d *decoder) next(n int) []byte {
	for d.z-d.a < n && d.err == nil {
		d.fill()
	}
	if d.err != nil {
		return nil
	}
	d.a += n
	return d.buf[d.a-n : d.a]
}

func (d *decoder) byte() byte {
	if b := d.next(1); b != nil {
		return b[0]
	}
	return 0
}

func (d *decoder) uvarint() uint64 {
	for d.err == nil {
		v, n := binary.Uvarint(d.buf[d.a:d.z])
		if n > 0 {
			d.a += n
			return v
		}
		if n < 0 || d.z-d.a >= binary.MaxVarintLen64 {
			d.fail("a number is too long")
			return 0
		}
		d.fill()
	}
	return 0
}

// text reads a string. Of a long one room is made for all only when much of it has come.
func (d *decoder) text() string {
	n := d.uvarint()
	if n > uint64(d.left)+uint64(d.z-d.a) {
		d.fail("a text is longer than its message")
		return ""
	}
	if n <= uint64(len(d.buf)) {
		return strings.ToValidUTF8(string(d.next(int(n))), "\uFFFD")
	}
	var out strings.Builder
	for left, grown := int(n), false; left > 0 && d.err == nil; {
		piece := d.next(min(left, max(1, d.z-d.a)))
		if out.Len() > 1<<20 && !grown {
			out.Grow(left)
			grown = true
		}
		out.Write(piece)
		left -= len(piece)
	}
	return strings.ToValidUTF8(out.String(), "\uFFFD")
}

// reader reads a value of one type into a variable.
type reader func(*decoder, reflect.Value)

var readers sync.Map // reflect.Type → reader, as writers

func readerOf(t reflect.Type) reader {
	if r, ok := readers.Load(t); ok {
		return r.(reader)
	}
	readers.Store(t, reader(func(d *decoder, v reflect.Value) { makeReader(t)(d, v) }))
	r := makeReader(t)
	readers.Store(t, r)
	return r
}

func makeReader(t reflect.Type) reader {
	switch t.Kind() {
	case reflect.Bool:
		return func(d *decoder, v reflect.Value) { v.SetBool(d.byte() != 0) }
	case reflect.Int, reflect.Int64:
		return readInt
	case reflect.Uint64:
		return func(d *decoder, v reflect.Value) { v.SetUint(d.eight()) }
	case reflect.Float32, reflect.Float64:
		return readFloat
	case reflect.String:
		return func(d *decoder, v reflect.Value) { v.SetString(d.text()) }
	case reflect.Pointer:
		return pointerReader(t)
	case reflect.Slice:
		return sliceReader(t)
	case reflect.Map:
		return mapReader(t)
	case reflect.Struct:
		return structReader(t)
	}
	return func(d *decoder, _ reflect.Value) { d.fail("a value of a type that is not sent") }
}

func readInt(d *decoder, v reflect.Value) {
	u := d.uvarint()
	v.SetInt(int64(u>>1) ^ -int64(u&1))
}

func (d *decoder) eight() uint64 {
	if b := d.next(8); b != nil {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

func readFloat(d *decoder, v reflect.Value) {
	f := math.Float64frombits(d.eight())
	if math.IsNaN(f) || math.IsInf(f, 0) {
		d.fail("a number that is none")
		return
	}
	v.SetFloat(f)
}

func pointerReader(t reflect.Type) reader {
	elem := readerOf(t.Elem())
	return func(d *decoder, v reflect.Value) {
		if d.byte() == 0 {
			return
		}
		v.Set(reflect.New(t.Elem()))
		d.within(elem, v.Elem())
	}
}

// within reads a value that lies in another.
func (d *decoder) within(read reader, v reflect.Value) {
	if d.depth++; d.depth > deepest {
		d.fail("values within values")
	}
	if d.err == nil {
		read(d, v)
	}
	d.depth--
}

// firstRoom is for how many elements room is made before any has come.
const firstRoom = 64

func sliceReader(t reflect.Type) reader {
	if t.Elem().Kind() == reflect.Uint8 {
		return func(d *decoder, v reflect.Value) { v.SetBytes(d.raw()) }
	}
	elem := readerOf(t.Elem())
	return func(d *decoder, v reflect.Value) {
		n := d.uvarint()
		if n == 0 || d.err != nil {
			return
		}
		n--
		v.Set(reflect.MakeSlice(t, 0, int(min(n, firstRoom))))
		for i := 0; uint64(i) < n && d.err == nil; i++ {
			if i == v.Cap() {
				v.Grow(1)
			}
			v.SetLen(i + 1)
			d.within(elem, v.Index(i))
		}
	}
}

// raw reads bytes, nil for none.
func (d *decoder) raw() []byte {
	n := d.uvarint()
	if n > uint64(d.left)+uint64(d.z-d.a) {
		d.fail("bytes are longer than their message")
	}
	var out []byte
	for left := int(n); left > 0 && d.err == nil; {
		piece := d.next(min(left, max(1, d.z-d.a)))
		out = append(out, piece...)
		left -= len(piece)
	}
	return out
}

func mapReader(t reflect.Type) reader {
	key, elem := readerOf(t.Key()), readerOf(t.Elem())
	return func(d *decoder, v reflect.Value) {
		n := d.uvarint()
		if n == 0 || d.err != nil {
			return
		}
		v.Set(reflect.MakeMap(t))
		for i := uint64(0); i < n && d.err == nil; i++ {
			k, e := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
			d.within(key, k)
			d.within(elem, e)
			v.SetMapIndex(k, e)
		}
	}
}

func structReader(t reflect.Type) reader {
	fields := make([]reader, t.NumField())
	for i := range fields {
		fields[i] = readerOf(t.Field(i).Type)
	}
	return func(d *decoder, v reflect.Value) {
		for i, read := range fields {
			d.within(read, v.Field(i))
		}
		if date, ok := v.Addr().Interface().(*evidence.Date); ok && !date.Resolved {
			date.Value = "" // an unresolved date has none, as in its JSON
		}
	}
}
