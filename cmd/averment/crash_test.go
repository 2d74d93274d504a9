package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"averment/evidence"
)

var long = flag.Bool("long", false, "run the long forms of the crash tests")

// averment runs this test binary as the program.
func averment(t *testing.T, keys string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, append([]string{"averment"}, args...)...)
	cmd.Env = append(os.Environ(), "AVERMENT_AS_PROGRAM=1", "AVERMENT_KEYS="+keys, "AVERMENT_CACHE="+wasmCache(t))
	return cmd
}

func output(t *testing.T, cmd *exec.Cmd) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %v\n%s%s", cmd.Args[2:], err, out.Bytes(), errs.Bytes())
	}
	return out.Bytes()
}

// TestKillDuringImport kills an import of 500 files again and again: what a later import
// finds must be each file once, in the store, in the ledger and in the index.
func TestKillDuringImport(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: 20 rounds of kill -9 take a while")
	}
	const files = 500
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	for i := range files {
		text := fmt.Sprintf("Report %d\n\nThe harbour board said on 3 March 2025 that berth %d was closed. Nobody was hurt.\n", i, i)
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("r%03d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	rounds := 20
	if *long {
		rounds = 200
	}
	pause := rand.New(rand.NewSource(1))
	for range rounds {
		cmd := averment(t, keys, "add", "--quiet", "--case", dir, in)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(50+pause.Intn(700)) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
	}
	var sum evidence.Summary
	decode(t, output(t, averment(t, keys, "add", "--quiet", "--json", "--case", dir, in)), &sum)
	if sum.Seen != files || sum.Indexed+sum.Duplicate != files {
		t.Errorf("the last import saw %d files: %d indexed, %d duplicate, %d exceptions", sum.Seen, sum.Indexed, sum.Duplicate, sum.Exception)
	}
	checkWhole(t, dir, keys, files)
}

func checkWhole(t *testing.T, dir, keys string, files int) {
	t.Helper()
	checkStored(t, dir, keys, files, files)
}

// checkStored expects so many documents, and so many of them with a text that is found.
func checkStored(t *testing.T, dir, keys string, files, texts int) {
	t.Helper()
	var ledger evidence.Summary
	decode(t, output(t, averment(t, keys, "ledger", "--json", "--case", dir)), &ledger)
	stored := map[string]int{}
	for _, r := range ledger.Files {
		if r.State == evidence.Indexed {
			stored[r.ID]++
		}
	}
	if len(stored) != files {
		t.Errorf("%d documents are stored, want %d", len(stored), files)
	}
	for id, n := range stored {
		if n != 1 {
			t.Errorf("%s was stored %d times", id, n)
		}
	}
	var found struct {
		Total, Searched, Pending int
	}
	decode(t, output(t, averment(t, keys, "search", "--json", "--case", dir, "harbour AND berth")), &found)
	if found.Total != texts || found.Searched != texts || found.Pending != 0 {
		t.Errorf("found %d of %d searched, %d waiting", found.Total, found.Searched, found.Pending)
	}
	output(t, averment(t, keys, "verify", "--read-data", "--index", "--case", dir))
}

func decode(t *testing.T, data []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
}

// TestIndexHealsItself breaks the index in several ways: a search finds everything again.
func TestIndexHealsItself(t *testing.T) {
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	for i := range 20 {
		if err := os.WriteFile(filepath.Join(in, fmt.Sprint(i, ".txt")), []byte(fmt.Sprintf("Harbour report %d says that the berth is open.", i)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	output(t, averment(t, keys, "add", "--quiet", "--case", dir, in))
	for name, harm := range map[string]func(string) error{
		"deleted":   func(dir string) error { return os.RemoveAll(dir) },
		"truncated": func(dir string) error { return eachFileIn(dir, func(p string) error { return os.Truncate(p, 10) }) },
		"overwritten": func(dir string) error {
			return eachFileIn(dir, func(p string) error { return os.WriteFile(p, bytes.Repeat([]byte{0xA5}, 4096), 0o600) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			if err := harm(filepath.Join(dir, "index")); err != nil {
				t.Fatal(err)
			}
			var found struct{ Total, Searched int }
			decode(t, output(t, averment(t, keys, "search", "--json", "--case", dir, "berth")), &found)
			if found.Total != 20 || found.Searched != 20 {
				t.Errorf("found %d of %d", found.Total, found.Searched)
			}
		})
	}
}

func eachFileIn(dir string, do func(string) error) error {
	return filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		return do(path)
	})
}

// TestSecondProcessIsTold opens a case that another process holds.
func TestSecondProcessIsTold(t *testing.T) {
	dir, keys := filepath.Join(t.TempDir(), "case"), t.TempDir()
	server := averment(t, keys, "serve", "--quiet", "--case", dir, "--addr", "127.0.0.1:0")
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer server.Wait()
	defer server.Process.Kill()
	if _, err := out.Read(make([]byte, 1)); err != nil { // it speaks once it holds the case
		t.Fatal(err)
	}
	cmd := averment(t, keys, "search", "--case", dir, "x")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != exitLocked {
		t.Errorf("exit %d, want %d", code, exitLocked)
	}
	if want := fmt.Sprintf("in use by process %d", server.Process.Pid); !bytes.Contains(errs.Bytes(), []byte(want)) {
		t.Errorf("said %q, want %q", errs.String(), want)
	}
}
