package main

import (
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
		s := watch.State{SHA: p.SHA, State: evidence.State(state), Versions: p.Versions, Failures: p.Tries, Gone: missing,
			Print: watch.Print{Device: p.Device, Inode: p.Inode, Size: p.Size, Modified: p.MTime, Changed: p.CTime}}
		if p.Next != 0 {
			s.NextTry = time.Unix(p.Next, 0)
		}
		return yield(string(raw), s)
	})
}

// SetState keeps the state of one path.
func (b pathBook) SetState(source, path string, s watch.State) error {
	p := store.PathState{Device: s.Print.Device, Inode: s.Print.Inode, Size: s.Print.Size, MTime: s.Print.Modified, CTime: s.Print.Changed,
		SHA: s.SHA, State: string(s.State), Versions: s.Versions, Tries: s.Failures}
	if s.Gone {
		p.State = gone + p.State
	}
	if !s.NextTry.IsZero() {
		p.Next = s.NextTry.Unix()
	}
	return b.SetPathState(source, []byte(path), p)
}

// Vanished notes in the custody log that a file is no longer in its folder.
func (b pathBook) Vanished(source, path, sha string) error {
	return b.Record(store.Event{Action: "vanished", Object: sha, Outcome: "the document stays",
		Detail: map[string]string{"folder": source, "path": path}})
}
