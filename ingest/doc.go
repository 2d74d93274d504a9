// Package ingest brings files into a case: a file, a folder, an upload or a watched
// folder becomes documents, and every file that was seen becomes a ledger row.
//
//	candidate → original kept → read in a worker → committed with its children → row
//
// An Importer reads several files at once and has one committer, so that rows and
// documents enter the case in batches of one transaction. Nothing is acknowledged
// before its transaction: what a crash cuts off is read again by the next import, and
// what had been committed is then a duplicate.
//
// The packages below do the parts: format reads bytes, extract finds facts in pages,
// worker runs both behind a wall. Store and Reader are what ingest needs of others.
package ingest
