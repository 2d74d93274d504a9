package format

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// sharedDir finds ../shared beside the module, or skips the test.
func sharedDir(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != "/"; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
			continue
		}
		found := filepath.Join(filepath.Dir(dir), "shared", name)
		if _, err := os.Stat(found); err == nil {
			return found
		}
		break
	}
	if os.Getenv("AVERMENT_REQUIRE_SHARED") == "1" {
		t.Fatalf("needs ../shared/%s, which is not there", name)
	}
	t.Skipf("needs ../shared/%s", name)
	return ""
}

// TestSeeds reads saved news pages. The lines that are furniture are given by number; all
// other lines that are not blank are article.
func TestSeeds(t *testing.T) {
	dir := sharedDir(t, "seeds")
	tests := []struct {
		file      string
		furniture [][2]int // lines from 1, inclusive
		title     string   // start of its SHA-256, "" for none
		author    string
		published string
		publisher string
		origin    []string
	}{
		{file: "000_5250ac84a25a2002.txt", furniture: [][2]int{{13, 19}}, title: "4c8364bacee28879",
			publisher: "Cyber Security Intelligence", origin: []string{"BBC", "ITPro", "The National", "TechMonitor", "Independent", "ELC"}},
		{file: "001_39889becb285f5fe.txt", furniture: [][2]int{{1, 40}, {46, 47}, {81, 167}}, title: "9f620945917e233f",
			author: "Akinola Ajibola", published: "2025-01-24", publisher: "TechBooky"},
		{file: "002_cff9f7005c2400c5.txt"},
		{file: "003_5a82331feb5ebb93.txt", origin: []string{"Reuters"}},
		{file: "004_0d89a4a93bb64b1a.txt", furniture: [][2]int{{1, 2}, {6, 6}, {16, 16}, {24, 24}, {34, 34}, {38, 44}}, title: "3c2342337dfa911f"},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, tt.file))
			if err != nil {
				t.Fatal(err)
			}
			res, err := Read(context.Background(), tt.file, data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			d := res.Document
			checkLines(t, d.Pages[0], tt.furniture)
			if got := shortHash(d.Title); got != tt.title {
				t.Errorf("title %q", d.Title)
			}
			published := ""
			if d.Published != nil {
				published = d.Published.Value
			}
			if d.Author != tt.author || published != tt.published || d.Publisher != tt.publisher {
				t.Errorf("author %q, published %q, publisher %q", d.Author, published, d.Publisher)
			}
			if !slices.Equal(d.Origin, tt.origin) && len(d.Origin)+len(tt.origin) > 0 {
				t.Errorf("origin %q, want %q", d.Origin, tt.origin)
			}
		})
	}
}

// shortHash keeps the text of a seed out of the test.
func shortHash(s string) string {
	if s == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// checkLines compares the furniture of a page with line numbers.
func checkLines(t *testing.T, p evidence.Page, furniture [][2]int) {
	t.Helper()
	at := 0
	for i, line := range strings.SplitAfter(p.Text, "\n") {
		r := evidence.Range{Start: at, End: at + len(line)}
		at += len(line)
		if strings.TrimSpace(line) == "" {
			continue
		}
		want := slices.ContainsFunc(furniture, func(f [2]int) bool { return f[0] <= i+1 && i+1 <= f[1] })
		if got := p.InFurniture(r); got != want {
			t.Errorf("line %d: furniture is %v, want %v", i+1, got, want)
		}
	}
}
