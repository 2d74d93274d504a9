package search

import (
	"fmt"
	"strconv"
	"strings"
	"time"
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

func readFact(n Node) string {
	switch n := n.(type) {
	case *Field:
		return readField(n)
	case *Dates:
		what := map[string]string{"date": "a date", "published": "a publication date", "filed": "a filing date", "sent": "a sending date", "added": "a date of import"}[n.Field]
		return what + readDates(n)
	case *Money:
		return "an amount" + readMoney(n)
	case *PartyIs:
		name := "any party"
		if n.Name != "" {
			name = fmt.Sprintf("the party %q", n.Name)
		}
		if n.Role != "" {
			name += " as " + n.Role
		}
		return name
	case *Says:
		return readSays(n)
	}
	return ""
}

func readField(n *Field) string {
	value := inner(n.Value)
	switch n.Name {
	case "kind":
		return "the kind " + strings.Trim(value, `"`)
	case "party":
		return "a party " + value
	case "role":
		return "a party as " + strings.Trim(value, `"`)
	case "speaker":
		return "a statement by " + value
	case "stance":
		return "a statement that " + strings.Trim(value, `"`)
	case "id":
		return "an id that begins with " + value
	case "furniture":
		return value + " in menus, running heads and other furniture"
	}
	return value + " in the field " + n.Name
}

func readDates(n *Dates) string {
	last := n.To.AddDate(0, 0, -1).Format(time.DateOnly)
	first := n.From.Format(time.DateOnly)
	switch {
	case n.From.IsZero():
		return " not after " + last
	case n.To.IsZero():
		return " not before " + first
	case first == last:
		return " on " + first
	}
	return fmt.Sprintf(" from %s to %s", first, last)
}

func readMoney(m *Money) string {
	figure := func(v *float64) string {
		s := strconv.FormatFloat(*v, 'f', -1, 64)
		if m.Currency != "" {
			s += " " + m.Currency
		}
		return s
	}
	switch {
	case m.Over:
		return " over " + figure(m.Low)
	case m.Under:
		return " under " + figure(m.High)
	case m.High == nil:
		return " of at least " + figure(m.Low)
	case m.Low == nil:
		return " of at most " + figure(m.High)
	case *m.Low == *m.High:
		return " of " + figure(m.Low)
	}
	return fmt.Sprintf(" from %s to %s", figure(m.Low), figure(m.High))
}

func readSays(n *Says) string {
	who, stance := "anyone", "says"
	if n.Speaker != "" {
		who = strconv.Quote(n.Speaker)
	}
	if n.Stance != "" {
		stance = n.Stance
	}
	s := fmt.Sprintf("a statement in which %s %s", who, stance)
	if n.Text != "" {
		s += fmt.Sprintf(" %q", n.Text)
	}
	return s
}
