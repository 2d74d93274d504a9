package bench

import (
	"context"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"averment/index"
)

// size of the benchmark; AVERMENT_BENCH_DOCUMENTS asks for another.
func size(b testing.TB, usual int) int {
	text := os.Getenv("AVERMENT_BENCH_DOCUMENTS")
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

func TestRunAgreesWithStock(t *testing.T) {
	var out strings.Builder
	rep, err := Run(context.Background(), &out, Options{Documents: size(t, 300), Seed: 1, Stock: true, Rounds: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + out.String())
	compared := 0
	for _, f := range rep.Figures {
		if f.Stock > 0 && f.Unit == "ms" {
			compared++
			if f.Total < f.StockTotal {
				t.Errorf("%s: found %d documents, stock Bleve %d", f.Name, f.Total, f.StockTotal)
			}
		}
	}
	if compared < 5 {
		t.Errorf("only %d figures have both sides", compared)
	}
}

// TestRunKeepsIndexes: a second run over the same folder builds nothing and finds the same.
func TestRunKeepsIndexes(t *testing.T) {
	asked := 0
	o := Options{Documents: 120, Seed: 2, Rounds: 1, Dir: t.TempDir(), Asks: func(x *index.Index, c *Corpus) []Ask {
		return []Ask{{Name: "asked", Do: func(ctx context.Context) (int, error) {
			asked++
			res, err := x.Search(ctx, index.Request{})
			if err != nil {
				return 0, err
			}
			return res.Total, nil
		}}}
	}}
	first, err := Run(context.Background(), io.Discard, o)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Run(context.Background(), io.Discard, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := first.Figure(buildCost); !ok {
		t.Error("the first run does not tell what building costs")
	}
	a, _ := first.Figure(buildCost)
	if b, ok := second.Figure(buildCost); !ok || a != b {
		t.Errorf("the second run says that building costs %+v, the first %+v", b, a)
	}
	for _, name := range []string{"asked", "w/5, all facets"} {
		a, okA := first.Figure(name)
		b, okB := second.Figure(name)
		if !okA || !okB || a.Total != b.Total {
			t.Errorf("%s: %+v, then %+v", name, a, b)
		}
	}
	if f, _ := first.Figure("asked"); f.Total != 120 || asked < 2 {
		t.Errorf("asked %d times, found %d", asked, f.Total)
	}
}

func TestCorpusIsStable(t *testing.T) {
	c := &Corpus{Size: 10, Seed: 3}
	a, errA := c.ByNumber(7)
	b, errB := c.ByNumber(7)
	if errA != nil || errB != nil || a.Pages[0].Text != b.Pages[0].Text || a.ID != b.ID {
		t.Error("the same number gave two documents")
	}
	for _, p := range a.Parties {
		if got := p.Spans[0].Text(a.Pages); got != p.Name {
			t.Errorf("party %q stands at %q", p.Name, got)
		}
	}
}
