// Package format turns the bytes of one file into a document: pages of text with
// their furniture marked, the metadata that the file itself states, and the
// children that it holds.
//
// Read sniffs the type from the content, never from the name alone, and hands the
// bytes to the reader of that format. Readers are pure: they see bytes and options,
// open nothing, and fetch nothing. They run inside the sandboxed worker, so a
// hostile file can harm a worker at most; the caps of Limits hold all the same.
//
// Nothing is lost silently. Menus, related posts, comment forms and the like stay
// in the text and are marked as furniture, on positive evidence only. What a
// document does not state stays empty: no title is made from a file name, no date
// from a sidebar, a calendar or the moment of a crawl.
//
// A container (archive, mailbox, JSON lines, web archive) gives a document without
// pages and one Child for each member. Children are not read further here: the
// caller reads each as a file of its own, with Options.Depth one higher, so that
// each gets its own ledger row.
package format
