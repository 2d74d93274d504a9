package ui

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// corrections lists what people corrected, newest first; of one party where p is given.
func (s *Server) corrections(p *partyProfile) (out []Act, err error) {
	if s.Corrector == nil {
		return nil, nil
	}
	edits, err := s.Corrector.PartyEdits()
	for _, act := range acts(edits) {
		if p == nil || slices.ContainsFunc(act, p.concerns) {
			out = append(out, Act{act[0].ID, actWords(act), act[0].By, act[0].At, act[0].Document})
		}
	}
	slices.Reverse(out)
	return out, err
}

// acts are corrections by what was done together, in their order.
func acts(edits []PartyEdit) (out [][]PartyEdit) {
	at := map[uint64]int{}
	for _, e := range edits {
		i, ok := at[e.Act]
		if !ok || e.Act == 0 {
			i = len(out)
			at[e.Act] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], e)
	}
	return out
}

// concerns says whether a correction has to do with a party.
func (p *partyProfile) concerns(e PartyEdit) bool {
	is := func(name string) bool {
		return slices.ContainsFunc(p.Names, func(n string) bool { return strings.EqualFold(n, name) })
	}
	switch e.Op {
	case "rename", "merge", "split":
		if is(e.To) {
			return true
		}
	}
	return is(e.Name)
}

// actWords say what was done together: of a party that is written in several ways once,
// with the other ways behind it.
func actWords(act []PartyEdit) string {
	first, also := act[0], []string(nil)
	for _, e := range act[1:] {
		if e.Op == first.Op && e.Name != first.Name && e.Name != e.To && !slices.Contains(also, e.Name) {
			also = append(also, e.Name)
		}
	}
	said := first.words()
	if len(also) > 0 && first.Op != "split" {
		said += " (also written " + strings.Join(also, "; ") + ")"
	}
	return said
}

// words say what one correction says.
func (e PartyEdit) words() string {
	switch e.Op {
	case "confirm":
		return e.Name + " is right"
	case "rename":
		return e.Name + " is called " + e.To
	case "merge":
		return e.Name + " is the same as " + e.To
	case "split":
		return strings.Join(e.Aliases, "; ") + " is not " + e.Name + ", but " + e.To
	case "dismiss":
		return e.Name + " is no party"
	case "type":
		return e.Name + " is " + article(e.To)
	case "role":
		return e.Name + " has the role " + e.To
	case "no-role":
		return e.Name + " does not have the role " + e.To
	}
	return e.Op + " " + e.Name
}

// article puts "a" or "an" before a word.
func article(word string) string {
	if word != "" && strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

// correct keeps a correction for every way in which the party is written, and gives what
// was kept.
func (s *Server) correct(q *request, e PartyEdit) ([]PartyEdit, error) {
	if s.Corrector == nil {
		return nil, notOffered("Correcting parties")
	}
	e.By = q.who.Name
	if e.Document != "" {
		sha, err := s.Documents.Resolve(e.Document)
		if err != nil {
			return nil, err
		}
		e.Document = sha
	}
	d, err := s.digest()
	if err != nil {
		return nil, err
	}
	edits, touched, err := d.correct(e)
	if err != nil {
		return nil, err
	}
	defer s.forget()
	return s.Corrector.EditParties(edits, touched)
}

// editParty corrects a party from its page.
func (s *Server) editParty(q *request) error {
	e := PartyEdit{Op: q.PostForm("op"), Name: q.Param("name"), To: q.PostForm("to"), Aliases: q.PostFormArray("alias"), Document: q.PostForm("document")}
	if word := q.PostForm("role"); e.Op == "role" {
		e.To = word
		if joint := evidence.RoleJoint(word); joint != "" {
			e.To = strings.TrimSpace(word + " " + joint + " " + strings.TrimSpace(q.PostForm("of")))
		}
	}
	kept, err := s.correct(q, e)
	if err != nil {
		return err
	}
	switch e.Op {
	case "rename", "merge":
		q.Redirect(http.StatusSeeOther, partyURL(kept[0].To))
	case "dismiss":
		q.Redirect(http.StatusSeeOther, "/parties")
	default:
		q.Redirect(http.StatusSeeOther, partyURL(e.Name))
	}
	return nil
}

// takenBack removes the correction that the address names, and gives what it was.
func (s *Server) takenBack(q *request) (act []PartyEdit, err error) {
	if s.Corrector == nil {
		return nil, notOffered("Correcting parties")
	}
	id, err := strconv.ParseUint(q.Param("id"), 10, 64)
	if err != nil {
		return nil, evidence.Invalid("%q is no number of a correction", clip(q.Param("id"), 20))
	}
	edits, err := s.Corrector.PartyEdits()
	if err != nil {
		return nil, err
	}
	for _, one := range acts(edits) {
		if slices.ContainsFunc(one, func(e PartyEdit) bool { return e.ID == id }) {
			defer s.forget()
			return one, s.Corrector.RemovePartyEdit(id, q.who.Name)
		}
	}
	return nil, fmt.Errorf("correction %d: %w", id, evidence.ErrNotFound)
}

// takeBack removes a correction, and shows the party that it was about.
func (s *Server) takeBack(q *request) error {
	act, err := s.takenBack(q)
	if err != nil {
		return err
	}
	d, err := s.digest()
	if err != nil {
		return err
	}
	to := "/parties"
	if p := d.party(act[0].Name); p != nil {
		to = partyURL(p.Name)
	}
	q.Redirect(http.StatusSeeOther, to)
	return nil
}
