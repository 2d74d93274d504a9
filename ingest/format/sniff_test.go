package format

import (
	"testing"

	"averment/evidence"
)

func TestSniff(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"a.pdf", "%PDF-1.7\n", MediaPDF},
		{"a.pdf", "Plain words that are no PDF.", MediaText},
		{"a.txt", "\n\n%PDF-1.4\n", MediaPDF},
		{"a.txt", "<!-- saved --><!DOCTYPE HTML><html><p>x", MediaHTML},
		{"a.html", "Only words, whatever the name says.", MediaText},
		{"a", "{\"text\":\"x\"}\n{\"text\":\"y\"}", MediaLines},
		{"a", "{\"text\":\"x\"}", MediaLines},
		{"a.json", "{\"other\":1}", MediaText},
		{"a", "{\\rtf1 x}", MediaRTF},
		{"a.csv", "a,b\n1,2\n", MediaCSV},
		{"a.txt", "title,text\nx,y\n", MediaCSV},
		{"a", "From: a@b.c\nTo: d@e.f\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\nx", MediaMail},
		{"a", "From: the desk of Ann\nSubject to change: all\nDear Bob,\n", MediaText},
		{"a", "From here on, nothing is left: 2024\nSubject: x\n", MediaText},
		{"a", "\xff\xfeH\x00i\x00", MediaText},
		{"a", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"},
		{"a", "\x7fELF\x02\x01\x01", "application/x-elf"},
	}
	for _, tt := range tests {
		if got := Sniff(tt.name, []byte(tt.data)); got != tt.want {
			t.Errorf("%s %q: %s, want %s", tt.name, tt.data, got, tt.want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct {
		name, data string
		want       evidence.Code
	}{
		{"empty", "", evidence.Empty},
		{"blank", " \n\t\r\n", evidence.Empty},
		{"NULs", "\x00\x00\x00\x00", evidence.Unsupported},
		{"program", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", evidence.Unsupported},
		{"page without text", "<html><body><script>x()</script></body></html>", evidence.Empty},
		{"RTF without text", `{\rtf1{\fonttbl{\f0 Arial;}}}`, evidence.Empty},
	}
	for _, tt := range tests {
		if _, err := Read(t.Context(), tt.name, []byte(tt.data), Options{}); codeOf(err) != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestDecodeText(t *testing.T) {
	tests := []struct{ in, declared, want string }{
		{"\xEF\xBB\xBFcafé", "", "café"},
		{"\xff\xfec\x00a\x00f\x00\xe9\x00", "", "café"},
		{"\xfe\xff\x00c\x00a\x00f\x00\xe9", "", "café"},
		{"c\x00a\x00f\x00\xe9\x00s\x00.\x00", "", "cafés."},
		{"caf\xe9 \x93quoted\x94", "", "café “quoted”"},
		{"\xcf\xf0\xe8", "windows-1251", "При"},
		{"a\x00b\r\nc\rd\u2028e\x1b[31m", "", "ab\nc\nd\ne[31m"},
	}
	for _, tt := range tests {
		if got := decodeText([]byte(tt.in), tt.declared); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestCapPages(t *testing.T) {
	d := &evidence.Document{Pages: []evidence.Page{
		{Text: "first page", Paragraphs: []int{0}},
		{Text: "sécond. third", Paragraphs: []int{0, 9}, Furniture: []evidence.Range{{Start: 9, End: 14}}},
		{Text: "lost"}}}
	capPages(d, Limits{Text: 12, Pages: 10})
	if len(d.Pages) != 2 || d.Pages[1].Text != "s" || len(d.Pages[1].Paragraphs) != 1 || len(d.Pages[1].Furniture) != 0 || len(d.Warnings) != 1 {
		t.Errorf("%+v %q", d.Pages, d.Warnings)
	}
}

func TestHeaderDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"January 24, 2025", "2025-01-24"},
		{"Published: 24 Jan. 2025, 10:15 GMT", "2025-01-24"},
		{"Posted on Feb 3, 2024 by Priya Nair", "2024-02-03"},
		{"By Ann Lee | March 4, 2024", "2024-03-04"},
		{"Tuesday, 4th of March 2024", "2024-03-04"},
		{"2024-03-04T10:00:00Z", "2024-03-04"},
		{"13/02/2024", "2024-02-13"},
		{"02/03/2024", ""},
		{"February 30, 2024", ""},
		{"The agreement of March 4, 2024 ends", ""},
		{"September 2025", ""},
		{"Copilot adds voices September 13, 2025", ""},
	}
	for _, tt := range tests {
		d, ok := headerDate(tt.in)
		if !ok {
			d.Value = ""
		}
		if d.Value != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, d.Value, tt.want)
		}
	}
}

func TestByline(t *testing.T) {
	tests := []struct{ in, want string }{
		{"By Maria Lindqvist and Tom O'Hare", "Maria Lindqvist and Tom O'Hare"},
		{"Written by JEAN-LUC MARTIN", "Jean-Luc Martin"},
		{"by Ludwig van der Berg, Staff Writer", "Ludwig van der Berg"},
		{"Ann Lee by Ann Lee", "Ann Lee"},
		{"By Reuters", "Reuters"},
		{"By the time the court ruled, it was over.", ""},
		{"By law", ""},
		{"Standing by Your Word", ""},
		{"Posted on May 3, 2024 by Priya Nair — 3 Comments", "Priya Nair"},
	}
	for _, tt := range tests {
		if got := bylineName(tt.in); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzDecodeText(f *testing.F) {
	f.Add([]byte("\xff\xfea\x00"), "utf-8")
	f.Fuzz(func(t *testing.T, data []byte, charset string) {
		s := decodeText(data, charset)
		if clean(s) != s {
			t.Errorf("%q is not clean", s)
		}
	})
}
