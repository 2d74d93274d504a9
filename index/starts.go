package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Three unclean starts in ten minutes force a rebuild, since a damaged segment may bring
// the process down each time before it can be found out.
const (
	uncleanStarts = 3
	uncleanWithin = 10 * time.Minute
)

func (x *Index) startsFile() string { return filepath.Join(x.dir, "starts") }

// noteStart adds this start to those that did not end by noteStop, and says whether they
// are too many. The list is then emptied.
func (x *Index) noteStart(now time.Time) (looping bool, err error) {
	text, err := os.ReadFile(x.startsFile())
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return false, fmt.Errorf("read starts of the index: %w", err)
	}
	var recent []string
	for _, line := range strings.Fields(string(text)) {
		if t, err := time.Parse(time.RFC3339, line); err == nil && now.Sub(t) < uncleanWithin {
			recent = append(recent, line)
		}
	}
	if looping = len(recent) >= uncleanStarts; looping {
		recent = nil
	}
	recent = append(recent, now.UTC().Format(time.RFC3339))
	err = os.WriteFile(x.startsFile(), []byte(strings.Join(recent, "\n")+"\n"), 0o600)
	if err != nil {
		return false, fmt.Errorf("note start of the index: %w", err)
	}
	return looping, nil
}

// noteStop forgets the starts after a clean end.
func (x *Index) noteStop() error {
	if err := os.Remove(x.startsFile()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("note end of the index: %w", err)
	}
	return nil
}
