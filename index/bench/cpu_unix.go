//go:build unix

package bench

import (
	"syscall"
	"time"
)

// cpu is the time that processors have worked for this process so far. Unlike the time
// on the wall it hardly depends on what else the machine does.
func cpu() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
