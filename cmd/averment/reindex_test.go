package main

import (
	"os"
	"path/filepath"
	"testing"

	"averment/store"
)

// TestFactsAgainKeepBoxes derives all facts again: where the words stand on the page, which
// the viewer draws hits with, must still be there.
func TestFactsAgainKeepBoxes(t *testing.T) {
	dir, keys := filepath.Join(t.TempDir(), "case"), t.TempDir()
	output(t, averment(t, keys, "add", "--quiet", "--case", dir, filepath.Join(fixturesFolder(t), "northlake", "03-order.pdf")))
	before := boxes(t, dir, keys)
	output(t, averment(t, keys, "reindex", "--facts", "--quiet", "--case", dir))
	if after := boxes(t, dir, keys); before == 0 || after != before {
		t.Errorf("%d boxes before, %d after", before, after)
	}
}

func boxes(t *testing.T, dir, keys string) (n int) {
	t.Helper()
	c, err := store.Open(dir, store.Options{KeyDir: keys})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	err = c.Numbers(func(number uint64) error {
		doc, err := c.ByNumber(number)
		if err != nil {
			return err
		}
		for _, p := range doc.Pages {
			page, err := c.Page(doc.ID, p.Number)
			if err != nil {
				return err
			}
			if page.Layout != nil {
				n += len(page.Layout.Boxes)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestFactsAgainKeepNearDuplicates derives all facts again: copies of one text must still
// be found as such.
func TestFactsAgainKeepNearDuplicates(t *testing.T) {
	dir, keys, from := filepath.Join(t.TempDir(), "case"), t.TempDir(), t.TempDir()
	text := "The ferry left Tarn at noon, and nobody on the quay had been told why it was late. " +
		"A clerk of the harbour wrote down the hour, the name of the master, and what each of the passengers had paid for the crossing that day."
	for name, end := range map[string]string{"a.txt": "", "b.txt": " It rained."} {
		if err := os.WriteFile(filepath.Join(from, name), []byte(text+end), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	output(t, averment(t, keys, "add", "--quiet", "--case", dir, from))
	before := copies(t, dir, keys)
	output(t, averment(t, keys, "reindex", "--facts", "--quiet", "--case", dir))
	if after := copies(t, dir, keys); before != 2 || after != before {
		t.Errorf("%d near-duplicates before, %d after", before, after)
	}
}

func copies(t *testing.T, dir, keys string) (n int) {
	t.Helper()
	c, err := store.Open(dir, store.Options{KeyDir: keys})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	err = c.Numbers(func(number uint64) error {
		doc, err := c.ByNumber(number)
		if err != nil {
			return err
		}
		similar, err := c.Similar(doc.ID)
		n += len(similar)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
