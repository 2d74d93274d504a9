// Package worker reads hostile documents in processes that can do no harm.
//
// The program executes itself again as "worker". The parent sends a document as frames
// on the child's standard input; the child sends back, on its standard output, progress,
// the files it found inside, pictures that need OCR, and the document with its facts.
// The child has an empty environment, a process group and, where the system allows, a
// network namespace of its own; before it sees the first byte of a document it has
// given up opening files, sockets, executing and signalling (rlimits, Landlock,
// seccomp). Level says how much of this was reached.
//
// OCR is a second kind of child, which gets grey pixels only, and may execute tesseract.
//
// The parent distrusts the child. Frames, text, pages and children are capped, text is
// made valid UTF-8 without NUL, and every range is checked against its text. A child
// that makes no progress for 30 seconds, or takes two minutes over a document, is
// killed; the document is tried once more in a fresh child and is then an error with a
// code. A Pool keeps children ready, as many at work as there are cores, and replaces
// them after 100 documents (1,000 for those without PDFium), and after any error.
package worker
