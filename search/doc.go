// Package search turns what a person types into hits that can be cited.
//
// Parse reads a query in one of two dialects into one syntax tree (Node). The tree
// is all that anything downstream looks at: Query.String prints it so that parsing
// the print gives the same tree, Query.Reads says it in plain words, and Compile
// makes from it the index.Expr that the index evaluates. What a dialect can write
// and the tree cannot hold exactly is an error; it is never approximated.
//
// The Engine asks the index and shapes the answer: hits with excerpts cut from the
// page and marks on exactly those words that made the document match, facets,
// warnings with the number of documents of each possible reading, and how much of
// the case could not be searched. Search, All, Terms and Places go through the same
// compilation and the same evaluator, so their numbers agree.
//
// Offsets are byte offsets: of errors and warnings into the query as typed, of
// excerpts into the text of a page, of marks into the text of the excerpt.
package search
