package index

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"averment/evidence"
)

// memory is a Source that keeps documents in memory.
type memory struct {
	lock  sync.Mutex
	id    string
	docs  []*evidence.Document // by number - 1
	queue []row
	last  uint64
}

func newMemory(id string) *memory { return &memory{id: id} }

func (m *memory) ID() string { return m.id }

func (m *memory) ByNumber(n uint64) (*evidence.Document, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if n == 0 || n > uint64(len(m.docs)) {
		return nil, evidence.ErrNotFound
	}
	return m.docs[n-1], nil
}

func (m *memory) Queue(after uint64, limit int, yield func(seq, number uint64) error) error {
	m.lock.Lock()
	rows := slices.Clone(m.queue)
	m.lock.Unlock()
	for _, r := range rows {
		if r.seq <= after || limit == 0 {
			continue
		}
		limit--
		if err := yield(r.seq, r.number); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) LastQueue() uint64 {
	m.lock.Lock()
	defer m.lock.Unlock()
	return m.last
}

func (m *memory) TrimQueue(upTo uint64) error {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.queue = slices.DeleteFunc(m.queue, func(r row) bool { return r.seq <= upTo })
	return nil
}

func (m *memory) Numbers(yield func(n uint64) error) error {
	m.lock.Lock()
	n := len(m.docs)
	m.lock.Unlock()
	for i := range n {
		if err := yield(uint64(i + 1)); err != nil {
			return err
		}
	}
	return nil
}

// add stores a document and queues it.
func (m *memory) add(doc *evidence.Document) uint64 {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.docs = append(m.docs, doc)
	m.last++
	m.queue = append(m.queue, row{m.last, uint64(len(m.docs))})
	return uint64(len(m.docs))
}

// replace stores another version of a document.
func (m *memory) replace(n uint64, doc *evidence.Document) {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.docs[n-1] = doc
	m.last++
	m.queue = append(m.queue, row{m.last, n})
}

// textDoc makes a document of one page; \n\n ends paragraphs, a full stop sentences.
func textDoc(title string, pages ...string) *evidence.Document {
	sum := sha256.Sum256([]byte(title + strings.Join(pages, "\f")))
	d := &evidence.Document{ID: hex.EncodeToString(sum[:]), Title: title, Kind: evidence.Other}
	for i, text := range pages {
		p := evidence.Page{Number: i + 1, Text: text, State: evidence.PageText}
		if i == 0 {
			p.Paragraphs = []int{0}
		}
		for at := 0; at < len(text); {
			end := strings.IndexAny(text[at:], ".\n")
			stop := len(text)
			if end >= 0 {
				stop = at + end + 1
			}
			if strings.TrimSpace(text[at:stop]) != "" {
				p.Sentences = append(p.Sentences, evidence.Range{Start: at, End: stop})
			}
			if strings.HasPrefix(text[max(0, stop-1):], "\n\n") {
				p.Paragraphs = append(p.Paragraphs, stop+1)
			}
			at = stop
		}
		d.Pages = append(d.Pages, p)
	}
	d.Normalize()
	return d
}

// indexed opens an index over the documents and brings it up to date.
func indexed(t testing.TB, docs ...*evidence.Document) (*Index, *memory) {
	t.Helper()
	m := newMemory("case-1")
	for _, d := range docs {
		m.add(d)
	}
	x, err := Open(t.TempDir(), m, Options{Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	if err := x.Sync(context.Background()); err != nil {
		t.Fatal(err)
	}
	return x, m
}

// found lists the numbers of the documents found, ascending.
func found(t testing.TB, x *Index, e Expr) []uint64 {
	t.Helper()
	res, err := x.Search(context.Background(), Request{Expr: e, Limit: 1000})
	if err != nil {
		t.Fatalf("search %#v: %v", e, err)
	}
	var out []uint64
	for _, h := range res.Hits {
		out = append(out, h.Number)
	}
	slices.Sort(out)
	if res.Total != len(out) {
		t.Errorf("search %#v: total %d, hits %d", e, res.Total, len(out))
	}
	return out
}

func phrase(words ...string) Phrase {
	var p Phrase
	for _, w := range words {
		p.Parts = append(p.Parts, Term{w})
	}
	return p
}

func within(n int, a, b Expr) Near { return Near{Operands: []Expr{a, b}, N: n} }

func TestOperators(t *testing.T) {
	x, _ := indexed(t,
		textDoc("one", "Joe A B C Bloggs went home. He slept."),
		textDoc("two", "The Statue of Liberty. Liberty for all.\n\nA statue stands."),
		textDoc("three", "apple pear. "+strings.Repeat("x ", 30)+"apple alone."),
		textDoc("four", "Texaco's good-will in the café; goodwill. Contracts were contracted."),
	)
	tests := []struct {
		name string
		e    Expr
		want []uint64
	}{
		{"term", Term{"statue"}, []uint64{2}},
		{"title", Term{"two"}, []uint64{2}},
		{"near 4", within(4, Term{"joe"}, Term{"bloggs"}), []uint64{1}},
		{"near 3", within(3, Term{"joe"}, Term{"bloggs"}), nil},
		{"near 2", within(2, Term{"statue"}, Term{"liberty"}), []uint64{2}},
		{"near 1", within(1, Term{"statue"}, Term{"liberty"}), nil},
		{"near reversed", within(4, Term{"bloggs"}, Term{"joe"}), []uint64{1}},
		{"ordered", Near{Operands: []Expr{Term{"bloggs"}, Term{"joe"}}, N: 4, Ordered: true}, nil},
		{"phrase", phrase("statue", "of", "liberty"), []uint64{2}},
		{"phrase in the wrong order", phrase("liberty", "of"), nil},
		{"not near", NotNear{A: Term{"apple"}, B: Term{"pear"}, N: 20}, []uint64{3}},
		{"not near none", NotNear{A: Term{"pear"}, B: Term{"apple"}, N: 20}, nil},
		{"sentence", Near{Operands: []Expr{Term{"joe"}, Term{"home"}}, Unit: Sentence}, []uint64{1}},
		{"not same sentence", Near{Operands: []Expr{Term{"joe"}, Term{"slept"}}, Unit: Sentence}, nil},
		{"paragraph", Near{Operands: []Expr{Term{"of"}, Term{"all"}}, Unit: Paragraph}, []uint64{2}},
		{"not same paragraph", Near{Operands: []Expr{Term{"all"}, Term{"stands"}}, Unit: Paragraph}, nil},
		{"page", Near{Operands: []Expr{Term{"all"}, Term{"stands"}}, Unit: PageUnit}, []uint64{2}},
		{"possessive", Term{"texaco"}, []uint64{4}},
		{"hyphen parts", phrase("good", "will"), []uint64{4}},
		{"hyphen joined", AtLeast{2, Term{"goodwill"}}, []uint64{4}},
		{"accents", Term{"cafe"}, []uint64{4}},
		{"exact accents", Exact{"café"}, []uint64{4}},
		{"exact without accents", Exact{"cafe"}, nil},
		{"exact case", Exact{"Liberty"}, []uint64{2}},
		{"exact lower case", Exact{"liberty"}, nil},
		{"exact lower case found", Exact{"statue"}, []uint64{2}},
		{"prefix", Pattern{"lib*"}, []uint64{2}},
		{"suffix", Pattern{"*berty"}, []uint64{2}},
		{"one character", Pattern{"st?tue"}, []uint64{2}},
		{"forms", Forms{"contract"}, []uint64{4}},
		{"fuzzy", Fuzzy{Text: "statoe", Edits: 1}, []uint64{2}},
		{"fuzzy swap", Fuzzy{Text: "sttaue", Edits: 1}, []uint64{2}},
		{"at least", AtLeast{2, Term{"apple"}}, []uint64{3}},
		{"at least too many", AtLeast{3, Term{"apple"}}, nil},
		{"first word", within(1, Edge{}, Term{"a"}), []uint64{1}},
		{"last word", within(1, Edge{Last: true}, Term{"he"}), []uint64{1}},
		{"and", And{[]Expr{Term{"apple"}, Term{"alone"}}}, []uint64{3}},
		{"or", Or{[]Expr{Term{"apple"}, Term{"statue"}}}, []uint64{2, 3}},
		{"not", Not{Term{"apple"}}, []uint64{1, 2, 4}},
		{"not a phrase", Not{phrase("statue", "of")}, []uint64{1, 3, 4}},
		{"nested", within(3, within(2, Term{"joe"}, Term{"b"}), Term{"bloggs"}), []uint64{1}},
		{"or in near", within(4, Or{[]Expr{Term{"jim"}, Term{"joe"}}}, Pattern{"blogg*"}), []uint64{1}},
		{"title field", In{"title", Term{"three"}}, []uint64{3}},
		{"value field", In{"kind", Term{"other"}}, []uint64{1, 2, 3, 4}},
		{"all", All{}, []uint64{1, 2, 3, 4}},
		{"none", None{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(t, x, tt.e); fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}
