package format

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
)

var update = flag.Bool("update", false, "write the golden files anew")

// goldenPages reads each file of a folder and compares what describe makes of it with the
// golden file beside it. There must be at least so many files.
func goldenPages(t *testing.T, dir, ext string, least int, describe func(*evidence.Document) string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"+ext))
	if err != nil || len(files) < least {
		t.Fatalf("found %d pages: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(file, ext)+".golden", describe(read(t, file, string(data), Options{}).Document))
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

// bodyOf reads a web page and gives the lines that are no furniture.
func bodyOf(t *testing.T, source string) []string {
	t.Helper()
	var out []string
	for _, line := range strings.Split(describeDoc(read(t, "x.html", source, Options{}).Document), "\n") {
		if s, body := strings.CutPrefix(line, "  "); body {
			out = append(out, s)
		}
	}
	return out
}
