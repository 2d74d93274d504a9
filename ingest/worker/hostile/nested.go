package hostile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// nested are files whose parts lead back to themselves, or hold bombs one format deeper.
func nested() []File {
	types := member{"[Content_Types].xml", strings.NewReader(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)}
	office := func(name, xml string) []byte { return zipped(types, member{name, strings.NewReader(xml)}) }
	return []File{
		{"laughs.odt", office("content.xml", laughs())},
		{"laughs.xlsx", office("xl/workbook.xml", laughs())},
		{"laughs.pptx", office("ppt/presentation.xml", laughs())},
		{"deep.odt", office("content.xml", `<office:document-content>`+strings.Repeat("<text:p>", 100_000))},
		{"repeated.odt", office("content.xml", `<office:document-content xmlns:text="t" xmlns:table="b"><text:p>a<text:s text:c="2147483647"/>b</text:p><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></office:document-content>`)},
		{"bomb.odt", zipped(member{"content.xml", zeros(300 << 20)})},
		{"bomb.pptx", zipped(types, member{"ppt/presentation.xml", strings.NewReader("<p/>")}, member{"ppt/slides/slide1.xml", zeros(300 << 20)})},
		{"bomb.warc", warcBomb()},
		{"bomb.warc.gz", gzipped(bytes.NewReader(warcBomb()))},
		{"endless.warc.gz", gzipped(io.LimitReader(repeat("WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 1\r\n\r\nx\r\n\r\n"), 200<<20))},
		{"loop.msg", loopedCompound(0)},
		{"far.msg", loopedCompound(0x7ffffff0)},
		{"huge.tif", hugeTIFF()},
		{"events.html", []byte(Scripts("http://127.0.0.1:9/"))},
		{"wide.csv", []byte("title,text\n" + strings.Repeat("a,", 500_000) + "\n")},
	}
}

// warcBomb is a web archive with a page that expands to 300 MiB.
func warcBomb() []byte {
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + string(gzipped(zeros(300<<20)))
	return fmt.Appendf(nil, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(page), page)
}

// loopedCompound is a compound file ([MS-CFB]) whose directory goes round in a ring, or
// leads to a sector far outside the file.
func loopedCompound(next uint32) []byte {
	const sector = 512
	b := make([]byte, 3*sector)
	le := binary.LittleEndian
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	le.PutUint16(b[24:], 0x3e)
	le.PutUint16(b[26:], 3)      // version
	le.PutUint16(b[28:], 0xfffe) // little endian
	le.PutUint16(b[30:], 9)      // sectors of 512
	le.PutUint16(b[32:], 6)
	le.PutUint32(b[44:], 1)          // one sector of the table
	le.PutUint32(b[48:], 0)          // the directory begins at sector 0
	le.PutUint32(b[56:], 4096)       // cut-off
	le.PutUint32(b[60:], 0xfffffffe) // no short streams
	le.PutUint32(b[68:], 0xfffffffe)
	le.PutUint32(b[76:], 1) // the table is sector 1
	for i := 80; i < sector; i += 4 {
		le.PutUint32(b[i:], 0xffffffff)
	}
	root := b[sector:]
	for i, c := range "Root Entry" {
		le.PutUint16(root[2*i:], uint16(c))
	}
	le.PutUint16(root[64:], 22)
	root[66] = 5
	for i := 68; i < 80; i += 4 {
		le.PutUint32(root[i:], 0) // siblings and child: itself
	}
	le.PutUint32(root[116:], 0)
	le.PutUint32(root[120:], 1<<30)
	table := b[2*sector:]
	le.PutUint32(table, next) // the sector behind the first of the directory
	le.PutUint32(table[4:], 0xfffffffd)
	for i := 8; i < sector; i += 4 {
		le.PutUint32(table[i:], 0)
	}
	return b
}

// hugeTIFF claims a picture of 60,000 by 60,000 in one strip.
func hugeTIFF() []byte {
	b := []byte("II*\x00\x08\x00\x00\x00")
	fields := [][2]uint32{{256, 60_000}, {257, 60_000}, {258, 8}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {278, 60_000}, {279, 0xfffffff0}}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(fields)))
	for _, f := range fields {
		b = binary.LittleEndian.AppendUint16(b, uint16(f[0]))
		b = binary.LittleEndian.AppendUint16(b, 4)
		b = binary.LittleEndian.AppendUint32(b, 1)
		b = binary.LittleEndian.AppendUint32(b, f[1])
	}
	return binary.LittleEndian.AppendUint32(b, 0)
}

// Scripts is a web page that tries every common way to run a script, or to fetch something
// from base, when it is shown. Its words are "harmless words of the page".
func Scripts(base string) string {
	call := "fetch('" + base + "run')"
	ways := []string{
		`<script>` + call + `</script>`, `<img src="` + base + `img" onerror="` + call + `">`, `<svg onload="` + call + `"><script>` + call + `</script></svg>`,
		`<body onload="` + call + `">`, `<iframe src="` + base + `frame" srcdoc="<script>` + call + `</script>"></iframe>`,
		`<a href="javascript:` + call + `">javascript:` + call + `</a>`, `<link rel="stylesheet" href="` + base + `css">`, `<object data="` + base + `object"></object>`,
		`<embed src="` + base + `embed">`, `<video src="` + base + `video" autoplay onloadstart="` + call + `"></video>`, `<meta http-equiv="refresh" content="0;url=` + base + `refresh">`,
		`<base href="` + base + `">`, `<form action="` + base + `form"><input autofocus onfocus="` + call + `"></form>`, `<details open ontoggle="` + call + `">x</details>`,
		`<style>@import "` + base + `import"; body { background: url(` + base + `background) }</style>`, `<math><mtext><img src=x onerror="` + call + `"></mtext></math>`,
		`&lt;script&gt;` + call + `&lt;/script&gt;`, `&lt;img src=x onerror=&quot;` + call + `&quot;&gt;`, `"><script>` + call + `</script>`, `'><svg/onload=` + call + `>`,
	}
	return `<html><head><title>"><img src=x onerror="` + call + `"></title></head><body><h1>&lt;script&gt;` + call + `&lt;/script&gt;</h1><p>These are harmless words of the page that can be found and shown.</p>` +
		strings.Join(ways, "\n<p>These are harmless words of the page, between its tricks.</p>\n") + `</body></html>`
}
