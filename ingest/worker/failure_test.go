package worker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"averment/evidence"
	"averment/ingest/format"
)

// misbehave is what the test's reader does with documents that ask for it; other
// documents are read as usual.
func misbehave(ctx context.Context, name string, data []byte, o format.Options) (*format.Result, error) {
	switch {
	case strings.HasPrefix(string(data), "CRASH"):
		os.Exit(3)
	case strings.HasPrefix(string(data), "PANIC"):
		panic("at the disco")
	case strings.HasPrefix(string(data), "HANG"):
		select {}
	case strings.HasPrefix(string(data), "SPIN"):
		for n := uint64(1); n != 0; n |= 1 { // never ends
		}
	case strings.HasPrefix(string(data), "MEMORY"):
		var all [][]byte
		for {
			all = append(all, make([]byte, 64<<20))
			for i := range all[len(all)-1] {
				all[len(all)-1][i] = 1
			}
		}
	case strings.HasPrefix(string(data), "NOISE"):
		os.Stdout.WriteString(strings.Repeat("noise", 100))
		return nil, nil
	case strings.HasPrefix(string(data), "ONCE"):
		if !o.PDF.NoSecond {
			os.Exit(3)
		}
		data = []byte("read at last")
	}
	return format.Read(ctx, name, data, o)
}

func TestChildrenThatFail(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 1, NoOCR: true, Times: Times{Idle: time.Second, Total: 20 * time.Second}})
	for in, want := range map[string]evidence.Code{
		"CRASH": evidence.Crashed, "PANIC": evidence.Crashed, "HANG": evidence.Timeout, "SPIN": evidence.Timeout, "NOISE": evidence.Crashed,
	} {
		_, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte(in)})
		var refused *evidence.ReadError
		if !errors.As(err, &refused) || refused.Code != want || refused.Detail == "" {
			t.Errorf("%s: %v", in, err)
		}
		out, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("plain words")})
		if err != nil || out.Document.Pages[0].Text != "plain words" {
			t.Errorf("after %s: %v", in, err)
		}
	}
}

func TestOneRetryInAFreshChild(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 1, NoOCR: true})
	out, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("ONCE %PDF- it crashes, then it is read")})
	if err != nil || out.Document.PageCount != 1 {
		t.Errorf("%v, %v", out, err)
	}
}

func TestMemoryIsLimited(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory is limited on linux only")
	}
	if testing.Short() {
		t.Skip("takes memory")
	}
	p := newPool(t, PoolOptions{Size: 1, NoOCR: true, Times: Times{Idle: 20 * time.Second, Total: 20 * time.Second}})
	_, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("MEMORY")})
	var refused *evidence.ReadError
	if !errors.As(err, &refused) || refused.Code != evidence.Crashed && refused.Code != evidence.Timeout {
		t.Errorf("%v", err)
	}
}

func TestContextEndsTheChild(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 1, NoOCR: true})
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	if _, err := p.Read(ctx, Job{Name: "x.txt", Data: []byte("HANG")}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if _, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("words")}); err != nil {
		t.Errorf("after it: %v", err)
	}
}

func TestChildrenAreReplaced(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 1, NoOCR: true})
	if _, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("words")}); err != nil {
		t.Fatal(err)
	}
	first := p.light.idle[0]
	p.light.share = 5
	for range 5 {
		if _, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("words")}); err != nil {
			t.Fatal(err)
		}
	}
	select {
	case <-first.ended:
	case <-time.After(10 * time.Second):
		t.Error("the first child outlives its share")
	}
}

func TestManyAtOnce(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 3, NoOCR: true})
	var group sync.WaitGroup
	for range 40 {
		group.Go(func() {
			if _, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("words of a text")}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}

func TestClosedPool(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 1, NoOCR: true})
	p.Close()
	if _, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("words")}); err == nil {
		t.Error("a closed pool reads")
	}
}

func TestHintsWin(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 1, NoOCR: true})
	day, err := evidence.ParseDate("2024-08-15")
	if err != nil {
		t.Fatal(err)
	}
	job := Job{Name: "x.txt", Data: []byte("some words"), Kind: evidence.Policy, Published: &day,
		Document: &evidence.Document{Title: "Given", SourceID: "7"}}
	out, err := p.Read(context.Background(), job)
	if err != nil {
		t.Fatal(err)
	}
	if d := out.Document; d.Kind != evidence.Policy || d.Published == nil || d.Published.Value != "2024-08-15" || d.Title != "Given" || d.SourceID != "7" {
		t.Errorf("document %+v", d)
	}
	job.Document.Pages = []evidence.Page{{Number: 1, Text: "complete", State: evidence.PageText}}
	if out, err = p.Read(context.Background(), job); err != nil || out.Document.Pages[0].Text != "complete" {
		t.Errorf("a complete document was read again: %v, %v", out, err)
	}
}

func TestEnvironmentOfChildren(t *testing.T) {
	t.Setenv("AVERMENT_SECRET", "in the parent")
	if runtime.GOOS != "linux" {
		t.Skip("needs /proc")
	}
	p := newPool(t, PoolOptions{Size: 1, NoOCR: true})
	env, err := os.ReadFile(fmt.Sprintf("/proc/%d/environ", p.readers.idle[0].cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if len(env) != 0 {
		t.Errorf("environment %q", env)
	}
}
