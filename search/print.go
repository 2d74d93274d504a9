package search

import (
	"fmt"
	"strconv"
	"strings"
)

// String prints the query so that parsing the print in the same dialect gives the same
// tree. Every level has its parentheses, so the print never needs a warning.
func (q *Query) String() string {
	p := printer{q.Dialect == DTSearch}
	return p.node(q.Root)
}

type printer struct{ dt bool }

// node prints a node as a whole query or the inside of a parenthesis.
func (p printer) node(n Node) string {
	switch n := n.(type) {
	case *And:
		return p.and(n.Of)
	case *Or:
		return p.list(n.Of, " OR ")
	case *Not:
		return "NOT " + p.tight(n.Of)
	case *Near:
		return p.tight(n.Left) + " " + nearText(n) + " " + p.tight(n.Right)
	}
	return p.leaf(n)
}

// tight prints an operand, in parentheses when it is an operator itself.
func (p printer) tight(n Node) string {
	switch n.(type) {
	case *And, *Or, *Not, *Near:
		return "(" + p.node(n) + ")"
	}
	return p.leaf(n)
}

func (p printer) list(of []Node, between string) string {
	parts := make([]string, len(of))
	for i, n := range of {
		parts[i] = p.tight(n)
	}
	return strings.Join(parts, between)
}

// and prints exclusions at the end as AND NOT, and any other in parentheses.
func (p printer) and(of []Node) string {
	last := len(of)
	for last > 1 {
		if _, ok := of[last-1].(*Not); !ok {
			break
		}
		last--
	}
	s := p.list(of[:last], " AND ")
	for _, n := range of[last:] {
		s += " AND NOT " + p.tight(n.(*Not).Of)
	}
	return s
}

func nearText(n *Near) string {
	op := "w/"
	if n.Ordered {
		op = "pre/"
	}
	if n.Not {
		op = "NOT " + op
	}
	switch n.Unit {
	case InSentence:
		return op + "s"
	case InParagraph:
		return op + "p"
	case InPage:
		return op + "page"
	}
	return op + strconv.Itoa(n.N)
}

func (p printer) leaf(n Node) string {
	switch n := n.(type) {
	case *Word:
		if isOperatorWord(n.Text) || p.dt && (strings.EqualFold(n.Text, "contains") || strings.EqualFold(n.Text, "andany")) {
			return `"` + n.Text + `"`
		}
		return n.Text
	case *Phrase:
		return `"` + p.inPhrase(n) + `"`
	case *Literal:
		return n.Text
	case *AtLeast:
		return fmt.Sprintf("atleast%d(%s)", n.N, p.node(n.Of))
	case *Edge:
		if n.Last {
			return "xlastword"
		}
		return "xfirstword"
	case *All:
		return "*"
	}
	if s, ok := p.marked(n); ok {
		return s
	}
	return p.fact(n)
}

// marked prints a word that carries marks; ok is false for any other node.
func (p printer) marked(n Node) (s string, ok bool) {
	switch n := n.(type) {
	case *Literal:
		return n.Text, true
	case *Wildcard:
		return strings.ReplaceAll(n.Pattern, "#", "="), true
	case *Forms:
		return n.Text + "~", true
	case *Exact:
		return "=" + n.Text, true
	case *Numbers:
		return fmt.Sprintf("%d~~%d", n.Low, n.High), true
	case *Fuzzy:
		if p.dt {
			runes := []rune(n.Text)
			cut := min(n.Prefix, len(runes))
			return string(runes[:cut]) + strings.Repeat("%", n.Edits) + string(runes[cut:]), true
		}
		return n.Text + "~" + strconv.Itoa(n.Edits), true
	}
	return "", false
}

// inPhrase prints what stands between the quotation marks of a phrase.
func (p printer) inPhrase(n Node) string {
	switch n := n.(type) {
	case *Phrase:
		parts := make([]string, len(n.Parts))
		for i, part := range n.Parts {
			parts[i] = p.inPhrase(part)
		}
		return strings.Join(parts, " ")
	case *Or:
		parts := make([]string, len(n.Of))
		for i, part := range n.Of {
			parts[i] = p.inPhrase(part)
		}
		return "(" + strings.Join(parts, " OR ") + ")"
	case *Word:
		return n.Text
	}
	s, _ := p.marked(n)
	return s
}

// fact prints fields and typed facts.
func (p printer) fact(n Node) string {
	switch n := n.(type) {
	case *Field:
		return p.field(n.Name, n.Value)
	case *Dates:
		if p.dt {
			if n.Field == "date" {
				return "date(" + n.Text + ")"
			}
			return n.Field + " contains (" + n.Text + ")"
		}
		return n.Field + ":" + n.Text
	case *Money:
		if p.dt {
			return "amount contains (" + n.text() + ")"
		}
		return "amount:" + n.text()
	case *Like:
		if p.dt {
			return "like contains (" + n.text() + ")"
		}
		return "like:" + n.text()
	case *PartyIs:
		if n.Role == "" {
			return fmt.Sprintf(`party("%s")`, n.Name)
		}
		return fmt.Sprintf(`party("%s", %s)`, n.Name, n.Role)
	case *Says:
		stance := n.Stance
		if stance == "" {
			stance = "*"
		}
		return fmt.Sprintf(`says("%s", %s, "%s")`, n.Speaker, stance, n.Text)
	}
	return ""
}

func (p printer) field(name string, value Node) string {
	s := p.node(value)
	if p.dt {
		return name + " contains (" + s + ")"
	}
	switch value.(type) {
	case *And, *Or, *Not, *Near:
		s = "(" + s + ")"
	}
	return name + ":" + s
}

// text is the value of the amount as the field amount reads it.
func (m *Money) text() string {
	figure := func(v *float64) string {
		if v == nil {
			return ""
		}
		return strconv.FormatFloat(*v, 'f', -1, 64) + strings.ToLower(m.Currency)
	}
	switch {
	case m.Low != nil && m.High != nil && *m.Low == *m.High:
		return figure(m.Low)
	case m.Over:
		return ">" + figure(m.Low)
	case m.Under:
		return "<" + figure(m.High)
	case m.High == nil:
		return ">=" + figure(m.Low)
	case m.Low == nil:
		return "<=" + figure(m.High)
	}
	return figure(m.Low) + ".." + figure(m.High)
}
