package store

import (
	"cmp"
	"hash/maphash"
	"slices"
)

// The first 64 values of a signature are cut into bands of 8. Two documents that agree
// in a band are compared; at a similarity of 0.9 one band agrees 99 times in 100.
const (
	bandCount = 8
	bandBytes = 8
)

// Groups gives for each document that is a near-duplicate of others the smallest number
// among them, by its number. Reports that share one text count as one voice.
func (c *Case) Groups() (map[uint64]uint64, error) {
	var numbers []uint64
	var signatures [][]byte
	err := c.each(walk{bucket: bucketSignature}, func(k, v []byte) error {
		numbers, signatures = append(numbers, num64(k)), append(signatures, v)
		return nil
	})
	if err != nil {
		return nil, err
	}
	roots := joinBands(signatures)
	groups := map[uint64]uint64{}
	for i := range numbers {
		if root := roots.find(i); root != i {
			groups[numbers[i]], groups[numbers[root]] = numbers[root], numbers[root]
		}
	}
	return groups, nil
}

// joinBands joins the signatures that are alike, one band after another, so that no
// more than one table of bands is in memory.
func joinBands(signatures [][]byte) forest {
	roots := make(forest, len(signatures))
	for i := range roots {
		roots[i] = int32(i)
	}
	seed := maphash.MakeSeed()
	type entry struct {
		band uint64
		at   int32
	}
	for band := range bandCount {
		var entries []entry
		for i, s := range signatures {
			if len(s) >= (band+1)*bandBytes {
				entries = append(entries, entry{maphash.Bytes(seed, s[band*bandBytes:(band+1)*bandBytes]), int32(i)})
			}
		}
		slices.SortFunc(entries, func(a, b entry) int {
			return cmp.Or(cmp.Compare(a.band, b.band), cmp.Compare(a.at, b.at))
		})
		for i := 1; i < len(entries); i++ {
			a, b := entries[i-1], entries[i]
			if a.band == b.band && similarity(signatures[a.at], signatures[b.at]) >= NearDuplicate {
				roots.join(int(a.at), int(b.at))
			}
		}
	}
	return roots
}

// forest holds for each member its parent; a root is its own parent and the smallest
// of its tree.
type forest []int32

func (f forest) find(i int) int {
	for f[i] != int32(i) {
		f[i] = f[f[i]]
		i = int(f[i])
	}
	return i
}

func (f forest) join(a, b int) {
	a, b = f.find(a), f.find(b)
	f[max(a, b)] = int32(min(a, b))
}
