package extract

import "strings"

// splitNames divides the names of one side and drops what is said about them ("an
// individual", "et al.", "dba …", "DOES 1 through 10").
func splitNames(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		for _, piece := range splitAnd(part) {
			if name := bareName(piece); name != "" {
				out = append(out, printed(name))
			}
		}
	}
	return out
}

func splitAnd(s string) []string {
	s = strings.TrimSpace(s)
	for _, and := range []string{" and ", " AND ", ", and ", " & "} {
		a, b, ok := strings.Cut(s, and)
		if !ok || and == " & " {
			continue
		}
		if len(strings.Fields(a)) > 1 && len(strings.Fields(b)) > 1 && !joiners[lower(strings.Fields(a)[0])] && !strings.Contains(strings.ToUpper(a), "SECURITIES") {
			return append([]string{a}, splitAnd(b)...)
		}
	}
	return []string{s}
}

// bareName is the name at the beginning of a description of a party.
func bareName(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(s), ","))
	for _, and := range []string{"and ", "AND "} {
		s = strings.TrimPrefix(s, and)
	}
	u := strings.ToUpper(s)
	for _, cut := range []string{" DBA ", " D/B/A ", ", ET AL", " ET AL", ", A ", ", AN ", ", INDIVIDUAL", ", IN HIS", ", IN HER", ", IN THEIR", ", ON BEHALF", " ON BEHALF OF", ", INCLUSIVE", ", AS ", ", THROUGH", ", BY AND"} {
		if i := strings.Index(u, cut); i > 0 {
			s, u = s[:i], u[:i]
		}
	}
	s = strings.TrimRight(s, " ,0123456789]|)")
	u = strings.ToUpper(s)
	if strings.HasPrefix(u, "DOES") || strings.HasPrefix(u, "JOHN DOE") || len(s) < 3 {
		return ""
	}
	if head, last, ok := strings.Cut(s, ", "); ok { // "Ana Ruiz, Ray Hall" or "Harbor Pipe, Inc."
		if t := tokenize(nil, last, 0, len(last)); len(t) == 0 || !names().has(t[0], suffixWord) && !t[0].is("jr", "sr") {
			s = head
		}
	}
	return s
}

// printed puts a name in capitals into ordinary letters.
func printed(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if !mostlyUpper(name) {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		bare := strings.Trim(w, ".,")
		switch {
		case i > 0 && (nameParticle[strings.ToLower(bare)]) && len(bare) > 1:
			words[i] = strings.ToLower(w)
		case keptUpper[strings.ToLower(bare)] || bare == "PC" || bare == "PLLC" || bare == "AG" || bare == "SA" || bare == "NV" || strings.Contains(bare, ".") && len(bare) < 6:
		default:
			words[i] = capitalised(w)
		}
	}
	return strings.Join(words, " ")
}

// capitalised makes the first letter of each part of a word a capital and the rest small.
func capitalised(w string) string {
	out := []byte(strings.ToLower(w))
	for i := range out {
		if (i == 0 || out[i-1] == '-' || out[i-1] == '\'' && i == 2) && out[i] >= 'a' && out[i] <= 'z' {
			out[i] -= 'a' - 'A'
		}
	}
	return string(out)
}
