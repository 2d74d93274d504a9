//go:build !linux

package worker

import (
	"fmt"
	"runtime"
)

// lock can do nothing here beyond being another process; it says so.
func lock(s setup) (Level, error) {
	return Level{Process: true, Missing: []string{
		fmt.Sprintf("rlimits, landlock, seccomp and network namespaces: not on %s", runtime.GOOS)}}, nil
}

// mustLimit says whether a child without limits is refused.
const mustLimit = false
