// Package evidence is the vocabulary of averment: the documents of a case, the
// places in them, and the facts that were read from them.
//
// A Document is identified by the SHA-256 of its original bytes. Its text stands
// in pages; a Span points into the text of a page by byte offsets, and every fact
// carries the spans it was read from, so that nothing is ever shown without its
// quote. A LedgerRow says what became of a file that was seen: every file ends in
// exactly one State.
//
// The JSON of these types is the contract that commands and the web API share:
// every key is present, empty lists are [] and absent objects are null. See
// Document.Normalize.
//
// The package imports the standard library only, and every other package imports it.
package evidence
