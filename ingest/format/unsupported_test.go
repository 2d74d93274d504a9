package format

import (
	"context"
	"errors"
	"strings"
	"testing"

	"averment/evidence"
)

// TestUnreadFiles refuses files without a reader in words that say what they are and what
// to do.
func TestUnreadFiles(t *testing.T) {
	compound := func(stream string) string {
		return string(cfbOf([]cfbEntry{{name: stream, data: []byte(strings.Repeat("x", 5000))}}))
	}
	pad := strings.Repeat("\x00", 600)
	for _, c := range []struct{ name, data, words string }{
		{"letter.doc", compound("WordDocument"), "save it as .docx"},
		{"sums.xls", compound("Workbook"), "save it as .xlsx"},
		{"old.xls", compound("Book"), "save it as .xlsx"},
		{"talk.ppt", compound("PowerPoint Document"), "save it as .pptx"},
		{"thing.ole", compound("Contents"), "old Office program"},
		{"a.7z", "7z\xbc\xaf\x27\x1c\x00\x04" + pad, "unpack it"},
		{"a.rar", "Rar!\x1a\x07\x01\x00" + pad, "unpack it"},
		{"a.rar", "Rar!\x1a\x07\x00" + pad, "unpack it"},
		{"a.xz", "\xfd7zXZ\x00" + pad, "unpack it"},
		{"a.pst", "!BDN" + pad, ""},
		{"call.wav", "RIFF\x00\x02\x00\x00WAVEfmt " + pad, "transcript"},
		{"tool", "\x7fELF\x02\x01\x01" + pad, "a program"},
		{"x.bin", "\x00\x01\x02\x03" + pad, "PDF or text"},
	} {
		_, err := Read(context.Background(), c.name, []byte(c.data), Options{})
		var refused *evidence.ReadError
		if !errors.As(err, &refused) || refused.Code != evidence.Unsupported || !strings.Contains(refused.Detail, c.words) {
			t.Errorf("%s: %v, want unsupported with %q", c.name, err, c.words)
		}
	}
}
