package watch

import (
	"io/fs"
	"os"
	"syscall"
)

func fillPrint(p *Print, info fs.FileInfo) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		p.Device, p.Inode, p.Changed = s.Dev, s.Ino, s.Ctim.Nano()
	}
}

// The magic numbers of file systems whose events do not come from other machines
// (statfs(2)): NFS, SMB, SMB2, CIFS, FUSE, 9P.
var remote = map[int64]bool{0x6969: true, 0x517B: true, 0xFE534D42: true, 0xFF534D42: true, 0x65735546: true, 0x01021997: true}

// onlyScans says whether events cannot be relied upon in dir.
func onlyScans(dir *os.File) bool {
	var s syscall.Statfs_t
	return syscall.Fstatfs(int(dir.Fd()), &s) != nil || remote[int64(uint32(s.Type))]
}
