// Package crosscheck compares a claim with the documents of a case: who says so, who
// denies it, and which number, date, law or title differs.
//
// A claim is a sentence. Retrieval finds the sentences nearest to it by BM25 with word
// forms and small classes of synonyms; that alone orders the verdicts. What a document
// does with the claim is decided apart from rank, by coverage (which share of the
// claim's content the passage says) and by slots (amounts, dates, laws, titles, names,
// outcome, polarity) that are compared only where they hang on the same event and the
// same head. Whatever a passage leaves open makes it related, never a support.
//
// A report has a tenor as well: its headline and its opening say whether it tells the claim
// for settled, only passes it on, or says that it is not so. The tenor decides where it is
// plain, over what single sentences would say; see tenor.go. A document that is a headline and
// nothing else is read more freely, since its few words stand for the whole report: a day, a
// count, a title or half of a name may be missing, and a sum only where it is the price of what
// is told; see bare.go. What denies nothing may still tell the contrary: that a plan was called
// off, that all stays as it was, that another outcome came; see contrary.go and whole.go.
//
// Everything is a fixed rule over facts that were read before; the same snapshot gives
// the same answer, bit for bit. No answer says that a claim is so or is not so: it says
// which document says what.
//
// The tables in data/ are plain text: one class a line, the first word names it.
package crosscheck
