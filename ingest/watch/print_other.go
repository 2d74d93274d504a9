//go:build !linux && !darwin

package watch

import (
	"io/fs"
	"os"
)

// fillPrint adds nothing: size and time of change must do.
func fillPrint(*Print, fs.FileInfo) {}

func onlyScans(*os.File) bool { return true }
