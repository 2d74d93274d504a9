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
	"averment/ingest/worker"
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
	sha, src, err := m.keep(c)
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
	if kept, ok := src.(io.Closer); ok {
		defer kept.Close()
	}
	return m.takeBytes(ctx, item{candidate: c, name: Shown(c.Path), sha: sha, src: src, parent: c.parent}, commits)
}

// wholeFile is the size in bytes up to which a file is held in memory. A larger one is
// copied to its original in pieces and read from there.
const wholeFile = 1 << 20

// keep makes the original durable and gives its bytes, which are to be closed when they
// are in a file. A *evidence.ReadError says that the source could not be read, or that it
// is too large to be read further.
func (m *Importer) keep(c Candidate) (sha string, src worker.Source, err error) {
	switch {
	case c.Err != nil:
		return "", nil, sourceError(c.Err)
	case c.original != nil:
		sha, _, err = m.store.Keep(bytes.NewReader(c.original))
		return sha, bytes.NewReader(c.original), err
	}
	f, err := c.Open()
	switch {
	case errors.Is(err, ErrChanged), errors.Is(err, fs.ErrNotExist) && c.Later != nil:
		return "", nil, fmt.Errorf("%w: %w", ErrChanged, err)
	case err != nil:
		return "", nil, sourceError(err)
	}
	defer f.Close()
	in := &checked{from: f, most: m.options.MaxFile}
	switch {
	case c.Size > m.options.MaxFile:
		sha, err = m.keepLarge(c, f)
		return sha, nil, err
	case c.Size > wholeFile:
		return m.keepPieces(in)
	}
	data := bytes.NewBuffer(make([]byte, 0, max(0, c.Size)+bytes.MinRead))
	if _, err = data.ReadFrom(in); err != nil {
		return "", nil, in.fault(err)
	}
	sha, _, err = m.store.Keep(bytes.NewReader(data.Bytes()))
	return sha, bytes.NewReader(data.Bytes()), err
}

// keepPieces makes a file durable without holding it, and gives the original.
func (m *Importer) keepPieces(in *checked) (sha string, src worker.Source, err error) {
	sha, size, err := m.store.Keep(in)
	if err != nil {
		return "", nil, in.fault(err)
	}
	f, err := m.store.Kept(sha)
	if err != nil {
		return "", nil, err
	}
	return sha, original{io.NewSectionReader(f, 0, size), f}, nil
}

// original is the bytes of a file that is durable.
type original struct {
	*io.SectionReader
	io.Closer
}

// checked reads a source that must not change meanwhile nor have more than so many bytes.
type checked struct {
	from io.Reader
	most int64
	read int64
	err  error // of the source, not of who reads it
}

func (c *checked) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.read += int64(n)
	s, ok := c.from.(interface{ Changed() bool })
	switch {
	case c.read > c.most, err == io.EOF && ok && s.Changed():
		c.err = ErrChanged
	case err != nil && err != io.EOF:
		c.err = sourceError(err)
	}
	if c.err != nil {
		return n, c.err
	}
	return n, err
}

// fault is the source's error where it has one, and else the store's.
func (c *checked) fault(err error) error {
	if c.err != nil {
		return c.err
	}
	return err
}

// keepLarge keeps the original of a file that is too large to be read, if that is
// possible: a sparse file may claim more bytes than any disk has, and would be copied for
// hours only to be never read. Of such a file only the row with its size is made.
func (m *Importer) keepLarge(c Candidate, f io.Reader) (sha string, err error) {
	detail := fmt.Sprintf("%d bytes, over the limit of %d", c.Size, m.options.MaxFile)
	switch {
	case c.Size > m.options.MaxKeep:
		detail += fmt.Sprintf("; not kept either, over %d bytes: split it, or keep it elsewhere", m.options.MaxKeep)
	case m.store.CheckSpace(c.Size) != nil:
		detail += "; not kept either, for want of free space"
	default:
		in := &checked{from: io.LimitReader(f, c.Size), most: c.Size}
		if sha, _, err = m.store.Keep(in); err != nil {
			return "", in.fault(err)
		}
	}
	return sha, &evidence.ReadError{Code: evidence.TooLarge, Detail: detail, Retryable: sha == ""}
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
	src       worker.Source
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
	put, err := m.load.lift(ctx, it.src)
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
	it.src = nil // not needed while it waits, and while its parts are taken
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
		whole, err := m.whole(known, deepest)
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

// deepest is how many containers within each other are looked into for a locked member.
const deepest = 8

// whole says whether all that a document holds has come in. It has not when an import
// was cut off after the row of the container, nor when there are passwords now and a
// member is locked still.
func (m *Importer) whole(container *evidence.Document, depth int) (bool, error) {
	for _, sha := range container.Children {
		known, err := m.store.Known(sha)
		if err != nil || known == nil {
			return false, err
		}
		if len(m.options.Passwords) == 0 || depth == 0 {
			continue
		}
		if known.Error != nil && known.Error.Code == evidence.Encrypted {
			return false, nil
		}
		if whole, err := m.whole(known, depth-1); err != nil || !whole {
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
		return nil, nil, &evidence.ReadError{Code: f.Code, Detail: f.Message, Retryable: f.Code == evidence.Encrypted}, nil
	}
	if n, err := m.store.Attempts(it.sha); err != nil {
		return nil, nil, nil, err
	} else if n >= m.options.Attempts && !it.candidate.asked {
		return nil, nil, &evidence.ReadError{Code: evidence.Crashed, Detail: fmt.Sprintf("quarantined after %d attempts; its original is kept", n)}, nil
	}
	job, parts := m.job(it), &spool{}
	job.Part = parts.add
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
	return worker.Job{Name: filepath.Base(it.name), Source: it.src, SHA256: it.sha, MediaType: it.media, Passwords: m.options.Passwords,
		Kind: m.options.Kind, Compare: m.options.Compare, Document: it.child, Depth: it.depth}
}
