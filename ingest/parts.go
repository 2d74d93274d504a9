package ingest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker"

	"golang.org/x/sync/errgroup"
)

// keptAtOnce is how many parts of a container are made durable together.
const keptAtOnce = 64

// takeChildren takes the parts of a container, several at once: an archive of a
// newspaper is one file with many thousand documents.
func (m *Importer) takeChildren(ctx context.Context, it item, parts *spool, commits *committer) error {
	if parts == nil {
		return nil
	}
	if err := m.listLeftOut(it, parts.left, commits); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(m.options.Jobs)
	for first := 0; first < len(parts.parts); {
		chunk, err := parts.next(first)
		if err == nil {
			err = m.keepParts(chunk)
		}
		if err != nil {
			return errors.Join(err, group.Wait())
		}
		first += len(chunk)
		for _, p := range chunk {
			if p.sha == it.sha {
				continue // a container may hold itself
			}
			group.Go(func() error { return m.takeBytes(ctx, it.part(p), commits) })
		}
	}
	return group.Wait()
}

// partRule names the rule by which a part of a container is listed only, "" to take it: what
// systems leave in archives, and signatures, which have no text of their own. Both stay in
// the container's original.
func partRule(c format.Child) string {
	switch c.MediaType {
	case format.MediaSignature, "application/x-pkcs7-signature", "application/pgp-signature":
		return "detached signature"
	case "":
		if rule := IgnoreRule(path.Base(c.Name)); rule == systemFile {
			return rule
		}
	}
	return ""
}

// listLeftOut gives each part that is left out its row.
func (m *Importer) listLeftOut(it item, left []leftOut, commits *committer) error {
	for _, l := range left {
		row := m.row(it.candidate, evidence.Ignored)
		row.Number, row.Path, row.Parent, row.Size = 0, childName(it.name, l.Child), it.sha, l.size
		row.Reason, row.Detail = l.rule, "left out by rule: "+l.rule
		c := it.candidate
		c.Settled = nil
		if err := commits.send(parcel{intakes: []evidence.Intake{{Row: row}}, candidate: c}); err != nil {
			return err
		}
	}
	return nil
}

// keepParts makes parts durable: small ones together, a large one from the file where it
// waits.
func (m *Importer) keepParts(chunk []taken) error {
	var small [][]byte
	for _, p := range chunk {
		if p.Data != nil {
			small = append(small, p.Data)
			continue
		}
		if _, _, err := m.store.Keep(io.NewSectionReader(p.src, 0, p.size)); err != nil {
			return err
		}
	}
	_, err := m.store.KeepAll(small)
	return err
}

// taken is a part with its bytes at hand: in memory, or in Data's place in a file.
type taken struct {
	spooled
	src worker.Source
}

// part is a child on its way to a document.
func (it item) part(p taken) item {
	next := item{candidate: it.candidate, name: childName(it.name, p.Child), sha: p.sha, src: p.src,
		parent: it.sha, depth: it.depth + 1, media: p.MediaType, child: p.Document}
	if p.Line > 0 { // slices of their file, not files within it
		next.depth = it.depth
	}
	next.candidate.Settled, next.candidate.Row, next.candidate.asked, next.candidate.Size = nil, 0, false, p.size
	return next
}

// size is how many bytes the item has, 0 for one that was never read.
func (it item) size() int64 {
	if it.src == nil {
		return 0
	}
	return it.src.Size()
}

// inMemory is the bytes of a part that is held.
func inMemory(p spooled) taken { return taken{p, bytes.NewReader(p.Data)} }
