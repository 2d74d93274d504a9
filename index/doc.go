// Package index finds documents by their words, facts and places, and is always
// disposable: everything in it is derived from a Source, and it is moved aside and
// built again whenever it is damaged, older than its schema, or of another case.
//
// Two Bleve indexes stand in one directory. "documents" holds one Bleve document per
// evidence document, so that operators, counts and facets mean documents.
// "statements" holds one per sentence, for cross-checking.
//
// Bleve keeps the inverted index; the analysis, the evaluation and the columns are
// ours:
//
//   - Tokens (tokens.go) are written to the field "body" with their positions packed
//     into one location per document. A title that the body does not print follows the
//     body after a wide gap. Starts of sentences, paragraphs and pages are terms of the
//     field "bounds" with positions of the same kind.
//   - Facts (parties, dates, amounts, statements) are terms of the field "fact", with
//     the positions of the words they were read from.
//   - A query is a tree of Expr. It is evaluated segment by segment: bitmaps of
//     candidates first, then positions of the candidates, and exact spans only for the
//     hits that are returned.
//   - Columns (columns.go) hold the values of facets and the dates of a segment in
//     memory. Segments never change, so a column is built once per segment.
//
// The cursor of the queue, the id of the store and the schema version are written in
// the same batch as the documents, so that after a crash the index knows exactly what
// it holds.
package index
