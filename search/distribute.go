package search

import (
	"averment/index"
)

// compileNear takes AND and OR inside a proximity apart: (a AND b) w/n c means a w/n c
// and b w/n c. What remains joins places only.
func compileNear(n *Near) index.Expr {
	if !hasAnd(n.Left) && !hasAnd(n.Right) {
		return place(n)
	}
	left := hasAnd(n.Left)
	side := n.Right
	if left {
		side = n.Left
	}
	return distribute(side, func(x Node) index.Expr {
		c := *n
		if left {
			c.Left = x
		} else {
			c.Right = x
		}
		return compileNear(&c)
	})
}

// distribute applies make to the parts of a side below its AND and OR. A proximity that
// has an AND inside is first taken apart itself.
func distribute(side Node, make func(Node) index.Expr) index.Expr {
	switch s := side.(type) {
	case *And:
		return index.And{Of: distributeAll(s.Of, make)}
	case *Or:
		if hasAnd(s) {
			return index.Or{Of: distributeAll(s.Of, make)}
		}
	case *Near:
		if hasAnd(s) {
			return distributeNear(s, make)
		}
	}
	return make(side)
}

func distributeAll(of []Node, make func(Node) index.Expr) []index.Expr {
	var out []index.Expr
	for _, x := range of {
		out = append(out, distribute(x, make))
	}
	return out
}

func distributeNear(s *Near, make func(Node) index.Expr) index.Expr {
	if hasAnd(s.Left) {
		return distribute(s.Left, func(x Node) index.Expr {
			c := *s
			c.Left = x
			return distribute(&c, make)
		})
	}
	return distribute(s.Right, func(x Node) index.Expr {
		c := *s
		c.Right = x
		return distribute(&c, make)
	})
}

func nearOf(n *Near, left, right index.Expr) index.Expr {
	unit := [...]index.Unit{InWords: index.Words, InSentence: index.Sentence, InParagraph: index.Paragraph, InPage: index.PageUnit}[n.Unit]
	if n.Not {
		return index.NotNear{A: left, B: right, N: n.N, Ordered: n.Ordered, Unit: unit}
	}
	return index.Near{Operands: []index.Expr{left, right}, N: n.N, Ordered: n.Ordered, Unit: unit}
}
