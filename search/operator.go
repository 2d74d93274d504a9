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
		return &Error{Code: CodeInvalid, At: at, Message: fmt.Sprintf("expected a number, s, p or page right after %s", lower[:len(prefix)]), Hint: "Put it in quotation marks to search for it as text.",
			Suggestion: l.src[:at] + repairedDistance(rest, l.src[l.pos+len(lower):])}
	}
	return nil
}

// repairedDistance makes a distance of what stands after w/ and of the rest of the query:
// the number that follows it, even after a space; 5 where there is none.
func repairedDistance(stuck, after string) string {
	const digits = "0123456789"
	text := stuck
	if stuck == "" {
		text = strings.TrimLeft(after, " ")
	}
	words := strings.TrimLeft(text, digits)
	number := text[:len(text)-len(words)]
	switch {
	case number == "":
		return "5" + after
	case stuck == "":
		return number + words
	case len(words) > 2 && hasWord(words):
		return number + " " + words + after // w/2policy
	}
	return number + after
}

func (l *lexer) isFunction(name string) bool {
	if l.dialect == DTSearch {
		return name == "date"
	}
	switch name {
	case "party", "amount", "date", "says":
		return true
	}
	_, ok := countOf(name)
	return ok
}

// countOf reads the number of atleast3, which Lexis also writes atl3.
func countOf(name string) (number string, ok bool) {
	for _, prefix := range []string{"atleast", "atl"} {
		if n, ok := strings.CutPrefix(name, prefix); ok && n != "" && strings.Trim(n, "0123456789") == "" {
			return n, true
		}
	}
	return "", false
}

// isName holds for what may be the name of a field: two or more letters.
func isName(s string) bool {
	return len(s) > 1 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}
