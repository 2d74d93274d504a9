package ui

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"averment/evidence"
)

// PartyView is a party over the case, as the API and the command give it.
type PartyView struct {
	Name      string      `json:"name"`
	Names     []string    `json:"names"`   // as documents have it, Name first
	Aliases   []string    `json:"aliases"` // what else documents call it
	Type      string      `json:"type"`
	Roles     []RoleCount `json:"roles"`
	Documents []string    `json:"documents"`
	Proposed  bool        `json:"proposed"`
	Verified  bool        `json:"verified"`
}

// RoleCount is a role with the number of documents in which a party has it.
type RoleCount struct {
	Role      string `json:"role"`
	Documents int    `json:"documents"`
}

// PartiesAnswer is the parties of a case, those of most documents first.
type PartiesAnswer struct {
	Version int         `json:"version"`
	Parties []PartyView `json:"parties"`
}

// CorrectionsAnswer is corrections in the order in which they were made.
type CorrectionsAnswer struct {
	Version     int         `json:"version"`
	Corrections []PartyEdit `json:"corrections"`
}

// CorrectionsOf makes the answer of corrections.
func CorrectionsOf(edits []PartyEdit) CorrectionsAnswer {
	out := CorrectionsAnswer{1, []PartyEdit{}}
	for _, e := range edits {
		if e.Aliases == nil {
			e.Aliases = []string{}
		}
		out.Corrections = append(out.Corrections, e)
	}
	return out
}

// Act is what was corrected together, in words, under the number of its first.
type Act struct {
	ID           uint64
	Text, By, At string
	Document     string // "" for the whole case
}

// Acts gives the corrections by what was made together.
func (c CorrectionsAnswer) Acts() (out []Act) {
	for _, act := range acts(c.Corrections) {
		out = append(out, Act{act[0].ID, actWords(act), act[0].By, act[0].At, act[0].Document})
	}
	return out
}

func (d *caseDigest) view(p *partyProfile) PartyView {
	v := PartyView{Name: p.Name, Names: slices.Clone(p.Names), Aliases: slices.Sorted(maps.Keys(p.Aliases)), Type: p.Type, Roles: []RoleCount{},
		Documents: slices.Sorted(maps.Keys(p.Documents)), Proposed: p.Proposed, Verified: p.Verified}
	for _, r := range counted(p.Roles) {
		v.Roles = append(v.Roles, RoleCount{r.Name, r.N})
	}
	if v.Aliases == nil {
		v.Aliases = []string{}
	}
	return v
}

// answer lists the parties; of a name only that one, or evidence.ErrNotFound.
func (d *caseDigest) answer(name string) (PartiesAnswer, error) {
	out := PartiesAnswer{1, []PartyView{}}
	if name != "" {
		p := d.party(name)
		if p == nil {
			return out, noParty(name)
		}
		out.Parties = append(out.Parties, d.view(p))
		return out, nil
	}
	for _, p := range ranked(d, func(*partyProfile) int { return 0 }) {
		out.Parties = append(out.Parties, d.view(p))
	}
	for _, name := range slices.Sorted(maps.Keys(d.Parties)) {
		if p := d.Parties[name]; p.Proposed {
			out.Parties = append(out.Parties, d.view(p))
		}
	}
	return out, nil
}

func noParty(name string) error {
	return evidence.WithHint(fmt.Errorf("party %q: %w", clip(name, 80), evidence.ErrNotFound), "It may have been renamed or merged; look in the list of parties.")
}

func (s *Server) apiParties(q *request) error {
	d, err := s.digest()
	if err != nil {
		return err
	}
	out, err := d.answer(q.Param("name"))
	if err != nil {
		return err
	}
	return s.json(q, out)
}

// apiCorrectParty takes {"op","to","aliases","document"} and gives what was kept.
func (s *Server) apiCorrectParty(q *request) error {
	b, err := q.GetRawData()
	if err != nil {
		return err
	}
	var in PartyEdit
	if err := json.Unmarshal(b, &in); err != nil {
		return invalid("The body is no JSON: "+err.Error(), `Send {"op":"confirm"}, or {"op":"rename","to":"…"}.`)
	}
	kept, err := s.correct(q, PartyEdit{Op: in.Op, Name: q.Param("name"), To: in.To, Aliases: in.Aliases, Document: in.Document})
	if err != nil {
		return err
	}
	return s.json(q, CorrectionsOf(kept))
}

func (s *Server) apiCorrections(q *request) error {
	if s.Corrector == nil {
		return notOffered("Correcting parties")
	}
	edits, err := s.Corrector.PartyEdits()
	if err != nil {
		return err
	}
	return s.json(q, CorrectionsOf(edits))
}

// apiTakeBack takes a correction back, with those made together with it, and gives them.
func (s *Server) apiTakeBack(q *request) error {
	act, err := s.takenBack(q)
	if err != nil {
		return err
	}
	return s.json(q, CorrectionsOf(act))
}
