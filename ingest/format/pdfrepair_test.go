package format

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
)

func twoPages(t testing.TB) []byte {
	return drawPDF(t, func(f *fpdf.Fpdf) {
		for _, text := range []string{"the tenant paid in March", "the landlord kept the deposit"} {
			f.AddPage()
			f.Text(72, 300, text)
		}
	})
}

func TestDamagedTableOfObjects(t *testing.T) {
	whole := twoPages(t)
	cutAt := func(mark string) []byte { return whole[:bytes.LastIndex(whole, []byte(mark))] }
	swap := func(pattern, with string) []byte {
		return regexp.MustCompile(pattern).ReplaceAll(whole, []byte(with))
	}
	tests := []struct {
		name string
		data []byte
	}{
		{"no trailer", cutAt("trailer")},
		{"no table", cutAt("xref\n0")},
		{"no catalog", cutAt("/Type /Catalog")},
		{"no root named", swap(`/Root \d+ 0 R`, "")},
		{"a root that is not there", swap(`/Root \d+ 0 R`, "/Root 99 0 R")},
		{"no tree of pages", bytes.Replace(cutAt("trailer"), []byte("/Type /Pages"), []byte("/Type /Paged"), 1)},
		{"no header", whole[bytes.IndexByte(whole, '\n')+1:]},
		{"a header far in", append(bytes.Repeat([]byte("\n"), 2000), whole...)},
	}
	for _, tt := range tests {
		if !LooksLikePDF(tt.data) {
			t.Errorf("%s: not taken for a PDF", tt.name)
			continue
		}
		res, err := readPDF(t.Context(), "a.pdf", tt.data, Options{PDF: testPDF(t)})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		d := res.Document
		if len(d.Pages) != 2 || !strings.Contains(d.Pages[0].Text, "tenant paid") || !strings.Contains(d.Pages[1].Text, "landlord kept") {
			t.Errorf("%s: pages %+v", tt.name, d.Pages)
		}
		if !strings.Contains(strings.Join(d.Warnings, " "), "damaged PDF") {
			t.Errorf("%s: warnings %q", tt.name, d.Warnings)
		}
	}
}

// TestPackedObjects reads a file whose page and catalog are in an object stream and whose
// table is cut off.
func TestPackedObjects(t *testing.T) {
	parts := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	var heads, body, packed bytes.Buffer
	for i, p := range parts {
		fmt.Fprintf(&heads, "%d %d ", i+1, body.Len())
		body.WriteString(p + " ")
	}
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(append(heads.Bytes(), body.Bytes()...))
	_ = z.Close()
	content := "BT /F 12 Tf 72 500 Td (the harbour was closed at noon) Tj ET"
	data := fmt.Appendf(nil, "%%PDF-1.5\n5 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n", len(content), content)
	data = fmt.Appendf(data, "6 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n", len(parts), heads.Len(), packed.Len())
	data = append(append(data, packed.Bytes()...), "\nendstream\nendobj\n"...)
	p := readTest(t, data, Options{}).Document.Pages
	if len(p) != 1 || !strings.Contains(p[0].Text, "closed at noon") {
		t.Errorf("pages %+v", p)
	}
}

func TestSoundFilesAreNotRepaired(t *testing.T) {
	for _, data := range [][]byte{twoPages(t), objects("<< /Type /Catalog >>")} {
		res, err := readPDF(t.Context(), "a.pdf", data, Options{PDF: testPDF(t)})
		if err == nil && len(res.Document.Warnings) > 0 {
			t.Errorf("warnings %q", res.Document.Warnings)
		}
	}
	if repairPDF([]byte("%PDF-1.4 words only"), false) != nil {
		t.Error("a copy of nothing")
	}
}

func TestTextsAboutPDFs(t *testing.T) {
	for _, text := range []string{
		"A file begins with %PDF-1.4 and has lines such as 1 0 obj and endobj.\n",
		"1 0 obj\nis how an object begins, and endobj how it ends. A /Page is one.\n",
	} {
		if LooksLikePDF([]byte(strings.Repeat("Notes on files. ", 100) + text)) {
			t.Errorf("a text is taken for a PDF: %q", text)
		}
	}
}

// FuzzRepair checks that a repair neither fails nor grows without bound on any bytes.
func FuzzRepair(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<< /Type /Page >>\nendobj"))
	f.Add([]byte("1 0 obj<</Type/ObjStm/First 4/N 1>>stream\n2 0 <</Type/Page>>\nendstream endobj trailer<</Root 1 0 R>>"))
	f.Add(twoPages(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, ownTree := range []bool{false, true} {
			out := repairPDF(data, ownTree)
			if out != nil && !bytes.HasPrefix(out, []byte("%PDF-")) {
				t.Error("no header")
			}
			LooksLikePDF(data)
		}
	})
}

func TestAPageThatIsWrittenAgainStandsWhereItWasLast(t *testing.T) {
	file := "%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n2 0 obj<</Type/Page>>endobj\n3 0 obj<</Type/Page>>endobj\n" +
		"1 0 obj<</Type/Page/Rotate 90>>endobj\n3 0 obj<</Type/Font>>endobj\n"
	if got := findObjects([]byte(file)).order; !slices.Equal(got, []int{2, 1}) {
		t.Errorf("pages %v, want 2 and 1", got)
	}
}

func TestTheFirstOfSeveralEncryptionsIsTaken(t *testing.T) {
	file := "%PDF-1.4\n"
	for n := 9; n > 1; n-- {
		file += fmt.Sprintf("%d 0 obj<</Filter/Standard/V 2>>endobj\n", n)
	}
	table := findObjects([]byte(file))
	for range 20 {
		if got := table.encryption(); !strings.HasPrefix(got, "/Encrypt 9 0 R") {
			t.Fatal(got)
		}
	}
}
