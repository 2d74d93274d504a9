package index

import (
	"bytes"
	"context"
	"strings"
	"sync"
)

// factSlot and wordSlot hold what a segment's columns build when first asked for.
type factSlot struct {
	once  sync.Once
	table *factTable
	err   error
}

type wordSlot struct {
	once sync.Once
	list []byte
	err  error
}

// wordList gives all words of the body, each between line feeds, so that a wildcard at
// the front is one pass over memory instead of a walk over the dictionary.
func (c *columns) wordList() ([]byte, error) {
	c.listed.once.Do(func() {
		list := []byte{'\n'}
		c.listed.err = c.seg.terms(context.Background(), "body", nil, nil, func(term string) bool {
			list = append(append(list, term...), '\n')
			return true
		})
		c.listed.list = list
	})
	return c.listed.list, c.listed.err
}

// scanWords takes the words that contain the longest literal part of a pattern.
func scanWords(ctx context.Context, list []byte, pattern string, take func(string) bool) error {
	literal := ""
	for _, part := range strings.FieldsFunc(pattern, func(r rune) bool { return strings.ContainsRune("*?#", r) }) {
		if len(part) > len(literal) {
			literal = part
		}
	}
	if strings.HasSuffix(pattern, literal) && literal != "" {
		literal += "\n"
	}
	needle := []byte(literal)
	for at, n := 0, 0; at < len(list); n++ {
		i := bytes.Index(list[at:], needle)
		if i < 0 {
			break
		}
		i += at
		if len(needle) == 0 {
			i++ // over the line feed before the word
		}
		start := bytes.LastIndexByte(list[:i], '\n') + 1
		length := bytes.IndexByte(list[start:], '\n')
		if length < 0 {
			break
		}
		if length > 0 {
			take(string(list[start : start+length]))
		}
		at = start + length
		if n&4095 == 4095 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}
