// Package watch imports whatever appears in folders.
//
// The scan is the truth; events of the system only say where to look sooner. A full
// walk runs at the start and every minute. A file is ready once it has not changed for
// two seconds, by its times or by two looks. It is opened without following links, and
// never changed. The state of every path is kept in the store: a known file is not
// hashed again after a restart, a changed file is a new version, one that is gone stays
// in the case, and an unmounted folder is not taken for a mass deletion.
package watch
