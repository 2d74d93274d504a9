package format

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"averment/evidence"
)

// pdfiumPages caps the memory of one PDFium instance, in WebAssembly pages of 64 KiB.
const pdfiumPages = 768 << 20 >> 16

// instanceWait is how long a reader waits for a fresh PDFium instance.
const instanceWait = 30 * time.Second

// PDF is the compiled PDFium library. Every document is read in an instance of its own,
// so that nothing of one document can be found in the memory of the next.
type PDF struct {
	pool  pdfium.Pool
	cache wazero.CompilationCache
	// OnPage, when set, is told of each page that was read, as a sign of progress.
	OnPage func(page, of int)
	// NoSecond keeps the second reader out, which can take the process with it: a worker
	// sets it when it reads a file again after a crash.
	NoSecond bool
	// Compare has every page read by the second reader too, and flags pages on which
	// the two disagree.
	Compare bool
	spent   atomic.Bool
}

// Spent says that the second reader was left running in the background, so that the
// process should end.
func (p *PDF) Spent() bool { return p.spent.Load() }

// DefaultCacheDir is where compiled code is kept between runs: a folder of the user's,
// never of a case, because the files in it are executed. AVERMENT_CACHE names another.
func DefaultCacheDir() (string, error) {
	if dir := os.Getenv("AVERMENT_CACHE"); dir != "" {
		return dir, nil
	}
	base, err := os.UserCacheDir()
	if err != nil {
		return "", evidence.WithHint(fmt.Errorf("find the user's cache folder: %w", err), "set HOME or XDG_CACHE_HOME")
	}
	return filepath.Join(base, "averment", "wasm"), nil
}

// NewPDF compiles PDFium, or loads it from cacheDir if it was compiled before (seconds
// the first time, under 0.1 s later). The folder is made with mode 0700; "" keeps
// nothing on disk. All files are opened before NewPDF returns, so that a sandbox can be
// closed afterwards.
func NewPDF(cacheDir string) (*PDF, error) {
	ctx := context.Background()
	rc := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pdfiumPages)
	cache, err := openCache(cacheDir)
	if err != nil {
		return nil, err
	}
	if cache != nil {
		rc = rc.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:       ctx,
		MaxIdle:       1,
		MaxTotal:      4,
		FSConfig:      wazero.NewFSConfig(), // nil would mount the root of the host
		RuntimeConfig: rc,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		if cache != nil {
			err = errors.Join(err, cache.Close(ctx))
		}
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return &PDF{pool: pool, cache: cache}, nil
}

func openCache(dir string) (wazero.CompilationCache, error) {
	if dir == "" {
		return nil, nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder for compiled code: %w", err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("check the folder for compiled code: %w", err)
	}
	if info.Mode().Perm()&0o022 != 0 {
		return nil, evidence.WithHint(
			fmt.Errorf("folder for compiled code %s can be written by others (%v)", dir, info.Mode().Perm()),
			"chmod 700 it: the files in it are executed")
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil, fmt.Errorf("open the folder for compiled code: %w", err)
	}
	return cache, nil
}

// Close frees the compiled library.
func (p *PDF) Close() error {
	err := p.pool.Close()
	if p.cache != nil {
		err = errors.Join(err, p.cache.Close(context.Background()))
	}
	return err
}
