package extract

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"averment/evidence"
)

// TestTextsReadAtOnceDoNotMix reads texts of several lengths side by side, since one takes over
// the room of another's tokens.
func TestTextsReadAtOnceDoNotMix(t *testing.T) {
	texts := []string{newsText, "Ana Ruiz sued Harbor Corp. She lost.", strings.Repeat(newsText, 3), ""}
	var alone []*evidence.Document
	for _, text := range texts {
		alone = append(alone, facts(text))
	}
	var all sync.WaitGroup
	for first := range texts {
		all.Go(func() {
			for n := range 8 * len(texts) {
				i := (first + n) % len(texts)
				if got := facts(texts[i]); !reflect.DeepEqual(got, alone[i]) {
					t.Errorf("text %d read beside others gives other facts", i)
				}
			}
		})
	}
	all.Wait()
}
