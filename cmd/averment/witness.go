package main

import (
	"errors"
	"fmt"

	"averment/store"
)

func (a *app) witness(folder string, data []byte) error {
	w, err := store.Witness(folder, data)
	if errors.Is(err, store.ErrInconsistent) {
		a.explain(err)
		return exitError(exitUsage)
	}
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(struct {
			Version     int    `json:"version"`
			Size        int64  `json:"size"`
			Fingerprint string `json:"fingerprint"`
			First       bool   `json:"first"`
		}{1, w.Size, w.Fingerprint, w.First})
	}
	words := "it goes on from what was witnessed before"
	if w.First {
		words = "nothing was known of this log before; its key is pinned now"
	}
	fmt.Fprintf(a.out, "log of %d entries, signed by %s: %s\n", w.Size, w.Fingerprint, words)
	return nil
}
