package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// captionRoles are the words under the names of a caption, with the role that each gives;
// "" for those that stand on neither side.
var captionRoles = map[string]string{"counterclaimant": "plaintiff", "counterclaimants": "plaintiff", "counterplaintiff": "plaintiff", "crossclaimant": "plaintiff",
	"counterdefendant": "defendant", "counterdefendants": "defendant", "crossdefendant": "defendant", "relator": "plaintiff", "relators": "plaintiff", "pursuer": "plaintiff",
	"defender": "defendant", "complainant": "plaintiff", "libelant": "plaintiff", "movant": "", "movants": "", "intervenor": "", "intervenors": "", "intervener": "", "debtor": "",
	"debtors": "", "garnishee": "", "garnishees": "", "amicus": "", "amici": "", "contemnor": ""}

// besideRoles are words that stand beside the words of roles.
var besideRoles = set("third", "party", "counter", "cross", "counterclaim", "crossclaim", "and", "in", "interpleader", "nominal", "proposed", "intervening", "first", "second", "lead",
	"consolidated", "putative", "class", "real", "parties", "interest", "of", "curiae", "pro", "se", "below", "the", "an", "a", "s", "joint", "judgment", "creditor", "v", "vs", "prospective",
	"involuntary", "additional", "on", "appeal", "st", "nd", "specially", "appearing", "petition")

// rolesIn are the roles that a line names: "Plaintiffs-Appellees," gives plaintiff, appellee.
func rolesIn(l string) []string {
	var out []string
	for _, w := range roleWords(l) {
		role := partyWords[w]
		if role == "" {
			role = captionRoles[w]
		}
		if role != "" && !slices.Contains(out, role) {
			out = append(out, role)
		}
	}
	return out
}

func roleWords(l string) []string {
	return strings.FieldsFunc(strings.ToLower(l), func(r rune) bool { return !unicode.IsLetter(r) })
}

func isRole(w string) bool {
	_, known := captionRoles[w]
	return known || partyWords[w] != ""
}

// roleLine says whether a line ends with the words of a role: "Plaintiffs,", "COMMISSIONER,
// Respondent", "Defendant/Counterclaimant.", "Intervenor". Behind the first such word only
// others of its kind stand, or the column beside the caption.
func roleLine(l string) bool {
	words := roleWords(l)
	first := slices.IndexFunc(words, isRole)
	if first < 0 || len(l) > 100 || strings.Contains(strings.ToLower(l), words[first]+"'") || strings.Contains(strings.ToLower(l), words[first]+"’") {
		return false
	}
	rest := l[len(beforeRole(l)):]
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool {
		return r == ' ' || r == '/' || r == '-' || r == '–' || r == '—' || r == ',' || r == '.' || r == ';' || r == ':' || r == '&' || r == '(' || r == ')'
	}) {
		low := strings.ToLower(w)
		if isRole(low) || besideRoles[low] {
			continue
		}
		return besideCaption(rest[strings.Index(rest, w):])
	}
	return true
}

// pureRole says whether a line is nothing but the words of a role.
func pureRole(l string) bool { return roleLine(l) && beforeRole(l) == "" }

// beforeRole is what stands on a line before the words that name the role.
func beforeRole(l string) string {
	low := smallASCII(l)
	first := len(l)
	for at := 0; at < len(low); {
		size := strings.IndexFunc(low[at:], func(r rune) bool { return !unicode.IsLetter(r) })
		if size < 0 {
			size = len(low) - at
		}
		if isRole(low[at : at+size]) {
			first = min(at, len(l))
			break
		}
		_, skip := utf8.DecodeRuneInString(low[at+size:])
		at += size + skip
	}
	before := strings.TrimRight(withoutBeside(l[:first]), " ,-–—/(")
	if strings.Trim(before, " .…") == "" {
		return "" // "... Petitioners"
	}
	return before
}

// withoutBeside cuts the words that belong to a role from the end: "Third-Party", "Cross-".
func withoutBeside(s string) string {
	for {
		s = strings.TrimRight(s, " -–—/,")
		i := strings.LastIndexAny(s, " -–—/,")
		if i >= 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
		}
		i = max(i, 0)
		if w := strings.ToLower(s[i:]); w == "" || !besideRoles[w] || w == "and" || w == "of" || w == "in" {
			return s
		}
		s = s[:i]
	}
}

// smallASCII folds the letters of English only, so that offsets stay.
func smallASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
