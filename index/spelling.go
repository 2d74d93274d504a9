package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"averment/evidence"
)

// spelling is a name without what varies: its words in small letters, and beside them
// the form of a company or the initials between a person's names.
type spelling struct{ base, rest string }

// legalForms are those at the end of a company's name, by how they are shortened.
var legalForms = map[string]string{
	"inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "co": "co", "company": "co", "ltd": "ltd", "limited": "ltd",
	"llc": "llc", "llp": "llp", "lp": "lp", "plc": "plc", "pllc": "pllc", "pc": "pc", "ag": "ag", "gmbh": "gmbh", "sa": "sa", "nv": "nv", "bv": "bv",
}

// spell takes a name apart. Dots join, so that "L.L.C." is "llc". A person has initials
// and no legal form, whatever the surname.
func spell(name string, person bool) spelling {
	words := nameWords(name)
	if person {
		return withoutInitials(words)
	}
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	end := len(words)
	var rest []string
	for ; end > 1 && legalForms[words[end-1]] != ""; end-- {
		rest = append(rest, legalForms[words[end-1]])
	}
	return spelling{strings.Join(words[:end], " "), strings.Join(rest, " ")}
}

// nameWords are the words of a name in small letters; a curled apostrophe is a straight
// one.
func nameWords(name string) []string {
	plain := strings.Map(func(r rune) rune {
		switch r {
		case '.':
			return -1
		case '’':
			return '\''
		}
		return unicode.ToLower(r)
	}, name)
	return strings.FieldsFunc(plain, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' && r != '\'' && r != '@'
	})
}

func withoutInitials(words []string) spelling {
	var names, initials []string
	for i, w := range words {
		if 0 < i && i < len(words)-1 && utf8.RuneCountInString(w) == 1 {
			initials = append(initials, w)
		} else {
			names = append(names, w)
		}
	}
	return spelling{strings.Join(names, " "), strings.Join(initials, " ")}
}

// hasInitial says whether a name could have an initial, so that it is to be spelled as a
// person's too. It is quick, and often right.
func hasInitial(name string) bool {
	at := strings.IndexByte(name, ' ')
	for at >= 0 && at+2 < len(name) {
		if next := name[at+2]; next == ' ' || next == '.' {
			return true
		}
		after := strings.IndexByte(name[at+1:], ' ')
		if after < 0 {
			return false
		}
		at += 1 + after
	}
	return false
}

// human says whether a party of the type is spelled as a person is.
func human(t evidence.PartyType) bool { return t == evidence.Person || t == evidence.Judge }

// spellKey stands for a spelling in little memory: 64-bit hashes of its halves.
type spellKey struct{ base, rest uint64 }

func (s spelling) key() spellKey {
	k := spellKey{base: hashOf(s.base)}
	if s.rest != "" {
		k.rest = hashOf(s.rest)
	}
	return k
}

// hashOf is the FNV-1a hash.
func hashOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
