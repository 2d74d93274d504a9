package watch

import (
	"io/fs"
	"time"

	"averment/evidence"
)

// State is what is known of a path in a watched folder.
type State struct {
	Print    Print
	SHA      string         // of the bytes last imported, "" for none
	State    evidence.State // how the last import of it ended
	Versions int            // different contents seen at this path
	Failures int            // I/O errors in a row
	NextTry  time.Time      // not before this; zero for final
	Gone     bool           // it was not there at the last walk
	Row      uint64         // of the ledger, that the next try takes the place of; 0 for none
}

// Print tells one state of a file on disk from another.
type Print struct {
	Device, Inode uint64
	Size          int64
	Modified      int64 // nanoseconds
	Changed       int64 // of the inode, nanoseconds; 0 where the system does not say
}

// Store keeps the states. Paths are raw bytes: a name need not be valid UTF-8.
type Store interface {
	States(source string, yield func(path string, s State) error) error
	// SetStates keeps many states in one go.
	SetStates(source string, states map[string]State) error
	// Vanished notes that files are no longer there. The documents stay.
	Vanished(source string, gone []Gone) error
}

// Gone is a file that is no longer there.
type Gone struct{ Path, SHA string }

func printOf(info fs.FileInfo) Print {
	p := Print{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	fillPrint(&p, info)
	return p
}

// same says that two prints are of one state of a file. Devices are numbered anew when
// disks are mounted, so they do not count.
func (p Print) same(q Print) bool {
	p.Device, q.Device = 0, 0
	return p == q
}

// quietSince says that nothing about the file has changed for the given time.
func (p Print) quietSince(now time.Time, quiet time.Duration) bool {
	limit := now.Add(-quiet).UnixNano()
	return p.Changed != 0 && p.Modified <= limit && p.Changed <= limit
}
