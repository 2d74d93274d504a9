package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"slices"

	"averment/ingest/format"
)

// spoolMemory is how many bytes of parts one container may hold in memory.
const spoolMemory = 8 << 20

// spool holds what came out of a container until it is taken in. A small archive can hold
// a gigabyte: what is past the limit waits in a file without a name, so that memory stays
// small and nothing is left behind.
type spool struct {
	parts []spooled
	held  int
	file  *os.File
	end   int64
}

// spooled is a part; Data is nil when it is in the file.
type spooled struct {
	format.Child
	sha      string
	at, size int64
}

// add takes a part as it comes from the reader.
func (s *spool) add(c format.Child) error {
	sum := sha256.Sum256(c.Data)
	p := spooled{Child: c, sha: hex.EncodeToString(sum[:]), size: int64(len(c.Data))}
	if s.held+len(c.Data) <= spoolMemory {
		s.held += len(c.Data)
		s.parts = append(s.parts, p)
		return nil
	}
	if err := s.open(); err != nil {
		return fmt.Errorf("hold a part of a container: %w", err)
	}
	if _, err := s.file.WriteAt(c.Data, s.end); err != nil {
		return fmt.Errorf("hold a part of a container: %w", err)
	}
	p.at, p.Data = s.end, nil
	s.end += p.size
	s.parts = append(s.parts, p)
	return nil
}

func (s *spool) open() (err error) {
	if s.file != nil {
		return nil
	}
	if s.file, err = os.CreateTemp("", "averment-parts-*"); err != nil {
		return err
	}
	return os.Remove(s.file.Name())
}

// load gives a part with its bytes.
func (s *spool) load(p spooled) (format.Child, error) {
	if p.Data != nil || p.size == 0 {
		return p.Child, nil
	}
	p.Data = make([]byte, p.size)
	if _, err := s.file.ReadAt(p.Data, p.at); err != nil {
		return p.Child, fmt.Errorf("hold a part of a container: %w", err)
	}
	return p.Child, nil
}

// next loads some parts from the first on, few enough to be held together.
func (s *spool) next(first int) (some []format.Child, err error) {
	size := int64(0)
	for _, p := range s.parts[first:] {
		if size += p.size; len(some) == keptAtOnce || (len(some) > 0 && size > spoolMemory) {
			break
		}
		c, err := s.load(p)
		if err != nil {
			return nil, err
		}
		some = append(some, c)
	}
	return some, nil
}

// hashes names the parts, the container itself left out.
func (s *spool) hashes(container string) []string {
	var out []string
	for _, p := range s.parts {
		if p.sha != container {
			out = append(out, p.sha)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (s *spool) close() {
	if s != nil && s.file != nil {
		s.file.Close()
	}
}
