package format

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"

	"averment/evidence"
)

const archiveReader = "archive/1"

// The archives that are opened.
const (
	MediaZip  = "application/zip"
	MediaTar  = "application/x-tar"
	MediaGzip = "application/gzip"
	MediaBzip = "application/x-bzip2"
)

// ratioFloor is the expanded size under which no ratio is held against a file.
const ratioFloor = 1 << 20

// budget keeps account of what one container expands to.
type budget struct {
	limits   Limits
	packed   int64
	expanded int64
	members  int
}

// read expands one member, and fails with code bomb at the first byte over a cap.
func (b *budget) read(r io.Reader) ([]byte, error) {
	if b.members++; b.members > b.limits.Members {
		return nil, fail(evidence.Bomb, "more than %d members", b.limits.Members)
	}
	room := b.limits.Total
	if most := max(ratioFloor, b.packed*b.limits.Ratio); most < room {
		room = most
	}
	data, err := io.ReadAll(io.LimitReader(r, room-b.expanded+1))
	if b.expanded += int64(len(data)); b.expanded > room {
		return nil, fail(evidence.Bomb, "expands to more than %d bytes from %d", room, b.packed)
	}
	return data, err
}

func newContainer() *Result {
	return &Result{Document: &evidence.Document{Reader: archiveReader, Kind: evidence.Other}}
}

// readZip gives the members of a ZIP file. A member that cannot be read becomes a child
// with the reason, and the rest go on.
func readZip(ctx context.Context, _ string, data []byte, o Options) (*Result, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fail(evidence.Damaged, "open the archive: %v", err)
	}
	if err := checkZip(z, int64(len(data)), o.Limits); err != nil {
		return nil, err
	}
	res, b := newContainer(), &budget{limits: o.Limits, packed: int64(len(data))}
	for _, f := range z.File {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if f.FileInfo().IsDir() {
			continue
		}
		child, err := zipChild(f, b, o)
		if err != nil {
			return nil, err
		}
		if err := res.give(child, o); err != nil {
			return nil, err
		}
	}
	return res, nil
}

// checkZip adds up what the directory promises before anything is expanded: members that
// share their compressed bytes promise far more than the file could hold.
func checkZip(z *zip.Reader, size int64, l Limits) error {
	if len(z.File) > l.Members {
		return fail(evidence.Bomb, "%d members, more than %d", len(z.File), l.Members)
	}
	var packed, expanded uint64
	for _, f := range z.File {
		packed += f.CompressedSize64
		expanded += f.UncompressedSize64
		if f.UncompressedSize64 > uint64(l.Total) || expanded > uint64(l.Total) {
			return fail(evidence.Bomb, "expands to more than %d bytes", l.Total)
		}
	}
	if packed > uint64(size)*2+ratioFloor {
		return fail(evidence.Bomb, "members overlap in the file")
	}
	return nil
}

// zipChild expands one member. Only a bomb ends the reading of the whole archive.
func zipChild(f *zip.File, b *budget, o Options) (Child, error) {
	name := memberName(f.Name)
	if f.Flags&1 != 0 {
		return encryptedMember(f, name, b, o)
	}
	r, err := f.Open()
	if err != nil {
		return brokenChild(name, rawMember(f), evidence.Damaged, err), nil
	}
	data, err := b.read(r)
	if closeErr := r.Close(); err == nil {
		err = closeErr
	}
	var known *evidence.ReadError
	switch {
	case errors.As(err, &known):
		return Child{}, err
	case err != nil:
		return brokenChild(name, rawMember(f), evidence.Damaged, err), nil
	}
	return Child{Name: name, Data: data}, nil
}

// brokenChild is a member that is listed with the reason why it cannot be read.
func brokenChild(name string, data []byte, code evidence.Code, err error) Child {
	return Child{Name: name, Data: data, Document: &evidence.Document{Kind: evidence.Other, Reader: archiveReader,
		Error: &evidence.Failure{Code: code, Message: fmt.Sprintf("member %s: %v", name, err)}}}
}

// rawMember gives the bytes of a member as they stand in the archive, no more than that
// holds.
func rawMember(f *zip.File) []byte {
	if raw, err := f.OpenRaw(); err == nil {
		if data, err := io.ReadAll(raw); err == nil && len(data) > 0 {
			return data
		}
	}
	return []byte(f.Name)
}

// readTar gives the files of a tar archive; links and devices hold nothing to read.
func readTar(ctx context.Context, _ string, data []byte, o Options) (*Result, error) {
	return tarMembers(ctx, bytes.NewReader(data), int64(len(data)), o)
}

func tarMembers(ctx context.Context, r io.Reader, packed int64, o Options) (*Result, error) {
	res, b := newContainer(), &budget{limits: o.Limits, packed: packed}
	t := tar.NewReader(r)
	var links []string
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			noteLinks(res.Document, links)
			return res, nil
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return damagedTail(res, err)
		}
		switch h.Typeflag {
		case tar.TypeReg, tar.TypeCont, tar.TypeGNUSparse:
		case tar.TypeLink, tar.TypeSymlink:
			links = append(links, memberName(h.Name)+" → "+memberName(h.Linkname))
			continue
		default:
			continue
		}
		data, err := b.read(t)
		if err != nil {
			return damagedTail(res, err)
		}
		if err := res.give(Child{Name: memberName(h.Name), Data: data}, o); err != nil {
			return nil, err
		}
	}
}

// linksShown bounds the links of a tar archive that are named.
const linksShown = 20

// noteLinks names the links, which are other names of files and hold nothing by themselves.
func noteLinks(d *evidence.Document, links []string) {
	if len(links) == 0 {
		return
	}
	names, rest := strings.Join(links[:min(len(links), linksShown)], ", "), ""
	if n := len(links) - linksShown; n > 0 {
		rest = fmt.Sprintf(" and %d more", n)
	}
	d.Warnings = append(d.Warnings, "links in the archive, not followed: "+names+rest)
}

// damagedTail keeps the members that were read before an archive broke off, and says so;
// a bomb or an archive without any member fails.
func damagedTail(res *Result, err error) (*Result, error) {
	var known *evidence.ReadError
	if errors.As(err, &known) {
		return nil, err
	}
	res.Document.Warnings = append(res.Document.Warnings, fmt.Sprintf("partial: the archive is damaged (%v), members behind that place were not read", err))
	return res, nil
}

// readGzip expands one compressed file, or a compressed tar.
func readGzip(ctx context.Context, name string, data []byte, o Options) (*Result, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fail(evidence.Damaged, "open the compressed file: %v", err)
	}
	inner := memberName(z.Name)
	if inner == "" {
		inner = strings.TrimSuffix(strings.TrimSuffix(path.Base(name), ".gz"), ".tgz")
	}
	return expanded(ctx, inner, z, data, o)
}

func readBzip(ctx context.Context, name string, data []byte, o Options) (*Result, error) {
	return expanded(ctx, strings.TrimSuffix(path.Base(name), ".bz2"), bzip2.NewReader(bytes.NewReader(data)), data, o)
}

// expanded reads what a compressed stream holds: a tar is opened at once, so that its
// members are not one level deeper; a web archive too; anything else is one child.
func expanded(ctx context.Context, inner string, r io.Reader, data []byte, o Options) (*Result, error) {
	b := &budget{limits: o.Limits, packed: int64(len(data))}
	all, err := b.read(r)
	var known *evidence.ReadError
	if errors.As(err, &known) {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fail(evidence.Damaged, "expand: %v", err)
	}
	if err == nil && looksLikeTar(all) {
		return tarMembers(ctx, bytes.NewReader(all), int64(len(data)), o)
	}
	res := newContainer()
	if err != nil {
		res.Document.Warnings = append(res.Document.Warnings, fmt.Sprintf("partial: the compressed file breaks off (%v)", err))
	}
	return res, res.give(Child{Name: inner, Data: all}, o)
}

func looksLikeTar(data []byte) bool {
	if len(data) < 512 {
		return false
	}
	_, err := tar.NewReader(bytes.NewReader(data)).Next()
	return err == nil
}

// memberName makes a name fit for display: valid UTF-8, no control characters, one kind of
// slash. It stays data and is never opened as a path.
func memberName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\uFFFD"))
	return strings.TrimSpace(name)
}
