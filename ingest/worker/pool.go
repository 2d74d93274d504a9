package worker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"

	"averment/evidence"
	"averment/ingest/format"
)

// PoolOptions are the settings of a pool. Zero values take the defaults in the comments.
type PoolOptions struct {
	Size             int           // documents read at once; one for each core
	Limits           format.Limits // format.DefaultLimits
	Times            Times         // 30 s without progress, 120 s in all
	CacheDir         string        // folder of compiled code; format.DefaultCacheDir
	NoOCR            bool          // leave scans as they are, also where tesseract is installed
	AllowUnsandboxed bool          // go on where the system does not offer process and limits
	// Light begins with a child that reads no PDF, for work that may need none. One that
	// does is started when it is first needed.
	Light bool
	// OnWarm is told when the first child must compile PDFium, which takes seconds, and
	// when it is ready.
	OnWarm func(WarmState)
}

// Times are how long one document may take.
type Times struct {
	Idle  time.Duration // without progress
	Total time.Duration // in all, OCR not counted
	OCR   time.Duration // one page of OCR
}

// WarmState is how far the start of the readers has come.
type WarmState string

// The states of the start.
const (
	Compiling WarmState = "compiling the PDF reader, once on this machine"
	Ready     WarmState = "ready"
)

// How many documents a child reads before it is replaced. What is no PDF is read by code
// that is safe for memory, and is often short: there a start would cost more than the
// reading.
const (
	recycleAfter      = 100
	recycleLightAfter = 1000
)

// Pool keeps children ready. Its methods may be called from several goroutines.
type Pool struct {
	options PoolOptions
	level   Level
	readers *crew // with PDFium
	light   *crew // without, for all that is no PDF: they start in a tenth of the time
	ocr     *crew
}

// NewPool starts the first child, to know the level that this system reaches. It fails
// on Linux when that is less than a process with limits, unless AllowUnsandboxed.
func NewPool(o PoolOptions) (*Pool, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	slots := make(chan struct{}, o.Size)
	heavy := o.setup(roleReader)
	heavy.PDF = true
	p := &Pool{options: o, readers: newCrew(slots, heavy), light: newCrew(slots, o.setup(roleReader))}
	p.light.share = recycleLightAfter
	if prog := findTesseract(o); prog != "" {
		s := o.setup(roleOCR)
		s.Tesseract, s.Tessdata = prog, os.Getenv("TESSDATA_PREFIX")
		p.ocr = newCrew(make(chan struct{}, o.Size), s)
	}
	begin := p.readers
	if o.Light {
		begin = p.light
	} else {
		o.OnWarm(o.warmth())
	}
	first, err := begin.get(context.Background(), false)
	if err != nil {
		return nil, evidence.WithHint(err, "averment doctor says what this machine offers; --allow-unsandboxed goes on without")
	}
	p.level = p.describe(first.level)
	begin.put(first, true)
	o.OnWarm(Ready)
	if mustLimit && !p.level.Enough() && !o.AllowUnsandboxed {
		p.Close()
		return nil, evidence.WithHint(fmt.Errorf("the sandbox reaches %q only: %v", p.level, p.level.Missing),
			"--allow-unsandboxed reads documents all the same")
	}
	return p, nil
}

func (o PoolOptions) withDefaults() (PoolOptions, error) {
	if o.Size <= 0 {
		o.Size = runtime.GOMAXPROCS(0)
	}
	if o.Limits == (format.Limits{}) {
		o.Limits = format.DefaultLimits()
	}
	if o.Times == (Times{}) {
		o.Times = Times{Idle: 30 * time.Second, Total: 120 * time.Second, OCR: 60 * time.Second}
	}
	if o.OnWarm == nil {
		o.OnWarm = func(WarmState) {}
	}
	if o.CacheDir != "" {
		return o, nil
	}
	var err error
	o.CacheDir, err = format.DefaultCacheDir()
	return o, err
}

// childMemory is the soft limit of a child's Go heap.
const childMemory = 1536 << 20

func (o PoolOptions) setup(r role) setup {
	return setup{Role: r, Cache: o.CacheDir, Memory: childMemory, Open: o.AllowUnsandboxed}
}

// warmth says whether compiled code is there already.
func (o PoolOptions) warmth() WarmState {
	entries, err := os.ReadDir(o.CacheDir)
	if err != nil || len(entries) == 0 {
		return Compiling
	}
	return Ready
}

// describe adds to the level of a child what the parent knows.
func (p *Pool) describe(l Level) Level {
	l.OCR = "none: tesseract is not installed"
	switch {
	case p.options.NoOCR:
		l.OCR = "switched off"
	case p.ocr != nil:
		l.OCR = p.ocr.setup.Tesseract
	}
	if mustLimit && !l.Namespace {
		l.Missing = append(l.Missing, "network namespace: not allowed here")
	}
	return l
}

// Level says how far the children are locked in.
func (p *Pool) Level() Level { return p.level }

// Close ends all children.
func (p *Pool) Close() error {
	p.readers.close()
	p.light.close()
	if p.ocr != nil {
		p.ocr.close()
	}
	return nil
}

// crew is a number of children of one kind.
type crew struct {
	setup setup
	slots chan struct{} // one for each child that may work at a time
	share int           // documents a child reads in its life
	mu    sync.Mutex
	idle  []*process
	all   map[*process]bool
	shut  bool
}

func newCrew(slots chan struct{}, s setup) *crew {
	return &crew{setup: s, slots: slots, share: recycleAfter, all: map[*process]bool{}}
}

var errClosed = errors.New("the pool is closed")

// get gives a child that nobody else uses; a new one when fresh is asked for.
func (c *crew) get(ctx context.Context, fresh bool) (*process, error) {
	select {
	case c.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if p := c.pop(fresh); p != nil {
		return p, nil
	}
	p, err := start(c.setup, true)
	if err != nil {
		<-c.slots
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.shut {
		<-c.slots
		p.close()
		return nil, errClosed
	}
	c.all[p] = true
	return p, nil
}

// pop takes an idle child. When a fresh one is asked for, an idle one must go: it keeps
// its place otherwise.
func (c *crew) pop(fresh bool) *process {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.idle) == 0 {
		return nil
	}
	p := c.idle[len(c.idle)-1]
	c.idle = c.idle[:len(c.idle)-1]
	if !fresh {
		return p
	}
	delete(c.all, p)
	go p.close()
	return nil
}

// put gives a child back; one that is not good any more, or has done its share, ends.
func (c *crew) put(p *process, good bool) {
	c.mu.Lock()
	if good && p.jobs < c.share && !c.shut {
		c.idle = append(c.idle, p)
		c.mu.Unlock()
		<-c.slots
		return
	}
	delete(c.all, p)
	c.mu.Unlock()
	p.close()
	<-c.slots
}

func (c *crew) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shut = true
	c.idle = nil
	for p := range c.all {
		p.close()
	}
	c.all = map[*process]bool{}
}
