package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// call reads a function: atleastN(…), party(…), amount(…), date(…) or says(…).
func (p *parser) call(t token, depth int) (Node, error) {
	if n, ok := strings.CutPrefix(t.text, "atleast"); ok {
		return p.atLeast(t, n, depth)
	}
	var n Node
	var err error
	switch t.text {
	case "amount":
		n, err = p.value(token{text: "amount", at: t.at}, unquote(t.args), t.argsAt)
	case "date":
		n, err = p.value(token{text: "date", at: t.at}, unquote(t.args), t.argsAt)
	case "party":
		n, err = p.partyCall(t)
	default:
		n, err = p.saysCall(t)
	}
	if err != nil {
		return nil, err
	}
	return n, p.advance()
}

// unquote is a text without quotation marks and outer spaces.
func unquote(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if isQuote(r) {
			return ' '
		}
		return r
	}, s))
}

func (p *parser) atLeast(t token, number string, depth int) (Node, error) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > 1000000 {
		return nil, p.fail(t.at+len("atleast"), "expected a number of occurrences from 1 to 1000000", "", p.src[:t.at]+"atleast2"+p.src[t.end:])
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	of, err := p.group(depth)
	if err != nil {
		return nil, err
	}
	if bad := placeless(of); bad != nil || hasAnd(of) {
		return nil, p.fail(t.at, "only what has places in the text can be counted: words, phrases, distances, typed facts and OR of these", "Put AND and fields outside.", p.countedApart(n, of))
	}
	return &AtLeast{n, of}, nil
}

// countedApart counts the operands of an AND one by one, "" for anything else.
func (p *parser) countedApart(n int, of Node) string {
	and, ok := of.(*And)
	if !ok {
		return ""
	}
	var parts []Node
	for _, x := range and.Of {
		if placeless(x) != nil || hasAnd(x) {
			return ""
		}
		parts = append(parts, &AtLeast{n, x})
	}
	return p.text(&And{parts})
}

// arguments cuts the arguments of a function at the commas outside quotation marks.
// A * stands for any value.
func arguments(s string) []string {
	var out []string
	inside, start := false, 0
	for i, r := range s {
		switch {
		case isQuote(r):
			inside = !inside
		case r == ',' && !inside:
			out, start = append(out, unquote(s[start:i])), i+1
		}
	}
	out = append(out, unquote(s[start:]))
	for i, a := range out {
		if a == "*" {
			out[i] = ""
		}
	}
	return out
}

func (p *parser) partyCall(t token) (Node, error) {
	args := arguments(t.args)
	n := &PartyIs{Name: args[0]}
	if len(args) > 1 {
		n.Role = strings.ToLower(args[1])
	}
	switch {
	case len(args) > 2 || n.Name == "" && n.Role == "":
		return nil, p.fail(t.argsAt, "party( takes a name, or a name and a role", "", `party("a name", defendant)`)
	case n.Name != "" && !hasWord(n.Name):
		return nil, p.fail(t.argsAt, "the name has no letter or digit", "", `party("a name", defendant)`)
	}
	return n, p.oneOf(t, "role", n.Role, roles)
}

func (p *parser) saysCall(t token) (Node, error) {
	args := arguments(t.args)
	for len(args) < 3 {
		args = append(args, "")
	}
	n := &Says{args[0], strings.ToLower(args[1]), args[2]}
	const form = `says("a speaker", denies, "words")`
	if len(args) > 3 || !hasWord(args[0]+args[1]+args[2]) {
		return nil, p.fail(t.argsAt, "says( takes a speaker, a stance and words, * for any", "", form)
	}
	if n.Speaker != "" && !hasWord(n.Speaker) || n.Text != "" && !hasWord(n.Text) {
		return nil, p.fail(t.argsAt, "an argument has no letter or digit", "", form)
	}
	return n, p.oneOf(t, "stance", n.Stance, stances)
}

func (p *parser) oneOf(t token, what, value string, list []string) error {
	if value == "" || slices.Contains(list, value) {
		return nil
	}
	at := t.argsAt + max(strings.Index(strings.ToLower(t.args), value), 0)
	return p.fail(at, fmt.Sprintf("%q is no %s; expected one of %s", value, what, strings.Join(list, ", ")), "",
		p.src[:at]+closest(value, list)+p.src[min(len(p.src), at+len(value)):])
}
