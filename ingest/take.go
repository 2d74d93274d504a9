package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker"

	"golang.org/x/sync/errgroup"
)

// ErrChanged is a file that is not what it was when it was found.
var ErrChanged = errors.New("the file changed while it was read")

// take brings one candidate to its row, with everything that is inside it. The error is
// the store's; what is wrong with the file is in its row.
func (m *Importer) take(ctx context.Context, c Candidate, commits *committer) error {
	if c.Ignored != "" {
		row := m.row(c, evidence.Ignored)
		row.Reason, row.Detail = c.Ignored, "left out by rule: "+c.Ignored
		return commits.send(parcel{intakes: []evidence.Intake{{Row: row}}, candidate: c})
	}
	sha, data, err := m.keep(c)
	switch unsettled := errors.Is(err, ErrChanged); {
	case unsettled && c.Later != nil:
		commits.found(-1)
		c.Later()
		return nil
	case unsettled:
		err = sourceError(err)
	}
	if err != nil {
		if refused := (*evidence.ReadError)(nil); errors.As(err, &refused) {
			return commits.send(m.refused(c, sha, refused))
		}
		return err
	}
	return m.takeBytes(ctx, item{candidate: c, name: Shown(c.Path), sha: sha, data: data, parent: c.parent}, commits)
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
	switch {
	case errors.Is(err, ErrChanged), errors.Is(err, fs.ErrNotExist) && c.Later != nil:
		return "", nil, fmt.Errorf("%w: %w", ErrChanged, err)
	case err != nil:
		return "", nil, sourceError(err)
	}
	defer f.Close()
	if c.Size > m.options.MaxFile {
		return m.keepLarge(c, f)
	}
	if data, err = readSized(io.LimitReader(f, m.options.MaxFile+1), c.Size); err != nil {
		return "", nil, sourceError(err)
	}
	if s, ok := f.(interface{ Changed() bool }); ok && s.Changed() || int64(len(data)) > m.options.MaxFile {
		return "", nil, ErrChanged
	}
	sha, _, err = m.store.Keep(bytes.NewReader(data))
	return sha, data, err
}

// readSized reads all of r, whose size is known unless it has changed.
func readSized(r io.Reader, size int64) ([]byte, error) {
	out := bytes.NewBuffer(make([]byte, 0, max(0, size)+bytes.MinRead))
	_, err := out.ReadFrom(r)
	return out.Bytes(), err
}

// keepLarge keeps the original of a file that is too large to be read, if that is
// possible: a sparse file may claim more bytes than any disk has, and would be copied for
// hours only to be never read. Of such a file only the row with its size is made.
func (m *Importer) keepLarge(c Candidate, f io.Reader) (sha string, _ []byte, err error) {
	detail := fmt.Sprintf("%d bytes, over the limit of %d", c.Size, m.options.MaxFile)
	switch {
	case c.Size > m.options.MaxKeep:
		detail += fmt.Sprintf("; not kept either, over %d bytes: split it, or keep it elsewhere", m.options.MaxKeep)
	case m.store.CheckSpace(c.Size) != nil:
		detail += "; not kept either, for want of free space"
	default:
		if sha, _, err = m.store.Keep(io.LimitReader(f, c.Size)); err != nil {
			return "", nil, err
		}
	}
	return sha, nil, &evidence.ReadError{Code: evidence.TooLarge, Detail: detail, Retryable: sha == ""}
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
	put, err := m.load.lift(ctx, it.data)
	if err != nil {
		m.busy.release(it.sha)
		return err
	}
	p, children, err := m.parcel(ctx, it)
	defer children.close()
	end := p.done
	p.done = func() {
		if end != nil {
			end()
		}
		put()
		m.busy.release(it.sha)
	}
	if err != nil {
		p.settle()
		return err
	}
	it.data = nil // not needed while it waits, and while its parts are taken
	if err := commits.send(p); err != nil {
		return err
	}
	return m.takeChildren(ctx, it, children, commits)
}

// parcel decides what becomes of an item. What its done is set to ends with its row.
func (m *Importer) parcel(ctx context.Context, it item) (parcel, *spool, error) {
	known, err := m.store.Known(it.sha)
	if err != nil {
		return parcel{}, nil, err
	}
	read := known != nil && known.Error == nil
	if read {
		whole, err := m.whole(known)
		if err != nil || whole {
			return m.duplicate(it, known), nil, err
		}
	}
	end, err := m.begin(it.sha)
	if err != nil {
		return parcel{}, nil, err
	}
	p, parts, err := m.readParcel(ctx, it, known, read)
	if err != nil {
		end()
		return parcel{}, nil, err
	}
	p.done = end
	return p, parts, nil
}

// begin notes that bytes are about to be read. Those that were being read when the program
// ended are read alone; end lets others in again.
func (m *Importer) begin(sha string) (end func(), err error) {
	suspect, err := m.store.Suspect(sha)
	if err != nil {
		return nil, err
	}
	lock, unlock := m.alone.RLock, m.alone.RUnlock
	if suspect {
		lock, unlock = m.alone.Lock, m.alone.Unlock
	}
	lock()
	noted, err := m.store.Reading(sha)
	if err != nil {
		unlock()
		return nil, err
	}
	return func() { noted(); unlock() }, nil
}

// readParcel reads an item, known from before where read is set, and makes its parcel.
func (m *Importer) readParcel(ctx context.Context, it item, known *evidence.Document, read bool) (parcel, *spool, error) {
	out, parts, refused, err := m.read(ctx, it)
	switch {
	case err != nil:
		parts.close()
		return parcel{}, nil, err
	case refused != nil:
		parts.close()
	}
	switch {
	case read && refused != nil:
		return m.duplicate(it, known), nil, nil
	case read:
		return m.duplicate(it, known), parts, nil
	case refused != nil:
		return m.exception(it, refused), nil, nil
	}
	out.Document.Children = parts.hashes(it.sha)
	return m.indexed(it, out.Document), parts, nil
}

// whole says whether all that a document holds has come in. It has not when an import
// was cut off after the row of the container.
func (m *Importer) whole(container *evidence.Document) (bool, error) {
	for _, sha := range container.Children {
		if known, err := m.store.Known(sha); err != nil || known == nil {
			return false, err
		}
	}
	return true, nil
}

// read runs the worker, unless these bytes have already ended too many attempts badly.
// An attempt is counted durably when it ended with a dead worker, so that a poison file
// is not tried for ever, while the many good files pay nothing for it.
func (m *Importer) read(ctx context.Context, it item) (*worker.Output, *spool, *evidence.ReadError, error) {
	if it.child != nil && it.child.Error != nil {
		f := it.child.Error
		return nil, nil, &evidence.ReadError{Code: f.Code, Detail: f.Message}, nil
	}
	if n, err := m.store.Attempts(it.sha); err != nil {
		return nil, nil, nil, err
	} else if n >= m.options.Attempts && !it.candidate.asked {
		return nil, nil, &evidence.ReadError{Code: evidence.Crashed, Detail: fmt.Sprintf("quarantined after %d attempts; its original is kept", n)}, nil
	}
	job, parts := m.job(it), &spool{}
	job.Child = parts.add
	out, err := m.reader.Read(ctx, job)
	var refused *evidence.ReadError
	if !errors.As(err, &refused) {
		return out, parts, nil, err
	}
	if refused.Code == evidence.Crashed || refused.Code == evidence.Timeout {
		if _, err := m.store.BeginAttempt(it.sha); err != nil {
			return nil, parts, nil, err
		}
	}
	return nil, parts, refused, nil
}

func (m *Importer) job(it item) worker.Job {
	return worker.Job{Name: filepath.Base(it.name), Data: it.data, MediaType: it.media, Passwords: m.options.Passwords,
		Kind: m.options.Kind, Compare: m.options.Compare, Document: it.child, Depth: it.depth}
}

// keptAtOnce is how many parts of a container are made durable together.
const keptAtOnce = 64

// takeChildren takes the parts of a container, several at once: an archive of a
// newspaper is one file with many thousand documents.
func (m *Importer) takeChildren(ctx context.Context, it item, parts *spool, commits *committer) error {
	if parts == nil {
		return nil
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(m.options.Jobs)
	for first := 0; first < len(parts.parts); {
		chunk, err := parts.next(first)
		if err != nil {
			return errors.Join(err, group.Wait())
		}
		first += len(chunk)
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
	next.candidate.Settled, next.candidate.Row, next.candidate.asked, next.candidate.Size = nil, 0, false, int64(len(child.Data))
	return next
}
