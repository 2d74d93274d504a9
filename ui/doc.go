// Package ui serves a case to people and programs: HTML pages that work without
// JavaScript, and the JSON API under /api/v1.
//
// Every route stands in one table (routes.go) with the least role that may use it; a
// request passes the same chain whatever it asks for: headers, recover, list of host
// names, cross-origin check, size limit, session or token, role, then the handler, which
// writes to the custody log what it did. Pages are rendered from typed structs into a
// buffer, so that a page is whole or an error.
//
// Nothing of a document is ever active: its text is escaped, its pages are PNG images,
// its original is an attachment of no type. Assets are embedded and named by their hash.
//
// What the pages need of the case is declared in backend.go; the program hands in the
// implementations.
package ui
