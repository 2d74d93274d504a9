package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"averment/evidence"
	"averment/store"
)

// TestUnmountedFolder takes the disk of a watched folder away and brings it back: nothing
// is taken for gone, and nothing is imported twice.
func TestUnmountedFolder(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("mounting needs root")
	}
	in, disk, dir, keys := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	usb := filepath.Join(in, "usb")
	if err := os.Mkdir(usb, 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(in, "here.txt"), "A berth that stays.")
	mount := func(from, to, kind string, flags uintptr) {
		t.Helper()
		if err := syscall.Mount(from, to, kind, flags, ""); err != nil {
			t.Skip("cannot mount here: ", err)
		}
		t.Cleanup(func() { syscall.Unmount(to, syscall.MNT_DETACH) })
	}
	mount("tmpfs", disk, "tmpfs", 0)
	put(t, filepath.Join(disk, "there.txt"), "A berth that goes.")
	mount(disk, usb, "", syscall.MS_BIND)
	if sum := watchOnce(t, keys, dir, in); sum.Indexed != 2 {
		t.Fatalf("%+v", sum)
	}
	if err := syscall.Unmount(usb, 0); err != nil {
		t.Fatal(err)
	}
	watchOnce(t, keys, dir, in)
	if n := vanished(t, dir, keys); n != 0 {
		t.Errorf("an unmounted disk was taken for %d deletions", n)
	}
	mount(disk, usb, "", syscall.MS_BIND)
	put(t, filepath.Join(usb, "new.txt"), "A berth that came with the disk.")
	if sum := watchOnce(t, keys, dir, in); sum.Seen != 1 || sum.Indexed != 1 {
		t.Errorf("with the disk back: %+v", sum)
	}
	os.Remove(filepath.Join(in, "here.txt"))
	watchOnce(t, keys, dir, in)
	if n := vanished(t, dir, keys); n != 1 {
		t.Errorf("one deletion was noted %d times", n)
	}
}

// vanished counts the entries of files that went away.
func vanished(t *testing.T, dir, keys string) (n int) {
	t.Helper()
	c, err := store.Open(dir, store.Options{KeyDir: keys})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	err = c.Audit(store.AuditFilter{Action: "vanished"}, func(store.Event) error { n++; return nil })
	if err != nil {
		t.Error(err)
	}
	return n
}

// nobody is an account without rights, as which a test acts that must be refused.
const nobody = 65534

// asNobody runs the program without the rights of root, which can read everything.
func asNobody(t *testing.T, keys string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := averment(t, keys, args...)
	if os.Getuid() == 0 {
		exe := filepath.Join(filepath.Dir(keys), "averment.test")
		if err := os.Link(cmd.Path, exe); err != nil && !os.IsExist(err) {
			copyProgram(t, cmd.Path, exe)
		}
		cmd.Path = exe
		cmd.Args[0] = exe
		cmd.Dir = filepath.Dir(keys)
		cmd.Env = append(cmd.Env, "HOME="+keys, "TMPDIR="+keys, "AVERMENT_CACHE="+filepath.Join(keys, "cache"))
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	return cmd
}

func copyProgram(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestUnreadable watches a file and a folder that may not be read: each has a row that says
// so, and comes in when it may be.
func TestUnreadable(t *testing.T) {
	base, err := os.MkdirTemp("", "unreadable")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(base) })
	in, dir, keys := filepath.Join(base, "in"), filepath.Join(base, "case"), filepath.Join(base, "keys")
	file, folder := filepath.Join(in, "closed.txt"), filepath.Join(in, "shut")
	for _, d := range []string{dir, keys, folder} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(in, "open.txt"), "An open berth.")
	put(t, file, "A closed berth.")
	put(t, filepath.Join(folder, "inside.txt"), "A berth inside.")
	for path, mode := range map[string]os.FileMode{base: 0o755, in: 0o755, file: 0, folder: 0} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	if os.Getuid() == 0 {
		if err := exec.Command("chown", "-R", fmt.Sprint(nobody), dir, keys).Run(); err != nil {
			t.Fatal(err)
		}
	}
	pass := func() (sum evidence.Summary) {
		t.Helper()
		cmd := asNobody(t, keys, "watch", "--once", "--quiet", "--json", "--case", dir, in)
		out, err := cmd.Output()
		if code := cmd.ProcessState.ExitCode(); err != nil && code != exitPartly {
			if refused := (*exec.ExitError)(nil); asExit(err, &refused) {
				t.Fatalf("exit %d: %s", code, refused.Stderr)
			}
			t.Fatal(err)
		}
		decode(t, out, &sum)
		return sum
	}
	sum := pass()
	if sum.Seen != 3 || sum.Indexed != 1 || sum.Exception != 2 {
		t.Fatalf("%+v", sum)
	}
	for _, r := range sum.Files {
		if r.State == evidence.Exception && (r.Reason != string(evidence.IO) || !r.Retryable || !strings.Contains(r.Detail, "permission")) {
			t.Errorf("%+v", r)
		}
	}
	if again := pass(); again.Seen != 0 {
		t.Errorf("tried again at once: %+v", again)
	}
	os.Chmod(file, 0o644)
	os.Chmod(folder, 0o755)
	os.Chmod(filepath.Join(folder, "inside.txt"), 0o644)
	if again := pass(); again.Indexed != 2 || again.Ignored != 1 || again.Exception != 0 {
		t.Errorf("when they may be read: %+v", again)
	}
	if out, err := asNobody(t, keys, "ledger", "--json", "--case", dir).Output(); err != nil {
		t.Error(err)
	} else if decode(t, out, &sum); sum.Seen != 4 || sum.Indexed != 3 || sum.Exception != 0 {
		t.Errorf("the ledger at the end: %+v", sum)
	}
}

func asExit(err error, to **exec.ExitError) bool {
	e, ok := err.(*exec.ExitError)
	*to = e
	return ok
}

// TestLedgerWhileFilesComeIn polls the ledger of a server while it imports a watched
// folder: the sums add up in every answer, nothing goes backwards, and what is under way is
// told until it is in.
func TestLedgerWhileFilesComeIn(t *testing.T) {
	files := size(250, 3000)
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	s := serve(t, dir, keys, "--watch", "wire="+in)
	fill(t, in, files)
	steps, polls, last := map[string]int{}, 0, 0
	for end := time.Now().Add(2 * time.Minute); last < files; polls++ {
		if time.Now().After(end) {
			t.Fatalf("%d of %d files have a row", last, files)
		}
		a := s.ledger()
		if a.Seen != a.Indexed+a.Duplicate+a.Exception+a.Ignored || a.Seen != len(a.Files) {
			t.Fatalf("the sums do not add up: %d seen, %d rows, %+v", a.Seen, len(a.Files), a.Summary)
		}
		if a.Seen < last || len(a.UnderWay) > a.Waiting {
			t.Fatalf("%d seen after %d; %d of %d under way", a.Seen, last, len(a.UnderWay), a.Waiting)
		}
		for _, u := range a.UnderWay {
			if steps[u.Step]++; !strings.HasPrefix(u.Path, in) {
				t.Errorf("under way: %+v", u)
			}
		}
		last = a.Seen
	}
	s.until("berth", files, time.Minute)
	if a := s.ledger(); a.Waiting != 0 || a.Seen != files {
		t.Errorf("at the end %d under way, %d seen", a.Waiting, a.Seen)
	}
	if steps["settling"] == 0 || steps["reading"] == 0 {
		t.Errorf("steps that were seen in %d answers: %v", polls, steps)
	}
	t.Logf("%d answers; steps seen: %v", polls, steps)
}

// liveLedger is what the API says of the ledger.
type liveLedger struct {
	evidence.Summary
	Waiting  int                           `json:"waiting"`
	UnderWay []struct{ Path, Step string } `json:"under_way"`
}

func (s *served) ledger() (a liveLedger) {
	s.Helper()
	answer, err := s.client.Get(s.base + "/api/v1/ledger")
	if err != nil {
		s.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		s.Fatal("the ledger answers ", answer.Status)
	}
	if err := json.NewDecoder(answer.Body).Decode(&a); err != nil {
		s.Fatal(err)
	}
	return a
}
