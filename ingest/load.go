package ingest

import (
	"context"
	"unicode/utf8"

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
func (l *load) lift(ctx context.Context, data []byte) (put func(), err error) {
	n := min(weight(data), l.most)
	if err := l.room.Acquire(ctx, n); err != nil {
		return nil, err
	}
	return func() { l.room.Release(n) }, nil
}

// weight guesses the bytes of text in a file: what begins as text is text, of anything
// else it is a small part.
func weight(data []byte) int64 {
	head := data[:min(len(data), 1024)]
	for n := 0; n < utf8.UTFMax && len(head) > 0; n++ { // the cut may go through a character
		if utf8.Valid(head) {
			return int64(len(data))
		}
		head = head[:len(head)-1]
	}
	return int64(len(data) / 8)
}
