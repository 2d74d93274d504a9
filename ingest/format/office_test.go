package format

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"averment/evidence"
)

// zipOf packs parts, given as name and content in turn.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func codeOf(err error) evidence.Code {
	var known *evidence.ReadError
	if errors.As(err, &known) {
		return known.Code
	}
	return ""
}

const wordBody = `<w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Supply Agreement</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Seller shall </w:t></w:r><w:del w:author="Eve" w:date="2024-01-02T00:00:00Z"><w:r><w:delText>not </w:delText></w:r></w:del><w:ins w:author="Max" w:date="2024-01-03T00:00:00Z"><w:r><w:t>promptly </w:t></w:r></w:ins><w:r><w:t>deliver.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Item</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Price</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Bolt</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>$2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>`

func wordFile(t testing.TB) []byte {
	return zipOf(t, "[Content_Types].xml", "<Types/>", "word/document.xml", wordBody,
		"word/comments.xml", `<w:comments xmlns:w="w"><w:comment w:author="Eve" w:date="2024-01-04"><w:p><w:r><w:t>Too strong?</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Within ten days.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/header1.xml", `<w:hdr xmlns:w="w"><w:p><w:r><w:t>Draft 3</w:t></w:r></w:p></w:hdr>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title></dc:title><dc:creator>Max Frey</dc:creator></cp:coreProperties>`,
		"word/embeddings/note.txt", "An embedded note.")
}

func TestDOCX(t *testing.T) {
	res := read(t, "x.bin", string(wordFile(t)), Options{})
	d := res.Document
	if d.Source.MediaType != MediaDOCX || d.Title != "Supply Agreement" || d.Author != "Max Frey" {
		t.Errorf("media %s, title %q, author %q", d.Source.MediaType, d.Title, d.Author)
	}
	pages := map[string]string{}
	for _, p := range d.Pages {
		pages[p.Label] = p.Text
	}
	want := map[string]string{
		"":                    "Supply Agreement\n\nSeller shall promptly deliver.[2]\n\nItem | Price\nBolt | $2",
		"tracked changes":     "Deleted by Eve (2024-01-02T00:00:00Z): not\n\nInserted by Max (2024-01-03T00:00:00Z): promptly",
		"comments":            "Comment by Eve (2024-01-04): Too strong?",
		"notes":               "Footnote 2: Within ten days.",
		"headers and footers": "Draft 3",
	}
	for label, text := range want {
		if pages[label] != text {
			t.Errorf("page %q: %q, want %q", label, pages[label], text)
		}
	}
	if last := d.Pages[len(d.Pages)-1]; len(last.Furniture) != 1 {
		t.Errorf("headers are furniture: %v", last.Furniture)
	}
	if len(res.Children) != 1 || string(res.Children[0].Data) != "An embedded note." {
		t.Errorf("children %v", res.Children)
	}
}

func TestODT(t *testing.T) {
	content := `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:dc="d"><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Eve</dc:creator><dc:date>2024-01-02</dc:date></office:change-info><text:p>old clause</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h>Notice</text:h><text:p>Pay<text:s text:c="2"/>now<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In cash.</text:p></text:note-body></text:note>, please<office:annotation><dc:creator>Max</dc:creator><dc:date>2024-02-02</dc:date><text:p>Why?</text:p></office:annotation>.</text:p>
<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`
	data := zipOf(t, "mimetype", MediaODT, "content.xml", content,
		"styles.xml", `<s xmlns:style="s" xmlns:text="t"><style:header><text:p>Running head</text:p></style:header><text:p>not a head</text:p></s>`,
		"meta.xml", `<m xmlns:dc="d"><dc:title>Payment notice</dc:title></m>`)
	d := read(t, "x", string(data), Options{}).Document
	got := describeDoc(d)
	for _, want := range []string{"title: Payment notice", "  Notice\n", "  Pay  now[1], please.\n", "  a | b\n", "Deleted by Eve (2024-01-02): old clause", "Comment by Max (2024-02-02): Why?", "Note 1: In cash.", "# Running head\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "not a head") {
		t.Error("text of the styles was read")
	}
}

func TestPPTX(t *testing.T) {
	slide := func(title, text string) string {
		return `<p:sld xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:r><a:t>` + title + `</a:t></a:r></a:p></p:sp><p:sp><a:p><a:r><a:t>` + text + `</a:t></a:r></a:p></p:sp></p:sld>`
	}
	data := zipOf(t, "ppt/presentation.xml", `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="rId9"/><p:sldId id="257" r:id="rId2"/></p:sldIdLst></p:presentation>`,
		"ppt/_rels/presentation.xml.rels", `<R><Relationship Id="rId2" Target="slides/slide1.xml"/><Relationship Id="rId9" Target="slides/slide2.xml"/></R>`,
		"ppt/slides/slide1.xml", slide("Costs", "Down"), "ppt/slides/slide2.xml", slide("Plan", "Up"), "ppt/slides/slide3.xml", slide("Unlisted", "Kept"),
		"ppt/slides/_rels/slide1.xml.rels", `<R><Relationship Id="a" Target="../notesSlides/notesSlide1.xml"/></R>`,
		"ppt/notesSlides/notesSlide1.xml", slide("", "Say it slowly"))
	d := read(t, "x", string(data), Options{}).Document
	var got []string
	for _, p := range d.Pages {
		got = append(got, p.Label+":"+strings.ReplaceAll(p.Text, "\n\n", "/"))
	}
	if s := strings.Join(got, " "); s != "Plan:Plan/Up Costs:Costs/Down/Notes: Say it slowly Unlisted:Unlisted/Kept" {
		t.Error(s)
	}
}

func TestXLSX(t *testing.T) {
	book := excelize.NewFile()
	for cell, v := range map[string]any{"A1": "Party", "B1": "Paid", "A2": "Alder LLC", "B2": 1200.5} {
		if err := book.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := book.NewSheet("Secret"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(book.SetCellValue("Secret", "A1", "hidden sum"), book.SetSheetVisible("Secret", false)); err != nil {
		t.Fatal(err)
	}
	var plain, locked bytes.Buffer
	if err := book.Write(&plain); err != nil {
		t.Fatal(err)
	}
	if err := book.Write(&locked, excelize.Options{Password: "sesame"}); err != nil {
		t.Fatal(err)
	}
	check := func(data []byte, o Options) {
		t.Helper()
		d := read(t, "x", string(data), o).Document
		if len(d.Pages) != 2 || d.Pages[0].Text != "Party | Paid\nAlder LLC | 1200.5" || d.Pages[1].Label != "Secret" || len(d.Pages[1].Flags) != 1 {
			t.Errorf("%s", describeDoc(d))
		}
	}
	check(plain.Bytes(), Options{})
	check(locked.Bytes(), Options{Password: []string{"wrong", "sesame"}})
	_, err := Read(context.Background(), "x", locked.Bytes(), Options{Password: []string{"wrong"}})
	if codeOf(err) != evidence.Encrypted {
		t.Errorf("wrong password: %v", err)
	}
}

func TestRTF(t *testing.T) {
	tests := []struct{ in, want string }{
		{`{\rtf1\ansi\ansicpg1252 Hello {\b bold} world.\par Next\'92s line.}`, "Hello bold world.\n\nNext’s line."},
		{`{\rtf1{\fonttbl{\f0 Arial;}}{\*\generator Riched;}\uc1 \u8220?Quoted\u8221? \u-10179?\u-8704?}`, "“Quoted” 😀"},
		{`{\rtf1 {\info{\title Deed}{\author Ann}}One\page Two}`, "One|Two"},
		{`{\rtf1 a{\footnote the note} b {\v secret} c\~d \{x\}}`, "a [footnote: the note]  b  c\u00a0d {x}"},
		{`{\rtf1\ansicpg1251 \'cf\'f0\'e8}`, "При"},
		{`{\rtf1 x\bin3 abcy}`, "xy"},
	}
	for _, tt := range tests {
		d := read(t, "x", tt.in, Options{}).Document
		var got []string
		for _, p := range d.Pages {
			got = append(got, p.Text)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.in, s, tt.want)
		}
	}
	if d := read(t, "x", tests[2].in, Options{}).Document; d.Title != "Deed" || d.Author != "Ann" {
		t.Errorf("title %q, author %q", d.Title, d.Author)
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(`{\rtf1\ansi{\info{\title x}}a\u8220?\'92\par{\*\x y}\bin2 zz}`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x", data, readRTF) })
}

func FuzzDOCX(f *testing.F) {
	f.Add([]byte(wordBody))
	f.Add([]byte("<w:p><w:ins><w:t>x</w:t>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzRead(t, "x", zipOf(t, "word/document.xml", string(data)), readDOCX)
	})
}

func FuzzODT(f *testing.F) {
	f.Add([]byte("<a><text:p>x<text:note>y</text:note></text:p></a>"))
	f.Add([]byte("<text:p>a<note><text:p>b<note><text:p>c</text:p></note>d</text:p></note>e</text:p>"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x", zipOf(t, "content.xml", string(data)), readODT) })
}

func FuzzPPTX(f *testing.F) {
	f.Add([]byte("<a><t>x</t></a>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzRead(t, "x", zipOf(t, "ppt/presentation.xml", string(data), "ppt/slides/slide1.xml", string(data)), readPPTX)
	})
}

func TestProperAuthor(t *testing.T) {
	for name, want := range map[string]string{"openpyxl": "", "python-docx": "", "Administrator": "", "Max Frey": "Max Frey", "User Research Ltd": "User Research Ltd"} {
		if got := properAuthor(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
