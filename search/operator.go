package search

import (
	"fmt"
	"strconv"
	"strings"
)

var wordOperators = map[string]tokenKind{
	"and": tokAnd, "&": tokAnd, "&&": tokAnd, "or": tokOr, "not": tokNot,
	"xfirstword": tokEdge, "xlastword": tokEdge,
}

// proximity reads a proximity operator in lower case.
func proximity(s string) (Near, bool) {
	var n Near
	for _, prefix := range []string{"within/", "near/", "w/", "/", "pre/", "+"} {
		rest, ok := strings.CutPrefix(s, prefix)
		if !ok {
			continue
		}
		n.Ordered = prefix == "pre/" || prefix == "+"
		switch rest {
		case "s", "sent", "sentence":
			n.Unit = InSentence
		case "p", "para", "paragraph":
			n.Unit = InParagraph
		case "page":
			n.Unit = InPage
		default:
			d, err := strconv.Atoi(rest)
			if err != nil || rest[0] < '0' || rest[0] > '9' {
				return n, false
			}
			n.N = d
		}
		return n, true
	}
	return n, false
}

// halfProximity refuses what begins like a proximity operator and is none. W/o, for
// "without", is left as text.
func (l *lexer) halfProximity(lower string) *Error {
	for _, prefix := range []string{"within/", "near/", "w/", "pre/"} {
		rest, ok := strings.CutPrefix(lower, prefix)
		if !ok || lower == "w/o" {
			continue
		}
		at := l.pos + len(prefix)
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		if digits == "" {
			digits = "5"
		}
		return &Error{Code: CodeInvalid, At: at, Message: fmt.Sprintf("expected a number, s, p or page right after %s", lower[:len(prefix)]), Hint: "Put it in quotation marks to search for it as text.", Suggestion: l.src[:at] + digits + l.src[l.pos+len(lower):]}
	}
	return nil
}

func (l *lexer) isFunction(name string) bool {
	if l.dialect == DTSearch {
		return name == "date"
	}
	switch name {
	case "party", "amount", "date", "says":
		return true
	}
	n, ok := strings.CutPrefix(name, "atleast")
	return ok && n != "" && strings.Trim(n, "0123456789") == ""
}

// isName holds for what may be the name of a field: two or more letters.
func isName(s string) bool {
	return len(s) > 1 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}
