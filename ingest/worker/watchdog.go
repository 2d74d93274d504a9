package worker

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"time"
)

// watchdog kills a child that stands still or takes too long.
type watchdog struct {
	mu    sync.Mutex
	kill  func()
	timer *time.Timer
	idle  time.Duration
	end   time.Time
	cause string
	stop  func() bool
}

// watch starts the clock. The context ends the child too.
func watch(ctx context.Context, idle, total time.Duration, kill func()) *watchdog {
	w := &watchdog{kill: kill, idle: idle, end: time.Now().Add(total)}
	w.timer = time.AfterFunc(min(idle, total), func() { w.fire(total) })
	w.stop = context.AfterFunc(ctx, func() { w.bark(ctx.Err().Error()) })
	return w
}

func (w *watchdog) fire(total time.Duration) {
	w.mu.Lock()
	late := !time.Now().Before(w.end)
	w.mu.Unlock()
	if late {
		w.bark(fmt.Sprintf("took more than %v", total))
		return
	}
	w.bark(fmt.Sprintf("no progress for %v", w.idle))
}

// bark notes the cause and kills.
func (w *watchdog) bark(cause string) {
	w.mu.Lock()
	if w.cause == "" {
		w.cause = cause
	}
	w.mu.Unlock()
	w.kill()
}

// touch notes progress.
func (w *watchdog) touch() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.timer.Reset(max(1, min(w.idle, time.Until(w.end))))
}

// pause stops the clock while the child waits for us; the time does not count.
func (w *watchdog) pause() (resume func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.timer.Stop()
	began := time.Now()
	return func() {
		w.mu.Lock()
		w.end = w.end.Add(time.Since(began))
		w.mu.Unlock()
		w.touch()
	}
}

// done stops the clock and says why the child was killed, "" when it was not.
func (w *watchdog) done() string {
	w.timer.Stop()
	w.stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.cause
}

// firstLine is what a crashed Go program says first.
func firstLine(b []byte) []byte {
	line, _, _ := bytes.Cut(bytes.TrimSpace(b), []byte("\n"))
	return line[:min(len(line), 200)]
}
