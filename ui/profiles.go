package ui

import (
	"maps"
	"slices"
	"strings"

	"averment/evidence"
)

// A party is written in many ways over a case: "Kestrel, Inc.", "KESTREL INC", "Kestrel".
// The census of the index says which of them mean the same, here as in facets and filters.

// partyProfile is a party over all documents.
type partyProfile struct {
	Name      string
	Names     []string // as documents have it, Name first
	Type      string
	Verified  bool
	Proposed  bool // in every document
	Basis     string
	Aliases   map[string]int
	Roles     map[string]int // documents of each
	Documents map[string]*partyDocument
	Stances   map[string]int
}

// partyDocument is a document in which a party stands.
type partyDocument struct {
	ID, Name, Kind, Date string
	Sort                 string // of a filing: complaint, answer, order
	Page, Start          int
	Mentions             int
	Proposed             bool
	Roles                []string // as the document has them
}

// parties adds the parties of a document.
func (d *caseDigest) parties(doc *evidence.Document, name string) {
	d.census.Add(doc)
	for _, st := range doc.Statements {
		if d.spoken[st.Speaker] == nil {
			d.spoken[st.Speaker] = map[string]int{}
		}
		d.spoken[st.Speaker][string(st.Stance)]++
	}
	for _, p := range doc.Parties {
		o := d.Parties[p.Name]
		if o == nil {
			o = &partyProfile{Name: p.Name, Names: []string{p.Name}, Type: string(p.Type), Proposed: true, Basis: p.Basis, Aliases: map[string]int{}, Documents: map[string]*partyDocument{}, Stances: map[string]int{}}
			d.Parties[p.Name] = o
		}
		if p.Verified && !o.Verified {
			o.Type = string(p.Type) // as a person may have said
		}
		o.Verified, o.Proposed = o.Verified || p.Verified, o.Proposed && p.Proposed
		for _, a := range p.Aliases {
			o.Aliases[a]++
		}
		pd := &partyDocument{ID: doc.ID, Name: name, Kind: string(doc.Kind), Date: isoDate(doc.Date()), Page: 1, Mentions: len(p.Spans), Proposed: p.Proposed, Roles: p.Roles}
		if doc.Filing != nil {
			pd.Sort = doc.Filing.Type
		}
		if len(p.Spans) > 0 {
			pd.Page, pd.Start = p.Spans[0].Page, p.Spans[0].Start
		}
		o.Documents[doc.ID] = pd.with(o.Documents[doc.ID])
	}
}

// with adds what a document has under another name of the party, or once more.
func (d *partyDocument) with(o *partyDocument) *partyDocument {
	if o == nil {
		return d
	}
	sum := *d
	if o.Mentions > 0 && (d.Mentions == 0 || o.Page < d.Page || o.Page == d.Page && o.Start < d.Start) {
		sum.Page, sum.Start = o.Page, o.Start
	}
	sum.Mentions, sum.Proposed = d.Mentions+o.Mentions, d.Proposed && o.Proposed
	sum.Roles = slices.Concat(d.Roles, o.Roles)
	return &sum
}

// gather joins the profiles of one party under the name that leads, counts its roles by
// documents, and gives it what it says.
func (d *caseDigest) gather() {
	names := d.census.Names()
	d.Names = map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(d.Parties)) {
		lead := names.Lead(name)
		d.Names[name] = lead
		if to := d.Parties[lead]; lead != name && to != nil {
			to.take(d.Parties[name])
			delete(d.Parties, name)
		}
	}
	for _, p := range d.Parties {
		p.Roles = map[string]int{}
		for _, doc := range p.Documents {
			for _, role := range d.rolesIn(doc) {
				p.Roles[role]++
			}
		}
	}
	for speaker, stances := range d.spoken {
		if p := d.Parties[d.census.Speaker(speaker)]; p != nil {
			addCounts(p.Stances, stances)
		}
	}
}

// rolesIn gives the roles in a document once each, with "owner of NAME" under the name
// that leads; who has another role is not just mentioned.
func (d *caseDigest) rolesIn(doc *partyDocument) (out []string) {
	for _, role := range doc.Roles {
		if role = d.roleByLead(role); !slices.Contains(out, role) {
			out = append(out, role)
		}
	}
	if len(out) > 1 {
		out = slices.DeleteFunc(out, func(role string) bool { return role == "mentioned" })
	}
	return out
}

func (d *caseDigest) roleByLead(role string) string {
	word, rest, _ := strings.Cut(role, " ")
	joint := evidence.RoleJoint(word)
	if name, ok := strings.CutPrefix(rest, joint+" "); joint != "" && ok && d.Names[name] != "" {
		return word + " " + joint + " " + d.Names[name]
	}
	return role
}

// take adds to a profile what another has.
func (p *partyProfile) take(o *partyProfile) {
	p.Names = append(p.Names, o.Names...)
	p.Verified, p.Proposed = p.Verified || o.Verified, p.Proposed && o.Proposed
	for _, name := range o.Names {
		p.Aliases[name] += len(o.Documents)
	}
	addCounts(p.Aliases, o.Aliases)
	delete(p.Aliases, p.Name)
	for id, doc := range o.Documents {
		p.Documents[id] = doc.with(p.Documents[id])
	}
}

func addCounts(to, from map[string]int) {
	for k, n := range from {
		to[k] += n
	}
}

// sure is in how many documents the party is more than proposed.
func (p *partyProfile) sure() int {
	n := 0
	for _, doc := range p.Documents {
		if !doc.Proposed {
			n++
		}
	}
	return n
}
