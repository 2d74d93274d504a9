package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"

	"averment/ingest/format"
)

const (
	spoolMemory = 8 << 20   // bytes of parts that one container may hold in memory
	partMemory  = 512 << 10 // bytes of one part that may be held; a larger one goes by pieces
)

// spool holds what came out of a container until it is taken in. A small archive can hold
// a gigabyte: what is past the limits waits in a file without a name, so that memory stays
// small and nothing is left behind.
type spool struct {
	parts []spooled
	left  []leftOut
	held  int64
	file  *os.File
	end   int64
}

// spooled is a part; Data is nil when it is in the file.
type spooled struct {
	format.Child
	sha      string
	at, size int64
}

// leftOut is a part that is listed only.
type leftOut struct {
	format.Child
	rule string
	size int64
}

// add takes a part as it comes from the reader.
func (s *spool) add(c format.Child, r io.Reader) error {
	if rule := partRule(c); rule != "" {
		size, err := io.Copy(io.Discard, r)
		if err == nil { // a part that breaks off comes again
			s.left = append(s.left, leftOut{c, rule, size})
		}
		return err
	}
	h := sha256.New()
	r = io.TeeReader(r, h)
	room := min(partMemory, spoolMemory-s.held)
	start, err := io.ReadAll(io.LimitReader(r, room+1))
	if err != nil {
		return err
	}
	p := spooled{Child: c, at: s.end, size: int64(len(start))}
	if p.size <= room {
		s.held += p.size
		p.Data = start
	} else if p.size, err = s.write(io.MultiReader(bytes.NewReader(start), r)); err != nil {
		return fmt.Errorf("hold a part of a container: %w", err)
	}
	p.sha = hex.EncodeToString(h.Sum(nil))
	s.parts = append(s.parts, p)
	return nil
}

// write puts a part at the end of the file.
func (s *spool) write(r io.Reader) (size int64, err error) {
	if err := s.open(); err != nil {
		return 0, err
	}
	size, err = io.Copy(io.NewOffsetWriter(s.file, s.end), r)
	if err == nil {
		s.end += size
	}
	return size, err
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

// load gives a part with its bytes. A large one stays in the file.
func (s *spool) load(p spooled) (taken, error) {
	switch {
	case p.Data != nil || p.size == 0:
		return inMemory(p), nil
	case p.size > partMemory:
		return taken{p, io.NewSectionReader(s.file, p.at, p.size)}, nil
	}
	p.Data = make([]byte, p.size)
	if _, err := s.file.ReadAt(p.Data, p.at); err != nil {
		return taken{}, fmt.Errorf("hold a part of a container: %w", err)
	}
	return inMemory(p), nil
}

// next loads some parts from the first on, few enough to be held together.
func (s *spool) next(first int) (some []taken, err error) {
	size := int64(0)
	for _, p := range s.parts[first:] {
		if size += min(p.size, partMemory); len(some) == keptAtOnce || (len(some) > 0 && size > spoolMemory) {
			break
		}
		t, err := s.load(p)
		if err != nil {
			return nil, err
		}
		some = append(some, t)
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
