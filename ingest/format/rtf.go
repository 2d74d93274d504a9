package format

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"averment/evidence"
)

const rtfReader = "rtf/1"

// MediaRTF is Rich Text Format, after Microsoft's specification 1.9.1.
const MediaRTF = "text/rtf"

// rtfDepth caps nested groups.
const rtfDepth = 500

// rtfInfoCap is how much is kept of a title, in bytes.
const rtfInfoCap = 1000

func readRTF(_ context.Context, _ string, data []byte, _ Options) (*Result, error) {
	text, info := rtfText(data)
	if strings.TrimSpace(text) == "" {
		return nil, fail(evidence.Empty, "no text in the file")
	}
	d := &evidence.Document{Reader: rtfReader, Title: oneLine(info["title"]), Author: oneLine(info["author"])}
	for i, part := range strings.Split(text, "\f") {
		d.Pages = append(d.Pages, plainPage(i+1, part, rtfReader))
	}
	d.Language = language(text)
	return &Result{Document: d}, nil
}

// rtfHidden are destinations whose text is no part of the document.
var rtfHidden = map[string]bool{"fonttbl": true, "colortbl": true, "stylesheet": true, "pict": true, "object": true,
	"themedata": true, "colorschememapping": true, "latentstyles": true, "datastore": true, "listtable": true,
	"listoverridetable": true, "rsidtbl": true, "generator": true, "xmlnstbl": true, "filetbl": true, "revtbl": true,
	"fldinst": true, "bkmkstart": true, "bkmkend": true, "htmltag": true, "mhtmltag": true, "operator": true, "company": true, "subject": true, "keywords": true, "doccomm": true, "category": true, "manager": true}

// rtfSymbols are control words that stand for text.
var rtfSymbols = map[string]string{"par": "\n\n", "line": "\n", "sect": "\n\n", "page": "\f", "tab": "\t", "cell": " | ", "row": "\n",
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "nestcell": " | ", "nestrow": "\n",
	"emspace": " ", "enspace": " ", "qmspace": " "}

// rtfState is what a group inherits and loses at its end.
type rtfState struct {
	skip   bool   // in a hidden destination
	info   string // title or author while in the info group
	uc     int    // bytes to pass over behind \u
	hidden bool   // \v
	close  string // written at the end of the group
}

// rtfParser walks the tokens.
type rtfParser struct {
	in    []byte
	at    int
	out   strings.Builder
	info  map[string]string
	state rtfState
	stack []rtfState
	enc   encoding.Encoding
	pass  int    // characters still to pass over
	high  rune   // first half of a surrogate pair
	bytes []byte // run of \'xx not yet decoded
}

func rtfText(data []byte) (string, map[string]string) {
	p := &rtfParser{in: data, info: map[string]string{}, state: rtfState{uc: 1}, enc: charmap.Windows1252}
	for p.at < len(p.in) {
		p.token()
	}
	p.flush()
	return p.out.String(), p.info
}

func (p *rtfParser) token() {
	c := p.in[p.at]
	switch c {
	case '{':
		p.flush()
		if p.at++; len(p.stack) < rtfDepth {
			p.stack = append(p.stack, p.state)
			p.state.close = ""
		}
		p.pass = 0
	case '}':
		p.flush()
		p.at++
		if n := len(p.stack); n > 0 {
			p.write(p.state.close)
			p.state, p.stack = p.stack[n-1], p.stack[:n-1]
		}
		p.pass = 0
	case '\\':
		p.control()
	case '\r', '\n', 0:
		p.at++
	default:
		p.at++
		p.char(c)
	}
}

// char takes one literal byte.
func (p *rtfParser) char(c byte) {
	switch {
	case p.pass > 0:
		p.pass--
	case c < utf8.RuneSelf:
		p.flush()
		p.write(string(rune(c)))
	default:
		p.bytes = append(p.bytes, c)
	}
}

// flush decodes the pending bytes in the code page of the document.
func (p *rtfParser) flush() {
	if len(p.bytes) == 0 {
		return
	}
	out, err := p.enc.NewDecoder().Bytes(p.bytes)
	if err == nil {
		p.write(string(out))
	}
	p.bytes = p.bytes[:0]
}

func (p *rtfParser) write(s string) {
	switch {
	case p.state.info != "":
		if len(p.info[p.state.info]) < rtfInfoCap {
			p.info[p.state.info] += s
		}
	case !p.state.skip && !p.state.hidden:
		p.out.WriteString(s)
	}
}

// control reads what follows a backslash.
func (p *rtfParser) control() {
	p.at++
	if p.at >= len(p.in) {
		return
	}
	c := p.in[p.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		p.at++
		p.symbol(c)
		return
	}
	start := p.at
	for p.at < len(p.in) && p.in[p.at]|0x20 >= 'a' && p.in[p.at]|0x20 <= 'z' {
		p.at++
	}
	word := string(p.in[start:p.at])
	number, has := p.number()
	if p.at < len(p.in) && p.in[p.at] == ' ' {
		p.at++
	}
	p.word(word, number, has)
}

func (p *rtfParser) number() (int, bool) {
	start := p.at
	if p.at < len(p.in) && p.in[p.at] == '-' {
		p.at++
	}
	for p.at < len(p.in) && p.in[p.at] >= '0' && p.in[p.at] <= '9' && p.at-start < 11 {
		p.at++
	}
	n, err := strconv.Atoi(string(p.in[start:p.at]))
	return n, err == nil
}

// symbol handles control symbols: \'xx, \~, \-, \_, \*, \\, \{, \}.
func (p *rtfParser) symbol(c byte) {
	if c == '\'' {
		if p.at+2 <= len(p.in) {
			if v, err := strconv.ParseUint(string(p.in[p.at:p.at+2]), 16, 8); err == nil {
				p.at += 2
				p.hexByte(byte(v))
			}
		}
		return
	}
	if p.pass > 0 {
		p.pass--
		return
	}
	p.flush()
	switch c {
	case '~':
		p.write("\u00a0")
	case '_':
		p.write("-")
	case '*':
		p.unknownDestination()
	case '\\', '{', '}':
		p.write(string(rune(c)))
	case '\n', '\r':
		p.write("\n\n")
	}
}

func (p *rtfParser) hexByte(v byte) {
	if p.pass > 0 {
		p.pass--
		return
	}
	p.bytes = append(p.bytes, v)
}

// unknownDestination passes over the group unless its destination has text of the document.
func (p *rtfParser) unknownDestination() {
	rest := p.in[p.at:min(len(p.in), p.at+24)]
	for _, known := range []string{`\shptxt`, `\footnote`, `\annotation`, `\atnauthor`, `\nesttableprops`} {
		if strings.HasPrefix(string(rest), known) {
			return
		}
	}
	p.state.skip = true
}

// word acts on a control word.
func (p *rtfParser) word(word string, n int, has bool) {
	if word == "u" && has {
		p.unicode(rune(n))
		return
	}
	p.flush()
	switch word {
	case "uc":
		p.state.uc = max(0, min(n, 8))
	case "ansicpg":
		if enc, err := htmlindex.Get("windows-" + strconv.Itoa(n)); err == nil {
			p.enc = enc
		}
	case "bin":
		p.at = min(len(p.in), p.at+max(0, n))
	case "v":
		p.state.hidden = !has || n != 0
	case "title", "author":
		if p.inInfo() {
			p.state.info = word
		}
	case "info":
		p.state.skip = true
	case "footnote", "annotation", "deleted":
		p.label(word)
	default:
		p.plainWord(word)
	}
}

// rtfLabels name the text that stands aside from the document's own.
var rtfLabels = map[string]string{"footnote": " [footnote: ", "annotation": " [comment: ", "deleted": " [deleted: "}

// label opens such a text; the end of its group closes it.
func (p *rtfParser) label(word string) {
	if len(p.stack) > 0 && p.state.close == "" {
		p.write(rtfLabels[word])
		p.state.close = "] "
	}
}

func (p *rtfParser) plainWord(word string) {
	if s, found := rtfSymbols[word]; found {
		p.write(s)
	}
	if rtfHidden[word] {
		p.state.skip = true
	}
}

// inInfo says whether the group around is the info group, which is passed over.
func (p *rtfParser) inInfo() bool { return p.state.skip && len(p.stack) <= 3 }

// unicode writes \uN; N above 32767 is printed negative, and pairs of halves are joined.
func (p *rtfParser) unicode(r rune) {
	p.flush()
	if r < 0 {
		r += 1 << 16
	}
	p.pass = p.state.uc
	switch {
	case r >= 0xD800 && r < 0xDC00:
		p.high = r
	case r >= 0xDC00 && r < 0xE000 && p.high != 0:
		p.write(string((p.high-0xD800)<<10 + (r - 0xDC00) + 0x10000))
		p.high = 0
	case utf8.ValidRune(r):
		p.write(string(r))
	}
}
