package store

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/note"
)

// notary signs the head of the log after changes, at most so often as the options say;
// a change that comes too early is signed when the time has passed.
type notary struct {
	mu      sync.Mutex
	signer  note.Signer // nil when the case is only read
	public  string
	signed  time.Time
	timer   *time.Timer
	stopped bool
	failed  error // what went wrong in the background; given back by the next call
}

func (n *notary) verifier() string { return n.public }

// openNotary finds the signing key of the case or makes one. A key that is new to a
// case with entries comes with an entry in the log, so that verify can tell of it.
func (c *Case) openNotary() error {
	c.notary = &notary{}
	if c.options.ReadOnly {
		return nil
	}
	folder, err := c.options.keyFolder()
	if err != nil {
		return err
	}
	private, err := loadKey(folder, c.id)
	if err != nil {
		return err
	}
	if private == "" {
		return c.newKey(folder)
	}
	c.notary.signer, err = note.NewSigner(private)
	if err != nil {
		return fmt.Errorf("signing key of the case: %w", err)
	}
	c.notary.public, err = publicOf(private)
	return err
}

// newKey makes the key of this user for the case.
func (c *Case) newKey(folder string) error {
	private, public, err := makeKey(folder, c.id)
	if err != nil {
		return err
	}
	if c.notary.signer, err = note.NewSigner(private); err != nil {
		return fmt.Errorf("signing key of the case: %w", err)
	}
	c.notary.public = public
	if err := pin(c.dir, public); err != nil {
		return err
	}
	if size, err := c.LogSize(); err != nil || size == 0 {
		return err // a new case; its first entry names the key
	}
	return c.Record(Event{Action: "configured", Object: "signing key", Outcome: "new key", Detail: map[string]string{"key": public}})
}

// touch signs the log now or soon.
func (n *notary) touch(c *Case) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if err := n.failed; err != nil {
		n.failed = nil
		return fmt.Errorf("checkpoint: %w", err)
	}
	if n.signer == nil || n.timer != nil || n.stopped {
		return nil
	}
	wait := c.options.CheckpointEvery - time.Since(n.signed)
	if wait <= 0 {
		_, err := n.sign(c)
		return err
	}
	n.timer = time.AfterFunc(wait, func() { n.late(c) })
	return nil
}

// late signs in the background.
func (n *notary) late(c *Case) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.timer = nil; n.stopped {
		return
	}
	if _, err := n.sign(c); err != nil {
		n.failed = err
	}
}

// closeNotary signs a last time.
func (c *Case) closeNotary() error {
	n := c.notary
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.timer != nil {
		n.timer.Stop()
	}
	n.stopped = true
	if n.signer == nil || c.Writable() != nil {
		return n.failed
	}
	_, err := n.sign(c)
	return errors.Join(n.failed, err)
}
