package ui

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// correctionView is a correction in words, newest first.
type correctionView struct {
	ID       uint64
	Text, By string
	At       string
}

// corrections lists what people corrected.
func (s *Server) corrections() (out []correctionView, err error) {
	if s.Corrector == nil {
		return nil, nil
	}
	edits, err := s.Corrector.PartyEdits()
	for _, e := range slices.Backward(edits) {
		out = append(out, correctionView{e.ID, e.words(), e.By, e.At})
	}
	return out, err
}

// words say what a correction did.
func (e PartyEdit) words() string {
	switch e.Op {
	case "confirm":
		return e.Name + " is right"
	case "rename":
		return e.Name + " is called " + e.To
	case "merge":
		return e.Name + " is the same as " + e.To
	case "split":
		return strings.Join(e.Aliases, ", ") + " of " + e.Name + " is another party, " + e.To
	case "dismiss":
		return e.Name + " is no party"
	}
	return e.Op + " " + e.Name
}

// editParty keeps a correction: confirm, rename, merge, split or dismiss. It holds for
// every way in which the party is written.
func (s *Server) editParty(q *request) error {
	if s.Corrector == nil {
		return notOffered("Correcting parties")
	}
	e := PartyEdit{Op: q.PostForm("op"), Name: q.Param("name"), To: strings.TrimSpace(q.PostForm("to")), Aliases: q.PostFormArray("alias"), By: q.who.Name}
	if err := e.check(); err != nil {
		return err
	}
	d, err := s.digest()
	if err != nil {
		return err
	}
	p := d.party(e.Name)
	var touched []string
	if p != nil {
		touched = slices.Sorted(maps.Keys(p.Documents))
	}
	for _, one := range e.each(p) {
		if _, err := s.Corrector.EditParty(one, touched...); err != nil {
			return err
		}
	}
	s.forget()
	switch e.Op {
	case "rename", "merge":
		q.Redirect(http.StatusSeeOther, partyURL(e.To))
	case "dismiss":
		q.Redirect(http.StatusSeeOther, "/parties")
	default:
		q.Redirect(http.StatusSeeOther, partyURL(e.Name))
	}
	return nil
}

// check refuses a correction that says nothing, and clears what its operation has not.
func (e *PartyEdit) check() error {
	switch e.Op {
	case "confirm", "dismiss":
		e.To, e.Aliases = "", nil
	case "rename", "merge", "split":
		if e.To == "" || len(e.To) > 200 {
			return invalid("Say which name is meant.", "A name has 1 to 200 characters.")
		}
		if e.Op == "split" && len(e.Aliases) == 0 {
			return invalid("Tick the names that are another party.", "")
		}
	default:
		return invalid("A party can be confirmed, renamed, merged, split or dismissed.", "")
	}
	return nil
}

// each gives a correction for every name of a party; nil stands for a party that is not
// in the digest. A split stands once, and gives its new name to those of the names that
// documents have for a party of their own.
func (e PartyEdit) each(p *partyProfile) (out []PartyEdit) {
	if p == nil {
		return []PartyEdit{e}
	}
	if e.Op == "split" {
		e.Name = p.Name
		out = append(out, e)
	}
	for _, name := range p.Names {
		one := e
		one.Name = name
		switch {
		case e.Op != "split":
			out = append(out, one)
		case slices.Contains(e.Aliases, name) && !strings.EqualFold(name, e.To):
			one.Op, one.Aliases = "rename", nil
			out = append(out, one)
		}
	}
	return out
}

// takeBack removes a correction.
func (s *Server) takeBack(q *request) error {
	if s.Corrector == nil {
		return notOffered("Correcting parties")
	}
	id, err := strconv.ParseUint(q.Param("id"), 10, 64)
	if err != nil {
		return evidence.Invalid("%q is no number of a correction", clip(q.Param("id"), 20))
	}
	if err := s.Corrector.RemovePartyEdit(id, q.who.Name); err != nil {
		return err
	}
	s.forget()
	q.Redirect(http.StatusSeeOther, "/parties")
	return nil
}
