package watch

import (
	"errors"

	"averment/evidence"
)

var errLongPath = errors.New("the path of the folder is too long to be looked into")

// readAgain is the rule under which the row of a folder that could not be read ends.
const readAgain = "a folder that could not be read, and can be now"

// refused makes a row of a folder that cannot be looked into. It is tried again as a file
// would be, and the row says what came of it.
func (t *tour) refused(name string, why error) error {
	t.whole = false
	info, err := t.root.Lstat(name)
	if err != nil {
		return nil // it went away
	}
	if t.w.dueFolder(name, printOf(info), true) {
		t.w.options.Say("cannot read all of the folder " + name + ": " + why.Error())
		t.ready = append(t.ready, ready{path: name, print: printOf(info), info: info, err: why})
	}
	return nil
}

// readable ends the row of a folder that could not be read before.
func (t *tour) readable(name string) error {
	if !t.w.refusedBefore(name) {
		return nil
	}
	info, err := t.root.Lstat(name)
	if err == nil && t.w.dueFolder(name, printOf(info), false) {
		t.ready = append(t.ready, ready{path: name, print: printOf(info), info: info, reads: readAgain})
	}
	return nil
}

func (w *Watcher) refusedBefore(name string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	s, known := w.states[name]
	return known && s.State == evidence.Exception && s.Row != 0
}

// dueFolder claims the row of a folder, refused or readable again, unless it says so already.
func (w *Watcher) dueFolder(name string, p Print, refused bool) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, flying := w.flying[name]; flying {
		return false
	}
	s := w.states[name]
	if refused && s.State == evidence.Exception && w.options.Now().Before(s.NextTry) {
		return false
	}
	w.flying[name] = flight{print: p}
	return true
}
