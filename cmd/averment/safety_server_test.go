package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// served is a server of a case in a process of its own, signed in to.
type served struct {
	*testing.T
	cmd    *exec.Cmd
	base   string
	client *http.Client
}

// serve starts a server and signs in.
func serve(t *testing.T, dir, keys string, args ...string) *served {
	t.Helper()
	cmd := averment(t, keys, append([]string{"serve", "--json", "--quiet", "--case", dir, "--addr", "127.0.0.1:0"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	s := &served{T: t, cmd: cmd}
	t.Cleanup(func() { s.kill() })
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil {
		t.Fatal("the server did not start: ", err)
	}
	go io.Copy(io.Discard, out)
	var said struct{ Address, Link string }
	decode(t, line, &said)
	s.base = said.Address
	jar, _ := cookiejar.New(nil) // never fails without options
	s.client = &http.Client{Jar: jar, Timeout: 30 * time.Second}
	answer, err := s.client.Get(said.Link)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	return s
}

// kill ends the server at once, and stop ends it as an operator does.
func (s *served) kill() {
	s.cmd.Process.Kill()
	s.cmd.Wait()
}

func (s *served) stop() {
	s.Helper()
	s.cmd.Process.Signal(os.Interrupt)
	if err := s.cmd.Wait(); err != nil {
		s.Errorf("the server ended badly: %v", err)
	}
}

// total searches and gives the number of documents found.
func (s *served) total(query string) (int, error) {
	answer, err := s.client.Get(s.base + "/api/v1/search?q=" + url.QueryEscape(query))
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("search answers %s", answer.Status)
	}
	var found struct{ Total int }
	return found.Total, json.NewDecoder(answer.Body).Decode(&found)
}

// until searches until so many documents are found.
func (s *served) until(query string, want int, patience time.Duration) {
	s.Helper()
	end, got := time.Now().Add(patience), 0
	var err error
	for time.Now().Before(end) {
		if got, err = s.total(query); err == nil && got == want {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.Fatalf("%q finds %d documents, want %d (%v)", query, got, want, err)
}

// watchMemory samples the memory that the process has for itself, without the files that
// it has mapped, in KiB; the function it gives stops that and tells what it had at first
// and at most. Both are 0 without /proc.
func (s *served) watchMemory() func() (before, most int) {
	before := s.memory()
	most, stop, stopped := before, make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			case <-time.After(10 * time.Millisecond):
				most = max(most, s.memory())
			}
		}
	}()
	return func() (int, int) {
		close(stop)
		<-stopped
		return before, most
	}
}

func (s *served) memory() (anonymous int) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		fmt.Sscanf(line, "RssAnon: %d", &anonymous)
	}
	return anonymous
}
