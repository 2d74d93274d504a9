package search

import (
	"strings"
	"testing"

	"averment/evidence"
	"averment/index"
)

// longDocument has many pages in which every fourth word is a spot.
func longDocument(pages int) (*evidence.Document, []index.Spot) {
	m := &memory{}
	var list []string
	for range pages {
		list = append(list, strings.Repeat("The alpha of beta. A gamma was seen by delta there. ", 40))
	}
	doc := m.add("long", &evidence.Document{Pages: text(list...)})
	var spots []index.Spot
	for pos := 1; pos < pages*400; pos += 4 {
		spots = append(spots, index.Spot{Start: pos, End: pos + 1})
	}
	return doc, spots
}

func BenchmarkExcerpts(b *testing.B) {
	doc, spots := longDocument(60)
	b.ReportAllocs()
	for b.Loop() {
		located := index.NewMap(doc).Locate(spots[:min(len(spots), maxSpots)])
		if len(cutExcerpts(doc, located, 3)) != 3 {
			b.Fatal("no excerpts")
		}
	}
}

// TestExcerptBounds: excerpts begin and end at words, also in text without spaces.
func TestExcerptBounds(t *testing.T) {
	for name, body := range map[string]string{
		"long run": strings.Repeat("x", 500) + " alpha " + strings.Repeat("y", 500),
		"accents":  strings.Repeat("é", 200) + " alpha " + strings.Repeat("ü", 200),
		"han":      strings.Repeat("中", 200) + "alpha" + strings.Repeat("文", 200),
		"short":    "alpha",
		"lines":    strings.Repeat("one two\n", 60) + "alpha\n" + strings.Repeat("three four\n", 60),
	} {
		m := &memory{}
		doc := m.add(name, &evidence.Document{Pages: text(body)})
		at := strings.Index(body, "alpha")
		out := cutExcerpts(doc, []index.Spot{{Start: 1, End: 2, Page: 1, ByteStart: at, ByteEnd: at + 5}}, 3)
		if len(out) != 1 || strings.ToValidUTF8(out[0].Text, "") != out[0].Text || len(out[0].Marks) != 1 {
			t.Errorf("%s: %+v", name, out)
			continue
		}
		x := out[0]
		if x.Text[x.Marks[0][0]:x.Marks[0][1]] != "alpha" || x.Text != strings.TrimSpace(x.Text) {
			t.Errorf("%s: %q, marks %v", name, x.Text, x.Marks)
		}
	}
}
