package format

import (
	"encoding/binary"
	"testing"

	"averment/evidence"
)

// tnefAttr writes an attribute with its checksum.
func tnefAttr(level byte, id uint32, value string) string {
	sum := uint16(0)
	for i := range len(value) {
		sum += uint16(value[i])
	}
	b := binary.LittleEndian.AppendUint32([]byte{level}, id)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(value)))
	return string(binary.LittleEndian.AppendUint16(append(b, value...), sum))
}

// tnefText writes a property that is a text, behind a number and a property with a name.
func tnefText(id uint16, text string) string {
	le := binary.LittleEndian
	b := le.AppendUint32(nil, 3)
	b = le.AppendUint32(le.AppendUint16(le.AppendUint16(b, 0x03), 0x3705), 5)
	b = append(le.AppendUint16(le.AppendUint16(b, 0x0b), 0x8001), make([]byte, 16)...)
	name := utf16Bytes("Tag")
	b = le.AppendUint32(le.AppendUint32(b, 1), uint32(len(name)))
	b = append(append(b, name...), 0, 0, 1, 0, 0, 0)
	value := append(utf16Bytes(text), 0, 0)
	b = le.AppendUint32(le.AppendUint16(le.AppendUint16(b, 0x1f), id), 1)
	b = append(le.AppendUint32(b, uint32(len(value))), value...)
	return string(append(b, make([]byte, -len(value)&3)...))
}

func tnefFile(attributes ...string) string {
	out := string(tnefMark) + "\x01\x00"
	for _, a := range attributes {
		out += a
	}
	return out
}

func TestTNEF(t *testing.T) {
	inner := tnefFile(tnefAttr(1, tnefSubject, "Inner\x00"), tnefAttr(1, tnefBody, "Inner words.\x00"))
	object := binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16([]byte{1, 0, 0, 0}, 0x0d), propData), 1)
	object = append(binary.LittleEndian.AppendUint32(object, uint32(len(inner)+16)), make([]byte, 16)...)
	file := tnefFile(tnefAttr(1, 0x00089006, "\x00\x00\x01\x00"), tnefAttr(1, tnefSubject, "Berth report\x00"), tnefAttr(1, tnefProperties, tnefText(propBody, "The body of the letter.")),
		tnefAttr(2, tnefAttachment, "\x01\x00"), tnefAttr(2, tnefAttachName, "REPORT~1.TXT\x00"), tnefAttr(2, tnefAttachData, "Nine berths."), tnefAttr(2, tnefAttachProps, tnefText(propFileLong, "report of the quay.txt")),
		tnefAttr(2, tnefAttachment, "\x01\x00"), tnefAttr(2, tnefAttachProps, string(object)+inner))
	res := read(t, "winmail.dat", file, Options{})
	d := res.Document
	if d.Source.MediaType != MediaTNEF || d.Title != "Berth report" || d.Pages[0].Text != "The body of the letter." || len(d.Warnings) != 0 {
		t.Errorf("%+v", d)
	}
	if names(res) != "report of the quay.txt part-2" || string(res.Children[0].Data) != "Nine berths." {
		t.Fatalf("children %q", names(res))
	}
	if message := read(t, "part-2", string(res.Children[1].Data), Options{}).Document; message.Title != "Inner" || message.Pages[0].Text != "Inner words." {
		t.Errorf("attached message %+v", message)
	}
	if cut := read(t, "winmail.dat", file[:len(file)/2], Options{}).Document; len(cut.Warnings) != 1 {
		t.Errorf("cut: %q", cut.Warnings)
	}
}

func TestCards(t *testing.T) {
	meeting := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Berth fees\\, spring\r\nORGANIZER;CN=Ada Brice:mailto:ada@quay.example\r\nDESCRIPTION:The fee of the Lark\r\n spur is due.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	d := read(t, "x.ics", meeting, Options{}).Document
	want := "SUMMARY:Berth fees, spring\nORGANIZER;CN=Ada Brice:mailto:ada@quay.example\nDESCRIPTION:The fee of the Larkspur is due."
	if d.Title != "Berth fees, spring" || d.Pages[0].Text != want || d.Source.MediaType != MediaCalendar || d.Kind != evidence.Other {
		t.Errorf("%q %q %s", d.Title, d.Pages[0].Text, d.Source.MediaType)
	}
	if card := read(t, "x.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Brice\nORG:Quay Authority\nEND:VCARD\n", Options{}).Document; card.Title != "Ada Brice" || card.Pages[0].Text != "FN:Ada Brice\nORG:Quay Authority" {
		t.Errorf("%+v", card)
	}
}

func FuzzTNEF(f *testing.F) {
	f.Add([]byte(tnefFile(tnefAttr(1, tnefProperties, tnefText(propBody, "x")))))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "winmail.dat", data, readTNEF) })
}
