package watch

import (
	"io/fs"
	"os"
	"syscall"
)

func fillPrint(p *Print, info fs.FileInfo) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		p.Device, p.Inode, p.Changed = uint64(s.Dev), s.Ino, s.Ctimespec.Nano()
	}
}

func onlyScans(*os.File) bool { return false }
