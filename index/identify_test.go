package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"averment/evidence"

	"github.com/RoaringBitmap/roaring/v2"
)

func TestIDsAndNumbers(t *testing.T) {
	var docs []*evidence.Document
	for i := range 60 {
		docs = append(docs, textDoc(fmt.Sprint("paper ", i), fmt.Sprint("Text of paper ", i)))
	}
	x, m := indexed(t, docs...)
	var numbers []uint64
	var ids []string
	for i, d := range docs {
		numbers, ids = append(numbers, uint64(i+1)), append(ids, d.ID)
		if i%3 == 0 { // written again later, so out of order and in several segments
			m.replace(uint64(i+1), docs[i])
			if err := x.Sync(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
	}
	byNumber, err := x.IDs(append(numbers, 0, 999))
	if err != nil || len(byNumber) != len(docs) {
		t.Fatalf("%d ids, %v", len(byNumber), err)
	}
	byID, err := x.Numbers(append(ids, "", "zz", strings.Repeat("0", 64)))
	if err != nil || len(byID) != len(docs) {
		t.Fatalf("%d numbers, %v", len(byID), err)
	}
	for i, d := range docs {
		if byNumber[uint64(i+1)] != d.ID || byID[d.ID] != uint64(i+1) {
			t.Errorf("document %d: id %q, number %d", i+1, byNumber[uint64(i+1)], byID[d.ID])
		}
	}
}

// TestFamilies: a mail with two attachments, one of them an archive with a member; two
// members of an archive that is no document itself.
func TestFamilies(t *testing.T) {
	mail, first, archive, inside := textDoc("mail", "a"), textDoc("first", "b"), textDoc("archive", "c"), textDoc("inside", "d")
	lost, other, alone := textDoc("lost", "e"), textDoc("other", "f"), textDoc("alone", "g")
	first.Parent, archive.Parent, inside.Parent = mail.ID, mail.ID, archive.ID
	lost.Parent, other.Parent = strings.Repeat("ab", 32), strings.Repeat("ab", 32)
	x, _ := indexed(t, first, mail, inside, archive, lost, alone, other)
	groups, err := x.Families()
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(groups, slices.Compare)
	if want := "[[1 2 4] [3 4] [5 7]]"; fmt.Sprint(groups) != want {
		t.Errorf("families %v, want %s", groups, want)
	}
}

func TestRankNumbersOutOfOrder(t *testing.T) {
	c := &columns{numbers: []uint64{5, 3, 9, 3}}
	for number, want := range map[uint64]uint32{9: 2, 3: 3, 5: 0} {
		if doc, ok := c.withNumber(number, without(1)); !ok || doc != want {
			t.Errorf("number %d: document %d, %v; want %d", number, doc, ok, want)
		}
	}
	if _, ok := c.withNumber(4, without(1)); ok {
		t.Error("found a number that is not there")
	}
}

// without gives the first documents of a segment but the deleted ones.
func without(deleted ...uint32) *roaring.Bitmap {
	live := roaring.New()
	live.AddRange(0, 16)
	for _, doc := range deleted {
		live.Remove(doc)
	}
	return live
}
