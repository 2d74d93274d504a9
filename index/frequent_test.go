package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// TestFrequentWords: what is kept of a frequent word is what its postings say, for all
// documents and for any few, and it is read once.
func TestFrequentWords(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 8))
	var docs []*evidence.Document
	for i := range frequentFrom * 2 {
		text := fmt.Sprintf("Paper %d. %s", i, strings.Repeat("Other words stand before it here. ", r.IntN(40)))
		docs = append(docs, textDoc(fmt.Sprint("paper ", i), text+strings.Repeat("mail ", r.IntN(4))))
	}
	x, _ := indexed(t, docs...)
	v, kept, _, err := x.acquire()
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	q := &question{ctx: context.Background(), index: x, view: v, columns: kept}
	compared := 0
	for _, s := range v.segments {
		l, err := newLeaf(s, "body", []string{"mail"}, false, 0)
		if err != nil {
			t.Fatal(err)
		}
		all := l.bits.ToArray()
		if len(all) < frequentFrom {
			continue
		}
		few := slices.DeleteFunc(slices.Clone(all), func(uint32) bool { return r.IntN(3) > 0 })
		for _, want := range [][]uint32{all, few, {all[0], all[len(all)-1]}, nil} {
			got, err := q.frequencies(s, &run{ctx: q.ctx}, l, want)
			read := make([]frequency, len(want))
			if err == nil {
				err = sought(&run{ctx: q.ctx}, l.lists[0], want, read)
			}
			if err != nil || !slices.Equal(got, read) {
				t.Fatalf("%d documents: kept %v, read %v, %v", len(want), got, read, err)
			}
			compared += len(want)
		}
		w := kept.frequent.peek(s, l.key(0))
		c := l.open(&run{ctx: q.ctx})
		for _, doc := range few {
			if w == nil || w.of(doc) != c.occurrences(doc) {
				t.Fatalf("document %d: %d occurrences kept, %d in the text", doc, w.of(doc), c.occurrences(doc))
			}
		}
		if n := kept.frequent.size; n != len(all) {
			t.Errorf("%d documents are kept, want those of one word, %d", n, len(all))
		}
		kept.frequent.forget(s.id)
	}
	if compared == 0 || kept.frequent.size != 0 {
		t.Errorf("%d documents compared, %d still kept", compared, kept.frequent.size)
	}
}

// TestOccurrencesBeyondThePacked: a word that stands in a document more often than a packed
// frequency tells is counted in full, whether its counts are kept or not.
func TestOccurrencesBeyondThePacked(t *testing.T) {
	const times = maxCount + 45
	docs := []*evidence.Document{textDoc("long", strings.Repeat("parcel and ", times))}
	for i := range frequentFrom {
		docs = append(docs, textDoc(fmt.Sprint("note ", i), "One parcel came."))
	}
	x, _ := indexed(t, docs...)
	expr := Term{"parcel"}
	for range 2 { // what the first search read is kept for the second
		res, err := x.Search(context.Background(), Request{Expr: expr, Limit: len(docs), Occurrences: true})
		if err != nil {
			t.Fatal(err)
		}
		most := 0
		for _, h := range res.Hits {
			most = max(most, h.Occurrences)
		}
		if want := times + frequentFrom; most != times || res.Occurrences != want {
			t.Errorf("%d in the long document and %d in all, want %d and %d", most, res.Occurrences, times, want)
		}
	}
}

func TestGallop(t *testing.T) {
	list := []uint32{2, 3, 5, 8, 13, 21, 34}
	for doc := range uint32(40) {
		want, _ := slices.BinarySearch(list, doc)
		if got := gallop(list, doc); got != want {
			t.Errorf("gallop to %d: %d, want %d", doc, got, want)
		}
	}
	if gallop(nil, 1) != 0 {
		t.Error("gallop in nothing")
	}
}
