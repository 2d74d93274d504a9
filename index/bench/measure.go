package bench

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Names of figures that the plot looks for.
const (
	buildCost = "build, a document"
	sizeShare = "documents index / raw text"
)

// sizes adds the bytes of the indexes against those of the text.
func (b *bench) sizes(context.Context) error {
	docs, units := b.index.Size()
	raw := float64(max(b.report.RawBytes, 1))
	stock := 0.0
	if b.Stock {
		stock = float64(bytesUnder(filepath.Join(b.dir, "stock"))) / raw
	}
	b.add(Figure{Name: sizeShare, Unit: "×", Ours: float64(docs) / raw, Stock: stock},
		Figure{Name: "statements index / raw text", Unit: "×", Ours: float64(units) / raw})
	return nil
}

func bytesUnder(dir string) (bytes int64) {
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				bytes += info.Size()
			}
		}
		return nil
	})
	return bytes
}

// measure times one kind of query, ours and stock in turn on the same machine.
func (b *bench) measure(ctx context.Context, q query) (Figure, error) {
	f := Figure{Name: q.name, Unit: "ms"}
	ours, err := times(b.Rounds, func() (err error) {
		res, err := b.index.Search(ctx, q.request)
		if err == nil {
			f.Total = res.Total
		}
		return err
	})
	if err != nil {
		return f, err
	}
	f.timed(ours)
	if b.stock == nil || q.stock == nil {
		return f, nil
	}
	theirs, err := times(max(5, b.Rounds/5), func() (err error) {
		f.StockTotal, err = q.stock(ctx, b.stock)
		return err
	})
	if err == nil {
		f.Stock, f.StockCPU = theirs.at(50), theirs.cpu
	}
	return f, err
}

// timing is what repeated work took, in milliseconds: on the wall, ascending, and of the
// processors, as a mean.
type timing struct {
	wall []float64
	cpu  float64
}

// at is a percentile.
func (t timing) at(percent int) float64 { return t.wall[len(t.wall)*percent/100] }

func (f *Figure) timed(t timing) {
	f.Ours, f.OursP95, f.OursP99, f.CPU = t.at(50), t.at(95), t.at(99), t.cpu
}

// times runs work after one round to warm up. What takes long is run less often.
func times(rounds int, work func() error) (t timing, err error) {
	if err := work(); err != nil {
		return t, err
	}
	runtime.GC()
	began, used := time.Now(), cpu()
	for len(t.wall) < rounds && (len(t.wall) < 3 || time.Since(began) < 20*time.Second) {
		start := time.Now()
		if err := work(); err != nil {
			return t, err
		}
		t.wall = append(t.wall, ms(time.Since(start)))
	}
	t.cpu = ms(cpu()-used) / float64(len(t.wall))
	slices.Sort(t.wall)
	return t, nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func cores() int { return runtime.GOMAXPROCS(0) }

// load is the mean number of processes that wanted to run in the last minute, 0 where
// the machine does not tell.
func load() float64 {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return 0
	}
	first, _, _ := strings.Cut(string(text), " ")
	v, err := strconv.ParseFloat(first, 64)
	if err != nil {
		return 0
	}
	return v
}

// memory is the heap in use and, where the machine tells, the memory of the process, its
// mapped files apart.
func memory() []Figure {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	out := []Figure{{Name: "heap after the queries", Unit: "MB", Ours: float64(m.HeapAlloc) / 1e6}}
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return out
	}
	for _, line := range []struct{ key, name string }{{"RssAnon:", "memory of the process"}, {"RssFile:", "mapped files in memory"}} {
		_, rest, ok := strings.Cut(string(text), line.key)
		fields := strings.Fields(rest)
		if !ok || len(fields) == 0 {
			continue
		}
		if kB, err := strconv.ParseFloat(fields[0], 64); err == nil {
			out = append(out, Figure{Name: line.name, Unit: "MB", Ours: kB * 1024 / 1e6})
		}
	}
	return out
}
