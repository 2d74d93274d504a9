// Package store keeps a case on disk: the truth from which everything else is derived.
//
// A case is a directory that one process owns at a time:
//
//	CASE/originals/sha256/ab/cdef…   original bytes, mode 0400, never changed
//	CASE/store.db                    one bbolt file: documents, text, facts, ledger, log, marks
//	CASE/checkpoints/                signed heads of the log, the public key, the size marker
//	CASE/store.flight, store.crash   what is being read; the last words of the program
//	CASE/store.lock                  held while the case is open; holds the owner's process id
//
// Everything about a file is written in one transaction, after its original is
// durable: document, text, ledger row, custody entry, queue row. The queue tells the
// index what to read again; it always reads the current state of a document, so the
// order of rows does not matter.
//
// Buckets of store.db (numbers are big-endian, so that keys sort):
//
//	meta                      format, id, counters, keys
//	document/<u64>            flags, log index, hash, zstd'd JSON of metadata and facts;
//	                          of a short document its text too (see record.go)
//	text/<u64><u32>           zstd blocks of 16 KiB of text; high numbers hold the
//	                          sentence table and the boxes of a page (see blocks.go)
//	hash/<sha256>             number of the document
//	family/<sha256><sha256>   children of a parent; parent/… the other direction
//	sighting/<u64><u64>       ledger rows of a document
//	ledger/<u64>              one row per file ever seen, first byte its state
//	attempt/<sha256>          how often reading these bytes ended badly
//	queue/<u64>               number of a document to index again
//	path/<source>\0<raw path> state of a watched path
//	tag, tagged, note, saved, party, record/<kind>   what people left
//	signature/<u64>, url/<url>\0<u64>   near-duplicates and versions
//	custody/<u64>, custody.hash/<u64>   the log and its RFC 6962 hashes
package store
