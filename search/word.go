package search

import (
	"fmt"
	"strings"
)

// wordOf reads one chunk: a plain word, one with *, ?, !, ~ or = on it, or a literal
// of several words. It is nil when there is no letter or digit in it.
func (p *parser) wordOf(chunk string, at int) (Node, error) {
	if p.dialect == DTSearch {
		return p.dtWord(chunk, at)
	}
	chunk = strings.TrimRight(chunk, ",;:.")
	switch {
	case chunk == "*":
		return &All{}, nil
	case !hasWord(chunk):
		return p.wordless(chunk, at)
	case strings.Contains(chunk, "://"):
		return p.plain(chunk, at), nil
	case strings.HasPrefix(chunk, "="):
		return p.exact(chunk, at)
	case strings.LastIndexByte(chunk, '~') > 0:
		return p.suffixed(chunk, at)
	case strings.ContainsAny(chunk, "*?") || strings.HasSuffix(chunk, "!"):
		return p.wildcards(chunk, at)
	}
	return p.plain(chunk, at), nil
}

// wordless refuses wildcards that stand alone and drops other punctuation.
func (p *parser) wordless(chunk string, at int) (Node, error) {
	if strings.ContainsAny(chunk, "*?") && strings.Trim(chunk, "*?!~") == "" {
		return nil, p.fail(at, "a wildcard needs at least one letter or digit beside it", "* alone finds every document.", "*")
	}
	if strings.Contains(chunk, "=") {
		return nil, p.fail(at, "= goes on a single word", "Put it before each word, inside the phrase.", p.exactPhrase(at, at+len(chunk)))
	}
	if strings.Contains(chunk, "~") {
		return nil, p.fail(at, "~ goes at the end of a word", "", cut(p.src, at, at+len(chunk)))
	}
	return nil, nil
}

// exactPhrase is the query with the = from start to end moved to each word of the phrase
// that follows it.
func (p *parser) exactPhrase(start, end int) string {
	l := lexer{src: p.src, pos: end, dialect: p.dialect}
	t, err := l.next()
	if err != nil || t.kind != tokQuote || t.at != end || !hasWord(t.text) {
		return cut(p.src, start, end)
	}
	return p.src[:start] + `"=` + strings.Join(split(t.text), " =") + `"` + p.src[t.end:]
}

// plain reads a chunk without marks.
func (p *parser) plain(chunk string, at int) Node {
	words := split(chunk)
	if len(words) == 0 {
		return nil
	}
	lit, other := literalOf(chunk)
	if other != "" {
		p.warn(at, fmt.Sprintf("read as the date %s, month first; day first it would be date:%s", lit.Fact.(*Dates).Text, other), p.src[:at]+"date:"+other+p.src[min(len(p.src), at+len(chunk)):])
	}
	if len(words) == 1 && lit.Fact == nil {
		return &Word{words[0]}
	}
	return lit
}

// exact reads =Term.
func (p *parser) exact(chunk string, at int) (Node, error) {
	if strings.ContainsAny(chunk, "*?~!") {
		return nil, p.fail(at, "an exact word takes no *, ?, ! or ~", "Leave out the = or the wildcard.", p.swap(at, chunk, strings.TrimLeft(chunk, "=")))
	}
	words := split(chunk)
	parts := make([]Node, len(words))
	for i, w := range words {
		parts[i] = &Exact{w}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return &Phrase{parts}, nil
}

// suffixed reads word~, word~1 and word~2.
func (p *parser) suffixed(chunk string, at int) (Node, error) {
	i := strings.LastIndexByte(chunk, '~')
	stem, suffix := chunk[:i], chunk[i+1:]
	words := split(stem)
	if len(words) != 1 || strings.ContainsAny(stem, "*?~") {
		return nil, p.fail(at+i, "~ goes on a single word without wildcards", "", p.swap(at, chunk, stem))
	}
	switch suffix {
	case "":
		return &Forms{words[0]}, nil
	case "1", "2":
		return &Fuzzy{Text: words[0], Edits: int(suffix[0] - '0')}, nil
	}
	return nil, p.fail(at+i+1, "expected ~ for word forms, ~1 or ~2 for spelling", "No more than 2 differences in spelling can be searched.", p.swap(at, chunk, stem+"~2"))
}

// wildcards reads a chunk with * or ? in it, or ! at its end.
func (p *parser) wildcards(chunk string, at int) (Node, error) {
	if c, ok := strings.CutSuffix(chunk, "!"); ok {
		chunk = strings.TrimRight(c, "!") + "*"
	}
	var parts []Node
	for _, piece := range splitMarked(chunk, "*?") {
		switch {
		case !strings.ContainsAny(piece, "*?"):
			parts = append(parts, &Word{piece})
		case !hasWord(piece):
			return nil, p.fail(at, "a wildcard needs at least one letter or digit beside it; a point or another sign ends a word", "Leave it out.", p.swap(at, chunk, quotedValue(strings.Join(split(chunk), " "))))
		default:
			parts = append(parts, &Wildcard{piece})
		}
	}
	if strings.HasSuffix(chunk, "?") {
		p.warn(at+len(chunk)-1, "? stands for one more character; leave it out to search for the word itself", p.src[:at+len(chunk)-1]+p.src[at+len(chunk):])
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return &Phrase{parts}, nil
}
