package format

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"averment/evidence"
)

func TestJSONLines(t *testing.T) {
	in := `{"id":"n1","title":"A  Ruling","publisher":"Wire","author":"Ann Lee","published":"2024-08","url":"https://example.org/1","kind":"article","text":"Menu\nHome\nThe court ruled.\n\nSecond paragraph."}

{"id":7,"text":"Only text."}
{"id":"bad","text":
{"title":"no text"}
{"text":"x","published":"last week"}
{"text":"x","kind":"poem"}
{"text":"last, without line end"}`
	var streamed []Child
	res := read(t, "news.jsonl", in, Options{Emit: func(c Child) error { streamed = append(streamed, c); return nil }})
	if len(res.Children) != 0 || res.Document.Source.MediaType != MediaLines {
		t.Fatalf("%d children kept, media %s", len(res.Children), res.Document.Source.MediaType)
	}
	tests := []struct {
		name, source, title, text string
		code                      evidence.Code
	}{
		{"news.jsonl:1", "n1", "A Ruling", "Menu\nHome\nThe court ruled.\n\nSecond paragraph.", ""},
		{"news.jsonl:3", "7", "", "Only text.", ""},
		{"news.jsonl:4", "", "", "", evidence.BadLine},
		{"news.jsonl:5", "", "", "", evidence.BadLine},
		{"news.jsonl:6", "", "", "", evidence.BadLine},
		{"news.jsonl:7", "", "", "", evidence.BadLine},
		{"news.jsonl:8", "", "", "last, without line end", ""},
	}
	if len(streamed) != len(tests) {
		t.Fatalf("%d lines", len(streamed))
	}
	for i, tt := range tests {
		d := lineDocument(t, streamed[i])
		text, code := "", evidence.Code("")
		if len(d.Pages) > 0 {
			text = d.Pages[0].Text
			if len(d.Pages[0].Furniture) > 0 {
				t.Errorf("%s: furniture in a line", tt.name)
			}
		}
		if d.Error != nil {
			code = d.Error.Code
			if !strings.Contains(d.Error.Message, fmt.Sprintf("line %d", streamed[i].Line)) {
				t.Errorf("%s: %s", tt.name, d.Error.Message)
			}
		}
		if streamed[i].Name != tt.name || d.SourceID != tt.source || d.Title != tt.title || text != tt.text || code != tt.code {
			t.Errorf("%s: name %s source %q title %q text %q code %q", tt.name, streamed[i].Name, d.SourceID, d.Title, text, code)
		}
	}
	first := lineDocument(t, streamed[0])
	if first.Publisher != "Wire" || first.Author != "Ann Lee" || first.Kind != evidence.Article || first.Published.Value != "2024-08" || first.Published.Precision != evidence.Month {
		t.Errorf("%+v", first)
	}
	if id := streamed[0].Document.SourceID; id != "n1" {
		t.Errorf("the container states the id %q", id)
	}
}

// lineDocument is the document of a line, read as a line by itself unless it is bad.
func lineDocument(t *testing.T, c Child) *evidence.Document {
	t.Helper()
	if c.Document.Error != nil {
		return c.Document
	}
	return read(t, c.Name, string(c.Data), Options{MediaType: c.MediaType}).Document
}

func TestLinesByStatement(t *testing.T) {
	if late := read(t, "late.jsonl", "{\"note\":\"no text\"}\n{\"text\":\"fine\"}\n", Options{}); len(late.Children) != 2 || late.Children[0].Document.Error == nil {
		t.Errorf("a bad first line: %q", names(late))
	}
	in := "{broken\n{\"text\":\"fine\"}\n"
	res := read(t, "-", in, Options{MediaType: MediaLines})
	if len(res.Children) != 2 || res.Children[0].Document.Error == nil || res.Children[1].Document.Error != nil {
		t.Errorf("%d children", len(res.Children))
	}
}

func TestCSV(t *testing.T) {
	docs := "title;text;published;ignored\nOne;\"First text.\nSecond line.\";2024-05-01;x\nTwo;;2024-05-02;y\n"
	res := read(t, "x.csv", docs, Options{})
	if len(res.Children) != 2 {
		t.Fatalf("%d children", len(res.Children))
	}
	c := res.Children[0]
	if d := lineDocument(t, c); d.Title != "One" || d.Pages[0].Text != "First text.\nSecond line." || c.Line != 2 || c.MediaType != MediaLine {
		t.Errorf("%+v", c)
	}
	if bad := res.Children[1]; bad.Document.Error == nil || bad.Document.Error.Code != evidence.BadLine || bad.Line != 4 {
		t.Errorf("row without text: line %d %+v", bad.Line, bad.Document.Error)
	}
	table := read(t, "t.csv", "name,paid\nAlder,\"1,200\"\n", Options{})
	if got := table.Document.Pages[0].Text; got != "name | paid\nAlder | 1,200" {
		t.Errorf("%q", got)
	}
	said := read(t, "t.csv", "sep=;\r\nname;paid\r\nAlder, M.;12\r\n", Options{})
	if got := said.Document.Pages[0].Text; got != "name | paid\nAlder, M. | 12" {
		t.Errorf("%q", got)
	}
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"text\":\"a\"}\n{x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		res, err := readLines(context.Background(), "x", data, Options{Limits: DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range res.Children {
			if c.Document.Error != nil {
				continue
			}
			line, err := readLine(context.Background(), c.Name, c.Data, Options{Limits: DefaultLimits()})
			if err != nil {
				t.Fatalf("a good line cannot be read: %v", err)
			}
			checkPage(t, line.Document.Pages[0])
		}
	})
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("text,title\na,b\n\"c"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x.csv", data, readCSV) })
}

func BenchmarkLines(b *testing.B) {
	line := fmt.Sprintf("{\"id\":\"1\",\"published\":\"2024-01-02\",\"text\":%q}\n", strings.Repeat("The court ruled on the motion that it had heard in May. ", 60))
	data := []byte(strings.Repeat(line, 200))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(context.Background(), "x.jsonl", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
