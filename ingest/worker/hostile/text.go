package hostile

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
)

func markup() []File {
	body := "<p>Words of an article that can be read, long enough to be a paragraph.</p>"
	return []File{
		{"deep.html", []byte("<html><body>" + strings.Repeat("<div>", 100_000) + body)},
		{"deep-tables.html", []byte("<html><body>" + strings.Repeat("<table><tr><td>", 5_000) + body)},
		{"script.html", []byte("<html><body><script>while(1){}</script><img src=x onerror=alert(1)>" + body)},
		{"pixel.html", []byte(`<html><head><base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=//127.0.0.1:9"></head><body><img src="pixel.gif"><link rel=stylesheet href=x.css>` + body)},
		{"svg.html", []byte(`<html><body><svg onload="alert(1)"><script>alert(2)</script><foreignObject>` + body + `</foreignObject></svg>`)},
		{"open-comment.html", []byte("<html><body>" + body + "<!-- " + strings.Repeat("-- >", 100_000))},
		{"attributes.html", []byte("<html><body><p " + strings.Repeat(`a="b" `, 200_000) + ">" + body)},
		{"entities.html", []byte("<html><body>" + strings.Repeat("&#x1F4A3;&notanentity;", 50_000) + body)},
		{"laughs.xml", []byte(laughs())},
		{"deep.xml", []byte(`<?xml version="1.0"?>` + strings.Repeat("<a>", 200_000))},
		{"pictures.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="http://127.0.0.1:9/x"/></svg>`)},
	}
}

// laughs is the document whose entities expand to a billion words.
func laughs() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY e0 "lol">`)
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&b, `<!ENTITY e%d "%s">`, i, strings.Repeat(fmt.Sprintf("&e%d;", i-1), 10))
	}
	b.WriteString(`<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&e9;&x;</l>`)
	return b.String()
}

func mails() []File {
	head := "From: a@example.org\r\nTo: b@example.org\r\nSubject: hello\r\nMIME-Version: 1.0\r\n"
	part := "Content-Type: text/plain; name=\"%s\"\r\nContent-Disposition: attachment; filename=\"%s\"\r\n\r\nwords\r\n"
	return []File{
		{"climbing.eml", []byte(head + "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n" +
			fmt.Sprintf(part, "../../../evil.txt", "..\\..\\evil.txt") + "--B--\r\n")},
		{"deep.eml", []byte(strings.Repeat(head+"Content-Type: message/rfc822\r\n\r\n", 2_000) + "words")},
		{"deep-parts.eml", []byte(deepParts(head, 300))},
		{"parts.eml", []byte(head + "Content-Type: multipart/mixed; boundary=B\r\n\r\n" +
			strings.Repeat("--B\r\n"+fmt.Sprintf(part, "x.txt", "x.txt"), 11_000) + "--B--\r\n")},
		{"headers.eml", []byte(head + strings.Repeat("X-Many: header\r\n", 200_000) + "\r\nwords")},
		{"long-header.eml", []byte(head + "X-Long: " + strings.Repeat("a", 4<<20) + "\r\n\r\nwords")},
		{"open-boundary.eml", []byte(head + "Content-Type: multipart/mixed; boundary=\"never\r\n\r\nwords")},
		{"bad-base64.eml", []byte(head + "Content-Transfer-Encoding: base64\r\n\r\n" + strings.Repeat("!!!?", 10_000))},
		{"bomb.eml", []byte(head + "Content-Type: application/zip; name=b.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
			base64.StdEncoding.EncodeToString(zipped(member{"z.txt", zeros(200 << 20)})))},
		{"many.mbox", []byte(strings.Repeat("From a@example.org Thu Jan  1 00:00:00 2004\r\n"+head+"\r\nwords\r\n\r\n", 11_000))},
	}
}

func deepParts(head string, depth int) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=B%d\r\n\r\n--B%d\r\n", i, i)
	}
	b.WriteString("Content-Type: text/plain\r\n\r\nwords\r\n")
	return b.String()
}

func texts() []File {
	words := "Some words that can be read. "
	return []File{
		{"nothing.txt", nil},
		{"blank.txt", []byte(" \n\t\n")},
		{"nul.txt", []byte(strings.Repeat("a\x00b ", 10_000))},
		{"utf16.txt", utf16(words, binary.LittleEndian)},
		{"utf16-be.txt", utf16(words, binary.BigEndian)},
		{"utf16-odd.txt", utf16(words, binary.LittleEndian)[:41]},
		{"invalid.txt", bytes.Repeat([]byte("words \xff\xfe\xc0\x80 "), 1000)},
		{"bidi.txt", []byte("invoice\u202Efdp.exe " + words + "\u200B\u2066\u2069\uFEFF")},
		{"one-line.txt", []byte(strings.Repeat("word ", 2<<20))},
		{"no-space.txt", []byte(strings.Repeat("x", 8<<20))},
		{"escapes.txt", []byte("\x1b]0;title\x07\x1b[2J\x1b[31m" + words)},
		{"deep.json", []byte(`{"text":` + strings.Repeat("[", 200_000))},
		{"lines.jsonl", []byte("{\"text\":\"good\"}\n{bad\n{\"text\":5}\n\n{\"text\":\"also good\"}\n")},
		{"many.jsonl", []byte(strings.Repeat("{\"text\":\"a line of text\"}\n", 12_000))},
		{"open-quote.csv", []byte("title,text\n\"a,b\nc,d\n" + strings.Repeat("e,f\n", 10_000))},
		{"deep.rtf", []byte(`{\rtf1 ` + strings.Repeat("{", 100_000) + words)},
		{"binary.rtf", []byte(`{\rtf1 words\bin2147483647 x}`)},
		{"wrong.warc", []byte("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + words)},
		{"program.txt", append([]byte("\x7fELF\x02\x01\x01"), make([]byte, 500)...)},
	}
}

func utf16(s string, order binary.AppendByteOrder) []byte {
	out := order.AppendUint16(nil, 0xFEFF)
	for _, r := range s {
		out = order.AppendUint16(out, uint16(r))
	}
	return out
}

func pictures() []File {
	return []File{
		{"huge.png", png(50_000, 50_000)},
		{"wide.png", png(2_147_483_647, 1)},
		{"cut.png", png(10, 10)[:30]},
		{"loop.tif", tiffLoop()},
		{"cut.gif", []byte("GIF89a\xff\xff\xff\xff\x80\x00\x00")},
		{"short.jpg", []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01")},
		{"huge.bmp", hugeBMP()},
	}
}

// png is a header that claims a size, with hardly any data.
func png(width, height uint32) []byte {
	chunk := func(kind string, data []byte) []byte {
		b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
		b = append(append(b, kind...), data...)
		return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
	}
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	out := []byte("\x89PNG\r\n\x1a\n")
	out = append(out, chunk("IHDR", append(size, 8, 6, 0, 0, 0))...)
	return append(out, chunk("IDAT", []byte("x\x9c"))...)
}

// tiffLoop is a directory of pictures whose next directory is itself.
func tiffLoop() []byte {
	b := []byte("II*\x00\x08\x00\x00\x00")
	b = binary.LittleEndian.AppendUint16(b, 0)
	return binary.LittleEndian.AppendUint32(b, 8)
}

func hugeBMP() []byte {
	b := make([]byte, 54)
	copy(b, "BM")
	binary.LittleEndian.PutUint32(b[10:], 54)
	binary.LittleEndian.PutUint32(b[14:], 40)
	binary.LittleEndian.PutUint32(b[18:], 60_000)
	binary.LittleEndian.PutUint32(b[22:], 60_000)
	binary.LittleEndian.PutUint16(b[26:], 1)
	binary.LittleEndian.PutUint16(b[28:], 24)
	return b
}

func offices() []File {
	types := member{"[Content_Types].xml", strings.NewReader(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)}
	word := func(xml string) []byte { return zipped(types, member{"word/document.xml", strings.NewReader(xml)}) }
	return []File{
		{"laughs.docx", word(laughs())},
		{"deep.docx", word(`<w:document xmlns:w="x"><w:body>` + strings.Repeat("<w:p>", 100_000))},
		{"bomb.docx", zipped(types, member{"word/document.xml", zeros(300 << 20)})},
		{"empty.docx", zipped(types, member{"word/other.xml", strings.NewReader("<a/>")})},
		{"bomb.xlsx", zipped(types, member{"xl/workbook.xml", zeros(300 << 20)})},
		{"cut.msg", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), bytes.Repeat([]byte{0xff}, 600)...)},
	}
}
