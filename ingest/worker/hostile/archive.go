package hostile

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

func archives() []File {
	return []File{
		{"bomb.gz", gzipped(zeros(300 << 20))},
		{"double-bomb.gz", gzipped(bytes.NewReader(gzipped(zeros(200 << 20))))},
		{"bomb.zip", zipped(member{"zeros.txt", zeros(300 << 20)})},
		{"bombs.zip", zipped(many(40, 8<<20)...)},
		{"nested.zip", nest(30)},
		{"members.zip", zipped(many(12_000, 1)...)},
		{"climbing.zip", zipped(named("../../../../tmp/evil.txt"), named("/etc/passwd"), named(`..\..\evil.txt`), named("a\x00b.txt"), named("con"))},
		{"doubles.zip", zipped(named("same.txt"), named("same.txt"), named("SAME.txt"))},
		{"overlap.zip", overlap(500)},
		{"liar.zip", lyingZip()},
		{"cut.zip", zipped(named("a.txt"), named("b.txt"))[:80]},
		{"endless.tar", lyingTar()},
		{"links.tar", linkTar()},
		{"climbing.tar", plainTar("../../evil.txt")},
		{"cut.tar.gz", gzipped(bytes.NewReader(plainTar("a.txt")))[:60]},
	}
}

// zeros reads as n zero bytes.
func zeros(n int64) io.Reader { return io.LimitReader(zeroReader{}, n) }

type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// must reports a failure to write into memory, which cannot be.
func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("build a hostile file: %v", err))
	}
}

func gzipped(r io.Reader) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	must(err)
	_, err = io.Copy(w, r)
	must(err)
	must(w.Close())
	return out.Bytes()
}

type member struct {
	name string
	data io.Reader
}

func named(name string) member { return member{name, strings.NewReader("text of a member\n")} }

// many is n members of size bytes each.
func many(n int, size int64) []member {
	out := make([]member, n)
	for i := range out {
		out[i] = member{fmt.Sprintf("member-%d.txt", i), zeros(size)}
	}
	return out
}

func zipped(members ...member) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, m := range members {
		f, err := w.Create(m.name)
		must(err)
		_, err = io.Copy(f, m.data)
		must(err)
	}
	must(w.Close())
	return out.Bytes()
}

// nest is an archive in an archive, depth times.
func nest(depth int) []byte {
	data := []byte("the innermost file\n")
	name := "inner.txt"
	for i := range depth {
		data = zipped(member{name, bytes.NewReader(data)})
		name = fmt.Sprintf("level-%d.zip", i)
	}
	return data
}

// overlap is a zip whose n entries all lead to the same compressed bytes.
func overlap(n int) []byte {
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	must(err)
	_, err = io.Copy(w, zeros(4<<20))
	must(err)
	must(w.Close())
	sum := crc32.ChecksumIEEE(make([]byte, 4<<20))
	head := func(sig uint32, extra int) []byte {
		b := make([]byte, 30+extra)
		binary.LittleEndian.PutUint32(b, sig)
		return b
	}
	local := head(0x04034b50, 0)
	fill(local[4:], sum, packed.Len())
	binary.LittleEndian.PutUint16(local[26:], 1)
	out := append(append(local, 'a'), packed.Bytes()...)
	start := len(out)
	for range n {
		c := head(0x02014b50, 16)
		fill(c[6:], sum, packed.Len())
		binary.LittleEndian.PutUint16(c[28:], 1)
		out = append(append(out, c...), 'a')
	}
	end := make([]byte, 22)
	binary.LittleEndian.PutUint32(end, 0x06054b50)
	binary.LittleEndian.PutUint16(end[8:], uint16(n))
	binary.LittleEndian.PutUint16(end[10:], uint16(n))
	binary.LittleEndian.PutUint32(end[12:], uint32(len(out)-start))
	binary.LittleEndian.PutUint32(end[16:], uint32(start))
	return append(out, end...)
}

// fill writes version, method, checksum and sizes of a deflated entry.
func fill(b []byte, sum uint32, packed int) {
	binary.LittleEndian.PutUint16(b, 20)
	binary.LittleEndian.PutUint16(b[4:], zip.Deflate)
	binary.LittleEndian.PutUint32(b[10:], sum)
	binary.LittleEndian.PutUint32(b[14:], uint32(packed))
	binary.LittleEndian.PutUint32(b[18:], 4<<20)
}

// lyingZip says that its member has nearly four gigabytes.
func lyingZip() []byte {
	data := zipped(named("small.txt"))
	for at := bytes.Index(data, []byte("PK\x01\x02")); at >= 0; at = -1 {
		binary.LittleEndian.PutUint32(data[at+24:], 0xFFFFFFF0)
	}
	return data
}

func plainTar(name string) []byte {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	must(w.WriteHeader(&tar.Header{Name: name, Size: 5, Mode: 0o600}))
	_, err := w.Write([]byte("hello"))
	must(err)
	must(w.Close())
	return out.Bytes()
}

// lyingTar announces eight gigabytes and ends.
func lyingTar() []byte {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	must(w.WriteHeader(&tar.Header{Name: "large.txt", Size: 8<<30 - 1, Mode: 0o600}))
	_, err := w.Write([]byte("hardly anything"))
	must(err)
	return out.Bytes()
}

func linkTar() []byte {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, h := range []tar.Header{
		{Name: "self", Typeflag: tar.TypeSymlink, Linkname: "self"},
		{Name: "out", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"},
		{Name: "hard", Typeflag: tar.TypeLink, Linkname: "../../etc/shadow"},
		{Name: "fifo", Typeflag: tar.TypeFifo},
		{Name: "device", Typeflag: tar.TypeBlock, Devmajor: 8},
	} {
		must(w.WriteHeader(&h))
	}
	must(w.Close())
	return out.Bytes()
}
