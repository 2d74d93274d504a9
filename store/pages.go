package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// Bolt keeps no checksum of its pages and trusts what they say; a damaged one can make
// it read anywhere or for ever. So verify walks the tree of pages first, with its own
// reader that believes nothing. See bbolt's internal/common for the format: every page
// begins with its number, its flags, the number of its elements and of the pages that
// it runs over.
const (
	pageHeader    = 16
	elementSize   = 16
	pageBranch    = 0x01
	pageLeaf      = 0x02
	boltMagic     = 0xED0CDAED
	metaSize      = 64
	deepestPage   = 64
	bucketElement = 0x01
)

var errPages = errors.New("the pages are not whole")

// meta is a meta page: where the tree begins, how many pages there are, which
// transaction wrote it.
type metaPage struct {
	pageSize   int64
	root, high uint64
	txid       uint64
}

func parseMeta(b []byte) (metaPage, bool) {
	le := binary.LittleEndian
	if len(b) < pageHeader+metaSize || le.Uint32(b[pageHeader:]) != boltMagic {
		return metaPage{}, false
	}
	m := b[pageHeader : pageHeader+metaSize]
	sum := fnv.New64a()
	sum.Write(m[:56])
	if sum.Sum64() != le.Uint64(m[56:]) {
		return metaPage{}, false
	}
	return metaPage{int64(le.Uint32(m[8:])), le.Uint64(m[16:]), le.Uint64(m[40:]), le.Uint64(m[48:])}, true
}

// readMetas gives the meta pages that are whole, the newest first. The first stands at
// the start and the second one page later; a page may have any size that bolt knows.
func readMetas(r io.ReaderAt) []metaPage {
	var found []metaPage
	for _, at := range []int64{0, 512, 1 << 10, 2 << 10, 4 << 10, 8 << 10, 16 << 10, 32 << 10, 64 << 10} {
		b := make([]byte, pageHeader+metaSize)
		if _, err := r.ReadAt(b, at); err != nil {
			continue
		}
		if m, ok := parseMeta(b); ok && (at == 0 || at == m.pageSize) {
			found = append(found, m)
		}
	}
	if len(found) == 2 && found[1].txid > found[0].txid {
		found[0], found[1] = found[1], found[0]
	}
	return found
}

// pageWalk walks the tree of one meta page.
type pageWalk struct {
	file io.ReaderAt
	size int64
	meta metaPage
	seen []uint64 // a bit for each page
}

// checkPages walks all pages that belong to the tree of m.
func checkPages(file io.ReaderAt, size int64, m metaPage) error {
	if m.pageSize < 512 || m.pageSize > 1<<20 || m.high > uint64(size/m.pageSize) {
		return fmt.Errorf("%w: the file has %d bytes, its head speaks of %d pages of %d", errPages, size, m.high, m.pageSize)
	}
	w := &pageWalk{file, size, m, make([]uint64, m.high/64+1)}
	return w.page(m.root, nil, nil, 0)
}

// page checks a page whose keys must be at least low and less than high, nil for none.
func (w *pageWalk) page(id uint64, low, high []byte, depth int) error {
	b, err := w.read(id, depth)
	if err != nil {
		return err
	}
	flags, count := binary.LittleEndian.Uint16(b[8:]), int(binary.LittleEndian.Uint16(b[10:]))
	if pageHeader+count*elementSize > len(b) {
		return fmt.Errorf("%w: page %d is too full", errPages, id)
	}
	switch flags {
	case pageBranch:
		return w.branch(id, b, count, low, high, depth)
	case pageLeaf:
		return w.leaf(id, b, count, low, high, depth)
	}
	return fmt.Errorf("%w: page %d is of no known sort", errPages, id)
}

// read gives the bytes of a page and of those it runs over.
func (w *pageWalk) read(id uint64, depth int) ([]byte, error) {
	if id < 2 || id >= w.meta.high || depth > deepestPage {
		return nil, fmt.Errorf("%w: there is no page %d", errPages, id)
	}
	head := make([]byte, w.meta.pageSize)
	if _, err := w.file.ReadAt(head, int64(id)*w.meta.pageSize); err != nil {
		return nil, fmt.Errorf("%w: read page %d: %w", errPages, id, err)
	}
	over := uint64(binary.LittleEndian.Uint32(head[12:]))
	if binary.LittleEndian.Uint64(head) != id || over >= w.meta.high-id {
		return nil, fmt.Errorf("%w: page %d says that it is another", errPages, id)
	}
	for n := id; n <= id+over; n++ {
		if w.seen[n/64]&(1<<(n%64)) != 0 {
			return nil, fmt.Errorf("%w: page %d is used twice", errPages, n)
		}
		w.seen[n/64] |= 1 << (n % 64)
	}
	if over == 0 {
		return head, nil
	}
	whole := make([]byte, (1+int64(over))*w.meta.pageSize)
	if _, err := w.file.ReadAt(whole, int64(id)*w.meta.pageSize); err != nil {
		return nil, fmt.Errorf("%w: read page %d: %w", errPages, id, err)
	}
	return whole, nil
}

func (w *pageWalk) branch(id uint64, b []byte, count int, low, high []byte, depth int) error {
	keys, pages := make([][]byte, count), make([]uint64, count)
	for i := range count {
		at := pageHeader + i*elementSize
		e := b[at:]
		key, err := slicePage(b, at, binary.LittleEndian.Uint32(e), 0, binary.LittleEndian.Uint32(e[4:]))
		if err != nil {
			return fmt.Errorf("page %d: %w", id, err)
		}
		keys[i], pages[i] = key, binary.LittleEndian.Uint64(e[8:])
	}
	if count == 0 {
		return fmt.Errorf("%w: page %d has no branches", errPages, id)
	}
	if err := ordered(id, keys, low, high); err != nil {
		return err
	}
	for i := range keys {
		end := high
		if i+1 < count {
			end = keys[i+1]
		}
		if err := w.page(pages[i], keys[i], end, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *pageWalk) leaf(id uint64, b []byte, count int, low, high []byte, depth int) error {
	le := binary.LittleEndian
	keys := make([][]byte, count)
	for i := range count {
		at := pageHeader + i*elementSize
		flags, pos, ksize, vsize := le.Uint32(b[at:]), le.Uint32(b[at+4:]), le.Uint32(b[at+8:]), le.Uint32(b[at+12:])
		key, err := slicePage(b, at, pos, 0, ksize)
		var value []byte
		if err == nil {
			value, err = slicePage(b, at, pos, ksize, vsize)
		}
		if err != nil {
			return fmt.Errorf("page %d: %w", id, err)
		}
		keys[i] = key
		switch flags {
		case 0:
		case bucketElement:
			if err := w.bucket(id, value, depth); err != nil {
				return fmt.Errorf("bucket %q: %w", key, err)
			}
		default:
			return fmt.Errorf("%w: page %d holds an element of no known sort", errPages, id)
		}
	}
	return ordered(id, keys, low, high)
}

// bucket follows a bucket: its value is the number of its first page and a counter; a
// small bucket has its only page within the value, and none of its own.
func (w *pageWalk) bucket(id uint64, value []byte, depth int) error {
	if len(value) < 16 {
		return fmt.Errorf("%w: page %d: a bucket is cut short", errPages, id)
	}
	if root := binary.LittleEndian.Uint64(value); root != 0 {
		return w.page(root, nil, nil, depth+1)
	}
	page := value[16:]
	if len(page) < pageHeader || binary.LittleEndian.Uint16(page[8:]) != pageLeaf {
		return fmt.Errorf("%w: page %d: a small bucket is not whole", errPages, id)
	}
	count := int(binary.LittleEndian.Uint16(page[10:]))
	if pageHeader+count*elementSize > len(page) {
		return fmt.Errorf("%w: page %d: a small bucket is too full", errPages, id)
	}
	return w.leaf(id, page, count, nil, nil, depth+1)
}

// slicePage cuts n bytes out of a page, that begin skip bytes behind at+pos.
func slicePage(b []byte, at int, pos, skip, n uint32) ([]byte, error) {
	from := uint64(at) + uint64(pos) + uint64(skip)
	if to := from + uint64(n); to <= uint64(len(b)) {
		return b[from:to], nil
	}
	return nil, fmt.Errorf("%w: an element reaches out of its page", errPages)
}

// ordered checks that the keys ascend and lie between low and high.
func ordered(id uint64, keys [][]byte, low, high []byte) error {
	for i, key := range keys {
		if (i > 0 && bytes.Compare(keys[i-1], key) >= 0) ||
			(low != nil && bytes.Compare(key, low) < 0) || (high != nil && bytes.Compare(key, high) >= 0) {
			return fmt.Errorf("%w: the keys of page %d are out of order", errPages, id)
		}
	}
	return nil
}
