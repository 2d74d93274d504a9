package search

import (
	"fmt"
	"slices"
	"strings"
)

// maxDistance is the largest n of w/n.
const maxDistance = 10000

// chain reads operands joined by proximity, and joins the tightest first.
func (p *parser) chain(depth int) (Node, error) {
	at := p.tok.at
	first, err := p.operand(depth)
	if err != nil {
		return nil, err
	}
	operands := []Node{first}
	var ops []token
	for p.nearHere() {
		op, err := p.nearOperator()
		if err != nil {
			return nil, err
		}
		if first == nil {
			return nil, p.misplaced(op)
		}
		n, err := p.operandAfter(op, depth)
		if err != nil {
			return nil, err
		}
		ops, operands = append(ops, op), append(operands, n)
	}
	if p.dialect != DTSearch || len(ops) < 2 {
		return p.joinNear(operands, ops)
	}
	other := leftFirst(operands, ops)
	ours, err := p.joinNear(operands, ops)
	if err == nil && p.text(other) != p.text(ours) {
		p.mixed = append(p.mixed, mix{ours, other, at, mixedChain})
	}
	return ours, err
}

// leftFirst joins a chain from left to right.
func leftFirst(operands []Node, ops []token) Node {
	left := operands[0]
	for i, op := range ops {
		n := op.near
		n.Left, n.Right = left, operands[i+1]
		left = &n
	}
	return left
}

// nearHere says whether a proximity operator follows, NOT w/n included.
func (p *parser) nearHere() bool {
	if p.tok.kind == tokNear {
		return true
	}
	if p.tok.kind != tokNot {
		return false
	}
	ahead := p.lex
	t, err := ahead.next()
	return err == nil && t.kind == tokNear
}

func (p *parser) nearOperator() (token, error) {
	op := p.tok
	if op.kind == tokNot {
		if err := p.advance(); err != nil {
			return op, err
		}
		not := op
		op = p.tok
		op.at, op.near.Not = not.at, true
	}
	if op.near.Unit == InWords && (op.near.N < 1 || op.near.N > maxDistance) {
		n := min(max(op.near.N, 1), maxDistance)
		slash := op.at + strings.IndexAny(p.src[op.at:op.end], "/+") + 1
		return op, p.fail(slash, fmt.Sprintf("a distance is from 1 to %d words", maxDistance), "Words next to each other have distance 1.", fmt.Sprintf("%s%d%s", p.src[:slash], n, p.src[op.end:]))
	}
	return op, p.advance()
}

func (p *parser) operandAfter(op token, depth int) (Node, error) {
	for p.tok.kind != tokEnd && p.tok.kind != tokClose {
		switch p.tok.kind {
		case tokNot:
			return nil, p.fail(p.tok.at, fmt.Sprintf("NOT cannot follow %s; to keep what is not so near write NOT before it", strings.ToUpper(op.name(p.src))), "",
				p.src[:op.at]+"NOT "+p.src[op.at:op.end]+p.src[p.tok.end:])
		case tokAnd, tokOr, tokNear:
			return nil, p.dangling(op)
		}
		n, err := p.operand(depth)
		if err != nil || n != nil {
			return n, err
		}
	}
	return nil, p.dangling(op)
}

// joinNear joins a chain: the smallest distance first, words before sentences before
// paragraphs before pages, from left to right.
func (p *parser) joinNear(operands []Node, ops []token) (Node, error) {
	for len(ops) > 0 {
		at := 0
		for i, op := range ops {
			if tighter(op.near, ops[at].near) {
				at = i
			}
		}
		n := ops[at].near
		n.Left, n.Right = operands[at], operands[at+1]
		if err := p.checkNear(&n, ops[at]); err != nil {
			return nil, err
		}
		operands = slices.Replace(operands, at, at+2, Node(&n))
		ops = slices.Delete(ops, at, at+1)
	}
	return operands[0], nil
}

func tighter(a, b Near) bool {
	if a.Unit != b.Unit {
		return a.Unit < b.Unit
	}
	return a.Unit == InWords && a.N < b.N
}

// checkNear refuses what has no one meaning inside a proximity.
func (p *parser) checkNear(n *Near, op token) error {
	for _, side := range []Node{n.Left, n.Right} {
		if bad := placeless(side); bad != nil {
			return p.fail(op.at, fmt.Sprintf("%s has no place in the text, so nothing can be near it", quoted(p.text(bad))),
				"Put it beside the proximity, joined by AND.", p.beside(n, bad))
		}
	}
	left, right := hasAnd(n.Left), hasAnd(n.Right)
	if (left || right) && leaves(n.Left)*leaves(n.Right) > maxPairs {
		return &Error{Code: CodeTooLarge, At: op.at, Message: fmt.Sprintf("AND inside a proximity makes more than %d pairs here", maxPairs), Hint: "Split the query into several."}
	}
	if n.Not && right {
		return p.fail(op.at, "AND after NOT w/n can be read in two ways: far from both, or far from either", "Write each distance out.", p.text(p.pairs(n)))
	}
	if left && right || p.dialect == DTSearch && (left && isNear(n.Right) || right && isNear(n.Left)) {
		return p.fail(op.at, "AND on both sides of a proximity can be read in more than one way", "Write each pair out.", p.text(p.pairs(n)))
	}
	return nil
}

func isPhrase(n Node) bool { _, ok := n.(*Phrase); return ok }

func isNear(n Node) bool { _, ok := n.(*Near); return ok }

// maxPairs is how many pairs of words the AND inside a proximity may stand for.
const maxPairs = 10000

// leaves counts the words and facts of a tree.
func leaves(n Node) int {
	of := children(n)
	if len(of) == 0 {
		return 1
	}
	sum := 0
	for _, c := range of {
		sum += leaves(c)
	}
	return sum
}

// hasAnd says whether an AND would have to be taken apart to find places.
func hasAnd(n Node) bool {
	switch n := n.(type) {
	case *And:
		return true
	case *Or:
		return slices.ContainsFunc(n.Of, hasAnd)
	case *Near:
		return hasAnd(n.Left) || hasAnd(n.Right)
	}
	return false
}

// placeless finds a part of an operand that is about the document as a whole.
func placeless(n Node) Node {
	switch n := n.(type) {
	case *Field:
		if n.Name != "party" || children(n.Value) != nil && !isPhrase(n.Value) {
			return n
		}
	case *Not, *All, *AtLeast, *Like:
		return n
	case *Dates:
		if n.Field != "date" {
			return n
		}
	case *And, *Or:
		for _, c := range children(n) {
			if bad := placeless(c); bad != nil {
				return bad
			}
		}
	}
	return nil
}

// pairs writes (a AND b) w/n (c AND d) out as a w/n c AND a w/n d AND ….
func (p *parser) pairs(n *Near) Node {
	var out []Node
	for _, l := range operandsOf(n.Left) {
		for _, r := range operandsOf(n.Right) {
			if len(out) < 16 {
				c := *n
				c.Left, c.Right = l, r
				out = append(out, &c)
			}
		}
	}
	return one(out, true)
}

func operandsOf(n Node) []Node {
	if a, ok := n.(*And); ok {
		return a.Of
	}
	return []Node{n}
}

// beside is the query with the placeless part moved out of the proximity, "" where that
// is not simply one of the two sides.
func (p *parser) beside(n *Near, bad Node) string {
	if n.Not || p.lex.pos < len(p.src) || n.Left != bad && n.Right != bad {
		return ""
	}
	return p.text(one([]Node{n.Left, n.Right}, true))
}

func (p *parser) text(n Node) string { return (&Query{Dialect: p.dialect, Root: n}).String() }

func quoted(s string) string { return "“" + s + "”" }
