package format

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"averment/evidence"
)

func gzipOf(t testing.TB, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func tarOf(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, h := range []tar.Header{{Name: "../up.txt", Size: 4, Mode: 0o644}, {Name: "link", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}, {Name: "dir/", Typeflag: tar.TypeDir}, {Name: "dir/b.txt", Size: 4, Mode: 0o644}} {
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Size > 0 {
			if _, err := w.Write([]byte("text")); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func names(res *Result) string {
	var out []string
	for _, c := range res.Children {
		out = append(out, c.Name)
	}
	return strings.Join(out, " ")
}

func TestArchives(t *testing.T) {
	tests := []struct {
		name, data, media, children string
	}{
		{"a.zip", string(zipOf(t, "a/x.txt", "one", `..\..\y.txt`, "two", "a\nb.txt", "three", "dir/", "")), MediaZip, "a/x.txt ../../y.txt a b.txt"},
		{"a.tar", string(tarOf(t)), MediaTar, "../up.txt dir/b.txt"},
		{"a.tgz", string(gzipOf(t, tarOf(t))), MediaGzip, "../up.txt dir/b.txt"},
		{"note.txt.gz", string(gzipOf(t, []byte("plain"))), MediaGzip, "note.txt"},
	}
	for _, tt := range tests {
		res := read(t, tt.name, tt.data, Options{})
		if res.Document.Source.MediaType != tt.media || names(res) != tt.children || len(res.Document.Pages) != 0 {
			t.Errorf("%s: media %s, children %q", tt.name, res.Document.Source.MediaType, names(res))
		}
	}
}

func TestArchiveCaps(t *testing.T) {
	zeros := make([]byte, 8<<20)
	many := make([]string, 0, 60)
	for i := range 30 {
		many = append(many, fmt.Sprint(i), "x")
	}
	tests := []struct {
		name string
		data []byte
		o    Options
	}{
		{"ratio of a zip", zipOf(t, "z", string(zeros)), Options{}},
		{"ratio of gzip", gzipOf(t, zeros), Options{}},
		{"members", zipOf(t, many...), Options{Limits: Limits{Members: 20}}},
		{"total", zipOf(t, "a", "0123456789", "b", "0123456789"), Options{Limits: Limits{Total: 15}}},
		{"depth", zipOf(t, "a", "b"), Options{Depth: 9}},
		{"document", zipOf(t, "word/document.xml", string(zeros)), Options{}},
		{"XML depth", zipOf(t, "word/document.xml", strings.Repeat("<a>", 100_000)), Options{}},
	}
	for _, tt := range tests {
		if _, err := Read(context.Background(), "x", tt.data, tt.o); codeOf(err) != evidence.Bomb {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// overlapping points many directory entries at the bytes of one member.
func TestOverlappingZip(t *testing.T) {
	plain := zipOf(t, "a", strings.Repeat("abcdefgh", 100_000))
	at := bytes.Index(plain, []byte("PK\x01\x02"))
	end := bytes.Index(plain, []byte("PK\x05\x06"))
	entry := plain[at:end]
	out := append([]byte{}, plain[:at]...)
	for range 3000 {
		out = append(out, entry...)
	}
	tail := append([]byte{}, plain[end:]...)
	binary.LittleEndian.PutUint16(tail[8:], 3000)
	binary.LittleEndian.PutUint16(tail[10:], 3000)
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(entry)*3000))
	out = append(out, tail...)
	if _, err := Read(context.Background(), "x.zip", out, Options{}); codeOf(err) != evidence.Bomb {
		t.Errorf("%v", err)
	}
}

// encryptZip encrypts the stored members of an archive in the traditional way.
func encryptZip(t *testing.T, password, name, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	sum := crc32.ChecksumIEEE([]byte(text))
	plain := append(append(make([]byte, 11), byte(sum>>24)), text...)
	k, packed := newZipKeys(password), make([]byte, len(plain))
	for i, c := range plain {
		s := uint16(k[2]) | 2
		packed[i] = c ^ byte(s*(s^1)>>8)
		k.update(c)
	}
	h := &zip.FileHeader{Name: name, Method: zip.Store, Flags: 1, CRC32: sum, CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(text))}
	w, err := z.CreateRaw(h)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(packed); err != nil {
		t.Fatal(err)
	}
	if w, err = z.Create("open.txt"); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("open")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEncryptedZip(t *testing.T) {
	data := string(encryptZip(t, "sesame", "locked.txt", "the secret"))
	res := read(t, "x.zip", data, Options{Password: []string{"wrong"}})
	if c := res.Children[0]; c.Document == nil || c.Document.Error == nil || c.Document.Error.Code != evidence.Encrypted {
		t.Errorf("locked member: %+v", c.Document)
	}
	if c := res.Children[1]; c.Document != nil || string(c.Data) != "open" {
		t.Errorf("the member that is not encrypted: %+v", c)
	}
	res = read(t, "x.zip", data, Options{Password: []string{"wrong", "sesame"}})
	if c := res.Children[0]; string(c.Data) != "the secret" {
		t.Errorf("with the password: %q", c.Data)
	}
}

func TestBrokenArchives(t *testing.T) {
	whole := tarOf(t)
	res := read(t, "x.tar", string(whole[:1700]), Options{})
	if len(res.Children) != 1 || len(res.Document.Warnings) != 1 {
		t.Errorf("cut tar: %q, warnings %q", names(res), res.Document.Warnings)
	}
	z := zipOf(t, "a.txt", "some text that is stored", "b.txt", "other")
	z[bytes.Index(z, []byte("a.txt"))+6] ^= 0xff
	res = read(t, "x.zip", string(z), Options{})
	if c := res.Children[0]; c.Document == nil || c.Document.Error == nil || c.Document.Error.Code != evidence.Damaged {
		t.Errorf("damaged member: %+v", c)
	}
	if string(res.Children[1].Data) != "other" {
		t.Error("the member behind it is lost")
	}
	if _, err := Read(context.Background(), "x.zip", zipOf(t, "a", "b")[:40], Options{}); codeOf(err) != evidence.Damaged {
		t.Errorf("cut zip: %v", err)
	}
}

func warcRecord(kind, url, media, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-09-13T10:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, media, len(block), block)
}

func TestWARC(t *testing.T) {
	page := "<html><head><title>Ruling</title></head><body><p>The court ruled.</p></body></html>"
	records := []string{
		warcRecord("warcinfo", "", "application/warc-fields", "software: x"),
		warcRecord("request", "http://example.org/a", "application/http", "GET / HTTP/1.1\r\n\r\n"),
		warcRecord("response", "http://example.org/a", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"+fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page), page)),
		warcRecord("response", "http://example.org/style.css", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\na{}"),
		warcRecord("response", "http://example.org/gone", "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone</p>"),
		warcRecord("resource", "https://example.org/b.pdf", "application/pdf", "%PDF-1.4"),
	}
	var packed []byte
	for _, r := range records {
		packed = append(packed, gzipOf(t, []byte(r))...)
	}
	for name, data := range map[string]string{"plain": strings.Join(records, ""), "gzipped": string(packed)} {
		res := read(t, "x.warc", data, Options{})
		if res.Document.Source.MediaType != MediaWARC || names(res) != "http://example.org/a https://example.org/b.pdf" {
			t.Fatalf("%s: media %s, children %q", name, res.Document.Source.MediaType, names(res))
		}
		c := res.Children[0]
		if string(c.Data) != page || c.Document.URL != "http://example.org/a" || c.Document.Published != nil {
			t.Errorf("%s: %q %+v", name, c.Data, c.Document)
		}
	}
	res := read(t, "x.warc", records[2]+"rubbish\r\n", Options{})
	if len(res.Children) != 1 || len(res.Document.Warnings) != 1 {
		t.Errorf("damaged: %q, warnings %q", names(res), res.Document.Warnings)
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(warcRecord("response", "http://a/", "x", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>")))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x", append([]byte("WARC/1.0\r\n"), data...), readWARC) })
}

func FuzzZip(f *testing.F) {
	f.Add(zipOf(f, "a", "b"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x", data, readZip) })
}

func FuzzTar(f *testing.F) {
	f.Add(tarOf(f))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x", data, readTar) })
}

func FuzzGzip(f *testing.F) {
	f.Add(gzipOf(f, []byte("x")))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x", data, readGzip) })
}
