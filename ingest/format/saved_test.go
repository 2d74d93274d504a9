package format

import (
	"context"
	"os"
	"strings"
	"testing"

	"averment/evidence"
)

// TestSavedPages compares pages of different sorts of sites with golden files: what the
// page states about itself, then each line, "#" before furniture.
func TestSavedPages(t *testing.T) {
	goldenPages(t, "testdata/saved", ".txt", 24, describeDoc)
}

func FuzzSavedPage(f *testing.F) {
	f.Add("Home\nNews\nTitle of it\nBy Ann Lee\nMay 3, 2021\n\nA first sentence stands here. Another one.\n\nRelated Posts\n• One…\n© 2021 Site")
	f.Add("« Aug\nMTWTFSS\n1234567\n")
	f.Fuzz(func(t *testing.T, s string) {
		d := &evidence.Document{}
		checkPage(t, savedText(s, d))
	})
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
