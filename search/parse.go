package search

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// parser reads tokens into a tree by recursive descent, one level of operators at a
// time. The first error ends it.
type parser struct {
	src      string
	dialect  Dialect
	lex      lexer
	tok      token
	nodes    int
	warnings []Warning
	mixed    []mix
}

func (p *parser) parse() (Node, error) {
	p.lex = lexer{src: p.src, dialect: p.dialect}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind == tokEnd {
		return nil, &Error{Code: CodeInvalid, Message: "the query is empty; expected a word", Hint: "Type a word, a \"phrase\" or a field such as party:smith; * finds every document."}
	}
	root, err := p.level(0)
	if err != nil {
		return nil, err
	}
	if p.tok.kind == tokClose {
		suggestion := cut(p.src, p.tok.at, p.tok.end)
		if numbered.MatchString(p.src[:p.tok.end]) {
			suggestion = p.src[p.tok.end:]
		}
		return nil, p.fail(p.tok.at, "this parenthesis was never opened", "Leave it out, or open one before.", suggestion)
	}
	if root == nil {
		return nil, p.fail(0, "there is no letter or digit to search for; expected a word", "Type at least one word.", "")
	}
	return root, nil
}

// numbered is the number of a line in a list of queries.
var numbered = regexp.MustCompile(`^\s*\d{1,3}\)$`)

// fail makes an error. A suggestion that does not parse itself is left out.
func (p *parser) fail(at int, message, hint, suggestion string) *Error {
	return &Error{Code: CodeInvalid, At: min(at, len(p.src)), Message: message, Hint: hint, Suggestion: strings.TrimSpace(suggestion)}
}

func (p *parser) advance() error {
	t, err := p.lex.next()
	if err != nil {
		return err
	}
	if p.nodes++; p.nodes > MaxNodes {
		return &Error{Code: CodeTooLarge, At: t.at, Message: fmt.Sprintf("the query has more than %d words and operators", MaxNodes), Hint: "Split it into several queries."}
	}
	p.tok = t
	return nil
}

// joint is the operator between two operands of one level.
type joint int

const (
	jointOr joint = iota
	jointAnd
	jointAndNot
)

// row is one level of operators being read.
type row struct {
	operands []Node
	joints   []joint // between the operands
	open     bool    // an operator has been read whose right operand has not
	next     joint   // joins the next operand
	op       token   // the operator that is open
	near     bool    // a distance stands here without parentheses
}

// level reads operands and operators up to a closing parenthesis or the end, and joins
// them: OR first, then AND, AND NOT last. It is nil when nothing had a word in it.
func (p *parser) level(depth int) (Node, error) {
	if depth > MaxDepth {
		return nil, &Error{Code: CodeTooLarge, At: p.tok.at, Message: fmt.Sprintf("parentheses are nested more than %d deep", MaxDepth), Hint: "Split the query into several."}
	}
	at := p.tok.at
	r := &row{next: jointAnd}
	for p.tok.kind != tokEnd && p.tok.kind != tokClose {
		if err := p.step(r, depth); err != nil {
			return nil, err
		}
	}
	if r.open {
		return nil, p.dangling(r.op)
	}
	if p.dialect == DTSearch && r.near && slices.Contains(r.joints, jointOr) {
		p.warn(at, "dtSearch leaves open whether OR or the distance comes first; the distance was taken first. Parentheses make it certain", "")
	}
	if len(r.operands) == 0 {
		return nil, nil
	}
	ours := joinOurs(r.operands, r.joints)
	if other := joinOther(r.operands, r.joints); !same(ours, other) {
		p.mixed = append(p.mixed, mix{ours, other, at, mixedLevel})
	}
	return ours, nil
}

// step reads one operator or one operand of a level.
func (p *parser) step(r *row, depth int) error {
	j, ok, err := p.joint(len(r.operands) > 0 && !r.open)
	if err != nil {
		return err
	}
	if ok {
		switch {
		case r.open:
			return p.dangling(r.op)
		case len(r.operands) == 0:
			return p.misplaced(j.at)
		}
		r.op, r.next, r.open = j.at, j.kind, true
		return nil
	}
	at, grouped := p.tok.at, p.tok.kind == tokOpen
	n, err := p.chain(depth)
	if err != nil || n == nil {
		return err
	}
	r.near = r.near || isNear(n) && !grouped
	if len(r.operands) > 0 {
		if !r.open && p.dialect == DTSearch {
			return p.unjoined(at)
		}
		r.joints = append(r.joints, r.next)
	}
	r.operands = append(r.operands, n)
	r.next, r.open = jointAnd, false
	return nil
}

type jointAt struct {
	kind joint
	at   token
}

// joint reads an operator between operands. A NOT at the start of a level, after OR or
// after AND belongs elsewhere: the first two to the operand, the last to the AND.
func (p *parser) joint(after bool) (jointAt, bool, error) {
	t := p.tok
	switch t.kind {
	case tokAnd:
		if err := p.advance(); err != nil {
			return jointAt{}, false, err
		}
		if p.tok.kind != tokNot {
			if t.text == "&" {
				p.warnName(t)
			}
			return jointAt{jointAnd, t}, true, nil
		}
		if p.nearHere() {
			return jointAt{}, false, p.fail(t.at, "AND before NOT w/n joins nothing; the distance itself joins its two sides", "Leave out the AND.", cut(p.src, t.at, t.end))
		}
		t.end = p.tok.end
		return jointAt{jointAndNot, t}, true, p.advance()
	case tokOr:
		return jointAt{jointOr, t}, true, p.advance()
	case tokNot:
		if !after {
			return jointAt{}, false, nil
		}
		return jointAt{jointAndNot, t}, true, p.advance()
	}
	return jointAt{}, false, nil
}

// misplaced is the error of an operator with nothing before it.
func (p *parser) misplaced(op token) error {
	return p.fail(op.at, fmt.Sprintf("%s has nothing before it to join; expected a word first", strings.ToUpper(op.name(p.src))),
		"Leave it out, or put it in quotation marks to search for the word.", p.without(op))
}

// without is the query without an operator; one that is nothing else is quoted.
func (p *parser) without(op token) string {
	if rest := cut(p.src, op.at, op.end); hasWord(rest) {
		return rest
	}
	return `"` + op.name(p.src) + `"`
}

// unjoined is the error of two operands side by side in a dialect without an implied AND.
func (p *parser) unjoined(at int) error {
	return p.fail(at, "two parts stand side by side without a connector; in dtSearch only words may", "Join them by and, or, w/n.", "")
}

// dangling is the error of an operator with nothing after it.
func (p *parser) dangling(op token) error {
	return p.fail(op.at, fmt.Sprintf("%s has nothing after it; expected a word, a phrase or a parenthesis", strings.ToUpper(op.name(p.src))),
		"Leave it out, or say what should follow.", p.without(op))
}

func (t token) name(src string) string { return strings.Join(strings.Fields(src[t.at:t.end]), " ") }

// swap is the query with the first old from at on changed for by.
func (p *parser) swap(at int, old, by string) string {
	i := strings.Index(p.src[min(at, len(p.src)):], old)
	if i < 0 {
		return p.src
	}
	return p.src[:at+i] + by + p.src[at+i+len(old):]
}

// cut is s without the bytes from start to end.
func cut(s string, start, end int) string {
	return strings.TrimSpace(strings.TrimSpace(s[:start]) + " " + strings.TrimSpace(s[end:]))
}
