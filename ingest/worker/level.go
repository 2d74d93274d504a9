package worker

import (
	"fmt"
	"strings"
)

// Level is how far the child is locked in.
type Level struct {
	Process   bool // a process of its own
	Rlimits   bool // memory, CPU time, files and descriptors limited
	Landlock  int  // version of the interface in force, 0 for none
	Seccomp   bool // dangerous system calls refused
	Namespace bool // no network of its own to reach
	OCR       string
	Missing   []string // what this system does not offer, in words
}

// String says the level as doctor, the pages and the custody log show it.
func (l Level) String() string {
	var parts []string
	add := func(have bool, name string) {
		if have {
			parts = append(parts, name)
		}
	}
	add(l.Process, "process")
	add(l.Rlimits, "rlimits")
	add(l.Landlock > 0, fmt.Sprintf("landlock %d", l.Landlock))
	add(l.Seccomp, "seccomp")
	add(l.Namespace, "netns")
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

// Enough says whether the level is what the program asks for by default: a process with
// limits.
func (l Level) Enough() bool { return l.Process && l.Rlimits }
