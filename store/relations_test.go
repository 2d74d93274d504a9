package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"averment/evidence"
)

func TestFamily(t *testing.T) {
	c := newCase(t)
	mail, zip, inner, alone := sample("mail", "See the attachment."), sample("zip"), sample("inner", "Inside."), sample("alone", "Alone.")
	zip.Parent, inner.Parent = mail.ID, zip.ID
	add(t, c, mail, zip, inner, alone)
	f, err := c.Family(zip.ID)
	if err != nil || fmt.Sprint(f.Parents) != fmt.Sprint([]string{mail.ID}) || fmt.Sprint(f.Children) != fmt.Sprint([]string{inner.ID}) ||
		fmt.Sprint(f.Members) != fmt.Sprint([]string{mail.ID, zip.ID, inner.ID}) {
		t.Errorf("%+v %v", f, err)
	}
	if f, _ := c.Family(alone.ID); len(f.Members) != 1 {
		t.Errorf("%+v", f)
	}
	// The same attachment in a second mail belongs to both.
	second := sample("second", "The same again.")
	again := sample("inner", "Inside.")
	again.Parent = second.ID
	rows := add(t, c, second, again)
	if rows[1].State != evidence.Duplicate || rows[1].Parent != second.ID {
		t.Errorf("%+v", rows[1])
	}
	if f, _ := c.Family(inner.ID); len(f.Parents) != 2 || len(f.Members) != 4 {
		t.Errorf("%+v", f)
	}
	if d, _ := c.Document(second.ID); fmt.Sprint(d.Children) != fmt.Sprint([]string{inner.ID}) {
		t.Errorf("%v", d.Children)
	}
}

// like makes a document whose signature agrees with base in a share of its values.
func like(name string, base []uint64, share float64, rng *rand.Rand) *evidence.Document {
	d := sample(name, "Text of "+name)
	d.Signature = make([]uint64, len(base))
	for i := range base {
		d.Signature[i] = rng.Uint64()
		if float64(i*37%len(base)) < share*float64(len(base)) {
			d.Signature[i] = base[i]
		}
	}
	return d
}

func TestSimilar(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	base := make([]uint64, 128)
	for i := range base {
		base[i] = rng.Uint64()
	}
	c := newCase(t)
	first, near, far := like("first", base, 1, rng), like("near", base, 0.95, rng), like("far", base, 0.4, rng)
	version := like("version", base, 0.1, rng)
	first.URL, version.URL = "https://news.example/a", "https://news.example/a"
	none := sample("none", "Without a signature.")
	add(t, c, first, near, far, version, none)
	got, err := c.Similar(first.ID)
	if err != nil || len(got) != 2 || got[0].ID != near.ID || got[0].Similarity < 0.9 || got[0].Version || got[1].ID != version.ID || !got[1].Version {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := c.Similar(none.ID); err != nil || len(got) != 0 {
		t.Errorf("%+v %v", got, err)
	}
	// Read again, the document is no copy any more.
	if err := c.Replace(like("near", base, 0.2, rng)); err != nil {
		t.Fatal(err)
	}
	if got, err := c.Similar(first.ID); err != nil || len(got) != 1 || got[0].ID != version.ID {
		t.Errorf("after reading again: %+v %v", got, err)
	}
}

func TestQueue(t *testing.T) {
	c := newCase(t)
	var batch []evidence.Intake
	for i := range 1200 {
		d := sample(fmt.Sprint(i), "Text.")
		batch = append(batch, evidence.Intake{Row: evidence.LedgerRow{Path: d.Source.Path}, Document: d})
	}
	if _, err := c.Commit(batch); err != nil {
		t.Fatal(err)
	}
	rows := func(after uint64, limit int) (seqs []uint64) {
		err := c.Queue(after, limit, func(seq, number uint64) error {
			if d, err := c.ByNumber(number); err != nil || d.ID == "" { // from within, as the index does
				return fmt.Errorf("document %d: %w", number, err)
			}
			seqs = append(seqs, seq)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return seqs
	}
	if got := rows(0, 0); len(got) != 1200 || got[0] != 1 || got[1199] != c.LastQueue() {
		t.Errorf("%d rows", len(got))
	}
	if got := rows(100, 7); len(got) != 7 || got[0] != 101 {
		t.Errorf("%v", got)
	}
	if err := c.TrimQueue(1190); err != nil {
		t.Fatal(err)
	}
	c = reopen(t, c)
	if got := rows(0, 0); len(got) != 10 || got[0] != 1191 || c.LastQueue() != 1200 {
		t.Errorf("%v, last %d", got, c.LastQueue())
	}
	n := uint64(0)
	c.Numbers(func(m uint64) error { n = max(n, m); return nil })
	if n != 1200 {
		t.Errorf("%d numbers", n)
	}
}

func TestLedgerFilters(t *testing.T) {
	c := newCase(t)
	a := sample("a", "Text.")
	add(t, c, a)
	var batch []evidence.Intake
	for i := range 2100 {
		row := evidence.LedgerRow{Path: fmt.Sprint(i), State: evidence.Ignored}
		if i%700 == 0 {
			row.State = evidence.Exception
		}
		batch = append(batch, evidence.Intake{Row: row})
	}
	if _, err := c.Commit(batch); err != nil {
		t.Fatal(err)
	}
	add(t, c, a)
	tests := []struct {
		filter LedgerFilter
		count  int
		first  uint64
	}{
		{LedgerFilter{}, 2102, 1},
		{LedgerFilter{State: evidence.Exception}, 3, 2},
		{LedgerFilter{State: evidence.Exception, Newest: true}, 3, 1402},
		{LedgerFilter{Newest: true, Limit: 5}, 5, 2102},
		{LedgerFilter{Newest: true, After: 3}, 2, 2},
		{LedgerFilter{After: 2000, Limit: 10}, 10, 2001},
		{LedgerFilter{ID: a.ID}, 2, 1},
		{LedgerFilter{ID: a.ID, Newest: true}, 2, 2102},
		{LedgerFilter{ID: a.ID, State: evidence.Duplicate}, 1, 2102},
	}
	for _, tt := range tests {
		var got []uint64
		if err := c.Ledger(tt.filter, func(r evidence.LedgerRow) error { got = append(got, r.Number); return nil }); err != nil {
			t.Fatal(err)
		}
		if len(got) != tt.count || got[0] != tt.first {
			t.Errorf("%+v: %d rows, first %v", tt.filter, len(got), got[:min(1, len(got))])
		}
	}
}

func TestResolve(t *testing.T) {
	c := newCase(t)
	d := sample("a", "Text.")
	add(t, c, d)
	tests := []struct {
		prefix string
		want   error
	}{
		{d.ID, nil}, {d.ID[:8], nil}, {strings.ToUpper(d.ID[:11]), nil},
		{d.ID[:7], evidence.ErrInvalid}, {"nothex!!", evidence.ErrInvalid}, {d.ID + "0", evidence.ErrInvalid},
		{"00000000", evidence.ErrNotFound},
	}
	for _, tt := range tests {
		got, err := c.Resolve(tt.prefix)
		if !errors.Is(err, tt.want) || (tt.want == nil && got != d.ID) {
			t.Errorf("%s: %s %v", tt.prefix, got, err)
		}
	}
}

func TestAttempts(t *testing.T) {
	c := newCase(t)
	sha := sample("poison").ID
	for want := 1; want <= 3; want++ {
		if n, err := c.BeginAttempt(sha); err != nil || n != want {
			t.Errorf("%d %v", n, err)
		}
		c = reopen(t, c)
	}
	if n, err := c.Attempts(sha); err != nil || n != 3 {
		t.Errorf("%d %v", n, err)
	}
	bad := sample("poison")
	bad.Error = &evidence.Failure{Code: evidence.Crashed}
	if rows := add(t, c, bad); rows[0].Attempts != 3 {
		t.Errorf("%+v", rows[0])
	}
}
