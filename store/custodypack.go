package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/mod/sumdb/tlog"
)

// CustodyPack writes the originals of some documents with what proves their custody
// into dir, which must be new or empty. It is a BagIt bag (RFC 8493) that can be
// checked without this program:
//
//	bagit.txt, bag-info.txt, manifest-sha256.txt, tagmanifest-sha256.txt
//	data/originals/<sha256>     the bytes that came in
//	data/sheets/<sha256>.txt    what is known of the document, and its log entries
//	proofs/<entry>.txt          a log entry: number, size of the log, hashes of its
//	                            inclusion proof; proofs/<entry>.entry has its bytes
//	checkpoint.note             signed head of the log, a C2SP signed note
//	public.keys                 the key that signs it
//	README.txt                  what this proves and what it does not
func (c *Case) CustodyPack(dir string, shas []string, by string) error {
	if err := c.custodyPack(dir, shas); err != nil {
		return fmt.Errorf("custody pack: %w", err)
	}
	if c.Writable() != nil {
		return nil
	}
	var events []Event
	for _, sha := range shas {
		events = append(events, Event{Action: "exported", Actor: by, Object: sha, Detail: map[string]string{"as": "custody pack", "to": dir}})
	}
	return c.Record(events...)
}

func (c *Case) custodyPack(dir string, shas []string) error {
	if len(shas) == 0 {
		return fmt.Errorf("no documents were chosen: %w", evidence.ErrInvalid)
	}
	signed, err := c.Checkpoint()
	if err != nil {
		return err
	}
	b, err := newBag(dir)
	if err != nil {
		return err
	}
	_, size, root, err := parseHead(signed)
	if err != nil {
		return err
	}
	p := &pack{c: c, bag: b, size: size, root: root}
	if err := p.documents(shas); err != nil {
		return err
	}
	keys, err := c.PublicKeys()
	if err != nil {
		return err
	}
	err = errors.Join(b.write("checkpoint.note", signed), b.write("public.keys", strings.Join(keys, "\n")+"\n"),
		b.write("README.txt", packReadme))
	if err != nil {
		return err
	}
	return b.finish(c.options.Now(), c.id)
}

// pack is one custody pack being written.
type pack struct {
	c    *Case
	bag  *bag
	size int64 // of the log that was signed
	root tlog.Hash
}

// documents writes the original, the sheet and the proofs of each document.
func (p *pack) documents(shas []string) error {
	entries, err := p.entries(shas)
	if err != nil {
		return err
	}
	for _, sha := range slices.Compact(slices.Sorted(slices.Values(shas))) {
		doc, err := p.c.Document(sha)
		if err != nil {
			return err
		}
		original := filepath.Join("data", "originals", sha)
		if err := p.bag.copy(originalPath(p.c.dir, sha), original, sha); err != nil {
			return err
		}
		if err := p.bag.write(filepath.Join("data", "sheets", sha+".txt"), sheet(doc, entries[sha])); err != nil {
			return err
		}
		for _, e := range entries[sha] {
			if err := p.prove(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// entries finds what the signed log says of the documents: one pass for all of them.
func (p *pack) entries(shas []string) (map[string][]Event, error) {
	found := map[string][]Event{}
	for _, sha := range shas {
		found[sha] = nil
	}
	err := p.c.Audit(AuditFilter{}, func(e Event) error {
		if e.Seq >= uint64(p.size) {
			return errStop
		}
		if _, wanted := found[e.Object]; wanted {
			found[e.Object] = append(found[e.Object], e)
		}
		return nil
	})
	return found, err
}

// prove writes an entry and the proof that it is in the signed log.
func (p *pack) prove(e Event) error {
	var data []byte
	var proof tlog.RecordProof
	err := p.c.view(func(tx *bolt.Tx) (err error) {
		data = append(data, tx.Bucket(bucketCustody).Get(key64(e.Seq))...)
		proof, err = tlog.ProveRecord(p.size, int64(e.Seq), storedHashes(tx))
		return err
	})
	if err == nil {
		err = tlog.CheckRecord(proof, p.size, p.root, int64(e.Seq), tlog.RecordHash(data))
	}
	if err != nil {
		return fmt.Errorf("proof of log entry %d: %w", e.Seq, err)
	}
	text := fmt.Sprintf("%d\n%d\n", e.Seq, p.size)
	for _, h := range proof {
		text += h.String() + "\n"
	}
	name := filepath.Join("proofs", fmt.Sprint(e.Seq))
	return errors.Join(p.bag.write(name+".entry", string(data)), p.bag.write(name+".txt", text))
}

// sheet says in words what is known of a document.
func sheet(doc *evidence.Document, entries []Event) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-12s %s\n", key+":", escapeLine(value))
		}
	}
	line("SHA-256", doc.ID)
	line("Title", doc.Title)
	line("Kind", string(doc.Kind))
	line("Publisher", doc.Publisher)
	line("Author", doc.Author)
	if date := doc.Date(); date != nil && date.Resolved {
		line("Dated", fmt.Sprintf("%s (printed %q)", date.Value, date.Surface))
	}
	line("Path", doc.Source.Path)
	line("Type", doc.Source.MediaType)
	line("Size", fmt.Sprintf("%d bytes", doc.Source.Size))
	line("Pages", fmt.Sprint(doc.PageCount))
	line("Custodian", doc.Custodian)
	line("Collection", doc.Collection)
	line("Held by", doc.Parent)
	line("Read with", doc.Reader)
	line("Sandbox", doc.Sandbox)
	for _, warning := range doc.Warnings {
		line("Warning", warning)
	}
	b.WriteString("\nEntries of the custody log (proofs/NUMBER.entry):\n")
	for _, e := range entries {
		fmt.Fprintf(&b, "%8d  %s  %s  %s  %s\n", e.Seq, e.Time, e.Actor, e.Action, e.Outcome)
	}
	return b.String()
}

const packReadme = `CUSTODY PACK

What is in it
  data/originals   the files as they came in, each named by its SHA-256
  data/sheets      what is known of each of them
  proofs           entries of the custody log, each with its proof of inclusion
  checkpoint.note  the signed head of the log (C2SP signed note, Ed25519)
  public.keys      the public key of the case

How to check it
  1. sha256sum -c manifest-sha256.txt and tagmanifest-sha256.txt.
  2. Open checkpoint.note with the public key (golang.org/x/mod/sumdb/note). Compare
     the key with the one that was printed when the case was created.
  3. For each proofs/N.txt: the first line is the number of the entry, the second the
     size of the log, the others are the RFC 6962 audit path. The leaf is
     SHA-256(0x00 || N.entry); the path must lead to the root in checkpoint.note.

What it proves
  The bytes are those that came into the case when the entries say so by the clock of
  the machine, as far as the checkpoint is not younger than what it is held against.
  Changing, deleting or reordering entries afterwards does not go unnoticed.

What it does not prove
  Nothing about a document before it came in. Nothing about the true time: the clock is
  that of the machine. Whoever holds the signing key can write another history up to
  the oldest checkpoint that somebody else keeps. Whether a court admits it is not for
  a program to say: a qualified person certifies it (in the United States under Federal
  Rules of Evidence 902(13) and (14)); this pack supplies hashes, times, tool and log.
`
