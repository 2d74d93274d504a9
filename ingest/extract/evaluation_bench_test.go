package extract

import (
	"os"
	"strings"
	"testing"

	"averment/evidence"
)

// benchText is invented news and pleading prose, about 100 kB.
func benchText(b *testing.B) string {
	b.Helper()
	var all strings.Builder
	files, err := os.ReadDir("testdata/evaluation")
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".txt") {
			continue
		}
		data, err := os.ReadFile("testdata/evaluation/" + f.Name())
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
		all.WriteString("\n\n")
	}
	return strings.Repeat(all.String(), 1+100_000/all.Len())
}

func benchView(b *testing.B) *view {
	text := benchText(b)
	published, _ := evidence.ParseDate("2025-01-24")
	doc := &evidence.Document{Kind: evidence.Article, Published: &published,
		Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	return newView(doc)
}

func BenchmarkDates(b *testing.B) {
	v := benchView(b)
	for b.Loop() {
		readDates(v, nil)
	}
}

func BenchmarkAmounts(b *testing.B) {
	v := benchView(b)
	for b.Loop() {
		readAmounts(v, nil, nil)
	}
}

func BenchmarkSpeech(b *testing.B) {
	v := benchView(b)
	for b.Loop() {
		readSpeech(v)
	}
}
