package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"sync"

	"averment/evidence"
	"averment/index"
	"averment/search"
	"averment/store"
)

// session is an open case with its index and its search engine.
type session struct {
	store  *store.Case
	index  *index.Index
	engine *search.Engine
	unkept func() (int, error) // files that could not even be kept
}

// withStore opens the case that exists, without its index.
func (a *app) withStore(do func(*store.Case) error) (err error) {
	c, err := store.Open(a.caseDir, a.storeOptions())
	if err != nil {
		return a.caseHint(err)
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if err := reportCrashes(c); err != nil {
		return err
	}
	return do(c)
}

// reportCrashes sends the last words of the program, should it end by an error of its own,
// into the case too: what was being read is then counted against it.
func reportCrashes(c *store.Case) error {
	if err := debug.SetCrashOutput(c.CrashReport(), debug.CrashOptions{}); err != nil {
		return fmt.Errorf("report crashes: %w", err)
	}
	return nil
}

// withCase opens the case that exists, with its index.
func (a *app) withCase(do func(*session) error) error {
	return a.withStore(func(c *store.Case) error { return a.joined(c, do) })
}

// withNewCase opens the case and makes it first when there is none.
func (a *app) withNewCase(do func(*session) error) (err error) {
	c, err := store.Open(a.caseDir, a.storeOptions())
	fresh := errors.Is(err, store.ErrNoCase)
	if fresh {
		c, err = store.Create(a.caseDir, a.storeOptions())
	}
	if err != nil {
		return a.caseHint(err)
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if err := reportCrashes(c); err != nil {
		return err
	}
	if fresh {
		if err := a.introduce(c); err != nil {
			return err
		}
	}
	return a.joined(c, do)
}

// introduce prints the public key of a new case, for people to note it elsewhere.
func (a *app) introduce(c *store.Case) error {
	keys, err := c.PublicKeys()
	if err != nil || len(keys) == 0 || a.quiet {
		return err
	}
	fmt.Fprintf(a.err, "made the case %s; its public key is\n  %s\nwith the fingerprint %s. Note it where others can compare it later.\n",
		line(c.Dir()), keys[0], store.Fingerprint(keys[0]))
	return nil
}

func (a *app) joined(c *store.Case, do func(*session) error) (err error) {
	s, err := join(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.index.Close()) }()
	return do(s)
}

// join puts the index and the engine on an open store.
func join(c *store.Case) (*session, error) { return joinSource(c, c) }

func joinSource(c *store.Case, source index.Source) (*session, error) {
	x, err := index.Open(filepath.Join(c.Dir(), "index"), source, index.Options{})
	if err != nil {
		return nil, fmt.Errorf("open the index: %w", err)
	}
	n := unkept(c)
	return &session{store: c, index: x, engine: search.New(x, c, search.Options{Exceptions: n}), unkept: n}, nil
}

func (a *app) storeOptions() store.Options { return store.Options{KeyDir: a.keyDir} }

func (a *app) caseHint(err error) error {
	if errors.Is(err, store.ErrNoCase) {
		return evidence.WithHint(fmt.Errorf("there is no case in %s", a.caseDir), "make one with: averment add --case "+a.caseDir+" FOLDER")
	}
	return err
}

// upToDate waits until everything stored can be found, and says so when it takes long.
func (s *session) upToDate(ctx context.Context, a *app) error {
	if st := s.index.Status(); st.Rebuilding || st.Pending > 0 {
		p := a.newProgress("indexing")
		defer p.done()
		p.say(fmt.Sprintf("indexing %s first", count(st.Pending, "document")))
	}
	return s.index.Sync(ctx)
}

// viewed, exported and searched leave their entries in the custody log.
func (s *session) viewed(id string) error {
	return s.store.Record(store.Event{Action: "viewed", Object: id, Outcome: "ok"})
}

func (s *session) exported(id string) error {
	return s.store.Record(store.Event{Action: "exported", Object: id, Outcome: "ok"})
}

func (s *session) searched(query string, total int) error {
	return s.store.Record(store.Event{Action: "searched", Object: query, Outcome: count(total, "document")})
}

// unkept counts the files that could not even be kept, each path once. They are in no
// index, so an answer must count them among what it could not search. The sum is made
// again only when the ledger has grown.
func unkept(c *store.Case) func() (int, error) {
	var mu sync.Mutex
	paths, last := map[string]bool{}, uint64(0)
	return func() (int, error) {
		mu.Lock()
		defer mu.Unlock()
		err := c.Ledger(store.LedgerFilter{State: evidence.Exception, After: last}, func(r evidence.LedgerRow) error {
			if last = r.Number; r.ID == "" {
				paths[r.Path] = true
			}
			return nil
		})
		return len(paths), err
	}
}
