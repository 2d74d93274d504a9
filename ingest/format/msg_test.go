package format

import (
	"encoding/binary"
	"strings"
	"testing"
	"time"

	"averment/evidence"
)

// cfbEntry is one entry of a compound file: a stream with data, or a storage with entries.
type cfbEntry struct {
	name    string
	data    []byte
	entries []cfbEntry
}

const cfbSector = 512

// cfbOf writes a compound file ([MS-CFB] version 3). Streams are padded to 4096 bytes, so
// that none lies in the mini stream.
func cfbOf(entries []cfbEntry) []byte {
	w := &cfbWriter{}
	w.dir = [][]byte{cfbDir("Root Entry", 5, 0xFFFFFFFE, 0)}
	w.link(0, entries)
	var dirs []byte
	for _, d := range w.dir {
		dirs = append(dirs, d...)
	}
	for len(dirs)%cfbSector != 0 {
		dirs = append(dirs, cfbDir("", 0, 0, 0)...)
	}
	dirStart := w.chain(dirs)
	fatSectors := (len(w.fat)+128)/128 + 1
	fatStart := uint32(len(w.fat))
	for range fatSectors {
		w.fat = append(w.fat, 0xFFFFFFFD)
	}
	for len(w.fat) < fatSectors*128 {
		w.fat = append(w.fat, 0xFFFFFFFF)
	}
	header := make([]byte, cfbSector)
	copy(header, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	le := binary.LittleEndian
	le.PutUint16(header[24:], 0x3E)
	le.PutUint16(header[26:], 3)
	le.PutUint16(header[28:], 0xFFFE)
	le.PutUint16(header[30:], 9)
	le.PutUint16(header[32:], 6)
	le.PutUint32(header[44:], uint32(fatSectors))
	le.PutUint32(header[48:], dirStart)
	le.PutUint32(header[56:], 4096)
	le.PutUint32(header[60:], 0xFFFFFFFE)
	le.PutUint32(header[68:], 0xFFFFFFFE)
	for i := range 109 {
		v := uint32(0xFFFFFFFF)
		if i < fatSectors {
			v = fatStart + uint32(i)
		}
		le.PutUint32(header[76+4*i:], v)
	}
	out := append(header, w.body...)
	for _, v := range w.fat {
		out = le.AppendUint32(out, v)
	}
	return out
}

type cfbWriter struct {
	dir  [][]byte
	fat  []uint32
	body []byte
}

// link writes the entries as children of a storage: a chain to the right is a tree enough.
func (w *cfbWriter) link(parent int, entries []cfbEntry) {
	at := parent
	field := 76 // child
	for _, e := range entries {
		n := len(w.dir)
		if e.entries != nil {
			w.dir = append(w.dir, cfbDir(e.name, 1, 0, 0))
			w.link(n, e.entries)
		} else {
			data := append(append([]byte{}, e.data...), make([]byte, max(0, 4096-len(e.data)))...)
			w.dir = append(w.dir, cfbDir(e.name, 2, w.chain(data), uint32(len(data))))
		}
		binary.LittleEndian.PutUint32(w.dir[at][field:], uint32(n))
		at, field = n, 72 // right sibling
	}
}

// chain appends the data as a chain of sectors and gives the first.
func (w *cfbWriter) chain(data []byte) uint32 {
	start := uint32(len(w.fat))
	for at := 0; at < len(data); at += cfbSector {
		w.fat = append(w.fat, uint32(len(w.fat)+1))
		sector := make([]byte, cfbSector)
		copy(sector, data[at:])
		w.body = append(w.body, sector...)
	}
	w.fat[len(w.fat)-1] = 0xFFFFFFFE
	return start
}

func cfbDir(name string, kind byte, start, size uint32) []byte {
	d := make([]byte, 128)
	if name != "" {
		copy(d, utf16Bytes(name))
		binary.LittleEndian.PutUint16(d[64:], uint16(2*len(name)+2))
	}
	d[66], d[67] = kind, 1
	for _, at := range []int{68, 72, 76} {
		binary.LittleEndian.PutUint32(d[at:], 0xFFFFFFFF)
	}
	binary.LittleEndian.PutUint32(d[116:], start)
	binary.LittleEndian.PutUint32(d[120:], size)
	return d
}

func utf16Bytes(s string) []byte {
	var out []byte
	for _, r := range s {
		out = binary.LittleEndian.AppendUint16(out, uint16(r))
	}
	return out
}

func text16(tag, s string) cfbEntry {
	return cfbEntry{name: "__substg1.0_" + tag + "001F", data: utf16Bytes(s)}
}

// fixedTimes writes a property stream of 4096 bytes with one time.
func fixedTimes(id uint16, at time.Time) cfbEntry {
	data := make([]byte, 4096)
	binary.LittleEndian.PutUint16(data[32:], 0x0040)
	binary.LittleEndian.PutUint16(data[34:], id)
	binary.LittleEndian.PutUint64(data[40:], uint64(at.UnixMicro()*10+116444736000000000))
	return cfbEntry{name: "__properties_version1.0", data: data}
}

func TestMSG(t *testing.T) {
	inner := []cfbEntry{text16("0037", "Inner"), text16("0C1A", "Carl"), text16("1000", "Inner text."), fixedTimes(propSubmitTime, time.Date(2024, 2, 1, 0, 0, 0, 0, time.UTC)),
		{name: "__attach_version1.0_#00000000", entries: []cfbEntry{text16("3707", "übersicht.txt"), {name: "__substg1.0_37010102", data: []byte("A list in the inner message.")}}},
		{name: "__attach_version1.0_#00000001", entries: []cfbEntry{text16("3707", "Innermost.msg"), {name: "__substg1.0_3701000D", entries: []cfbEntry{text16("0037", "Innermost"), text16("0C1A", "Dan"), text16("1000", "Innermost text.")}}}},
	}
	data := cfbOf([]cfbEntry{
		fixedTimes(propSubmitTime, time.Date(2024, 3, 4, 5, 6, 7, 0, time.UTC)),
		text16("0037", "Draft – terms"), text16("0C1A", "Ann Lee"), text16("5D01", "ann@example.org"), text16("0E04", "Bob; Carl Ott"),
		text16("1000", "Please read.\r\n\r\nAnn"),
		{name: "__attach_version1.0_#00000000", entries: []cfbEntry{text16("3707", "terms.txt"), {name: "__substg1.0_37010102", data: []byte("The terms.")}}},
		{name: "__attach_version1.0_#00000001", entries: []cfbEntry{text16("3707", "Inner.msg"), {name: "__substg1.0_3701000D", entries: inner}}},
	})
	res := read(t, "x.msg", string(data), Options{})
	d := res.Document
	if d.Source.MediaType != MediaMSG || d.Kind != evidence.Mail || d.Title != "Draft – terms" || d.Mail.From != "Ann Lee <ann@example.org>" || len(d.Mail.To) != 2 {
		t.Errorf("media %s, %+v", d.Source.MediaType, d.Mail)
	}
	if d.Published == nil || d.Published.Value != "2024-03-04" || d.Pages[0].Text != "Please read.\n\nAnn" {
		t.Errorf("sent %+v, text %q", d.Published, d.Pages[0].Text)
	}
	if len(res.Children) != 2 || !strings.HasPrefix(string(res.Children[0].Data), "The terms.") {
		t.Fatalf("children %q", names(res))
	}
	attached := read(t, "x", string(res.Children[1].Data), Options{MediaType: res.Children[1].MediaType})
	if names(attached) != "übersicht.txt Innermost.eml" || !strings.HasPrefix(string(attached.Children[0].Data), "A list in the inner message.") {
		t.Errorf("attached to the attached message: %q", names(attached))
	} else if d := read(t, "y", string(attached.Children[1].Data), Options{MediaType: MediaMail}).Document; d.Title != "Innermost" || d.Pages[0].Text != "Innermost text." {
		t.Errorf("innermost message %q: %+v", d.Title, d.Pages)
	}
	mail := attached.Document
	if mail.Title != "Inner" || mail.Mail.From != "Carl" || mail.Pages[0].Text != "Inner text." || mail.Published == nil || mail.Published.Value != "2024-02-01" {
		t.Errorf("attached message: %q from %q on %v: %q", mail.Title, mail.Mail.From, mail.Published, mail.Pages[0].Text)
	}
}

func TestLockedOffice(t *testing.T) {
	data := cfbOf([]cfbEntry{{name: "EncryptionInfo", data: []byte("x")}, {name: "EncryptedPackage", data: []byte("y")}})
	if _, err := Read(t.Context(), "x.docx", data, Options{Password: []string{"a"}}); codeOf(err) != evidence.Encrypted {
		t.Errorf("%v", err)
	}
}

// TestExpandRTF uses the example of [MS-OXRTFCP] 4.1.1.
func TestExpandRTF(t *testing.T) {
	in := []byte{0x2d, 0, 0, 0, 0x2b, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 0x03, 0, 0x0a, 0, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c, 0x09, 0, 0x20, 0x62, 0x77, 0x05, 0xb0, 0x6c, 0x64, 0x7d, 0x0a, 0x80, 0x0f, 0xa0}
	out, err := expandRTF(in)
	if want := "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"; err != nil || string(out) != want {
		t.Errorf("%q %v", out, err)
	}
	if text, _ := rtfText(out); strings.TrimSpace(text) != "hello world" {
		t.Errorf("text %q", text)
	}
	if _, err := expandRTF(in[:10]); err == nil {
		t.Error("a cut header is no error")
	}
}

func FuzzMSG(f *testing.F) {
	f.Add(cfbOf([]cfbEntry{text16("0037", "x"), fixedTimes(propSubmitTime, time.Unix(0, 0))}))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x.msg", data, readMSG) })
}

func FuzzExpandRTF(f *testing.F) {
	f.Add([]byte("0000\x10\x00\x00\x00LZFu0000\x03\x00\x0arcpg125"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if out, err := expandRTF(data); err == nil && len(out) > len(data)*20+rtfWindow {
			t.Errorf("%d bytes from %d", len(out), len(data))
		}
	})
}
