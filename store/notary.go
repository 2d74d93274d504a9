package store

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/mod/sumdb/note"
)

// notary signs the head of the log after changes, at most so often as the options say;
// a change that comes too early is signed when the time has passed.
type notary struct {
	mu      sync.Mutex
	signer  note.Signer // nil when the case is only read
	signed  time.Time
	timer   *time.Timer
	stopped bool
	failed  error // what went wrong in the background; given back by the next call
}

// openNotary finds the signing key of the case or makes one, and introduces it.
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
	if err == nil && private == "" {
		private, err = makeKey(folder, c.id)
	}
	if err != nil {
		return err
	}
	public, err := publicOf(private)
	if err != nil {
		return err
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		return fmt.Errorf("signing key of the case: %w", err)
	}
	if err := c.introduce(public); err != nil {
		return err
	}
	c.notary.signer = signer
	return nil
}

// introduce makes the public key known: first an entry of the log, then the file of
// pinned keys; only after both does the key sign. What a crash leaves out is done when
// the case is opened next. The first entry of a log is the creation of the case.
func (c *Case) introduce(public string) error {
	err := c.view(func(tx *bolt.Tx) error {
		if strings.Contains(string(tx.Bucket(bucketMeta).Get(metaKeys)), public) {
			return errStop
		}
		return nil
	})
	if err == nil {
		err = c.update("introduce the signing key", func(tx *bolt.Tx) error { return c.logKey(tx, public) })
	}
	if err != nil && !errors.Is(err, errStop) {
		return err
	}
	return pin(c.dir, public)
}

func (c *Case) logKey(tx *bolt.Tx, public string) error {
	e := Event{Action: "configured", Object: "signing key", Outcome: "new key", Detail: map[string]string{"key": public}}
	if tx.Bucket(bucketCustody).Sequence() == 0 {
		e.Object, e.Outcome = "case "+c.id, "created"
	}
	meta := tx.Bucket(bucketMeta)
	named := string(meta.Get(metaKeys)) + public + "\n"
	if err := meta.Put(metaKeys, []byte(named)); err != nil {
		return err
	}
	return c.log(tx, e)
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
