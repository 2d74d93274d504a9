package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary be the program, and the reader behind the wall.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		runWorker()
		return
	}
	if os.Getenv("AVERMENT_AS_PROGRAM") != "" && len(os.Args) > 1 && os.Args[1] == "averment" {
		os.Exit(run(os.Args[2:]))
	}
	testscript.Main(m, map[string]func(){"averment": func() { os.Exit(run(os.Args[1:])) }})
}

// TestScripts runs the readable scripts of testdata/script, each in a folder of its own
// with its own keys.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("AVERMENT_KEYS", filepath.Join(e.WorkDir, "keys"))
			e.Setenv("AVERMENT_CACHE", wasmCache(t))
			e.Setenv("SHARED", sharedFolder(t))
			e.Setenv("FIXTURES", fixturesFolder(t))
			return nil
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "shared":
				return sharedFolder(t) != "", nil
			case "ocr":
				return hasOCR(t), nil
			}
			return false, nil
		},
	})
}
