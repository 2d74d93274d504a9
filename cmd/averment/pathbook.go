package main

import (
	"slices"
	"strings"
	"time"

	"averment/evidence"
	"averment/ingest/watch"
	"averment/store"
)

// gone marks the state of a path that was not there at the last walk.
const gone = "gone:"

// pathBook keeps the states of watched paths in the store.
type pathBook struct{ *store.Case }

// States gives the states of all paths of a source.
func (b pathBook) States(source string, yield func(string, watch.State) error) error {
	return b.PathStates(source, func(raw []byte, p store.PathState) error {
		state, missing := strings.CutPrefix(p.State, gone)
		s := watch.State{SHA: p.SHA, State: evidence.State(state), Versions: p.Versions, Failures: p.Tries, Gone: missing, Row: p.Row,
			Print: watch.Print{Device: p.Device, Inode: p.Inode, Size: p.Size, Modified: p.MTime, Changed: p.CTime}}
		if p.Next != 0 {
			s.NextTry = time.Unix(p.Next, 0)
		}
		return yield(string(raw), s)
	})
}

// statesAtOnce bounds one transaction.
const statesAtOnce = 2048

// SetStates keeps the states of paths.
func (b pathBook) SetStates(source string, states map[string]watch.State) error {
	all := make([]store.WatchedPath, 0, len(states))
	for path, s := range states {
		all = append(all, store.WatchedPath{Path: []byte(path), State: pathState(s)})
	}
	for part := range slices.Chunk(all, statesAtOnce) {
		if err := b.SetPathStates(source, part); err != nil {
			return err
		}
	}
	return nil
}

func pathState(s watch.State) store.PathState {
	p := store.PathState{Device: s.Print.Device, Inode: s.Print.Inode, Size: s.Print.Size, MTime: s.Print.Modified, CTime: s.Print.Changed,
		SHA: s.SHA, State: string(s.State), Versions: s.Versions, Tries: s.Failures, Row: s.Row}
	if s.Gone {
		p.State = gone + p.State
	}
	if !s.NextTry.IsZero() {
		p.Next = s.NextTry.Unix()
	}
	return p
}

// Vanished notes in the custody log that files are no longer in their folder.
func (b pathBook) Vanished(source string, files []watch.Gone) error {
	for part := range slices.Chunk(files, statesAtOnce) {
		events := make([]store.Event, len(part))
		for i, g := range part {
			events[i] = store.Event{Action: "vanished", Object: g.SHA, Outcome: "the document stays",
				Detail: map[string]string{"folder": source, "path": strings.ToValidUTF8(g.Path, "\uFFFD")}}
		}
		if _, err := b.Commit(nil, events...); err != nil {
			return err
		}
	}
	return nil
}
