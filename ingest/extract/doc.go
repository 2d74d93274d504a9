// Package extract reads facts out of the text of a document: sentences, kind,
// caption and docket, parties, citations, causes of action, dates, amounts,
// quotations and statements.
//
// Everything is deterministic and local: the same text gives the same facts, each
// with the span it was read from and the name of the rule that found it. Facts is
// the only door; it fills a Document in place and never fails, because a text in
// which nothing is found is a result too.
//
// The text is tokenised once per page into a view, with furniture left out, and every
// extractor walks the same tokens. What the tables know of a word is looked up once for
// each token (lexeme.go); a rule asks the token, as in t.in(inPronouns), before it asks a
// table. Names are recognised by looking tokens up in tables (tries over tokens), not by
// running patterns over the text. The tables are plain text files in data/, embedded and
// compiled once on first use.
//
// A wrong fact costs more trust than a missing one. Where a rule is weak its fact is
// marked Proposed; where two readings are open, none is taken.
package extract
