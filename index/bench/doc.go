// Package bench measures the index on generated cases of any size, side by side with
// stock Bleve over the same documents.
//
// A Corpus makes up its documents from a number: the same number always gives the same
// document, so that a case of a million documents needs no room. Words follow Zipf's law
// over a vocabulary that grows with the case, and sentences of given texts are mixed in
// where there are some, so that phrases of real language occur.
package bench
