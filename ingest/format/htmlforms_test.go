package format

import (
	"encoding/base64"
	"mime/quotedprintable"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"averment/evidence"
)

const (
	articleTop = "<html><head><title>Port operator settles suit</title></head><body><h1>Port operator settles suit</h1>"
	articleEnd = "</body></html>"
)

// TestForms: the shapes in which pages set their text all give the lines that a reader
// sees.
func TestForms(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"paragraphs parted by breaks", "<div>" + strings.NewReplacer("<p>", "", "</p>", "<br><br>").Replace(paragraphs) + "</div>", "The company did not admit any wrongdoing, and it must also train its managers within the next six months."},
		{"a table", paragraphs + "<table><tr><th>Terminal</th><th>Paid</th></tr><tr><td>North</td><td>$2 million</td></tr></table>" + paragraphs, "North | $2 million"},
		{"a numbered list", paragraphs + "<ol><li>Wages for missed breaks are paid first of all.</li><li>Interest follows in the second year of the plan.</li></ol>" + paragraphs, "2. Interest follows in the second year of the plan."},
		{"a list that goes on", paragraphs + `<ol start="7"><li>Wages for missed breaks are paid first of all.</li><li>Interest follows in the second year of the plan.</li></ol>` + paragraphs, "8. Interest follows in the second year of the plan."},
		{"a list with letters", paragraphs + `<ol type="a"><li>Wages for missed breaks are paid first of all.</li><li>Interest follows in the second year of the plan.</li></ol>` + paragraphs, "b. Interest follows in the second year of the plan."},
		{"a list that counts itself", paragraphs + "<ol><li>(a) Wages for missed breaks are paid first of all.</li></ol>" + paragraphs, "(a) Wages for missed breaks are paid first of all."},
		{"soft hyphens", paragraphs + "<p>The arbi&shy;tra&shy;tors heard both sides in the spring of last year.</p>" + paragraphs, "The arbitrators heard both sides in the spring of last year."},
		{"glosses above words", paragraphs + "<p>The word <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby> means the harbour of the city in the north.</p>" + paragraphs, "The word 港 means the harbour of the city in the north."},
		{"a picture in the page", paragraphs + `<p><img src="data:image/png;base64,` + strings.Repeat("iVBORw0KGgo", 400) + `">The cranes stood still for a day in the spring.</p>` + paragraphs, "The cranes stood still for a day in the spring."},
	}
	for _, tt := range tests {
		got := bodyOf(t, articleTop+tt.in+articleEnd)
		if !slices.Contains(got, tt.want) {
			t.Errorf("%s: no %q in %q", tt.name, tt.want, got)
		}
		if strings.Contains(strings.Join(got, " "), "base64") || strings.Contains(strings.Join(got, " "), "iVBOR") {
			t.Errorf("%s: bytes of a picture in the text", tt.name)
		}
	}
}

// TestFrames: what stands for frames is text, not markup.
func TestFrames(t *testing.T) {
	for _, in := range []string{
		"<html><head><title>Port</title></head><frameset cols=2><frame src=a.html><noframes><body>" + paragraphs + "</body></noframes></frameset></html>",
		`<html><body><iframe srcdoc="` + paragraphs + `"></iframe></body></html>`,
	} {
		text := read(t, "x.html", in, Options{}).Document.Pages[0].Text
		if !strings.Contains(text, "train its managers") || strings.Contains(text, "<p>") {
			t.Errorf("%q", text)
		}
	}
}

// TestHiddenIsFurniture: text that a page hides is kept, and is no body.
func TestHiddenIsFurniture(t *testing.T) {
	for _, how := range []string{`style="display: none"`, `style="visibility:hidden"`, "hidden", `style="font-size:0"`} {
		in := articleTop + "<article>" + paragraphs + "<div " + how + "><p>All of the claims were withdrawn on the second of May.</p></div></article>" + articleEnd
		p := read(t, "x.html", in, Options{}).Document.Pages[0]
		at := strings.Index(p.Text, "All of the claims")
		if at < 0 || !p.InFurniture(evidence.Range{Start: at, End: at + 10}) {
			t.Errorf("%s: at %d, furniture %v", how, at, p.Furniture)
		}
	}
}

// TestPageCharsets: a page is read in its charset, declared or not.
func TestPageCharsets(t *testing.T) {
	const name, quoted = "Société Générale", "“naïve” – 5 €"
	text := "<p>" + name + " " + quoted + " said the port of Málaga on Friday, and nobody asked why.</p>"
	plain := func(head string) string {
		return "<html><head>" + head + "</head><body>" + paragraphs + text + paragraphs + "</body></html>"
	}
	western, err := charmap.Windows1252.NewEncoder().String(plain(""))
	if err != nil {
		t.Fatal(err)
	}
	declared, err := charmap.ISO8859_15.NewEncoder().String(strings.NewReplacer("“", `"`, "”", `"`, "–", "-").Replace(plain(strings.Repeat("<!-- filler -->", 400) + `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">`)))
	if err != nil {
		t.Fatal(err)
	}
	wide := string(utf16Bytes(plain("")))
	for form, in := range map[string]string{"windows-1252, not declared": western, "iso-8859-15, declared late": declared,
		"utf-16 with its mark": "\xff\xfe" + wide, "utf-16 without": wide, "utf-8, declared otherwise": plain(`<meta charset="iso-8859-1">`)} {
		got := read(t, "x.html", in, Options{}).Document.Pages[0].Text
		if !strings.Contains(got, name) || !strings.Contains(got, "5 €") || !strings.Contains(got, "Málaga") {
			t.Errorf("%s: %.200q", form, got[strings.Index(got, "city of the harbour")+len("city of the harbour"):])
		}
	}
}

// TestMHTML: a page that a browser saved in one file is read as that page, not as a mail.
func TestMHTML(t *testing.T) {
	page := articleTop + `<p>By Ann Lee</p><p>März, naïve.</p>` + paragraphs + articleEnd
	var quoted strings.Builder
	w := quotedprintable.NewWriter(&quoted)
	if _, err := w.Write([]byte(page)); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	part := func(kind, encoding, location, body string) string {
		return "--B\r\nContent-Type: " + kind + "\r\nContent-Transfer-Encoding: " + encoding + "\r\nContent-Location: " + location + "\r\n\r\n" + body + "\r\n"
	}
	rest := part("text/html", "8bit", "https://ads.example/x", "<p>Buy a crane.</p>") + part("image/png", "base64", "https://port.example/a.png", "iVBORw0KGgo=") + "--B--\r\n"
	chrome := "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://port.example/suit\r\nSubject: Port\r\nDate: Sun, 5 May 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"; boundary=\"B\"\r\n\r\n"
	explorer := "From: \"Saved by Windows Internet Explorer 8\"\r\nSubject: Port\r\nDate: Sun, 5 May 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"B\"\r\n\r\n"
	for name, in := range map[string]string{
		"quoted-printable": chrome + part("text/html", "quoted-printable", "https://port.example/suit", quoted.String()) + rest,
		"base64":           explorer + part("text/html; charset=utf-8", "base64", "https://port.example/suit", base64.StdEncoding.EncodeToString([]byte(page))) + rest,
		"cut off":          chrome + part("text/html", "quoted-printable", "https://port.example/suit", quoted.String()),
	} {
		d := read(t, "x.mht", in, Options{}).Document
		if d.Title != "Port operator settles suit" || d.Author != "Ann Lee" || d.URL != "https://port.example/suit" || d.Published != nil || d.Mail != nil {
			t.Errorf("%s: title %q, author %q, url %q, published %v", name, d.Title, d.Author, d.URL, d.Published)
		}
		if text := d.Pages[0].Text; !strings.Contains(text, "train its managers") || !strings.Contains(text, "naïve") {
			t.Errorf("%s: %q", name, text)
		}
	}
	if _, err := Read(t.Context(), "x.mht", []byte(chrome+"--B--\r\n"), Options{}); err == nil {
		t.Error("a saved page without a page is read")
	}
}

func FuzzMHTML(f *testing.F) {
	f.Add([]byte("From: <Saved by Blink>\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\n\n<p>x</p>\n--B--\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x.mht", data, readMHTML) })
}
