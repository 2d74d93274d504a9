package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"averment/ingest/format"
	"averment/ingest/worker"
	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "doctor",
		Short:   "Say what this machine offers: the wall around readers, OCR, limits, free space",
		Args:    cobra.NoArgs,
		Example: "  averment doctor --json",
		RunE:    func(*cobra.Command, []string) error { return a.doctor() },
	}
}

type doctorAnswer struct {
	Version   int      `json:"version"`
	System    string   `json:"system"`
	Cores     int      `json:"cores"`
	Sandbox   string   `json:"sandbox"`
	Enough    bool     `json:"sandbox_enough"`
	Missing   []string `json:"missing"`
	OCR       string   `json:"ocr"`
	Cache     string   `json:"cache"`
	Case      string   `json:"case"`
	FreeBytes uint64   `json:"free_bytes"`
	Limits    []string `json:"limits"`
}

func (a *app) doctor() error {
	x, err := a.examine()
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(x)
	}
	row := func(name, value string) { fmt.Fprintf(a.out, "%-12s %s\n", name, value) }
	row("system", fmt.Sprintf("%s, %d cores", x.System, x.Cores))
	row("wall", x.Sandbox)
	for _, m := range x.Missing {
		row("", "missing: "+m)
	}
	row("OCR", orElse(x.OCR, "none: scans are listed as image-only, not searchable; install tesseract to read them"))
	row("cache", x.Cache)
	row("free space", fmt.Sprintf("%.1f GiB for %s", float64(x.FreeBytes)/(1<<30), x.Case))
	for _, l := range x.Limits {
		row("limit", l)
	}
	if !x.Enough {
		return errors.New("no wall can be put around readers here: documents are read only with --allow-unsandboxed")
	}
	return nil
}

func (a *app) examine() (doctorAnswer, error) {
	pool, err := worker.NewPool(worker.PoolOptions{AllowUnsandboxed: true, Size: 1, CacheDir: os.Getenv("AVERMENT_CACHE")})
	if err != nil {
		return doctorAnswer{}, fmt.Errorf("start a reader: %w", err)
	}
	defer pool.Close()
	level := pool.Level()
	x := doctorAnswer{Version: 1, System: runtime.GOOS + "/" + runtime.GOARCH, Cores: runtime.NumCPU(), Sandbox: level.String(),
		Enough: level.Enough(), Missing: append([]string{}, level.Missing...), OCR: level.OCR, Limits: limitWords()}
	if x.Cache, err = format.DefaultCacheDir(); err != nil {
		return x, err
	}
	if x.Case, err = filepath.Abs(a.caseDir); err != nil {
		return x, err
	}
	x.FreeBytes, _, err = store.FreeSpace(existing(x.Case))
	return x, err
}

// existing is the nearest folder above dir that is there.
func existing(dir string) string {
	for {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}

func limitWords() []string {
	l := format.DefaultLimits()
	return []string{
		fmt.Sprintf("%d MiB of text and %d pages a document", l.Text>>20, l.Pages),
		fmt.Sprintf("%d members and %d MiB a container, %d:1, %d deep", l.Members, l.Total>>20, l.Ratio, l.Depth),
		"30 s without progress or 120 s in all a document",
	}
}

func orElse(s, otherwise string) string {
	if strings.TrimSpace(s) == "" {
		return otherwise
	}
	return s
}
