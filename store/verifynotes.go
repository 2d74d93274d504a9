package store

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// signedHead is a checkpoint whose signature holds.
type signedHead struct {
	name string
	size uint64
	root tlog.Hash
}

const adviceNote = "put the file back from a backup or from where the checkpoint was printed; other copies of it can tell whether the log was changed"

// readNotes opens all checkpoints with the pinned keys.
func (v *verifier) readNotes() ([]signedHead, error) {
	keys, err := v.trusted()
	if err != nil {
		return nil, err
	}
	there, err := os.ReadDir(filepath.Join(v.c.dir, checkpointName)) // before the notes: an open case writes more
	if err != nil {
		v.find(Damage, checkpointName, "make the folder readable", "%v", err)
	}
	names, err := noteFiles(v.c.dir)
	if err != nil {
		return nil, err
	}
	var heads []signedHead
	for _, name := range names {
		if head, ok := v.readNote(name, keys); ok {
			heads = append(heads, head)
		}
	}
	v.report.Checkpoints = len(names)
	slices.SortFunc(heads, func(a, b signedHead) int { return cmp.Compare(a.size, b.size) })
	v.checkMarker()
	v.strange(there, names)
	return heads, nil
}

// trusted reads the pinned keys and compares them with those known from elsewhere.
func (v *verifier) trusted() (note.Verifiers, error) {
	object := filepath.Join(checkpointName, keysName)
	keys, err := pinnedKeys(v.c.dir)
	if err != nil {
		return nil, err
	}
	if len(keys) == 0 && v.interrupted() {
		v.find(Remark, object, "open the case once", "creating the case was interrupted")
		return note.VerifierList(), nil
	}
	if len(keys) == 0 {
		v.find(Tampering, object, "write the public key into the file as it was printed when the case was created", "the public key of the case is missing")
		return note.VerifierList(), nil
	}
	known, err := verifiers(keys)
	if err != nil {
		v.find(Tampering, object, "write the public key into the file as it was printed when the case was created", "%v", err)
		return note.VerifierList(), nil
	}
	v.report.Keys, v.report.Fingerprint = keys, Fingerprint(keys[0])
	if v.o.Trust != nil && !slices.Contains(v.o.Trust, keys[0]) {
		v.find(Tampering, object, "ask whoever created the case for the public key that was printed", "the first key is not one of those that you trust")
	}
	return known, nil
}

// interrupted says whether the case was never more than created.
func (v *verifier) interrupted() bool {
	names, err := noteFiles(v.c.dir)
	size, sizeErr := v.c.LogSize()
	return err == nil && sizeErr == nil && len(names) == 0 && size <= 1
}

func (v *verifier) readNote(name string, keys note.Verifiers) (signedHead, bool) {
	object := filepath.Join(checkpointName, name)
	raw, err := os.ReadFile(filepath.Join(v.c.dir, object))
	if err != nil {
		v.find(Damage, object, adviceNote, "%v", err)
		return signedHead{}, false
	}
	signed, err := note.Open(raw, keys)
	if err != nil {
		v.find(Tampering, object, adviceNote, "the signature does not hold: %v", err)
		return signedHead{}, false
	}
	who, size, root, err := parseHead(signed.Text)
	switch {
	case err != nil:
		v.find(Tampering, object, adviceNote, "%v", err)
	case who != origin(v.c.id):
		v.find(Tampering, object, adviceNote, "it is of another case, %s", who)
	case name != noteName(size):
		v.find(Tampering, object, adviceNote, "it speaks of %d entries, its name does not", size)
	case len(signed.UnverifiedSigs) > 0 || string(raw) != canonical(signed):
		v.find(Tampering, object, adviceNote, "something was added to it")
	default:
		return signedHead{name, uint64(size), root}, true
	}
	return signedHead{}, false
}

// canonical is the note as we write it: the text and one signature.
func canonical(n *note.Note) string {
	out := n.Text + "\n"
	for _, s := range n.Sigs {
		out += "— " + s.Name + " " + s.Base64 + "\n"
	}
	return out
}

// checkMarker reads the size marker, which an open case grows beyond.
func (v *verifier) checkMarker() {
	object := filepath.Join(checkpointName, sizeName)
	want, err := readSize(v.c.dir)
	st, statErr := os.Stat(filepath.Join(v.c.dir, dbName))
	switch {
	case err != nil:
		v.find(Damage, object, hintOr(err, "make the file readable"), "%v", err)
	case want == 0 && v.interrupted():
	case want == 0:
		v.find(Damage, object, "it is written anew with the next checkpoint", "it is missing")
	case statErr == nil && st.Size() < want:
		v.find(Damage, dbName, "restore the case from a backup into another folder", "it had %d bytes and has %d", want, st.Size())
	}
}

// strange names files in the folder of checkpoints that nobody put there.
func (v *verifier) strange(there []os.DirEntry, notes []string) {
	for _, e := range there {
		name := e.Name()
		if name == keysName || name == sizeName || slices.Contains(notes, name) {
			continue
		}
		if ok, _ := filepath.Match(".new-*", name); ok {
			continue
		}
		v.find(Remark, filepath.Join(checkpointName, name), "move it elsewhere", "it does not belong to the case")
	}
}

// compare looks whether checkpoints of the size that the scan has reached fit.
func (s *logScan) compare() {
	for len(s.heads) > 0 && s.heads[0].size == s.tree.count {
		head := s.heads[0]
		s.heads = s.heads[1:]
		if s.tree.root() == head.root {
			continue
		}
		if s.wrong++; s.wrong == 1 {
			s.v.find(Tampering, filepath.Join(checkpointName, head.name), adviceLog, "the log is not the one that was signed: an entry before number %d was changed, or the order of entries", head.size)
		}
	}
}

// end says what is left over when the log has been read.
func (s *logScan) end() {
	s.v.report.Root = s.tree.root().String()
	for _, head := range s.heads {
		s.v.find(Tampering, filepath.Join(checkpointName, head.name), "this is an old copy of the case, or its end was cut off; go on with the newest copy",
			"%d entries were signed, the log has only %d", head.size, s.v.report.Entries)
	}
	if s.wrong > 1 {
		s.v.find(Tampering, checkpointName, adviceLog, "%d checkpoints do not fit the log", s.wrong)
	}
	if s.broken > 100 {
		s.v.find(Tampering, "log", adviceLog, "%d entries do not fit their hashes", s.broken)
	}
	if k, _ := s.stored.Next(); s.begun && k != nil {
		s.v.find(Tampering, fmt.Sprintf("log hash %d", num64(k)), adviceLog, "there are more hashes than entries")
	}
	if s.v.report.Checkpoints == 0 && s.v.report.Entries > 1 {
		s.v.find(Tampering, checkpointName, adviceNote, "there is no checkpoint")
	}
}

// checkKeys looks whether each pinned key was introduced by the log.
func (v *verifier) checkKeys() {
	object := filepath.Join(checkpointName, keysName)
	for i, key := range v.report.Keys {
		at, named := v.log.keys[key]
		switch {
		case !named:
			v.find(Tampering, object, "trust only the key that was printed when the case was created", "key %s is not named by the log", Fingerprint(key))
		case i == 0 && at != 0:
			v.find(Tampering, object, "trust only the key that was printed when the case was created", "the first key is not the one that the case was created with")
		case i > 0:
			v.find(Remark, object, "ask who changed the key, if you do not know", "key %s has signed since log entry %d", Fingerprint(key), at)
		}
	}
}
