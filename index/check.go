package index

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"

	zap "github.com/blevesearch/scorch_segment_api/v2"
)

// syncCheck is how many bytes of segments Open reads before it goes on; the rest is
// checked in the background.
const syncCheck = 64 << 20

// checkFiles compares the check sums of the segment files of an index that is not open,
// up to limit bytes in all. Bleve itself does not look at them.
func checkFiles(path string, limit int64) error {
	names, err := filepath.Glob(filepath.Join(path, "store", "*.zap"))
	if err != nil {
		return fmt.Errorf("list segments: %w", err)
	}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			continue // merged away meanwhile
		}
		if info.Size() > limit {
			continue
		}
		limit -= info.Size()
		if err := checkFile(name, info.Size()); err != nil {
			return err
		}
	}
	return nil
}

// checkFile compares the CRC-32 at the end of a segment with its contents.
func checkFile(name string, size int64) error {
	f, err := os.Open(name)
	if err != nil {
		return nil // merged away meanwhile
	}
	defer f.Close()
	if size < 4 {
		return fmt.Errorf("segment %s is cut off", filepath.Base(name))
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, size-4); err != nil {
		return fmt.Errorf("segment %s: %w", filepath.Base(name), err)
	}
	var footer [4]byte
	if _, err := io.ReadFull(f, footer[:]); err != nil {
		return fmt.Errorf("segment %s: %w", filepath.Base(name), err)
	}
	if !bytes.Equal(footer[:], binary.BigEndian.AppendUint32(nil, sum.Sum32())) {
		return fmt.Errorf("segment %s is damaged: its check sum differs", filepath.Base(name))
	}
	return nil
}

// checkSegments compares the check sums of the segments of a snapshot. The snapshot keeps
// their files from being removed.
func checkSegments(ctx context.Context, v *view) error {
	for _, s := range v.segments {
		if err := ctx.Err(); err != nil {
			return err
		}
		file, ok := s.data.(zap.PersistedSegment)
		if !ok || file.Path() == "" {
			continue // still in memory
		}
		info, err := os.Stat(file.Path())
		if err != nil {
			return fmt.Errorf("segment %s: %w", filepath.Base(file.Path()), err)
		}
		if err := checkFile(file.Path(), info.Size()); err != nil {
			return err
		}
	}
	return nil
}

// checkParts compares the check sums of all segments of both parts.
func (x *Index) checkParts(ctx context.Context) error {
	for i, name := range partNames {
		x.lock.RLock()
		closed, b := x.closed, x.parts[i].bleve
		if closed {
			x.lock.RUnlock()
			return errClosed
		}
		v, err := openView(b)
		x.lock.RUnlock()
		if err != nil {
			return err
		}
		err = checkSegments(ctx, v)
		v.Close()
		if err != nil {
			return fmt.Errorf("verify index %s: %w", name, err)
		}
	}
	return nil
}

// inspect checks in the background what Open had no time for, and has a damaged index
// built again.
func (x *Index) inspect(ctx context.Context) {
	err := x.checkParts(ctx)
	if err == nil || ctx.Err() != nil || errors.Is(err, errClosed) {
		return
	}
	select {
	case x.applying <- struct{}{}:
	case <-ctx.Done():
		return
	}
	if x.discard(err.Error()) == nil {
		x.Notify()
	}
	<-x.applying
}

// Verify reads all segment files and compares their check sums, and the number of
// documents with the source where nothing is pending.
func (x *Index) Verify(ctx context.Context) error {
	if err := x.checkParts(ctx); err != nil {
		return err
	}
	status := x.Status()
	if status.Err != nil || status.Pending > 0 || status.Rebuilding {
		return status.Err
	}
	want := 0
	if err := x.source.Numbers(func(uint64) error { want++; return ctx.Err() }); err != nil {
		return fmt.Errorf("verify index: count documents: %w", err)
	}
	if have := status.Searchable + status.Unsearchable; have != want {
		return fmt.Errorf("verify index: it holds %d of %d documents", have, want)
	}
	return nil
}

// Size gives the bytes on disk of both indexes.
func (x *Index) Size() (documentBytes, statementBytes int64) {
	var sizes [2]int64
	for i, name := range partNames {
		_ = filepath.WalkDir(filepath.Join(x.dir, name), func(path string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() && strings.HasSuffix(path, ".zap") {
				if info, err := d.Info(); err == nil {
					sizes[i] += info.Size()
				}
			}
			return nil
		})
	}
	return sizes[documents], sizes[statements]
}
