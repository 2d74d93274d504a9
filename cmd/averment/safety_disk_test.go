package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"averment/evidence"
)

// smallDisk mounts a disk of so many MiB; it takes memory only for what is written.
func smallDisk(t *testing.T, mib int) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("mounting a small disk needs root")
	}
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, fmt.Sprintf("size=%dm", mib)); err != nil {
		t.Skip("a small disk cannot be mounted here: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	return disk
}

func resize(t *testing.T, disk string, mib int) {
	t.Helper()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%dm", mib)); err != nil {
		t.Fatal(err)
	}
}

// TestDiskFillsUp imports onto a disk that comes too close to its end, by each way that
// imports: it stops with words that help, loses nothing that it acknowledged, searching
// goes on, and when there is room the import does too.
func TestDiskFillsUp(t *testing.T) {
	for name, how := range map[string][]string{"add": {"add"}, "watch": {"watch", "--once"}} {
		t.Run(name, func(t *testing.T) {
			const files = 60
			disk, in, keys := smallDisk(t, 1029), t.TempDir(), t.TempDir() // 1 GiB must stay free
			dir := filepath.Join(disk, "case")
			for i := range files {
				text := fmt.Sprintf("Report %d says that harbour berth %d is open. %s", i, i, strings.Repeat(fmt.Sprintf("Word%d ", i), 30000))
				put(t, filepath.Join(in, fmt.Sprintf("r%02d.txt", i)), text)
			}
			run := func() (code int, out, errs bytes.Buffer) {
				cmd := averment(t, keys, append(append([]string{}, how...), "--quiet", "--json", "--case", dir, in)...)
				cmd.Stdout, cmd.Stderr = &out, &errs
				cmd.Run()
				return cmd.ProcessState.ExitCode(), out, errs
			}
			code, out, _ := run()
			if said := out.String(); code != exitFailed || !strings.Contains(said, "not enough free space") || !strings.Contains(said, "free some space on the disk") {
				t.Fatalf("exit %d: %s", code, said)
			}
			var ledger evidence.Summary
			decode(t, out.Bytes(), &ledger) // one JSON value
			decode(t, output(t, averment(t, keys, "ledger", "--json", "--case", dir)), &ledger)
			if ledger.Seen == 0 || ledger.Seen == files || ledger.Exception != 0 {
				t.Errorf("the ledger of the full disk: %d seen, %d exceptions", ledger.Seen, ledger.Exception)
			}
			var found struct{ Total int }
			decode(t, output(t, averment(t, keys, "search", "--json", "--case", dir, "harbour")), &found)
			if found.Total != ledger.Indexed {
				t.Errorf("%d found, %d acknowledged", found.Total, ledger.Indexed)
			}
			output(t, averment(t, keys, "verify", "--read-data", "--case", dir))
			resize(t, disk, 1200)
			if code, _, errs := run(); code != exitDone {
				t.Fatalf("with room again: exit %d: %s", code, errs.String())
			}
			checkWhole(t, dir, keys, files)
		})
	}
}

// TestServerOnAFullDisk lets the disk of a server that watches a folder fill up: it answers
// on, takes nothing more in, and goes on by itself when there is room.
func TestServerOnAFullDisk(t *testing.T) {
	disk, in, keys := smallDisk(t, 1100), t.TempDir(), t.TempDir()
	dir := filepath.Join(disk, "case")
	s := serve(t, dir, keys, "--watch", in)
	put(t, filepath.Join(in, "before.txt"), "A berth before.")
	s.until("berth", 1, time.Minute)
	ballast := filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 90<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(in, "after.txt"), "A berth after.")
	time.Sleep(4 * time.Second)
	s.until("berth", 1, time.Minute)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	s.until("berth", 2, time.Minute)
	s.stop()
}
