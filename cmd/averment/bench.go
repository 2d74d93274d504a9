package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"averment/ingest"
	"averment/ingest/worker"

	"github.com/spf13/cobra"
)

func (a *app) benchCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "bench",
		Short: "Measure the speed on this machine",
		Example: `  averment bench search --documents 100000 --from FOLDER
  averment bench search --documents 1000,10000,100000 --plot growth.svg
  averment bench import FOLDER`,
	}
	cmd.AddCommand(a.benchSearchCommand(), a.benchImportCommand())
	return cmd
}

func (a *app) benchImportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import PATH...",
		Short: "Import into a temporary case and print the rates",
		Args:  asUsage(cobra.MinimumNArgs(1)),
		RunE:  func(cmd *cobra.Command, args []string) error { return a.benchImport(cmd.Context(), args) },
	}
}

type importFigures struct {
	Version    int     `json:"version"`
	Cores      int     `json:"cores"`
	Files      int     `json:"files"`
	Documents  int     `json:"documents"`
	Pages      int     `json:"pages"`
	Bytes      int64   `json:"bytes"`
	Seconds    float64 `json:"seconds"`
	PerSecond  float64 `json:"documents_per_second"`
	PagesRate  float64 `json:"pages_per_second"`
	MBRate     float64 `json:"mb_per_second"`
	PeakHeapMB float64 `json:"heap_mb"`
}

func (a *app) benchImport(ctx context.Context, paths []string) error {
	dir, err := os.MkdirTemp("", "averment-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	a.caseDir, a.keyDir = filepath.Join(dir, "case"), filepath.Join(dir, "keys")
	if err := a.warm(); err != nil {
		return err
	}
	var x importFigures
	err = a.withNewCase(func(s *session) error {
		start := time.Now()
		sum, err := a.importPaths(ctx, s, paths, ingest.Options{})
		if err != nil {
			return err
		}
		x = importFigures{Version: 1, Cores: runtime.GOMAXPROCS(0), Files: sum.Seen, Documents: sum.Indexed, Seconds: time.Since(start).Seconds()}
		for _, r := range sum.Files {
			x.Pages += r.Pages
			x.Bytes += r.Size
		}
		return nil
	})
	if err != nil {
		return err
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	x.PeakHeapMB = float64(memory.HeapSys) / (1 << 20)
	x.PerSecond, x.PagesRate, x.MBRate = float64(x.Documents)/x.Seconds, float64(x.Pages)/x.Seconds, float64(x.Bytes)/x.Seconds/1e6
	if a.json {
		return a.printJSON(x)
	}
	fmt.Fprintf(a.out, "%d documents, %d pages, %.1f MB in %.1f s on %d cores: %.0f documents/s, %.0f pages/s, %.2f MB/s; heap %.0f MB\n",
		x.Documents, x.Pages, float64(x.Bytes)/1e6, x.Seconds, x.Cores, x.PerSecond, x.PagesRate, x.MBRate, x.PeakHeapMB)
	return nil
}

// warm has the PDF reader compiled before the clock starts.
func (a *app) warm() error {
	pool, err := worker.NewPool(worker.PoolOptions{AllowUnsandboxed: a.allowNoSandbox, Size: 1, CacheDir: os.Getenv("AVERMENT_CACHE")})
	if err != nil {
		return err
	}
	return pool.Close()
}
