package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// Internal keys, written in the same batch as documents.
var (
	storeKey    = []byte("averment.store")
	schemaKey   = []byte("averment.schema")
	cursorKey   = []byte("averment.cursor")
	progressKey = []byte("averment.progress") // last number rebuilt; gone once a rebuild is done
)

// part is one of the two Bleve indexes.
type part struct {
	path  string
	bleve bleve.Index
	lock  sync.Mutex
	now   partState
}

// partState is what a part holds.
type partState struct {
	cursor     uint64 // last row of the queue applied
	rebuilding bool
	progress   uint64 // last number rebuilt
}

func (p *part) state() partState {
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.now
}

func (p *part) set(s partState) {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.now = s
}

// absent is the reason to build an index that was never there.
const absent = "absent"

// openPart opens an index. A reason says why it must be built again instead.
func openPart(path string, src Source, timeout time.Duration) (p *part, reason string, err error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil, absent, nil
	}
	if err := checkRoot(path); err != nil {
		return nil, err.Error(), nil
	}
	if err := checkFiles(path, syncCheck); err != nil {
		return nil, err.Error(), nil
	}
	b, err := openBleve(path, timeout)
	if err != nil {
		if isLocked(err) || errors.Is(err, os.ErrPermission) {
			return nil, "", fmt.Errorf("open index %s: %w", path, err)
		}
		return nil, err.Error(), nil
	}
	p = &part{path: path, bleve: b}
	if reason = p.load(src); reason != "" {
		b.Close()
		return nil, reason, nil
	}
	return p, "", nil
}

// openBleve turns a panic over damaged files into an error.
func openBleve(path string, timeout time.Duration) (b bleve.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", errBroken, p)
		}
	}()
	return bleve.OpenUsing(path, config(timeout))
}

// isLocked recognises that another process holds the index.
func isLocked(err error) bool { return strings.Contains(err.Error(), "timeout") }

func config(timeout time.Duration) map[string]any {
	return map[string]any{
		"bolt_timeout": timeout.String(),
		"scorchPersisterOptions": map[string]any{
			"NumPersisterWorkers": 1,
		},
	}
}

// createPart makes an empty index that is to be filled from the whole source.
func createPart(path string, src Source, timeout time.Duration) (*part, error) {
	b, err := bleve.NewUsing(path, staticMapping(), scorch.Name, scorch.Name, config(timeout))
	if err != nil {
		return nil, fmt.Errorf("create index %s: %w", path, err)
	}
	p := &part{path: path, bleve: b, now: partState{cursor: src.LastQueue(), rebuilding: true}}
	batch := b.NewBatch()
	batch.SetInternal(storeKey, []byte(src.ID()))
	batch.SetInternal(schemaKey, []byte{SchemaVersion})
	p.setState(batch, p.now)
	if err := b.Batch(batch); err != nil {
		b.Close()
		return nil, fmt.Errorf("create index %s: %w", path, err)
	}
	return p, nil
}

// staticMapping maps nothing, since documents come analysed.
func staticMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentDisabledMapping()
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	m.ScoringModel = "bm25"
	return m
}

// setState puts the state into a batch.
func (p *part) setState(batch *bleve.Batch, s partState) {
	batch.SetInternal(cursorKey, binary.BigEndian.AppendUint64(nil, s.cursor))
	if s.rebuilding {
		batch.SetInternal(progressKey, binary.BigEndian.AppendUint64(nil, s.progress))
	} else {
		batch.DeleteInternal(progressKey)
	}
}

// load reads the state and gives the reason why the index cannot be used, if any.
func (p *part) load(src Source) string {
	read := func(key []byte) []byte {
		v, err := p.bleve.GetInternal(key)
		if err != nil {
			return nil
		}
		return v
	}
	switch version := read(schemaKey); {
	case len(version) != 1:
		return "it has no schema version"
	case version[0] != SchemaVersion:
		return fmt.Sprintf("its schema is %d, this program writes %d", version[0], SchemaVersion)
	}
	if string(read(storeKey)) != src.ID() {
		return "it belongs to another case"
	}
	cursor := read(cursorKey)
	if len(cursor) != 8 {
		return "it has no cursor"
	}
	s := partState{cursor: binary.BigEndian.Uint64(cursor)}
	if s.cursor > src.LastQueue() {
		return fmt.Sprintf("it is ahead of the case (%d, %d)", s.cursor, src.LastQueue())
	}
	if progress := read(progressKey); len(progress) == 8 {
		s.rebuilding, s.progress = true, binary.BigEndian.Uint64(progress)
	}
	p.set(s)
	return ""
}

func (p *part) close() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("close index %s: %w: %v", p.path, errBroken, r)
		}
	}()
	if err := p.bleve.Close(); err != nil {
		return fmt.Errorf("close index %s: %w", p.path, err)
	}
	return nil
}
