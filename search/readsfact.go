package search

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

func readFact(n Node) string {
	switch n := n.(type) {
	case *Field:
		return readField(n)
	case *Dates:
		what := map[string]string{"date": "a date", "published": "a publication date", "filed": "a filing date", "sent": "a sending date", "added": "a date of import", "year": "a date of its own"}[n.Field]
		return what + readDates(n)
	case *Money:
		return "an amount" + readMoney(n)
	case *Like:
		return n.reads()
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
