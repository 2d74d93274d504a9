package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"averment/evidence"
)

// size is the short form's count, or the long one's with -long.
func size(short, extended int) int {
	if *long {
		return extended
	}
	return short
}

func decodeFrom(t *testing.T, r interface{ Read([]byte) (int, error) }, into any) {
	t.Helper()
	if err := json.NewDecoder(r).Decode(into); err != nil {
		t.Error(err)
	}
}

// watchOnce makes one pass and gives its rows; files that cannot be read are no failure.
func watchOnce(t *testing.T, keys, dir string, folders ...string) evidence.Summary {
	t.Helper()
	cmd := averment(t, keys, append([]string{"watch", "--once", "--quiet", "--json", "--case", dir}, folders...)...)
	out, err := cmd.Output()
	if code := cmd.ProcessState.ExitCode(); err != nil && code != exitPartly {
		t.Fatalf("exit %d: %v\n%s", code, err, out)
	}
	var sum evidence.Summary
	decode(t, out, &sum)
	return sum
}

func fill(t *testing.T, in string, files int) {
	t.Helper()
	for i := range files {
		sub := filepath.Join(in, fmt.Sprint("d", i%20))
		if err := os.MkdirAll(sub, 0o755); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(sub, fmt.Sprintf("r%06d.txt", i)), fmt.Sprintf("Report %d says that harbour berth %d is open.", i, i))
	}
}

// TestWatchedOddities watches whatever a folder can hold: each thing has exactly one row,
// in the first pass and none after it, and nothing was changed.
func TestWatchedOddities(t *testing.T) {
	in, keys := t.TempDir(), t.TempDir()
	dir := filepath.Join(in, "case") // the case itself lies in the folder
	names := []string{"new\nline.txt", "bad\xff\xfeutf8.txt", "bad\xff\xfdutf8.txt", "\u202ebidi.txt", strings.Repeat("n", 251) + ".txt", " space .txt"}
	for _, n := range names {
		put(t, filepath.Join(in, n), "The berth of "+n)
	}
	// Names that a spreadsheet, a shell or another system would take for one another.
	for _, n := range []string{"Report.txt", "REPORT.txt", "=1+1.txt", "-rf.txt"} {
		names = append(names, n)
		put(t, filepath.Join(in, n), "Another berth of "+n)
	}
	for _, n := range []string{"half.part", "half.crdownload", "~$letter.docx", ".~lock.sheet.ods#", "._resource", "Thumbs.db"} {
		put(t, filepath.Join(in, n), "half")
	}
	put(t, filepath.Join(in, "nothing.txt"), "")
	if err := os.Link(filepath.Join(in, "Report.txt"), filepath.Join(in, "second name.txt")); err != nil {
		t.Fatal(err)
	}
	big := filepath.Join(in, "big.txt")
	put(t, big, "")
	if err := os.Truncate(big, 1<<40); err != nil {
		t.Log("no sparse file of 1 TiB here: ", err)
		os.Remove(big)
		big = ""
	}
	specials := special(t, in)
	before := listing(t, in)
	sum := watchOnce(t, keys, dir, "wire="+in)
	ignored := 6 + specials + 1          // by their names; and the case
	want := len(names) + 1 + 1 + ignored // a second name, and a file without bytes
	if big != "" {
		want++
	}
	if sum.Seen != want || sum.Indexed != len(names) || sum.Ignored != ignored || sum.Duplicate != 1 {
		t.Errorf("%+v, want %d seen and %d ignored", sum, want, ignored)
	}
	paths := map[string]bool{}
	for _, r := range sum.Files {
		if paths[r.Path] || !utf8.ValidString(r.Path) || strings.ContainsRune(r.Path, utf8.RuneError) || r.Collection != "wire" {
			t.Errorf("row %+v", r)
		}
		paths[r.Path] = true
		if r.Path == big && (r.Reason != string(evidence.TooLarge) || r.ID != "" || r.Size != 1<<40) {
			t.Errorf("the big file is %+v", r)
		}
	}
	if again := watchOnce(t, keys, dir, "wire="+in); again.Seen != 0 {
		t.Errorf("a second pass saw %+v", again.Files)
	}
	if after := listing(t, in); !slices.Equal(before, after) {
		t.Errorf("the folder was changed: %q, then %q", before, after)
	}
	output(t, averment(t, keys, "verify", "--read-data", "--index", "--case", dir))
}

// special makes what is no regular file, and says how many.
func special(t *testing.T, in string) (made int) {
	t.Helper()
	if err := syscall.Mkfifo(filepath.Join(in, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", filepath.Join(in, "socket"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	for link, to := range map[string]string{"out": "/etc/passwd", "loop": ".", "gone": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(in, link)); err != nil {
			t.Fatal(err)
		}
	}
	made = 5
	if os.Getuid() == 0 && syscall.Mknod(filepath.Join(in, "device"), syscall.S_IFCHR|0o600, 1<<8|3) == nil { // that of /dev/null
		made++
	}
	return made
}

// listing is each name in a folder with its size, mode and time.
func listing(t *testing.T, dir string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && e.Name() != "case" {
			out = append(out, fmt.Sprint(e.Name(), info.Size(), info.Mode(), info.ModTime().UnixNano()))
		}
	}
	return out
}

// TestKillWhileWatching kills a pass over a folder again and again; files and the members
// of an archive all come in, each once.
func TestKillWhileWatching(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: rounds of kill -9 take a while")
	}
	files, rounds := size(300, 2000), size(6, 50)
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	fill(t, in, files-100)
	lines := &strings.Builder{}
	for i := range 100 {
		fmt.Fprintf(lines, "{\"id\":\"x%d\",\"title\":\"Line %d\",\"text\":\"The harbour said that berth %d of the list is shut.\"}\n", i, i, i)
	}
	put(t, filepath.Join(in, "list.jsonl"), lines.String())
	pause := rand.New(rand.NewSource(2))
	for range rounds {
		cmd := averment(t, keys, "watch", "--once", "--quiet", "--case", dir, in)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(100+pause.Intn(size(900, 2500))) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
	}
	watchOnce(t, keys, dir, in)
	checkStored(t, dir, keys, files+1, files) // the list itself has no text
}

// TestStorm pours files into a watched folder faster than events can be read, with
// folders made at the same time, and moves, links and copies others in.
func TestStorm(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: takes a while")
	}
	files, races := size(600, 20000), size(60, 1000)
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	s := serve(t, dir, keys, "--watch", in)
	began := time.Now()
	fill(t, in, files)
	for i := range races {
		sub := filepath.Join(in, fmt.Sprintf("race%d", i), "deep")
		if err := os.MkdirAll(sub, 0o755); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(sub, "f.txt"), fmt.Sprintf("Race %d ran past the harbour and its berth.", i))
	}
	extra := s.arrive(in)
	t.Logf("%d files written in %v", files+races+extra, time.Since(began))
	s.until("berth", files+races+extra, time.Duration(size(60, 900))*time.Second)
	t.Logf("all searchable after %v", time.Since(began))
	s.stop()
	checkWhole(t, dir, keys, files+races+extra)
}

// arrive brings files in by the ways that files come, and gives their number.
func (s *served) arrive(in string) int {
	s.Helper()
	from := s.TempDir()
	for _, name := range []string{"moved", "linked", "synced"} {
		put(s.T, filepath.Join(from, name+".txt"), "It was "+name+" to the harbour berth.")
	}
	n := 2
	if err := os.Rename(filepath.Join(from, "moved.txt"), filepath.Join(in, "moved.txt")); err != nil {
		s.Fatal(err)
	}
	if err := os.Link(filepath.Join(from, "linked.txt"), filepath.Join(in, "linked.txt")); err != nil {
		s.Fatal(err)
	}
	if rsync, err := exec.LookPath("rsync"); err == nil {
		if out, err := exec.Command(rsync, "-a", filepath.Join(from, "synced.txt"), in+"/").CombinedOutput(); err != nil {
			s.Fatalf("rsync: %v %s", err, out)
		}
		n++
	}
	slow, err := os.Create(filepath.Join(in, "slow.txt"))
	if err != nil {
		s.Fatal(err)
	}
	defer slow.Close()
	for range 8 {
		fmt.Fprint(slow, "Slowly a berth of the harbour is described. ")
		time.Sleep(400 * time.Millisecond)
	}
	return n + 1
}

// TestSettledToSearchable measures how long after its last change a file can be found.
func TestSettledToSearchable(t *testing.T) {
	if !*long {
		t.Skip("a measurement; run with -long")
	}
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	s := serve(t, dir, keys, "--watch", in)
	put(t, filepath.Join(in, "warm.txt"), "A warm berth.")
	s.until("warm", 1, time.Minute)
	var took []time.Duration
	for i := range 40 {
		put(t, filepath.Join(in, fmt.Sprint(i, ".txt")), fmt.Sprintf("The word latency%d stands here.", i))
		began := time.Now()
		s.until(fmt.Sprint("latency", i), 1, time.Minute)
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	t.Logf("from the last write (2 s of settling included): median %v, p95 %v, most %v", took[20], took[37], took[39])
	if took[37] > 7*time.Second {
		t.Errorf("p95 is %v, want at most 5 s after settling", took[37])
	}
}

// TestRestartOnKnownFiles measures a pass over files that are all known.
func TestRestartOnKnownFiles(t *testing.T) {
	files := size(300, 100_000)
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	fill(t, in, files)
	began := time.Now()
	if sum := watchOnce(t, keys, dir, in); sum.Indexed != files {
		t.Fatalf("%d indexed", sum.Indexed)
	}
	t.Logf("%d files imported in %v", files, time.Since(began))
	began = time.Now()
	sum := watchOnce(t, keys, dir, in)
	took := time.Since(began)
	t.Logf("%d known files looked at again in %v", files, took)
	if *long && took > 3*time.Second {
		t.Errorf("it took %v, want at most 3 s", took)
	}
	if sum.Seen != 0 {
		t.Errorf("%d files were taken again", sum.Seen)
	}
}
