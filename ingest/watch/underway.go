package watch

import (
	"cmp"
	"path/filepath"
	"slices"

	"averment/ingest"
)

// The steps of a file on its way to its row.
const (
	Settling = "settling" // somebody may still be writing to it
	Waiting  = "waiting"  // settled; others are read first
	Reading  = "reading"  // the import has it
)

// UnderWay is a file that was found and has no row for what it is now.
type UnderWay struct {
	Path string // as the ledger will show it
	Step string
	Size int64 // bytes
}

// flight is a file that has settled and whose row is not stored yet.
type flight struct {
	print Print
	taken bool // the import has it
}

// taken notes that the import has a file now, unless its row is there already.
func (w *Watcher) taken(path string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if f, flying := w.flying[path]; flying {
		f.taken = true
		w.flying[path] = f
	}
}

// UnderWay gives how many files are on their way, and some of them: at most limit, those
// that are being read first.
func (w *Watcher) UnderWay(limit int) (total int, some []UnderWay) {
	add := func(u UnderWay) {
		total++
		if some = append(some, u); len(some) >= 4*limit { // in a storm there are very many
			some = foremost(some, limit)
		}
	}
	w.mu.Lock()
	for path, f := range w.flying {
		step := Waiting
		if f.taken {
			step = Reading
		}
		add(UnderWay{path, step, f.print.Size})
	}
	for path, l := range w.looks {
		if _, flying := w.flying[path]; !flying {
			add(UnderWay{path, Settling, l.print.Size})
		}
	}
	w.mu.Unlock()
	some = foremost(some, limit)
	for i := range some {
		some[i].Path = ingest.Shown(filepath.Join(w.source, some[i].Path))
	}
	return total, some
}

var stepOrder = map[string]int{Reading: 0, Waiting: 1, Settling: 2}

// foremost keeps the first of the files, in the order of their steps and paths.
func foremost(some []UnderWay, limit int) []UnderWay {
	slices.SortFunc(some, func(a, b UnderWay) int {
		return cmp.Or(cmp.Compare(stepOrder[a.Step], stepOrder[b.Step]), cmp.Compare(a.Path, b.Path))
	})
	return some[:min(limit, len(some))]
}
