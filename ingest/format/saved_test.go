package format

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestSavedPages compares pages of different sorts of sites with golden files: what the
// page states about itself, then each line, "#" before furniture.
func TestSavedPages(t *testing.T) {
	files, err := filepath.Glob("testdata/saved/*.txt")
	if err != nil || len(files) < 8 {
		t.Fatalf("found %d pages: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			res, err := Read(context.Background(), file, data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(file, ".txt")+".golden", describeDoc(res.Document))
		})
	}
}

// golden compares with a file, or writes it with -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		x, y := lineAt(a, i), lineAt(b, i)
		if x != y {
			t.Errorf("line %d\n want %s\n got  %s", i+1, x, y)
		}
	}
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// describeDoc prints a document for a golden file.
func describeDoc(d *evidence.Document) string {
	var out strings.Builder
	fmt.Fprintf(&out, "title: %s\nauthor: %s\npublisher: %s\n", d.Title, d.Author, d.Publisher)
	if d.Published != nil {
		fmt.Fprintf(&out, "published: %s %s %s\n", d.Published.Value, d.Published.Method, d.Published.Confidence)
	}
	fmt.Fprintf(&out, "language: %s\norigin: %s\n", d.Language, strings.Join(d.Origin, "; "))
	for _, p := range d.Pages {
		fmt.Fprintf(&out, "--- %d %s %s\n", p.Number, p.Label, strings.Join(p.Flags, ", "))
		at := 0
		for _, line := range strings.SplitAfter(p.Text, "\n") {
			r := evidence.Range{Start: at, End: at + len(line)}
			at += len(line)
			mark := " "
			if p.InFurniture(r) {
				mark = "#"
			}
			if line = strings.TrimRight(line, "\n"); line != "" {
				fmt.Fprintf(&out, "%s %s\n", mark, line)
			}
		}
	}
	return out.String()
}

func FuzzSavedPage(f *testing.F) {
	f.Add("Home\nNews\nTitle of it\nBy Ann Lee\nMay 3, 2021\n\nA first sentence stands here. Another one.\n\nRelated Posts\n• One…\n© 2021 Site")
	f.Add("« Aug\nMTWTFSS\n1234567\n")
	f.Fuzz(func(t *testing.T, s string) {
		d := &evidence.Document{}
		checkPage(t, savedText(s, d))
	})
}

// checkPage holds what is true of every page.
func checkPage(t *testing.T, p evidence.Page) {
	t.Helper()
	at := 0
	for _, r := range p.Furniture {
		if r.Start < at || r.End <= r.Start || r.End > len(p.Text) {
			t.Fatalf("furniture %v behind %d in a text of %d bytes", r, at, len(p.Text))
		}
		at = r.End
	}
	last := -1
	for _, start := range p.Paragraphs {
		if start <= last || start >= len(p.Text) {
			t.Fatalf("paragraph at %d behind %d in a text of %d bytes", start, last, len(p.Text))
		}
		last = start
	}
	if clean(p.Text) != p.Text {
		t.Fatal("the text is not clean")
	}
}

// TestEndlessLine: a unit keeps no more than its head, however long the line, and still
// counts all words; what is looked at grows with the number of lines alone.
func TestEndlessLine(t *testing.T) {
	sentence := "The port operator agreed to pay its workers on Friday. "
	for _, in := range []string{strings.Repeat(sentence, 20_000), strings.Repeat("x", 1<<20), strings.Repeat("«\u00a0", 1<<18), strings.Repeat("é", 1<<19)} {
		p := newSavedPage(in)
		looked := 0
		for _, u := range p.units {
			looked += len(u.text) + len(u.key)
		}
		if most := 2 * lookAhead * len(p.units); looked > most {
			t.Errorf("%.20q: %d bytes are looked at, want at most %d", in, looked, most)
		}
	}
	if u := newSavedPage(strings.Repeat(sentence, 20_000)).units[0]; u.words != 200_000 || !u.prose {
		t.Errorf("%d words, prose %v", u.words, u.prose)
	}
}

func BenchmarkSavedPage(b *testing.B) {
	data, err := os.ReadFile("testdata/saved/news.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(context.Background(), "news.txt", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEndlessLine(b *testing.B) {
	text := strings.Repeat("The port operator agreed to pay its workers on Friday. ", 200_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		newSavedPage(text)
	}
}
