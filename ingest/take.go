package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker"

	"golang.org/x/sync/errgroup"
)

var errChanged = errors.New("the file changed while it was read")

// take brings one candidate to its row, with everything that is inside it. The error is
// the store's; what is wrong with the file is in its row.
func (m *Importer) take(ctx context.Context, c Candidate, commits *committer) error {
	if c.Ignored != "" {
		row := m.row(c, evidence.Ignored)
		row.Reason, row.Detail = c.Ignored, "left out by rule: "+c.Ignored
		return commits.send(parcel{intakes: []evidence.Intake{{Row: row}}, candidate: c})
	}
	sha, data, err := m.keep(c)
	if err != nil {
		if refused := (*evidence.ReadError)(nil); errors.As(err, &refused) {
			return commits.send(m.refused(c, sha, refused))
		}
		return err
	}
	return m.takeBytes(ctx, item{candidate: c, name: c.Path, sha: sha, data: data, parent: c.parent}, commits)
}

// keep makes the original durable and gives its bytes. A *evidence.ReadError says that
// the source could not be read, or that it is too large to be read further.
func (m *Importer) keep(c Candidate) (sha string, data []byte, err error) {
	switch {
	case c.Err != nil:
		return "", nil, sourceError(c.Err)
	case c.original != nil:
		sha, _, err = m.store.Keep(bytes.NewReader(c.original))
		return sha, c.original, err
	}
	f, err := c.Open()
	if err != nil {
		return "", nil, sourceError(err)
	}
	defer f.Close()
	if c.Size > m.options.MaxFile {
		sha, _, err = m.store.Keep(f)
		if err == nil {
			err = &evidence.ReadError{Code: evidence.TooLarge, Detail: fmt.Sprintf("%d bytes, over the limit of %d", c.Size, m.options.MaxFile)}
		}
		return sha, nil, err
	}
	data, err = io.ReadAll(io.LimitReader(f, m.options.MaxFile+1))
	if err != nil {
		return "", nil, sourceError(err)
	}
	if s, ok := f.(interface{ Changed() bool }); ok && s.Changed() {
		return "", nil, sourceError(errChanged)
	}
	if int64(len(data)) > m.options.MaxFile {
		return "", nil, sourceError(errChanged)
	}
	sha, _, err = m.store.Keep(bytes.NewReader(data))
	return sha, data, err
}

func sourceError(err error) error {
	detail := err.Error()
	if errors.Is(err, os.ErrPermission) {
		detail = "no permission to read the file"
	}
	return &evidence.ReadError{Code: evidence.IO, Detail: detail, Retryable: true}
}

// item is a file or a part of one, its bytes kept, on its way to a document.
type item struct {
	candidate Candidate
	name      string // path shown, with the names of the containers before it
	sha       string
	data      []byte
	parent    string
	depth     int
	media     string             // as the container says, "" to find out
	child     *evidence.Document // what the container says of it, or nil
}

// takeBytes reads an item unless it is known, and then what is inside it. The claim on
// its bytes ends when its row is durable.
func (m *Importer) takeBytes(ctx context.Context, it item, commits *committer) error {
	if err := m.busy.claim(ctx, it.sha); err != nil {
		return err
	}
	p, children, err := m.parcel(ctx, it)
	if err != nil {
		m.busy.release(it.sha)
		return err
	}
	p.done = func() { m.busy.release(it.sha) }
	if err := commits.send(p); err != nil {
		return err
	}
	return m.takeChildren(ctx, it, children, commits)
}

// parcel decides what becomes of an item.
func (m *Importer) parcel(ctx context.Context, it item) (parcel, []format.Child, error) {
	known, err := m.store.Known(it.sha)
	if err != nil {
		return parcel{}, nil, err
	}
	if known != nil && known.Error == nil {
		return m.duplicate(it, known), nil, nil
	}
	out, refused, err := m.read(ctx, it)
	switch {
	case err != nil:
		return parcel{}, nil, err
	case refused != nil:
		return m.exception(it, refused), nil, nil
	}
	return m.indexed(it, out.Document), out.Children, nil
}

// read runs the worker, unless these bytes have already ended too many attempts badly.
// An attempt is counted durably when it ended with a dead worker, so that a poison file
// is not tried for ever, while the many good files pay nothing for it.
func (m *Importer) read(ctx context.Context, it item) (*worker.Output, *evidence.ReadError, error) {
	if it.child != nil && it.child.Error != nil {
		f := it.child.Error
		return nil, &evidence.ReadError{Code: f.Code, Detail: f.Message}, nil
	}
	if n, err := m.store.Attempts(it.sha); err != nil {
		return nil, nil, err
	} else if n >= m.options.Attempts && it.candidate.again == 0 {
		return nil, &evidence.ReadError{Code: evidence.Crashed, Detail: fmt.Sprintf("quarantined after %d attempts; its original is kept", n)}, nil
	}
	out, err := m.reader.Read(ctx, m.job(it))
	var refused *evidence.ReadError
	if !errors.As(err, &refused) {
		return out, nil, err
	}
	if refused.Code == evidence.Crashed || refused.Code == evidence.Timeout {
		if _, err := m.store.BeginAttempt(it.sha); err != nil {
			return nil, nil, err
		}
	}
	return nil, refused, nil
}

func (m *Importer) job(it item) worker.Job {
	return worker.Job{Name: filepath.Base(it.name), Data: it.data, MediaType: it.media, Passwords: m.options.Passwords,
		Kind: m.options.Kind, Document: it.child, Depth: it.depth}
}

// keptAtOnce is how many parts of a container are made durable together.
const keptAtOnce = 64

// takeChildren takes the parts of a container, several at once: an archive of a
// newspaper is one file with many thousand documents.
func (m *Importer) takeChildren(ctx context.Context, it item, children []format.Child, commits *committer) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(m.options.Jobs)
	for chunk := range slices.Chunk(children, keptAtOnce) {
		data := make([][]byte, len(chunk))
		for i, c := range chunk {
			data[i] = c.Data
		}
		shas, err := m.store.KeepAll(data)
		if err != nil {
			return errors.Join(err, group.Wait())
		}
		for i, child := range chunk {
			if shas[i] == it.sha {
				continue // a container may hold itself
			}
			group.Go(func() error { return m.takeBytes(ctx, it.part(child, shas[i]), commits) })
		}
	}
	return group.Wait()
}

// part is a child on its way to a document.
func (it item) part(child format.Child, sha string) item {
	next := item{candidate: it.candidate, name: childName(it.name, child), sha: sha, data: child.Data,
		parent: it.sha, depth: it.depth + 1, media: child.MediaType, child: child.Document}
	next.candidate.Settled, next.candidate.again, next.candidate.Size = nil, 0, int64(len(child.Data))
	return next
}
