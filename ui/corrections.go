package ui

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// correctionView is what a person corrected, in words.
type correctionView struct {
	ID       uint64
	Text, By string
	At       string
	Document string // "" for the whole case
}

// corrections lists what people corrected, newest first; of one party where p is given.
func (s *Server) corrections(p *partyProfile) (out []correctionView, err error) {
	if s.Corrector == nil {
		return nil, nil
	}
	edits, err := s.Corrector.PartyEdits()
	for _, act := range acts(edits) {
		if p == nil || slices.ContainsFunc(act, p.concerns) {
			out = append(out, correctionView{act[0].ID, actWords(act), act[0].By, act[0].At, act[0].Document})
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

// actWords say what was done together.
func actWords(act []PartyEdit) string {
	first := act[0]
	var names []string
	for _, e := range act {
		if e.Op == first.Op && !slices.Contains(names, e.Name) && (e.Op != "rename" && e.Op != "merge" || e.Name != e.To || len(act) == 1) {
			names = append(names, e.Name)
		}
	}
	who, is, has := strings.Join(names, ", "), "is", "has"
	if len(names) > 1 {
		is, has = "are", "have"
	}
	switch first.Op {
	case "confirm":
		return who + " " + is + " right"
	case "rename":
		return who + " " + is + " called " + first.To
	case "merge":
		return who + " " + is + " the same as " + first.To
	case "split":
		return strings.Join(first.Aliases, ", ") + " " + plainIs(first.Aliases) + " not " + first.Name + ", but " + first.To
	case "dismiss":
		return who + " " + is + " no party"
	case "type":
		return who + " " + is + " " + article(first.To)
	case "role":
		return who + " " + has + " the role " + first.To
	case "no-role":
		return who + " " + has + " not the role " + first.To
	}
	return first.Op + " " + who
}

func plainIs(names []string) string {
	if len(names) > 1 {
		return "are"
	}
	return "is"
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
