package worker

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"sync"
)

// Documents go between the processes in a form of their own, since both ends are the same
// program and JSON took longer than all else about a short text. A value is written by its
// type: a bool as one byte; an int as a varint and a uint64 or float64 as eight bytes, big
// endian; a string as its length and its bytes; a pointer as 0, or 1 and what it leads to;
// a list as 0 for nil, or its length plus 1 and its elements; a map as a list of keys and
// values; a struct as its fields in order. Lengths are uvarints.

// pieces takes what is encoded, a piece at a time.
type pieces func(piece []byte) error

// encoder gathers what is encoded and hands it over when a piece is full.
type encoder struct {
	b    []byte
	full pieces // nil keeps all of it in b
	err  error
}

// pieceSize is about how long a piece is, in bytes.
const pieceSize = 64 << 10

func (e *encoder) flush() {
	if len(e.b) < pieceSize || e.full == nil || e.err != nil {
		return
	}
	e.err = e.full(e.b)
	e.b = e.b[:0]
}

func (e *encoder) text(s string) {
	e.b = binary.AppendUvarint(e.b, uint64(len(s)))
	for len(s) > pieceSize && e.full != nil {
		e.b = append(e.b, s[:pieceSize]...)
		s = s[pieceSize:]
		e.flush()
	}
	e.b = append(e.b, s...)
	e.flush()
}

// encode gives the bytes of a value.
func encode(v any) ([]byte, error) {
	e := &encoder{}
	writerOf(reflect.TypeOf(v))(e, reflect.ValueOf(v))
	return e.b, e.err
}

// writer writes the values of one type.
type writer func(*encoder, reflect.Value)

// writers are made once for each type. It is no state: each is the same whoever makes it.
var writers sync.Map // reflect.Type → writer

func writerOf(t reflect.Type) writer {
	if w, ok := writers.Load(t); ok {
		return w.(writer)
	}
	// A type that holds itself asks for its own writer again, when values are written.
	writers.Store(t, writer(func(e *encoder, v reflect.Value) { makeWriter(t)(e, v) }))
	w := makeWriter(t)
	writers.Store(t, w)
	return w
}

func makeWriter(t reflect.Type) writer {
	switch t.Kind() {
	case reflect.Bool:
		return writeBool
	case reflect.Int, reflect.Int64:
		return func(e *encoder, v reflect.Value) { e.b = binary.AppendVarint(e.b, v.Int()) }
	case reflect.Uint64:
		return func(e *encoder, v reflect.Value) { e.b = binary.BigEndian.AppendUint64(e.b, v.Uint()) }
	case reflect.Float32, reflect.Float64:
		return func(e *encoder, v reflect.Value) {
			e.b = binary.BigEndian.AppendUint64(e.b, math.Float64bits(v.Float()))
		}
	case reflect.String:
		return func(e *encoder, v reflect.Value) { e.text(v.String()) }
	case reflect.Pointer:
		return pointerWriter(t)
	case reflect.Slice:
		return sliceWriter(t)
	case reflect.Map:
		return mapWriter(t)
	case reflect.Struct:
		return structWriter(t)
	}
	return func(e *encoder, _ reflect.Value) { e.err = fmt.Errorf("encode %v: no such values are sent", t) }
}

func writeBool(e *encoder, v reflect.Value) {
	if v.Bool() {
		e.b = append(e.b, 1)
		return
	}
	e.b = append(e.b, 0)
}

func pointerWriter(t reflect.Type) writer {
	elem := writerOf(t.Elem())
	return func(e *encoder, v reflect.Value) {
		if v.IsNil() {
			e.b = append(e.b, 0)
			return
		}
		e.b = append(e.b, 1)
		elem(e, v.Elem())
	}
}

func sliceWriter(t reflect.Type) writer {
	if t.Elem().Kind() == reflect.Uint8 {
		return func(e *encoder, v reflect.Value) { e.text(string(v.Bytes())) }
	}
	elem := writerOf(t.Elem())
	return func(e *encoder, v reflect.Value) {
		if v.IsNil() {
			e.b = append(e.b, 0)
			return
		}
		e.b = binary.AppendUvarint(e.b, uint64(v.Len())+1)
		for i := range v.Len() {
			elem(e, v.Index(i))
			e.flush()
		}
	}
}

func mapWriter(t reflect.Type) writer {
	key, elem := writerOf(t.Key()), writerOf(t.Elem())
	return func(e *encoder, v reflect.Value) {
		e.b = binary.AppendUvarint(e.b, uint64(v.Len()))
		for entry := v.MapRange(); entry.Next(); {
			key(e, entry.Key())
			elem(e, entry.Value())
		}
	}
}

func structWriter(t reflect.Type) writer {
	fields := make([]writer, t.NumField())
	for i := range fields {
		fields[i] = writerOf(t.Field(i).Type)
	}
	return func(e *encoder, v reflect.Value) {
		for i, write := range fields {
			write(e, v.Field(i))
		}
	}
}
