//go:build failpoint

package store

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// failpoint strikes when AVERMENT_FAILPOINT names the place: "kill:PLACE" ends the
// process as kill -9 would, "panic:PLACE" as an error of its own, "error:PLACE" gives an
// I/O error.
func failpoint(place string) error {
	how, where, _ := strings.Cut(os.Getenv("AVERMENT_FAILPOINT"), ":")
	if where != place {
		return nil
	}
	if how == "kill" {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
	if how == "panic" {
		panic("failpoint " + place)
	}
	return fmt.Errorf("failpoint %s: %w", place, syscall.EIO)
}
