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
//	data/contents.txt           one line for each document
//	proofs/<entry>.txt          a log entry: number, size of the log, hashes of its
//	                            inclusion proof; proofs/<entry>.entry has its bytes
//	checkpoint.note             signed head of the log, a C2SP signed note
//	checkpoint.txt, .sig        what was signed and the bare signature, and
//	public.pem                  the key, as openssl takes them
//	public.keys                 the keys that sign the log
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
		return evidence.Invalid("no documents were chosen")
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
	if err := p.signature(signed, keys); err != nil {
		return err
	}
	return b.finish(c.options.Now(), c.id)
}

// signature writes the checkpoint and the keys, also as openssl takes them, and what all of
// it proves.
func (p *pack) signature(signed string, keys []string) error {
	text, raw, key, err := bare(signed, keys)
	if err != nil {
		return err
	}
	pem, err := publicPEM(key)
	if err != nil {
		return err
	}
	words := fmt.Sprintf(packReadme, p.c.id, Fingerprint(keys[0]))
	for name, text := range map[string]string{"checkpoint.note": signed, "public.keys": strings.Join(keys, "\n") + "\n",
		"checkpoint.txt": text, "checkpoint.sig": string(raw), "public.pem": pem, "README.txt": words} {
		if err := p.bag.write(name, text); err != nil {
			return err
		}
	}
	return nil
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
	contents := ""
	for _, sha := range slices.Compact(slices.Sorted(slices.Values(shas))) {
		doc, err := p.c.Document(sha)
		if err != nil {
			return err
		}
		if err := p.document(doc, entries[sha]); err != nil {
			return err
		}
		contents += contentsLine(doc)
	}
	return p.bag.write(filepath.Join("data", "contents.txt"), contents)
}

func (p *pack) document(doc *evidence.Document, entries []Event) error {
	original := filepath.Join("data", "originals", doc.ID)
	if err := p.bag.copy(originalPath(p.c.dir, doc.ID), original, doc.ID); err != nil {
		return err
	}
	if err := p.bag.write(filepath.Join("data", "sheets", doc.ID+".txt"), sheet(doc, entries)); err != nil {
		return err
	}
	for _, e := range entries {
		if err := p.prove(e); err != nil {
			return err
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
