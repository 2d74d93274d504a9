package worker

import (
	"bytes"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"testing"
)

var refusal = regexp.MustCompile("operation not permitted|permission denied")

// TestNothingGetsOut has a child that was locked in try every way out.
func TestNothingGetsOut(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("there is no sandbox on " + runtime.GOOS)
	}
	p := newPool(t, PoolOptions{Size: 1})
	want := probeTarget(t)
	for way, failure := range askProbe(t, p, want) {
		if !refusal.MatchString(failure) {
			t.Errorf("%s: %q, want a refusal at level %q (missing: %v)", way, failure, p.Level(), p.Level().Missing)
		}
	}
	if _, err := os.Stat(want.Write); err == nil {
		t.Error("the child wrote a file")
	}
}

// TestProbeCanFail runs the same probe without a sandbox: most ways are open then, so
// that the test above proves something.
func TestProbeCanFail(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("there is no sandbox on " + runtime.GOOS)
	}
	open := 0
	target := probeTarget(t)
	found := target.run()
	for _, way := range []string{"open", "write", "tcp", "udp", "kill", "fork", "exec"} {
		if found[way] == "" {
			open++
		}
	}
	if open < 5 {
		t.Errorf("only %d ways open without a sandbox: %v", open, found)
	}
}

func askProbe(t *testing.T, p *Pool, want probe) map[string]string {
	t.Helper()
	proc, err := p.readers.get(context.Background(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer p.readers.put(proc, false)
	x := &exchange{p: proc, limits: p.options.Limits}
	o, _, err := x.run(context.Background(), p.options.Times, job{Task: taskProbe, Probe: want}, bytes.NewReader(nil))
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Probe) < 10 {
		t.Fatalf("the probe tried only %d ways", len(o.Probe))
	}
	return o.Probe
}

// probeTarget makes things that are there to be reached.
func probeTarget(t *testing.T) probe {
	t.Helper()
	tcp, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	udp, err := net.ListenPacket("udp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	sleeper := exec.Command("sleep", "60")
	if err := sleeper.Start(); err != nil {
		t.Skip("needs the program sleep")
	}
	t.Cleanup(func() {
		tcp.Close()
		udp.Close()
		sleeper.Process.Kill()
		sleeper.Wait()
	})
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	return probe{Read: file, Write: file + ".new", TCP: tcp.Addr().(*net.TCPAddr).Port,
		UDP: udp.LocalAddr().(*net.UDPAddr).Port, PID: sleeper.Process.Pid}
}
