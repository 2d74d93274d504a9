package format

import (
	"fmt"
	"testing"
)

// TestPageLabels reads the numbers that a file gives to its pages.
func TestPageLabels(t *testing.T) {
	list := []string{"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >> 2 << /S /D >> 3 << /S /D /P (A-) /St 7 >>] >> >>",
		"<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R] /Count 4 /MediaBox [0 0 612 792] /Resources << /Font << /F 7 0 R >> >> >>"}
	for range 4 {
		list = append(list, "<< /Type /Page /Parent 2 0 R /Contents 8 0 R >>")
	}
	content := "BT /F 12 Tf 72 500 Td (words of a page) Tj ET"
	list = append(list, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	want := []string{"i", "ii", "1", "A-7"}
	for i, p := range readTest(t, objects(list...), Options{}).Document.Pages {
		if p.Label != want[i] {
			t.Errorf("page %d: label %q, want %q", p.Number, p.Label, want[i])
		}
	}
	for _, p := range readTest(t, twoPages(t), Options{}).Document.Pages {
		if p.Label != "" {
			t.Errorf("page %d: label %q of a file without labels", p.Number, p.Label)
		}
	}
}
