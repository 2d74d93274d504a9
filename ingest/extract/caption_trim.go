package extract

import (
	"slices"
	"strings"
)

// cleanNames strips descriptions that no comma sets off.
func cleanNames(list []string) []string {
	var out []string
	for _, n := range list {
		if name := trimName(n); name != "" {
			out = append(out, printed(name))
		}
	}
	return out
}

// trimName is the name without what is said about it and no comma sets off; "" for those whom the
// paper does not know, "DOES 1-10".
func trimName(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(s), ","))
	for _, open := range []string{"and ", "AND ", "the "} {
		s = strings.TrimPrefix(s, open)
	}
	for _, cut := range []string{" dba ", " d/b/a", " a/k/a", " f/k/a", " n/k/a", " et al", " on behalf of", " individually", " pro se", " as trustee", " in his ", " in her ", " in their ", " by and through"} {
		if i := strings.Index(smallASCII(s), cut); i > 0 {
			s = s[:i]
		}
	}
	s = strings.TrimLeft(strings.Trim(s, " ,]|)\"“”-–_"), " .…")
	if unknownParty(s) || len(s) < 3 || strings.Trim(s, "0123456789-:. ") == "" {
		return ""
	}
	return withoutNote(s)
}

// unknownParty says whether a name stands for people whom the paper cannot name: "DOES 1 through
// 50", "John and Jane Does", "Roe Corporations I-X", "Unknown Tenant No. 1".
func unknownParty(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '#' })
	if len(words) == 0 {
		return true
	}
	switch words[0] {
	case "does", "roes", "unknown", "unnamed", "unidentified", "fictitious", "various":
		return len(words) > 1 || words[0] == "does" || words[0] == "roes"
	}
	counted := slices.ContainsFunc(words[1:], func(w string) bool { return w == "through" || w == "to" || w == "inclusive" || startsCount(w) })
	for i, w := range words {
		if w == "does" || w == "roes" || i < 3 && (w == "doe" || w == "roe" || w == "xyz" || w == "abc") && counted {
			return true
		}
	}
	return false
}

// startsCount says whether a word counts unnamed people: "1-10", "I-X".
func startsCount(w string) bool {
	first, last, ok := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-")
	return ok && first != "" && last != "" && strings.Trim(first, "0123456789ivx") == "" && strings.Trim(last, "0123456789ivx") == ""
}

// withoutNote is a name without the number of a note or a line at its end; a number that belongs
// to it stays: "Local 88", "School District No. 4", "District RE-6".
func withoutNote(s string) string {
	bare := strings.TrimRight(s, "0123456789")
	if bare == s || strings.HasSuffix(bare, "-") {
		return s
	}
	if words := strings.Fields(strings.ToLower(bare)); strings.HasSuffix(bare, " ") && len(words) > 0 && numberedBodies[strings.TrimRight(words[len(words)-1], ".")] {
		return s
	}
	return strings.TrimRight(bare, " ")
}

// numberedBodies are words behind which a number belongs to the name.
var numberedBodies = set("local", "no", "district", "number", "lodge", "post", "unit", "ward", "precinct", "branch", "chapter", "council", "station", "fund", "trust", "series", "phase", "doe", "pier", "division")

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
	if unknownParty(s) || len(s) < 3 {
		return ""
	}
	if head, last, ok := strings.Cut(s, ", "); ok { // "Ana Ruiz, Ray Hall" or "Harbor Pipe, Inc."
		if t := tokenize(nil, last, 0, len(last)); len(t) == 0 || !names().has(&t[0], suffixWord) && !t[0].is("jr", "sr") {
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
		case strings.EqualFold(bare, "GmbH"):
			words[i] = strings.Replace(w, bare, "GmbH", 1)
		case keptUpper[strings.ToLower(bare)] || romanNumeral(strings.ToLower(bare)) || bare == "PC" || bare == "PLLC" || bare == "AG" || bare == "SA" || bare == "NV" || strings.Contains(bare, ".") && len(bare) < 6:
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
		if (i == 0 || out[i-1] == '-' || out[i-1] == '\'' && i == 2 || i == 2 && len(out) > 5 && string(out[:2]) == "Mc") && out[i] >= 'a' && out[i] <= 'z' {
			out[i] -= 'a' - 'A'
		}
	}
	return string(out)
}
