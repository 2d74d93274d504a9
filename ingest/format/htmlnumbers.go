package format

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// numbers gives the number of each entry of a numbered list, by its squeezed text: readers
// cite "item 3", and HTML leaves the counting to the browser. An entry that states a number
// itself gets none.
func (v *htmlView) numbers() map[string]string {
	out := map[string]string{}
	first, counted := map[*html.Node]bool{}, map[*html.Node]string{}
	for _, b := range v.blocks {
		item := listItem(b.node)
		if item == nil || first[item] || startsNumbered.MatchString(b.text) {
			continue
		}
		first[item] = true
		if key := squeeze(b.text); out[key] == "" {
			if counted[item] == "" {
				countItems(item.Parent, counted)
			}
			out[key] = counted[item]
		}
	}
	return out
}

var startsNumbered = regexp.MustCompile(`^\W?(?:\d+|[a-zA-Z]|[ivxIVX]+)[.)]`)

// listItem gives the entry of a numbered list in which an element stands.
func listItem(n *html.Node) *html.Node {
	for p, depth := n, 0; p != nil && depth < 3; p, depth = p.Parent, depth+1 {
		if p.Data == "li" {
			if p.Parent != nil && p.Parent.Data == "ol" {
				return p
			}
			return nil
		}
	}
	return nil
}

// countItems gives the entries of a list their numbers, as browsers do: from start, on from
// the last value. Letters and Roman numbers, which only a style asks for, are counted too.
func countItems(list *html.Node, into map[*html.Node]string) {
	n := 1
	if start, err := strconv.Atoi(attr(list, "start")); err == nil {
		n = start
	}
	kind := attr(list, "type")
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "li" {
			continue
		}
		if value, err := strconv.Atoi(attr(c, "value")); err == nil {
			n = value
		}
		into[c] = strconv.Itoa(n) + ". "
		if strings.EqualFold(kind, "a") && n >= 1 && n <= 26 {
			into[c] = string(rune(kind[0]+byte(n-1))) + ". "
		}
		n++
	}
}
