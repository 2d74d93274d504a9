package search

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// quote reads the inside of quotation marks.
func (p *parser) quote(t token) (Node, error) {
	end := t.end
	parts, err := p.phraseParts(t.text, t.argsAt)
	if err != nil {
		return nil, p.apartAtStar(err, t)
	}
	if len(parts) == 0 {
		return nil, p.fail(t.at, "there is no word in this phrase; expected at least one", "Leave the quotation marks out.", cut(p.src, t.at, end))
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind == tokChunk && p.tok.at == end && strings.HasPrefix(p.tok.text, "~") {
		n := strings.TrimPrefix(p.tok.text, "~")
		if d, err := strconv.Atoi(n); err == nil && d > 0 && len(parts) == 2 {
			return nil, p.fail(p.tok.at, "a phrase has no ~", "Use a proximity.", p.src[:t.at]+p.text(&Near{Left: parts[0], Right: parts[1], N: d + 1})+p.src[p.tok.end:])
		}
		return nil, p.fail(p.tok.at, "a phrase has no ~; it is for single words", "Use w/n between the words.", p.src[:p.tok.at]+p.src[p.tok.end:])
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return &Phrase{parts}, nil
}

// apartAtStar suggests a distance in place of a phrase with a * that stands for a word.
func (p *parser) apartAtStar(err error, t token) error {
	var e *Error
	if !errors.As(err, &e) || e.Suggestion != "" || e.Code != CodeInvalid {
		return err
	}
	e.Suggestion = p.src[:t.at] + overStars(strings.Fields(t.text)) + p.src[t.end:]
	return e
}

// overStars joins the words on both sides of each run of stars by a distance.
func overStars(words []string) string {
	var b strings.Builder
	stars := 0
	for len(words) > 0 {
		n := slices.Index(words, "*")
		if n < 0 {
			n = len(words)
		}
		side := strings.Join(words[:n], " ")
		if hasWord(side) {
			if b.Len() > 0 {
				fmt.Fprintf(&b, " pre/%d ", stars+1)
			}
			if stars = 0; len(split(side)) > 1 {
				side = `"` + side + `"`
			}
			b.WriteString(side)
		}
		stars++
		words = words[min(n+1, len(words)):]
	}
	return b.String()
}

// phraseParts reads the words of a phrase. Words may carry *, ?, ! and ~; a parenthesis
// with OR in capitals inside is a group of alternatives, any other is punctuation.
func (p *parser) phraseParts(text string, at int) ([]Node, error) {
	var parts []Node
	for rest := text; rest != ""; {
		rest = strings.TrimLeft(rest, " \t\r\n")
		offset := at + len(text) - len(rest)
		if group, size := groupIn(rest); size > 0 {
			n, err := p.phraseGroup(group, offset+1)
			if err != nil {
				return nil, err
			}
			parts, rest = append(parts, n), rest[size:]
			continue
		}
		end := strings.IndexAny(rest[min(1, len(rest)):], " \t\r\n(") + 1
		if end == 0 {
			end = len(rest)
		}
		n, err := p.wordOf(rest[:end], offset)
		if err != nil {
			return nil, err
		}
		if _, all := n.(*All); all {
			return nil, p.fail(offset, "* cannot stand for a word of a phrase", "Use w/n between the words around it.", "")
		}
		parts, rest = append(parts, partsOf(n)...), rest[end:]
		if p.nodes += 1; p.nodes > MaxNodes {
			return nil, &Error{Code: CodeTooLarge, At: offset, Message: fmt.Sprintf("the query has more than %d words and operators", MaxNodes), Hint: "Split it into several queries."}
		}
	}
	return parts, nil
}

// groupIn finds a parenthesis of alternatives at the start of s.
func groupIn(s string) (inside string, size int) {
	if !strings.HasPrefix(s, "(") {
		return "", 0
	}
	end := strings.IndexByte(s, ')')
	if end < 0 || !strings.Contains(s[:end], " OR ") || strings.IndexByte(s[1:end], '(') >= 0 {
		return "", 0
	}
	return s[1:end], end + 1
}

func (p *parser) phraseGroup(inside string, at int) (Node, error) {
	var of []Node
	for _, alternative := range strings.Split(inside, " OR ") {
		parts, err := p.phraseParts(alternative, at)
		if err != nil {
			return nil, err
		}
		switch len(parts) {
		case 0:
			return nil, p.fail(at, "an alternative in this phrase has no word; expected one on both sides of OR", "", "")
		case 1:
			of = append(of, parts[0])
		default:
			of = append(of, &Phrase{parts})
		}
		at += len(alternative) + len(" OR ")
	}
	return &Or{of}, nil
}

// partsOf gives what a chunk adds to a phrase. A hyphenated word stays whole, since it
// may be printed as one word; the words of any other literal stand as such.
func partsOf(n Node) []Node {
	switch n := n.(type) {
	case nil:
		return nil
	case *Phrase:
		return n.Parts
	case *Literal:
		if joined(n.Text) != "" {
			return []Node{&Literal{Text: n.Text, Words: n.Words}}
		}
		parts := make([]Node, len(n.Words))
		for i, w := range n.Words {
			parts[i] = &Word{w}
		}
		return parts
	}
	return []Node{n}
}
