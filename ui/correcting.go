package ui

import (
	"maps"
	"slices"
	"strings"

	"averment/evidence"
)

// Corrected says what a correction of a party, as a person means it, is to the store: one
// for each name of the party, and the documents that they touch.
func Corrected(all AllDocuments, e PartyEdit) (edits []PartyEdit, touched []string, err error) {
	d, err := partiesOf(all)
	if err != nil {
		return nil, nil, err
	}
	return d.correct(e)
}

// AllDocuments yields the documents of a case without their text.
type AllDocuments func(yield func(*evidence.Document) error) error

// Parties lists the parties of a case; of a name only that one, or evidence.ErrNotFound.
func Parties(all AllDocuments, name string) (PartiesAnswer, error) {
	d, err := partiesOf(all)
	if err != nil {
		return PartiesAnswer{}, err
	}
	return d.answer(name)
}

func partiesOf(all AllDocuments) (*caseDigest, error) {
	d := newDigest()
	if err := all(func(doc *evidence.Document) error { d.parties(doc, ""); return nil }); err != nil {
		return nil, err
	}
	d.gather()
	return d, nil
}

// correct is Corrected over a digest.
func (d *caseDigest) correct(e PartyEdit) (edits []PartyEdit, touched []string, err error) {
	p := d.party(e.Name)
	if p == nil {
		return nil, nil, noParty(e.Name)
	}
	if err := e.check(); err != nil {
		return nil, nil, err
	}
	switch e.Op {
	case "merge":
		edits, err = d.merging(p, e)
	case "split":
		edits, err = splitting(p, e)
	case "role", "no-role":
		edits, err = d.roleEdits(p, e)
	default:
		edits = each(p, e)
	}
	touched = slices.Sorted(maps.Keys(p.Documents))
	if e.Document != "" {
		touched = []string{e.Document}
	}
	return edits, touched, err
}

// check refuses a correction that says nothing, and clears what its operation has not.
func (e *PartyEdit) check() error {
	e.To = strings.TrimSpace(e.To)
	if e.Op != "split" {
		e.Aliases = nil
	}
	if e.Op != "role" && e.Op != "no-role" {
		e.Document = ""
	}
	switch e.Op {
	case "confirm", "dismiss":
		e.To = ""
		return nil
	case "rename", "merge", "split":
		if e.To == "" || len(e.To) > 200 {
			return refused("Say which name is meant.", "A name has 1 to 200 characters.")
		}
		if e.Op == "split" && len(e.Aliases) == 0 {
			return refused("Tick the names that are another party.", "")
		}
		return nil
	case "type":
		if !slices.Contains(evidence.PartyTypes(), evidence.PartyType(e.To)) {
			return refused("Say what the party is.", "It can be a person, organisation, group, court, agency or judge.")
		}
		return nil
	case "role":
		if !evidence.KnownRole(e.To) {
			return refused("Say which role the party has.", "A role is "+strings.Join(evidence.RoleWords(), ", ")+"; counsel is for somebody, an owner and a subsidiary are of somebody.")
		}
		return nil
	case "no-role":
		if e.To == "" {
			return refused("Say which role the party does not have.", "")
		}
		return nil
	}
	return refused("A party can be confirmed, renamed, merged, split or dismissed, or be given a type or a role.", "")
}

// each gives a correction for every name of a party.
func each(p *partyProfile, e PartyEdit) (out []PartyEdit) {
	for _, e.Name = range p.Names {
		out = append(out, e)
	}
	return out
}

// merging makes a party one with another, under the name that leads that one.
func (d *caseDigest) merging(p *partyProfile, e PartyEdit) ([]PartyEdit, error) {
	other := d.party(e.To)
	switch {
	case other == nil:
		return nil, refused("No party is called “"+clip(e.To, 80)+"”.", "Choose a name from the list of parties; to give this one a new name, change its name.")
	case other == p:
		return nil, refused("They are one party already.", "")
	}
	e.To = other.Name
	return each(p, e), nil
}

// splitting takes names away from a party. The names that stay are told apart from them,
// and those that documents have for a party of their own get the new name.
func splitting(p *partyProfile, e PartyEdit) (out []PartyEdit, err error) {
	theirs := func(name string) bool { return slices.Contains(e.Aliases, name) }
	if !slices.ContainsFunc(e.Aliases, func(name string) bool { return p.Aliases[name] > 0 || slices.Contains(p.Names, name) }) {
		return nil, refused("“"+clip(strings.Join(e.Aliases, ", "), 80)+"” is no other name of this party.", "")
	}
	stay := slices.DeleteFunc(slices.Clone(p.Names), theirs)
	if len(stay) == 0 {
		return nil, refused("One name has to stay.", "To give the party another name, change its name.")
	}
	for _, e.Name = range stay {
		out = append(out, e)
	}
	for _, name := range p.Names {
		if theirs(name) && !strings.EqualFold(name, e.To) {
			out = append(out, PartyEdit{Op: "rename", Name: name, To: e.To, By: e.By})
		}
	}
	return out, nil
}

// roleEdits give or take a role, in one document where one is meant. A role that names
// another party is taken under every name of that.
func (d *caseDigest) roleEdits(p *partyProfile, e PartyEdit) (out []PartyEdit, err error) {
	if e.Document != "" && p.Documents[e.Document] == nil {
		return nil, refused("The party does not stand in that document.", "")
	}
	roles := []string{e.To}
	if e.Op == "no-role" {
		roles = d.rolesLike(p, e)
	}
	if len(roles) == 0 {
		return nil, refused("The party has no role “"+clip(e.To, 80)+"”.", "")
	}
	for _, e.To = range roles {
		out = append(out, each(p, e)...)
	}
	return out, nil
}

// rolesLike are the roles of a party that a correction means, as documents have them.
func (d *caseDigest) rolesLike(p *partyProfile, e PartyEdit) []string {
	found := map[string]bool{}
	for id, doc := range p.Documents {
		if e.Document != "" && id != e.Document {
			continue
		}
		for _, role := range doc.Roles {
			if strings.EqualFold(d.roleByLead(role), d.roleByLead(e.To)) {
				found[role] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// refused is a correction that cannot be kept; the words reach pages and commands alike.
func refused(message, hint string) error {
	return evidence.WithHint(evidence.Invalid("%s", message), hint)
}
