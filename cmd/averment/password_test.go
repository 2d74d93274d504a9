package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"averment/evidence"

	"github.com/go-pdf/fpdf"
)

// lockedPDF is a PDF of one line that opens with the password.
func lockedPDF(t *testing.T, text, password string) []byte {
	t.Helper()
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetProtection(fpdf.CnProtectPrint, password, "owner")
	pdf.AddPage()
	pdf.SetFont("Helvetica", "", 12)
	pdf.Cell(40, 10, text)
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestPasswords adds an encrypted file without its password, and then with a list that
// holds it.
func TestPasswords(t *testing.T) {
	dir, keys := t.TempDir(), t.TempDir()
	locked, words, kept := filepath.Join(dir, "locked.pdf"), filepath.Join(dir, "words"), filepath.Join(dir, "case")
	if err := os.WriteFile(locked, lockedPDF(t, "The settlement was signed.", "sesame"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(words, []byte("wrong\r\nsesame\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	add := func(more ...string) (sum evidence.Summary) {
		out, _ := averment(t, keys, append([]string{"add", "--quiet", "--json", "--case", kept, locked}, more...)...).Output() // exit 3 says an exception
		decode(t, out, &sum)
		return sum
	}
	if sum := add(); sum.Exception != 1 || sum.Files[0].Reason != string(evidence.Encrypted) || !sum.Files[0].Retryable {
		t.Errorf("without a password: %+v", sum)
	}
	if sum := add("--password-file", words); sum.Indexed != 1 {
		t.Errorf("with the password: %+v", sum)
	}
	var found hits
	decode(t, output(t, averment(t, keys, "search", "--quiet", "--json", "--case", kept, "settlement")), &found)
	if found.Total != 1 {
		t.Errorf("%d documents found, want 1", found.Total)
	}
}
