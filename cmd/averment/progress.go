package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"averment/ingest"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far an import has come: a bar with rate and time left on a
// terminal, a plain line every few seconds elsewhere, nothing with --quiet.
type progress struct {
	out  io.Writer
	bar  *progressbar.ProgressBar
	last time.Time
	mute bool
}

func (a *app) newProgress(what string) *progress {
	p := &progress{out: a.err, mute: a.quiet, last: time.Now()}
	if f, ok := a.err.(*os.File); ok && !a.quiet && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions64(-1, progressbar.OptionSetWriter(a.err), progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("files"),
			progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	return p
}

func (p *progress) imported(now ingest.Progress) {
	p.step(now.Done, now.Found, fmt.Sprintf("%d of %d files found so far", now.Done, now.Found))
}

// step shows done of total; words are for where there is no bar.
func (p *progress) step(done, total int, words string) {
	switch {
	case p.mute:
	case p.bar != nil:
		p.bar.ChangeMax(max(total, done))
		_ = p.bar.Set(done) // a bar that cannot be drawn is no reason to stop
	case time.Since(p.last) >= 5*time.Second:
		p.last = time.Now()
		fmt.Fprintln(p.out, words)
	}
}

// say prints a remark.
func (p *progress) say(words string) {
	if p.mute {
		return
	}
	if p.bar != nil {
		p.bar.Describe(words)
		return
	}
	fmt.Fprintln(p.out, words)
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
