package main

import (
	"os"

	"averment/ingest/extract"
	"averment/ingest/format"
	"averment/ingest/worker"
)

// runWorker makes this process a reader behind the wall. It is not a command for people.
func runWorker() {
	os.Exit(worker.Main(worker.Reader{Read: format.Read, Facts: extract.Facts}))
}
