package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
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

// TestKillDuringImport kills an import of 500 files again and again, and rebuilding of the
// index and a backup between: what a later import
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
	for round := range rounds {
		cmd := averment(t, keys, "add", "--quiet", "--case", dir, in)
		switch round % 5 {
		case 3:
			cmd = averment(t, keys, "reindex", "--quiet", "--case", dir)
		case 4:
			cmd = averment(t, keys, "backup", "--quiet", "--case", dir, filepath.Join(t.TempDir(), "copy"))
		}
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
	other := filepath.Join(t.TempDir(), "other")
	put(t, filepath.Join(in, "more.txt"), "A berth that only the other case has.")
	output(t, averment(t, keys, "add", "--quiet", "--case", other, in))
	for name, harm := range map[string]func(string) error{
		"of another case": func(dir string) error {
			return errors.Join(os.RemoveAll(dir), os.CopyFS(dir, os.DirFS(filepath.Join(other, "index"))))
		},
		"bits flipped": func(dir string) error { return eachFileIn(dir, flipBits) },
		"deleted":      func(dir string) error { return os.RemoveAll(dir) },
		"truncated":    func(dir string) error { return eachFileIn(dir, func(p string) error { return os.Truncate(p, 10) }) },
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

// flipBits changes a bit in every tenth part of a file.
func flipBits(path string) error {
	data, err := os.ReadFile(path)
	if err != nil || len(data) < 10 {
		return err
	}
	for i := range 10 {
		data[len(data)*i/10] ^= 1 << (i % 8)
	}
	return errors.Join(os.Chmod(path, 0o600), os.WriteFile(path, data, 0o600))
}

func eachFileIn(dir string, do func(string) error) error {
	return filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		return do(path)
	})
}

// TestSecondProcessIsTold starts every command that needs the case while another process
// holds it: each says so, names the process, and helps on.
func TestSecondProcessIsTold(t *testing.T) {
	dir, keys, in := filepath.Join(t.TempDir(), "case"), t.TempDir(), t.TempDir()
	put(t, filepath.Join(in, "a.txt"), "A berth.")
	server := serve(t, dir, keys)
	want := fmt.Sprintf("in use by process %d", server.cmd.Process.Pid)
	var group sync.WaitGroup
	for _, command := range [][]string{{"search", "x"}, {"add", in}, {"watch", "--once", in}, {"verify"}, {"ledger"}, {"checkpoint"},
		{"backup", filepath.Join(t.TempDir(), "copy")}, {"reindex"}, {"retry", "0123456789"}, {"show", "0123456789"}, {"claims"},
		{"export", "--out", filepath.Join(t.TempDir(), "x.csv"), "x"}, {"serve", "--addr", "127.0.0.1:0"}} {
		group.Go(func() {
			cmd := averment(t, keys, append(command, "--case", dir)...)
			var errs bytes.Buffer
			cmd.Stderr = &errs
			began := time.Now()
			cmd.Run()
			took := time.Since(began)
			if code := cmd.ProcessState.ExitCode(); code != exitLocked {
				t.Errorf("%s: exit %d, want %d", command[0], code, exitLocked)
			}
			if said := errs.String(); !strings.Contains(said, want) || !strings.Contains(said, "hint: ") {
				t.Errorf("%s said %q, want %q and a hint", command[0], said, want)
			}
			t.Logf("%s: told after %v", command[0], took)
			if *long && took > 3*time.Second {
				t.Errorf("%s: told after %v", command[0], took)
			}
		})
		if *long {
			group.Wait() // one at a time, so that the time means something
		}
	}
	group.Wait()
}
