package search

import (
	"fmt"
	"slices"
	"strings"
)

// typed reads the value of a field that takes dates, amounts, hashes or one of a list;
// a parenthesis holds several values joined by OR.
func (p *parser) typed(t token) (Node, error) {
	at := p.lex.pos
	values, err := p.values(at)
	if err != nil {
		return nil, err
	}
	var of []Node
	for _, v := range values {
		if v.kind == tokQuote {
			v.at = v.argsAt
		}
		n, err := p.value(t, v.text, v.at)
		if err != nil {
			return nil, err
		}
		of = append(of, n)
	}
	return one(of, false), p.advance()
}

// values reads one value or a parenthesis of values, and leaves the lexer behind it.
func (p *parser) values(at int) ([]token, error) {
	v, err := p.valueToken()
	if err != nil {
		return nil, err
	}
	if v.kind != tokOpen {
		return []token{v}, nil
	}
	var out []token
	for {
		p.lex.skipSpace()
		if p.lex.pos >= len(p.src) {
			return nil, p.fail(at, "this parenthesis is never closed", "Close it with a parenthesis.", p.src+")")
		}
		v, err := p.valueToken()
		if err != nil {
			return nil, err
		}
		empty := v.kind == tokChunk && v.text == "" // a sign that is no value; "" in quotation marks is one that cannot be read
		switch {
		case empty && p.src[p.lex.pos] == ')':
			p.lex.pos++
			if len(out) == 0 {
				return nil, p.fail(at, "there is no value in these parentheses", "", "")
			}
			return out, nil
		case empty && p.src[p.lex.pos] == '|':
			p.lex.pos++
		case empty:
			return nil, p.fail(p.lex.pos, "expected a value here", "", "")
		case v.kind == tokOpen, v.kind == tokChunk && isOperatorWord(v.text) && !strings.EqualFold(v.text, "or"):
			return nil, p.fail(v.at, "this field takes values joined by OR", "Write any other combination with the field repeated.", p.src[:v.at]+"OR"+p.src[v.end:])
		case v.kind == tokChunk && strings.EqualFold(v.text, "or"):
		default:
			out = append(out, v)
		}
	}
}

// value reads one value of a typed field.
func (p *parser) value(t token, text string, at int) (Node, error) {
	text = strings.TrimSpace(strings.TrimRight(text, ",;"))
	switch kindOfField(t.text) {
	case dateField:
		if d, err := parseDates(t.text, text); err == nil {
			return d, nil
		} else if other := p.twoDates(text); other != "" {
			return nil, p.fail(at, fmt.Sprintf("%q can be read as two dates", text), "Write year, month, day.", p.swap(at, text, other))
		} else {
			return nil, p.unreadable(t, text, at, err)
		}
	case moneyField:
		m, err := parseMoney(text)
		if err != nil {
			return nil, p.unreadable(t, text, at, err)
		}
		return m, nil
	case idField:
		if !isHash(strings.ToLower(text)) {
			return nil, p.unreadable(t, text, at, fmt.Errorf("%q is no beginning of a SHA-256: at least 8 hexadecimal digits", text))
		}
		return &Field{"id", &Word{strings.ToLower(text)}}, nil
	case likeField:
		like, err := parseLike(strings.ToLower(text))
		if err != nil {
			return nil, p.unreadable(t, text, at, err)
		}
		return like, nil
	}
	lower := strings.ToLower(text)
	if !slices.Contains(valuesOf(t.text), lower) {
		list := valuesOf(t.text)
		return nil, p.fail(at, fmt.Sprintf("%q is no %s; expected one of %s", text, t.text, strings.Join(list, ", ")), "", p.swap(at, text, closest(lower, list)))
	}
	return &Field{t.text, &Word{lower}}, nil
}

// twoDates is the American reading of a date that has two, "" otherwise.
func (p *parser) twoDates(text string) string {
	if !dateForm.MatchString(text) {
		return ""
	}
	d, other := numericDate(text)
	if d == nil || other == "" {
		return ""
	}
	return d.Text
}

func (p *parser) unreadable(t token, text string, at int, err error) error {
	return p.fail(at, fmt.Sprintf("the field %s cannot read this: %v", t.text, err), "Expected a value such as "+examples(t.text)+".", p.repaired(t, text, at))
}

// example is a value that a field can read, with its name.
func example(field string) string { return field + ":" + exampleValue(field) }

func exampleValue(field string) string {
	switch kindOfField(field) {
	case dateField:
		return "2024"
	case moneyField:
		return ">1000"
	case enumField:
		return valuesOf(field)[0]
	case idField, likeField:
		return "0123abcd"
	}
	return `"a value"`
}

func examples(field string) string {
	switch kindOfField(field) {
	case dateField:
		return "2024, 2024-08, 2024-08-15, 2024-Q3, 2024-08..2025-01-21 or >=2024-09-18"
	case moneyField:
		return "1000, 1000usd, >1000000 or 1k..5k"
	case likeField:
		return "0123abcd, 0123abcd:4 for its page 4, or 0123abcd:4:120-480 for bytes of that page"
	}
	return example(field)
}

func isOperatorWord(s string) bool {
	lower := strings.ToLower(s)
	_, word := wordOperators[lower]
	_, near := proximity(lower)
	return word || near
}
