package bench

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"averment/index"
)

// Options of Run.
type Options struct {
	Documents int
	Seed      uint64
	Sentences []string // of real texts, mixed into the corpus; may be empty
	Stock     bool     // measure stock Bleve beside it
	Rounds    int      // of each query; 0 is 100
	Dir       string   // keeps the indexes for another run, by size; "" is a folder that is removed
	// Asks are further measurements on the open index, by whoever can make them.
	Asks func(*index.Index, *Corpus) []Ask
}

// Ask is something to measure; Do gives the number of documents found.
type Ask struct {
	Name string
	Do   func(context.Context) (int, error)
}

// Figure is one measured line. Percentiles and stock are 0 where they were not measured.
type Figure struct {
	Name       string  `json:"name"`
	Unit       string  `json:"unit"`
	Ours       float64 `json:"ours"` // the median of queries
	OursP95    float64 `json:"ours_p95"`
	OursP99    float64 `json:"ours_p99"`
	CPU        float64 `json:"cpu"` // of the processors for one, in the unit of the figure
	Stock      float64 `json:"stock"`
	StockCPU   float64 `json:"stock_cpu"`
	Total      int     `json:"total"` // documents found
	StockTotal int     `json:"stock_total"`
}

// Report is what Run measured. Load is how many processes wanted a processor when it
// began, on machines that tell; above Cores the times are those of a busy machine.
type Report struct {
	Version   int      `json:"version"`
	Documents int      `json:"documents"`
	Cores     int      `json:"cores"`
	Load      float64  `json:"load"`
	RawBytes  int64    `json:"raw_bytes"`
	Figures   []Figure `json:"figures"`
}

// query is one kind of search; stock asks the same of stock Bleve, nil where it cannot.
type query struct {
	name    string
	request index.Request
	stock   func(context.Context, *Stock) (int, error)
}

// bench is one run.
type bench struct {
	Options
	dir    string
	corpus *Corpus
	index  *index.Index
	stock  *Stock
	report *Report
}

// Run builds the indexes and measures. What it finds is also printed to w as a table.
func Run(ctx context.Context, w io.Writer, o Options) (*Report, error) {
	if o.Rounds <= 0 {
		o.Rounds = 100
	}
	b := &bench{Options: o, corpus: &Corpus{Size: o.Documents, Seed: o.Seed, Sentences: o.Sentences}}
	b.report = &Report{Version: 1, Documents: o.Documents, Cores: cores(), Load: load()}
	if o.Dir == "" {
		dir, err := os.MkdirTemp("", "averment-bench-")
		if err != nil {
			return nil, fmt.Errorf("bench: %w", err)
		}
		defer os.RemoveAll(dir)
		o.Dir = dir
	}
	b.dir = filepath.Join(o.Dir, fmt.Sprint(o.Documents))
	defer b.close()
	for _, step := range []func(context.Context) error{b.build, b.buildStock, b.sizes, b.queries, b.asks, b.restart} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return b.report, b.report.Print(w)
}

func (b *bench) add(f ...Figure) { b.report.Figures = append(b.report.Figures, f...) }

func (b *bench) close() {
	if b.index != nil {
		b.index.Close()
	}
	if b.stock != nil {
		b.stock.Close()
	}
}

// build makes the index, or opens the one that an earlier run kept.
func (b *bench) build(ctx context.Context) (err error) {
	if b.report.RawBytes, err = rawBytes(b.corpus); err != nil {
		return err
	}
	ours := filepath.Join(b.dir, "ours")
	kept := exists(ours)
	start, used := time.Now(), cpu()
	if b.index, err = index.Open(ours, b.corpus, index.Options{Manual: true}); err != nil {
		return err
	}
	if err := b.index.Sync(ctx); err != nil {
		return err
	}
	took, worked := time.Since(start), cpu()-used
	return b.once("build", kept, Figure{Name: "build, with statements", Unit: "s", Ours: took.Seconds(), CPU: worked.Seconds()},
		Figure{Name: buildCost, Unit: "ms", Ours: ms(took) / float64(b.Documents), CPU: ms(worked) / float64(b.Documents)})
}

// once adds what was measured while something was built, and keeps it beside the index,
// for runs that find that built.
func (b *bench) once(name string, kept bool, fresh ...Figure) error {
	path := filepath.Join(b.dir, name+".json")
	if !kept {
		b.add(fresh...)
		data, err := json.Marshal(fresh)
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
		return err
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil // built by an interrupted run
	}
	var old []Figure
	if err == nil {
		err = json.Unmarshal(data, &old)
	}
	b.add(old...)
	return err
}

// buildStock makes the index of stock Bleve.
func (b *bench) buildStock(ctx context.Context) (err error) {
	if !b.Stock {
		return nil
	}
	dir := filepath.Join(b.dir, "stock")
	kept := exists(dir)
	start, used := time.Now(), cpu()
	if kept {
		b.stock, err = OpenStock(dir)
	} else {
		b.stock, err = NewStock(ctx, dir, b.corpus)
	}
	if err != nil {
		return err
	}
	return b.once("stock", kept, Figure{Name: "build of stock Bleve, no statements", Unit: "s", Stock: time.Since(start).Seconds(), StockCPU: (cpu() - used).Seconds()})
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (b *bench) queries(ctx context.Context) error {
	for _, q := range queries() {
		f, err := b.measure(ctx, q)
		if err != nil {
			return err
		}
		b.add(f)
	}
	return nil
}

// asks measures what the caller adds.
func (b *bench) asks(ctx context.Context) error {
	if b.Asks == nil {
		return nil
	}
	for _, a := range b.Asks(b.index, b.corpus) {
		f := Figure{Name: a.Name, Unit: "ms"}
		ours, err := times(b.Rounds, func() (err error) {
			f.Total, err = a.Do(ctx)
			return err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", a.Name, err)
		}
		f.timed(ours)
		b.add(f)
	}
	return nil
}

// restart measures memory, closes the index, and opens it anew up to the first answer.
func (b *bench) restart(ctx context.Context) error {
	b.add(memory()...)
	if err := b.index.Close(); err != nil {
		return err
	}
	b.index = nil
	start := time.Now()
	again, err := index.Open(filepath.Join(b.dir, "ours"), b.corpus, index.Options{Manual: true})
	if err != nil {
		return err
	}
	b.index = again
	opened := time.Since(start)
	if _, err := again.Search(ctx, queries()[2].request); err != nil {
		return err
	}
	b.add(Figure{Name: "open", Unit: "ms", Ours: ms(opened)}, Figure{Name: "open, first answer with all facets", Unit: "ms", Ours: ms(time.Since(start))})
	return nil
}

// rawBytes estimates the text of the whole case from a sample of it.
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
