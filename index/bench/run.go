package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"averment/index"
)

// Options of Run.
type Options struct {
	Documents int
	Seed      uint64
	Sentences []string // of real texts, mixed into the corpus; may be empty
	Stock     bool     // measure stock Bleve beside it
	Rounds    int      // of each query; 0 is 20
	Dir       string   // for the indexes, removed afterwards; "" is a temporary folder
}

// Figure is one measured line.
type Figure struct {
	Name       string  `json:"name"`
	Unit       string  `json:"unit"`
	Ours       float64 `json:"ours"`
	OursP95    float64 `json:"ours_p95"`
	Stock      float64 `json:"stock"` // 0 where stock was not measured or cannot
	Total      int     `json:"total"` // documents found
	StockTotal int     `json:"stock_total"`
}

// Report is what Run measured.
type Report struct {
	Documents int      `json:"documents"`
	RawBytes  int64    `json:"raw_bytes"`
	Figures   []Figure `json:"figures"`
}

// query is one kind of search, asked in several variants.
type query struct {
	name    string
	request index.Request
	stock   func(context.Context, *Stock) (int, error)
}

// Run builds the indexes and measures. What it finds is also printed to w as a table.
func Run(ctx context.Context, w io.Writer, o Options) (*Report, error) {
	if o.Rounds <= 0 {
		o.Rounds = 20
	}
	dir, err := os.MkdirTemp(o.Dir, "averment-bench-")
	if err != nil {
		return nil, fmt.Errorf("bench: %w", err)
	}
	defer os.RemoveAll(dir)
	corpus := &Corpus{Size: o.Documents, Seed: o.Seed, Sentences: o.Sentences}
	rep := &Report{Documents: o.Documents}
	if rep.RawBytes, err = rawBytes(corpus); err != nil {
		return nil, err
	}
	ix, err := index.Open(filepath.Join(dir, "ours"), corpus, index.Options{Manual: true})
	if err != nil {
		return nil, err
	}
	defer ix.Close()
	build := Figure{Name: "build, with statements", Unit: "s"}
	start := time.Now()
	if err := ix.Sync(ctx); err != nil {
		return nil, err
	}
	build.Ours = time.Since(start).Seconds()
	var stock *Stock
	if o.Stock {
		start = time.Now()
		if stock, err = NewStock(ctx, filepath.Join(dir, "stock"), corpus); err != nil {
			return nil, err
		}
		defer stock.Close()
		build.Stock = time.Since(start).Seconds()
	}
	rep.Figures = append(rep.Figures, build)
	rep.sizes(ix, filepath.Join(dir, "stock"))
	for _, q := range queries() {
		f, err := measure(ctx, ix, stock, q, o.Rounds)
		if err != nil {
			return nil, err
		}
		rep.Figures = append(rep.Figures, f)
	}
	return rep, rep.Print(w)
}

func rawBytes(c *Corpus) (int64, error) {
	const sample = 500
	total, n := int64(0), 0
	for number := 1; number <= c.Size; number += max(1, c.Size/sample) {
		doc, err := c.ByNumber(uint64(number))
		if err != nil {
			return 0, err
		}
		for _, p := range doc.Pages {
			total += int64(len(p.Text))
		}
		n++
	}
	return total * int64(c.Size) / int64(max(n, 1)), nil
}

func (r *Report) sizes(ix *index.Index, stock string) {
	docs, units := ix.Size()
	raw := float64(r.RawBytes)
	var bytes int64
	_ = filepath.WalkDir(stock, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				bytes += info.Size()
			}
		}
		return nil
	})
	r.Figures = append(r.Figures,
		Figure{Name: "documents index / raw text", Unit: "×", Ours: float64(docs) / raw, Stock: float64(bytes) / raw},
		Figure{Name: "statements index / raw text", Unit: "×", Ours: float64(units) / raw})
}

func measure(ctx context.Context, ix *index.Index, stock *Stock, q query, rounds int) (Figure, error) {
	f := Figure{Name: q.name, Unit: "ms"}
	ours, err := times(rounds, func() (err error) {
		res, err := ix.Search(ctx, q.request)
		if err == nil {
			f.Total = res.Total
		}
		return err
	})
	if err != nil {
		return f, err
	}
	f.Ours, f.OursP95 = ours[len(ours)/2], ours[len(ours)*95/100]
	if stock == nil || q.stock == nil {
		return f, nil
	}
	theirs, err := times(max(3, rounds/4), func() (err error) {
		f.StockTotal, err = q.stock(ctx, stock)
		return err
	})
	if err == nil {
		f.Stock = theirs[len(theirs)/2]
	}
	return f, err
}

// times runs work after one round to warm up and gives milliseconds, ascending.
func times(rounds int, work func() error) ([]float64, error) {
	if err := work(); err != nil {
		return nil, err
	}
	runtime.GC()
	var out []float64
	for range rounds {
		start := time.Now()
		if err := work(); err != nil {
			return nil, err
		}
		out = append(out, float64(time.Since(start).Microseconds())/1000)
	}
	slices.Sort(out)
	return out, nil
}

// Print writes the report as a table.
func (r *Report) Print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%d documents, %.1f MB of text\n%-38s %10s %10s %10s %8s %9s\n", r.Documents, float64(r.RawBytes)/1e6, "", "ours p50", "ours p95", "stock p50", "ratio", "found")
	for _, f := range r.Figures {
		if err != nil {
			return err
		}
		ratio, stock, found := "", "", ""
		if f.Stock > 0 {
			stock = fmt.Sprintf("%.2f", f.Stock)
			ratio = fmt.Sprintf("%.1f×", f.Stock/max(f.Ours, 0.001))
		}
		if f.Total > 0 {
			found = fmt.Sprint(f.Total)
		}
		_, err = fmt.Fprintf(w, "%-38s %7.2f %-2s %10.2f %10s %8s %9s\n", f.Name, f.Ours, f.Unit, f.OursP95, stock, ratio, found)
	}
	return err
}
