package search

import (
	"slices"
	"strings"
)

// fieldKind is what sort of value a field takes.
type fieldKind int

const (
	noField   fieldKind = iota
	textField           // words
	enumField           // one of a list
	dateField
	moneyField
	idField   // hexadecimal beginning of a document's hash
	likeField // a document, one of its pages or a passage of it
)

// stances, roles and kinds are the values of the fields of those names.
var (
	stances = []string{"alleges", "denies", "admits", "lacks-knowledge", "states", "reports", "seeks", "finds", "holds", "promises", "questions", "no-comment", "silent", "declined"}
	roles   = []string{"plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee", "judge", "court", "regulator", "counsel", "owner", "subsidiary", "author", "source", "witness", "mentioned"}
	kinds   = []string{"article", "filing", "policy", "mail", "other"}
)

// FieldNames lists the fields of the query language, for help and completion.
func FieldNames() []string {
	return []string{"amount", "author", "bates", "cause", "cc", "citation", "collection", "court", "custodian", "date", "docket", "filed", "from", "furniture", "id", "judge", "kind", "lang", "like", "party", "path", "published", "publisher", "role", "added", "sent", "speaker", "stance", "state", "subject", "tag", "title", "to", "year"}
}

func kindOfField(name string) fieldKind {
	switch name {
	case "date", "published", "filed", "sent", "added", "year":
		return dateField
	case "amount":
		return moneyField
	case "kind", "stance", "role":
		return enumField
	case "id":
		return idField
	case "like":
		return likeField
	}
	if slices.Contains(FieldNames(), name) {
		return textField
	}
	return noField
}

// valuesOf lists the values of an enumerated field.
func valuesOf(name string) []string {
	switch name {
	case "kind":
		return kinds
	case "stance":
		return stances
	case "role":
		return roles
	}
	return nil
}

// closest is the value of the list that begins most like s; the first when none does.
func closest(s string, list []string) string {
	best, most := list[0], 0
	for _, v := range list {
		n := 0
		for n < len(s) && n < len(v) && s[n] == v[n] {
			n++
		}
		if n > most {
			best, most = v, n
		}
	}
	return best
}

// isHash says whether s can begin the hash of a document: 8 to 64 hexadecimal digits.
func isHash(s string) bool {
	return len(s) >= 8 && len(s) <= 64 && strings.Trim(s, "0123456789abcdef") == ""
}
