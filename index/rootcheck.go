package index

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Layout of the first two pages of a bbolt file, where Bleve keeps the list of its
// segments: a page header, then magic, version, page size, flags, root bucket (16 bytes),
// free list, high-water mark and transaction, in the byte order of the machine.
const (
	boltHeader = 16
	boltMagic  = 0xED0CDAED
	boltMeta   = 64
)

// checkRoot finds a root file that was cut off: bbolt maps it into memory, and to read
// beyond its end would end the process.
func checkRoot(path string) error {
	name := filepath.Join(path, "store", "root.bolt")
	f, err := os.Open(name)
	if err != nil {
		return nil // opening the index tells
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil
	}
	pageSize, need, newest := int64(os.Getpagesize()), int64(0), uint64(0)
	for page := range int64(2) {
		buf := make([]byte, boltMeta)
		if _, err := f.ReadAt(buf, page*pageSize+boltHeader); err != nil {
			if err == io.EOF {
				return fmt.Errorf("the list of segments is cut off")
			}
			return fmt.Errorf("read the list of segments: %w", err)
		}
		if binary.NativeEndian.Uint32(buf) != boltMagic {
			continue
		}
		if size := int64(binary.NativeEndian.Uint32(buf[8:])); page == 0 && size >= 512 {
			pageSize = size
		}
		if tx := binary.NativeEndian.Uint64(buf[48:]); tx >= newest {
			newest = tx
			need = int64(binary.NativeEndian.Uint64(buf[40:])) * pageSize
		}
	}
	if info.Size() < need {
		return fmt.Errorf("the list of segments is cut off: %d of %d bytes", info.Size(), need)
	}
	return nil
}
