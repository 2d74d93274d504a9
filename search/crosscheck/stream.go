package crosscheck

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"averment/evidence"

	"golang.org/x/text/unicode/norm"
)

// token is a word of a running text with its place. An ellipsis is the token "…", a
// bracket "[" or "]".
type token struct {
	norm       string
	ocr        string // with letters that scanning confuses made alike, "" elsewhere
	page       int
	start, end int
}

const ellipsis = "…"

func (t token) same(o token) bool {
	return t.norm == o.norm || t.ocr != "" && t.ocr == confused(o.norm) || o.ocr != "" && o.ocr == confused(t.norm)
}

// stream gives the words of a document in order, furniture left out. A word that is
// divided at the end of a line is one word when join is set, else two.
func stream(d *evidence.Document, join bool) []token {
	var out []token
	open := false // the last word ended with a hyphen at the end of its line
	for i := range d.Pages {
		p := &d.Pages[i]
		for _, r := range bodies(p) {
			open = scan(&out, p.Text, r, i+1, p.State == evidence.PageOCR, join, open)
		}
	}
	return out
}

// bodies are the parts of a page between its furniture.
func bodies(p *evidence.Page) []evidence.Range {
	var out []evidence.Range
	at := 0
	for _, f := range p.Furniture {
		if f.Start > at {
			out = append(out, evidence.Range{Start: at, End: f.Start})
		}
		at = max(at, f.End)
	}
	if at < len(p.Text) {
		out = append(out, evidence.Range{Start: at, End: len(p.Text)})
	}
	return out
}

// scan adds the tokens of a range and says whether it ended with a divided word.
func scan(out *[]token, text string, r evidence.Range, page int, ocr, join, open bool) bool {
	for i := r.Start; i < r.End; {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == '…' || strings.HasPrefix(text[i:r.End], "...") || strings.HasPrefix(text[i:r.End], ". . ."):
			n := size
			if c == '.' {
				n = 3
				if text[i+1] == ' ' {
					n = 5
				}
			}
			*out = append(*out, token{norm: ellipsis, page: page, start: i, end: i + n})
			i += n
			for i < r.End && text[i] == '.' {
				i++
			}
			open = false
			continue
		case c == '[' || c == ']':
			*out = append(*out, token{norm: string(c), page: page, start: i, end: i + size})
		case inWord(c):
			end := wordEnd(text[:r.End], i)
			add(out, text[i:end], page, i, end, ocr, open && join && unicode.IsLower(c))
			i, open = end, false
			if h := hyphenBreak(text[i:r.End]); h > 0 {
				open = true
				i += h
			}
			continue
		}
		i += size
	}
	return open
}

func inWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

// wordEnd finds the end of a word: letters, digits, apostrophes and separators inside.
func wordEnd(text string, i int) int {
	for i < len(text) {
		c, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(c) && c != '\u00AD' {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			inner := strings.ContainsRune("'’‘ʼ", c) && unicode.IsLetter(next) || strings.ContainsRune(".,", c) && unicode.IsDigit(next) && text[i-1] >= '0' && text[i-1] <= '9'
			if !inner {
				return i
			}
		}
		i += size
	}
	return i
}

// hyphenBreak gives the length of a hyphen and the line break after it, 0 for none. A
// hyphen at the end of the text is one too: the word goes on after furniture.
func hyphenBreak(text string) int {
	c, size := utf8.DecodeRuneInString(text)
	if c != '-' && c != '‐' && c != '\u00AD' {
		return 0
	}
	rest := text[size:]
	trimmed := strings.TrimLeft(rest, " \t")
	if trimmed == "" || trimmed[0] == '\n' || trimmed[0] == '\r' || trimmed[0] == '\f' {
		return size + len(rest) - len(strings.TrimLeft(rest, " \t\r\n\f"))
	}
	return 0
}

func add(out *[]token, printed string, page, start, end int, ocr, join bool) {
	n := normal(printed)
	if n == "" {
		return
	}
	if join && len(*out) > 0 {
		last := &(*out)[len(*out)-1]
		last.norm += n
		if last.ocr != "" {
			last.ocr = confused(last.norm)
		}
		if last.page == page {
			last.end = end
		}
		return
	}
	t := token{norm: n, page: page, start: start, end: end}
	if ocr {
		t.ocr = confused(n)
	}
	*out = append(*out, t)
}

var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "\u00AD", "", ",", "")

// normal folds a word: compatibility forms (ligatures), case, apostrophes.
func normal(printed string) string {
	return strings.ToLower(plainMarks.Replace(norm.NFKC.String(printed)))
}

var confusions = strings.NewReplacer("rn", "m", "vv", "w", "cl", "d", "0", "o", "1", "l", "i", "l", "|", "l", "5", "s", "8", "b")

// confused makes letters alike that scanning confuses.
func confused(s string) string { return confusions.Replace(s) }
