package worker

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"averment/evidence"
)

// sent are the values that go between the processes in the form of encode.
func sent() []any {
	return []any{outcome{}, childHeader{}, picture{}, pageAnswer{}, wireDocument{}}
}

// fillAll gives every field of a variable a value of its own, lists two elements.
func fillAll(v reflect.Value, n *int, depth int) {
	*n++
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n) - 40)
	case reflect.Uint64:
		v.SetUint(uint64(*n) << 40)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(*n) / 4)
	case reflect.String:
		v.SetString(fmt.Sprintf("word %d §", *n))
	case reflect.Pointer:
		if depth < 6 {
			v.Set(reflect.New(v.Type().Elem()))
			fillAll(v.Elem(), n, depth+1)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			v.SetBytes([]byte("bytes"))
		} else if depth < 6 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fillAll(v.Index(0), n, depth+1)
			fillAll(v.Index(1), n, depth+1)
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]string{"a": "b", "c": ""}))
	case reflect.Struct:
		for i := range v.NumField() {
			fillAll(v.Field(i), n, depth+1)
		}
	}
}

// TestCodecRoundTrip sends every type that is sent, with every field set: a type that gets
// a field of a sort that is not sent fails here.
func TestCodecRoundTrip(t *testing.T) {
	for _, v := range sent() {
		full, n := reflect.New(reflect.TypeOf(v)), 0
		fillAll(full.Elem(), &n, 0)
		for _, value := range []any{v, full.Elem().Interface()} {
			raw, err := encode(value)
			if err != nil {
				t.Fatalf("%T: %v", v, err)
			}
			back := reflect.New(reflect.TypeOf(v))
			if err := decode(iotest.OneByteReader(bytes.NewReader(raw)), back.Interface(), int64(len(raw))); err != nil {
				t.Fatalf("%T: %v", v, err)
			}
			if !reflect.DeepEqual(back.Elem().Interface(), value) {
				want, _ := json.Marshal(value)
				got, _ := json.Marshal(back.Elem().Interface())
				t.Errorf("%T came back as\n%s\nwant\n%s", v, got, want)
			}
		}
	}
}

// TestCodecLongTexts sends texts around the sizes at which they are cut in pieces.
func TestCodecLongTexts(t *testing.T) {
	for _, size := range []int{0, 1, 16<<10 - 1, 16<<10 + 1, pieceSize, pieceSize + 1, 3 << 20} {
		var b bytes.Buffer
		text := strings.Repeat("é", size/2) + strings.Repeat("x", size%2)
		if err := newFrameWriter(&b).value(kindPage, pageAnswer{Error: text}); err != nil {
			t.Fatal(err)
		}
		var got pageAnswer
		_, body, err := newFrameReader(&b).next()
		if err == nil {
			err = body.value(&got, maxDocument)
		}
		if err != nil || got.Error != text {
			t.Errorf("%d bytes: %d bytes came back: %v", len(text), len(got.Error), err)
		}
	}
}

// TestCodecTrustsNothing gives the decoder what no encoder writes.
func TestCodecTrustsNothing(t *testing.T) {
	many := bytes.Repeat([]byte{0xff}, 9)
	nested := bytes.Repeat([]byte{0, 0, 0, 1}, 600) // spans that continue in spans
	tests := []struct {
		name string
		in   []byte
		into any
		want error
	}{
		{"nothing", nil, &picture{}, errFrame},
		{"a number without end", append(many, 0xff, 0xff, 0xff), &picture{}, errFrame},
		{"a text longer than the message", append(many, 1, 'a'), new(string), errFrame},
		{"a list longer than the message", append(many, 1), &[]evidence.Span{}, errFrame},
		{"bytes longer than the message", append(many, 1), &[]byte{}, errFrame},
		{"values within values", nested, &evidence.Span{}, errFrame},
		{"something behind the value", []byte{2, 4, 6, 8}, &picture{}, errFrame},
		{"no number", bytes.Repeat([]byte{0xff}, 8), new(float64), errFrame},
		{"over the cap", bytes.Repeat([]byte{1}, 5000), &[]bool{}, nil},
	}
	for _, tt := range tests {
		err := decode(bytes.NewReader(tt.in), tt.into, 2500)
		if err == nil || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	var s string
	if err := decode(strings.NewReader("\x03a\xffb"), &s, 100); err != nil || s != "a\uFFFDb" {
		t.Errorf("%q %v", s, err)
	}
	var date evidence.Date
	raw, _ := encode(evidence.Date{Value: "2024", Surface: "that year"})
	if err := decode(bytes.NewReader(raw), &date, 100); err != nil || date.Value != "" || date.Surface != "that year" {
		t.Errorf("an unresolved date came back as %+v, %v", date, err)
	}
	if raw, err := encode(math.NaN()); err != nil || decode(bytes.NewReader(raw), new(float64), 100) == nil {
		t.Error("a number that is none came through")
	}
}

func BenchmarkWire(b *testing.B) {
	var d evidence.Document
	for i := range 200 {
		span := []evidence.Span{{Page: 1, Start: i, End: i + 20}}
		d.Statements = append(d.Statements, evidence.Statement{Text: "The berth was closed for the winter.", Speaker: "Ada Brice", Stance: evidence.States, Rule: "cue", Spans: span})
		d.Dates = append(d.Dates, evidence.DateFact{Date: evidence.Date{Value: "2024-05", Precision: evidence.Month, Surface: "May 2024", Resolved: true}, Spans: span})
	}
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			var back outcome
			raw, err := encode(outcome{Document: wire(&d)})
			if err == nil {
				err = decode(bytes.NewReader(raw), &back, maxDocument)
			}
			if err != nil || len(back.Document.Document.Dates) != 200 {
				b.Fatal(err)
			}
		}
	})
	b.Run("json", func(b *testing.B) {
		for b.Loop() {
			var back outcome
			raw, err := json.Marshal(outcome{Document: wire(&d)})
			if err == nil {
				err = json.NewDecoder(io.LimitReader(bytes.NewReader(raw), maxDocument)).Decode(&back)
			}
			if err != nil || len(back.Document.Document.Dates) != 200 {
				b.Fatal(err)
			}
		}
	})
}
