package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"averment/ingest/format"
)

// moduleRoot is the folder of go.mod.
func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// sharedFolder is the folder with the real material beside the project, "" without it.
func sharedFolder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(moduleRoot(t), "..", "shared")
	if _, err := os.Stat(filepath.Join(dir, "seeds")); err == nil {
		return dir
	}
	if os.Getenv("AVERMENT_REQUIRE_SHARED") != "" {
		t.Fatal("the folder ../shared is required and is not there")
	}
	return ""
}

func fixturesFolder(t *testing.T) string { return filepath.Join(moduleRoot(t), "fixtures") }

// hasOCR says whether tesseract is there; where it is required, its absence fails.
func hasOCR(t *testing.T) bool {
	t.Helper()
	_, err := exec.LookPath("tesseract")
	if err != nil && os.Getenv("AVERMENT_REQUIRE_OCR") != "" {
		t.Fatal("tesseract is required and is not installed")
	}
	return err == nil
}

// wasmCache is one cache of compiled WebAssembly for all tests: compiling takes long.
func wasmCache(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("AVERMENT_CACHE"); dir != "" {
		return dir
	}
	dir, err := format.DefaultCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
