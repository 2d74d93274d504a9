//go:build failpoint

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"testing"

	"averment/evidence"
)

// TestPoisonForTheProgram imports a folder in which one file ends the program itself each
// time that it is read: after some starts it is quarantined, and only it.
func TestPoisonForTheProgram(t *testing.T) {
	for how, starts := range map[string]int{"panic": 2, "kill": 10} {
		t.Run(how, func(t *testing.T) {
			in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
			const files = 40
			for i := range files {
				put(t, filepath.Join(in, fmt.Sprintf("r%02d.txt", i)), fmt.Sprintf("Report %d says that harbour berth %d is open.", i, i))
			}
			poison := fmt.Sprintf("%x", sha256.Sum256([]byte("Report 13 says that harbour berth 13 is open.")))
			place := "AVERMENT_FAILPOINT=" + how + ":reading:" + poison
			for n := range starts {
				cmd := averment(t, keys, "add", "--quiet", "--case", dir, in)
				cmd.Env = append(cmd.Env, place)
				if err := cmd.Run(); err == nil || cmd.ProcessState.ExitCode() == exitPartly {
					t.Fatalf("start %d went well: %v", n+1, cmd.ProcessState)
				}
			}
			cmd := averment(t, keys, "add", "--quiet", "--json", "--case", dir, in)
			var out, errs bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &errs
			cmd.Run()
			if code := cmd.ProcessState.ExitCode(); code != exitPartly {
				t.Fatalf("exit %d, want %d: %s", code, exitPartly, errs.String())
			}
			var sum evidence.Summary
			decode(t, out.Bytes(), &sum)
			if sum.Seen != files || sum.Indexed+sum.Duplicate != files-1 || sum.Exception != 1 {
				t.Errorf("%+v", sum)
			}
			for _, r := range sum.Files {
				if r.State == evidence.Exception && (r.ID != poison || r.Reason != string(evidence.Crashed)) {
					t.Errorf("the row is %+v", r)
				}
			}
			output(t, averment(t, keys, "verify", "--read-data", "--index", "--case", dir))
		})
	}
}
