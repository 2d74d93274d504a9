package extract

import (
	"slices"
	"strings"
)

// splitNames divides the names of one side and drops what is said about them ("an
// individual", "et al.", "dba …", "DOES 1 through 10").
func splitNames(s string) []string {
	var out []string
	for part := range strings.SplitSeq(captionText(s), ";") {
		if firm := surnamesOnly(part); firm {
			out = append(out, printed(strings.Trim(part, " ,.")))
			continue
		}
		out = append(out, namesOf(part)...)
	}
	return out
}

// commasOutside puts commas behind the marks that close before them.
var commasOutside = strings.NewReplacer(",\"", "\",", ",”", "”,")

// captionText makes the numbers of parties, "(1)", and "ex rel." signs between names, and
// leaves out what stands in parentheses.
func captionText(s string) string {
	for _, mark := range []string{" ex rel. ", " EX REL. ", " ex rel ", " EX REL ", " ex relatione ", " on the relation of ", ", on relation of "} {
		s = strings.ReplaceAll(s, mark, "; ")
	}
	s = commasOutside.Replace(s)
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "(")
		out.WriteString(before)
		inner, after, closed := strings.Cut(rest, ")")
		if !ok || !closed {
			if ok {
				out.WriteString(rest)
			}
			return out.String()
		}
		if strings.Trim(inner, "0123456789") == "" {
			out.WriteString(";")
		}
		s = after
	}
}

// surnamesOnly says whether a list of single words joined by commas and "and" is the name of
// a firm: "Wachtel, Reese and Katz".
func surnamesOnly(part string) bool {
	segments := strings.Split(strings.Trim(part, " ,."), ", ")
	last := segments[len(segments)-1]
	for _, s := range segments[:len(segments)-1] {
		if strings.Contains(s, " ") || nameEnding(s) {
			return false
		}
	}
	words := strings.Fields(last)
	return len(segments) > 1 && len(words) >= 2 && len(words) <= 4 && (strings.EqualFold(words[len(words)-2], "and") || words[len(words)-2] == "&")
}

// namesOf reads the names between two semicolons, piece by piece between commas.
func namesOf(part string) []string {
	var out []string
	agent := false                         // the piece before says who acts for the party, so that this one is that person's name
	held, office, told := "", false, false // told: the piece before describes, so that "Inc." ends a name in it
	for _, piece := range strings.Split(part, ",") {
		piece = strings.TrimSpace(piece)
		anew := beginsWith(piece, "and ")
		if anew {
			piece = strings.TrimSpace(piece[4:])
		}
		told = told && !anew
		switch {
		case piece == "":
		case agent && !anew:
			agent = false
		case told && nameEnding(piece):
		case nameEnding(firstWord(piece)) && len(out) > 0 && !anew && !beginsWith(piece, "as "):
			more := splitEnding(piece)
			if !learned[strings.ToLower(strings.ReplaceAll(more[0], ".", ""))] {
				out[len(out)-1] += ", " + more[0]
			}
			out, office, told = append(out, more[1:]...), false, false
		case held == "" && len(out) == 0 && officeWords[strings.ToLower(piece)]:
			held = piece + ", "
		case describes(piece) && (len(out) > 0 || !officeWords[strings.ToLower(firstWord(piece))]) && !(anew && officeWords[strings.ToLower(firstWord(piece))]):
			office, told = officeWords[strings.ToLower(firstWord(piece))], true
			agent = actsFor(piece)
			if rest := behindDescription(piece); rest != "" {
				out, told = append(out, rest), false
			}
		case office && !anew && held == "" && !beginsPerson(piece):
		default:
			more := splitAnd(piece)
			more[0] = held + more[0]
			out, held, office, told = append(out, more...), "", false, false
		}
	}
	return cleanNames(out)
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// nameEnding says whether a word behind a comma belongs to the name before it: "Inc.", "Jr.",
// "M.D.".
func nameEnding(w string) bool {
	if w == "as" { // the small word, and not the form of Norwegian companies
		return false
	}
	bare := strings.ToLower(strings.Trim(strings.ReplaceAll(w, ".", ""), " ,"))
	t := tokenize(nil, bare, 0, len(bare))
	return len(t) == 1 && names().has(&t[0], suffixWord) && len(bare) < 6 || slices.Contains([]string{"jr", "sr", "ii", "iii", "iv", "lp", "llp", "llc", "pc", "pa", "pllc", "na", "ltd", "inc", "ps", "psc", "lc", "pl", "plc", "apc", "lllp", "ulc", "pbc", "sc"}, bare) || learned[bare]
}

// learned are degrees, which are no part of a name.
var learned = set("md", "phd", "esq", "do", "dds", "rn", "cpa", "jd", "dmd", "np")

// officeWords are offices that a caption prints behind a person, or before an office's name.
var officeWords = set("warden", "director", "sheriff", "secretary", "commissioner", "superintendent", "governor", "mayor", "chief", "president", "chairman", "chairwoman",
	"acting", "administrator", "trustee", "executor", "executrix", "administratrix", "guardian", "receiver", "treasurer", "clerk", "comptroller", "postmaster",
	"marshal", "officer", "attorney", "deputy", "assistant", "regional", "field", "judge", "personal", "conservator", "registrar", "inspector")

// describes says whether a piece tells about the party before it.
func describes(piece string) bool {
	first := strings.ToLower(strings.Trim(firstWord(piece), ".,"))
	if beginsWith(piece, "pro se", "a/k/a", "d/b/a", "f/k/a", "n/k/a", "c/o", "et al", "on behalf", "on his", "on her", "on their", "next friend", "estate of the") {
		return true
	}
	switch first {
	case "a", "an", "as", "by", "in", "its", "his", "her", "their", "individually", "inclusive", "through", "deceased", "dba", "aka", "fka", "doing", "formerly", "also", "acting", "survivor",
		"widow", "widower", "mother", "father", "parent", "parents", "minor", "both", "all", "each", "husband", "wife", "jointly", "other", "others", "similarly", "incorporated", "organized", "successor", "nominal",
		"aged", "occupation", "residing", "resident", "represented", "trading", "carrying", "son", "daughter", "r/o", "s/o", "w/o", "d/o", "tdcj", "inmate", "no", "who", "which", "against", "whose", "et", "at", "under", "for":
		return true
	}
	return officeWords[first]
}

// actsFor says whether a description ends with the office of somebody who acts for the party,
// whose name stands behind the next comma: "by its Attorney General", "through her guardian".
func actsFor(piece string) bool {
	if !beginsWith(piece, "by ", "through ") {
		return false
	}
	words := strings.Fields(strings.ToLower(piece))
	last := words[len(words)-1]
	return officeWords[last] || last == "general" || last == "friend" || last == "representative" || last == "litem" || last == "parent" || last == "mother" || last == "father"
}

// behindDescription is the name that "and" joins to a description without a comma: "a trust
// and Ana Ruiz". Descriptions themselves join words by "and".
func behindDescription(piece string) string {
	i := strings.LastIndex(piece, " and ")
	if i < 0 {
		i = strings.LastIndex(piece, " AND ")
	}
	if i < 0 {
		return ""
	}
	rest := strings.TrimSpace(piece[i+5:])
	if rest == "" || rest[0] < 'A' || rest[0] > 'Z' || describes(rest) || !mostlyUpper(rest) && len(strings.Fields(rest)) < 2 || beginsWith(rest, "does ") || mostlyUpper(piece[:i]) && !beginsPerson(rest) {
		return ""
	}
	return rest
}

// beginsPerson says whether a piece begins with a given name.
func beginsPerson(piece string) bool {
	t := tokenize(nil, piece, 0, len(piece))
	return len(t) > 1 && names().has(&t[0], firstName)
}

// splitAnd divides two names that "and" joins, not one name that holds it.
func splitAnd(s string) []string {
	s = strings.TrimSpace(s)
	for _, and := range []string{" and ", " AND "} {
		for at := 0; ; {
			i := strings.Index(s[at:], and)
			if i < 0 {
				break
			}
			i += at
			a, b := s[:i], s[i+len(and):]
			if partsNames(a, b, and == " and " && allCapitals(a)) {
				return append([]string{a}, splitAnd(b)...)
			}
			at = i + len(and)
		}
	}
	return []string{s}
}

// splitEnding divides "INC. and LEO OSTRANDER": the word that ends the name before the comma,
// and the names that "and" joins to it.
func splitEnding(piece string) []string {
	ending, rest, ok := strings.Cut(piece, " ")
	if !ok || !beginsWith(rest, "and ") {
		return splitAnd(piece)
	}
	return append([]string{ending}, splitAnd(rest[4:])...)
}

// allCapitals says whether a text has capitals and no small letters: "INC.".
func allCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// partsNames says whether the "and" between a and b parts two names. A small "and" between
// capitals does; else one part of a body's name is not parted from the other: "Health and
// Human Services", "Bell Salvage and Towing Co.".
func partsNames(a, b string, small bool) bool {
	left, right := tokenize(nil, a, 0, len(a)), tokenize(nil, b, 0, len(b))
	if len(right) == 0 || len(left) == 0 {
		return false
	}
	if small || beginsWith(b, "does ", "the ", "city of ", "county of ", "town of ", "state of ", "united states", "estate of ", "board of ", "unknown ", "john doe", "jane doe", "friends of ") {
		return true
	}
	if len(strings.Fields(a)) < 2 || len(strings.Fields(b)) < 2 || left[0].in(inJoiners) {
		return false
	}
	if names().has(&right[0], firstName) || bodied(left) {
		return true
	}
	person := names().has(&left[0], firstName)
	return person || !bodied(right)
}

// bodied says whether a name has the word of a body, "Inc.", "Union", but does not only
// begin as that of a department does.
func bodied(name []token) bool {
	if name[0].is("department", "bureau", "office", "ministry", "board", "secretary", "committee") || len(name) > 2 && name[2].is("department") {
		return false
	}
	return slices.ContainsFunc(name, func(t token) bool { return len(t.low) > 1 && names().has(&t, suffixWord|orgWord|agencyWord) })
}
