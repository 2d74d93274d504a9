package store

import (
	"slices"
	"strings"

	"averment/evidence"
)

// inForce are the corrections of a document in their order. A split that takes away a
// name which an earlier merge or renaming put there takes that one back, so that each
// party has its own roles and places again.
func inForce(edits []PartyEdit, doc string) (out []PartyEdit) {
	for _, e := range edits {
		if e.Document != "" && e.Document != doc {
			continue
		}
		for _, alias := range e.Aliases {
			for i, m := range slices.Backward(out) {
				if (m.Op == Merge || m.Op == Rename) && strings.EqualFold(m.To, e.Name) && strings.EqualFold(m.Name, alias) {
					out[i].Op, out[i].To = Rename, e.To
					break
				}
			}
		}
		out = append(out, e)
	}
	return out
}

// lay lays one correction over a document: over its parties and, where one has another
// name from now on, over who speaks and the roles that name it. It says whether the
// document has to do with it.
func (e PartyEdit) lay(doc *evidence.Document) bool {
	touched := e.Op == Split && e.keepApart(doc)
	at := findParty(doc.Parties, e.Name)
	if at < 0 {
		return touched
	}
	was := doc.Parties[at].Name
	doc.Parties = e.apply(doc.Parties)
	if e.Op != Rename && e.Op != Merge {
		return true
	}
	for i := range doc.Statements {
		renamed(&doc.Statements[i].Speaker, was, e.To)
	}
	for i := range doc.Quotations {
		renamed(&doc.Quotations[i].Speaker, was, e.To)
	}
	for i := range doc.Parties {
		doc.Parties[i].Roles = renamedRoles(doc.Parties[i].Roles, was, e.To)
	}
	return true
}

// ofNature says whether a correction is of what a party is, and not of its names.
func (e PartyEdit) ofNature() bool {
	return e.Op == Retype || e.Op == AddRole || e.Op == NotRole
}

// keepApart notes on the parties that a split takes apart that they are not the same, so
// that a likeness of names does not join them again.
func (e PartyEdit) keepApart(doc *evidence.Document) (touched bool) {
	theirs := addOnce(slices.Clone(e.Aliases), e.To)
	for i, p := range doc.Parties {
		var others []string
		switch {
		case strings.EqualFold(p.Name, e.Name):
			others = theirs
		case slices.ContainsFunc(theirs, func(name string) bool { return strings.EqualFold(name, p.Name) }):
			others = []string{e.Name}
		default:
			continue
		}
		touched = true
		doc.Parties = slices.Clone(doc.Parties)
		for _, other := range others {
			doc.Parties[i].Apart = addOnce(slices.Clone(doc.Parties[i].Apart), other)
		}
	}
	return touched
}

func renamed(name *string, from, to string) {
	if strings.EqualFold(*name, from) {
		*name = to
	}
}

// renamedRoles puts the new name into "counsel for NAME" and "owner of NAME".
func renamedRoles(roles []string, from, to string) (out []string) {
	for _, role := range roles {
		if word, name, of := cutRole(role); of && strings.EqualFold(name, from) {
			role = word + to
		}
		out = addOnce(out, role)
	}
	return out
}

// cutRole cuts "owner of Northlake" into "owner of " and "Northlake".
func cutRole(role string) (word, name string, of bool) {
	for _, joint := range []string{" for ", " of "} {
		if before, after, ok := strings.Cut(role, joint); ok {
			return before + joint, after, true
		}
	}
	return role, "", false
}

// apply lays one correction over the parties of a document.
func (e PartyEdit) apply(parties []evidence.Party) []evidence.Party {
	at := findParty(parties, e.Name)
	if at < 0 {
		return parties
	}
	parties = slices.Clone(parties)
	parties[at].Verified, parties[at].Proposed = true, false
	switch e.Op {
	case Dismiss:
		return slices.Delete(parties, at, at+1)
	case Rename, Merge:
		return renameParty(parties, at, e.To)
	case Split:
		return splitParty(parties, at, e)
	case Retype:
		parties[at].Type = evidence.PartyType(e.To)
	case AddRole:
		parties[at].Roles = withoutMention(addOnce(slices.Clone(parties[at].Roles), e.To))
	case NotRole:
		parties[at].Roles = withoutRole(parties[at].Roles, e.To)
	}
	return parties
}

// withoutMention leaves "mentioned" out where there is another role.
func withoutMention(roles []string) []string {
	if len(roles) > 1 {
		roles = slices.DeleteFunc(roles, func(r string) bool { return r == "mentioned" })
	}
	return roles
}

// withoutRole takes a role away; who has none is mentioned.
func withoutRole(roles []string, role string) []string {
	left := slices.DeleteFunc(slices.Clone(roles), func(r string) bool { return strings.EqualFold(r, role) })
	if len(left) == 0 {
		return []string{"mentioned"}
	}
	return left
}

func findParty(parties []evidence.Party, name string) int {
	return slices.IndexFunc(parties, func(p evidence.Party) bool { return strings.EqualFold(p.Name, name) })
}

// renameParty gives a party another name; the old one becomes an alias. When there is
// a party of that name already, the two are one.
func renameParty(parties []evidence.Party, at int, to string) []evidence.Party {
	p := parties[at]
	aliases := slices.Clone(p.Aliases)
	if !strings.EqualFold(p.Name, to) {
		aliases = addOnce(aliases, p.Name)
	}
	p.Name, p.Aliases = to, aliases
	parties[at] = p
	for i, other := range parties {
		if i != at && strings.EqualFold(other.Name, to) {
			parties[at] = joinParties(p, other)
			return slices.Delete(parties, i, i+1)
		}
	}
	return parties
}

// joinParties adds to p what o has more.
func joinParties(p, o evidence.Party) evidence.Party {
	p.Aliases, p.Roles = slices.Clone(p.Aliases), slices.Clone(p.Roles)
	for _, alias := range o.Aliases {
		p.Aliases = addOnce(p.Aliases, alias)
	}
	for _, role := range o.Roles {
		p.Roles = addOnce(p.Roles, role)
	}
	p.Roles = withoutMention(p.Roles)
	for _, other := range o.Apart {
		p.Apart = addOnce(slices.Clone(p.Apart), other)
	}
	p.Spans = append(slices.Clone(p.Spans), o.Spans...)
	slices.SortStableFunc(p.Spans, func(a, b evidence.Span) int {
		switch {
		case a.Before(b):
			return -1
		case b.Before(a):
			return 1
		}
		return 0
	})
	return p
}

// splitParty takes aliases away from a party and makes another of them, with the same
// roles and places: which place means whom, only the reader knows.
func splitParty(parties []evidence.Party, at int, e PartyEdit) []evidence.Party {
	p := parties[at]
	var theirs, ours []string
	for _, alias := range p.Aliases {
		if slices.ContainsFunc(e.Aliases, func(a string) bool { return strings.EqualFold(a, alias) }) {
			theirs = append(theirs, alias)
		} else {
			ours = append(ours, alias)
		}
	}
	if len(theirs) == 0 {
		return parties
	}
	other := p
	other.Name, other.Apart = e.To, []string{e.Name}
	other.Aliases = slices.DeleteFunc(theirs, func(a string) bool { return strings.EqualFold(a, e.To) })
	other.Roles, other.Spans = slices.Clone(p.Roles), slices.Clone(p.Spans)
	parties[at].Aliases = ours
	if i := findParty(parties, e.To); i >= 0 {
		parties[i] = joinParties(parties[i], other)
		return parties
	}
	return append(parties, other)
}

func addOnce(list []string, s string) []string {
	if slices.ContainsFunc(list, func(x string) bool { return strings.EqualFold(x, s) }) {
		return list
	}
	return append(list, s)
}
