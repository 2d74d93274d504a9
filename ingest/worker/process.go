package worker

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// process is a child, seen from the parent.
type process struct {
	cmd    *exec.Cmd
	in     *frameWriter
	out    *frameReader
	pipes  []*os.File
	errors *tail
	ended  chan struct{} // closed when the process is gone
	level  Level
	jobs   int
	born   time.Time
}

// startTime is how long a child may take to compile PDFium and lock itself in. The
// first start on a machine compiles; a busy machine is slow at it.
const startTime = 3 * time.Minute

// start executes the program again as a child. Without namespaces when the system does
// not allow them.
func start(s setup, namespaces bool) (*process, error) {
	p, err := spawn(namespaces)
	if err != nil && namespaces {
		p, err = spawn(false)
	}
	if err != nil {
		return nil, fmt.Errorf("start a worker: %w", err)
	}
	if err := p.greet(s); err != nil {
		p.kill()
		return nil, fmt.Errorf("start a worker: %w", err)
	}
	return p, nil
}

func spawn(namespaces bool) (*process, error) {
	exe, err := executable()
	if err != nil {
		return nil, err
	}
	theirIn, ourIn, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	ourOut, theirOut, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, theirIn.Close(), ourIn.Close())
	}
	p := &process{in: newFrameWriter(ourIn), out: newFrameReader(ourOut), pipes: []*os.File{ourIn, ourOut},
		errors: &tail{}, ended: make(chan struct{}), born: time.Now()}
	p.cmd = exec.Command(exe, "worker")
	p.cmd.Env = []string{} // nil would hand ours over
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = theirIn, theirOut, p.errors
	isolate(p.cmd, namespaces)
	err = p.launch()
	err = errors.Join(err, theirIn.Close(), theirOut.Close())
	if err != nil {
		return nil, errors.Join(err, ourIn.Close(), ourOut.Close())
	}
	return p, nil
}

// launch starts the process from a thread that lives as long as the process: the signal
// that ends an orphan is sent when the thread ends that made it.
func (p *process) launch() error {
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := p.cmd.Start()
		started <- err
		if err == nil {
			_ = p.cmd.Wait() // how it ended shows in what it sent
		}
		close(p.ended)
	}()
	return <-started
}

// greet sends the settings and waits until the child has locked itself in.
func (p *process) greet(s setup) error {
	timer := time.AfterFunc(startTime, p.kill)
	defer timer.Stop()
	if err := p.in.json(kindSetup, s); err != nil {
		return fmt.Errorf("%w%s", err, p.errors.said())
	}
	k, b, err := p.out.next()
	if err != nil || k != kindReady {
		return fmt.Errorf("no answer from the worker: %w%s", errors.Join(err, errFrame), p.errors.said())
	}
	var r ready
	if err := b.json(&r, maxHeader); err != nil {
		return err
	}
	if r.Error != "" {
		return errors.New(r.Error)
	}
	p.level = r.Level
	p.level.Namespace = ownNetwork(p.cmd.Process.Pid)
	return nil
}

// kill ends the process; more than one call is fine.
func (p *process) kill() {
	select {
	case <-p.ended:
	default:
		killGroup(p.cmd.Process)
	}
}

// close ends the process and waits for it.
func (p *process) close() {
	p.kill()
	<-p.ended
	for _, f := range p.pipes {
		_ = f.Close() // the process is gone, nothing was to be flushed
	}
}

// tail keeps the end of what a child wrote to its standard error.
type tail struct{ b []byte }

const tailSize = 4 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.b = append(t.b, p...)
	if len(t.b) > tailSize {
		t.b = append([]byte(nil), t.b[len(t.b)-tailSize:]...)
	}
	return len(p), nil
}

// said is the text for an error message.
func (t *tail) said() string {
	if len(t.b) == 0 {
		return ""
	}
	return ": " + string(firstLine(t.b))
}
