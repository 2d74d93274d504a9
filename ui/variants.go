package ui

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A party is written in many ways over a case: "Kestrel, Inc.", "KESTREL INC", "Kestrel".
// gather makes one profile of those that can only be one party; what a person took apart
// stays apart.

// spelling is a name without what varies: its words in small letters, and beside them
// the form of a company or the initials between a person's names.
type spelling struct{ base, rest string }

// forms are the legal forms at the end of a company's name, by how they are shortened.
var forms = map[string]string{
	"inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "co": "co", "company": "co", "ltd": "ltd", "limited": "ltd",
	"llc": "llc", "llp": "llp", "lp": "lp", "plc": "plc", "pllc": "pllc", "pc": "pc", "ag": "ag", "gmbh": "gmbh", "sa": "sa", "nv": "nv", "bv": "bv",
}

// spell takes a name apart. Dots join, so that "L.L.C." is "llc". A person has initials
// and no legal form, whatever the surname.
func spell(name string, person bool) spelling {
	words := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(name, ".", "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' && r != '\'' && r != '’' && r != '@'
	})
	if person {
		return withoutInitials(words)
	}
	var rest []string
	for len(words) > 1 && forms[words[len(words)-1]] != "" {
		rest = append(rest, forms[words[len(words)-1]])
		words = words[:len(words)-1]
	}
	return spelling{strings.Join(words, " "), strings.Join(rest, " ")}
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

// gather joins the profiles of one party under the name that most documents use.
func (d *caseDigest) gather(edits []PartyEdit) {
	d.Names = map[string]string{}
	groups := map[spelling][]*partyProfile{}
	forms := map[string]map[string]bool{} // of a base
	for _, p := range d.Parties {
		sp := spell(p.Name, p.Type == "person" || p.Type == "judge")
		groups[sp] = append(groups[sp], p)
		if sp.rest != "" {
			if forms[sp.base] == nil {
				forms[sp.base] = map[string]bool{}
			}
			forms[sp.base][sp.rest] = true
		}
	}
	for base, rests := range forms {
		if plain := (spelling{base: base}); len(rests) == 1 && groups[plain] != nil {
			for rest := range rests {
				groups[spelling{base, rest}] = append(groups[spelling{base, rest}], groups[plain]...)
			}
			delete(groups, plain)
		}
	}
	apart := takenApart(edits)
	for _, group := range groups {
		d.join(group, apart)
	}
	d.joinShort(apart)
	for name, p := range d.Parties {
		for _, variant := range p.Names {
			d.Names[variant] = name
		}
	}
	for _, p := range d.Parties {
		p.Roles = d.rolesByLead(p.Roles)
	}
}

// rolesByLead counts "owner of NAME" under the name that leads.
func (d *caseDigest) rolesByLead(roles map[string]int) map[string]int {
	out := map[string]int{}
	for role, n := range roles {
		for _, joint := range []string{" for ", " of "} {
			if word, name, ok := strings.Cut(role, joint); ok && d.Names[name] != "" {
				role = word + joint + d.Names[name]
				break
			}
		}
		out[role] += n
	}
	return out
}

// takenApart are the names that a person said are other parties, each with the one that
// it is not.
func takenApart(edits []PartyEdit) map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, e := range edits {
		if e.Op == "split" {
			for _, name := range append(slices.Clone(e.Aliases), e.To) {
				out[[2]string{strings.ToLower(e.Name), strings.ToLower(name)}] = true
			}
		}
	}
	return out
}

// join makes one profile of a group; a name that was taken apart keeps its own.
func (d *caseDigest) join(group []*partyProfile, apart map[[2]string]bool) {
	slices.SortFunc(group, func(a, b *partyProfile) int {
		return cmp.Or(rankOf(b)-rankOf(a), len(b.Documents)-len(a.Documents), len(b.Name)-len(a.Name), strings.Compare(b.Name, a.Name))
	})
	for len(group) > 0 {
		lead, left := group[0], []*partyProfile(nil)
		for _, p := range group[1:] {
			if separate(lead, p, apart) {
				left = append(left, p)
				continue
			}
			lead.take(p)
			delete(d.Parties, p.Name)
		}
		group = left
	}
}

func separate(a, b *partyProfile, apart map[[2]string]bool) bool {
	for _, x := range a.Names {
		for _, y := range b.Names {
			x, y := strings.ToLower(x), strings.ToLower(y)
			if apart[[2]string{x, y}] || apart[[2]string{y, x}] {
				return true
			}
		}
	}
	return false
}

// rankOf says which name leads: one that a person confirmed, then one that was found for
// sure, then one that is not all in capitals.
func rankOf(p *partyProfile) (n int) {
	if p.Verified {
		n += 4
	}
	if !p.Proposed {
		n += 2
	}
	if p.Name != strings.ToUpper(p.Name) {
		n++
	}
	return n
}

// joinShort joins "Kestrel" of one document to the one organisation that another
// document calls Kestrel for short. People are left alone: a surname has many owners.
func (d *caseDigest) joinShort(apart map[[2]string]bool) {
	owners := map[string][]*partyProfile{}
	for _, p := range d.Parties {
		short := map[string]bool{}
		for alias := range p.Aliases {
			short[strings.ToLower(alias)] = p.Type == "organisation"
		}
		for alias := range short {
			owners[alias] = append(owners[alias], p)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.Parties)) {
		p := d.Parties[name]
		mine := slices.DeleteFunc(slices.Clone(owners[strings.ToLower(name)]), func(o *partyProfile) bool { return o == p })
		if len(mine) != 1 || p.Type != "organisation" || mine[0].Type != "organisation" || d.Parties[mine[0].Name] != mine[0] || separate(mine[0], p, apart) {
			continue
		}
		mine[0].take(p)
		delete(d.Parties, name)
	}
}

// take adds to a profile what another has.
func (p *partyProfile) take(o *partyProfile) {
	p.Names = append(p.Names, o.Names...)
	p.Verified, p.Proposed = p.Verified || o.Verified, p.Proposed && o.Proposed
	for _, name := range o.Names {
		p.Aliases[name] += len(o.Documents)
	}
	for _, pair := range []struct{ mine, theirs map[string]int }{{p.Aliases, o.Aliases}, {p.Roles, o.Roles}, {p.Stances, o.Stances}} {
		for k, n := range pair.theirs {
			pair.mine[k] += n
		}
	}
	delete(p.Aliases, p.Name)
	for id, doc := range o.Documents {
		if mine := p.Documents[id]; mine != nil {
			mine.Mentions += doc.Mentions
		} else {
			p.Documents[id] = doc
		}
	}
}
