package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestBackupWhileInUse backs a case up while documents come in, and restores it.
func TestBackupWhileInUse(t *testing.T) {
	c := newCase(t)
	for i := range 30 {
		add(t, c, sample(fmt.Sprint("before ", i), "Text that was there."))
	}
	var group sync.WaitGroup
	group.Go(func() {
		for i := range 60 {
			add(t, c, sample(fmt.Sprint("meanwhile ", i), "Text that comes in."))
		}
	})
	base := t.TempDir()
	backup := filepath.Join(base, "backup")
	if err := c.Backup(backup); err != nil {
		t.Fatal(err)
	}
	group.Wait()
	into := filepath.Join(base, "restored")
	r, err := Restore(backup, into, c.options)
	if err != nil || r.Code != 0 || r.Documents < 30 || len(r.Findings) != 0 {
		t.Fatalf("restore: %+v %v", r, err)
	}
	again, err := Open(into, c.options)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	d := sample("before 7", "Text that was there.")
	if full, err := again.Full(d.ID); err != nil || full.Pages[0].Text != d.Pages[0].Text {
		t.Errorf("%v", err)
	}
	if again.ID() != c.ID() {
		t.Error("the restored case has another name")
	}
	if r, err := again.Verify(VerifyOptions{ReadData: true}); err != nil || r.Code != 0 {
		t.Errorf("%+v %v", r, err)
	}
}

func TestRestoreRefusesADamagedBackup(t *testing.T) {
	c := fullCase(t, 3)
	again, err := Open(c.dir, c.options)
	if err != nil {
		t.Fatal(err)
	}
	base := t.TempDir()
	backup, into := filepath.Join(base, "backup"), filepath.Join(base, "restored")
	if err := errors.Join(again.Backup(backup), again.Close()); err != nil {
		t.Fatal(err)
	}
	lost := originalPath(backup, sample("original 1").ID)
	if err := os.Remove(lost); err != nil {
		t.Fatal(err)
	}
	r, err := Restore(backup, into, c.options)
	if !errors.Is(err, ErrDamaged) || r.Code != 1 {
		t.Errorf("%+v %v", r, err)
	}
	if _, err := os.Stat(filepath.Join(into, dbName)); err == nil {
		t.Error("a damaged backup was restored")
	}
}
