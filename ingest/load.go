package ingest

import (
	"context"
	"unicode/utf8"

	"averment/ingest/worker"

	"golang.org/x/sync/semaphore"
)

// loadPerJob is how many bytes of text may be under way for each file under way. A text
// takes about four times its size between being read and being stored.
const loadPerJob = 4 << 20

// load bounds the memory of files that are read at once: many small ones pass, long texts
// wait for one another.
type load struct {
	room *semaphore.Weighted
	most int64
}

func newLoad(jobs int) *load {
	most := loadPerJob * int64(jobs)
	return &load{semaphore.NewWeighted(most), most}
}

// lift waits until there is room for a file; put gives the room back.
func (l *load) lift(ctx context.Context, src worker.Source) (put func(), err error) {
	n := min(weight(src), l.most)
	if err := l.room.Acquire(ctx, n); err != nil {
		return nil, err
	}
	return func() { l.room.Release(n) }, nil
}

// weight guesses the bytes of text in a file: what begins as text is text, of anything
// else it is a small part.
func weight(src worker.Source) int64 {
	head := make([]byte, min(1024, src.Size()))
	read, _ := src.ReadAt(head, 0) // an error comes again when all of it is read
	head = head[:read]
	for n := 0; n < utf8.UTFMax && len(head) > 0; n++ { // the cut may go through a character
		if utf8.Valid(head) {
			return src.Size()
		}
		head = head[:len(head)-1]
	}
	return src.Size() / 8
}
