package search

import (
	"fmt"
	"strconv"
	"strings"
)

// Reads says the query in plain words, such as
// `documents with "breach" within 5 words of "contract"`.
func (q *Query) Reads() string {
	if _, all := q.Root.(*All); all {
		return "all documents"
	}
	if n, ok := q.Root.(*Not); ok {
		return "documents without " + inner(n.Of)
	}
	return "documents with " + read(q.Root)
}

// read says what a document must have.
func read(n Node) string {
	switch n := n.(type) {
	case *And:
		return readAnd(n.Of)
	case *Or:
		return "either " + join(n.Of, " or ")
	case *Not:
		return "no " + inner(n.Of)
	case *Near:
		return readNear(n)
	case *AtLeast:
		return fmt.Sprintf("at least %d occurrences of %s", n.N, inner(n.Of))
	case *Phrase:
		return readPhrase(n)
	case *Literal:
		return readLiteral(n)
	case *All:
		return "anything"
	case *Edge:
		if n.Last {
			return "the last word"
		}
		return "the first word"
	}
	if s := readWord(n); s != "" {
		return s
	}
	return readFact(n)
}

// inner says an operand, in parentheses when it has operands itself.
func inner(n Node) string {
	switch n.(type) {
	case *And, *Or, *Not, *Near:
		return "(" + read(n) + ")"
	}
	return read(n)
}

func join(of []Node, between string) string {
	parts := make([]string, len(of))
	for i, n := range of {
		parts[i] = inner(n)
	}
	return strings.Join(parts, between)
}

func readAnd(of []Node) string {
	var with, without []Node
	for _, n := range of {
		if not, ok := n.(*Not); ok {
			without = append(without, not.Of)
		} else {
			with = append(with, n)
		}
	}
	switch {
	case len(without) == 0:
		return join(with, " and ")
	case len(with) == 0:
		return "none of " + join(without, " or ")
	}
	return join(with, " and ") + ", but without " + join(without, " or ")
}

func readNear(n *Near) string {
	left, right := inner(n.Left), inner(n.Right)
	var how string
	switch n.Unit {
	case InSentence:
		how = "in the same sentence as"
	case InParagraph:
		how = "in the same paragraph as"
	case InPage:
		how = "on the same page as"
	default:
		how = fmt.Sprintf("within %d %s of", n.N, plural(n.N, "word"))
		if n.Ordered {
			how = fmt.Sprintf("at most %d %s before", n.N, plural(n.N, "word"))
		}
	}
	if n.Ordered && n.Unit != InWords {
		how = "before and " + how
	}
	if n.Not {
		return left + " where it is not " + how + " " + right
	}
	return left + " " + how + " " + right
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

func readWord(n Node) string {
	switch n := n.(type) {
	case *Word:
		return strconv.Quote(n.Text)
	case *Wildcard:
		return readWildcard(n.Pattern)
	case *Forms:
		return fmt.Sprintf("any form of %q", n.Text)
	case *Fuzzy:
		s := fmt.Sprintf("%q with up to %d %s in spelling", n.Text, n.Edits, plural(n.Edits, "difference"))
		if n.Prefix > 0 {
			s += fmt.Sprintf(" after its first %d %s", n.Prefix, plural(n.Prefix, "letter"))
		}
		return s
	case *Exact:
		return fmt.Sprintf("%q in exactly this spelling", n.Text)
	case *Numbers:
		return fmt.Sprintf("a whole number from %d to %d", n.Low, n.High)
	}
	return ""
}

func readWildcard(pattern string) string {
	body := strings.Trim(pattern, "*")
	switch {
	case strings.ContainsAny(body, "*?#"):
		return fmt.Sprintf("a word like %q", strings.ReplaceAll(pattern, "#", "="))
	case body+"*" == pattern:
		return fmt.Sprintf("a word that begins with %q", body)
	case "*"+body == pattern:
		return fmt.Sprintf("a word that ends in %q", body)
	}
	return fmt.Sprintf("a word that contains %q", body)
}

// readPhrase quotes a plain phrase; one with marked words is told word by word.
func readPhrase(n *Phrase) string {
	words := make([]string, len(n.Parts))
	plain := true
	for i, part := range n.Parts {
		switch w := part.(type) {
		case *Word:
			words[i] = w.Text
		case *Literal:
			words[i] = w.Text
		default:
			words[i], plain = inner(part), false
		}
	}
	if plain {
		return `the phrase "` + strings.Join(words, " ") + `"`
	}
	for i, part := range n.Parts {
		switch part.(type) {
		case *Word, *Literal:
			words[i] = strconv.Quote(words[i])
		}
	}
	return "the phrase of " + strings.Join(words, ", then ")
}

func readLiteral(n *Literal) string {
	s := strconv.Quote(n.Text)
	if n.Fact != nil {
		s += ", or " + readFact(n.Fact)
		return "(" + s + ")"
	}
	return s
}
